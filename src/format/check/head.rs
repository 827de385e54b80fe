//! The head of a session: what it is, for whom, and how it sounds by itself.

use super::wording::Known;
use super::{Checker, part};
use crate::format::draft::{AnnouncementsDraft, ChimesDraft, Field, SessionDraft};
use crate::problem::letters::as_typed;
use crate::prosody::Pace;
use crate::session::Position;
use crate::session::limits;
use crate::session::{Announced, Announcements, Block, Chimes, Session, Setting};
use crate::words::Message;

/// The checked head; a session once it has its steps.
pub(super) struct Head(Session);

impl Head {
    /// At what pace its words are spoken.
    pub(super) fn pace(&self) -> Pace {
        let is_for_bed = self.0.settings.contains(&Setting::Bed);
        Pace::by(is_for_bed, None).in_language(&self.0.language)
    }

    pub(super) fn with_blocks(self, blocks: Vec<Block>) -> Session {
        Session { blocks, ..self.0 }
    }
}

impl Checker<'_> {
    pub(super) fn head(&mut self, draft: &SessionDraft) -> Head {
        self.head_is_whole(draft);
        let settings = self.some_of("settings", &draft.settings);
        let silence = draft.silence.value().copied().unwrap_or(false);
        let usual_chimes = Chimes::usual(&settings).in_silence(silence);
        let language = self.language(&draft.language);
        let title = self.words("title", &draft.title, limits::TITLE);
        let summary = self.words("summary", &draft.summary, limits::LINE);
        let session = Session {
            title: title.unwrap_or_default(),
            summary: summary.unwrap_or_default(),
            language: language.unwrap_or_else(|| "en".to_owned()),
            author: self.words("author", &draft.author, limits::NAME),
            licence: self.words("licence", &draft.licence, limits::NAME),
            sources: self.texts("sources", &draft.sources, limits::SOURCES),
            settings,
            position: draft.position.value().copied().unwrap_or(Position::Any),
            receiver: draft.receiver.value().copied().unwrap_or_default(),
            goals: self.some_of("goals", &draft.goals),
            tools: self.any_of("tools", &draft.tools),
            cautions: self.texts("cautions", &draft.cautions, limits::CAUTIONS),
            bed: self.bed(&draft.bed),
            lead_in: self.lead_in(draft),
            silence,
            chimes: self.own_chimes(draft.chimes.value(), usual_chimes),
            announcements: self.announcements(&draft.announcements),
            blocks: Vec::new(),
        };
        Head(session)
    }

    fn head_is_whole(&mut self, draft: &SessionDraft) {
        let mut missing = Vec::new();
        self.format(&draft.format, &mut missing);
        let required = [
            ("title", draft.title.is_missing()),
            ("summary", draft.summary.is_missing()),
            ("settings", draft.settings.is_missing()),
            ("position", draft.position.is_missing()),
            ("goals", draft.goals.is_missing()),
            ("steps", draft.steps.is_missing()),
        ];
        missing.extend(required.iter().filter(|(_, gone)| *gone).map(|(key, _)| *key));
        self.missing(part("session"), &missing, 0..0);
    }

    pub(super) fn format(&mut self, format: &Field<i64>, missing: &mut Vec<&str>) {
        if format.is_missing() {
            missing.push("format");
        }
        if let Some(given) = format.given().filter(|given| given.value < 1) {
            let (message, help) =
                (Message::new("no-such-format"), Message::new("no-such-format-help"));
            self.error("out-of-range", &given.span, message, Some(help));
        }
    }

    /// Words of a list, at least one.
    fn some_of<T: Copy + PartialEq>(&mut self, key: &str, field: &Field<Vec<Field<T>>>) -> Vec<T> {
        if let Some(given) = field.given().filter(|given| given.value.is_empty()) {
            let message = Message::new("needs-an-entry").with("key", key);
            self.error("empty", &given.span, message, None);
        }
        self.any_of(key, field)
    }

    /// Words of a list, each once.
    pub(super) fn any_of<T: Copy + PartialEq>(
        &mut self,
        key: &str,
        field: &Field<Vec<Field<T>>>,
    ) -> Vec<T> {
        let mut words = Vec::new();
        for given in field.value().into_iter().flatten().filter_map(Field::given) {
            if words.contains(&given.value) {
                let message = Message::new("stands-twice").with("key", key);
                self.warning("repeated-word", &given.span, message);
            } else {
                words.push(given.value);
            }
        }
        words
    }

    fn language(&mut self, field: &Field<String>) -> Option<String> {
        let given = field.given()?;
        let tag = given.value.as_str();
        let mut parts = tag.split('-');
        let begins_well = parts.next().is_some_and(|first| {
            (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic())
        });
        let goes_on_well = parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        });
        let is_tag = begins_well && goes_on_well && tag.len() <= 35;
        if is_tag && tag_of_name(tag).is_none() {
            return Some(given.value.clone());
        }
        let help = meant_tag(tag).map_or_else(
            || Message::new("bad-language-help"),
            |tag| Message::new("write").with("text", format!("\"{tag}\"")),
        );
        self.error("bad-language", &given.span, Message::new("bad-language"), Some(help));
        None
    }

    fn announcements(&mut self, field: &Field<AnnouncementsDraft>) -> Announcements {
        let Some(draft) = field.value() else {
            return Announcements::default();
        };
        Announcements {
            lead_in: self.announced("lead-in", &draft.lead_in, false),
            ten_seconds: self.announced("ten-seconds", &draft.ten_seconds, false),
            switch: self.announced("switch", &draft.switch, true),
            tense: self.announced("tense", &draft.tense, false),
            again: self.announced("again", &draft.again, false),
            release: self.announced("release", &draft.release, false),
        }
    }

    fn announced(&mut self, key: &str, field: &Field<String>, side: bool) -> Announced {
        match field {
            Field::Missing | Field::Damaged => Announced::ByProgram,
            Field::Given(words) if words.value == "none" => Announced::Silent,
            Field::Given(_) => {
                let known = Known { side, ..Known::default() };
                let text = self.template(key, field, limits::LINE, known);
                text.map_or(Announced::ByProgram, Announced::ByAuthor)
            }
        }
    }

    fn own_chimes(&mut self, draft: Option<&ChimesDraft>, usual: Chimes) -> Chimes {
        let none = ChimesDraft::default();
        let draft = draft.unwrap_or(&none);
        Chimes {
            start: self.own_chime(&draft.start, usual.start),
            next: self.own_chime(&draft.next, usual.next),
            switch: self.own_chime(&draft.switch, usual.switch),
            halfway: self.own_chime(&draft.halfway, usual.halfway),
            end: self.own_chime(&draft.end, usual.end),
        }
    }

    fn own_chime(&mut self, field: &Field<String>, usual: Option<String>) -> Option<String> {
        match field {
            Field::Missing => usual,
            Field::Damaged => None,
            Field::Given(name) if name.value == "none" => None,
            Field::Given(_) => self.chime(field),
        }
    }
}

