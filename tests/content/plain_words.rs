//! The words of titles, summaries and instructions: no length that fitting changes, no term that needs
//! a lesson, and no more promised than is known.

use super::shipped::{Written, files, sessions};

/// Words of the trade, and of tailors, that not everybody takes as they are meant.
const UNCLEAR: [&str; 7] = [
    "toward the seat",
    "and seat",
    "your seat on",
    "outer seam",
    "round of the",
    "round of your",
    "tuck your tail",
];

/// Claims that studies do not carry.
const CLAIMS: [&str; 5] =
    ["is what counts", "beats hard", "minutes to sleep", "shortens them", "it shortens"];

fn instructions() -> Vec<Written> {
    files("").into_iter().chain(files("moves")).collect()
}

fn pages() -> Vec<Written> {
    ["basics", "breathing", "goals", "places", "techniques", "unwinding"]
        .into_iter()
        .flat_map(|group| files(&format!("../src/learn/pages/{group}")))
        .collect()
}

fn holding(written: &[Written], sought: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in written {
        for line in file.text.to_lowercase().lines() {
            let words = sought.iter().filter(|words| line.contains(**words));
            found.extend(words.map(|words| format!("{}: {words}", file.name)));
        }
    }
    found
}

/// Whether a text says how many minutes something takes.
fn names_a_length(text: &str) -> bool {
    let words: Vec<String> = text
        .to_lowercase()
        .split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_owned)
        .collect();
    let numbers = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
        "fifteen", "twenty", "thirty", "half", "quarter",
    ];
    let is_number = |word: &str| numbers.contains(&word) || word.parse::<u32>().is_ok();
    words.iter().enumerate().any(|(at, word)| {
        ["minute", "minutes"].contains(&word.as_str())
            && words[at.saturating_sub(2)..at].iter().any(|word| is_number(word))
    })
}

#[test]
fn no_title_and_no_summary_names_minutes_that_another_length_would_belie() {
    let belied =
        sessions().into_iter().filter(|it| names_a_length(&format!("{} {}", it.title, it.summary)));
    let belied: Vec<String> = belied.map(|entry| entry.id).collect();
    assert_eq!(belied, Vec::<String>::new());
}

#[test]
fn instructions_use_words_that_anyone_follows() {
    assert_eq!(holding(&instructions(), &UNCLEAR), Vec::<String>::new());
}

#[test]
fn neither_sessions_nor_pages_claim_what_studies_do_not_carry() {
    let all: Vec<Written> = instructions().into_iter().chain(pages()).collect();
    assert_eq!(holding(&all, &CLAIMS), Vec::<String>::new());
}
