//! The charts of the page, as SVG: days as a heat map, sessions as dots and lines, and how sure a change
//! is.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use crate::journal::{MeasuredChange, SessionPair, WhatHelped, date_of, monday_of, week_of};

/// So many weeks are shown in a picture at most, and so many years of days.
const WEEKS: i64 = 53;
const YEARS: i64 = 10;
/// The height of the line with the months, and the least width that their names need, in pixels.
const MONTHS: i64 = 24;
const LEAST_WIDE: i64 = 60;
/// The side of a day, and what it takes with the gap to the next, in pixels.
const DAY: i64 = 11;
const STEP: i64 = 13;
/// The height of the weeks, in pixels.
const HIGH: i64 = 60;
/// So many sessions are drawn at most, the latest of them.
const DRAWN: usize = 60;
/// The width of an interval, in pixels.
const INTERVAL_WIDE: i64 = 324;
/// Columns and rows of a number, in pixels.
const POINT: f64 = 16.0;

/// The colour of a day with so many sessions.
fn color(count: u32) -> &'static str {
    match count {
        0 => "#ececec",
        1 => "#a9cfc9",
        2 => "#5ba59b",
        _ => "#24776c",
    }
}

/// The beginning of a picture of so many pixels, and what it shows.
fn picture(wide: i64, high: i64, label: &str) -> String {
    format!(
        "<svg role=\"img\" aria-label=\"{label}\" width=\"{wide}\" height=\"{high}\" \
         viewBox=\"0 0 {wide} {high}\">\n"
    )
}

/// The days as heat maps: a column a week, Monday above, a map a year, the latest first.
pub(super) fn calendars(helped: &WhatHelped, label: &str) -> String {
    let weeks = helped.weeks(WEEKS * YEARS);
    let (first, mut last) = (*weeks.start(), *weeks.end());
    let mut charts = String::new();
    while last >= first {
        let from = first.max(last - WEEKS + 1);
        charts.push_str(&calendar(helped, from..=last, label));
        last = from - 1;
    }
    charts
}

/// The days of these weeks, under the numbers of their months.
fn calendar(helped: &WhatHelped, weeks: RangeInclusive<i64>, label: &str) -> String {
    let (from, to) = (*weeks.start(), *weeks.end());
    let wide = ((to - from + 1) * STEP).max(LEAST_WIDE);
    let mut chart = picture(wide, MONTHS + 7 * STEP, label);
    for day in monday_of(from)..=(monday_of(to) + 6).min(helped.today) {
        let count = helped.days.get(&day).copied().unwrap_or_default();
        let week = week_of(day);
        let (x, y) = ((week - from) * STEP, MONTHS + (day - monday_of(week)) * STEP);
        let date = date_of(day);
        let _ = writeln!(
            chart,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{DAY}\" height=\"{DAY}\" rx=\"2\" \
             fill=\"{}\"><title>{date}: {count}</title></rect>",
            color(count),
        );
        if let Some(month) = month_begun(&date) {
            let _ = writeln!(
                chart,
                "<text x=\"{x}\" y=\"19\" font-size=\"10\" fill=\"#595959\">{month}</text>",
            );
        }
    }
    chart.push_str("</svg>\n");
    chart
}

/// What stands over the first day of a month: its number, and for January the year. `None` for others.
fn month_begun(date: &str) -> Option<&str> {
    let (year, month) = date.strip_suffix("-01")?.rsplit_once('-')?;
    Some(if month == "01" { year } else { month })
}

/// How many sessions each week had, under a soft band about as high as would suit the person.
pub(super) fn weeks(helped: &WhatHelped, goal: u32, label: &str) -> String {
    let weeks = helped.weeks(WEEKS);
    let counts: Vec<i64> = weeks.map(|week| i64::from(helped.sessions_in(week))).collect();
    let goal = i64::from(goal);
    let top = counts.iter().copied().max().unwrap_or_default().max(goal + 2);
    let wide = counts.len() as i64 * STEP;
    let y = |count: i64| HIGH - count * HIGH / top;
    let mut chart = picture(wide, HIGH, label);
    let (band, under) = (y(goal + 1), y(goal - 1));
    for (index, count) in counts.iter().enumerate() {
        let (x, top) = (index as i64 * STEP, y(*count));
        let _ = writeln!(
            chart,
            "<rect x=\"{x}\" y=\"{top}\" width=\"{DAY}\" height=\"{}\" fill=\"#24776c\">\
             <title>{count}</title></rect>",
            HIGH - top,
        );
    }
    // Over the bars, so that it is seen however many sessions there were.
    let _ = writeln!(
        chart,
        "<rect x=\"0\" y=\"{band}\" width=\"{wide}\" height=\"{}\" fill=\"#f2c46d\" \
         fill-opacity=\"0.45\" pointer-events=\"none\"/>",
        under - band,
    );
    chart.push_str("</svg>\n");
    chart
}

