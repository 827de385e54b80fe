//! The line that fills.

use proptest::prelude::*;

use super::*;
use crate::canvas::ColorDepth;

fn drawn(position_ms: u64, length_ms: u64, width: u16) -> String {
    let theme = Theme::night(ColorDepth::True);
    let area = Rect::new(0, 0, width, 1);
    let mut buffer = Buffer::empty(area);
    Gauge::new(&theme, position_ms, length_ms).with_time_left().render(area, &mut buffer);
    buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn the_line_fills_by_half_columns() {
    let lines =
        [0, 10_000, 13_000, 37_000, 60_000, 70_000].map(|position| drawn(position, 60_000, 15));
    assert_eq!(
        lines,
        [
            "1:00 ──────────",
            "0:50 ━╾────────",
            "0:47 ━━────────",
            "0:23 ━━━━━━────",
            "0:00 ━━━━━━━━━━",
            "0:00 ━━━━━━━━━━",
        ]
    );
}

#[test]
fn the_line_does_not_move_when_the_time_gets_shorter() {
    assert_eq!(drawn(0, 720_000, 14), "12:00 ────────");
    assert_eq!(drawn(660_000, 720_000, 14), " 1:00 ━━━━━━━─");
}

proptest! {
    #[test]
    fn any_position_in_any_length_can_be_drawn(position: u64, length: u64, width in 0_u16..300) {
        prop_assert_eq!(drawn(position, length, width).chars().count(), usize::from(width));
    }

    #[test]
    fn the_line_never_shrinks_as_time_goes_by(one in 0_u64..100_000, other in 0_u64..100_000) {
        let filled = |position| drawn(position, 90_000, 60).chars().filter(|end| "━╾".contains(*end)).count();
        prop_assert!(filled(one.min(other)) <= filled(one.max(other)));
    }
}
