//! What a session comes to, for the overview at its start.

use std::collections::BTreeSet;

use crate::body::Region;
use crate::session::{PackPlace, StepKind};
use crate::timeline::length::SpokenLength;
use crate::timeline::overview::{MOST_TOPICS, Overview, OverviewTopic};
use crate::timeline::{Segment, SegmentKind};

/// What takes up less of a session than one in so many parts is not named.
const SHORT_PART: u64 = 12;
/// Attention that stays with so many places goes through the body.
const PLACES_OF_A_WALK: usize = 4;
/// A scan shorter than this only finds what comes next, in milliseconds.
const STAYING_MILLIS: u64 = 20_000;

/// The overview of these segments: what takes up most of them, in the order in which it comes.
pub(super) fn overview(segments: &[Segment]) -> Overview {
    let end = segments.last().map_or(0, |segment| segment.end);
    let attention = attention(segments);
    let mut topics: Vec<(OverviewTopic, u64)> = Vec::new();
    for segment in segments {
        let Some(topic) = topic_of(segment, attention) else { continue };
        match topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, millis)) => *millis += segment.millis(),
            None => topics.push((topic, segment.millis())),
        }
    }
    // Beside what is done, rest goes without saying, and so does what is soon over.
    if topics.len() > 1 {
        topics.retain(|(topic, _)| *topic != OverviewTopic::Rest);
    }
    let longest = topics.iter().map(|(_, millis)| *millis).max().unwrap_or(0);
    topics.retain(|(_, millis)| *millis >= (end / SHORT_PART).min(longest));
    while topics.len() > MOST_TOPICS {
        let least = topics.iter().map(|(_, millis)| *millis).min();
        let shortest = topics.iter().rposition(|(_, millis)| Some(*millis) == least);
        topics.remove(shortest.unwrap_or(0));
    }
    let mut named = topics.into_iter().map(|(topic, _)| topic);
    let topics = [named.next(), named.next(), named.next()];
    Overview { length: SpokenLength::of_millis(end), topics }
}

/// What attention comes to in these segments: a way through the body, or a stay with some place of it.
fn attention(segments: &[Segment]) -> OverviewTopic {
    let stays = segments.iter().filter(|segment| is_attention(segment));
    let places: BTreeSet<Option<Region>> = stays.map(Segment::region).collect();
    if places.contains(&None) || places.len() >= PLACES_OF_A_WALK {
        OverviewTopic::Attention
    } else {
        OverviewTopic::Noticing
    }
}

/// Whether attention stays somewhere, and does not only find what comes next.
fn is_attention(segment: &Segment) -> bool {
    segment.kind == SegmentKind::Scan && segment.millis() >= STAYING_MILLIS
}

fn topic_of(segment: &Segment, attention: OverviewTopic) -> Option<OverviewTopic> {
    Some(match segment.kind {
        SegmentKind::LeadIn(_) | SegmentKind::Switch | SegmentKind::StopSign(_) => return None,
        SegmentKind::Massage => OverviewTopic::Region(standing_for(segment.region()?)),
        SegmentKind::Pack => match &segment.step.as_ref()?.kind {
            StepKind::Pack { place: PackPlace::Joint(joint), .. } => OverviewTopic::Joint(*joint),
            _ => OverviewTopic::Region(standing_for(segment.region()?)),
        },
        SegmentKind::Breathe => OverviewTopic::Breath,
        SegmentKind::Stretch => OverviewTopic::Stretch,
        SegmentKind::Tense => OverviewTopic::Tension,
        SegmentKind::Scan => is_attention(segment).then_some(attention)?,
        SegmentKind::Rest => OverviewTopic::Rest,
    })
}

/// The region that stands for a part of the body in an overview: “the thighs” from all around.
fn standing_for(region: Region) -> Region {
    match region {
        Region::SkullBase => Region::NeckBack,
        Region::UpperTrapezius => Region::Shoulder,
        Region::ThumbPad => Region::Hand,
        Region::OuterThigh | Region::Hamstrings => Region::Quadriceps,
        Region::Shin => Region::Calf,
        region => region,
    }
}
