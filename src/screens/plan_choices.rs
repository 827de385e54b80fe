//! What is chosen for a plan, which stays while its screen is closed.

/// What is chosen, line by line.
#[derive(Clone, Debug)]
pub(super) struct PlanChoices {
    /// How long, in minutes.
    pub(super) minutes: u64,
    /// A place, and another one where there is one, by their places in their list; so with the others.
    pub(super) place: usize,
    pub(super) other: Option<usize>,
    pub(super) goal: usize,
    pub(super) setting: usize,
    pub(super) tools: usize,
    /// Which of many plans.
    pub(super) variety: u64,
}
