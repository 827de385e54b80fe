//! A session made safe for one person: the only kind a timeline is made of.

mod kept;
mod quiet;
mod summary;
mod tools;
mod walk;

use std::sync::Arc;

use super::cautions::{self, CautionFacts};
use super::condition::{Condition, RuleLevel, RulePlace, ScreenQuestion, StopSign};
use super::deeds::{Deed, deeds_of};
use super::gentler::{self, ChangeKind};
use super::person::{CaredFor, ChangeReason};
use super::place::{BodyPart, BodyPlace, Site};
use super::profile::Profile;
use super::table::CareTable;
use super::translation::caution_in;
use crate::body::Side;
use crate::session::{Block, Placeholders, Receiver, Session, fill, steps_in};
use crate::words::{Language, Message, SideWords, Texts};
use walk::SidesBefore;

/// Less than this share of a session is little, in thousandths.
const LITTLE: u32 = 500;
/// The most places to choose from: each has a key.
const MOST_PLACES: usize = 9;
/// The most questions before a session.
const QUESTIONS: usize = 5;

/// A session as one person may play it. There is no other way to one than [`screen`].
#[derive(Clone, Debug, PartialEq)]
pub struct ScreenedSession {
    asked: Arc<Session>,
    session: Arc<Session>,
    changes: Vec<StepChange>,
    kept: u32,
    cautions: Vec<String>,
    told: CautionFacts,
    questions: Vec<&'static ScreenQuestion>,
    for_whom: Option<u64>,
}

/// One step that gave way.
#[derive(Clone, Debug, PartialEq)]
pub struct StepChange {
    /// Which of the steps of the session that was asked for, counted from 0 as they are written.
    pub step: usize,
    /// Its title.
    pub title: String,
    /// The side on which it gave way; `None` where it did so altogether.
    pub side: Option<Side>,
    /// What became of it.
    pub kind: ChangeKind,
    /// Why, at least one reason.
    pub because: Vec<ChangeReason>,
}

impl StepChange {
    /// Whether the same became of both, for the same reasons.
    fn is_like(&self, other: &Self) -> bool {
        (self.side, self.kind, &self.because) == (other.side, other.kind, &other.because)
    }
}

/// Makes a session safe for a person: what must not be gives way to the gentlest form near it, and
/// the cautions say what else to know. The same session and person give the same result.
///
/// Where the hands work on a partner, it is made safe for anyone but for what was answered today: the
/// profile tells of another body.
pub fn screen(session: &Session, person: &CaredFor) -> ScreenedSession {
    screened(session, person, None)
}

/// The same for a session that was screened for this person before and goes on: both sides keep their
/// order, with `first` before the other where both were alike until now.
pub fn screen_going_on(
    session: &Session,
    person: &CaredFor,
    before: &CaredFor,
    first: Side,
) -> ScreenedSession {
    let before = &before.receiving(session.receiver);
    screened(session, person, Some(SidesBefore { person: before, first }))
}

fn screened(
    session: &Session,
    person: &CaredFor,
    before: Option<SidesBefore<'_>>,
) -> ScreenedSession {
    let asked = Arc::new(session.clone());
    let is_as_always = person.today.is_empty() && session.receiver == Receiver::Oneself;
    let for_whom = is_as_always.then(|| person.profile.fingerprint());
    let person = &person.receiving(session.receiver);
    let (blocks, changes) = walk::blocks(session, person, before);
    let table = CareTable::shipped();
    let deeds = deeds_in(&blocks, session);
    let asked_deeds = deeds_in(&session.blocks, session);
    let kept = kept::share(&session.blocks, &changes);
    let first = cautions_before_all(session, person, kept);
    let questions = questions(table, &asked_deeds, &person.profile);
    let told = CautionFacts { first, deeds, asked_deeds, person: person.clone() };
    let cautions = told.in_language(Language::of_tag(&session.language));
    let mut played = Session { blocks, ..session.clone() };
    if !changes.is_empty() {
        let texts = gentler::texts(&session.language);
        tools::forget_unused(session, &mut played, texts);
        quiet::sit_down(session, &mut played, texts);
        quiet::settle(&mut played.blocks, texts);
        played.summary = summary::of_changed(session, &played, texts);
    }
    played.cautions.extend_from_slice(&cautions);
    ScreenedSession {
        asked,
        session: Arc::new(played),
        changes,
        kept,
        cautions,
        told,
        questions,
        for_whom,
    }
}

