//! Letters within words that look like those of a keyboard and are others: a voice spells them out or
//! passes them over, and a search finds nothing.

use super::remark;
use super::speech::spoken;
use super::work::Work;
use crate::problem::Span;
use crate::problem::letters::{as_typed, disguised_letter, name_of};
use crate::words::Message;

/// The first such word of each text that is seen or heard.
pub(super) fn review(work: &mut Work<'_, '_>) {
    for at in 0..work.steps.len() {
        let (step, place) = (work.steps[at], work.place(at));
        let title = (place.key(&["title"]), step.title.as_str());
        let texts: Vec<(Span, &str)> = std::iter::once(title).chain(spoken(step, place)).collect();
        for (span, text) in texts {
            let mut words = text.split_whitespace();
            let found = words.find_map(|it| Some((disguised_letter(it)?, as_typed(it))));
            let Some((letter, meant)) = found else { continue };
            let message = Message::new("disguised-letter").with("letter", name_of(letter));
            let help = Message::new("write-plainly").with("text", format!("`{meant}`"));
            work.add(remark("disguised-letter", span, message, help));
        }
    }
}
