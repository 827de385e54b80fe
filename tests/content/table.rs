//! A table of counts, with the cells that are too low for a person to find at a glance.

/// Counts in rows and columns.
pub(crate) struct Table {
    columns: Vec<String>,
    rows: Vec<(String, Vec<usize>)>,
}

impl Table {
    /// Counts each row and column with `count`.
    pub(crate) fn of<R: Copy, C: Copy>(
        rows: &[(R, &str)],
        columns: &[(C, &str)],
        count: impl Fn(R, C) -> usize,
    ) -> Self {
        let cells = |row: R| columns.iter().map(|(column, _)| count(row, *column)).collect();
        Self {
            columns: columns.iter().map(|(_, name)| (*name).to_owned()).collect(),
            rows: rows.iter().map(|(row, name)| ((*name).to_owned(), cells(*row))).collect(),
        }
    }

    /// Fails with the whole table unless every cell holds `least` or more.
    pub(crate) fn holds_at_least(&self, least: usize) {
        let low = self.rows.iter().flat_map(|(_, cells)| cells).filter(|count| **count < least);
        let low = low.count();
        assert!(low == 0, "{low} cells hold fewer than {least}:\n{}", self.drawn(least));
    }

    fn drawn(&self, least: usize) -> String {
        let widest = self.rows.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let mut lines = vec![format!("{:widest$}  {}", "", self.columns.join("  "))];
        for (name, cells) in &self.rows {
            let cells = cells.iter().zip(&self.columns).map(|(count, column)| {
                let width = column.chars().count();
                let mark = if *count < least { " ←" } else { "" };
                format!("{:>width$}", format!("{count}{mark}"))
            });
            lines.push(format!("{name:widest$}  {}", cells.collect::<Vec<_>>().join("  ")));
        }
        lines.join("\n")
    }
}

#[test]
#[should_panic(
    expected = "2 cells hold fewer than 1:\n       one  two\nfirst    1  0 ←\nlast   0 ←    2"
)]
fn a_low_cell_is_shown_in_its_table() {
    let rows = [(0, "first"), (1, "last")];
    let columns = [(0, "one"), (1, "two")];
    let count = |row: usize, column: usize| if row == column { row + 1 } else { 0 };
    Table::of(&rows, &columns, count).holds_at_least(1);
}
