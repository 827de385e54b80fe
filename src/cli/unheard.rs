//! What is not heard since it is set so low, said once before a sound is played.

use crate::choices::{Choice as _, SoundKind};
use crate::player::Levels;
use crate::words::{Message, Texts};

/// What of a session is not heard at these levels; `None` where all of it is.
pub(super) fn of_session(levels: &Levels, texts: &Texts) -> Option<String> {
    if levels.muted {
        return Some(texts.text(&Message::new("lines-muted")));
    }
    of_all(levels.volume, texts).or_else(|| {
        let at_zero = SoundKind::ALL.iter().filter(|kind| levels.mix.of(**kind) == 0);
        let kinds = at_zero.map(|kind| texts.text(&Message::new(name(*kind)))).collect::<Vec<_>>();
        let message = Message::new("lines-kinds-at-zero").with("kinds", kinds.join(", "));
        (!kinds.is_empty()).then(|| texts.text(&message))
    })
}

/// That nothing is heard, where the loudness of everything is 0.
pub(super) fn of_all(volume: u8, texts: &Texts) -> Option<String> {
    (volume == 0).then(|| texts.text(&Message::new("lines-volume-at-zero")))
}

/// A kind of sound, as the volumes call it.
fn name(kind: SoundKind) -> &'static str {
    match kind {
        SoundKind::Voice => "volumes-voice",
        SoundKind::Chimes => "volumes-chimes",
        SoundKind::Breath => "lines-breath-tone",
        SoundKind::Bed => "volumes-bed",
    }
}

#[cfg(test)]
mod tests {
    use super::of_session;
    use crate::choices::{Mix, SoundKind};
    use crate::player::Levels;
    use crate::words::{Language, Texts};

    #[test]
    fn what_is_not_heard_is_named_whichever_way_it_is_set_so() {
        let loud = Levels { volume: 60, ..Levels::default() };
        let quiet = Mix::default().with(SoundKind::Breath, 0).with(SoundKind::Bed, 0);
        let told = |levels| of_session(&levels, Texts::of(Language::English));
        assert_eq!(told(loud.clone()), None);
        let told = |levels| told(levels).expect("it is named");
        assert_eq!(
            told(Levels { muted: true, ..loud.clone() }),
            "Sound is off, so nothing is heard."
        );
        assert_eq!(
            told(Levels { volume: 0, ..loud.clone() }),
            "The volume is at 0, so nothing is heard."
        );
        assert_eq!(
            told(Levels { mix: quiet, ..loud }),
            "Not heard, since it is at 0: breath tone, background."
        );
    }
}
