//! Unclench: a guided relaxation companion for the terminal. This page is the map of its rooms.
//!
//! Data flows one way, from session file to screen and speaker. Which room may know which other is
//! written in `ARCHITECTURE.md`, and a test holds `src/` to it.
//!
//! The crate is a program: rooms are private to it, so that the compiler sees what is no longer used.
//! Outside, `main.rs` runs [`cli::run`], and [`for_tests`] has what benches, examples and the tests of
//! the whole program use.

mod audio;
mod body;
mod canvas;
mod care;
mod choices;
pub mod cli;
mod conductor;
mod config;
mod courses;
mod decoding;
mod desktop;
mod figures;
mod files;
mod format;
mod journal;
mod learn;
mod lengths;
mod library;
mod matching;
mod mixer;
mod pictures;
mod planner;
mod playback;
mod player;
mod posture;
mod problem;
mod processes;
mod profile;
mod prosody;
mod recording;
mod reminders;
mod review;
mod screens;
mod session;
mod shipped_sounds;
mod synthesis;
mod theme;
mod timeline;
mod tween;
mod voice;
mod words;

/// What benches, examples and the tests of the whole program use. Nothing else is promised to anyone.
#[doc(hidden)]
pub mod for_tests {
    pub use crate::audio::{Readiness, Sound, SoundOptions, Status, probe};
    pub use crate::body::{Direction, MuscleGroup, Region, Side};
    pub use crate::canvas::{ColorDepth, TerminalVariables};
    pub use crate::care::{
        Act, BodyPart, BodyPlace, CareTable, CaredFor, CautionKind, ChangeKind, ChangeReason,
        Condition, ConditionGroup, Deed, EmergencyRow, Grounds, HandReach, HandUse, HeldCondition,
        LimitedBy, Profile, RowForEverybody, Rule, RuleLevel, RulePlace, ScreenQuestion,
        ScreenedSession, Site, StepChange, StopSign, TableProblem, Urgency, deeds_of, screen,
        screened_for_anyone, stop_signs,
    };
    pub use crate::choices::{
        Background, EngineChoice, EngineKind, Guidance, Night, OutputChoice, SoundKind,
    };
    pub use crate::config::{Paths, VoiceSettings};
    pub use crate::decoding::DecodedSound;
    pub use crate::figures::flower::{Flower, FlowerRaster};
    pub use crate::figures::gauge::Gauge;
    pub use crate::figures::large_text::LargeText;
    pub use crate::format::{KnownNames, Move, move_schema, parse, session_schema};
    pub use crate::journal::{
        EntryEnding, EntryId, Journal, JournalEntry, LocalMoment, LookBack, Measure, Rating,
        RatingMoment, SessionContent, SessionProgress, WhatHelped,
    };
    pub use crate::learn::search as search_pages;
    pub use crate::library::{Catalogue, Entry, Library, LibrarySnapshot, PartOfDay, search};
    pub use crate::matching::EverydayTable;
    pub use crate::mixer::{Mixer, SoundEvent, Speech};
    pub use crate::planner::{
        CannotPlan, Energy, Plan, PlanRequest, WantedPlace, places_called, plan,
    };
    pub use crate::playback::Narrator;
    pub use crate::player::{Levels, NowPlaying};
    pub use crate::problem::Problem;
    pub use crate::prosody::{Pace, SpokenLanguage, syllable_count, word_count};
    pub use crate::recording::captions;
    pub use crate::screens::{Action, App, Environment, Request, ScreenView, draw};
    pub use crate::session::{
        Block, Goal, Massage, PhaseKind, Receiver, Session, Setting, Sides, Step, StepKind,
        StrokeKind, Technique, Temperature, Tool,
    };
    pub use crate::shipped_sounds::shipped_bed_names;
    pub use crate::synthesis::{SAMPLE_RATE, StereoFrame};
    pub use crate::theme::Theme;
    pub use crate::timeline::{
        Announcement, Cue, CueKind, Ending, LengthWish, Phrase, SegmentKind, Timeline, Wish,
        bounds, prepare, written_millis,
    };
    pub use crate::voice::{
        EngineSearch, LineState, Manner, SpeechEngines, SpeechOptions, SpeechWorker, Utterance,
    };

    /// What makes a playable session good.
    pub mod review {
        pub use crate::review::{move_file, session_file};
    }
}
