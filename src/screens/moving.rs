//! Where keys lead in lists and in texts, on every screen alike.

use super::{Action, PageRoom};

/// Where a key leads from the selected one of so many lines, of which `screenful` are seen at once;
/// the same where it does not lead through lists.
pub(super) fn moved(action: Action, selected: usize, lines: usize, screenful: usize) -> usize {
    let last = lines.saturating_sub(1);
    // One line of the last screenful stays, so that the eye finds where it was.
    let page = screenful.saturating_sub(1).max(1);
    match action {
        Action::Up => selected.saturating_sub(1),
        Action::Down => (selected + 1).min(last),
        Action::PageUp => selected.saturating_sub(page),
        Action::PageDown => (selected + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => selected,
    }
}

/// Where a key leads from the first line shown of a text, as far as the room on the screen allows.
pub(super) fn scrolled(action: Action, scroll: usize, room: PageRoom) -> usize {
    let PageRoom { farthest, rows } = room;
    let here = scroll.min(farthest);
    // The last row may say that there is more, and a line of the last screenful stays.
    let screenful = rows.saturating_sub(2).max(1);
    match action {
        Action::Up => here.saturating_sub(1),
        Action::Down => (here + 1).min(farthest),
        Action::PageUp => here.saturating_sub(screenful),
        Action::PageDown => (here + screenful).min(farthest),
        Action::First => 0,
        Action::Last => farthest,
        _ => here,
    }
}

#[cfg(test)]
mod tests {
    //! A page is what is seen at once.

    use super::*;

    #[test]
    fn a_page_of_a_list_is_what_is_seen_of_it_but_for_one_line() {
        assert_eq!(moved(Action::PageDown, 0, 100, 18), 17);
        assert_eq!(moved(Action::PageUp, 17, 100, 18), 0);
        assert_eq!(moved(Action::PageDown, 95, 100, 18), 99);
        assert_eq!(moved(Action::PageDown, 3, 100, 0), 4, "before anything was drawn");
    }

    #[test]
    fn a_page_of_a_text_is_a_screenful_and_never_passes_its_end() {
        let room = PageRoom { farthest: 30, rows: 12 };
        assert_eq!(scrolled(Action::PageDown, 0, room), 10);
        assert_eq!(scrolled(Action::PageDown, 25, room), 30);
        assert_eq!(scrolled(Action::PageUp, 4, room), 0);
        assert_eq!(scrolled(Action::Up, 99, room), 29, "what was scrolled too far comes back");
    }
}
