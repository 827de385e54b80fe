//! A theme as it stands in a file: every role a colour, every fault with its place and how to mend it.

use ratatui::style::Color;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::contrast::contrast;
use super::roles::{Palette, ROLES, Roles};
use crate::canvas::Tint;
use crate::problem::{
    Finding, Findings, Problem, Source, followed, nearest, nearest_or_all, report_syntax,
    with_quotes_right,
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
    let (palette, problems) = read_once(file, text, &usual);
    let problems = followed(text, problems, |text| read_once(file, text, &usual).1);
    (palette, problems)
}

fn read_once(
    file: &str,
    text: &str,
    usual: &impl Fn(Tint) -> Roles<Color>,
) -> (Option<Palette>, Vec<Problem>) {
    let source = Source::new(file, text);
    let mut found = Findings::default();
    let right = with_quotes_right(&source, &mut found);
    let (root, errors) = DeTable::parse_recoverable(&right);
    // What cannot be read may be just what would be missed.
    let is_all_read = !report_syntax(&Source::new(file, &right), &errors, &mut found);
    let [colours, names] = parts(root.get_ref(), is_all_read, &mut found);
    let tints = colours.map(|colours| tints(colours, is_all_read, &mut found));
    let names = names.map(|names| self::names(names, &mut found));
    let palette = tints.and_then(Roles::all_there).map(|tints| {
        let usual = usual(tints.ground);
        let names = names.map_or(usual, |names| names.or(&usual));
        Palette { tints, names }
    });
    if let (Some(palette), Some(colours)) = (palette, colours) {
        report_faint(&palette, colours, &mut found);
    }
    let is_whole = !found.has_errors();
    (palette.filter(|_| is_whole), found.into_problems(&source))
}

type Table<'a> = DeTable<'a>;
type Value<'a> = Spanned<DeValue<'a>>;

/// The colours and the names, also below a heading that is misspelled, and colours without one.
fn parts<'a>(
    root: &'a Table<'a>,
    is_all_read: bool,
    found: &mut Findings,
) -> [Option<&'a Table<'a>>; 2] {
    let roles = ROLES.each();
    let without_heading = root.keys().filter(|key| roles.contains(&key.get_ref().as_ref()));
    let first = without_heading.map(Spanned::span).min_by_key(|span| span.start);
    let known: Vec<&'static str> = match first {
        Some(_) => TABLES.into_iter().chain(roles).collect(),
        None => TABLES.to_vec(),
    };
    let values = KnownValues::of(root, &known, found);
    let part = |name| values.value(name).and_then(|value| value.get_ref().as_table());
    let names = part(TABLES[1]);
    if let Some(colours) = part(TABLES[0]) {
        return [Some(colours), names];
    }
    let message = Message::new("theme-no-colours");
    let help = Message::new("theme-no-colours-help");
    match first {
        Some(first) => {
            let help = Message::new("heading-above-help").with("heading", "[colours]");
            found.add(Finding::error("no-colours", first, message).help(help));
            [Some(root), names]
        }
        None if is_all_read => {
            found.add(Finding::error("no-colours", 0..0, message).help(help));
            [None, names]
        }
        None => [None, names],
    }
}

/// The values of a table by the keys that are known, also where those are only misspelled.
struct KnownValues<'a> {
    table: &'a Table<'a>,
    meant: Vec<(&'static str, &'a Value<'a>)>,
}

impl<'a> KnownValues<'a> {
    /// Names every key that means nothing here.
    fn of(table: &'a Table<'a>, known: &[&'static str], found: &mut Findings) -> Self {
        let mut meant = Vec::new();
        for (key, value) in table.iter().filter(|(key, _)| !known.contains(&&**key.get_ref())) {
            let name = key.get_ref().as_ref();
            let message = Message::new("theme-unknown").with("name", name);
            let finding = Finding::error("unknown-key", key.span(), message);
            found.add(finding.maybe_help(nearest_or_all(name, known.iter().copied())));
            meant.extend(nearest(name, known.iter().copied()).map(|near| (near, value)));
        }
        Self { table, meant }
    }

    /// The roles below a heading, or in the whole file where it has none.
    fn of_roles(table: &'a Table<'a>, found: &mut Findings) -> Self {
        let known: Vec<&'static str> = ROLES.each().into_iter().chain(TABLES).collect();
        Self::of(table, &known, found)
    }

    fn value(&self, name: &str) -> Option<&'a Value<'a>> {
        let meant = || self.meant.iter().find(|(meant, _)| *meant == name).map(|(_, value)| *value);
        self.table.get(name).or_else(meant)
    }
}

fn tints<'a>(table: &'a Table<'a>, is_all_read: bool, found: &mut Findings) -> Roles<Option<Tint>> {
    let values = KnownValues::of_roles(table, found);
    ROLES.map(|role| {
        let Some(value) = values.value(role) else {
            if is_all_read {
                let message = Message::new("theme-missing").with("role", role);
                let help = Message::new("theme-missing-help").with("role", role);
                found.add(Finding::error("missing-role", 0..0, message).help(help));
            }
            return None;
        };
        let tint = value.get_ref().as_str().and_then(tint_of);
        if tint.is_none() {
            misfit(value, Message::new("theme-colour-help"), found);
        }
        tint
    })
}

fn names<'a>(table: &'a Table<'a>, found: &mut Findings) -> Roles<Option<Color>> {
    let values = KnownValues::of_roles(table, found);
    ROLES.map(|role| {
        let value = values.value(role)?;
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
