//! What a map shows: a view, the place in its middle, and what glows.

use crate::body::{Direction, MuscleGroup, Region, Side, View};
use crate::canvas::Tint;
use crate::session::{Contact, Massage, StepKind, StrokeKind, Temperature, WorkingHands};
use crate::theme::{LineTints, Theme};
use crate::timeline::Segment;

/// What a map shows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct MapSubject {
    /// The picture.
    pub(super) view: View,
    /// What it is about.
    pub(super) focus: Focus,
    /// The regions that glow, with their sides; a region without a side glows wherever it lies.
    pub(super) lit: Vec<(Region, Option<Side>)>,
    /// The regions that glow faintly, on both sides: where there is something to be found.
    pub(super) hinted: Vec<Region>,
    /// What a hand or tool does there, where one does.
    pub(super) work: Option<MapWork>,
    /// The colour of the glow.
    pub(super) hue: Hue,
}

/// What a hand or tool does on a map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MapWork {
    /// What touches, and where.
    pub(super) contact: Contact,
    /// Whose hands.
    pub(super) hands: WorkingHands,
    /// What kind of stroke it is.
    pub(super) kind: StrokeKind,
    /// Which way it goes.
    pub(super) direction: Direction,
    /// Whether it lifts at the end of its way and begins again.
    pub(super) lifts: bool,
    /// How hard it presses, 0–10 of discomfort.
    pub(super) pressure: u8,
}

impl MapWork {
    pub(super) fn of(massage: &Massage, side: Option<Side>) -> Self {
        let Massage { region, contact, stroke, pressure, .. } = massage;
        Self {
            contact: *contact,
            hands: contact.working_hands(*region, side),
            kind: stroke.kind,
            direction: course_of(massage),
            lifts: stroke.lifts,
            pressure: *pressure,
        }
    }
}

/// The course a stroke takes: small circles go round whatever way they wander.
pub(super) fn course_of(massage: &Massage) -> Direction {
    use StrokeKind::{Compression, Friction, PinAndStretch};
    match (massage.stroke.kind, massage.stroke.direction) {
        (_, Direction::Clockwise) => Direction::Clockwise,
        // What is rubbed is rubbed back and forth, not round.
        (Friction, Direction::Across | Direction::Along) => massage.stroke.direction,
        (Friction, _) => Direction::Circles,
        (Compression | PinAndStretch, _) => Direction::Still,
        (_, direction) => direction,
    }
}

/// What a map is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Focus {
    /// One region, as large as there is room.
    Place(Region, Option<Side>),
    /// Muscles that are tensed and let go.
    Muscles(MuscleGroup, Option<Side>),
    /// The whole picture.
    Whole,
}

/// The colour in which a place glows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hue {
    /// Lamplight: touch, attention, warmth.
    Warm,
    /// The calm hue: cold.
    Cool,
}

impl Hue {
    /// A place of this colour, as light as the body there is, 0–1.
    pub(super) fn lit(self, theme: &Theme, light: f32) -> Tint {
        match self {
            Self::Warm => theme.lit(light),
            Self::Cool => theme.cooled(light),
        }
    }

    /// The same where figures are drawn in lines.
    pub(super) fn line(self, lines: &LineTints) -> Tint {
        match self {
            Self::Warm => lines.place,
            Self::Cool => lines.calm,
        }
    }
}

impl MapSubject {
    /// What a segment shows on the map; `None` where it has no place on the body.
    pub(crate) fn of(segment: &Segment) -> Option<Self> {
        let kind = segment.step.as_ref().map(|step| &step.kind);
        if let Some(StepKind::Tense(tense)) = kind {
            let focus = Focus::Muscles(tense.muscles, segment.side);
            return Some(Self { focus, ..Self::whole(tense.muscles.view(), Vec::new()) });
        }
        let region = segment.region()?;
        let hue = match kind {
            Some(StepKind::Pack { temperature: Temperature::Cold, .. }) => Hue::Cool,
            _ => Hue::Warm,
        };
        let focus = Focus::Place(region, segment.side);
        let work = segment.massage().map(|massage| MapWork::of(massage, segment.side));
        let lit = vec![(region, segment.side)];
        Some(Self { focus, work, hue, ..Self::whole(View::of(region), lit) })
    }

    /// A place, wherever it lies.
    pub(crate) fn place(region: Region) -> Self {
        let focus = Focus::Place(region, None);
        Self { focus, ..Self::whole(View::of(region), vec![(region, None)]) }
    }

    /// A whole picture with some regions aglow.
    pub(crate) fn whole(view: View, lit: Vec<(Region, Option<Side>)>) -> Self {
        let hinted = Vec::new();
        Self { view, focus: Focus::Whole, lit, hinted, work: None, hue: Hue::Warm }
    }

    /// Whether something glows on this side and not wherever it lies.
    pub(super) fn is_on(&self, side: Side) -> bool {
        match self.focus {
            Focus::Muscles(_, at_work) => at_work == Some(side),
            _ => self.lit.iter().any(|(_, lit)| *lit == Some(side)),
        }
    }

    /// The same with some regions that glow faintly.
    #[must_use]
    pub(crate) fn hinting(self, hinted: Vec<Region>) -> Self {
        Self { hinted, ..self }
    }
}
