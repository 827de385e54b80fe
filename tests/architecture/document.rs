//! The table of rooms as ARCHITECTURE.md writes it.

/// One room: a row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    /// The line of ARCHITECTURE.md the row is on, from 1.
    pub(crate) line: usize,
    pub(crate) room: String,
    pub(crate) may_use: Vec<String>,
    /// Crates that only this room, and others that list them, may use; written as in Rust source.
    pub(crate) owns: Vec<String>,
}

/// What ARCHITECTURE.md says about the rooms.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) rows: Vec<Row>,
}

const COLUMNS: [&str; 5] = ["room", "what it is", "may use", "owns", "tested by"];

impl Document {
    /// Reads the table of rooms, or says in one line what is wrong with it.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
        lines
            .by_ref()
            .find(|(_, line)| cells(line).is_some_and(|cells| cells == COLUMNS))
            .ok_or_else(|| {
                format!("ARCHITECTURE.md: no table with the columns {}", COLUMNS.join(" | "))
            })?;
        let mut rows: Vec<Row> = Vec::new();
        for (line, text) in lines.skip(1) {
            let Some(cells) = cells(text) else { break };
            let row = read_row(line, &cells, &rows)?;
            rows.push(row);
        }
        Ok(Self { rows })
    }

    pub(crate) fn row(&self, room: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.room == room)
    }

    /// Whether one room's row stands above the other's.
    pub(crate) fn is_above(&self, upper: &str, lower: &str) -> bool {
        let place = |room: &str| self.rows.iter().position(|row| row.room == room);
        place(upper).zip(place(lower)).is_some_and(|(upper, lower)| upper < lower)
    }

    /// The rows that list the crate as theirs.
    pub(crate) fn owners(&self, name: &str) -> Vec<&Row> {
        self.rows.iter().filter(|row| row.owns.iter().any(|owned| owned == name)).collect()
    }
}

fn read_row(line: usize, cells: &[&str], above: &[Row]) -> Result<Row, String> {
    let place = format!("ARCHITECTURE.md:{line}");
    let [name, _, may_use, owns, _] = cells else {
        return Err(format!("{place}: a row has five cells, this one {}", cells.len()));
    };
    let [room] = quoted(name)[..] else {
        return Err(format!("{place}: the first cell names one room in backticks, not {name:?}"));
    };
    if above.iter().any(|row| row.room == room) {
        return Err(format!("{place}: `{room}` already has a row"));
    }
    Ok(Row {
        line,
        room: room.to_owned(),
        may_use: read_may_use(&place, may_use, above)?,
        owns: quoted(owns).into_iter().map(crate_word).collect(),
    })
}

/// Rooms are a ladder: each stands only on those above it, so that no circle can form.
fn read_may_use(place: &str, cell: &str, above: &[Row]) -> Result<Vec<String>, String> {
    match cell {
        "—" => return Ok(Vec::new()),
        "all above" => return Ok(above.iter().map(|row| row.room.clone()).collect()),
        _ => {}
    }
    let rooms = quoted(cell);
    if rooms.is_empty() {
        return Err(format!(
            "{place}: \"may use\" holds rooms in backticks, `all above` in words, or —"
        ));
    }
    match rooms.iter().find(|room| !above.iter().any(|row| row.room == **room)) {
        Some(room) => Err(format!("{place}: `{room}` has no row above this one")),
        None => Ok(rooms.into_iter().map(str::to_owned).collect()),
    }
}

fn cells(line: &str) -> Option<Vec<&str>> {
    let inside = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).collect())
}

fn quoted(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// A crate's name as Rust source writes it: `tui-big-text` is `tui_big_text`.
pub(crate) fn crate_word(name: &str) -> String {
    name.replace('-', "_")
}
