//! The keys of the volumes, and what they do.

use crossterm::event::KeyCode::{
    Char, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Up,
};

use super::{Fader, VolumesScreen, level};
use crate::choices::Background;
use crate::player::{Command, Control, NowPlaying};
use crate::screens::behaviour::{Behaviour, KeyContext, Overlay};
use crate::screens::keymap::{KeyRow, help, leave, night, quiet, row};
use crate::screens::request::{Reaction, Route};
use crate::screens::{Action, Hit, Place, Request, Target};

/// How much louder or quieter one key makes it, 0–100.
const STEP: u8 = 10;
/// A click sets round numbers.
const CLICK_STEP: u32 = 5;

const VOLUMES: &[Place] = &[Place::Volumes];

/// The keys of the volumes.
pub(in crate::screens) const KEYS: &[KeyRow] = &[
    row(&[Left, Char('h'), Char('-')], Action::Left, VOLUMES, "← →", "set"),
    quiet(row(&[Right, Char('l'), Char('+'), Char('=')], Action::Right, VOLUMES, "→ l", "")),
    row(&[Up, Char('k')], Action::Up, VOLUMES, "↑ ↓", "row"),
    quiet(row(&[Down, Char('j')], Action::Down, VOLUMES, "↓ j", "")),
    quiet(row(&[Home, PageUp, Char('g')], Action::First, VOLUMES, "g", "")),
    quiet(row(&[End, PageDown, Char('G')], Action::Last, VOLUMES, "G", "")),
    row(&[Char('m')], Action::Mute, VOLUMES, "m", "mute"),
    quiet(row(&[Char(' ')], Action::Toggle, VOLUMES, "space", "pause")),
    quiet(row(&[Enter], Action::Open, VOLUMES, "enter", "")),
    row(&[Esc], Action::Back, VOLUMES, "esc", "close"),
    quiet(row(&[Char('v')], Action::Volumes, VOLUMES, "v", "close")),
    night(VOLUMES),
    help(VOLUMES),
    leave(VOLUMES),
];

impl Behaviour for VolumesScreen {
    fn overlay(&self) -> Overlay {
        Overlay::Panel
    }

    fn place(&self, _: &KeyContext<'_>) -> Place {
        Place::Volumes
    }

    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction {
        match action {
            Action::Up => self.chosen = self.chosen.moved(-1),
            Action::Down => self.chosen = self.chosen.moved(1),
            Action::First => self.chosen = Fader::All,
            Action::Last => self.chosen = Fader::Background,
            Action::Left => return self.slide(-1, context).into(),
            Action::Right => return self.slide(1, context).into(),
            Action::Back | Action::Open => return Route::Back.into(),
            // The session that plays below pauses or goes on.
            Action::Toggle if context.now.player().is_some() => {
                return Request::command(Command::Toggle).into();
            }
            _ => {}
        }
        Reaction::default()
    }

    /// A click chooses the line it lies on and sets it at once; one beside the volumes closes them.
    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        let Some(hit) = hit else { return Route::Back.into() };
        match hit.target {
            Target::Line { line, .. } => {
                self.choose(line);
                Reaction::default()
            }
            Target::Bar(line) => {
                self.choose(line);
                set_level(self.chosen, level_at(hit), context.now).into()
            }
            Target::ValueBefore(line) => {
                self.choose(line);
                self.slide(-1, context).into()
            }
            Target::ValueAfter(line) => {
                self.choose(line);
                self.slide(1, context).into()
            }
            _ => Reaction::default(),
        }
    }

    /// What was set is worth keeping.
    fn close(&self) -> Option<Request> {
        Some(Request::Remember)
    }
}

impl VolumesScreen {
    fn choose(&mut self, line: usize) {
        self.chosen = Fader::in_line(line).unwrap_or(self.chosen);
    }

    /// One step to the left or to the right.
    fn slide(&self, way: isize, context: &KeyContext<'_>) -> Vec<Request> {
        let KeyContext { shared, now, .. } = context;
        let Some(volume) = level(self.chosen, now) else {
            let choice = next_background(way, &shared.beds, &now.levels().background);
            return vec![Request::Control(Control::Background(choice))];
        };
        // To round numbers, wherever one came from.
        let volume = match way {
            ..0 => volume.saturating_sub(1) / STEP * STEP,
            _ => (volume / STEP + 1) * STEP,
        };
        set_level(self.chosen, volume.min(100), now)
    }
}

/// The background so many places further in the round of all there are.
fn next_background(places: isize, beds: &[String], now: &Background) -> Background {
    let beds = beds.iter().cloned().map(Background::Named);
    let all: Vec<_> =
        [Background::AsWritten, Background::Silence].into_iter().chain(beds).collect();
    let now = all.iter().position(|choice| choice == now).unwrap_or_default();
    let next = now.cast_signed().saturating_add(places).rem_euclid(all.len().cast_signed());
    all[next.cast_unsigned()].clone()
}

fn set_level(fader: Fader, volume: u8, now: &NowPlaying) -> Vec<Request> {
    let controls = match fader {
        // Sound that is off and turned up is meant to be heard.
        Fader::All if now.levels().muted => vec![Control::Volume(volume), Control::Mute(false)],
        Fader::All => vec![Control::Volume(volume)],
        Fader::Kind(kind) => vec![Control::Level(kind, volume)],
        Fader::Background => Vec::new(),
    };
    controls.into_iter().map(Request::Control).collect()
}

/// The loudness at a click on a bar: none at its first column, all at its last.
fn level_at(hit: &Hit) -> u8 {
    let last = u32::from(hit.area.width.saturating_sub(1)).max(1);
    let steps = 100 / CLICK_STEP;
    let step = (u32::from(hit.cell.0.saturating_sub(hit.area.x)) * steps + last / 2) / last;
    (step * CLICK_STEP).min(100) as u8
}
