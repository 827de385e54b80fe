//! What is said of a part of a session: where it works, and how.

use crate::session::Tool;
use crate::timeline::Segment;
use crate::words::{Message, Texts, upper_first};

/// How a massage is done: “Knead with your right hand, across the muscle. Pressure 4 of 10.”
pub(super) fn touch(segment: &Segment, texts: &Texts) -> Option<String> {
    let massage = segment.massage()?;
    let stroke = massage.stroke;
    let hand = segment
        .side
        .filter(|_| massage.tool == Tool::Hands && massage.region.is_worked_by_the_other_hand());
    let hand = hand.map_or("none", |side| side.other().word());
    let with = Message::new(format!("with-{}", massage.tool.id())).with("side", hand);
    let kind = texts.text(&Message::new(format!("stroke-{}", stroke.kind.id())));
    let touch = Message::new("touch")
        .with("stroke", upper_first(&kind))
        .with("tool", with)
        .with("direction", Message::new(format!("direction-{}", stroke.direction.id())))
        .with("pressure", massage.pressure);
    Some(texts.text(&touch))
}