/// The cautions that come before those of the table.
fn cautions_before_all(session: &Session, person: &CaredFor, kept: u32) -> Vec<&'static str> {
    let is_low = session.position.may_be_on_the_floor(&session.settings);
    let all = [
        ("care-partner", session.receiver == Receiver::Partner),
        ("care-little-is-left", kept < LITTLE),
        ("care-floor", is_low && person.profile.reaches_floor == Some(false)),
    ];
    all.into_iter().filter(|(_, is_so)| *is_so).map(|(id, _)| id).collect()
}

/// The same for a person of whom nothing is known.
pub fn screened_for_anyone(session: &Session) -> ScreenedSession {
    screen(session, &CaredFor::default())
}

impl ScreenedSession {
    /// The session as it is played.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The session as it was asked for.
    pub fn asked(&self) -> &Session {
        &self.asked
    }

    /// What gave way, in order.
    pub fn changes(&self) -> &[StepChange] {
        &self.changes
    }

    /// What a person is told of that: the steps, what became of them, and why. Steps of which the same
    /// became for the same reason are told together.
    pub fn change_messages(&self, texts: &Texts) -> Vec<Message> {
        let mut alike: Vec<(&StepChange, Vec<String>)> = Vec::new();
        let announced = Texts::of_announcements(texts.language());
        let ([left, right], either) = (SideWords::both(announced), SideWords::either(announced));
        for change in &self.changes {
            let sides = match change.side {
                Some(Side::Left) => (&left, &right),
                Some(Side::Right) => (&right, &left),
                None => (&either, &either),
            };
            let filled = Placeholders { sides: Some(sides), ..Placeholders::default() };
            let title = fill(&change.title, &filled);
            match alike.iter_mut().find(|(known, _)| known.is_like(change)) {
                Some((_, titles)) if titles.contains(&title) => {}
                Some((_, titles)) => titles.push(title),
                None => alike.push((change, vec![title])),
            }
        }
        alike.into_iter().map(|(change, titles)| told(change, &titles, texts)).collect()
    }

    /// How many steps were asked for, as they are written.
    pub fn asked_steps(&self) -> usize {
        steps_in(&self.asked.blocks).len()
    }

    /// The share of the time of its steps that is no quiet breath instead, in thousandths.
    pub fn kept_permille(&self) -> u32 {
        self.kept
    }

    /// Whether its cautions begin by saying that less than half of it is left.
    pub fn says_that_little_is_left(&self) -> bool {
        self.kept < LITTLE
    }

    /// Whether a condition has anything to say about the session as it was asked for.
    pub fn is_met_by(&self, condition: &Condition) -> bool {
        let deeds = deeds_in(&self.asked.blocks, &self.asked);
        let rules = condition.rules.iter().filter(|rule| rule.level != RuleLevel::Inform);
        rules.into_iter().any(|rule| deeds.iter().any(|deed| rule.speaks_of(*deed, None, &[])))
    }

    /// What the table has to say before it begins, beside the session's own cautions, in the language
    /// of the session.
    pub fn cautions(&self) -> &[String] {
        &self.cautions
    }

    /// All cautions before it begins in a language; those of a session's own, where they are in no other,
    /// as they are written.
    pub fn cautions_in(&self, language: Language) -> Vec<String> {
        let all = &self.session.cautions;
        if language == Language::of_tag(&self.session.language) {
            return all.clone();
        }
        let own = all.len().saturating_sub(self.cautions.len());
        let own = all[..own].iter().map(|caution| caution_in(caution, language).to_owned());
        own.chain(self.told.in_language(language)).collect()
    }

    /// For whom it was screened, in a number from which nothing can be read: another profile, another
    /// number. `None` where it follows from how the person is today, or is about another.
    pub fn for_whom(&self) -> Option<u64> {
        self.for_whom
    }

