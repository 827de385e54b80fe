//! What the rules look at: the session, its steps as they are written, and how it plays at each length.

use crate::body::Side;
use crate::care::{ScreenedSession, screened_for_anyone};
use crate::format::{Move, Places, StepPlaces};
use crate::lengths::millis_to_text;
use crate::problem::{Finding, Findings};
use crate::session::{
    Announcements, Block, Chimes, Group, Line, Receiver, Session, Setting, Sides, Step,
};
use crate::timeline::{
    Ending, LengthWish, Segment, Timeline, Wish, bounds, prepare, written_millis,
};

use crate::words::Message;

/// Into how many parts the lengths between the shortest and the longest are parted.
const BETWEEN: u64 = 6;

/// A session under review.
pub(super) struct Work<'s, 'f> {
    pub(super) session: &'s Session,
    pub(super) places: &'s Places,
    /// The steps as they are written, in order.
    pub(super) steps: Vec<&'s Step>,
    /// The groups, in the order they begin.
    pub(super) groups: Vec<&'s Group>,
    /// The session at its shortest, as it is written, at its longest, and at lengths in between;
    /// the longest comes last. What suits the bed among others is there twice, as it is spoken by
    /// day and as it is at night.
    pub(super) lengths: Vec<ReviewedLength>,
    /// The same session as anyone may play it.
    screened: ScreenedSession,
    found: &'f mut Findings,
}

/// The session laid out at one length.
pub(super) struct ReviewedLength {
    /// How a message names the length.
    pub(super) name: Message,
    /// How it names the length together with the pace of its words.
    pub(super) layout: Message,
    pub(super) timeline: Timeline,
}

impl<'s, 'f> Work<'s, 'f> {
    pub(super) fn new(
        session: &'s Session,
        places: &'s Places,
        words_per_minute: Option<u32>,
        found: &'f mut Findings,
    ) -> Self {
        let (mut steps, mut groups) = (Vec::new(), Vec::new());
        collect(&session.blocks, &mut steps, &mut groups);
        let screened = screened_for_anyone(session);
        let lengths = lengths(&screened, words_per_minute);
        Self { session, places, steps, groups, lengths, screened, found }
    }

    pub(super) fn add(&mut self, finding: Finding) {
        self.found.add(finding);
    }

    /// Where a step and its keys stand.
    pub(super) fn place(&self, step: usize) -> &'s StepPlaces {
        &self.places.steps[step]
    }

    /// The session as anyone may play it.
    pub(super) fn screened(&self) -> &ScreenedSession {
        &self.screened
    }

    pub(super) fn is_for_bed(&self) -> bool {
        self.session.settings.contains(&Setting::Bed)
    }

    /// The rules that look for words know English only.
    pub(super) fn speaks_english(&self) -> bool {
        self.session.language.split('-').next() == Some("en")
    }

    /// The session at its longest, for what must not become too much.
    pub(super) fn longest(&self) -> &[Segment] {
        self.lengths.last().map_or(&[], |longest| longest.timeline.segments())
    }

    /// The session as it is written, beginning on a side.
    pub(super) fn written(&self, first_side: Side) -> Option<Timeline> {
        prepare(&self.screened, &Wish { first_side, ..Wish::default() }).ok()
    }
}

fn collect<'s>(blocks: &'s [Block], steps: &mut Vec<&'s Step>, groups: &mut Vec<&'s Group>) {
    for block in blocks {
        match block {
            Block::Step(step) => steps.push(step),
            Block::Group(group) => {
                groups.push(group);
                collect(&group.blocks, steps, groups);
            }
        }
    }
}

/// Words that keep to the start of a step pass words that keep to its end somewhere between the
/// shortest and the longest, so a few lengths in between are looked at as well.
fn lengths(screened: &ScreenedSession, words_per_minute: Option<u32>) -> Vec<ReviewedLength> {
    let session = screened.session();
    let (shortest, longest) = bounds(session, None);
    let millis = written_millis(session);
    let fit = |which: &'static str| Message::new("fit").with("which", which);
    let mut lengths = vec![(fit("shortest").with("length", ""), shortest)];
    lengths.extend((1..BETWEEN).map(|part| {
        let millis = (shortest + (longest - shortest) * part / BETWEEN) / 1_000 * 1_000;
        (fit("between").with("length", millis_to_text(millis)), millis)
    }));
    lengths.push((fit("longest").with("length", ""), longest));
    lengths.retain(|(_, length)| *length != millis);
    let longer = lengths.iter().position(|(_, length)| *length > millis);
    let written = (fit("written").with("length", ""), millis);
    lengths.insert(longer.unwrap_or(lengths.len()), written);
    let endings = endings(session);
    let wishes = lengths.iter().flat_map(|(name, length)| {
        let length =
            if *length == millis { LengthWish::AsWritten } else { LengthWish::Millis(*length) };
        endings.iter().map(move |(paced, ending)| (name, length, *paced, *ending))
    });
    let fitted = wishes.filter_map(|(name, length, paced, ending)| {
        let wish = Wish { length, ending, words_per_minute, ..Wish::default() };
        let timeline = prepare(screened, &wish).ok()?;
        let layout = Message::new("layout").with("fit", name.clone()).with("paced", paced);
        Some(ReviewedLength { name: name.clone(), layout, timeline })
    });
    fitted.collect()
}

/// How a session is played, each with the name that its messages know it by: what suits the bed
/// among others is spoken by day as `show` tells it, and slower at night.
fn endings(session: &Session) -> Vec<(&'static str, Ending)> {
    let at_night = ("night", Ending::Night { play_on: 0 });
    match session.settings.contains(&Setting::Bed) {
        true if session.is_for_bed() => vec![("always", Ending::Night { play_on: 0 })],
        true => vec![("day", Ending::Day), at_night],
        false => vec![("always", Ending::Day)],
    }
}

/// A session of nothing but a move's step, on one side where the move speaks of one.
pub(super) fn session_around(a_move: &Move, step: Step) -> Session {
    let side = step.side.or_else(|| has_side(&step).then_some(Sides::One(Side::Left)));
    Session {
        title: a_move.title.clone(),
        summary: String::new(),
        language: "en".to_owned(),
        author: None,
        licence: None,
        sources: a_move.sources.clone(),
        settings: vec![Setting::Desk, Setting::Home],
        position: a_move.position,
        receiver: Receiver::Oneself,
        goals: Vec::new(),
        tools: Vec::new(),
        cautions: Vec::new(),
        bed: None,
        lead_in: 0,
        silence: false,
        announcements: Announcements::default(),
        chimes: Chimes { start: None, next: None, switch: None, halfway: None, end: None },
        blocks: vec![Block::Step(Box::new(Step { side, ..step }))],
    }
}

fn has_side(step: &Step) -> bool {
    let lines = step.lines.iter().flat_map(Line::words);
    let own = [&step.text, &step.say, &step.later_rounds].into_iter().flatten();
    let words = own.chain(lines);
    words.chain([&step.title]).any(|words| words.to_lowercase().contains("side}"))
}
