//! The files by which a system's own timers show reminders: systemd, launchd, Windows.

use super::Reminder;
use super::reminder::WallMinute;

/// The days of the week, from Monday on, as systemd names them.
const SYSTEMD_DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// The same for Windows.
const WINDOWS_DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What begins the names of all files of timers.
const MARK: &str = "unclench-reminder-";

/// Whose timers they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimerKind {
    /// systemd, for the person's own session.
    Systemd,
    /// launchd on macOS.
    Launchd,
    /// The Task Scheduler of Windows.
    Windows,
}

/// A file that a system's timers read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimerFile {
    /// Its name in the folder of such files.
    pub name: String,
    /// What is in it.
    pub text: String,
    /// Whether it is by this one that the timer is switched on.
    pub is_timer: bool,
}

impl TimerKind {
    /// That of this system.
    pub fn here() -> Self {
        match () {
            () if cfg!(target_os = "macos") => Self::Launchd,
            () if cfg!(target_os = "windows") => Self::Windows,
            () => Self::Systemd,
        }
    }

    /// Whether a file in the folder of timers is one of Unclench's timers.
    pub fn is_own_timer(self, name: &str) -> bool {
        name.starts_with(MARK) && name.ends_with(self.ending())
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Systemd => ".timer",
            Self::Launchd => ".plist",
            Self::Windows => ".xml",
        }
    }

    /// The file that belongs to a timer, where there is one.
    pub fn companion(self, name: &str) -> Option<String> {
        let stem = name.strip_suffix(self.ending())?;
        (self == Self::Systemd).then(|| format!("{stem}.service"))
    }

    /// The files that show a reminder by itself, with the `program` in its place on this machine.
    pub fn files(self, reminder: &Reminder, program: &str, day_begins: u8) -> Vec<TimerFile> {
        let name = |ending: &str| format!("{MARK}{}{ending}", plain(&reminder.id()));
        let times = reminder.times().into_iter().map(|time| {
            (time, reminder.days.moved(Reminder::days_later(time, day_begins)).collect())
        });
        let times: Vec<TimerTime> = times.collect();
        let switched = |text| TimerFile { name: name(self.ending()), text, is_timer: true };
        match self {
            Self::Systemd => vec![
                TimerFile {
                    name: name(".service"),
                    text: service(reminder, program),
                    is_timer: false,
                },
                switched(systemd(reminder, &times)),
            ],
            Self::Launchd => vec![switched(launchd(reminder, program, &times))],
            Self::Windows => vec![switched(windows(reminder, program, &times))],
        }
    }
}

/// A time of day and its days, counted from Monday as 0.
type TimerTime = (WallMinute, Vec<usize>);

/// A name of letters that every system takes in the name of a file.
fn plain(id: &str) -> String {
    let letters = id.chars().map(|letter| match letter {
        'a'..='z' | '0'..='9' | '-' => letter.to_string(),
        other => format!("u{:x}", u32::from(other)),
    });
    letters.collect::<Vec<_>>().concat()
}

/// A word in a line of systemd, where `%`, `$` and quotes mean something.
fn systemd_word(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", text.replace('%', "%%").replace('$', "$$"))
}

fn service(reminder: &Reminder, program: &str) -> String {
    let (program, id) = (systemd_word(program), systemd_word(&reminder.id()));
    let name = reminder.name.replace('%', "%%").replace('\\', "\\\\");
    format!(
        "[Unit]\nDescription=Unclench: {name}\n\n[Service]\nType=oneshot\nKillMode=process\n\
         ExecStart={program} remind show {id}\n"
    )
}

fn systemd(reminder: &Reminder, times: &[TimerTime]) -> String {
    let name = reminder.name.replace('%', "%%").replace('\\', "\\\\");
    let mut text = format!("[Unit]\nDescription=Unclench: {name}\n\n[Timer]\n");
    for (time, days) in times {
        let days: Vec<&str> = days.iter().map(|day| SYSTEMD_DAYS[*day]).collect();
        let line = format!("OnCalendar={} *-*-* {}:00\n", days.join(","), time.text());
        text += &line;
    }
    text + "AccuracySec=30s\nPersistent=false\n\n[Install]\nWantedBy=timers.target\n"
}

/// Text with the letters that mean something in XML written by name.
fn xml(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;")
}

fn launchd(reminder: &Reminder, program: &str, times: &[TimerTime]) -> String {
    let words = [program, "remind", "show", &reminder.id()];
    let words: Vec<String> =
        words.iter().map(|word| format!("    <string>{}</string>\n", xml(word))).collect();
    let words = words.concat();
    let mut when = String::new();
    for (time, days) in times {
        for day in days {
            let one = format!(
                "    <dict><key>Weekday</key><integer>{}</integer><key>Hour</key>\
                 <integer>{}</integer><key>Minute</key><integer>{}</integer></dict>\n",
                day + 1,
                time.hour(),
                time.minute()
            );
            when += &one;
        }
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \
         \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n\
         <plist version=\"1.0\">\n<dict>\n  <key>Label</key>\n  <string>{MARK}{}</string>\n  \
         <key>ProgramArguments</key>\n  <array>\n{words}  </array>\n  \
         <key>StartCalendarInterval</key>\n  <array>\n{when}  </array>\n</dict>\n</plist>\n",
        plain(&reminder.id())
    )
}

fn windows(reminder: &Reminder, program: &str, times: &[TimerTime]) -> String {
    let mut triggers = String::new();
    for (time, days) in times {
        let days: Vec<String> =
            days.iter().map(|day| format!("<{} />", WINDOWS_DAYS[*day])).collect();
        let days = days.concat();
        let one = format!(
            "    <CalendarTrigger>\n      <StartBoundary>2026-01-01T{}:00</StartBoundary>\n      \
             <ScheduleByWeek><DaysOfWeek>{days}</DaysOfWeek><WeeksInterval>1</WeeksInterval>\
             </ScheduleByWeek>\n    </CalendarTrigger>\n",
            time.text()
        );
        triggers += &one;
    }
    format!(
        "<?xml version=\"1.0\"?>\n<Task version=\"1.2\" \
         xmlns=\"http://schemas.microsoft.com/windows/2004/02/mit/task\">\n  \
         <RegistrationInfo><Description>Unclench: {}</Description></RegistrationInfo>\n  \
         <Triggers>\n{triggers}  </Triggers>\n  <Settings>\
         <StartWhenAvailable>false</StartWhenAvailable></Settings>\n  <Actions>\n    <Exec>\
         <Command>{}</Command><Arguments>remind show {}</Arguments></Exec>\n  </Actions>\n</Task>\n",
        xml(&reminder.name),
        xml(program),
        xml(&reminder.id())
    )
}
