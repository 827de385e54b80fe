//! Lines of the table, as the system writes them, and the table of this very system.

use super::{Process, processes};

#[test]
fn a_name_with_brackets_and_blanks_hides_no_number() {
    let about = "42 (a) R (b) c) S 7 8 9 0 -1 4194304 1 2 3 4 5 6 7 8 20 0 1 0 777 0";
    let parsed = Process::parse(42, about).expect("a line of the system");
    assert_eq!(
        parsed,
        Process { pid: 42, parent: 7, group: 8, session: 9, has_ended: false, start: 777 }
    );
    let about = about.replace(" S 7", " Z 7");
    assert!(Process::parse(42, &about).expect("a line of the system").has_ended);
    assert_eq!(Process::parse(42, "42 (cut short) S 7"), None);
}

#[test]
fn this_process_is_found_in_the_table_of_the_system() {
    let own = i32::try_from(std::process::id()).expect("a number");
    assert!(processes().iter().any(|process| process.pid == own));
}

#[test]
fn this_process_reads_its_own_line() {
    let own = Process::own().expect("a line of its own");
    assert_eq!(u32::try_from(own.pid), Ok(std::process::id()));
    assert!(!own.has_ended);
}
