//! Text as it is written becomes text as it is said: numbers, signs and abbreviations in words.

use super::numbers::{cardinal, digits, ordinal, year};

/// Abbreviations with their full stop, and what is said; `true` where a unit follows a number.
const SHORT: &[(&str, &str)] = &[
    ("e.g.", "for example"),
    ("i.e.", "that is"),
    ("etc.", "et cetera"),
    ("approx.", "approximately"),
    ("vs.", "versus"),
    ("vs", "versus"),
    ("a.m.", "A M"),
    ("p.m.", "P M"),
    ("Dr.", "Doctor"),
    ("Mr.", "Mister"),
    ("Mrs.", "Missis"),
    ("Ms.", "Miz"),
    ("St.", "Saint"),
    ("no.", "number"),
    ("No.", "Number"),
    ("max.", "maximum"),
];
/// Units after a number: for one, and for several.
const UNITS: &[(&str, &str, &str)] = &[
    ("s", "second", "seconds"),
    ("sec", "second", "seconds"),
    ("min", "minute", "minutes"),
    ("mins", "minute", "minutes"),
    ("h", "hour", "hours"),
    ("hr", "hour", "hours"),
    ("ms", "millisecond", "milliseconds"),
    ("mm", "millimeter", "millimeters"),
    ("cm", "centimeter", "centimeters"),
    ("m", "meter", "meters"),
    ("km", "kilometer", "kilometers"),
    ("g", "gram", "grams"),
    ("kg", "kilogram", "kilograms"),
    ("ml", "milliliter", "milliliters"),
    ("l", "liter", "liters"),
    ("Hz", "hertz", "hertz"),
    ("°C", "degree Celsius", "degrees Celsius"),
    ("°F", "degree Fahrenheit", "degrees Fahrenheit"),
    ("°", "degree", "degrees"),
];
/// Signs that are said wherever they stand.
const SIGNS: &[(char, &str)] = &[
    ('%', "percent"),
    ('&', "and"),
    ('+', "plus"),
    ('=', "equals"),
    ('×', "times"),
    ('@', "at"),
    ('½', "a half"),
];

/// The text with everything in words. Marks stay, and all words keep their order.
pub(crate) fn spelled_out(text: &str) -> String {
    let text: String = text.chars().map(plain).collect();
    let pieces: Vec<&str> = text.split_whitespace().collect();
    let mut said: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let unit = pieces.get(at + 1).and_then(|next| unit_alone(piece, next));
        at += if unit.is_some() { 2 } else { 1 };
        said.push(unit.unwrap_or_else(|| spelled_piece(piece, pieces.get(at).is_none())));
    }
    said.join(" ")
}

/// One form for signs that look alike.
fn plain(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '"' | '«' | '»' | '*' | '_' | '`' | '(' | ')' | '[' | ']' => ' ',
        '‐' | '‑' | '−' => '-',
        '―' => '—',
        '/' | '\u{a0}' | '\u{202f}' | '\u{2009}' if letter != '/' => ' ',
        other => other,
    }
}

/// A number and the unit that stands apart from it: "30 s".
fn unit_alone(number: &str, next: &str) -> Option<String> {
    if !number.ends_with(|it: char| it.is_ascii_digit()) {
        return None;
    }
    let name = next.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let (_, one, several) = UNITS.iter().find(|(unit, _, _)| *unit == name)?;
    let words = if number == "1" { one } else { several };
    Some(format!("{} {words}{}", spelled_piece(number, false), &next[name.len()..]))
}

/// What stands between two spaces; `last` where nothing follows.
fn spelled_piece(piece: &str, last: bool) -> String {
    if piece == "–" || piece == "-" || piece == "--" {
        return "—".to_owned();
    }
    let bare = piece.trim_end_matches([',', ';', ':', '!', '?']);
    if let Some((short, words)) = SHORT.iter().find(|(short, _)| *short == bare) {
        // "no." at the end of a sentence is the word.
        if !(last && short.eq_ignore_ascii_case("no.")) {
            let stop = if last && piece == *short && short.ends_with('.') { "." } else { "" };
            return format!("{words}{}{stop}", &piece[bare.len()..]);
        }
    }
    if piece.contains(|it: char| it.is_ascii_digit()) {
        return with_numbers(piece);
    }
    let mut said = String::new();
    for letter in piece.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == letter) {
            Some((_, words)) => said.extend([" ", words, " "]),
            None if letter == '/' => said.push(' '),
            None => said.push(letter),
        }
    }
    said.trim().to_owned()
}

