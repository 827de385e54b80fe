//! What several screens draw alike: lists, text in lines, the footer, outlines, pictures of the body.

pub(super) mod footer;
pub(super) mod lists;
pub(super) mod names;
pub(super) mod numbered;
pub(super) mod outline;
pub(super) mod pictures;
