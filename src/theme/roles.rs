//! The parts a colour can play, whatever a colour is: a tint, or a name among the 16.

/// The parts a colour can play. Widgets name a role and never a colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Roles<T> {
    /// What everything lies on.
    pub(super) ground: T,
    /// A surface one step nearer than the ground: a selected line, the figure without light.
    pub(super) raised: T,
    /// What is to be read now.
    pub(super) text: T,
    /// What may be read: numbers, what comes next, keys.
    pub(super) dim: T,
    /// What is only felt: the unfilled part of a line, a rule.
    pub(super) faint: T,
    /// The calm hue.
    pub(super) calm: T,
    /// The calm hue in the dark; among the 16, the lines of the body.
    pub(super) calm_deep: T,
    /// The one accent: lamplight.
    pub(super) accent: T,
    /// The accent at its brightest: the flame of the lamp.
    pub(super) glow: T,
    /// Something to take care of.
    pub(super) warn: T,
}

impl<T: Copy> Roles<T> {
    /// The same in every role.
    #[cfg(test)]
    pub(super) const fn all(it: T) -> Self {
        Self {
            ground: it,
            raised: it,
            text: it,
            dim: it,
            faint: it,
            calm: it,
            calm_deep: it,
            accent: it,
            glow: it,
            warn: it,
        }
    }

    /// Every role by `change`.
    pub(super) fn map<U>(&self, mut change: impl FnMut(T) -> U) -> Roles<U> {
        Roles {
            ground: change(self.ground),
            raised: change(self.raised),
            text: change(self.text),
            dim: change(self.dim),
            faint: change(self.faint),
            calm: change(self.calm),
            calm_deep: change(self.calm_deep),
            accent: change(self.accent),
            glow: change(self.glow),
            warn: change(self.warn),
        }
    }
}
