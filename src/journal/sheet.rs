//! The journal as a table for spreadsheets: one entry in a row, in the form of RFC 4180.

use super::{CoinSide, EntryEnding, JournalEntry, Measure, RatingMoment};

/// What begins a cell that a spreadsheet would reckon with instead of showing it.
const FORMULAS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// The columns with which each row begins.
const FIXED: [&str; 10] = [
    "id",
    "began",
    "session",
    "title",
    "asked_seconds",
    "length_seconds",
    "position_seconds",
    "played_seconds",
    "paused_seconds",
    "ending",
];

/// The entries as a table.
pub fn sheet(entries: &[JournalEntry]) -> String {
    let mut head: Vec<String> = FIXED.map(str::to_owned).to_vec();
    head.extend(columns().map(|(moment, measure)| format!("{}_{}", moment.word(), measure.word())));
    head.extend(["coin", "left_out", "made_longer", "note"].map(str::to_owned));
    let rows = entries.iter().map(cells);
    let rows = std::iter::once(head).chain(rows);
    rows.map(|row| row.join(",") + "\r\n").collect()
}

/// Whether a text begins as such a table does.
pub(super) fn is_sheet(text: &str) -> bool {
    text.starts_with(&FIXED[..3].join(","))
}

/// What can be rated, and when.
fn columns() -> impl Iterator<Item = (RatingMoment, Measure)> {
    let measures = |moment| {
        let fits = move |measure: &Measure| {
            (*measure == Measure::Sleep) == (moment == RatingMoment::Morning)
        };
        Measure::ALL.into_iter().filter(fits).map(move |measure| (moment, measure))
    };
    RatingMoment::ALL.into_iter().flat_map(measures)
}

fn cells(entry: &JournalEntry) -> Vec<String> {
    let progress = &entry.progress;
    let seconds = |millis: u64| format!("{}.{:03}", millis / 1_000, millis % 1_000);
    let mut cells = vec![
        entry.id.text().to_owned(),
        entry.began.text(),
        cell(&entry.session),
        cell(&entry.title),
        entry.asked.map(seconds).unwrap_or_default(),
        seconds(progress.length),
        seconds(progress.position),
        seconds(progress.played),
        seconds(progress.paused),
        progress.ending.map(EntryEnding::word).unwrap_or_default().to_owned(),
    ];
    cells.extend(columns().map(|(moment, measure)| {
        let mut ratings = entry.ratings.iter();
        let rating = ratings.find(|it| it.moment == moment && it.measure == measure);
        rating.map(|rating| rating.value.to_string()).unwrap_or_default()
    }));
    let titles = |is_longer: bool| {
        let steps = progress.changed.iter().filter(|step| (step.longer > 0) == is_longer);
        let titles: Vec<_> = steps.map(|step| step.title.as_str()).collect();
        cell(&titles.join("; "))
    };
    cells.push(entry.coin.map(CoinSide::word).unwrap_or_default().to_owned());
    cells.extend([titles(false), titles(true), cell(&entry.note)]);
    cells
}

/// A text in a cell: never a formula, and quoted where its letters have a meaning of their own.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULAS) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains([',', '"', '\r', '\n']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}
