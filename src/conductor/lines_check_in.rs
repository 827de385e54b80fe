//! How a person is after a session that was played by line: a number in a line. Enter says nothing of
//! it.

use super::typed_line::typed_line;
use crate::journal::Measure;
use crate::words::{Message, Texts};

/// What is told where a person is asked how they are.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckInTold {
    /// What it is about, before the first question.
    First,
    /// A question.
    Asked(Measure),
    /// What was entered is no whole number from 0 to 10.
    NoNumber(String),
}

impl CheckInTold {
    /// It in one line.
    pub fn line(&self, texts: &Texts) -> String {
        let say = |id: String| texts.text(&Message::new(id));
        match self {
            Self::First => say("check-in-skip".to_owned()),
            Self::Asked(measure) => say(format!("check-in-asks-{}", measure.word())),
            Self::NoNumber(written) => {
                let message = Message::new("lines-check-in-no-number");
                texts.text(&message.with("written", written.as_str()))
            }
        }
    }

    /// The number in a line; nothing where the line is empty.
    ///
    /// # Errors
    /// What the line holds where that is no such number.
    pub fn number(line: &str, measure: Measure) -> Result<Option<u16>, String> {
        let typed = typed_line(line);
        if typed.is_empty() {
            return Ok(None);
        }
        let number = typed.parse().ok().filter(|value| measure.values().contains(value));
        number.map(Some).ok_or_else(|| line.trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::CheckInTold;
    use crate::journal::Measure;

    #[test]
    fn a_line_is_a_number_from_0_to_10_or_nothing_at_all() {
        let number = |line| CheckInTold::number(line, Measure::Pain);
        assert_eq!(number(" 7 "), Ok(Some(7)));
        assert_eq!(number("10"), Ok(Some(10)));
        assert_eq!(number("  "), Ok(None));
        for line in ["11", "-1", "much", "3.5"] {
            assert_eq!(number(line), Err(line.to_owned()));
        }
    }
}
