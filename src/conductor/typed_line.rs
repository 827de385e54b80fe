//! What a line says that is entered, whatever keyboard it was typed on.

use crate::problem::letters::as_typed;
use crate::screens::keymap::latin_key;

/// The line as a Latin keyboard writes it, without blanks around it: wide forms and the digits of other
/// scripts as plain ones, and a single letter as what lies on its key.
pub fn typed_line(line: &str) -> String {
    let typed = as_typed(line.trim()).trim().to_owned();
    let mut letters = typed.chars();
    match (letters.next().and_then(latin_key), letters.next()) {
        (Some(key), None) => key.to_string(),
        _ => typed,
    }
}

/// Whether somebody wants to leave who enters this [`typed_line`].
pub fn asks_to_leave(typed: &str) -> bool {
    ["q", "quit", "exit"].iter().any(|word| typed.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests {
    use super::{asks_to_leave, typed_line};

    #[test]
    fn a_line_means_the_same_on_every_keyboard() {
        for (line, meant) in
            [("！", "!"), ("！！ ", "!!"), ("\u{3000}７", "7"), ("１，\u{663}", "1,3")]
        {
            assert_eq!(typed_line(line), meant);
        }
        for line in ["q", " Q\r", "ｑ", "й", "Й", "ض", "quit", "Exit"] {
            assert!(asks_to_leave(&typed_line(line)), "{line}");
        }
        for line in ["", "x", "quiet", "йй"] {
            assert!(!asks_to_leave(&typed_line(line)), "{line}");
        }
    }
}
