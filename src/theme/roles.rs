//! The parts a colour can play, whatever a colour is: a tint, or a name among the 16.

use ratatui::style::Color;

use crate::canvas::{ColorDepth, Tint};

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

/// The names of the roles, as files have them.
pub(super) const ROLES: Roles<&str> = Roles {
    ground: "ground",
    raised: "raised",
    text: "text",
    dim: "dim",
    faint: "faint",
    calm: "calm",
    calm_deep: "calm-deep",
    accent: "accent",
    glow: "glow",
    warn: "warn",
};

impl<T: Copy> Roles<Option<T>> {
    /// All of them, where none is missing.
    pub(super) fn all_there(self) -> Option<Roles<T>> {
        let first = self.ground?;
        let mut is_whole = true;
        let whole = self.map(|it| {
            is_whole &= it.is_some();
            it.unwrap_or(first)
        });
        is_whole.then_some(whole)
    }

    /// Each of them, or the one of `usual` where it is missing.
    pub(super) fn or(self, usual: &Roles<T>) -> Roles<T> {
        Roles {
            ground: self.ground.unwrap_or(usual.ground),
            raised: self.raised.unwrap_or(usual.raised),
            text: self.text.unwrap_or(usual.text),
            dim: self.dim.unwrap_or(usual.dim),
            faint: self.faint.unwrap_or(usual.faint),
            calm: self.calm.unwrap_or(usual.calm),
            calm_deep: self.calm_deep.unwrap_or(usual.calm_deep),
            accent: self.accent.unwrap_or(usual.accent),
            glow: self.glow.unwrap_or(usual.glow),
            warn: self.warn.unwrap_or(usual.warn),
        }
    }
}

impl<T: Copy> Roles<T> {
    /// The same in every role.
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

    /// Every role, in order.
    pub(super) fn each(&self) -> [T; 10] {
        [
            self.ground,
            self.raised,
            self.text,
            self.dim,
            self.faint,
            self.calm,
            self.calm_deep,
            self.accent,
            self.glow,
            self.warn,
        ]
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

/// What a theme is made of: its roles as exact colours, and as names where a terminal has 16.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// As exact colours.
    pub(super) tints: Roles<Tint>,
    /// Among the 16 that a person has given their looks.
    pub(super) names: Roles<Color>,
}

impl Roles<Tint> {
    /// A place in full lamplight on the map, on a dark ground or on paper.
    pub(super) fn lamplit(&self, depth: ColorDepth, is_paper: bool) -> Tint {
        match depth {
            // A blend of hues has no room among so few colours.
            ColorDepth::Indexed256 => self.accent,
            _ if is_paper => self.glow,
            _ => self.accent.blend(self.calm_deep, 0.16),
        }
    }
}
