//! A figure as the text of a file: the named pose it starts from, and what differs from it.

use crate::posture::{Figure, Half, JointMotion, Pose};

use super::quoted;

/// A figure as a table on one line.
pub(super) fn figure_text(figure: &Figure, every: Option<String>) -> String {
    let word = |key: &str, id: &str| format!("{key} = {}", quoted(id));
    let mut keys = vec![word("pose", figure.base.id()), word("from", figure.from.id())];
    keys.push(word("show", figure.cut.id()));
    keys.extend(figure.held.map(|held| word("with", held.id())));
    keys.extend(every.map(|every| word("every", &every)));
    let base = figure.base.pose();
    let start = figure.poses.first().unwrap_or(&base);
    keys.push(format!("start = {}", pose_text(start, &base)));
    let poses = figure.poses.iter().skip(1).map(|pose| pose_text(pose, start));
    let poses: Vec<String> = poses.collect();
    if !poses.is_empty() {
        keys.push(format!("poses = [{}]", poses.join(", ")));
    }
    format!("{{ {} }}", keys.join(", "))
}

/// What of a pose differs from another.
fn pose_text(pose: &Pose, from: &Pose) -> String {
    let mut tables: Vec<(String, Vec<String>)> = Vec::new();
    let mut add = |table: &str, key: String| match tables.iter_mut().find(|(name, _)| name == table)
    {
        Some((_, keys)) => keys.push(key),
        None => tables.push((table.to_owned(), vec![key])),
    };
    for motion in JointMotion::ALL {
        let (part, key) = motion.name();
        for half in Half::ALL {
            let table = match (half, motion.is_of_limb()) {
                (Half::Other, true) => format!("other-{part}"),
                (Half::Other, false) => continue,
                (Half::AtWork, _) => part.to_owned(),
            };
            // An arm that lets go of what it reached for says where it is.
            let lets_go = pose.reach(half).is_none() && from.reach(half).is_some();
            let places = matches!(
                motion,
                JointMotion::ArmForward | JointMotion::ArmOut | JointMotion::Elbow
            );
            let degrees = pose.angle(motion, half);
            let differs = (degrees - from.angle(motion, half)).abs() > f32::EPSILON;
            if differs || (lets_go && places) {
                add(&table, format!("{key} = {}", degrees.round() as i32));
            }
        }
    }
    for (half, table) in [(Half::AtWork, "arm"), (Half::Other, "other-arm")] {
        if let Some(reach) = pose.reach(half) {
            add(table, format!("reach = {}", quoted(reach.at.id())));
            if reach.across {
                add(table, "across = true".to_owned());
            }
        }
    }
    let tables =
        tables.into_iter().map(|(table, keys)| format!("{table} = {{ {} }}", keys.join(", ")));
    let tables: Vec<String> = tables.collect();
    if tables.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", tables.join(", ")) }
}
