//! What a file looked like when it was read: enough to tell later whether it is still the same.

use std::fs::{self, Metadata};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// Some file systems count time in steps of two seconds. A file changed more recently than that may
/// change once more and look the same.
const COARSEST_STEP: Duration = Duration::from_secs(2);

/// What a file looked like when it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    marks: Marks,
    /// Any later change shows.
    is_settled: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Marks {
    bytes: u64,
    modified: Option<SystemTime>,
    /// Which file it is and when anything about it changed, which a copied time of writing cannot
    /// hide.
    #[cfg(unix)]
    identity: (u64, u64, i64, i64),
}

impl Stamp {
    /// The look of a file at the time `now`, taken before it is read. Where the time is not known,
    /// the file is taken for changed at every look.
    pub(super) fn of(path: &Path, now: Option<SystemTime>) -> io::Result<Self> {
        let marks = Marks::of(&fs::metadata(path)?);
        let age = marks.modified.zip(now).map(|(modified, now)| now.duration_since(modified));
        let is_settled = matches!(age, Some(Ok(age)) if age > COARSEST_STEP);
        Ok(Self { marks, is_settled })
    }

    /// Whether the file is certainly the same as when this stamp was taken.
    pub(super) fn holds_for(&self, path: &Path) -> bool {
        self.is_settled && fs::metadata(path).is_ok_and(|now| Marks::of(&now) == self.marks)
    }
}

impl Marks {
    fn of(metadata: &Metadata) -> Self {
        Self {
            bytes: metadata.len(),
            modified: metadata.modified().ok(),
            #[cfg(unix)]
            identity: {
                use std::os::unix::fs::MetadataExt as _;
                (metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
            },
        }
    }
}
