//! What a test does when a real part it needs (a sound server, a terminal) is not on this machine.
//!
//! Where a person works, the test is skipped and says so. Where `UNCLENCH_REQUIRE_REAL` is set, as
//! in `.ci/run`, it fails: a part that was not tried must not pass for a part that works.

use std::env;
use std::fmt::Display;
use std::io::Write;

/// The variable that turns a skipped test into a failed one when it is `1`.
const REQUIRE: &str = "UNCLENCH_REQUIRE_REAL";

/// Hands back the part, or says why the test is skipped; the caller then returns.
///
/// ```ignore
/// let Some(server) = need::part(Server::start(), "a PulseAudio server") else { return };
/// ```
///
/// # Panics
/// When the part is missing and `UNCLENCH_REQUIRE_REAL` is `1`.
pub(crate) fn part<T, E: Display>(found: Result<T, E>, name: &str) -> Option<T> {
    let required = env::var_os(REQUIRE).is_some_and(|value| value == "1");
    match judge(found, name, required) {
        Ok(part) => Some(part),
        Err(Missing::Skip(reason)) => {
            say(&reason);
            None
        }
        Err(Missing::Fail(reason)) => panic!("{reason}"),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Missing {
    Skip(String),
    Fail(String),
}

fn judge<T, E: Display>(found: Result<T, E>, name: &str, required: bool) -> Result<T, Missing> {
    found.map_err(|error| {
        if required {
            Missing::Fail(format!("{REQUIRE} is set, but {name} is missing: {error}"))
        } else {
            Missing::Skip(format!("skipped: {name} is missing: {error}"))
        }
    })
}

/// Writes straight to the error stream: what a passing test prints by macro is never shown.
fn say(reason: &str) {
    let line = format!("{reason}\n");
    // A test that cannot say why it is skipped is skipped all the same.
    let _ = std::io::stderr().write_all(line.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::{Missing, judge, part};

    #[test]
    fn a_part_that_is_there_is_handed_back() {
        assert_eq!(part(Ok::<_, String>(7), "a number"), Some(7));
    }

    #[test]
    fn a_missing_part_skips_the_test_where_a_person_works() {
        let wanted = Missing::Skip("skipped: a number is missing: no idea".to_owned());
        assert_eq!(judge(Err::<u8, _>("no idea"), "a number", false), Err(wanted));
    }

    #[test]
    fn a_missing_part_fails_the_test_where_real_parts_are_required() {
        let judged = judge(Err::<u8, _>("no idea"), "a number", true);
        assert!(matches!(judged, Err(Missing::Fail(reason)) if reason.contains("no idea")));
    }
}
