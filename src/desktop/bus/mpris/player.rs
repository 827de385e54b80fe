//! What a player does: the interface of MPRIS that media keys reach.
#![expect(clippy::unused_self, reason = "the interface macro asks for methods")]

use std::collections::HashMap;
use std::sync::PoisonError;
use std::time::Duration;

use zbus::fdo::{Error, Result};
use zbus::object_server::SignalEmitter;
use zbus::{ObjectPath, Variant, interface};

use super::SharedPublished;
use crate::desktop::published::Published;
use crate::desktop::{Ask, DesktopRequest, TimeSource};

/// The one track there ever is.
const TRACK: &str = "/unclench/session";

/// The interface that plays.
pub(super) struct MprisPlayer {
    published: SharedPublished,
    clock: TimeSource,
    ask: Ask,
}

impl MprisPlayer {
    pub(super) fn new(published: SharedPublished, clock: TimeSource, ask: Ask) -> Self {
        Self { published, clock, ask }
    }

    fn published(&self) -> Published {
        self.published.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn ask(&self, request: DesktopRequest) {
        (self.ask)(request);
    }
}

#[interface(name = "org.mpris.MediaPlayer2.Player")]
impl MprisPlayer {
    fn play_pause(&self) {
        self.ask(DesktopRequest::PlayPause);
    }

    fn play(&self) {
        self.ask(DesktopRequest::Play);
    }

    fn pause(&self) {
        self.ask(DesktopRequest::Pause);
    }

    fn stop(&self) {
        self.ask(DesktopRequest::Stop);
    }

    fn next(&self) {
        self.ask(DesktopRequest::Next);
    }

    fn previous(&self) {
        self.ask(DesktopRequest::Previous);
    }

    /// So many microseconds on, or back. Past the end means the next, as MPRIS has it.
    fn seek(&self, offset: i64) {
        let to = self.position().saturating_add(offset).max(0);
        if to > micros(self.published().length) {
            self.ask(DesktopRequest::Next);
        } else {
            self.ask(DesktopRequest::SeekTo(Duration::from_micros(to.unsigned_abs())));
        }
    }

    /// To so many microseconds from the start. What is not in this session is not meant for it.
    #[expect(clippy::needless_pass_by_value, reason = "the interface macro hands it over")]
    fn set_position(&self, track: ObjectPath<'_>, position: i64) {
        if track.as_str() == TRACK && (0..=micros(self.published().length)).contains(&position) {
            self.ask(DesktopRequest::SeekTo(Duration::from_micros(position.unsigned_abs())));
        }
    }

    fn open_uri(&self, uri: &str) -> Result<()> {
        Err(Error::NotSupported(format!("{uri}: sessions are chosen in Unclench itself")))
    }

    #[zbus(signal)]
    pub(super) async fn seeked(emitter: &SignalEmitter<'_>, position: i64) -> zbus::Result<()>;

    #[zbus(property)]
    fn playback_status(&self) -> &'static str {
        if self.published().runs { "Playing" } else { "Paused" }
    }

    #[zbus(property)]
    fn metadata(&self) -> HashMap<&'static str, Variant<'static>> {
        let published = self.published();
        HashMap::from([
            ("mpris:trackid", ObjectPath::from_static_str_unchecked(TRACK).into()),
            ("mpris:length", micros(published.length).into()),
            ("xesam:title", published.title.into()),
            ("xesam:artist", vec!["Unclench"].into()),
        ])
    }

    #[zbus(property)]
    fn volume(&self) -> f64 {
        f64::from(self.published().volume) / 100.0
    }

    #[zbus(property)]
    fn set_volume(&self, volume: f64) {
        let volume = (volume.clamp(0.0, 1.0) * 100.0).round() as u8;
        // Changed already, since the macro now says that it has changed.
        self.published.lock().unwrap_or_else(PoisonError::into_inner).volume = volume;
        self.ask(DesktopRequest::Volume(volume));
    }

    #[zbus(property(emits_changed_signal = "false"))]
    pub(super) fn position(&self) -> i64 {
        micros(self.published().position_at((self.clock)()))
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn rate(&self) -> f64 {
        self.published().speed
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn minimum_rate(&self) -> f64 {
        self.published().speed
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn maximum_rate(&self) -> f64 {
        self.published().speed
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_go_next(&self) -> bool {
        true
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_go_previous(&self) -> bool {
        true
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_play(&self) -> bool {
        true
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_pause(&self) -> bool {
        true
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_seek(&self) -> bool {
        true
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_control(&self) -> bool {
        true
    }
}

fn micros(duration: Duration) -> i64 {
    i64::try_from(duration.as_micros()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;
    use crate::desktop::ShownSession;
    use crate::desktop::tests::NOW_PLAYING;

    /// What is asked for where a session that stands is sent so many seconds on.
    fn asked_by_seeking(seconds: i64) -> DesktopRequest {
        let stands = ShownSession { runs: false, ..NOW_PLAYING };
        let asked = Arc::new(Mutex::new(None));
        let heard = Arc::clone(&asked);
        let ask: Ask = Arc::new(move |request| *heard.lock().expect("unharmed") = Some(request));
        let published = Arc::new(Mutex::new(Published::new(&stands, Duration::ZERO)));
        let player = MprisPlayer::new(published, Arc::new(|| Duration::ZERO), ask);
        player.seek(seconds * 1_000_000);
        let asked = asked.lock().expect("unharmed").take();
        asked.expect("something")
    }

    #[test]
    fn whoever_seeks_past_an_end_comes_to_the_beginning_or_to_what_is_next() {
        let to = |seconds| DesktopRequest::SeekTo(Duration::from_secs(seconds));
        assert_eq!(asked_by_seeking(10), to(70));
        assert_eq!(asked_by_seeking(540), to(600));
        assert_eq!(asked_by_seeking(541), DesktopRequest::Next);
        assert_eq!(asked_by_seeking(-61), to(0));
    }
}
