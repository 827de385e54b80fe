//! In every shipped session, what to stop at is heard before hands go to its place, and read in the
//! captions.

use unclench::for_tests::{
    Announcement, Ending, Guidance, LengthWish, Phrase, ScreenedSession, Timeline, Wish, bounds,
    captions, stop_signs,
};

use super::shipped::loaded;

/// What is wrong with the stop signs of a session on a timeline.
fn faults(id: &str, screened: &ScreenedSession, timeline: &Timeline) -> Vec<String> {
    let mut faults = Vec::new();
    let captions = captions(screened.session(), timeline, &|_| None).replace('\n', " ");
    for (step, sign) in stop_signs(screened.session()) {
        let announced = Phrase::Program(Announcement::StopSign(&sign.id));
        let spoken = timeline.spoken().iter().map(|(_, said)| said);
        let said: Vec<_> = spoken.filter(|said| said.words == announced).collect();
        let first = timeline.segments().iter().find(|segment| segment.written == Some(step));
        let Some(first) = first else {
            faults.push(format!("{id}: step {step} is never played"));
            continue;
        };
        match said[..] {
            [said] if said.end() <= first.start => {}
            [said] => faults.push(format!("{id}: {} ends at {}", sign.id, said.end())),
            _ => faults.push(format!("{id}: {} is said {} times", sign.id, said.len())),
        }
        let words = announced.text(timeline.texts());
        if !captions.contains(words.as_ref()) {
            faults.push(format!("{id}: {} has no caption", sign.id));
        }
    }
    faults
}

#[test]
fn every_stop_sign_is_heard_before_its_place_is_touched_at_any_length_by_day_and_at_night() {
    let (mut wrong, mut heard) = (Vec::new(), 0);
    for shipped in loaded() {
        let screened = &shipped.screened;
        let (shortest, longest) = bounds(screened.session(), None);
        let lengths =
            [LengthWish::AsWritten, LengthWish::Millis(shortest), LengthWish::Millis(longest)];
        for length in lengths {
            for ending in [Ending::Day, Ending::Night { play_on: 0 }] {
                let wish = Wish { length, ending, guidance: Guidance::Author, ..Wish::default() };
                wrong.extend(faults(&shipped.id, screened, &shipped.timeline(&wish)));
            }
        }
        heard += stop_signs(screened.session()).len();
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(heard > 60, "{heard} signs");
}