/// A run of one kind inside a piece.
enum Run<'a> {
    Digits(&'a str),
    Other(&'a str),
}

fn runs(piece: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = piece;
    while !rest.is_empty() {
        let digit = rest.starts_with(|it: char| it.is_ascii_digit());
        let end = rest.find(|it: char| it.is_ascii_digit() != digit).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        runs.push(if digit { Run::Digits(run) } else { Run::Other(run) });
        rest = after;
    }
    runs
}

/// A piece with digits in it.
fn with_numbers(piece: &str) -> String {
    let joined = without_thousands(piece);
    let may_be_year = joined == piece;
    let runs = runs(&joined);
    // "4-7-8" is a pattern of breath, "3-5" a range.
    let pattern = runs.iter().filter(|run| matches!(run, Run::Digits(_))).count() > 2;
    let mut said = String::new();
    let mut fraction = false;
    for (at, run) in runs.iter().enumerate() {
        let between = at > 0 && at + 1 < runs.len();
        match run {
            Run::Digits(number) if fraction => said += &digits(number),
            Run::Digits(number) => said += &plain_number(number, runs.get(at + 1), may_be_year),
            Run::Other(".") if between => said += " point ",
            Run::Other("-" | "–" | "/") if between && pattern => said.push(' '),
            Run::Other("-" | "–") if between => said += " to ",
            Run::Other("/") if between => said += " of ",
            Run::Other(":") if between => said.push(' '),
            Run::Other(other) => said += &after_number(other, at, &runs),
        }
        fraction = matches!(run, Run::Other(".")) && between;
    }
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// "1,000" without its comma.
fn without_thousands(piece: &str) -> String {
    let letters: Vec<char> = piece.chars().collect();
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let thousands = |at: usize| {
        letters[at] == ','
            && at > 0
            && digit(at - 1)
            && (1..=3).all(|n| digit(at + n))
            && !digit(at + 4)
    };
    (0..letters.len()).filter(|at| !thousands(*at)).map(|at| letters[at]).collect()
}

fn plain_number(number: &str, next: Option<&Run<'_>>, may_be_year: bool) -> String {
    let Ok(value) = number.parse::<u64>() else { return digits(number) };
    match next {
        Some(Run::Other(ending)) if is_ordinal(ending) => ordinal(value),
        _ if number.starts_with('0') && number.len() > 1 => digits(number),
        _ if may_be_year && number.len() == 4 && (1100..2100).contains(&value) => year(value),
        _ => cardinal(value),
    }
}

fn is_ordinal(ending: &str) -> bool {
    let letters = ending.trim_end_matches(|it: char| !it.is_alphabetic());
    ["st", "nd", "rd", "th"].contains(&letters)
}

/// What follows a number or stands before it inside one piece: a unit, a sign, letters, marks.
fn after_number(other: &str, at: usize, runs: &[Run<'_>]) -> String {
    let name = other.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let marks = &other[name.len()..];
    let Some(Run::Digits(number)) = at.checked_sub(1).and_then(|before| runs.get(before)) else {
        return format!("{} ", spelled_piece(other, false));
    };
    if is_ordinal(other) {
        return marks.to_owned();
    }
    let plural = name == "s" && number.len() == 4;
    // "2m30s" is a length of time.
    let name = if name == "m" && at + 1 < runs.len() { "min" } else { name };
    if let Some((_, one, several)) = UNITS.iter().find(|(unit, _, _)| *unit == name)
        && !plural
    {
        return format!(" {}{marks} ", if *number == "1" { one } else { several });
    }
    match name {
        "s" | "'s" => format!("'s{marks}"),
        _ => format!(" {}{marks}", spelled_piece(name.trim_start_matches('-'), false)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_short_is_said_in_full() {
        let cases = [
            ("4-7-8 breathing", "four seven eight breathing"),
            ("30 s on each side.", "thirty seconds on each side."),
            ("1 min, then 2 min.", "one minute, then two minutes."),
            ("3–5 minutes", "three to five minutes"),
            ("Hold 10s.", "Hold ten seconds."),
            ("2.5 cm", "two point five centimeters"),
            ("1,200 people in 2019", "one thousand two hundred people in twenty nineteen"),
            ("the 3rd and 21st time", "the third and twenty first time"),
            ("100%", "one hundred percent"),
            ("5/10 at most", "five of ten at most"),
            ("heels & toes", "heels and toes"),
            ("e.g. a ball, a roller etc.", "for example a ball, a roller et cetera."),
            ("Is it numb? If no.", "Is it numb? If no."),
            ("at 10:30 p.m.", "at ten thirty P M."),
            ("slowly – and again", "slowly — and again"),
            ("40 °C", "forty degrees Celsius"),
            ("(if you like)", "if you like"),
            ("left/right", "left right"),
            ("you’re", "you're"),
            ("007", "zero zero seven"),
            ("2m30s, then 1h", "two minutes thirty seconds, then one hour"),
        ];
        for (written, said) in cases {
            assert_eq!(spelled_out(written), said);
        }
    }
}
