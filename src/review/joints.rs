//! Joints: a figure goes no farther than a joint should, and never turns a neck that is bent back.

use super::remark;
use super::work::Work;
use crate::words::Message;

/// Every rule about the figure of a step.
pub(super) fn review(work: &mut Work<'_, '_>) {
    for at in 0..work.steps.len() {
        let Some(figure) = work.steps[at].figure.as_deref() else { continue };
        let span = work.place(at).key(&["figure", "move"]);
        let poses: Vec<_> =
            (0..figure.poses.len()).map(|pose| figure.pose((pose, pose), 0.0)).collect();
        let (mut told, mut is_turned_back) = (Vec::new(), false);
        for pose in &poses {
            is_turned_back |= pose.bends_back_and_turns();
            for (motion, degrees) in pose.beyond() {
                if !told.iter().any(|(known, _)| *known == motion) {
                    told.push((motion, degrees));
                }
            }
        }
        for (motion, degrees) in told {
            let (table, key) = motion.name();
            let (least, most) = motion.range();
            let message = Message::new("joint-range").with("joint", format!("{table}.{key}"));
            let message = message.with("degrees", format!("{degrees:.0}"));
            let help = Message::new("joint-range-help").with("least", format!("{least:.0}"));
            let help = help.with("most", format!("{most:.0}"));
            work.add(remark("joint-range", span.clone(), message, help));
        }
        if is_turned_back {
            let help = Message::new("neck-turned-back-help");
            work.add(remark("joint-range", span, Message::new("neck-turned-back"), help));
        }
    }
}
