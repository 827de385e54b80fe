//! What a recording says of itself: title, author, licence and chapters.

use crate::lengths::caption_time;
use crate::session::Session;
use crate::timeline::Timeline;
use crate::words::{Message, Texts};

/// The program that made it, with its version.
pub(super) const SOFTWARE: &str = concat!("Unclench ", env!("CARGO_PKG_VERSION"));

/// What a recording says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The session's title.
    pub title: String,
    /// Who wrote the session.
    pub author: Option<String>,
    /// The licence of its words.
    pub licence: Option<String>,
    /// Which synthetic voices speak, in words for a person.
    pub voice: Option<String>,
    /// Where its parts begin, in order.
    pub chapters: Vec<Chapter>,
}

/// Where a part begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// When, in milliseconds.
    pub at: u64,
    /// What it is.
    pub title: String,
}

impl Label {
    /// The label of a session laid out on this timeline. A change of sides and a stop sign are
    /// no chapters: what follows them is.
    pub fn of(session: &Session, timeline: &Timeline) -> Self {
        let segments = timeline.segments().iter();
        let chapters = segments
            .filter(|segment| !segment.kind.leads_to_a_step())
            .map(|segment| Chapter { at: segment.start, title: segment.heading(timeline.texts()) })
            .collect();
        Self {
            title: session.title.clone(),
            author: session.author.clone(),
            licence: session.licence.clone(),
            voice: None,
            chapters,
        }
    }

    /// The same, spoken by these synthetic voices, in the language of the session.
    #[must_use]
    pub fn spoken_by(self, voices: &[String], texts: &Texts) -> Self {
        let told = || Message::new("synthetic-voice").with("voice", voices.join(", "));
        let voice = (!voices.is_empty()).then(|| texts.text(&told()));
        Self { voice, ..self }
    }

    /// The label as Vorbis comments, which FLAC has too: names with values.
    pub(super) fn comments(&self) -> Vec<(String, String)> {
        let mut comments = vec![("TITLE".to_owned(), self.title.clone())];
        let mut add = |name: &str, value: &str| comments.push((name.to_owned(), value.to_owned()));
        if let Some(author) = &self.author {
            add("ARTIST", author);
        }
        if let Some(licence) = &self.licence {
            add("LICENSE", licence);
        }
        if let Some(voice) = &self.voice {
            add("COMMENT", voice);
        }
        add("ENCODER", SOFTWARE);
        for (index, chapter) in self.chapters.iter().enumerate() {
            let number = format!("CHAPTER{:03}", index + 1);
            add(&number, &caption_time(chapter.at));
            add(&format!("{number}NAME"), &chapter.title);
        }
        comments
    }
}
