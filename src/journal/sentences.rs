//! What the numbers say, in sentences that promise nothing.

use super::MeasuredChange;
use crate::words::{Language, Message, Texts};

impl MeasuredChange {
    /// What it says, what asks for care first.
    pub fn sentences(&self, texts: &Texts) -> Vec<String> {
        let mut told = Vec::new();
        if self.is_worse_lately {
            told.push(Message::new("helped-worse"));
        }
        if !self.changes.is_empty() {
            told.push(self.on_average(texts.language()));
        }
        if self.at_floor > 0 {
            told.push(Message::new("helped-floor").with("sessions", self.at_floor as u64));
        }
        told.iter().map(|message| texts.text(message)).collect()
    }

    /// How it changed on average, and how sure that is.
    fn on_average(&self, language: Language) -> Message {
        let tenth = |value: f64| signed(value, 1, language);
        let message = match self.interval {
            Some((low, high)) => {
                Message::new("helped-mean-sure").with("low", tenth(low)).with("high", tenth(high))
            }
            None => Message::new("helped-mean"),
        };
        let points = tenth(self.mean);
        let (points, way) = match points.strip_prefix('−') {
            Some(lower) => (lower.to_owned(), "lower"),
            None => match points.strip_prefix('+') {
                Some(higher) => (higher.to_owned(), "higher"),
                None => (points, "same"),
            },
        };
        let message = message.with("sessions", self.changes.len() as u64).with("points", points);
        message.with("way", way).with("median", tenth(self.median))
    }

    /// It in a few words: “−1.8 (8 sessions; 95 % interval −2.6 to −0.9)”.
    pub fn in_short(&self, texts: &Texts) -> String {
        let tenth = |value: f64| signed(value, 1, texts.language());
        let message = match self.interval {
            Some((low, high)) => {
                Message::new("helped-short-sure").with("low", tenth(low)).with("high", tenth(high))
            }
            None => Message::new("helped-short"),
        };
        let message = message.with("mean", tenth(self.mean));
        texts.text(&message.with("sessions", self.changes.len() as u64))
    }
}

/// A number with its sign and so many places, as people of a language write it.
pub fn signed(value: f64, places: usize, language: Language) -> String {
    let mut digits = format!("{:.places$}", value.abs());
    let is_nothing = digits.chars().all(|digit| matches!(digit, '0' | '.'));
    if language == Language::German {
        digits = digits.replace('.', ",");
    }
    match (is_nothing, value < 0.0) {
        (true, _) => digits,
        (false, true) => format!("−{digits}"),
        (false, false) => format!("+{digits}"),
    }
}
