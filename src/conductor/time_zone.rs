//! The time zone of this place, which variables may name by files: none of them is waited for.

use std::ffi::OsString;
use std::path::Path;

use jiff::tz::TimeZone;

use crate::files;

/// No file of a time zone is larger, in bytes.
const LARGEST_ZONE: u64 = 1 << 20;
/// What every folder of time zones has one of.
const ALWAYS_THERE: [&str; 2] = ["UTC", "Etc/UTC"];
/// What a file of a time zone begins with.
const ZONE_MARK: &[u8] = b"TZif";

/// The time zone of this place; UTC where what names it cannot be read.
pub fn time_zone() -> TimeZone {
    match Named::from_lookup(|name| std::env::var_os(name)).fault() {
        Some(_) => TimeZone::UTC,
        None => TimeZone::system(),
    }
}

/// Why times are told in UTC although a variable names another time zone, and how to mend it.
pub fn time_zone_fault() -> Option<String> {
    let named = Named::from_lookup(|name| std::env::var_os(name));
    named.fault().or_else(|| {
        let zone = named.zone.filter(|zone| !zone.is_empty())?;
        let unknown = || {
            let zone = zone.display();
            format!("TZ is `{zone}`, and no time zone is called so; `TZ=Europe/Berlin` is one")
        };
        TimeZone::try_system().is_err().then(unknown)
    })
}

/// What variables say of time zones.
struct Named {
    /// `TZ`: a name, a rule or a file.
    zone: Option<OsString>,
    /// `TZDIR`: the folder of all of them.
    folder: Option<OsString>,
}

impl Named {
    fn from_lookup(lookup: impl Fn(&str) -> Option<OsString>) -> Self {
        Self { zone: lookup("TZ"), folder: lookup("TZDIR").filter(|folder| !folder.is_empty()) }
    }

    /// Why they are not to be followed: whoever reads what they name might wait for ever.
    fn fault(&self) -> Option<String> {
        let folder = self.folder.as_deref().map(Path::new);
        if let Some(folder) = folder.filter(|folder| !holds_zones(folder)) {
            return Some(format!("TZDIR is `{}`, and no time zones lie there", folder.display()));
        }
        let zone = self.zone.as_ref()?.to_string_lossy().into_owned();
        let file = Path::new(zone.trim_start_matches(':'));
        // After this word a path goes on with the name that a folder of time zones has for it.
        let name = zone.rsplit("zoneinfo/").next().unwrap_or_default().trim_start_matches(':');
        let in_folder = folder.map(|folder| folder.join(name));
        let unread =
            [file.to_owned()].into_iter().chain(in_folder).find(|path| is_unreadable(path))?;
        Some(format!("TZ is `{zone}`, and `{}` is no file of a time zone", unread.display()))
    }
}

/// Whether something lies there that cannot be read as a file of a time zone.
fn is_unreadable(path: &Path) -> bool {
    path.exists() && !path.is_dir() && files::read(path, LARGEST_ZONE).is_err()
}

fn holds_zones(folder: &Path) -> bool {
    ALWAYS_THERE.iter().any(|name| {
        let beginning = files::read_beginning(&folder.join(name), ZONE_MARK.len() as u64);
        beginning.is_ok_and(|beginning| beginning == ZONE_MARK)
    })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::Named;

    /// What is wrong with a time zone that is named so, in a folder.
    fn fault(zone: &str, folder: Option<&str>) -> Option<String> {
        let named = |name: &str| match name {
            "TZ" => Some(zone.into()),
            _ => folder.map(Into::into),
        };
        Named::from_lookup(named).fault()
    }

    #[test]
    fn a_time_zone_by_its_name_its_rule_or_its_file_is_followed() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let place = folder.path().to_str().expect("a path in UTF-8");
        fs::write(folder.path().join("UTC"), b"TZif2").expect("a file");
        for zone in ["", "Europe/Berlin", ":Europe/Berlin", "UTC", "EST5EDT,M3.2.0,M11.1.0"] {
            assert_eq!(fault(zone, None), None, "{zone}");
            assert_eq!(fault(zone, Some(place)), None, "{zone}");
        }
        assert_eq!(fault(&format!("{place}/UTC"), None), None);
        assert_eq!(fault("UTC", Some("")), None);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_time_zone_that_is_a_pipe_a_device_or_huge_is_refused_and_named() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let place = folder.path().to_str().expect("a path in UTF-8");
        fs::write(folder.path().join("UTC"), b"TZif2").expect("a file");
        let huge = fs::File::create(folder.path().join("huge")).expect("a file");
        huge.set_len(1 << 30).expect("a size");
        let (pipe, kind) = (folder.path().join("pipe"), rustix::fs::FileType::Fifo);
        rustix::fs::mknodat(rustix::fs::CWD, pipe, kind, 0o600.into(), 0).expect("a pipe");
        for name in ["pipe", "huge"] {
            let told = format!("`{place}/{name}` is no file of a time zone");
            for zone in [format!("{place}/{name}"), format!(":{place}/{name}")] {
                assert!(fault(&zone, None).is_some_and(|it| it.ends_with(&told)), "{zone}");
            }
            assert!(fault(name, Some(place)).is_some_and(|it| it.ends_with(&told)), "{name}");
        }
        assert!(fault("/dev/zero", None).is_some());
        for elsewhere in ["/", "/dev", "/nowhere"] {
            let told = format!("TZDIR is `{elsewhere}`, and no time zones lie there");
            assert_eq!(fault("UTC", Some(elsewhere)), Some(told));
        }
    }
}
