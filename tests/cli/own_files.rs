//! The person's own files, as odd as they come: what is said of them, and what they do to the rest.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use super::harness::{Answer, LIST, SHORT_PAUSE, Test};
use crate::support::need;

const DATA: &str = ".local/share/unclench";
/// The user that owns nothing.
const NOBODY: &str = "65534";

fn sessions(test: &Test) -> PathBuf {
    test.home().join(DATA).join("sessions")
}

fn rows(answer: &Answer) -> usize {
    answer.out.lines().count()
}

fn shipped() -> usize {
    LIST.lines().count()
}

/// Runs a command as a user who may not read and write everything; `None` where that cannot be done.
pub(crate) fn as_an_ordinary_user(test: &Test) -> Option<Answer> {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    let output = if is_root {
        let owner = Command::new("chown").args(["-R", NOBODY]).arg(test.home()).status();
        assert!(owner.expect("chown is there").success());
        let command = test.command();
        let mut other = Command::new("setpriv");
        other.args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"]);
        other.arg(command.get_program()).args(command.get_args());
        other.current_dir(test.home()).stdin(Stdio::null());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => other.env(name, value),
                None => other.env_remove(name),
            };
        }
        need::part(other.output(), "`setpriv`")?
    } else {
        test.command().output().expect("the program can be started")
    };
    Some(Answer::of(output))
}

pub(crate) fn forbid(path: PathBuf, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("a mode");
}

