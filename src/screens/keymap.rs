//! One table of keys. Dispatch, footer, help and man page all read it.

#[cfg(test)]
mod tests;

use crossterm::event::{
    Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};

use super::Action;

/// The kinds of screen a key may mean something on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The first screen.
    Home,
    /// The library.
    Browse,
    /// The library, while letters go into the search.
    Searching,
    /// The body map.
    Chart,
    /// The same as a list of places, where there is no room or colour for pictures.
    ChartPlaces,
    /// The sessions beside the body map.
    ChartSessions,
    /// A session about to be played.
    Ready,
    /// A session playing.
    Playing,
    /// The volumes, over a session.
    Mixing,
    /// After a session.
    Summary,
    /// After a session at night, while the bed plays on.
    Drifting,
    /// After a session at night, when all is silent.
    Silent,
    /// The list of what there is a page about.
    Topics,
    /// A page.
    Reading,
    /// The keys.
    Help,
}

/// One row: some keys, what they mean, where, and how that is said.
#[derive(Clone, Copy, Debug)]
pub struct Row {
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

use KeyCode::{
    Backspace, Char, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up,
};

const LISTS: &[Place] = &[Place::Home, Place::Browse];
const CHART: &[Place] = &[Place::Chart];
const CHART_SESSIONS: &[Place] = &[Place::ChartSessions];
const CHART_MAP: &[Place] = &[Place::Chart, Place::ChartPlaces];
const CHART_ALL: &[Place] = &[Place::Chart, Place::ChartPlaces, Place::ChartSessions];
const TOPICS: &[Place] = &[Place::Topics];
const READING: &[Place] = &[Place::Reading];
const TOPICS_AND_PAGES: &[Place] = &[Place::Topics, Place::Reading];
const PLAYING: &[Place] = &[Place::Playing];
const DRIFTING: &[Place] = &[Place::Drifting];
const DARK: &[Place] = &[Place::Drifting, Place::Silent];
const READY: &[Place] = &[Place::Ready];
const MIXING: &[Place] = &[Place::Mixing];
const EVERYWHERE: &[Place] = &[
    Place::Home,
    Place::Browse,
    Place::Chart,
    Place::ChartPlaces,
    Place::ChartSessions,
    Place::Ready,
    Place::Playing,
    Place::Mixing,
    Place::Summary,
    Place::Topics,
    Place::Reading,
    Place::Help,
];
const NONE: KeyModifiers = KeyModifiers::NONE;

const fn row(
    keys: &'static [KeyCode],
    action: Action,
    places: &'static [Place],
    written: &'static str,
    label: &'static str,
) -> Row {
    Row { keys, modifier: NONE, action, places, written, label, in_footer: true }
}

const fn quiet(row: Row) -> Row {
    Row { in_footer: false, ..row }
}

const fn shifted(row: Row) -> Row {
    Row { modifier: KeyModifiers::SHIFT, ..row }
}

/// Every key there is. Rows above win over rows below.
pub const KEYMAP: &[Row] = &[
    row(&[Char(' ')], Action::Toggle, PLAYING, "space", "pause"),
    quiet(row(&[Enter], Action::Toggle, PLAYING, "enter", "")),
    quiet(shifted(row(&[Left], Action::Rewind, PLAYING, "shift ← ,", "10 s back"))),
    quiet(shifted(row(&[Right], Action::Forward, PLAYING, "shift → .", "10 s on"))),
    quiet(row(&[Char(',')], Action::Rewind, PLAYING, ",", "")),
    quiet(row(&[Char('.')], Action::Forward, PLAYING, ".", "")),
    quiet(row(&[Left, Char('h')], Action::Previous, PLAYING, "← h", "step back")),
    row(&[Right, Char('l')], Action::Next, PLAYING, "→", "next step"),
    quiet(row(&[Char('r')], Action::Restart, PLAYING, "r", "step again")),
    row(&[Char('+'), Char('=')], Action::Extend, PLAYING, "+", "30 s more"),
    quiet(row(&[Up, Char('k')], Action::Louder, PLAYING, "↑ k", "louder")),
    quiet(row(&[Down, Char('j')], Action::Quieter, PLAYING, "↓ j", "quieter")),
    row(&[Char('m')], Action::Mute, PLAYING, "m", "mute"),
    row(&[Char('v')], Action::Mixer, PLAYING, "v", "volumes"),
    quiet(row(&[Char('n')], Action::Night, PLAYING, "n", "night")),
    row(&[Char('i')], Action::Learn, PLAYING, "i", "learn"),
    row(&[Esc], Action::Finish, PLAYING, "esc", "end"),
    row(&[Left, Char('h'), Char('-')], Action::Left, MIXING, "← →", "set"),
    quiet(row(&[Right, Char('l'), Char('+'), Char('=')], Action::Right, MIXING, "→ l", "")),
    row(&[Up, Char('k')], Action::Up, MIXING, "↑ ↓", "choose"),
    quiet(row(&[Down, Char('j')], Action::Down, MIXING, "↓ j", "")),
    quiet(row(&[Home, PageUp, Char('g')], Action::First, MIXING, "g", "")),
    quiet(row(&[End, PageDown, Char('G')], Action::Last, MIXING, "G", "")),
    row(&[Char('m')], Action::Mute, MIXING, "m", "mute"),
    quiet(row(&[Char(' ')], Action::Toggle, MIXING, "space", "pause")),
    quiet(row(&[Enter], Action::Open, MIXING, "enter", "")),
    row(&[Esc], Action::Back, MIXING, "esc", "close"),
    quiet(row(&[Char('v')], Action::Mixer, MIXING, "v", "close")),
    row(&[Char('+'), Char('=')], Action::Extend, DRIFTING, "+", "longer"),
    quiet(row(&[Up, Char('k')], Action::Louder, DRIFTING, "↑ k", "louder")),
    quiet(row(&[Down, Char('j')], Action::Quieter, DRIFTING, "↓ j", "quieter")),
    quiet(row(&[Char('m')], Action::Mute, DRIFTING, "m", "mute")),
    row(&[Esc], Action::Finish, DRIFTING, "esc", "end"),
    row(&[Enter, Esc], Action::Back, &[Place::Silent], "enter", "home"),
    row(&[Char('q')], Action::Quit, DARK, "q", "leave"),
    row(&[Enter, Char(' ')], Action::Open, READY, "enter", "begin"),
    row(&[Left, Char('h'), Char('-')], Action::Shorter, READY, "←", "shorter"),
    row(&[Right, Char('l'), Char('+')], Action::Longer, READY, "→", "longer"),
    quiet(row(&[Up, Char('k')], Action::Up, READY, "↑ k", "scroll up")),
    quiet(row(&[Down, Char('j')], Action::Down, READY, "↓ j", "scroll down")),
    row(&[Char('v')], Action::Mixer, READY, "v", "volumes"),
    row(&[Char('i')], Action::Learn, READY, "i", "learn"),
    row(&[Enter], Action::Open, &[Place::Searching], "enter", "choose"),
    quiet(row(&[Up], Action::Up, &[Place::Searching], "↑", "")),
    quiet(row(&[Down], Action::Down, &[Place::Searching], "↓", "")),
    quiet(row(&[Backspace], Action::Erase, &[Place::Searching], "⌫", "")),
    row(&[Esc], Action::Back, &[Place::Searching], "esc", "clear"),
    row(&[Enter, Right, Char(' ')], Action::Open, LISTS, "enter", "choose"),
    quiet(row(&[Char('l')], Action::Open, &[Place::Browse], "l", "")),
    quiet(row(&[Up, Char('k')], Action::Up, LISTS, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, LISTS, "↓ j", "down")),
    quiet(row(&[Home, PageUp, Char('g')], Action::First, LISTS, "g", "first")),
    quiet(row(&[End, PageDown, Char('G')], Action::Last, LISTS, "G", "last")),
    row(&[Char('l'), Char('b')], Action::Browse, &[Place::Home], "l", "library"),
    row(&[Char('/')], Action::Search, LISTS, "/", "search"),
    row(&[Char('m')], Action::Chart, LISTS, "m", "map"),
    row(&[Char('i')], Action::Learn, LISTS, "i", "learn"),
    quiet(row(&[Left, Char('h')], Action::Back, &[Place::Browse], "←", "back")),
    row(&[Enter, Char(' ')], Action::Open, CHART_MAP, "enter", "library"),
    row(&[Enter, Char(' '), Right, Char('l')], Action::Open, CHART_SESSIONS, "enter", "choose"),
    row(&[Tab], Action::List, CHART_MAP, "tab", "sessions"),
    row(&[Tab, Left, Char('h')], Action::List, CHART_SESSIONS, "tab", "map"),
    row(&[Char(']')], Action::Next, CHART, "]", "closer"),
    quiet(row(&[Char('[')], Action::Previous, CHART, "[", "farther")),
    quiet(row(&[Up, Char('k')], Action::Up, CHART_ALL, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, CHART_ALL, "↓ j", "down")),
    quiet(row(&[Left, Char('h')], Action::Left, CHART_MAP, "← h", "left")),
    quiet(row(&[Right, Char('l')], Action::Right, CHART_MAP, "→ l", "right")),
    quiet(row(&[Home, PageUp, Char('g')], Action::First, CHART_ALL, "g", "first")),
    quiet(row(&[End, PageDown, Char('G')], Action::Last, CHART_ALL, "G", "last")),
    row(&[Char('/')], Action::Search, CHART_ALL, "/", "search"),
    row(&[Char('i')], Action::Learn, CHART_ALL, "i", "learn"),
    row(&[Enter, Char(' ')], Action::Open, TOPICS, "enter", "read"),
    row(&[Right, Char('l')], Action::Next, TOPICS, "→", "next group"),
    quiet(row(&[Left, Char('h')], Action::Previous, TOPICS, "← h", "group back")),
    row(&[Char(' '), Enter, PageDown], Action::Open, READING, "space", "read on"),
    quiet(row(&[Char('b'), PageUp], Action::ReadBack, READING, "b", "read back")),
    row(&[Char('1')], Action::Related(1), READING, "1–5", "see also"),
    quiet(row(&[Char('2')], Action::Related(2), READING, "2", "")),
    quiet(row(&[Char('3')], Action::Related(3), READING, "3", "")),
    quiet(row(&[Char('4')], Action::Related(4), READING, "4", "")),
    quiet(row(&[Char('5')], Action::Related(5), READING, "5", "")),
    row(&[Right, Char('l')], Action::Next, READING, "→", "next page"),
    quiet(row(&[Left, Char('h')], Action::Previous, READING, "← h", "page back")),
    row(&[Char('t')], Action::Topics, READING, "t", "topics"),
    quiet(row(&[Up, Char('k')], Action::Up, TOPICS_AND_PAGES, "↑ k", "up")),
    quiet(row(&[Down, Char('j')], Action::Down, TOPICS_AND_PAGES, "↓ j", "down")),
    quiet(row(&[Home, Char('g')], Action::First, TOPICS_AND_PAGES, "g", "first")),
    quiet(row(&[End, Char('G')], Action::Last, TOPICS_AND_PAGES, "G", "last")),
    row(&[Enter, Char(' ')], Action::Open, &[Place::Summary], "enter", "home"),
    row(&[Char('a')], Action::Again, &[Place::Summary], "a", "again"),
    row(
        &[Esc],
        Action::Back,
        &[
            Place::Browse,
            Place::Chart,
            Place::ChartPlaces,
            Place::ChartSessions,
            Place::Ready,
            Place::Summary,
            Place::Topics,
            Place::Reading,
            Place::Help,
        ],
        "esc",
        "back",
    ),
    row(&[Char('?')], Action::Help, EVERYWHERE, "?", "help"),
    row(&[Char('q')], Action::Quit, EVERYWHERE, "q", "leave"),
];

/// What an event of the terminal means in a place, if anything.
pub fn action_for(event: &Event, place: Place) -> Option<Action> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release => key_action(*key, place),
        Event::Mouse(mouse) => match (mouse.kind, place) {
            (MouseEventKind::Down(MouseButton::Left), _) => {
                Some(Action::Click(mouse.column, mouse.row))
            }
            (MouseEventKind::ScrollUp, Place::Playing | Place::Drifting) => Some(Action::Louder),
            (MouseEventKind::ScrollDown, Place::Playing | Place::Drifting) => Some(Action::Quieter),
            (MouseEventKind::ScrollUp, _) => Some(Action::Up),
            (MouseEventKind::ScrollDown, _) => Some(Action::Down),
            _ => None,
        },
        _ => None,
    }
}

