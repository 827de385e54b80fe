//! Another try for what is measured in real time: a machine that takes the processor away meanwhile
//! tells nothing of the program.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use std::time::Duration;

/// How long it is waited before each further try, in seconds: soon at first, since it is the rush of the
/// beginning that disturbs most, and longer later, so that the last come when all other tests have ended,
/// also beside busy neighbours.
const BETWEEN_TRIES: [u64; 7] = [3, 4, 5, 10, 20, 60, 60];

/// Does a test until the machine lets it pass. A fault of the program is there every time.
pub(crate) fn in_a_quiet_moment(test: impl Fn()) {
    for seconds in BETWEEN_TRIES {
        if catch_unwind(AssertUnwindSafe(&test)).is_ok() {
            return;
        }
        thread::sleep(Duration::from_secs(seconds));
    }
    test();
}