/// Runs a command that must not wait for anything.
pub(crate) fn at_once(test: &Test) -> Answer {
    let mut command = test.command();
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("started");
    for _ in 0..3_000 {
        if child.try_wait().expect("a child").is_some() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    // Where it has ended already, there is nothing to end.
    let is_waiting = child.try_wait().expect("a child").is_none();
    let _ = child.kill();
    assert!(!is_waiting, "it waits: {command:?}");
    let Output { status, stdout, stderr } = child.wait_with_output().expect("its words");
    Answer::of(Output { status, stdout, stderr })
}

fn make_pipe(path: PathBuf) {
    assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo is there").success());
}

#[test]
fn files_that_are_not_whole_take_no_built_in_session_away() {
    let mut test = Test::new().args("list");
    for entry in fs::read_dir("sessions/moves").expect("the moves") {
        let name = entry.expect("a move").file_name().to_string_lossy().into_owned();
        test = test.file(&format!("{DATA}/sessions/moves/{name}"), "");
    }
    let test = test.own_session("neck-and-shoulders", "");
    let answer = test.run();
    assert_eq!(rows(&answer), shipped());
    assert!(answer.err.contains("files of your own cannot be used yet"), "{}", answer.err);
    let answer = test.again("show neck-and-shoulders").run();
    assert_eq!(answer.code, Some(0));
    assert!(answer.err.contains("needs mending; this is the built-in session"), "{}", answer.err);
}

#[test]
fn names_that_begin_with_a_dot_are_passed_over_everywhere() {
    let test = Test::new()
        .own_session("._x", "\0\u{5}")
        .own_session(".x.toml.swp", "junk")
        .file(&format!("{DATA}/sessions/moves/._y.toml"), "\0")
        .file(&format!("{DATA}/sounds/._z.wav"), "junk")
        .file(&format!("{DATA}/sounds/._z.toml"), "junk");
    let answer = test.args("list").run();
    assert_eq!((answer.err.as_str(), rows(&answer)), ("", shipped()));
}

#[test]
fn a_pipe_or_a_device_anywhere_is_told_and_never_waited_for() {
    let test = Test::new().own_session("quiet", SHORT_PAUSE);
    let (folder, config) = (sessions(&test), test.home().join(".config/unclench"));
    let state = test.home().join(".local/state/unclench");
    for place in [&folder.join("moves"), &config, &state] {
        fs::create_dir_all(place).expect("a folder");
    }
    make_pipe(folder.join("pipe.toml"));
    make_pipe(folder.join("moves/pipe.toml"));
    symlink("/dev/zero", folder.join("endless.toml")).expect("a link");
    let sounds = test.home().join(DATA).join("sounds");
    fs::create_dir_all(&sounds).expect("a folder");
    make_pipe(sounds.join("pipe.toml"));
    make_pipe(sounds.join("pipe.wav"));
    symlink("/dev/zero", sounds.join("endless.flac")).expect("a link");
    make_pipe(config.join("settings.toml"));
    make_pipe(state.join("remembered.toml"));
    let checked = format!("check {DATA}/sessions");
    let sounds = format!("sounds check {DATA}/sounds");
    for words in
        ["list", "doctor", "show quiet", &checked, "sounds", &sounds, "voices --clips quiet"]
    {
        let answer = at_once(&test.again(words));
        let told = format!("{}{}", answer.out, answer.err);
        assert!(
            told.contains("pipe or a device") || told.contains("of your own cannot be used"),
            "{words}: {told}"
        );
    }
}

#[test]
fn what_may_not_be_read_is_told() {
    let test = Test::new().args("list").own_session("quiet", SHORT_PAUSE);
    forbid(sessions(&test).join("quiet.toml"), 0);
    let Some(answer) = as_an_ordinary_user(&test) else { return };
    assert!(answer.err.contains("1 file of your own cannot be used yet"), "{}", answer.err);
    forbid(sessions(&test), 0);
    let answer = as_an_ordinary_user(&test).expect("as before");
    assert!(answer.err.contains("it may not be read by you"), "{}", answer.err);
    assert_eq!(rows(&answer), shipped());
    let answer = as_an_ordinary_user(&test.again("doctor")).expect("as before");
    let told = "/sessions\n              it may not be read by you; change who may read it\n";
    assert!(answer.out.contains(told), "{}", answer.out);
    forbid(sessions(&test), 0o700);
}

#[test]
fn a_session_that_may_not_be_read_is_told_with_how_to_mend_it() {
    let test = Test::new().file("mine.toml", SHORT_PAUSE).own_session("mine", SHORT_PAUSE);
    for place in [test.home().join("mine.toml"), sessions(&test).join("mine.toml")] {
        forbid(place, 0);
    }
    for words in ["check mine.toml", "show mine", "show ./mine.toml"] {
        let Some(Answer { out, err, .. }) = as_an_ordinary_user(&test.again(words)) else { return };
        let told = format!("{out}{err}").split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("may not be read by you"), "{words}: {told}");
        assert!(told.contains("help: change who may read it"), "{words}: {told}");
        assert!(!told.contains("did you mean"), "{words}: {told}");
    }
}

#[test]
fn folders_that_may_not_be_written_to_are_told() {
    let test = Test::new().args("doctor").file(".local/state/unclench/a", "");
    forbid(test.home().join(".local/state/unclench"), 0o500);
    let Some(answer) = as_an_ordinary_user(&test) else { return };
    assert!(answer.out.contains("it may not be written to by you"), "{}", answer.out);
    forbid(test.home().join(".local/state/unclench"), 0o700);
}

#[test]
fn a_link_is_followed_and_a_pipe_is_written_to() {
    let test = Test::new()
        .file("mine.toml", SHORT_PAUSE)
        .file("kept/a.vtt", "old")
        .args("render mine.toml --captions a.vtt --force");
    symlink("kept/a.vtt", test.home().join("a.vtt")).expect("a link");
    test.stdout();
    assert!(test.home().join("a.vtt").is_symlink());
    let kept = fs::read_to_string(test.home().join("kept/a.vtt")).expect("captions");
    assert!(kept.starts_with("WEBVTT"), "{kept}");
    make_pipe(test.home().join("pipe.vtt"));
    let answer = at_once(&test.again("render mine.toml --captions pipe.vtt"));
    assert!(answer.err.contains("nothing reads from this pipe"), "{}", answer.err);
    let answer = test.again("render mine.toml --captions /dev/stdout").run();
    assert_eq!((answer.code, answer.err.as_str()), (Some(0), ""));
    assert!(answer.out.starts_with("WEBVTT") && !answer.out.contains("(captions)"));
}

