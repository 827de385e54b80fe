//! What shipped sessions were called before: whoever remembers an old id still comes to the session.

/// Each former id, and what the session is called by now.
const FORMER_IDS: [(&str, &str); 9] = [
    ("course-alternate-nostril", "learn-alternate-nostril"),
    ("course-coherent", "learn-coherent"),
    ("course-cyclic-sighing", "learn-cyclic-sighing"),
    ("course-extended-exhale", "learn-long-breath-out"),
    ("one-minute-shoulders", "shoulders-between-calls"),
    ("six-minutes-to-sleep", "put-the-day-down"),
    ("three-minute-breath", "short-breath"),
    ("three-minute-stretch", "short-stretch"),
    ("three-minutes-in-bed", "quiet-in-bed"),
];

/// What a session is called by now: the id itself, where it is not a former one.
pub fn current_id(id: &str) -> &str {
    FORMER_IDS.iter().find(|(former, _)| *former == id).map_or(id, |(_, current)| current)
}

#[cfg(test)]
pub(super) fn former_ids() -> impl Iterator<Item = (&'static str, &'static str)> {
    FORMER_IDS.into_iter()
}
