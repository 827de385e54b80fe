//! Why a session is offered, in words.

use unicode_width::UnicodeWidthStr as _;

use crate::courses::CourseToday;
use crate::library::{OfferReason, PartOfDay, SessionKind};
use crate::words::{Message, Texts};

/// The reasons in one line, “short, at the desk”: as many of them as have room in so many columns.
pub(super) fn line(why: &[OfferReason], columns: usize, texts: &Texts) -> String {
    let mut line = String::new();
    for reason in why {
        let words = texts.text(&message(*reason));
        let longer = if line.is_empty() { words } else { format!("{line}, {words}") };
        if longer.width() > columns {
            break;
        }
        line = longer;
    }
    line
}

/// Which day of which course it is.
pub(super) fn of_course(today: &CourseToday, texts: &Texts) -> String {
    let day = Message::new("offer-course-day");
    let day = day.with("number", today.number as u64).with("of", today.of as u64);
    texts.text(&day.with("course", today.title.clone()))
}

fn message(reason: OfferReason) -> Message {
    match reason {
        OfferReason::Short => Message::new("offer-short"),
        OfferReason::With(tool) => Message::new("offer-with").with("tool", tool.id()),
        OfferReason::Kind(kind) => Message::new("offer-kind").with("kind", kind_id(kind)),
        OfferReason::At(setting) => Message::new("offer-at").with("setting", setting.id()),
        OfferReason::For(part) => Message::new("offer-for").with("time", time_id(part)),
        OfferReason::FreeDay => Message::new("offer-free-day"),
        OfferReason::Helped => Message::new("offer-helped"),
        OfferReason::UnlikeLast => Message::new("offer-unlike-last"),
        OfferReason::CoinSession => Message::new("offer-coin-session"),
        OfferReason::CoinRest => Message::new("offer-coin-rest"),
    }
}

fn kind_id(kind: SessionKind) -> &'static str {
    match kind {
        SessionKind::Touch => "touch",
        SessionKind::Breath => "breath",
        SessionKind::Stretch => "stretch",
        SessionKind::Tensing => "tensing",
        SessionKind::Rest => "rest",
        SessionKind::Pack => "pack",
    }
}

fn time_id(part: PartOfDay) -> &'static str {
    match part {
        PartOfDay::Morning | PartOfDay::Afternoon => "morning",
        PartOfDay::Evening => "evening",
        PartOfDay::Night => "night",
    }
}