/// Each session as a line from before to after, the earliest at the left.
pub(super) fn pairs(pairs: &[&SessionPair], label: &str) -> String {
    let shown: Vec<_> = pairs.iter().take(DRAWN).rev().collect();
    let wide = 30 + shown.len() as i64 * POINT as i64;
    let mut chart = picture(wide, 11 * POINT as i64, label);
    let y = |value: u16| (10.0 - f64::from(value)) * POINT + POINT / 2.0;
    for value in [0, 5, 10] {
        let at = y(value);
        let _ = writeln!(
            chart,
            "<line x1=\"26\" x2=\"{wide}\" y1=\"{at}\" y2=\"{at}\" stroke=\"#ddd\"/>\
             <text x=\"20\" y=\"{}\" font-size=\"11\" text-anchor=\"end\" fill=\"#595959\">{value}\
             </text>",
            at + 4.0,
        );
    }
    for (index, pair) in shown.iter().enumerate() {
        let x = 36.0 + index as f64 * POINT;
        let (before, after) = (y(pair.before), y(pair.after));
        let _ = writeln!(
            chart,
            "<line x1=\"{x}\" x2=\"{x}\" y1=\"{before}\" y2=\"{after}\" stroke=\"#24776c\" \
             stroke-width=\"2\"/><circle cx=\"{x}\" cy=\"{before}\" r=\"4\" fill=\"#fff\" \
             stroke=\"#24776c\" stroke-width=\"1.5\"/><circle cx=\"{x}\" cy=\"{after}\" r=\"4\" \
             fill=\"#24776c\"/>",
        );
    }
    chart.push_str("</svg>\n");
    chart
}

/// The numbers over intervals: a change of −10 to 10.
pub(super) fn interval_head() -> String {
    let mut head = interval_picture(18, "");
    for value in [-10_i32, -5, 0, 5, 10] {
        let sign = if value < 0 { "−" } else { "" };
        let _ = write!(
            head,
            "<text x=\"{:.0}\" y=\"13\" font-size=\"12\" text-anchor=\"middle\" \
             fill=\"#595959\">{sign}{}</text>",
            across(f64::from(value)),
            value.abs(),
        );
    }
    head.push_str("</svg>");
    head
}

/// How a measure changed on a scale from −10 to 10: the mean, and how sure it is; the changes alone where
/// they are few. `label` says the same in words.
pub(super) fn interval(change: &MeasuredChange, label: &str) -> String {
    let mut chart = interval_picture(24, label);
    for (value, color) in [(-10, "#eee"), (-5, "#eee"), (0, "#999"), (5, "#eee"), (10, "#eee")] {
        let x = across(f64::from(value));
        let _ = write!(
            chart,
            "<line x1=\"{x:.0}\" x2=\"{x:.0}\" y1=\"0\" y2=\"24\" stroke=\"{color}\"/>"
        );
    }
    match change.interval {
        Some((low, high)) => {
            let _ = write!(
                chart,
                "<line x1=\"{:.1}\" x2=\"{:.1}\" y1=\"12\" y2=\"12\" stroke=\"#24776c\" \
                 stroke-width=\"4\"/><circle cx=\"{:.1}\" cy=\"12\" r=\"5.5\" fill=\"#24776c\"/>",
                across(low),
                across(high),
                across(change.mean),
            );
        }
        None => {
            for value in &change.changes {
                let _ = write!(
                    chart,
                    "<circle cx=\"{:.1}\" cy=\"12\" r=\"4.5\" fill=\"#24776c\" fill-opacity=\".5\"/>",
                    across(f64::from(*value)),
                );
            }
        }
    }
    chart.push_str("</svg>");
    chart
}

/// The beginning of a picture of an interval; without a label it says nothing of its own.
fn interval_picture(high: i64, label: &str) -> String {
    let told = match label {
        "" => "aria-hidden=\"true\"".to_owned(),
        label => format!("role=\"img\" aria-label=\"{label}\""),
    };
    format!(
        "<svg {told} class=\"interval\" width=\"{INTERVAL_WIDE}\" height=\"{high}\" \
         viewBox=\"0 0 {INTERVAL_WIDE} {high}\">"
    )
}

/// Where a change lies in the picture of an interval, in pixels.
fn across(change: f64) -> f64 {
    INTERVAL_WIDE as f64 / 2.0 + change.clamp(-10.0, 10.0) * 15.0
}