/// The tag that is meant by the name of a language, or by a tag that is written in another way.
fn meant_tag(text: &str) -> Option<String> {
    // Before letters that look like Latin ones are read as those: Greek and Cyrillic have many.
    if let Some(tag) = tag_of_name(text.trim()) {
        return Some(tag.to_owned());
    }
    let typed = as_typed(text).trim().replace('_', "-");
    let base = typed.split('.').next().unwrap_or_default();
    let (first, rest) = base.split_once(['-', ' ']).unwrap_or((base, ""));
    if let Some(tag) = tag_of_name(first) {
        return Some(tag.to_owned());
    }
    let is_tag = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_language = (2..=3).contains(&first.len()) && is_tag(first) && base != text;
    match rest {
        "" => is_language.then(|| first.to_lowercase()),
        rest => (is_language && (2..=8).contains(&rest.len()) && is_tag(rest))
            .then(|| format!("{}-{rest}", first.to_lowercase())),
    }
}

/// The tag of a language by its name, in English, in German or in itself, or by its longer code.
fn tag_of_name(name: &str) -> Option<&'static str> {
    Some(match name.to_lowercase().as_str() {
        "english" | "englisch" | "eng" | "us" | "gb" => "en",
        "german" | "deutsch" | "deu" | "ger" => "de",
        "french" | "französisch" | "français" | "francais" | "fra" | "fre" => "fr",
        "spanish" | "spanisch" | "español" | "espanol" | "spa" => "es",
        "italian" | "italienisch" | "italiano" | "ita" => "it",
        "portuguese" | "portugiesisch" | "português" | "por" => "pt",
        "dutch" | "niederländisch" | "nederlands" | "nld" | "dut" => "nl",
        "polish" | "polnisch" | "polski" | "pol" => "pl",
        "swedish" | "schwedisch" | "svenska" | "swe" => "sv",
        "danish" | "dänisch" | "dansk" | "dan" | "dk" => "da",
        "norwegian" | "norwegisch" | "norsk" | "nor" => "no",
        "finnish" | "finnisch" | "suomi" | "fin" => "fi",
        "czech" | "tschechisch" | "čeština" | "ces" | "cze" | "cz" => "cs",
        "turkish" | "türkisch" | "türkçe" | "tur" => "tr",
        "greek" | "griechisch" | "ελληνικά" | "ell" | "gre" | "gr" => "el",
        "russian" | "russisch" | "русский" | "rus" => "ru",
        "ukrainian" | "ukrainisch" | "українська" | "ukr" | "ua" => "uk",
        "arabic" | "arabisch" | "العربية" | "ara" => "ar",
        "hindi" | "हिन्दी" | "hin" => "hi",
        "japanese" | "japanisch" | "日本語" | "jpn" | "jp" => "ja",
        "chinese" | "chinesisch" | "中文" | "zho" | "chi" | "cn" => "zh",
        "korean" | "koreanisch" | "한국어" | "kor" | "kr" => "ko",
        _ => return None,
    })
}
