//! Why each step of a plan is there, in plain words.

use super::choose::{ChosenPlace, WhyChosen};
use super::notes::with;
use super::repertoire::UsableMove;
use super::request::PlanRequest;
use crate::body::Region;
use crate::session::{Position, Tool};
use crate::words::{Message, place};

fn of_place(reason: Message, region: Region) -> Message {
    reason.with("place", place(region, None))
}

/// Why a place is warmed: it was asked for, or lies near and there is time.
pub(super) fn warm(chosen: &ChosenPlace) -> Message {
    let reason = match chosen.why {
        WhyChosen::Asked => "plan-why-warm",
        WhyChosen::CloseBy => "plan-why-warm-near",
        WhyChosen::TimeLeft => "plan-why-warm-more",
    };
    of_place(Message::new(reason), chosen.wanted.region)
}

/// Why a place is worked so.
pub(super) fn work(request: &PlanRequest, chosen: &ChosenPlace, how: &UsableMove) -> Message {
    let region = chosen.wanted.region;
    let tool = how.massage().map_or(Tool::Hands, |massage| massage.tool);
    let is_wished = request.technique.is_some()
        && how.massage().map(|massage| massage.technique) == request.technique;
    if is_wished {
        return of_place(Message::new("plan-why-technique"), region);
    }
    if tool != Tool::Hands {
        return of_place(Message::new("plan-why-tool"), region).with("tool", with(tool));
    }
    let reason = match chosen.why {
        _ if chosen.light.is_some() => "plan-why-work",
        WhyChosen::Asked => "plan-why-light",
        WhyChosen::CloseBy => "plan-why-light-near",
        WhyChosen::TimeLeft => "plan-why-light-more",
    };
    of_place(Message::new(reason), region)
}

/// Why a place is left with light strokes.
pub(super) fn soothe(region: Region) -> Message {
    of_place(Message::new("plan-why-soothe"), region)
}

/// Why a place is stretched.
pub(super) fn stretch(region: Region) -> Message {
    of_place(Message::new("plan-why-stretch"), region)
}

/// Why the position changes.
pub(super) fn position(to: Position, for_place: Option<Region>) -> Message {
    match for_place {
        Some(region) => {
            of_place(Message::new("plan-why-position"), region).with("position", to.id())
        }
        None => Message::new("plan-why-lie-down"),
    }
}

/// Why one breathes before anything else.
pub(super) fn breathe(request: &PlanRequest) -> Message {
    let asked = request.goals.first().map_or("none", |goal| goal.id());
    Message::new("plan-why-breathe").with("goal", asked)
}
