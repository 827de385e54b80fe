//! The figure of a step: from a named pose and what differs from it to whole poses.

use super::{Checker, part};
use crate::format::draft::{Field, FigureDraft, Given, PoseDraft};
use crate::posture::{Cut, Figure, Half, JointMotion, Pose, Reach};
use crate::session::limits;

use super::groups::lies_between;

impl Checker<'_> {
    /// The figure, as far as it could be read.
    pub(super) fn figure(&mut self, given: &Given<Box<FigureDraft>>) -> Option<Figure> {
        let draft = &given.value;
        let missing: &[&str] = if draft.pose.is_missing() { &["pose"] } else { &[] };
        self.missing(part("figure"), missing, given.span.clone());
        let base = *draft.pose.value()?;
        let every = self.time_within("every", &draft.every, limits::FIGURE_MILLIS);
        let mut start = base.pose();
        if let Some(written) = draft.start.value() {
            self.pose(&mut start, written);
        }
        let mut poses = vec![start];
        for written in draft.poses.value().into_iter().flatten().filter_map(Field::value) {
            let mut pose = poses[0].clone();
            self.pose(&mut pose, written);
            poses.push(pose);
        }
        if let Some(written) = draft.poses.given()
            && poses.len() > limits::FIGURE_POSES + 1
        {
            let most = limits::FIGURE_POSES.to_string();
            let message = lies_between("poses", "1".to_owned(), most);
            self.error("out-of-range", &written.span, message, None);
            return None;
        }
        Some(Figure {
            base,
            from: draft.from.value().copied().unwrap_or(base.seen_from()),
            cut: draft.show.value().copied().unwrap_or(Cut::Whole),
            held: draft.with.value().copied(),
            every,
            poses,
        })
    }

    /// Moves the joints that are written.
    fn pose(&mut self, pose: &mut Pose, draft: &PoseDraft) {
        const MOST: i64 = 180;
        for (table, key, field) in draft.angles() {
            let Some(given) = field.given() else { continue };
            if !(-MOST..=MOST).contains(&given.value) {
                let message = lies_between(key, (-MOST).to_string(), MOST.to_string());
                self.error("out-of-range", &given.span, message, None);
                continue;
            }
            for (motion, half) in JointMotion::named(table, key) {
                pose.set(motion, half, given.value as f32);
                // An arm that is placed by its angles lets go of what it reached for.
                if matches!(
                    motion,
                    JointMotion::ArmForward | JointMotion::ArmOut | JointMotion::Elbow
                ) {
                    pose.set_reach(half, None);
                }
            }
        }
        for (table, arm) in draft.arms_written() {
            let Some(at) = arm.reach.value().copied() else { continue };
            let across = arm.across.value().copied().unwrap_or(false);
            let halves: &[Half] = match table {
                "arms" => &Half::ALL,
                "arm" => &[Half::AtWork],
                _ => &[Half::Other],
            };
            for half in halves {
                pose.set_reach(*half, Some(Reach { at, across }));
            }
        }
    }
}