#[test]
fn neither_the_recording_nor_the_session_is_written_over() {
    let test = Test::new().file("mine.toml", SHORT_PAUSE);
    fs::hard_link(test.home().join("mine.toml"), test.home().join("hard.vtt")).expect("a name");
    symlink("mine.toml", test.home().join("soft.wav")).expect("a link");
    for (words, told) in [
        ("-o a.wav --captions ./a.wav", "cannot be one file"),
        ("-o soft.wav", "is the session itself"),
        ("--captions hard.vtt", "is the session itself"),
        ("--captions ./mine.toml", "is the session itself"),
    ] {
        let report =
            test.again(&format!("render mine.toml --voice none --force {words}")).failure(2);
        assert!(report.contains(told), "{words}: {report}");
    }
    assert_eq!(fs::read_to_string(test.home().join("mine.toml")).expect("it"), SHORT_PAUSE);
}

#[test]
fn a_folder_of_the_name_is_told_and_never_replaced() {
    let test = Test::new().file("mine.toml", SHORT_PAUSE).file("a.wav/inside", "kept");
    for force in ["", " --force"] {
        let report = test.again(&format!("render mine.toml -o a.wav{force}")).failure(1);
        assert!(report.contains("`a.wav` cannot be written: it is a folder"), "{report}");
    }
    assert!(test.home().join("a.wav/inside").is_file());
}

#[test]
fn a_name_that_cannot_be_written_is_told_before_the_work() {
    let long = "a".repeat(300);
    let words = format!("render mine.toml --voice none -o a.wav --captions {long}.vtt");
    let test = Test::new().file("mine.toml", SHORT_PAUSE).args(&words);
    assert!(test.failure(1).contains("give a shorter name"));
    assert!(!test.home().join("a.wav").exists());
}

#[test]
fn nothing_in_a_name_reaches_the_terminal_and_no_name_hides_the_titles() {
    let odd = "a\u{1b}[31m\u{7}\u{202e}\nb";
    let long = "n".repeat(200);
    let test = Test::new()
        .own_session(odd, SHORT_PAUSE)
        .own_session(&long, SHORT_PAUSE)
        .own_session("bro\u{1b}ken\n", "")
        .settings("\"a\u{1b}[31m\" = 3\n");
    let checked = format!("check {DATA}/sessions");
    for words in ["list", "doctor", "list --json", "sounds", "show feet", checked.as_str()] {
        let answer = test.again(words).run();
        let told = format!("{}{}", answer.out, answer.err);
        let bad = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!told.chars().any(bad), "{words}: {told:?}");
    }
    let answer = test.again("list").run();
    assert_eq!(rows(&answer), shipped() + 1, "what cannot be typed is not listed");
    assert!(answer.out.lines().all(|row| row.chars().count() <= 80), "{}", answer.out);
    assert!(answer.out.contains("Neck"), "{}", answer.out);
    let json = test.again(&format!("{checked} --json")).run().out;
    assert!(json.contains("a\\u001b[31m\\u0007\\u202e\\nb"), "{json}");
}

#[test]
fn a_session_is_found_however_its_accents_are_written() {
    let test = Test::new().own_session("u\u{308}bung-fru\u{308}h", SHORT_PAUSE);
    assert!(test.again("show \u{fc}bung-fr\u{fc}h").stdout().contains("A short pause"));
}

