//! Course files, read and refused; and how far a person comes from day to day.

use super::{CourseProgress, Courses, ProgressFault, course_file, read_course};
use crate::config::Paths;
use crate::words::Texts;

const COURSE: &str = "format = 1\ntitle = \"Two evenings\"\nsummary = \"A test.\"\n\
    [[days]]\nsession = \"feet\"\nwhy = \"To begin.\"\n\
    [[days]]\nsession = \"body-scan\"\nminutes = 8\nwhy = \"To go on.\"\n";

fn codes(text: &str) -> Vec<String> {
    let problems = course_file("two.toml", text, |id| match id {
        "feet" => Some(502_000..=901_000),
        "body-scan" => Some(400_000..=1_200_000),
        _ => None,
    });
    let texts = Texts::with_reports(crate::words::Language::English);
    problems
        .iter()
        .map(|problem| format!("{}: {}", problem.line, problem.message.text(texts)))
        .collect()
}

#[test]
fn a_course_says_all_that_is_wrong_with_it_at_once() {
    assert_eq!(codes(COURSE), Vec::<String>::new());
    let bad = COURSE.replace("format = 1", "format = 7").replace("\"feet\"", "\"feeet\"");
    let bad = bad.replace("minutes = 8", "minutes = 0").replace("\"A test.\"", "\"\"");
    assert_eq!(codes(&bad).len(), 4, "{:?}", codes(&bad));
    assert_eq!(codes(&COURSE.replace("why = \"To begin.\"\n", "")).len(), 1);
    assert_eq!(codes("format = ").len(), 1);
}

#[test]
fn whatever_does_not_fit_a_course_is_told_in_plain_words_and_costs_no_other_problem() {
    for (from, to, told) in [
        ("format = 1", "format = 1\nlevel = 3", "2: `level` is not a key of a course"),
        ("format = 1\n", "", "1: a course needs `format` as well"),
        ("format = 1", "format = -1", "1: this is not a course of format 1"),
        ("format = 1", "format = \"1\"", "1: `format` should be a whole number, and this is text"),
        ("why = \"To begin.\"\n", "", "4: a day needs `why` as well"),
        ("\"To begin.\"", "3", "6: `why` should be text in quotes, and this is a number"),
        ("minutes = 8", "minutes = -8", "9: a day lasts 1 to 240 minutes"),
        (
            "minutes = 8",
            "minutes = 5.5",
            "9: `minutes` should be a whole number, and this is a number",
        ),
        (
            "minutes = 8",
            "minutes = \"8\"",
            "9: `minutes` should be a whole number, and this is text",
        ),
        (
            "minutes = 8",
            "minutes = 99999999999999999999",
            "9: `minutes` is a number beyond counting",
        ),
        (
            "minutes = 8",
            "minutes = \u{668}",
            "9: this has `\u{668}` (U+0668, a digit of another script) in it",
        ),
        (
            "\"A test.\"",
            "\"A \"test\".\"",
            "3: the text ends at this quote already, and more follows",
        ),
    ] {
        assert!(COURSE.contains(from), "{from}");
        let text =
            COURSE.replacen(from, to, 1).replace("session = \"body-scan\"", "session = \"no\"");
        let all = codes(&text);
        assert_eq!(all.len(), 2, "{to}: {all:?}");
        assert!(all.iter().any(|it| it == told), "{to}: {all:?}");
        assert!(
            all.iter().any(|it| it.ends_with("there is no session called “no”")),
            "{to}: {all:?}"
        );
    }
    let days = COURSE.replacen("[[days]]", "[[day]]", 2);
    assert_eq!(
        codes(&days),
        ["1: a course needs `days` as well", "4: `day` is not a key of a course"]
    );
    let one = "format = 1\ntitle = \"T\"\nsummary = \"S\"\n[days]\nsession = \"feet\"\nwhy = \"W\"";
    assert_eq!(codes(one), ["4: `days` should be a list, and this is a table"]);
    let odd = COURSE.replace("\"feet\"", "\"f\u{435}et\"");
    let problems = course_file("two.toml", &odd, |id| (id != "f\u{435}et").then_some(0..=u64::MAX));
    let said = problems[0].to_string();
    assert!(said.contains("write `feet`: what is there has `\u{435}` (U+0435"), "{said}");
    crate::problem::in_german(&course_file("two.toml", &days, |_| None));
}

