//! What is said with a plan: which places are not in it and why, and what was spared for the person.

use super::Plan;
use crate::body::Region;
use crate::care::ChangeReason;
use crate::session::{Session, Setting, Tool};
use crate::words::{Message, Texts, place, upper_first};

/// A place that was asked for and is not in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceLeftOut {
    /// The place.
    pub region: Region,
    /// Why it is not in it.
    pub why: WhyLeftOut,
}

/// Why a place is not in a plan. The first of these that is true is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// The plan is too short for it as well.
    Time,
    /// The person had better leave it out, for these reasons.
    Care(Vec<ChangeReason>),
    /// It would need this tool.
    Tool(Tool),
    /// It would need a position that asks for more than the person feels like.
    Energy,
    /// No move reaches it there.
    Setting(Setting),
}

/// Ways to work a place that the person had better leave out, though others are in the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SparedPlaces {
    /// Why.
    pub because: ChangeReason,
    /// The places, in the order of the body.
    pub regions: Vec<Region>,
}

/// The reason that is told, of several: the first of their order that is there.
pub(super) fn first_to_tell<'a>(whys: impl Iterator<Item = &'a WhyLeftOut>) -> Option<WhyLeftOut> {
    let rank = |why: &&WhyLeftOut| match why {
        WhyLeftOut::Time => 0,
        WhyLeftOut::Care(_) => 1,
        WhyLeftOut::Tool(_) => 2,
        WhyLeftOut::Energy => 3,
        WhyLeftOut::Setting(_) => 4,
    };
    let whys: Vec<_> = whys.collect();
    whys.iter().copied().min_by_key(rank).cloned().map(|why| match why {
        WhyLeftOut::Care(first) => WhyLeftOut::Care(in_every_way(first, &whys)),
        other => other,
    })
}

/// Of what stands in the way of one move, what does so for each other that the person had better leave
/// out: without that some would be in the plan. All of it where nothing does.
fn in_every_way(first: Vec<ChangeReason>, whys: &[&WhyLeftOut]) -> Vec<ChangeReason> {
    let stands = |reason: &ChangeReason| {
        whys.iter().all(|why| match why {
            WhyLeftOut::Care(because) => because.iter().any(|other| reason.is_told_like(*other)),
            _ => true,
        })
    };
    let always: Vec<_> = first.iter().copied().filter(stands).collect();
    ChangeReason::each_once(if always.is_empty() { first } else { always })
}

impl PlaceLeftOut {
    /// What a person is told of it.
    pub fn message(&self, texts: &Texts) -> Message {
        let message = match &self.why {
            WhyLeftOut::Time => Message::new("plan-left-out-time"),
            WhyLeftOut::Care(because) => {
                let because: Vec<_> = because.iter().map(|reason| reason.name(texts)).collect();
                Message::new("plan-left-out-care").with("because", because.join(", "))
            }
            WhyLeftOut::Tool(tool) => Message::new("plan-left-out-tool").with("tool", with(*tool)),
            WhyLeftOut::Energy => Message::new("plan-left-out-energy"),
            WhyLeftOut::Setting(setting) => {
                Message::new("plan-left-out").with("setting", setting.id())
            }
        };
        message.with("place", place(self.region, None))
    }
}

impl SparedPlaces {
    /// What a person is told of it.
    pub fn message(&self, texts: &Texts) -> Message {
        let places: Vec<_> =
            self.regions.iter().map(|region| texts.text(&place(*region, None))).collect();
        Message::new("plan-spared")
            .with("because", self.because.name(texts))
            .with("places", places.join(", "))
    }
}

impl Plan {
    /// What a person is told before its steps: what is left out, what was spared, and which of the
    /// tools that were wished for it does not need.
    pub fn notes(&self, wished: &[Tool], texts: &Texts) -> Vec<Message> {
        let left_out = self.left_out.iter().map(|it| it.message(texts));
        let spared = self.spared.iter().map(|it| it.message(texts));
        let unused = self.unused.iter().filter(|it| wished.contains(&it.tool));
        let unused = unused.map(|it| it.message(texts));
        left_out.chain(spared).chain(unused).collect()
    }

    /// The session, with its notes as the first of what to know before it. Only to be played: what was
    /// spared for a person is in no file.
    pub fn told(&self, wished: &[Tool], texts: &Texts) -> Session {
        let notes = self.notes(wished, texts).into_iter();
        let notes = notes.map(|note| format!("{}.", upper_first(&texts.text(&note))));
        let cautions = notes.chain(self.session.cautions.iter().cloned()).collect();
        Session { cautions, ..self.session.clone() }
    }
}

/// A tool in a sentence: “a ball”.
pub(super) fn with(tool: Tool) -> Message {
    Message::new(format!("with-{}", tool.id())).with("side", "none")
}
