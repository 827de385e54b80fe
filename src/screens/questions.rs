//! Before a session: how the person is today, what was changed for them, and what to know. Nothing
//! begins before it has been read, and every answer can be taken back that day.

mod drawing;
mod keys;
#[cfg(test)]
mod tests;
mod turning;

use crate::care::{
    CareTable, CaredFor, EmergencyRow, HeldCondition, ScreenQuestion, ScreenedSession, Site, Today,
    screen,
};
use crate::journal::measures_for;
use crate::player::{Player, Start};
use crate::screens::check_in_form::CheckInForm;
use crate::screens::ready::{ReadyScreen, laid_out_again};
use crate::screens::shared::Shared;
use crate::screens::{Place, Request};
use crate::timeline::{Ending, Segment};
use crate::words::Language;

pub(super) use keys::KEYS;

/// What to know before a session, and how the person is.
#[derive(Clone, Debug)]
pub struct QuestionsScreen {
    /// What begins afterwards.
    pub start: Start,
    /// The session as it is played then.
    pub session: ScreenedSession,
    /// What is asked.
    pub questions: Vec<AskedQuestion>,
    /// What is shown of it.
    pub step: AskingStep,
    /// How the person is, in numbers, where that is asked too.
    pub form: CheckInForm,
    /// There is something to know before the session that has not been told today.
    pub tells: bool,
    /// The cautions that are shown: those that have not been read today, or all of them where the
    /// answers are looked at again.
    pub cautions: Vec<String>,
    /// What gave way in the session is shown: it has not been read, or it is looked at again.
    pub tells_changes: bool,
    /// It was opened to look at answers, and leads back to the session rather than into it.
    pub is_again: bool,
    /// The first line that is shown.
    pub scroll: usize,
    /// The signs that come first: those for which sessions were stopped today, and those of what the
    /// person has told of themselves.
    signs: Vec<&'static EmergencyRow>,
    /// What held today when what is shown was laid out.
    held_before: Vec<HeldCondition>,
    /// Since when it is shown, in milliseconds since the program began; `None` where no page turns by
    /// itself, since the person looks at answers again or has turned pages back.
    pub shown_since: Option<u64>,
}

/// A question, and how it is answered.
#[derive(Clone, Debug)]
pub struct AskedQuestion {
    /// What is asked.
    pub question: &'static ScreenQuestion,
    /// Whether it is so.
    pub is_so: bool,
    /// Where, of the places that may be named; anywhere where it is empty.
    pub sites: Vec<Site>,
}

/// What is shown before a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskingStep {
    /// The questions, and what to know.
    Asking,
    /// Where it is, for the question with this index: the places to choose from.
    Where(usize, Vec<Site>),
    /// What comes first after a yes, and what to know beside these cautions, which were read.
    Advice(Vec<String>),
}

impl QuestionsScreen {
    /// What there is to ask and to tell before a session; `None` where all of it has been, today.
    pub(super) fn before(
        start: &Start,
        session: &ScreenedSession,
        shared: &Shared,
    ) -> Option<Self> {
        let today = &shared.today;
        let questions =
            if shared.environment.asks_before { today.open_questions(session) } else { Vec::new() };
        let is_told = questions.is_empty() && today.knows(session);
        let tells = !is_told && shared.environment.tells_before;
        if shared.environment.tells_before && today.is_urgent() {
            return Some(Self::urgent(start, session, shared));
        }
        let form = form_before(start, session, shared);
        if !tells && form.is_empty() {
            return None;
        }
        let asking = Self::of(start.clone(), session.clone(), questions, shared);
        let shown_since = Some(shared.time);
        Some(Self { form, tells, shown_since, ..asking }.without_what_is_known(shared))
    }

    /// What comes first for what holds today and may need help, once more: it stands before every
    /// session of the day.
    fn urgent(start: &Start, session: &ScreenedSession, shared: &Shared) -> Self {
        let questions = shared.today.questions_again(session);
        let asking = Self::of(start.clone(), session.clone(), questions, shared);
        Self { step: AskingStep::Advice(Vec::new()), ..asking }
    }

    /// The answers of the day, to look at and to change, with what to know before the session.
    pub(super) fn again(ready: &ReadyScreen, shared: &Shared) -> Self {
        let questions = shared.today.questions_again(&ready.session);
        let asking = Self::of(ready.start(), ready.session.clone(), questions, shared);
        Self { is_again: true, ..asking }
    }

