//! Before the first session of a day a person is asked how they are, on the screen and by line, and
//! not again that day.

use std::time::Duration;

use crate::support::pty::Opening;

/// A person who is asked.
fn asked(words: &str) -> Opening {
    Opening::new(words).env("UNCLENCH_ASK_BEFORE", "true")
}

#[test]
fn a_session_asked_for_by_name_begins_once_the_page_before_it_has_been_read() {
    let mut terminal = asked("play feet").size(80, 50).start();
    let text = terminal.wait_for("Before we begin").text;
    assert!(text.contains("Is one of these so today?"), "{text}");
    assert!(text.contains("Never at the wheel"), "{text}");
    // However long it takes to read, nothing begins.
    terminal.wait_until_still(Duration::from_millis(400));
    terminal.press("\r");
    terminal.wait_for("Get comfortable");
}

#[test]
fn by_line_a_number_leads_to_its_advice_and_enter_begins_the_gentler_session() {
    let mut terminal = asked("play feet --plain --mute").size(120, 60).start();
    let text = terminal.wait_for("Enter begins. Where one of these is so").text;
    let fever = text.lines().find(|line| line.contains("fever or an infection?"));
    let number = fever.and_then(|line| line.trim().chars().next()).expect("fever is asked");
    terminal.press("9\r");
    terminal.wait_for("is none of the numbers");
    terminal.press(&format!("{number}\r"));
    terminal.wait_for("Leave massage and warmth for another day.");
    terminal.wait_for("left out, with a quiet breath instead");
    terminal.press("\r");
    // How the person is, three numbers that nobody has to say.
    terminal.wait_for("How are you right now?");
    terminal.press("\r\r\r");
    terminal.wait_for("0:00  Settle in");
}

#[test]
fn by_line_whoever_leaves_is_let_go() {
    let mut terminal = asked("play feet --plain --mute").size(120, 60).start();
    terminal.wait_for("Enter begins. Where one of these is so");
    terminal.press("q\r");
    terminal.wait_for("Left for today. That is fine.");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn by_line_whoever_cannot_answer_is_told_so_and_hears_the_session() {
    let mut terminal = asked("play feet --plain --mute").size(120, 60).start();
    terminal.wait_for("Enter begins. Where one of these is so");
    // The end of all input.
    terminal.press("\u{4}");
    terminal.wait_for("Nobody was asked how they are today.");
    terminal.wait_for("0:00  Settle in");
}

#[test]
fn by_line_a_mistaken_yes_is_answered_anew() {
    let mut terminal = asked("play feet --plain --mute").size(120, 100).start();
    let text = terminal.wait_for("Enter begins. Where one of these is so").text;
    let fever = text.lines().find(|line| line.contains("fever or an infection?"));
    let number = fever.and_then(|line| line.trim().chars().next()).expect("fever is asked");
    terminal.press(&format!("{number}\r"));
    terminal.wait_for("t answers anew");
    terminal.press("t\r");
    terminal.wait_until_still(Duration::from_millis(400));
    terminal.press("\r");
    terminal.wait_for("How are you right now?");
    terminal.press("\r\r\r");
    let text = terminal.wait_for("0:00  Settle in").text;
    assert!(text.contains("(10 min") || text.contains("Enter pauses,"), "{text}");
}
