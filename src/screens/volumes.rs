//! The volumes, over a session that plays or is about to: how loud each kind of sound is, and which
//! background there is.

use super::{App, Mode, Request};
use crate::choices::{Background, SoundKind};
use crate::player::{Control, NowPlaying};
use crate::screens::Action;

/// How much louder or quieter one key makes it, 0–100.
const STEP: u8 = 10;

/// What lies over the words of a session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The volumes, with this one chosen.
    Mixer(Fader),
}

/// One thing to set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fader {
    /// The loudness of everything.
    All,
    /// The loudness of one kind of sound.
    Kind(SoundKind),
    /// Which background there is.
    Background,
}

impl Fader {
    /// All of them, from top to bottom.
    pub const EVERY: [Self; 6] = [
        Self::All,
        Self::Kind(SoundKind::Voice),
        Self::Kind(SoundKind::Chimes),
        Self::Kind(SoundKind::Breath),
        Self::Kind(SoundKind::Bed),
        Self::Background,
    ];

    /// The one so many lines below, as far as there are any.
    fn moved(self, lines: isize) -> Self {
        let place = Self::EVERY.iter().position(|fader| *fader == self).unwrap_or_default();
        let last = Self::EVERY.len() - 1;
        Self::EVERY[place.saturating_add_signed(lines).min(last)]
    }
}

impl App {
    /// The thing to set that is chosen, where the volumes are open.
    pub fn fader(&self) -> Option<Fader> {
        match (&self.mode, self.over) {
            (Mode::Playing | Mode::Ready(_), Over::Mixer(fader)) => Some(fader),
            _ => None,
        }
    }

    /// Opens the volumes, or closes them.
    pub(super) fn toggle_mixer(&mut self) -> Vec<Request> {
        if self.fader().is_some() {
            return self.close_mixer();
        }
        self.over = Over::Mixer(Fader::All);
        Vec::new()
    }

    /// Closes the volumes, if they are open; then what was set is worth keeping.
    pub(super) fn close_mixer(&mut self) -> Vec<Request> {
        match std::mem::take(&mut self.over) {
            Over::Nothing => Vec::new(),
            Over::Mixer(_) => vec![Request::Remember],
        }
    }

    /// What a key or click means while the volumes are open; `None` where it means what it means
    /// without them.
    pub(super) fn act_on_mixer(
        &mut self,
        action: Action,
        now: &NowPlaying,
    ) -> Option<Vec<Request>> {
        let fader = self.fader()?;
        match action {
            Action::Up => self.over = Over::Mixer(fader.moved(-1)),
            Action::Down => self.over = Over::Mixer(fader.moved(1)),
            Action::First => self.over = Over::Mixer(Fader::All),
            Action::Last => self.over = Over::Mixer(Fader::Background),
            Action::Left => return Some(self.slide(fader, -1, now)),
            Action::Right => return Some(self.slide(fader, 1, now)),
            Action::Level(volume) => return Some(set_level(fader, volume, now)),
            Action::Back | Action::Open => return Some(self.close_mixer()),
            Action::Toggle => return None,
            _ => {}
        }
        Some(Vec::new())
    }

    /// One step to the left or to the right.
    fn slide(&self, fader: Fader, way: isize, now: &NowPlaying) -> Vec<Request> {
        let Some(volume) = level(fader, now) else {
            let choice = self.next_background(way, &now.levels().background);
            return vec![Request::Control(Control::Background(choice))];
        };
        // To round numbers, wherever one came from.
        let volume = match way {
            ..0 => volume.saturating_sub(1) / STEP * STEP,
            _ => (volume / STEP + 1) * STEP,
        };
        set_level(fader, volume.min(100), now)
    }

    /// The background so many places further in the round of all there are.
    fn next_background(&self, places: isize, now: &Background) -> Background {
        let beds = self.beds.iter().cloned().map(Background::Named);
        let all: Vec<_> =
            [Background::AsWritten, Background::Silence].into_iter().chain(beds).collect();
        let now = all.iter().position(|choice| choice == now).unwrap_or_default();
        let next = now.cast_signed().saturating_add(places).rem_euclid(all.len().cast_signed());
        all[next.cast_unsigned()].clone()
    }
}

/// How loud something is, 0–100; `None` for the background.
pub(in crate::screens) fn level(fader: Fader, now: &NowPlaying) -> Option<u8> {
    match fader {
        Fader::All => Some(now.levels().volume),
        Fader::Kind(kind) => Some(now.levels().mix.of(kind)),
        Fader::Background => None,
    }
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
