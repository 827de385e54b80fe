//! What keys mean, from the rows of every screen. Dispatch, footer, help and man page all read them.

mod layouts;
#[cfg(test)]
mod tests;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::{Action, Place, Screen};
pub use layouts::latin_key;
use layouts::readings;

/// One row: some keys, what they mean, where, and how that is said.
#[derive(Clone, Copy, Debug)]
pub struct KeyRow {
    /// The keys. Any of them will do.
    pub keys: &'static [KeyCode],
    /// Modifier they need.
    pub modifier: KeyModifiers,
    /// What they mean.
    pub action: Action,
    /// Where.
    pub places: &'static [Place],
    /// How the keys are written.
    pub written: &'static str,
    /// What they do, in a word or two; empty where they go without saying.
    pub label: &'static str,
    /// Whether the footer names them.
    pub in_footer: bool,
}

const NONE: KeyModifiers = KeyModifiers::NONE;

/// A row that the footer names.
pub(super) const fn row(
    keys: &'static [KeyCode],
    action: Action,
    places: &'static [Place],
    written: &'static str,
    label: &'static str,
) -> KeyRow {
    KeyRow { keys, modifier: NONE, action, places, written, label, in_footer: true }
}

/// The same that the footer does not name.
pub(super) const fn quiet(row: KeyRow) -> KeyRow {
    KeyRow { in_footer: false, ..row }
}

/// A digit of a number that a person gives of themselves; the footer does not name it.
pub(super) const fn digit(
    keys: &'static [KeyCode],
    value: u8,
    places: &'static [Place],
    written: &'static str,
    label: &'static str,
) -> KeyRow {
    quiet(row(keys, Action::Digit(value), places, written, label))
}

/// The same with shift.
pub(super) const fn shifted(row: KeyRow) -> KeyRow {
    KeyRow { modifier: KeyModifiers::SHIFT, ..row }
}

/// Dim and warm, or as by day.
pub(super) const fn night(places: &'static [Place]) -> KeyRow {
    row(&[KeyCode::Char('n')], Action::Night, places, "n", "night")
}

/// A page up, which goes without saying.
pub(super) const fn page_up(places: &'static [Place]) -> KeyRow {
    quiet(row(&[KeyCode::PageUp], Action::PageUp, places, "", ""))
}

/// A page down, which goes without saying.
pub(super) const fn page_down(places: &'static [Place]) -> KeyRow {
    quiet(row(&[KeyCode::PageDown], Action::PageDown, places, "", ""))
}

/// Escape goes back.
pub(super) const fn back(places: &'static [Place]) -> KeyRow {
    row(&[KeyCode::Esc], Action::Back, places, "esc", "back")
}

/// The keys are shown.
pub(super) const fn help(places: &'static [Place]) -> KeyRow {
    row(&[KeyCode::Char('?')], Action::Help, places, "?", "help")
}

/// The program is left.
pub(super) const fn leave(places: &'static [Place]) -> KeyRow {
    row(&[KeyCode::Char('q')], Action::Quit, places, "q", "leave")
}

/// Every row there is. Rows of a place win over those that follow.
pub fn rows() -> impl Iterator<Item = &'static KeyRow> {
    Screen::KEYS.iter().copied().flatten()
}

/// What an event of the terminal means in a place, if anything.
pub fn action_for(event: &Event, place: Place) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_action(*key, place),
        Event::Mouse(mouse) => match (mouse.kind, place) {
            (MouseEventKind::Down(MouseButton::Left), _) => {
                Some(Action::Click(mouse.column, mouse.row))
            }
            (MouseEventKind::ScrollUp, Place::Playing | Place::Waiting | Place::Dark) => {
                Some(Action::Louder)
            }
            (MouseEventKind::ScrollDown, Place::Playing | Place::Waiting | Place::Dark) => {
                Some(Action::Quieter)
            }
            (MouseEventKind::ScrollUp, _) => Some(Action::Up),
            (MouseEventKind::ScrollDown, _) => Some(Action::Down),
            _ => None,
        },
        _ => None,
    }
}

fn key_action(key: KeyEvent, place: Place) -> Option<Action> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    let own = match key.code {
        KeyCode::Char(letter) if control => {
            let is_quit = readings(letter).any(|it| it == 'c');
            return Some(if is_quit { Action::Quit } else { Action::ShowKeys });
        }
        _ if control => return Some(Action::ShowKeys),
        // While letters are typed, each is the one that was typed.
        KeyCode::Char(letter) if !takes_letters(place) => {
            readings(letter).find_map(|letter| own_action(KeyCode::Char(letter), NONE, place))
        }
        // Shift is part of a letter, and a modifier of its own only on other keys.
        KeyCode::Char(_) => own_action(key.code, NONE, place),
        _ => own_action(key.code, key.modifiers & KeyModifiers::SHIFT, place),
    };
    own.or(match (place, key.code) {
        (_, KeyCode::Char(letter)) if takes_letters(place) => Some(Action::Type(letter)),
        (Place::Dark | Place::Silent, _) => Some(Action::Light),
        (Place::Waiting, _) => Some(Action::Toggle),
        _ => Some(Action::ShowKeys),
    })
}

/// Whether letters are typed in a place.
pub(super) fn takes_letters(place: Place) -> bool {
    matches!(place, Place::Searching | Place::ProfileSearch)
}

/// What the rows of a place say of a key.
fn own_action(code: KeyCode, modifier: KeyModifiers, place: Place) -> Option<Action> {
    let mut own = rows().filter(|row| row.places.contains(&place) && row.keys.contains(&code));
    own.find(|row| row.modifier == modifier).map(|row| row.action)
}

/// What the footer of a place says: keys as written, and what they do.
pub fn footer(place: Place) -> impl Iterator<Item = (&'static str, &'static str)> {
    footer_rows(place).map(|row| (row.written, row.label))
}

/// The rows of the same.
pub(super) fn footer_rows(place: Place) -> impl Iterator<Item = &'static KeyRow> {
    rows().filter(move |row| row.in_footer && row.places.contains(&place))
}

/// Every key of a place that is worth a word.
pub fn keys(place: Place) -> impl Iterator<Item = (&'static str, &'static str)> {
    rows()
        .filter(move |row| !row.label.is_empty() && row.places.contains(&place))
        .map(|row| (row.written, row.label))
}
