//! What every screen answers: which keys it has, what they do, how often it is drawn.

use super::frame_record::{FrameRecord, Hit};
use super::request::{Reaction, Request};
use super::shared::Shared;
use super::topic_section::TopicSection;
use super::{Action, Place};
use crate::learn::Topic;
use crate::library::Catalogue;
use crate::player::NowPlaying;

/// What a screen may know when a key comes.
#[derive(Clone, Copy)]
pub(super) struct KeyContext<'a> {
    /// What all screens share.
    pub(super) shared: &'a Shared,
    /// What plays now.
    pub(super) now: &'a NowPlaying,
    /// What the last frame recorded.
    pub(super) frame: &'a FrameRecord,
}

/// How a screen lies over the one below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overlay {
    /// Not at all: it is seen by itself.
    None,
    /// In the place of the screen below, as dark as that is.
    Page,
    /// In the place of the words of the screen below, which is drawn too.
    Panel,
}

/// What a screen does; how it looks is [`super::drawing::Draw`].
pub(super) trait Behaviour {
    /// How it lies over the screen below.
    fn overlay(&self) -> Overlay {
        Overlay::None
    }

    /// The kind of screen, for the key map.
    fn place(&self, context: &KeyContext<'_>) -> Place;

    /// Does what a key means here.
    fn act(&mut self, action: Action, context: &KeyContext<'_>) -> Reaction;

    /// Does what a click means; `hit` is what it lies on.
    fn click(&mut self, hit: Option<&Hit>, context: &KeyContext<'_>) -> Reaction {
        let _ = (hit, context);
        Reaction::default()
    }

    /// Does what has to be done after any key.
    fn after_key(&mut self, shared: &Shared) {
        let _ = shared;
    }

    /// What is wanted when a person asks to leave the program here.
    fn leave(&mut self, context: &KeyContext<'_>) -> Reaction {
        let _ = context;
        Request::Quit.into()
    }

    /// What is wanted once the screen above has gone back to this one.
    fn come_back(&mut self, shared: &Shared) -> Option<Request> {
        let _ = shared;
        None
    }

    /// What is wanted once this screen has been taken away.
    fn close(&self) -> Option<Request> {
        None
    }

    /// Points into the new catalogue (in `shared`) where it pointed into the one before. What is
    /// wanted then counts for the screen on top.
    fn follow_catalogue(&mut self, shared: &Shared, before: &Catalogue) -> Option<Request> {
        let _ = (shared, before);
        None
    }

    /// The topics of what is chosen here or plays, for the pages to read.
    fn topics(&self, context: &KeyContext<'_>) -> Option<TopicSection> {
        let _ = context;
        None
    }

    /// The topic whose page is opened at once.
    fn open_topic(&self, now: &NowPlaying) -> Option<Topic> {
        let _ = now;
        None
    }

    /// After dark, how much of the session has played, 0–1; `None` by day.
    fn after_dark(&self, shared: &Shared, now: &NowPlaying) -> Option<f32> {
        let _ = now;
        shared.is_night().then_some(0.0)
    }

    /// How long one frame stays, in milliseconds; `None` where nothing moves.
    fn frame_millis(&self, shared: &Shared, now: &NowPlaying) -> Option<u64> {
        let _ = (shared, now);
        None
    }

    /// How much time may pass although nothing is drawn, in milliseconds; `None` where nothing is
    /// waited for.
    fn wait_millis(&self, context: &KeyContext<'_>) -> Option<u64> {
        let _ = context;
        None
    }
}
