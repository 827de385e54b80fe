//! The screens and their keys: draws, and turns keys into commands.
//!
//! Each screen is one folder: what it holds (`screen.rs`), what its keys do (`screen/keys.rs`) and
//! how it looks (`screen/drawing.rs`). The table below names them all, once each.

mod action;
mod app;
mod behaviour;
mod body_map;
mod check_in_form;
mod dark;
mod drawing;
mod environment;
mod frame_record;
mod help;
mod helped;
mod home;
pub mod keymap;
mod learn;
mod library;
mod moving;
mod page;
mod plan_choices;
mod planner;
mod playing;
mod profile;
mod questions;
mod ready;
mod request;
mod shared;
mod stack;
mod stop;
mod summary;
#[cfg(test)]
mod tests;
mod topic_section;
mod typesetting;
mod view;
mod voice;
mod volumes;
mod widgets;

pub use action::Action;
pub use app::{App, draw};
pub use body_map::{BodyMapScreen, Panel};
pub use dark::DarkScreen;
pub use environment::Environment;
pub use frame_record::{Hit, PageRoom, Target};
pub use help::HelpScreen;
pub use helped::HelpedScreen;
pub use home::{CaredForEntry, HomeScreen, after_care};
pub use learn::{LearnScreen, Reading};
pub use library::{FamiliarSessions, LibraryItem, LibraryScreen, SessionPreview, find, why_found};
pub use planner::PlannerScreen;
pub use playing::PlayingScreen;
pub use profile::ProfileScreen;
pub use questions::QuestionsScreen;
pub use ready::ReadyScreen;
pub use request::Request;
pub use shared::Shared;
pub use stack::Stack;
pub use stop::{StopScreen, felt_in, site_at, without_this_place};
pub use summary::SummaryScreen;
pub use topic_section::TopicSection;
pub use view::ScreenView;
pub use voice::VoiceView;
pub use volumes::VolumesScreen;

use behaviour::Behaviour;
use drawing::Draw;
use keymap::KeyRow;

macro_rules! screens {
    ($(
        $(#[$about:meta])*
        $name:ident($state:ty), keys $keys:path {
            $($(#[$there:meta])* $place:ident,)+
        }
    )+) => {
        /// A screen, with what it holds.
        #[derive(Clone, Debug)]
        pub enum Screen {
            $($(#[$about])* $name(Box<$state>),)+
        }

        /// Where a key may mean something: a screen, or one of the forms it takes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(clippy::enum_variant_names, reason = "some are lists of places of the body")]
        pub enum Place {
            $($($(#[$there])* $place,)+)+
        }

        #[cfg(test)]
        impl Place {
            /// Every place.
            pub(crate) const ALL: &[Self] = &[$($(Self::$place,)+)+];
        }

        impl Screen {
            /// The keys of every screen.
            pub(crate) const KEYS: &[&[KeyRow]] = &[$($keys,)+];

            /// What it does.
            fn behaviour(&self) -> &dyn Behaviour {
                match self {
                    $(Self::$name(state) => &**state,)+
                }
            }

            /// The same, to do it.
            fn behaviour_mut(&mut self) -> &mut dyn Behaviour {
                match self {
                    $(Self::$name(state) => &mut **state,)+
                }
            }

            /// How it looks.
            fn drawing(&self) -> &dyn Draw {
                match self {
                    $(Self::$name(state) => &**state,)+
                }
            }
        }

        #[cfg(test)]
        impl Screen {
            /// The name of every screen in the table, with its places.
            const TABLE: &[(&str, &[Place])] =
                &[$((stringify!($name), &[$(Place::$place,)+]),)+];

            /// Its name in the table.
            fn name(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => stringify!($name),)+
                }
            }
        }

        $(impl From<$state> for Screen {
            fn from(state: $state) -> Self {
                Self::$name(Box::new(state))
            }
        })+
    };
}

screens! {
    /// The first screen.
    Home(HomeScreen), keys home::KEYS {
        /// The first screen.
        Home,
    }
    /// The library.
    Library(LibraryScreen), keys library::KEYS {
        /// The library.
        Library,
        /// The library, while letters go into the search.
        Searching,
    }
    /// The body map.
    BodyMap(BodyMapScreen), keys body_map::KEYS {
        /// The body map.
        BodyMap,
        /// The same as a list of places, where there is no room or colour for pictures.
        PlaceList,
        /// The sessions beside the body map.
        PlaceSessions,
        /// The body map, to point at where it hurts.
        PainMap,
        /// The same as a list of places.
        PainList,
    }
    /// A plan in the making.
    Planner(PlannerScreen), keys planner::KEYS {
        /// A plan in the making.
        Planner,
    }
    /// What a person tells of their body.
    Profile(ProfileScreen), keys profile::KEYS {
        /// What a person tells of their body.
        Profile,
        /// The same, while letters are typed that lead to an item.
        ProfileSearch,
        /// The places of a condition.
        ProfilePlaces,
    }
    /// A session about to be played.
    Ready(ReadyScreen), keys ready::KEYS {
        /// A session about to be played.
        Ready,
    }
    /// What to know before a session, and how the person is.
    Questions(QuestionsScreen), keys questions::KEYS {
        /// What to know before a session, and how the person is.
        Questions,
        /// The same with numbers on how the person is.
        QuestionsAndRatings,
        /// Numbers on how the person is, and no other question.
        Ratings,
        /// What to know before a session, where nothing is asked.
        GoodToKnow,
        /// What comes first after a yes.
        Advice,
    }
    /// A session playing.
    Playing(PlayingScreen), keys playing::KEYS {
        /// A session playing.
        Playing,
        /// The same while a step waits for the person: any other key goes on.
        Waiting,
    }
    /// What was felt, where a session was stopped for it.
    Stop(StopScreen), keys stop::KEYS {
        /// What was felt, where a session was stopped for it.
        Stop,
        /// The same once it was something harmless.
        StopHarmless,
        /// The same once it was a sign that ends the session.
        StopSign,
    }
    /// The volumes, over a session.
    Volumes(VolumesScreen), keys volumes::KEYS {
        /// The volumes, over a session.
        Volumes,
    }
    /// After a session.
    Summary(SummaryScreen), keys summary::KEYS {
        /// After a session.
        Summary,
        /// The same with numbers on how the person is now.
        SummaryRatings,
        /// After one that was stopped for a sign: nothing leads back into it.
        SummaryStopped,
    }
    /// The dark after a session at night.
    Dark(DarkScreen), keys dark::KEYS {
        /// After a session at night, while the bed plays on.
        Dark,
        /// After a session at night, when all is silent.
        Silent,
    }
    /// What helped.
    Helped(HelpedScreen), keys helped::KEYS {
        /// What helped.
        Helped,
    }
    /// Pages to read.
    Learn(LearnScreen), keys learn::KEYS {
        /// The list of what there is a page about.
        Topics,
        /// A page.
        Reading,
        /// A page about a way to breathe, which can be tried.
        ReadingBreath,
    }
    /// The keys of another screen.
    Help(HelpScreen), keys help::KEYS {
        /// The keys.
        Help,
    }
}