fn key_action(key: KeyEvent, place: Place) -> Option<Action> {
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    if control {
        return (key.code == Char('c')).then_some(Action::Quit);
    }
    // Shift is part of a letter, and a modifier of its own only on other keys.
    let modifier = match key.code {
        Char(_) => NONE,
        _ => key.modifiers & KeyModifiers::SHIFT,
    };
    KEYMAP
        .iter()
        .filter(|row| row.places.contains(&place) && row.keys.contains(&key.code))
        .find(|row| row.modifier == modifier)
        .map(|row| row.action)
        .or(match (place, key.code) {
            (Place::Searching, Char(letter)) => Some(Action::Type(letter)),
            (Place::Drifting | Place::Silent, _) => Some(Action::Light),
            _ => None,
        })
}

/// What the footer of a place says: keys as written, and what they do.
pub fn footer(place: Place) -> impl Iterator<Item = (&'static str, &'static str)> {
    KEYMAP
        .iter()
        .filter(move |row| row.in_footer && row.places.contains(&place))
        .map(|row| (row.written, row.label))
}

/// Every key of a place that is worth a word.
pub fn keys(place: Place) -> impl Iterator<Item = (&'static str, &'static str)> {
    KEYMAP
        .iter()
        .filter(move |row| !row.label.is_empty() && row.places.contains(&place))
        .map(|row| (row.written, row.label))
}
