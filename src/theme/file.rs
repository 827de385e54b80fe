//! A theme as it stands in a file: every role a colour, every fault with its place and how to mend it.

use ratatui::style::Color;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::contrast::contrast;
use super::roles::{Palette, ROLES, Roles};
use crate::canvas::Tint;
use crate::problem::{
    Finding, Findings, Problem, Source, nearest_or_all, report_syntax, with_quotes_right,
};
use crate::words::Message;

/// The parts of a theme's file.
const TABLES: [&str; 2] = ["colours", "names"];

/// The word for the terminal's own colour, and for each of its 16.
const NAMES: [(&str, Color); 17] = [
    ("own", Color::Reset),
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// How far what is to be read stands out from its ground at least (contrast of WCAG 2.2).
const READ: f32 = 4.5;

/// Reads a theme. Without its names it has those of `usual`. `file` is only a name for the messages.
pub(super) fn read(
    file: &str,
    text: &str,
    usual: impl Fn(Tint) -> Roles<Color>,
) -> (Option<Palette>, Vec<Problem>) {
    let source = Source::new(file, text);
    let mut found = Findings::default();
    let right = with_quotes_right(&source, &mut found);
    let (root, errors) = DeTable::parse_recoverable(&right);
    report_syntax(&Source::new(file, &right), &errors, &mut found);
    let root = root.get_ref();
    unknown(root, &TABLES, &mut found);
    let tints = table(root, TABLES[0]).map(|table| tints(table, &mut found));
    if tints.is_none() {
        let message = Message::new("theme-no-colours");
        let finding = Finding::error("no-colours", 0..0, message);
        found.add(finding.help(Message::new("theme-no-colours-help")));
    }
    let tints = tints.and_then(Roles::all_there);
    let names = table(root, TABLES[1]).map(|table| names(table, &mut found));
    let palette = tints.map(|tints| {
        let usual = usual(tints.ground);
        let names = names.map_or(usual, |names| names.or(&usual));
        Palette { tints, names }
    });
    if let (Some(palette), Some(colours)) = (palette, table(root, TABLES[0])) {
        report_faint(&palette, colours, &mut found);
    }
    let is_whole = !found.has_errors();
    (palette.filter(|_| is_whole), found.into_problems(&source))
}

type Table<'a> = DeTable<'a>;

fn table<'a>(root: &'a Table<'a>, name: &str) -> Option<&'a Table<'a>> {
    root.get(name).and_then(|value| value.get_ref().as_table())
}

/// Names every key that means nothing.
fn unknown(table: &Table<'_>, known: &[&'static str], found: &mut Findings) {
    for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
        let name = key.get_ref().as_ref();
        let message = Message::new("theme-unknown").with("name", name);
        let finding = Finding::error("unknown-key", key.span(), message);
        found.add(finding.maybe_help(nearest_or_all(name, known.iter().copied())));
    }
}

fn tints(table: &Table<'_>, found: &mut Findings) -> Roles<Option<Tint>> {
    unknown(table, &ROLES.each(), found);
    ROLES.map(|role| {
        let Some(value) = table.get(role) else {
            let message = Message::new("theme-missing").with("role", role);
            let help = Message::new("theme-missing-help").with("role", role);
            found.add(Finding::error("missing-role", 0..0, message).help(help));
            return None;
        };
        let tint = value.get_ref().as_str().and_then(tint_of);
        if tint.is_none() {
            misfit(value, Message::new("theme-colour-help"), found);
        }
        tint
    })
}

fn names(table: &Table<'_>, found: &mut Findings) -> Roles<Option<Color>> {
    unknown(table, &ROLES.each(), found);
    ROLES.map(|role| {
        let value = table.get(role)?;
        let word = value.get_ref().as_str().unwrap_or_default();
        let color = NAMES.iter().find(|(name, _)| *name == word).map(|(_, color)| *color);
        if color.is_none() {
            let known = NAMES.iter().map(|(name, _)| *name);
            let help = nearest_or_all(word, known);
            misfit(value, help.unwrap_or_else(|| Message::new("theme-colour-help")), found);
        }
        color
    })
}

fn misfit(value: &Spanned<DeValue<'_>>, help: Message, found: &mut Findings) {
    let message = Message::new("theme-misfit");
    found.add(Finding::error("not-a-colour", value.span(), message).help(help));
}

/// `#RRGGBB` as a tint.
fn tint_of(written: &str) -> Option<Tint> {
    let digits = written.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    u32::from_str_radix(digits, 16).ok().map(Tint::hex)
}

/// Words that can hardly be read, named with how far they stand out.
fn report_faint(palette: &Palette, colours: &Table<'_>, found: &mut Findings) {
    let Roles { ground, text, accent, warn, .. } = palette.tints;
    for (role, tint) in [("text", text), ("accent", accent), ("warn", warn)] {
        let stands_out = contrast(tint, ground);
        let Some(value) = colours.get(role).filter(|_| stands_out < READ) else { continue };
        let message = Message::new("theme-faint").with("role", role);
        let message = message.with("contrast", format!("{stands_out:.1}"));
        let finding = Finding::warning("faint", value.span(), message);
        found.add(finding.help(Message::new("theme-faint-help").with("least", READ.to_string())));
    }
}
