//! Lines of what is remembered that can be read and say nothing here.

use toml::de::DeValue;

use super::{LARGEST_BYTES, Lines, Paths, Remembered, known_value, shape};
use crate::files;
use crate::problem::Source;

impl Remembered {
    /// The lines that are read and not used, since what they say does not fit or is of a later
    /// version: their numbers, counted from 1, and themselves.
    pub fn unused_lines(paths: &Paths) -> Vec<(usize, String)> {
        let bytes = files::read(&paths.remembered_file(), LARGEST_BYTES).unwrap_or_default();
        unused_lines(&String::from_utf8_lossy(&bytes))
    }

    /// Whether anything is remembered by this key and value alone.
    fn uses(path: &[&str], value: &DeValue<'_>) -> bool {
        let Some(mut value) = known_value(value) else { return false };
        let is_empty_list = value.as_array().is_some_and(Vec::is_empty);
        for key in path.iter().rev() {
            value = toml::Table::from_iter([((*key).to_owned(), value)]).into();
        }
        let table = value.as_table().cloned().unwrap_or_default();
        is_empty_list && path == ["lately"] || Self::of_table(&table) != Self::default()
    }
}

fn unused_lines(text: &str) -> Vec<(usize, String)> {
    let source = Source::new("", text);
    let mut found = Vec::new();
    for (key, value) in &Lines::of(text, &shape()).root {
        match value.get_ref() {
            DeValue::Table(inner) if key.get_ref() == "mix" => {
                let unused = inner.iter().filter(|(kind, value)| {
                    !Remembered::uses(&["mix", kind.get_ref()], value.get_ref())
                });
                found.extend(unused.map(|(kind, _)| kind.span().start));
            }
            value if !Remembered::uses(&[key.get_ref()], value) => found.push(key.span().start),
            _ => {}
        }
    }
    found.sort_unstable();
    let lines = found.into_iter().map(|at| (source.line_of(at) + 1, source.line_text(at)));
    let mut lines: Vec<_> = lines.map(|(number, line)| (number, line.trim().to_owned())).collect();
    lines.dedup();
    lines
}
