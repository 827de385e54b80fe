//! The figure of a step as it is written: how one sits, stands, lies and moves.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{Field, LengthText};
use crate::posture::{Cut, Held, Landmark, PoseName, SeenFrom};
use crate::problem::Span;

/// The figure that shows how one sits, stands or lies, and how one moves.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Figure", extend("required" = ["pose"]))]
pub(crate) struct FigureDraft {
    /// The pose it starts from.
    pub(crate) pose: Field<PoseName>,
    /// From where it is seen: the side at work, or from above for who lies on the back or side, where this is
    /// left out.
    pub(crate) from: Field<SeenFrom>,
    /// How much of it is shown: the whole, where this is left out.
    pub(crate) show: Field<Cut>,
    /// What the hands hold, or what the place at work lies on.
    pub(crate) with: Field<Held>,
    /// How long all poses take once, from "1s" to "60s", where they are gone through again and again.
    /// Where this is left out, each is reached and held, or follows the tension or the breath.
    pub(crate) every: Field<LengthText>,
    /// How the joints are at the start, where they are not as the named pose has them.
    pub(crate) start: Field<PoseDraft>,
    /// The poses it moves to, one after the other, each as it differs from the start.
    #[schemars(length(max = 8))]
    pub(crate) poses: Field<Vec<Field<PoseDraft>>>,
}

/// How the joints are, in degrees, where that is not as it was.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Joints")]
pub(crate) struct PoseDraft {
    /// The pelvis.
    pub(crate) hips: Field<TurnsDraft>,
    /// The low back.
    pub(crate) waist: Field<TurnsDraft>,
    /// The ribs.
    pub(crate) chest: Field<TurnsDraft>,
    /// The neck.
    pub(crate) neck: Field<TurnsDraft>,
    /// The head on the neck.
    pub(crate) head: Field<TurnsDraft>,
    /// The arm of the side at work.
    pub(crate) arm: Field<ArmDraft>,
    /// The arm of the other side.
    pub(crate) other_arm: Field<ArmDraft>,
    /// Both arms.
    pub(crate) arms: Field<ArmDraft>,
    /// The leg of the side at work.
    pub(crate) leg: Field<LegDraft>,
    /// The leg of the other side.
    pub(crate) other_leg: Field<LegDraft>,
    /// Both legs.
    pub(crate) legs: Field<LegDraft>,
}

/// A part of the trunk, in degrees.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "Turns")]
pub(crate) struct TurnsDraft {
    /// Forward; below 0 back.
    pub(crate) bend: Field<i64>,
    /// To the side at work; below 0 to the other.
    pub(crate) tilt: Field<i64>,
    /// The same, turned.
    pub(crate) turn: Field<i64>,
}

/// An arm, in degrees.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "ArmJoints")]
pub(crate) struct ArmDraft {
    /// The shoulder lifted toward the ear.
    pub(crate) lift: Field<i64>,
    /// The shoulder blade drawn back; below 0 forward.
    pub(crate) back: Field<i64>,
    /// The arm raised forward; below 0 back.
    pub(crate) forward: Field<i64>,
    /// The arm raised to the side; below 0 across the body.
    pub(crate) out: Field<i64>,
    /// The arm turned outward; where the hand reaches for a place, the elbow swung outward.
    pub(crate) turn: Field<i64>,
    /// The elbow bent.
    pub(crate) elbow: Field<i64>,
    /// The palm turned up, the thumb outward; below 0 down.
    pub(crate) palm: Field<i64>,
    /// The wrist bent toward the palm; below 0 back.
    pub(crate) wrist: Field<i64>,
    /// The fingers closed; a fist at 90.
    pub(crate) fingers: Field<i64>,
    /// What the hand reaches for, in the place of `forward`, `out` and `elbow`.
    pub(crate) reach: Field<Landmark>,
    /// Whether that is on the other side of the body than the hand.
    pub(crate) across: Field<bool>,
}

/// A leg, in degrees.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(rename = "LegJoints")]
pub(crate) struct LegDraft {
    /// The thigh raised forward; below 0 back.
    pub(crate) forward: Field<i64>,
    /// The thigh moved to the side; below 0 across the other.
    pub(crate) out: Field<i64>,
    /// The thigh turned outward.
    pub(crate) turn: Field<i64>,
    /// The knee bent.
    pub(crate) knee: Field<i64>,
    /// The foot drawn up; below 0 pointed.
    pub(crate) ankle: Field<i64>,
    /// The toes curled; below 0 drawn up.
    pub(crate) toes: Field<i64>,
}

impl FigureDraft {
    /// This figure with a move's values where it has none of its own: what is done stays, however one sits or
    /// lies with it.
    pub(crate) fn over(&self, base: &Self, named_at: &Span) -> Self {
        Self {
            pose: self.pose.or_from_move(&base.pose, named_at),
            from: self.from.or_from_move(&base.from, named_at),
            show: self.show.or_from_move(&base.show, named_at),
            with: self.with.or_from_move(&base.with, named_at),
            every: self.every.or_from_move(&base.every, named_at),
            start: self.start.or_from_move(&base.start, named_at),
            poses: self.poses.or_from_move(&base.poses, named_at),
        }
    }
}

impl PoseDraft {
    /// Every angle, with its table and key as [`crate::posture::JointMotion::named`] knows them.
    pub(crate) fn angles(&self) -> Vec<(&'static str, &'static str, &Field<i64>)> {
        let mut angles = Vec::new();
        let trunk = [
            ("hips", &self.hips),
            ("waist", &self.waist),
            ("chest", &self.chest),
            ("neck", &self.neck),
            ("head", &self.head),
        ];
        for (table, draft) in trunk {
            if let Some(TurnsDraft { bend, tilt, turn }) = draft.value() {
                let keys = [("bend", bend), ("tilt", tilt), ("turn", turn)];
                angles.extend(keys.map(|(key, field)| (table, key, field)));
            }
        }
        for (table, draft) in self.arms_written() {
            let ArmDraft { lift, back, forward, out, turn, elbow, palm, wrist, fingers, .. } =
                draft;
            let keys = [
                ("lift", lift),
                ("back", back),
                ("forward", forward),
                ("out", out),
                ("turn", turn),
                ("elbow", elbow),
                ("palm", palm),
                ("wrist", wrist),
                ("fingers", fingers),
            ];
            angles.extend(keys.map(|(key, field)| (table, key, field)));
        }
        let legs = [("legs", &self.legs), ("leg", &self.leg), ("other-leg", &self.other_leg)];
        for (table, draft) in legs {
            if let Some(LegDraft { forward, out, turn, knee, ankle, toes }) = draft.value() {
                let keys = [
                    ("forward", forward),
                    ("out", out),
                    ("turn", turn),
                    ("knee", knee),
                    ("ankle", ankle),
                    ("toes", toes),
                ];
                angles.extend(keys.map(|(key, field)| (table, key, field)));
            }
        }
        angles
    }

    /// The tables of arms that are there: what both do comes first, so that one may differ.
    pub(crate) fn arms_written(&self) -> impl Iterator<Item = (&'static str, &ArmDraft)> {
        let arms = [("arms", &self.arms), ("arm", &self.arm), ("other-arm", &self.other_arm)];
        arms.into_iter().filter_map(|(table, draft)| Some((table, draft.value()?)))
    }
}
