//! What can be amiss in a line of a person's file.

use std::ops::Range;

/// Something amiss in a text that costs nothing around it.
pub struct Slip {
    /// The whole line, in bytes.
    pub line: Range<usize>,
    /// What of it is amiss, in bytes.
    pub span: Range<usize>,
    /// The heading it stands beneath, such as `[mix]`; empty where there is none.
    pub beneath: String,
    /// What is amiss.
    pub kind: SlipKind,
}

/// The kinds of what can be amiss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlipKind {
    /// It cannot be read.
    Unread,
    /// It sets once more what was set before.
    Twice,
    /// It sets by one value what is a table elsewhere.
    NoTable { key: String },
    /// It is meant as this heading, such as `[mix]`, and counts as it; or, where `has_more`, something
    /// follows it in its line, which is lost.
    Heading { written: String, has_more: bool },
    /// A heading that is none, above keys that stand without one.
    NeedlessHeading { written: String },
    /// A heading that there is not, and the keys beneath it, which are lost.
    UnknownHeading { written: String, keys: Vec<String>, meant: Option<String> },
    /// A key that stands beneath another heading than its own, `home`, and counts all the same.
    Elsewhere { key: String, home: String },
}

impl Slip {
    /// Whether nothing of it counts, or not all.
    pub fn is_lost(&self) -> bool {
        match self.kind {
            SlipKind::Heading { has_more, .. } => has_more,
            SlipKind::NeedlessHeading { .. } | SlipKind::Elsewhere { .. } => false,
            _ => true,
        }
    }
}