#[test]
fn a_course_of_ones_own_is_listed_and_started_and_a_broken_one_is_told() {
    let course = "format = 1\ntitle = \"Mine\"\nsummary = \"Two days.\"\n\
        [[days]]\nsession = \"quiet\"\nwhy = \"To begin.\"\n\
        [[days]]\nsession = \"feet\"\nminutes = 8\nwhy = \"To go on.\"\n";
    let test = Test::new()
        .own_session("quiet", SHORT_PAUSE)
        .file(&format!("{DATA}/sessions/courses/two-days.toml"), course)
        .file(&format!("{DATA}/sessions/courses/half.toml"), "format = 1\n");
    let answer = test.again("course list").run();
    assert!(answer.out.contains("two-days") && answer.out.contains("Mine"), "{}", answer.out);
    assert!(answer.err.contains("half.toml` cannot be used"), "{}", answer.err);
    let answer = test.again("course start half").run();
    assert!(answer.code != Some(0) && answer.err.contains("needs mending"), "{}", answer.err);
    let answer = test.again("course start two-days").run();
    assert!(answer.out.contains("Mine, day 1 of 2"), "{}{}", answer.out, answer.err);
    let answer = test.again("course next --json").run();
    assert!(answer.out.contains("\"session\": \"quiet\""), "{}", answer.out);
    test.again("play quiet --plain --mute --speed 20").run();
    let answer = test.again("course next --json").run();
    assert!(answer.out.contains("\"session\": \"feet\""), "{}", answer.out);
}

#[test]
fn nothing_is_saved_over_what_the_program_keeps_nor_over_sounds_of_ones_own() {
    let test = Test::new().own_session("quiet", SHORT_PAUSE).settings("volume = 40\n");
    test.again("journal add feet --minutes 9").stdout();
    test.again("remind add water --every 90m").stdout();
    let state = test.home().join(".local/state/unclench");
    let kept = [
        state.join("journal/journal.db"),
        test.home().join(".config/unclench/reminders.toml"),
        test.home().join(".config/unclench/settings.toml"),
    ];
    let sounds = [sessions(&test).join("quiet.voice/a.wav"), test.own_sounds().join("bed.wav")];
    for sound in &sounds {
        fs::create_dir_all(sound.parent().expect("a folder")).expect("a folder");
        fs::write(sound, "of one's own").expect("a file");
    }
    symlink(&kept[0], test.home().join("link.vtt")).expect("a link");
    let read = |places: &[PathBuf]| -> Vec<_> {
        places.iter().map(|place| fs::read(place).expect("a file")).collect()
    };
    let before = (read(&kept), read(&sounds));
    for place in &kept {
        for words in ["journal export", "journal report", "remind export", "profile export"] {
            let output = if words.starts_with("remind") { "" } else { "-o" };
            let test = test.again(&format!("{words} --force {output}"));
            let told = test.and(&place.to_string_lossy()).failure(2);
            assert!(told.contains("is what Unclench itself keeps"), "{words}: {told}");
        }
    }
    let told = test.again("render quiet --captions link.vtt --force").failure(2);
    assert!(told.contains("is what Unclench itself keeps"), "{told}");
    for sound in &sounds {
        let told = test.again("render quiet --force -o").and(&sound.to_string_lossy()).failure(2);
        assert!(told.contains("is a sound of your own"), "{told}");
    }
    assert_eq!((read(&kept), read(&sounds)), before);
}

#[test]
fn a_broken_file_of_how_far_one_is_in_a_course_is_told_and_kept() {
    let broken = "course = \"desk-neck\"\ndays-done = 9\nfoo = [\n";
    let place = ".local/state/unclench/course.toml";
    let test = Test::new().file(place, broken);
    let told = test.again("course next").failure(1);
    assert!(told.contains("cannot be read, so how far you are in a course is not known"), "{told}");
    let begun = test.again("course start desk-neck").run();
    assert_eq!(begun.code, Some(0), "{}", begun.err);
    assert!(begun.err.contains("course.toml.broken"), "{}", begun.err);
    let kept = fs::read_to_string(test.home().join(format!("{place}.broken"))).expect("it is kept");
    assert_eq!(kept, broken);
}
