//! Every key a step or group may have, and which kinds each key is for.

use schemars::JsonSchema;
use serde::Deserialize;

use super::parts::{
    BedDraft, ChimeDraft, LengthText, LineDraft, PatternUse, SideWord, StrokeDraft, TouchDraft,
};
use super::{CountDraft, Field, FigureDraft, Given, Kind, SilenceUse};
use crate::body::{MuscleGroup, Region};
use crate::problem::Span;
use crate::session::{Involvement, PackedJoint, Technique, Temperature, Tool};
use Kind::{Breathe, Group, Massage, Pack, Rest, Scan, Stretch, Tense};

const ALL: &[Kind] = &Kind::ALL;
const STEPS: &[Kind] = &[Breathe, Massage, Stretch, Tense, Rest, Pack, Scan];
const WITH_LENGTH: &[Kind] = &[Breathe, Massage, Stretch, Rest, Pack, Scan];
const SIDED: &[Kind] = &[Massage, Stretch, Tense, Pack, Scan, Group];

/// Declares the step's keys once: the draft, the table of kinds, and how a move's values come in.
macro_rules! step_keys {
    ($($(#[$meta:meta])* $name:ident $key:literal: $type:ty => $fits:expr,)+) => {
        /// One step of the session, or a group of steps.
        #[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
        #[serde(default, deny_unknown_fields)]
        #[schemars(rename = "Step")]
        pub(crate) struct StepDraft {
            $($(#[$meta])* #[serde(rename = $key)] pub(crate) $name: Field<$type>,)+
        }

        /// Every key, with the kinds it is for.
        const KEYS: &[(&str, &[Kind])] = &[$(($key, $fits)),+];

        impl StepDraft {
            /// Whether the file says anything for each key.
            fn keys_present(&self) -> [(&'static str, bool); KEYS.len()] {
                [$(($key, !self.$name.is_missing())),+]
            }

            /// Where each key stands that has a readable value.
            pub(crate) fn places(&self) -> Vec<(&'static str, Span)> {
                let all = [$(($key, self.$name.given().map(|given| given.span.clone()))),+];
                all.into_iter().filter_map(|(key, span)| Some((key, span?))).collect()
            }

            fn filled_from(&self, base: &Self, named_at: &Span) -> Self {
                Self { $($name: self.$name.or_from_move(&base.$name, named_at)),+ }
            }
        }
    };
}

step_keys! {
    /// What kind of step this is. It may be left out where a move says it.
    kind "kind": Kind => ALL,
    /// The name of a move whose values this step takes. Keys written here win over the move's.
    named_move "move": String => STEPS,
    /// What the person does, in a few words (80 characters at most).
    #[schemars(length(max = 80))]
    title "title": String => ALL,
    /// The instruction on screen (400 characters at most).
    #[schemars(length(max = 400))]
    text "text": String => STEPS,
    /// What is spoken as the step begins; the text, where this is left out (400 characters at most).
    #[schemars(length(max = 400))]
    say "say": String => STEPS,
    /// What is spoken as the step begins on the second of two sides; the first words shortened, where
    /// this is left out (400 characters at most).
    #[schemars(length(max = 400))]
    second_side "second-side": String => STEPS,
    /// What is spoken as the step begins from the second round of its group on, on either side; the same
    /// words again, where this is left out (400 characters at most).
    #[schemars(length(max = 400))]
    later_rounds "later-rounds": String => STEPS,
    /// An easier way to do it (300 characters at most).
    #[schemars(length(max = 300))]
    easier "easier": String => STEPS,
    /// When to stop (300 characters at most).
    #[schemars(length(max = 300))]
    stop_if "stop-if": String => STEPS,
    /// What it asks of the body beside what its kind and place tell, so that those are warned for whom
    /// that is not.
    involves "involves": Vec<Field<Involvement>> => STEPS,
    /// How long the step lasts on one side: a time, or whole breaths where there is a pattern.
    length "length": LengthText => WITH_LENGTH,
    /// How many whole breaths the step lasts, the same as `length = "6 breaths"`.
    #[schemars(range(min = 1))]
    breaths "breaths": i64 => WITH_LENGTH,
    /// The shortest the step may become when the session is fitted to the time there is.
    min "min": LengthText => WITH_LENGTH,
    /// The longest the step may become when the session is fitted to the time there is.
    max "max": LengthText => WITH_LENGTH,
    /// Which sides it works, always the person's own left and right.
    side "side": SideWord => SIDED,
    /// How long the pause between its two sides is, from "4s" to "5m"; by what is worked, where this is
    /// left out.
    switch "switch": LengthText => SIDED,
    /// Whether its length begins once the words it begins with have been said, rather than holding
    /// them. Its points count from then on. A tension always begins so.
    words_first "words-first": bool => WITH_LENGTH,
    /// Whether it is played between the rounds of its group alone, and not after the last.
    between_rounds "between-rounds": bool => STEPS,
    /// The breathing pattern: a name, numbers of seconds such as "4-6", or a table of phases.
    pattern "pattern": PatternUse => WITH_LENGTH,
    /// Words during the step.
    #[schemars(length(max = 100))]
    lines "lines": Vec<Field<LineDraft>> => STEPS,
    /// Chimes during the step.
    #[schemars(length(max = 100))]
    chimes "chimes": Vec<Field<ChimeDraft>> => STEPS,
    /// How often it is done, counted aloud.
    count "count": Box<CountDraft> => &[Massage, Stretch],
    /// How many of its last seconds are counted aloud, down to one: 2 to 10.
    #[schemars(range(min = 2, max = 10))]
    countdown "countdown": i64 => &[Massage, Stretch, Rest],
    /// Whether nothing is said or rung in it that does not stand in the file, or between which points.
    silence "silence": SilenceUse => WITH_LENGTH,
    /// Changes of the background sound during the step.
    #[schemars(length(max = 100))]
    beds "beds": Vec<Field<BedDraft>> => STEPS,
    /// Whether the session waits for the person when the step's time is up.
    wait "wait": bool => STEPS,
    /// Where the step works or attention rests.
    region "region": Region => &[Massage, Stretch, Pack, Scan],
    /// The joint a pack lies on, in the place of a region.
    joint "joint": PackedJoint => &[Pack],
    /// Which technique it is.
    technique "technique": Technique => &[Massage],
    /// With what; bare hands where this is left out.
    tool "tool": Tool => &[Massage],
    /// How hard, from 0 to 10 of discomfort. Each region has its own gentle limit.
    #[schemars(range(min = 0, max = 6))]
    pressure "pressure": i64 => &[Massage],
    /// How the hand or tool moves.
    stroke "stroke": Box<StrokeDraft> => &[Massage],
    /// What touches the body, whose hands, and where in the region.
    touch "touch": Box<TouchDraft> => &[Massage],
    /// How one sits, stands or lies, and how one moves.
    figure "figure": Box<FigureDraft> => STEPS,
    /// Which muscles to tense and let go.
    muscles "muscles": MuscleGroup => &[Tense],
    /// How long to tense: 7s at most, 5s for calves, feet and legs.
    tense "tense": LengthText => &[Tense],
    /// How long to let go: 10s at least, 30s where this is left out.
    release "release": LengthText => &[Tense],
    /// How often to tense and let go: 1 to 5 times, twice where this is left out.
    #[schemars(range(min = 1, max = 5))]
    times "times": i64 => &[Tense],
    /// Warm or cold.
    temperature "temperature": Temperature => &[Pack],
    /// How often the group's steps run, 1 to 100 times.
    #[schemars(range(min = 1, max = 100))]
    repeat "repeat": i64 => &[Group],
    /// How long the group's steps run, in the place of `repeat`: as often as comes nearest to it.
    repeat_for "repeat-for": LengthText => &[Group],
    /// The group's steps.
    #[schemars(length(min = 1))]
    steps "steps": Vec<Field<StepDraft>> => &[Group],
}

/// The keys that go with a kind of step.
pub(crate) fn fits(kind: Kind) -> impl Iterator<Item = &'static str> {
    KEYS.iter().filter(move |(_, kinds)| kinds.contains(&kind)).map(|(key, _)| *key)
}

/// The kinds a key goes with, if it is a key of any step.
pub(crate) fn kinds_with(key: &str) -> Option<&'static [Kind]> {
    let found = KEYS.iter().find(|(known, _)| *known == key);
    found.map(|(_, kinds)| *kinds)
}

impl StepDraft {
    /// Whether a key is there that does not go with this kind of step.
    pub(crate) fn has_misfit(&self, kind: Kind) -> bool {
        let mut keys = self.keys_present().into_iter().zip(KEYS);
        keys.any(|((_, is_there), (_, kinds))| is_there && !kinds.contains(&kind))
    }

    /// The keys of this kind's step that the file does not have.
    pub(crate) fn missing(&self, kind: Kind) -> impl Iterator<Item = &'static str> {
        let present = self.keys_present();
        kind.required().iter().copied().filter(move |required| {
            let found = present.iter().find(|(key, _)| key == required);
            found.is_some_and(|(_, is_there)| !is_there)
        })
    }

    /// This step with a move's values where it has none of its own.
    ///
    /// Some keys speak for each other: a step's own `breaths` replaces the move's `length`, and its
    /// own `text` the move's `say`, `second-side` and `later-rounds`, which would otherwise tell of
    /// something else. Its own `tool` or `region` replaces
    /// the move's `touch` and `figure`, which were made for another. Its own `figure` changes the move's key by
    /// key, so that it may be done sitting, standing or lying.
    pub(crate) fn over(&self, base: &Self, named_at: &Span) -> Self {
        let mut filled = self.filled_from(base, named_at);
        if !self.length.is_missing() || !self.breaths.is_missing() {
            filled.length = self.length.clone();
            filled.breaths = self.breaths.clone();
        }
        if !self.text.is_missing() {
            filled.say = self.say.clone();
            filled.second_side = self.second_side.clone();
            filled.later_rounds = self.later_rounds.clone();
        }
        if !self.tool.is_missing() || !self.region.is_missing() {
            filled.touch = self.touch.clone();
            filled.figure = self.figure.clone();
        } else if let (Field::Given(own), Some(base)) = (&self.figure, base.figure.value()) {
            let value = Box::new(own.value.over(base, named_at));
            filled.figure = Field::Given(Given { value, ..own.clone() });
        }
        filled
    }
}