#[test]
fn a_course_of_a_later_format_is_told_as_that() {
    let told = codes(&COURSE.replace("format = 1", "format = 2"));
    assert_eq!(told, ["1: this file is written in format 2; this Unclench reads format 1"]);
}

#[test]
fn a_course_reads_once_the_help_of_each_of_its_problems_is_followed() {
    for (from, wrong, help) in [
        ("\"feet\"", "\"Feet\"", "write `\"feet\"`"),
        ("\"body-scan\"", "\"Body Scan\"", "write `\"body-scan\"`"),
        ("minutes = 8", "minutes = 8.4", "write `8`"),
        ("minutes = 8", "minutes = \"7,9\"", "write `8`"),
        ("minutes = 8", "minutes = \"\u{668}\"", "write `8`"),
        ("minutes = 8", "minutes = \"8\"", "write `8` without quotes"),
        ("title = \"Two evenings\"", "title = 5.5", "write `\"5.5\"`"),
        ("title = \"Two evenings\"", "title: Two evenings", "write `title = \"Two evenings\"`"),
    ] {
        assert!(COURSE.contains(from), "{from}");
        let text = COURSE.replacen(from, wrong, 1);
        let is_there = |id: &str| (id == "feet" || id == "body-scan").then_some(0..=u64::MAX);
        let problems = course_file("two.toml", &text, is_there);
        let said = problems[0].to_string();
        assert!(problems.len() == 1 && said.ends_with(&format!("help: {help}")), "{said}");
    }
    let listed = COURSE.split("[[days]]").next().unwrap_or_default().to_owned();
    let listed = listed + "days = [\"feet\", \"feet\"]\n";
    let said = course_file("two.toml", &listed, |_| None)[0].to_string();
    assert!(said.ends_with("help: write `[[days]]` before each of them"), "{said}");
}

#[test]
fn a_day_that_its_session_cannot_fill_or_fit_names_how_long_it_can_be() {
    let told = codes(&COURSE.replace("\"feet\"", "\"feet\"\nminutes = 8"));
    assert_eq!(told, ["6: `feet` can last from 8.4 to 15.0 minutes"]);
    assert!(codes(&COURSE.replace("\"feet\"", "\"feet\"\nminutes = 15")).is_empty());
}

#[test]
fn a_course_goes_one_day_further_on_each_day_and_a_missed_one_costs_nothing() {
    let course = &Courses::shipped()[0];
    let begun = CourseProgress::start(course);
    let first = begun.due(course, "2026-11-01").expect("a first day").day.session;
    assert_eq!(begun.played(course, "another", "2026-11-01"), None);
    let second = begun.played(course, &first, "2026-11-01").expect("a day further");
    assert_eq!((second.done, second.due(course, "2026-11-01")), (1, None));
    let later = second.due(course, "2026-11-19").expect("the second day");
    assert_eq!((later.number, later.of), (2, course.days.len()));
    let over = CourseProgress { done: course.days.len(), ..second };
    assert_eq!(over.next(course), None);
}

#[test]
fn a_file_of_progress_that_cannot_be_used_is_put_aside_rather_than_replaced() {
    let home = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(home.path());
    let progress = CourseProgress { course: "x".to_owned(), done: 1, last: None };
    assert!(!CourseProgress::is_unusable(&paths), "there is none");
    progress.keep(&paths).expect("kept");
    assert!(!CourseProgress::is_unusable(&paths));
    let broken = "course = \"y\"\ndays-done = 9\nfoo = [\n";
    std::fs::write(paths.course_file(), broken).expect("a file");
    assert!(CourseProgress::is_unusable(&paths));
    progress.keep(&paths).expect("kept");
    assert_eq!(CourseProgress::load(&paths), Some(progress));
    let aside = std::fs::read_to_string(CourseProgress::aside(&paths)).expect("it is kept");
    assert_eq!(aside, broken);
}

