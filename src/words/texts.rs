//! The texts of one language, and how a message becomes one of them.

use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Argument, Language, Message};

/// The files of one language.
const fn files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            include_str!("en/announcements.ftl"),
            include_str!("en/breath.ftl"),
            include_str!("en/care.ftl"),
            include_str!("en/found.ftl"),
            include_str!("en/health.ftl"),
            include_str!("en/journal.ftl"),
            include_str!("en/keys.ftl"),
            include_str!("en/lines.ftl"),
            include_str!("en/offers.ftl"),
            include_str!("en/places.ftl"),
            include_str!("en/plan.ftl"),
            include_str!("en/player.ftl"),
            include_str!("en/ready.ftl"),
            include_str!("en/sides.ftl"),
            include_str!("en/sounds.ftl"),
            include_str!("en/summary.ftl"),
            include_str!("en/switches.ftl"),
            include_str!("en/touch.ftl"),
            include_str!("en/volumes.ftl"),
        ],
        Language::German => &[
            include_str!("de/announcements.ftl"),
            include_str!("de/breath.ftl"),
            include_str!("de/care.ftl"),
            include_str!("de/found.ftl"),
            include_str!("de/health.ftl"),
            include_str!("de/journal.ftl"),
            include_str!("de/keys.ftl"),
            include_str!("de/lines.ftl"),
            include_str!("de/offers.ftl"),
            include_str!("de/places.ftl"),
            include_str!("de/plan.ftl"),
            include_str!("de/player.ftl"),
            include_str!("de/ready.ftl"),
            include_str!("de/sides.ftl"),
            include_str!("de/sounds.ftl"),
            include_str!("de/summary.ftl"),
            include_str!("de/switches.ftl"),
            include_str!("de/touch.ftl"),
            include_str!("de/volumes.ftl"),
        ],
    }
}

/// The files of one language that only reports and problems of files are made of.
const fn report_files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            include_str!("en/problems.ftl"),
            include_str!("en/profile.ftl"),
            include_str!("en/recipes.ftl"),
            include_str!("en/reminders.ftl"),
            include_str!("en/review.ftl"),
            include_str!("en/reports.ftl"),
            include_str!("en/settings.ftl"),
        ],
        Language::German => &[
            include_str!("de/problems.ftl"),
            include_str!("de/profile.ftl"),
            include_str!("de/recipes.ftl"),
            include_str!("de/reminders.ftl"),
            include_str!("de/review.ftl"),
            include_str!("de/reports.ftl"),
            include_str!("de/settings.ftl"),
        ],
    }
}

/// What the program says by itself while a session plays: few files, for they are asked for whenever
/// a session is laid out.
const fn announcement_files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            include_str!("en/announcements.ftl"),
            include_str!("en/sides.ftl"),
            include_str!("en/switches.ftl"),
        ],
        Language::German => &[
            include_str!("de/announcements.ftl"),
            include_str!("de/sides.ftl"),
            include_str!("de/switches.ftl"),
        ],
    }
}

/// What a session that is planned says, and why: few files, for the same reason.
const fn plan_files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => &[
            include_str!("en/places.ftl"),
            include_str!("en/plan.ftl"),
            include_str!("en/touch.ftl"),
        ],
        Language::German => &[
            include_str!("de/places.ftl"),
            include_str!("de/plan.ftl"),
            include_str!("de/touch.ftl"),
        ],
    }
}

/// The texts of one language that were read so far. They never change, so that they are read once,
/// when they are first asked for, and shared by all who say them.
struct ReadTexts {
    of_screens: OnceLock<Texts>,
    of_announcements: OnceLock<Texts>,
    of_plans: OnceLock<Texts>,
    with_reports: OnceLock<Texts>,
}

impl ReadTexts {
    const fn none() -> Self {
        Self {
            of_screens: OnceLock::new(),
            of_announcements: OnceLock::new(),
            of_plans: OnceLock::new(),
            with_reports: OnceLock::new(),
        }
    }

    fn of(language: Language) -> &'static Self {
        static ENGLISH: ReadTexts = ReadTexts::none();
        static GERMAN: ReadTexts = ReadTexts::none();
        match language {
            Language::English => &ENGLISH,
            Language::German => &GERMAN,
        }
    }
}

/// The texts of one language, shared.
pub struct Texts {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl Texts {
    /// The texts of a language. The first time takes a moment.
    pub fn of(language: Language) -> &'static Self {
        let read = || Self::read(language, files(language));
        ReadTexts::of(language).of_screens.get_or_init(read)
    }

    /// Only what the program says by itself while a session plays.
    pub fn of_announcements(language: Language) -> &'static Self {
        let read = || Self::read(language, announcement_files(language));
        ReadTexts::of(language).of_announcements.get_or_init(read)
    }

    /// Only what a session that is planned says, and why.
    pub fn of_plans(language: Language) -> &'static Self {
        let read = || Self::read(language, plan_files(language));
        ReadTexts::of(language).of_plans.get_or_init(read)
    }

    /// All texts, with those of reports and of problems in files, which no screen shows.
    pub fn with_reports(language: Language) -> &'static Self {
        let read = || Self::read(language, &[files(language), report_files(language)].concat());
        ReadTexts::of(language).with_reports.get_or_init(read)
    }

    /// Texts from these files.
    pub(super) fn read(language: Language, files: &[&str]) -> Self {
        let locale: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // No marks of direction around what is put in: a terminal would show them.
        bundle.set_use_isolating(false);
        for file in files {
            // A file with mistakes gives all its good messages; the tests accept none.
            let read = FluentResource::try_new((*file).to_owned());
            bundle.add_resource_overriding(read.unwrap_or_else(|(read, _)| read));
        }
        Self { language, bundle }
    }

    /// Their language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message in words. One that is unknown gives its id, so that a session is never without.
    pub fn text(&self, message: &Message) -> String {
        self.find(message).unwrap_or_else(|| message.id().to_owned())
    }

    /// A message in words, if there is one of its id: sounds may be a person's own, without a name.
    pub fn find(&self, message: &Message) -> Option<String> {
        let mut arguments = FluentArgs::with_capacity(message.arguments().len());
        for (name, argument) in message.arguments() {
            arguments.set(*name, self.value(argument));
        }
        let (id, attribute) = match message.id().split_once('.') {
            Some((id, attribute)) => (id, Some(attribute)),
            None => (message.id(), None),
        };
        let known = self.bundle.get_message(id);
        let attribute = attribute.and_then(|name| known.as_ref()?.get_attribute(name));
        let whole = known.as_ref().and_then(FluentMessage::value);
        let pattern = attribute.map(|attribute| attribute.value()).or(whole)?;
        // What cannot be filled in stays as it is written there; the tests accept none.
        let text = self.bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new());
        Some(text.into_owned())
    }

    /// Whether there is a message of this id.
    #[cfg(test)]
    pub(super) fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    fn value<'a>(&self, argument: &'a Argument) -> FluentValue<'a> {
        match argument {
            Argument::Text(text) => FluentValue::from(text.as_str()),
            Argument::Number(number) => FluentValue::from(*number),
            Argument::Message(message) => FluentValue::from(self.text(message)),
        }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Texts").field(&self.language).finish()
    }
}

/// A message in English words, for what is still said in English alone.
pub fn in_english(message: &Message) -> String {
    Texts::with_reports(Language::English).text(message)
}
