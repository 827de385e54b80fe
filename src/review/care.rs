//! Care: what the one table tells already, and what only words tell of a step.

use super::phrases::plain_words;
use super::remark;
use super::wording::step_texts;
use super::work::Work;
use crate::care::{CareTable, Condition, deeds_of};
use crate::prosody::{SpokenLanguage, sentences};
use crate::words::Message;

/// Cautions that the table composes anyway, for what the session does.
pub(super) fn review(work: &mut Work<'_, '_>) {
    if !work.speaks_english() {
        return;
    }
    let session = work.session;
    for (at, caution) in session.cautions.iter().enumerate() {
        let words = plain_words(caution);
        let told = |condition: &&Condition| {
            condition.told_by.iter().any(|told| words.contains(&format!(" {told}")))
        };
        let mut conditions = CareTable::shipped().conditions.iter();
        let told = conditions.find(|it| told(it) && work.screened().is_met_by(it));
        if let Some(condition) = told {
            let message = Message::new("told-caution").with("condition", condition.name.as_str());
            let span = work.places.head.entry("cautions", at);
            work.add(remark("told-caution", span, message, Message::new("told-caution-help")));
        }
    }
}

/// Steps whose words tell of something that their kind, place and `involves` do not.
pub(super) fn review_steps(work: &mut Work<'_, '_>) {
    if !work.speaks_english() {
        return;
    }
    for at in 0..work.steps.len() {
        let deeds = deeds_of(work.steps[at], work.session.position);
        for (span, text) in step_texts(work, at) {
            for sentence in sentences(text, SpokenLanguage::English) {
                let words = plain_words(sentence);
                let rows = CareTable::shipped().involvements.iter();
                let unnamed = rows.filter(|row| {
                    let says = row.words.iter().any(|it| words.contains(&format!(" {it} ")));
                    says && !deeds.iter().any(|deed| deed.act == row.act)
                });
                for row in unnamed.take(1) {
                    let id = row.involves.id();
                    let message = Message::new("unnamed-risk").with("what", row.involves.name());
                    let help = Message::new("unnamed-risk-help").with("word", id);
                    work.add(remark("unnamed-risk", span.clone(), message, help));
                }
            }
        }
    }
}