#[test]
fn what_does_not_fit_in_the_file_of_progress_is_named_with_its_line_and_help() {
    let home = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(home.path());
    CourseProgress::start(&Courses::shipped()[0]).keep(&paths).expect("kept");
    for (text, told) in [
        ("days-done = 2\n", "1:1: error: the file of the course you follow needs `course` as well"),
        ("course = 3\n", "1:10: error: `course` should be text in quotes, and this is a number"),
        (
            "course = \"x\"\ndays-done = \"2\"\n",
            "2:13: error: `days-done` should be a whole number, and this is text",
        ),
        (
            "course = \"x\"\ndays-done = -1\n",
            "2:13: error: days that are done are counted from 0 on",
        ),
        (
            "course = \"x\"\nlast-day = 2026-11-28\n",
            "2:12: error: `last-day` should be text in quotes, and this is a date",
        ),
    ] {
        std::fs::write(paths.course_file(), text).expect("a file");
        let Err(ProgressFault::Misfit(problems)) = CourseProgress::read(&paths) else {
            panic!("{text} is read");
        };
        let said = problems[0].to_string();
        assert!(problems.len() == 1 && said.contains(told), "{said}");
    }
    let later = "course = \"x\"\ndays-done = 2\nmood = \"of a later version\"\n";
    std::fs::write(paths.course_file(), later).expect("a file");
    assert_eq!(CourseProgress::load(&paths).map(|it| it.done), Some(2));
}

#[test]
fn no_more_days_are_done_than_a_course_has() {
    let course = &Courses::shipped()[0];
    let progress = CourseProgress { done: 99, ..CourseProgress::start(course) };
    assert_eq!(progress.within(course).done, course.days.len());
    let progress = CourseProgress { done: 1, ..CourseProgress::start(course) };
    assert_eq!(progress.within(course).done, 1);
}

#[cfg(unix)]
#[test]
fn progress_is_written_through_a_link_to_what_is_not_there_yet() {
    let home = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(home.path());
    let (place, far) = (paths.course_file(), home.path().join("far.toml"));
    std::fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
    std::os::unix::fs::symlink(&far, &place).expect("a link");
    assert!(!CourseProgress::is_unusable(&paths), "there is none yet");
    let progress = CourseProgress::start(&Courses::shipped()[0]);
    progress.keep(&paths).expect("kept");
    assert!(place.is_symlink() && far.is_file() && !CourseProgress::aside(&paths).exists());
    assert_eq!(CourseProgress::load(&paths), Some(progress));
}

#[test]
fn progress_is_kept_for_its_person_alone_and_forgotten_without_a_trace() {
    let home = tempfile::tempdir().expect("a folder");
    let paths = Paths::under(home.path());
    assert_eq!(CourseProgress::load(&paths), None);
    let progress =
        CourseProgress { course: "x".to_owned(), done: 3, last: Some("2026-11-28".to_owned()) };
    progress.keep(&paths).expect("kept");
    assert_eq!(CourseProgress::load(&paths).as_ref(), Some(&progress));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(paths.course_file()).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert!(CourseProgress::forget(&paths).expect("erased"));
    assert_eq!(CourseProgress::load(&paths), None);
}

#[test]
fn a_course_is_found_by_what_it_is_for_and_nothing_is_found_by_other_words() {
    let courses = Courses::shipped();
    let ids = |typed: &str| -> Vec<&str> {
        courses.search(typed).into_iter().map(|course| courses[course].id.as_str()).collect()
    };
    assert_eq!(ids("desk neck course").first(), Some(&"desk-neck"));
    assert_eq!(ids("jaw").first(), Some(&"a-jaw-that-lets-go"));
    assert_eq!(ids("course").len(), courses.len());
    for typed in ["", "sauna"] {
        assert_eq!(ids(typed), [""; 0], "{typed}");
    }
}

#[test]
fn a_course_of_ones_own_takes_the_place_of_the_one_of_its_id_and_is_found_like_any() {
    let own = |id: &str| read_course(id, "two.toml", COURSE, |_| true).expect("a course");
    let both = Courses::with_own(vec![own("two"), own("desk-neck")]);
    assert_eq!(both.len(), Courses::shipped().len() + 1);
    assert_eq!(both.named("desk-neck").map(|course| course.days.len()), Some(2));
    let found = both.search("two evenings");
    assert_eq!(found.first().map(|course| both[*course].title.as_str()), Some("Two evenings"));
    assert!(read_course("two", "two.toml", COURSE, |_| false).is_err());
}
