//! Words with places to fill in: `{side}`, `{breaths}` and the like.

use crate::words::SideWords;

/// What the places in a step's words are filled with, as the step is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placeholders<'a> {
    /// What the side worked on is called, and the other one.
    pub sides: Option<(&'a SideWords, &'a SideWords)>,
    /// Which round of the innermost group this is, counted from 1, and how many there are.
    pub repeat: Option<(u32, u32)>,
    /// Whole breaths in the step.
    pub breaths: Option<u32>,
    /// Length of the step in milliseconds.
    pub millis: u64,
}

/// A name that may stand in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placeholder {
    /// A side: which, in which form, and whether a sentence begins with it.
    Side(WhichSide, SideForm, AtStart),
    Repeat,
    Repeats,
    Breaths,
    Minutes,
    Seconds,
}

/// Which of two sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhichSide {
    Worked,
    Other,
}

/// The form of its word; in English they are all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SideForm {
    Plain,
    Dative,
    Adverb,
}

/// Whether a sentence begins here, so that the first letter is large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AtStart(bool);

/// What has to surround a placeholder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Needs {
    Side,
    Group,
    Pattern,
    Nothing,
}

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextPiece<'a> {
    /// Words as they are.
    Words(&'a str),
    /// What stands between braces.
    Place(&'a str),
    /// A brace that opens or closes nothing.
    StrayBrace,
}

impl Placeholder {
    pub(crate) const ALL: [(&'static str, Self); 17] = [
        ("side", Self::Side(WhichSide::Worked, SideForm::Plain, AtStart(false))),
        ("Side", Self::Side(WhichSide::Worked, SideForm::Plain, AtStart(true))),
        ("other-side", Self::Side(WhichSide::Other, SideForm::Plain, AtStart(false))),
        ("Other-side", Self::Side(WhichSide::Other, SideForm::Plain, AtStart(true))),
        ("side-dative", Self::Side(WhichSide::Worked, SideForm::Dative, AtStart(false))),
        ("Side-dative", Self::Side(WhichSide::Worked, SideForm::Dative, AtStart(true))),
        ("other-side-dative", Self::Side(WhichSide::Other, SideForm::Dative, AtStart(false))),
        ("Other-side-dative", Self::Side(WhichSide::Other, SideForm::Dative, AtStart(true))),
        ("side-adverb", Self::Side(WhichSide::Worked, SideForm::Adverb, AtStart(false))),
        ("Side-adverb", Self::Side(WhichSide::Worked, SideForm::Adverb, AtStart(true))),
        ("other-side-adverb", Self::Side(WhichSide::Other, SideForm::Adverb, AtStart(false))),
        ("Other-side-adverb", Self::Side(WhichSide::Other, SideForm::Adverb, AtStart(true))),
        ("repeat", Self::Repeat),
        ("repeats", Self::Repeats),
        ("breaths", Self::Breaths),
        ("minutes", Self::Minutes),
        ("seconds", Self::Seconds),
    ];

    pub(crate) fn named(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, placeholder)| *placeholder)
    }

    /// What has to surround the words for there to be a value.
    pub(crate) fn needs(self) -> Needs {
        match self {
            Self::Side(..) => Needs::Side,
            Self::Repeat | Self::Repeats => Needs::Group,
            Self::Breaths => Needs::Pattern,
            Self::Minutes | Self::Seconds => Needs::Nothing,
        }
    }

    fn value(self, with: &Placeholders<'_>) -> Option<String> {
        match self {
            Self::Side(which, form, AtStart(at_start)) => with.sides.map(|(worked, other)| {
                let words = match which {
                    WhichSide::Worked => worked,
                    WhichSide::Other => other,
                };
                let word = match form {
                    SideForm::Plain => &words.plain,
                    SideForm::Dative => &words.dative,
                    SideForm::Adverb => &words.adverb,
                };
                if at_start { capitalised(word) } else { word.clone() }
            }),
            Self::Repeat => with.repeat.map(|(this, _)| this.to_string()),
            Self::Repeats => with.repeat.map(|(_, all)| all.to_string()),
            Self::Breaths => with.breaths.map(|breaths| breaths.to_string()),
            Self::Minutes => Some(minutes(with.millis)),
            Self::Seconds => Some(with.millis.saturating_add(500).div_euclid(1_000).to_string()),
        }
    }
}

/// Fills the places of a template. Names without a value lose only their braces.
pub fn fill(template: &str, with: &Placeholders<'_>) -> String {
    if !template.contains(['{', '}']) {
        return template.to_owned();
    }
    let mut filled = String::with_capacity(template.len());
    for piece in pieces(template) {
        match piece {
            TextPiece::Words(words) => filled.push_str(words),
            TextPiece::StrayBrace => {}
            TextPiece::Place(name) => {
                match Placeholder::named(name).and_then(|place| place.value(with)) {
                    Some(value) => filled.push_str(&value),
                    None => filled.push_str(name),
                }
            }
        }
    }
    filled
}

/// The template taken apart; `{{` and `}}` are plain braces.
pub(crate) fn pieces(template: &str) -> Vec<TextPiece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(brace) = rest.find(['{', '}']) {
        let (words, from_brace) = rest.split_at(brace);
        if !words.is_empty() {
            pieces.push(TextPiece::Words(words));
        }
        let doubled = from_brace.starts_with("{{") || from_brace.starts_with("}}");
        let close = from_brace[1..].find(['{', '}']).map(|at| at + 1);
        rest = match close {
            _ if doubled => {
                pieces.push(TextPiece::Words(&from_brace[..1]));
                &from_brace[2..]
            }
            Some(close) if from_brace.starts_with('{') && from_brace[close..].starts_with('}') => {
                pieces.push(TextPiece::Place(&from_brace[1..close]));
                &from_brace[close + 1..]
            }
            _ => {
                pieces.push(TextPiece::StrayBrace);
                &from_brace[1..]
            }
        };
    }
    if !rest.is_empty() {
        pieces.push(TextPiece::Words(rest));
    }
    pieces
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Minutes to the nearest half, as people say them: `2`, `1.5`.
fn minutes(millis: u64) -> String {
    let halves = millis.saturating_add(15_000) / 30_000;
    if halves.is_multiple_of(2) { (halves / 2).to_string() } else { format!("{}.5", halves / 2) }
}