    /// The places to choose from after a yes, where it makes a difference where that is: the parts of
    /// the body that the session that was asked for works as it must not then. Each stands on each side
    /// that it has, or as both together where there would be too many to give each a key.
    pub fn sites_to_ask(&self, question: &ScreenQuestion) -> Vec<Site> {
        let condition = CareTable::shipped().condition(&question.condition);
        let Some(condition) = condition.filter(|it| it.has_site) else { return Vec::new() };
        let deeds = deeds_in(&self.asked.blocks, &self.asked);
        let rules = condition.rules.iter().filter(|rule| {
            rule.level == RuleLevel::Block
                && matches!(rule.place, RulePlace::Site | RulePlace::Limb)
        });
        let spoken_of =
            rules.flat_map(|rule| deeds.iter().filter(|deed| rule.speaks_of(**deed, None, &[])));
        let parts = cautions::parts_of(spoken_of);
        let site = |part: &BodyPart, side| Site { place: BodyPlace::Part(*part), side };
        let both = [Some(Side::Left), Some(Side::Right)];
        let on_sides = parts.iter().flat_map(|part| {
            let sides = if part.has_sides() { &both[..] } else { &[None] };
            sides.iter().map(move |side| site(part, *side))
        });
        let on_sides: Vec<_> = on_sides.collect();
        match on_sides.len() {
            0 | 1 => Vec::new(),
            2..=MOST_PLACES => on_sides,
            _ => parts.iter().take(MOST_PLACES).map(|part| site(part, None)).collect(),
        }
    }

    /// What stands above the questions.
    pub fn questions_title(&self) -> Message {
        Message::new(match self.asked.receiver {
            Receiver::Oneself => "questions-title",
            Receiver::Partner => "questions-title-partner",
        })
    }

    /// The questions to ask before it begins, the most important first.
    pub fn questions(&self) -> &[&'static ScreenQuestion] {
        &self.questions
    }
}

/// What became of steps with these titles, and why.
fn told(change: &StepChange, titles: &[String], texts: &Texts) -> Message {
    let because = ChangeReason::each_once(change.because.iter().copied());
    let because: Vec<_> = because.iter().map(|reason| reason.name(texts)).collect();
    let message = match change.side {
        Some(side) => Message::new("care-change-side")
            .with("side", Message::new("place-side").with("side", side.word())),
        None => Message::new("care-change"),
    };
    let message = message.with("title", titles.join("; "));
    message.with("kind", change.kind.message()).with("because", because.join(", "))
}

/// Everything that is done in blocks of a session, each once.
fn deeds_in(blocks: &[Block], session: &Session) -> Vec<Deed> {
    let steps = steps_in(blocks).into_iter();
    let mut deeds: Vec<_> = steps.flat_map(|step| deeds_of(step, session.position)).collect();
    deeds.sort_unstable();
    deeds.dedup();
    deeds
}

/// What is asked does not depend on what was answered: an answer can be changed.
fn questions(
    table: &'static CareTable,
    deeds: &[Deed],
    profile: &Profile,
) -> Vec<&'static ScreenQuestion> {
    let is_held = |question: &ScreenQuestion| {
        profile.conditions.iter().any(|held| held.condition.id == question.condition)
    };
    let fits = |question: &&ScreenQuestion| {
        !is_held(question) && deeds.iter().any(|deed| question.is_for(*deed))
    };
    table.questions.iter().filter(fits).take(QUESTIONS).collect()
}

/// What is said once before hands go to a risky place, with the index of the first step there,
/// counted from 0 as the steps are written.
pub fn stop_signs(session: &Session) -> Vec<(usize, &'static StopSign)> {
    let mut found: Vec<(usize, &'static StopSign)> = Vec::new();
    for (at, step) in steps_in(&session.blocks).into_iter().enumerate() {
        let deeds = deeds_of(step, session.position);
        let signs = CareTable::shipped().stop_signs.iter();
        for sign in signs.filter(|sign| deeds.iter().any(|deed| sign.belongs_to(*deed))) {
            if !found.iter().any(|(_, known)| std::ptr::eq(*known, sign)) {
                found.push((at, sign));
            }
        }
    }
    found
}
