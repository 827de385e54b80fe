//! What a file of the person's own that is not whole does to the rest: nothing.

use std::fs;
use std::path::Path;

use super::{SESSION, built_in, folder_with};
use crate::courses::Courses;
use crate::library::{Library, LoadError};

const MOVE: &str = "format = 1\nposition = \"any\"\n[step]\nkind = \"rest\"\ntitle = \"Just sit\"\nlength = \"30s\"\n";

/// A built-in session that names a built-in move, and that move.
fn session_and_move() -> (String, String) {
    let library = Library::open(None);
    let id = "neck-and-shoulders";
    let text = fs::read_to_string(format!("sessions/{id}.toml")).expect("a session");
    let name =
        library.known_names().move_names().find(|name| text.contains(&format!("\"{name}\"")));
    (id.to_owned(), name.expect("it names a move").to_owned())
}

fn moves_of_all(text: &str) -> Vec<(String, String)> {
    let library = Library::open(None);
    let names = library.known_names().move_names();
    names.map(|name| (format!("moves/{name}.toml"), text.to_owned())).collect()
}

#[test]
fn moves_that_are_empty_or_broken_take_no_built_in_session_away_and_are_told() {
    for text in ["", "format = 1\n", "\u{0}", "[step"] {
        let files = moves_of_all(text);
        let files: Vec<_> = files.iter().map(|(at, text)| (at.as_str(), text.as_str())).collect();
        let folder = folder_with(&files);
        let library = Library::open(Some(folder.path()));
        let (entries, unused) = library.entries();
        assert_eq!((entries.len(), unused), (built_in().len(), files.len()), "{text:?}");
    }
}

#[test]
fn a_file_that_cannot_be_used_is_counted_once_whichever_folder_it_lies_in() {
    let (_, name) = session_and_move();
    let over = format!("moves/{name}.toml");
    let junk = [("mine.toml", "junk"), ("moves/mine.toml", "junk"), (&over, "junk")];
    let folder = folder_with(&[junk.as_slice(), &[("courses/mine.toml", "junk")]].concat());
    assert_eq!(Library::open(Some(folder.path())).entries().1, 4);
}

#[test]
fn a_move_that_is_whole_but_does_not_fit_takes_no_built_in_session_away() {
    let files = moves_of_all(MOVE);
    let files: Vec<_> = files.iter().map(|(at, text)| (at.as_str(), text.as_str())).collect();
    let folder = folder_with(&files);
    let library = Library::open(Some(folder.path()));
    assert_eq!(library.entries().0.len(), built_in().len());
    for id in library.ids() {
        assert!(library.load(id).is_ok(), "{id}");
    }
}

#[test]
fn a_move_that_is_whole_takes_the_place_of_the_built_in_one() {
    let (id, name) = session_and_move();
    let text = fs::read_to_string(format!("sessions/moves/{name}.toml")).expect("a move");
    let title = text.lines().find(|line| line.starts_with("title")).expect("a title");
    let own = text.replace(title, "title = \"My own\"");
    let folder = folder_with(&[(&format!("moves/{name}.toml"), &own)]);
    let library = Library::open(Some(folder.path()));
    assert_eq!(library.known_names().find_move(&name).expect("valid").title, "My own");
    assert!(library.load(&id).is_ok());
}

#[test]
fn a_session_that_is_not_whole_leaves_the_built_in_one_of_its_name_and_is_told() {
    let id = built_in()[0].id.clone();
    for text in ["", "title = 3", "\u{feff}"] {
        let folder = folder_with(&[(&format!("{id}.toml"), text)]);
        let library = Library::open(Some(folder.path()));
        let (entries, unused) = library.entries();
        assert_eq!((entries.len(), unused), (built_in().len(), 1));
        let loaded = library.load(&id).expect("the built-in one");
        assert_eq!(loaded.path, None);
        assert!(matches!(loaded.set_aside.as_deref(), Some(LoadError::Invalid { .. })));
    }
}

#[test]
fn names_that_begin_with_a_dot_are_no_sessions_and_no_moves() {
    let junk =
        [("._quiet.toml", "junk"), (".quiet.toml.swp", "junk"), ("moves/._sit.toml", "junk")];
    let folder = folder_with(&junk);
    let library = Library::open(Some(folder.path()));
    assert_eq!(library.entries().1, 0);
    assert!(library.ids().all(|id| !id.starts_with('.')));
    assert!(library.known_names().move_names().all(|name| !name.starts_with('.')));
}

#[test]
fn an_ending_in_capitals_counts_and_two_files_of_one_name_are_told() {
    let folder = folder_with(&[("quiet.TOML", SESSION)]);
    assert!(Library::open(Some(folder.path())).load("quiet").is_ok());
    if folder.path().join("quiet.toml").exists() {
        println!("skipped: this file system takes small and capital letters for one");
        return;
    }
    fs::write(folder.path().join("quiet.toml"), SESSION).expect("a file");
    let library = Library::open(Some(folder.path()));
    let unused: Vec<_> = library.unused().map(|unused| unused.why.clone()).collect();
    assert_eq!(unused, ["`quiet.TOML` has the same name and is taken in its place"]);
}

