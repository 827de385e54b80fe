//! One dim line of keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr as _;

use crate::screens::keymap::{KeyRow, footer, footer_rows};
use crate::screens::{Action, Place};
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// Columns between one key and the next, and where there is little room.
pub(in crate::screens) const GAP: usize = 3;
const NARROW_GAP: usize = 2;
/// With fewer columns than this there is little room.
const WIDE: u16 = 60;

/// How soon keys are left out: the lower, the later.
const ARROWS: u8 = 2;
const HELP: u8 = 3;
const STOP: u8 = 4;
const NIGHT: u8 = 5;
const BACK: u8 = 6;
/// That of a key that is wanted more than what else there is.
const WANTED: u8 = 8;

/// A key as it is written, what it does, and how soon it is left out where room is short.
struct FooterKey {
    keys: String,
    label: String,
    rank: u8,
}

impl FooterKey {
    /// Columns of the key and its word.
    fn width(&self) -> usize {
        let word = if self.label.is_empty() { 0 } else { 1 + self.label.width() };
        self.keys.width() + word
    }
}

/// Draws the keys of a place, as many as fit.
pub(in crate::screens) fn draw(frame: &mut Frame, area: Rect, place: Place, theme: &Theme) {
    let keys = ranked(place).map(|(rank, row)| FooterKey {
        keys: row.written.to_owned(),
        label: row.label.to_owned(),
        rank,
    });
    frame.render_widget(line(area.width, keys.collect(), theme), area);
}

/// The same in the language of these texts.
pub(in crate::screens) fn draw_in(
    frame: &mut Frame,
    area: Rect,
    place: Place,
    theme: &Theme,
    texts: &Texts,
) {
    draw_others(frame, area, (place, None), theme, texts);
}

/// The same but for what one of the keys does.
pub(in crate::screens) fn draw_others(
    frame: &mut Frame,
    area: Rect,
    (place, but): (Place, Option<Action>),
    theme: &Theme,
    texts: &Texts,
) {
    let keys = others(place, but, texts).map(|(_, key)| key);
    frame.render_widget(line(area.width, keys.collect(), theme), area);
}

/// The same where what is asked is answered with these keys.
pub(in crate::screens) fn draw_answers(
    frame: &mut Frame,
    area: Rect,
    (place, but): (Place, Option<Action>),
    answers: &str,
    theme: &Theme,
    texts: &Texts,
) {
    let keys = others(place, but, texts).map(|(row, key)| match row.action {
        Action::Answer(_) => FooterKey { keys: answers.to_owned(), ..key },
        _ => key,
    });
    frame.render_widget(line(area.width, keys.collect(), theme), area);
}

/// The same with what one of the keys does named before what else there is, the ways out apart.
pub(in crate::screens) fn draw_with(
    frame: &mut Frame,
    area: Rect,
    (place, wanted): (Place, Action),
    theme: &Theme,
    texts: &Texts,
) {
    let keys = ranked_in(place, texts).map(|(row, key)| {
        let rank = if row.action == wanted { key.rank.min(WANTED) } else { key.rank };
        FooterKey { rank, ..key }
    });
    frame.render_widget(line(area.width, keys.collect(), theme), area);
}

/// The same but for what one of the keys does.
fn others(
    place: Place,
    but: Option<Action>,
    texts: &Texts,
) -> impl Iterator<Item = (&'static KeyRow, FooterKey)> {
    ranked_in(place, texts).filter(move |(row, _)| Some(row.action) != but)
}

/// The rows of a place, and how they are written in the language of these texts.
fn ranked_in(place: Place, texts: &Texts) -> impl Iterator<Item = (&'static KeyRow, FooterKey)> {
    let keys = ranked(place).zip(worded(place, texts));
    keys.map(|((rank, row), (keys, label))| (row, FooterKey { keys, label, rank }))
}

/// The keys of a place and what they do, in the language of these texts.
pub(in crate::screens) fn worded(
    place: Place,
    texts: &Texts,
) -> impl Iterator<Item = (String, String)> {
    footer(place).map(move |row| in_words(row, texts))
}

/// A key as it is written and what it does, in the language of these texts.
pub(in crate::screens) fn in_words((keys, label): (&str, &str), texts: &Texts) -> (String, String) {
    let named = |family: &str, english: &str| {
        let message = Message::new(format!("{family}-{}", english.replace(' ', "-")));
        texts.find(&message).unwrap_or_else(|| english.to_owned())
    };
    (named("written", keys), named("key", label))
}

/// The rows of a place, each with how soon it is left out: what the screen is for, what it is answered
/// with, help, what stops, what dims and the ways out of it last.
fn ranked(place: Place) -> impl Iterator<Item = (u8, &'static KeyRow)> {
    footer_rows(place).enumerate().map(|(index, row)| {
        let rank = match row.action {
            _ if index == 0 => 0,
            // Without them nothing on the screen can be answered, chosen or set.
            Action::Answer(_) => 1,
            Action::Left | Action::Up => ARROWS,
            Action::Help => HELP,
            Action::Back | Action::Finish => BACK,
            Action::Stop => STOP,
            Action::Night => NIGHT,
            Action::Quit => 7,
            _ => WANTED + 1,
        };
        (rank, row)
    })
}

fn line(width: u16, keys: Vec<FooterKey>, theme: &Theme) -> Line<'static> {
    let gap = if width < WIDE { NARROW_GAP } else { GAP };
    let mut spans = Vec::new();
    for FooterKey { keys, label, .. } in fitting(usize::from(width), gap, keys) {
        let gap = if spans.is_empty() { 0 } else { gap };
        spans.push(Span::styled(format!("{}{keys}", " ".repeat(gap)), theme.calm()));
        if !label.is_empty() {
            spans.push(Span::styled(format!(" {label}"), theme.dim()));
        }
    }
    Line::from(spans)
}

/// The keys that fit, in their order. Where one would be left out that every screen has, help, the way back
/// and at last the arrows stand without a word: they are the same on every screen and in most programs.
fn fitting(width: usize, gap: usize, mut all: Vec<FooterKey>) -> Vec<FooterKey> {
    let mut kept = which_fit(width, gap, &all);
    for wordless in [HELP, BACK, ARROWS] {
        if all.iter().zip(&kept).all(|(key, is_kept)| *is_kept || key.rank > BACK) {
            break;
        }
        for key in all.iter_mut().filter(|key| key.rank == wordless) {
            key.label.clear();
        }
        kept = which_fit(width, gap, &all);
    }
    all.into_iter().zip(kept).filter_map(|(key, is_kept)| is_kept.then_some(key)).collect()
}

/// Whether each key fits: those that are left out last come first.
fn which_fit(width: usize, gap: usize, all: &[FooterKey]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|index| all[*index].rank);
    let mut kept = vec![false; all.len()];
    let mut free = width + gap;
    for index in order {
        let wide = all[index].width() + gap;
        if wide <= free {
            free -= wide;
            kept[index] = true;
        }
    }
    kept
}
