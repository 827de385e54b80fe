//! What is said of a part of a session: where it works, and how.

use super::text::sentence;
use crate::session::Tool;
use crate::timeline::Segment;

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
