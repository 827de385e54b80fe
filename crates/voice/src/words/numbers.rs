//! Numbers in words.

const ONES: &[&str] = &[
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Numbers whose place in a row is not their name with a "th".
const IRREGULAR: &[(&str, &str)] = &[
    ("one", "first"),
    ("two", "second"),
    ("three", "third"),
    ("five", "fifth"),
    ("eight", "eighth"),
    ("nine", "ninth"),
    ("twelve", "twelfth"),
];

/// A number as it is counted; from a million on digit by digit.
pub(crate) fn cardinal(number: u64) -> String {
    let with_rest = |head: String, rest: u64| match rest {
        0 => head,
        rest => format!("{head} {}", cardinal(rest)),
    };
    match number {
        0..20 => ONES[number as usize].to_owned(),
        20..100 => with_rest(TENS[(number / 10) as usize].to_owned(), number % 10),
        100..1000 => with_rest(format!("{} hundred", cardinal(number / 100)), number % 100),
        1000..1_000_000 => {
            with_rest(format!("{} thousand", cardinal(number / 1000)), number % 1000)
        }
        _ => digits(&number.to_string()),
    }
}

/// A number as a place in a row: "third", "twenty first".
pub(crate) fn ordinal(number: u64) -> String {
    let words = cardinal(number);
    let (head, last) =
        words.rsplit_once(' ').map_or(("", words.as_str()), |(head, last)| (head, last));
    let irregular = IRREGULAR.iter().find(|(plain, _)| *plain == last).map(|(_, other)| *other);
    let last = irregular.map_or_else(
        || last.strip_suffix('y').map_or_else(|| format!("{last}th"), |stem| format!("{stem}ieth")),
        str::to_owned,
    );
    format!("{head} {last}").trim_start().to_owned()
}

/// A year from 1000 to 2099 as it is said: "nineteen eighty four", "two thousand five".
pub(crate) fn year(number: u64) -> String {
    match (number / 100, number % 100) {
        (20, 0..10) => cardinal(number),
        (century, 0) => format!("{} hundred", cardinal(century)),
        (century, rest @ 1..10) => format!("{} oh {}", cardinal(century), cardinal(rest)),
        (century, rest) => format!("{} {}", cardinal(century), cardinal(rest)),
    }
}

/// Digits one after the other: "zero one four".
pub(crate) fn digits(digits: &str) -> String {
    let word = |digit: char| digit.to_digit(10).map(|digit| ONES[digit as usize]);
    digits.chars().filter_map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_said_as_people_say_them() {
        let said = [0, 7, 10, 19, 20, 42, 100, 110, 478, 1000, 12_345, 2_000_001].map(cardinal);
        let right = [
            "zero",
            "seven",
            "ten",
            "nineteen",
            "twenty",
            "forty two",
            "one hundred",
            "one hundred ten",
            "four hundred seventy eight",
            "one thousand",
            "twelve thousand three hundred forty five",
            "two zero zero zero zero zero one",
        ];
        assert_eq!(said, right);
        let said = [1, 2, 3, 4, 8, 12, 20, 21, 100].map(ordinal);
        let right = [
            "first",
            "second",
            "third",
            "fourth",
            "eighth",
            "twelfth",
            "twentieth",
            "twenty first",
            "one hundredth",
        ];
        assert_eq!(said, right);
        let said = [1984, 1905, 1900, 2005, 2019].map(year);
        let right = [
            "nineteen eighty four",
            "nineteen oh five",
            "nineteen hundred",
            "two thousand five",
            "twenty nineteen",
        ];
        assert_eq!(said, right);
    }
}
