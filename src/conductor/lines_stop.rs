//! A session that was stopped by line: what was felt, and whether it goes on.

use super::typed_line::{asks_to_leave, typed_line};
use crate::care::Felt;

/// What is told where a session was stopped by line.
#[derive(Clone, Debug, PartialEq)]
pub enum StopTold {
    /// What may have been felt, each with its number, counted from 1.
    Asked(Vec<Felt>),
    /// What helps.
    Advice(Felt),
    /// What was entered is none of the numbers.
    NoNumber(String),
}

/// What follows from a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum StopStep {
    /// This is told, and the next line is waited for.
    Tell(StopTold),
    /// This is told, and the session ends.
    End(Option<StopTold>),
    /// It goes on where it was.
    GoOn,
    /// It goes on without the place that was worked.
    GoOnWithout,
}

/// A session that was stopped: what is asked, and how far the answers are.
#[derive(Clone, Debug)]
pub(super) struct StopAnswers {
    choices: Vec<Felt>,
    felt: Option<Felt>,
}

impl StopAnswers {
    pub(super) fn new(choices: Vec<Felt>) -> Self {
        Self { choices, felt: None }
    }

    /// What is asked first.
    pub(super) fn question(&self) -> StopTold {
        StopTold::Asked(self.choices.clone())
    }

    /// What follows from a line.
    pub(super) fn answer(&mut self, line: &str) -> StopStep {
        let typed = typed_line(line);
        if asks_to_leave(&typed) {
            return StopStep::End(None);
        }
        match (self.felt, &*typed) {
            (Some(Felt::Interrupted), "") => return StopStep::GoOn,
            (Some(felt), "") if felt.may_go_on() => return StopStep::GoOnWithout,
            _ => {}
        }
        let index = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let Some(felt) = index.and_then(|index| self.choices.get(index)).copied() else {
            return StopStep::Tell(StopTold::NoNumber(line.trim().to_owned()));
        };
        self.felt = Some(felt);
        let told = StopTold::Advice(felt);
        if felt.may_go_on() { StopStep::Tell(told) } else { StopStep::End(Some(told)) }
    }
}

#[cfg(test)]
mod tests {
    use super::{StopAnswers, StopStep, StopTold};
    use crate::care::{Felt, Profile};

    fn answers() -> StopAnswers {
        StopAnswers::new(Felt::choices(&[], &Profile::default()))
    }

    /// The number of something harmless, counted from the end of the list.
    fn number(from_the_end: usize) -> String {
        (Felt::choices(&[], &Profile::default()).len() - from_the_end).to_string()
    }

    #[test]
    fn a_sign_ends_the_session_with_its_advice_and_never_goes_on() {
        for sign in ["1", &number(2)] {
            let mut answers = answers();
            let step = answers.answer(sign);
            assert!(matches!(step, StopStep::End(Some(StopTold::Advice(_)))), "{step:?}");
        }
    }

    #[test]
    fn what_was_only_unpleasant_goes_on_without_the_place_once_that_is_asked_for() {
        let mut answers = answers();
        let told = StopStep::Tell(StopTold::Advice(Felt::Unpleasant));
        assert_eq!(answers.answer(&number(1)), told);
        assert_eq!(answers.answer(""), StopStep::GoOnWithout);
    }

    #[test]
    fn whoever_was_interrupted_goes_on_where_they_were() {
        let mut answers = answers();
        answers.answer(&number(0));
        assert_eq!(answers.answer(" "), StopStep::GoOn);
    }

    #[test]
    fn anything_but_a_number_or_q_is_asked_again() {
        for line in ["", "yes", "0", "99"] {
            let told = StopStep::Tell(StopTold::NoNumber(line.to_owned()));
            assert_eq!(answers().answer(line), told);
        }
        assert_eq!(answers().answer("q"), StopStep::End(None));
    }
}