#[test]
fn a_session_is_found_however_its_accents_are_written() {
    let folder = folder_with(&[("u\u{308}bung-fru\u{308}h.toml", SESSION)]);
    let library = Library::open(Some(folder.path()));
    for typed in ["\u{fc}bung-fr\u{fc}h", "u\u{308}bung-fru\u{308}h"] {
        assert_eq!(library.load(typed).expect("found").id, "\u{fc}bung-fr\u{fc}h");
    }
    let path = folder.path().join("\u{fc}bung-fr\u{fc}h.toml");
    assert_eq!(Library::open(None).load(&path).expect("found").id, "\u{fc}bung-fr\u{fc}h");
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "a test may start programs")]
fn what_cannot_be_looked_at_is_told_and_never_waited_for() {
    use std::os::unix::fs::symlink;
    use std::process::Command;
    let folder = folder_with(&[("quiet.toml", SESSION)]);
    let at = |name: &str| folder.path().join(name);
    symlink(at("circle.toml"), at("circle.toml")).expect("a link");
    symlink(at("nowhere"), at("dead.toml")).expect("a link");
    symlink("/dev/zero", at("endless.toml")).expect("a link");
    let made = Command::new("mkfifo").arg(at("pipe.toml")).status().expect("mkfifo is there");
    assert!(made.success());
    let library = Library::open(Some(folder.path()));
    let told: Vec<_> = library.unused().map(|unused| unused.why.as_str()).collect();
    let (circle, dead, device) = (
        "it is a link that leads back to itself",
        "it is a link to what is not there",
        "it is a pipe or a device, not a file",
    );
    assert_eq!(told, [circle, dead, device, device]);
    assert_eq!(library.entries().1, 4);
    fs::rename(at("quiet.toml"), at("moves")).expect("moved");
    let told: Vec<_> = Library::open(Some(folder.path())).unused().cloned().collect();
    assert_eq!(told.len(), 5, "a file in place of the moves' folder is told: {told:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf8_is_told() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder_with(&[]);
    fs::write(folder.path().join(OsStr::from_bytes(b"\xfcbung.toml")), SESSION).expect("a file");
    let library = Library::open(Some(folder.path()));
    let unused = library.unused().next().expect("it is told");
    assert!(
        unused.to_string().ends_with("its name is not in UTF-8, so nothing can be called by it")
    );
}

#[test]
fn a_name_that_cannot_be_typed_is_told_in_every_folder() {
    let names = [" .toml", "a b .toml", "moves/ a.toml", "courses/a\nb.toml"];
    let files: Vec<_> = names.iter().map(|name| (*name, SESSION)).collect();
    let folder = folder_with(&files);
    let library = Library::open(Some(folder.path()));
    let mut told: Vec<_> = library.unused().map(|unused| unused.path.clone()).collect();
    told.sort();
    let mut wanted = names.map(|name| folder.path().join(name));
    wanted.sort();
    assert_eq!(told, wanted);
    assert!(library.unused().all(|unused| unused.help == "rename it"));
    assert_eq!(library.entries().0.len(), built_in().len());
}

#[test]
fn what_a_session_names_is_found_however_either_is_written() {
    for (written, on_disk) in [("\u{fc}bung", "u\u{308}bung"), ("u\u{308}bung", "\u{fc}bung")] {
        let text = format!("{SESSION}\n[[steps]]\nmove = \"{written}\"\n");
        let folder = folder_with(&[("mine.toml", &text), (&format!("moves/{on_disk}.toml"), MOVE)]);
        let loaded = Library::open(Some(folder.path())).load("mine");
        assert!(loaded.is_ok(), "{written:?}: {loaded:?}");
    }
}

const COURSE: &str = "format = 1\ntitle = \"Two evenings\"\nsummary = \"A test.\"\n\
    [[days]]\nsession = \"mine\"\nwhy = \"To begin.\"\n\
    [[days]]\nsession = \"body-scan\"\nwhy = \"To go on.\"\n";

#[test]
fn a_course_of_ones_own_names_ones_own_sessions_and_a_broken_one_takes_no_shipped_one_away() {
    let broken = COURSE.replace("\"mine\"", "\"no-such\"");
    let files = [
        ("mine.toml", SESSION),
        ("courses/two-evenings.toml", COURSE),
        ("courses/desk-neck.toml", broken.as_str()),
    ];
    let folder = folder_with(&files);
    let library = Library::open(Some(folder.path()));
    let shipped = Library::open(None);
    assert_eq!(library.courses().len(), shipped.courses().len() + 1);
    assert_eq!(library.courses().named("two-evenings").map(|course| course.days.len()), Some(2));
    assert_eq!(library.courses().named("desk-neck"), shipped.courses().named("desk-neck"));
    let told: Vec<_> = library.unused().map(ToString::to_string).collect();
    assert!(told.len() == 1 && told[0].ends_with("the course needs mending"), "{told:?}");
    assert_eq!(library.entries().1, 1);
}

#[test]
fn every_shipped_course_is_read_and_names_sessions_that_fit_its_minutes() {
    let library = Library::open(None);
    let courses = Courses::shipped();
    assert!(courses.len() >= 6);
    for course in courses.iter() {
        for day in &course.days {
            let loaded = library.load(&day.session).expect("a shipped session");
            let (shortest, longest) = crate::timeline::bounds(&loaded.session, None);
            if let Some(minutes) = day.minutes {
                let fits = (shortest..=longest).contains(&(minutes * 60_000));
                assert!(fits, "{}: {} {shortest}–{longest}", course.id, day.session);
            }
        }
    }
}

#[test]
fn what_nothing_looks_for_is_told_and_named() {
    let folder = folder_with(&[
        ("desk.toml.txt", SESSION),
        ("sub/inner.toml", SESSION),
        ("sub/deeper/inner.toml", SESSION),
        ("dir.toml/notes.md", ""),
        ("moves/sub/sit.toml", MOVE),
        ("courses/sub/week.toml", ""),
        ("notes/read.md", ""),
        ("good.toml", SESSION),
        ("desk.toml.bak", SESSION),
    ]);
    let library = Library::open(Some(folder.path()));
    let mut told: Vec<String> = library.unused().map(|it| format!("{it}; {}", it.help)).collect();
    told.sort();
    let at = folder.path().display();
    let beyond = "cannot be used: it lies in a folder that is not looked into; move it into";
    let named = [
        format!("`{at}/courses/sub/week.toml` {beyond} `{at}/courses`"),
        format!(
            "`{at}/desk.toml.txt` cannot be used: its name does not end in `.toml`; call it `desk.toml`"
        ),
        format!(
            "`{at}/dir.toml` cannot be used: it is a folder; name it without `.toml`; a session, move or course is a file"
        ),
        format!("`{at}/moves/sub/sit.toml` {beyond} `{at}/moves`"),
        format!("`{at}/sub/deeper/inner.toml` {beyond} `{at}`"),
        format!("`{at}/sub/inner.toml` {beyond} `{at}`"),
    ];
    assert_eq!(told, named);
    assert_eq!(library.entries().1, named.len());
}

#[test]
fn a_file_without_the_ending_that_is_read_is_named_in_each_folder_with_what_to_call_it() {
    let folder = folder_with(&[
        ("mine", SESSION),
        ("mine.tml", SESSION),
        ("moves/sit.yaml", MOVE),
        ("courses/week.txt", ""),
        ("courses/taken.tom", ""),
        ("courses/taken.toml", ""),
        ("picture.png", ""),
        ("README.md", ""),
        ("session.schema.json", ""),
        ("desk.toml~", SESSION),
        ("other/mine.tml", SESSION),
    ]);
    let library = Library::open(Some(folder.path()));
    let why = "its name does not end in `.toml`";
    let unused = library.unused().filter(|it| it.why == why);
    let mut told: Vec<(&Path, &str)> = unused
        .map(|it| (it.path.strip_prefix(folder.path()).expect("inside"), it.help.as_str()))
        .collect();
    told.sort();
    let rule = "sessions, moves and courses end in `.toml`";
    let wanted = [
        ("courses/taken.tom", rule),
        ("courses/week.txt", "call it `week.toml`"),
        ("mine", "call it `mine.toml`"),
        ("mine.tml", "call it `mine.toml`"),
        ("moves/sit.yaml", "call it `sit.toml`"),
        ("picture.png", rule),
    ];
    assert_eq!(told, wanted.map(|(path, help)| (Path::new(path), help)));
}

#[cfg(unix)]
#[test]
fn a_folder_that_links_to_itself_tells_no_file_twice() {
    use std::os::unix::fs::symlink;
    let folder = folder_with(&[("sub/inner.toml", SESSION), ("good.toml", SESSION)]);
    for place in ["loop", "sub/loop", "sub/up"] {
        let target = if place == "sub/up" { ".." } else { "." };
        symlink(target, folder.path().join(place)).expect("a link");
    }
    let library = Library::open(Some(folder.path()));
    let told: Vec<&Path> = library.unused().map(|it| it.path.as_path()).collect();
    assert_eq!(told, [folder.path().join("sub/inner.toml")]);
}

#[cfg(unix)]
#[test]
fn what_is_no_file_and_is_called_as_a_session_is_told_where_that_session_is_asked_for() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::TempDir::new().expect("a folder");
    let place = |name: &str| folder.path().join(name);
    fs::create_dir(place("feet.toml")).expect("a folder");
    symlink("round.toml", place("round.toml")).expect("a link");
    let library = Library::open(Some(folder.path()));
    let loaded = library.load("feet").expect("the built-in session");
    let Some(LoadError::Unusable(unused)) = loaded.set_aside.as_deref() else { panic!("no word") };
    assert_eq!((unused.path.clone(), unused.why.as_str()), (place("feet.toml"), "it is a folder"));
    let error = library.load("round").expect_err("there is none");
    let LoadError::Unusable(unused) = error else { panic!("{error}") };
    assert_eq!(unused.why, "it is a link that leads back to itself");
}
