//! The charts of the page, as SVG: days as a heat map, sessions as dots and lines, and how sure a change
//! is.

use std::fmt::Write as _;

use crate::journal::{MeasuredChange, SessionPair, WhatHelped, monday_of, week_of};

/// So many weeks are shown at most, the latest of them.
const WEEKS: i64 = 53;
/// The side of a day, and what it takes with the gap to the next, in pixels.
const DAY: i64 = 11;
const STEP: i64 = 13;
/// The height of the weeks, in pixels.
const HIGH: i64 = 60;
/// So many sessions are drawn at most, the latest of them.
const DRAWN: usize = 60;
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

/// The days as a heat map: a column a week, Monday above.
pub(super) fn calendar(helped: &WhatHelped, label: &str) -> String {
    let weeks = helped.weeks(WEEKS);
    let from = *weeks.start();
    let mut chart = picture(weeks.count() as i64 * STEP, 7 * STEP, label);
    for day in monday_of(from)..=helped.today {
        let count = helped.days.get(&day).copied().unwrap_or_default();
        let week = week_of(day);
        let (x, y) = ((week - from) * STEP, (day - monday_of(week)) * STEP);
        let _ = writeln!(
            chart,
            "<rect x=\"{x}\" y=\"{y}\" width=\"{DAY}\" height=\"{DAY}\" rx=\"2\" \
             fill=\"{}\"><title>{count}</title></rect>",
            color(count),
        );
    }
    chart.push_str("</svg>\n");
    chart
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

/// How a measure changed on a scale from −10 to 10: the mean, and how sure it is; the changes alone where
/// they are few.
pub(super) fn interval(change: &MeasuredChange) -> String {
    let x = |value: f64| 85.0 + value.clamp(-10.0, 10.0) * 8.0;
    let mut chart = "<svg role=\"img\" width=\"170\" height=\"18\" viewBox=\"0 0 170 18\">\
                     <line x1=\"85\" x2=\"85\" y1=\"1\" y2=\"17\" stroke=\"#bbb\"/>"
        .to_owned();
    match change.interval {
        Some((low, high)) => {
            let _ = write!(
                chart,
                "<line x1=\"{:.1}\" x2=\"{:.1}\" y1=\"9\" y2=\"9\" stroke=\"#24776c\" \
                 stroke-width=\"3\"/><circle cx=\"{:.1}\" cy=\"9\" r=\"4\" fill=\"#24776c\"/>",
                x(low),
                x(high),
                x(change.mean),
            );
        }
        None => {
            for value in &change.changes {
                let _ = write!(
                    chart,
                    "<circle cx=\"{:.1}\" cy=\"9\" r=\"3\" fill=\"#24776c\" fill-opacity=\".5\"/>",
                    x(f64::from(*value)),
                );
            }
        }
    }
    chart.push_str("</svg>");
    chart
}
