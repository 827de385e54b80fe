//! A session made for a person: minutes, places, goals, tools and setting in, and out an ordinary
//! session that fits to the second, with the reason for each of its steps.
//!
//! A plan settles, warms each place, works it, soothes it, and lets everything come together at the
//! end. It is made of the moves that the library knows, so better moves make better plans.

mod choose;
mod compose;
mod notes;
mod part;
mod place_words;
mod reasons;
mod repertoire;
mod request;
mod share;
#[cfg(test)]
mod tests;
mod travel;
mod unused;

pub use notes::{PlaceLeftOut, SparedPlaces, WhyLeftOut};
pub use part::Role;
pub use place_words::{place_near, places_called, plain_places};
pub use request::{Energy, PlanRequest, WantedPlace};
pub use unused::UnusedTool;

use crate::body::Region;
use crate::care::CaredFor;
use crate::format::{KnownNames, parse, session_text};
use crate::session::Session;
use crate::words::Message;
use compose::Composition;
use thiserror::Error;

/// A session made for a request.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The session, as its text is read.
    pub session: Session,
    /// The text of its file.
    pub text: String,
    /// Each step as it is written, in order, with its reason.
    pub steps: Vec<PlanStep>,
    /// Places that were asked for and are not in it.
    pub left_out: Vec<PlaceLeftOut>,
    /// What the person had better leave out at the places that are in it.
    pub spared: Vec<SparedPlaces>,
    /// Tools that were at hand and are not in it.
    pub unused: Vec<UnusedTool>,
}

/// Why a step is in a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanStep {
    /// What it is there for.
    pub role: Role,
    /// The place it is for.
    pub place: Option<Region>,
    /// Why it is there, in plain words.
    pub reason: Message,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CannotPlan {
    /// It cannot be as long as it should.
    #[error("the nearest length is {nearest} ms")]
    Length {
        /// The nearest it can be, in milliseconds.
        nearest: u64,
    },
    /// No place that was asked for can be worked there with these tools.
    #[error("no place can be worked")]
    NoPlace {
        /// The places, each with the reason.
        left_out: Vec<PlaceLeftOut>,
    },
}

/// Makes a session for a request out of the moves among these names, without those that the person had
/// better leave out. The same request gives the same
/// plan.
///
/// # Errors
/// [`CannotPlan`] where it cannot be as long as asked, with the nearest length, or where no place can
/// be worked.
pub fn plan(
    request: &PlanRequest,
    person: &CaredFor,
    moves: &KnownNames,
) -> Result<Plan, CannotPlan> {
    let mut outcome = with_what_fits(request, person, moves);
    // Another length may have time for another position, and so another nearest length.
    for _ in 0..NEARER {
        let Err(CannotPlan::Length { nearest }) = outcome else { return outcome };
        match with_what_fits(&PlanRequest { millis: nearest, ..request.clone() }, person, moves) {
            Ok(_) => return Err(CannotPlan::Length { nearest }),
            other => outcome = other,
        }
    }
    outcome
}

/// A plan without the places that came along with what was asked for, as far as there is no time for
/// them.
fn with_what_fits(
    request: &PlanRequest,
    person: &CaredFor,
    moves: &KnownNames,
) -> Result<Plan, CannotPlan> {
    let mut request = PlanRequest { places: request.wanted(), ..request.clone() };
    let mut too_many: Vec<PlaceLeftOut> = Vec::new();
    loop {
        let outcome = planned(&request, person, moves);
        let is_too_short = matches!(outcome,
            Err(CannotPlan::Length { nearest }) if nearest > request.millis);
        let spare = request.places.iter().rposition(|place| place.comes_along);
        let Some(spare) = spare.filter(|_| is_too_short) else {
            return outcome.map(|mut plan| {
                plan.left_out.extend(too_many);
                plan
            });
        };
        let region = request.places.remove(spare).region;
        too_many.push(PlaceLeftOut { region, why: WhyLeftOut::Time });
    }
}

/// How often a nearest length is looked for.
const NEARER: usize = 6;

fn planned(
    request: &PlanRequest,
    person: &CaredFor,
    moves: &KnownNames,
) -> Result<Plan, CannotPlan> {
    let composition = Composition::of(request, person, moves)?;
    let (session, steps) = composition.session(request)?;
    let text = session_text(&session);
    // What is handed on is what anyone who has the file reads.
    let read = parse("plan.toml", &text, moves).0;
    let session = read.unwrap_or(session);
    let Composition { left_out, spared, mut unused, .. } = composition;
    unused.retain(|it| !session.tools.contains(&it.tool));
    Ok(Plan { session, text, steps, left_out, spared, unused })
}
