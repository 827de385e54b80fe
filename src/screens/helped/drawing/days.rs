//! The days with sessions as a map, and how many sessions each week had beside about how many would
//! suit the person.

use std::ops::RangeInclusive;

use ratatui::text::{Line, Span};

use crate::journal::{WhatHelped, monday_of};
use crate::screens::widgets::lists::wrapped;
use crate::theme::Theme;
use crate::words::{Message, Texts};

/// So many weeks are shown at most.
const MOST_WEEKS: i64 = 53;
/// Rows of the weeks at most.
const ROWS: u32 = 4;
/// Parts of a row that can be filled.
const PARTS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The weeks that have room in so many columns, up to that of today.
fn shown_weeks(helped: &WhatHelped, columns: usize) -> RangeInclusive<i64> {
    helped.weeks(((columns / 2) as i64).clamp(1, MOST_WEEKS))
}

/// The days with sessions as a map: a column a week, Monday above.
pub(super) fn map(
    helped: &WhatHelped,
    columns: usize,
    theme: &Theme,
    texts: &Texts,
) -> Vec<Line<'static>> {
    let mut lines: Vec<Line<'static>> = (0..7)
        .map(|weekday| {
            let cells = shown_weeks(helped, columns).map(|week| {
                let day = monday_of(week) + weekday;
                match helped.days.get(&day).copied().unwrap_or_default() {
                    0 if day > helped.today => Span::raw("  "),
                    0 => Span::styled("· ", theme.dim()),
                    1 => Span::styled("▪ ", theme.calm()),
                    _ => Span::styled("■ ", theme.accent()),
                }
            });
            Line::from(cells.collect::<Vec<_>>())
        })
        .collect();
    let sessions: u32 = helped.days.values().sum();
    let told = Message::new("helped-count").with("sessions", u64::from(sessions));
    let told = texts.text(&told.with("days", helped.days.len() as u64));
    lines.extend(wrapped(&told, columns, theme.dim()));
    lines
}

/// How many sessions each of these weeks had, as columns below those of the map, before a soft band
/// about as high as would suit the person. This week is not over, and no week is missed.
pub(super) fn weeks(
    helped: &WhatHelped,
    goal: u32,
    columns: usize,
    theme: &Theme,
    texts: &Texts,
) -> Vec<Line<'static>> {
    let counts: Vec<u32> =
        shown_weeks(helped, columns).map(|week| helped.sessions_in(week)).collect();
    let top = counts.iter().copied().max().unwrap_or_default().max(goal + 1);
    let each = top.div_ceil(ROWS);
    let mut lines: Vec<Line<'static>> = (0..top.div_ceil(each))
        .rev()
        .map(|row| {
            let is_band = row * each < goal + 1 && (row + 1) * each + 1 >= goal;
            let ground = if is_band { "░" } else { " " };
            let cells = counts.iter().flat_map(|count| {
                let filled = count.saturating_sub(row * each).min(each) * 8 / each;
                let bar = match filled {
                    0 => Span::styled(ground, theme.dim()),
                    filled => Span::styled(PARTS[filled as usize], theme.calm()),
                };
                [bar, Span::styled(ground, theme.dim())]
            });
            Line::from(cells.collect::<Vec<_>>())
        })
        .collect();
    let told = texts.text(&Message::new("helped-goal").with("goal", u64::from(goal)));
    lines.extend(wrapped(&told, columns, theme.dim()));
    lines
}