    fn of(
        start: Start,
        session: ScreenedSession,
        questions: Vec<&'static ScreenQuestion>,
        shared: &Shared,
    ) -> Self {
        let Shared { today, person, .. } = shared;
        let answered = |question: &'static ScreenQuestion| {
            let held = today.held().iter().find(|held| held.condition.id == question.condition);
            let sites = held.map(|held| held.sites.clone()).unwrap_or_default();
            AskedQuestion { question, is_so: held.is_some(), sites }
        };
        let questions = questions.into_iter().map(answered).collect();
        let language = shared.texts(start.player.timeline()).language();
        let cautions = session.cautions_in(language);
        Self {
            start,
            session,
            cautions,
            questions,
            step: AskingStep::Asking,
            form: CheckInForm::default(),
            tells: true,
            tells_changes: true,
            is_again: false,
            scroll: 0,
            signs: [today.sign_rows(), person.signs()].concat(),
            held_before: today.held().to_vec(),
            shown_since: None,
        }
    }

    /// The form it takes, for its keys.
    fn form(&self) -> Place {
        match (&self.step, self.questions.is_empty(), self.form.is_empty()) {
            (AskingStep::Asking, true, true) => Place::GoodToKnow,
            (AskingStep::Advice(_), ..) => Place::Advice,
            (AskingStep::Asking, true, false) => Place::Ratings,
            (AskingStep::Asking, false, false) => Place::QuestionsAndRatings,
            (AskingStep::Asking, _, true) | (AskingStep::Where(..), ..) => Place::Questions,
        }
    }

    /// Asks and tells all of it once more, since what is known of the person has changed.
    pub(super) fn begin_anew(&mut self, shared: &Shared) {
        self.screen_again(&shared.person, shared);
        let today = &shared.today;
        let questions = if self.is_again {
            today.questions_again(&self.session)
        } else if shared.environment.asks_before {
            today.open_questions(&self.session)
        } else {
            Vec::new()
        };
        let asking = Self::of(self.start.clone(), self.session.clone(), questions, shared);
        let form = std::mem::take(&mut self.form);
        let shown_since = (!self.is_again).then_some(shared.time);
        let anew = Self { is_again: self.is_again, form, shown_since, ..asking };
        *self = if self.is_again { anew } else { anew.without_what_is_known(shared) };
    }

    /// Leaves out what the person has read lately.
    fn without_what_is_known(mut self, shared: &Shared) -> Self {
        self.cautions = shared.today.untold_cautions(&self.session, self.language(shared));
        self.tells_changes = shared.today.tells_changes(&self.session);
        self
    }

    /// The language that all of it is told in.
    fn language(&self, shared: &Shared) -> Language {
        shared.texts(self.start.player.timeline()).language()
    }

    /// Whether anything that is so may need help before anything else.
    fn is_urgent(&self) -> bool {
        let table = CareTable::shipped();
        self.questions.iter().any(|asked| asked.is_so && table.is_urgent(asked.question))
    }

    /// Whether anything that was asked is so.
    fn is_any_so(&self) -> bool {
        self.questions.iter().any(|asked| asked.is_so)
    }

    /// Shows what follows from the answers as they are, before they are kept.
    fn follow(&mut self, shared: &Shared) {
        let today = self.answered(&shared.today);
        let profile = shared.person.profile.clone();
        let scroll = self.scroll;
        self.screen_again(&CaredFor { profile, today: today.held().to_vec() }, shared);
        self.scroll = scroll;
        if !self.is_again {
            self.cautions = today.untold_cautions(&self.session, self.language(shared));
            self.tells_changes = today.tells_changes(&self.session);
        }
    }

    /// Marks a question or a place, counted from 1, as so or not so. The day keeps it at once: whoever
    /// turns back or leaves now has said so all the same.
    fn mark(&mut self, number: u8, shared: &Shared) -> Option<Request> {
        let index = usize::from(number).checked_sub(1)?;
        let at = match &self.step {
            AskingStep::Asking => {
                let asked = self.questions.get_mut(index)?;
                asked.is_so = !asked.is_so;
                asked.sites.clear();
                self.follow(shared);
                index
            }
            AskingStep::Where(question, places) => {
                let asked = self.questions.get_mut(*question)?;
                let place = places.get(index)?;
                if asked.sites.contains(place) {
                    asked.sites.retain(|site| site != place);
                } else {
                    asked.sites.push(*place);
                }
                *question
            }
            AskingStep::Advice(_) => return None,
        };
        let AskedQuestion { question, is_so, sites } = &self.questions[at];
        let mut today = shared.today.clone();
        today.answer(question, *is_so, sites);
        Some(Request::KeepToday(Box::new(today)))
    }

    /// The places of the next question after this one which is so, where it matters where that is.
    fn next_where(&self, after: Option<usize>) -> Option<AskingStep> {
        let from = after.map_or(0, |index| index + 1);
        let asked = self.questions.iter().enumerate().skip(from).filter(|(_, asked)| asked.is_so);
        let mut wheres = asked.filter_map(|(index, asked)| {
            let places = self.session.sites_to_ask(asked.question);
            (!places.is_empty()).then_some(AskingStep::Where(index, places))
        });
        wheres.next()
    }

    /// What is known of the day with these answers.
    fn answered(&self, today: &Today) -> Today {
        let mut today = today.clone();
        for AskedQuestion { question, is_so, sites } in &self.questions {
            today.answer(question, *is_so, sites);
        }
        today
    }

    /// Screens the session anew, now that more is known of the person.
    fn screen_again(&mut self, person: &CaredFor, shared: &Shared) {
        self.scroll = 0;
        let session = screen(self.session.asked(), person);
        let before = &self.start.player;
        if let Some(timeline) = laid_out_again(before.timeline(), &session) {
            let player = Player::new(timeline).with_speed(before.speed());
            self.start.player = player.starting_within(before.begins_at());
        }
        self.cautions = session.cautions_in(self.language(shared));
        self.tells_changes = true;
        self.session = session;
    }
}

/// How the person is, asked before a session from its beginning, where that can be kept.
fn form_before(start: &Start, session: &ScreenedSession, shared: &Shared) -> CheckInForm {
    let timeline = start.player.timeline();
    if !shared.environment.checks_in || start.player.begins_at() > 0 {
        return CheckInForm::default();
    }
    let at_night = matches!(timeline.wish().ending, Ending::Night { .. });
    let measures = measures_for(session.session(), timeline.millis(), at_night);
    let mut regions: Vec<_> = timeline.segments().iter().filter_map(Segment::region).collect();
    regions.sort_unstable();
    regions.dedup();
    CheckInForm::before(&measures, &regions)
}
