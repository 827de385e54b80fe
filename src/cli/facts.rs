//! What is said of a part of a session: where it works, and how.

use super::text::{one_line, sentence};
use crate::body::{Region, Side};
use crate::session::Tool;
use crate::timeline::Segment;

/// Where a part works and what it is: “Left top of the shoulder: Squeeze and let go”. What the
/// title says already is not said twice.
pub(super) fn heading(segment: &Segment) -> String {
    let title = one_line(&segment.title);
    match place(segment, &title.to_lowercase()) {
        Some(place) if segment.step.is_some() => format!("{}: {title}", sentence(&place)),
        _ => title,
    }
}

fn place(segment: &Segment, title: &str) -> Option<String> {
    let says = |word: &str| title.contains(word);
    let side = segment.side.map(Side::word).filter(|side| !says(side));
    let region = segment.region().map(Region::name);
    match (side, region.filter(|region| !says(region))) {
        (Some(side), Some(region)) => Some(format!("{side} {region}")),
        (Some(side), None) => Some(format!("{side} side")),
        (None, Some(region)) => Some(region.to_owned()),
        (None, None) => None,
    }
}

/// How a massage is done: “Knead with your right hand, across the muscle. Pressure 4 of 10.”
pub(super) fn touch(segment: &Segment) -> Option<String> {
    let massage = segment.massage()?;
    let stroke = massage.stroke;
    let hand = segment.side.filter(|_| massage.region.is_worked_by_the_other_hand());
    let tool = match (massage.tool, hand) {
        (Tool::Hands, Some(side)) => format!("your {} hand", side.other().word()),
        (Tool::Hands, None) => "your hands".to_owned(),
        (Tool::Cream, _) => Tool::Cream.name().to_owned(),
        (tool, _) => format!("a {}", tool.name()),
    };
    let how = format!("{} with {tool}, {}.", sentence(stroke.kind.name()), stroke.direction.name());
    Some(format!("{how} Pressure {} of 10.", massage.pressure))
}
