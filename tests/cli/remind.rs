//! Reminders on the command line.

use super::harness::Test;

#[test]
fn a_reminder_is_added_listed_exported_and_removed() {
    let test = Test::new().args("remind add break --every 90m --on weekdays --session desk-brisk");
    assert!(
        test.stdout().starts_with("break: weekdays, every 90 min, 09:00–18:00, desk-brisk; next ")
    );
    let said = test.again("remind goal 3").stdout();
    assert!(said.contains("nothing is counted against you"), "{said}");
    let listed = test.again("remind").stdout();
    assert!(listed.contains("break: weekdays") && listed.contains("About 3"), "{listed}");
    test.again("remind export breaks.ics").stdout();
    let calendar = std::fs::read_to_string(test.home().join("breaks.ics")).expect("a calendar");
    assert!(calendar.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR\r\n"));
    assert!(test.again("remind export breaks.ics").failure(1).contains("there already"));
    assert_eq!(test.again("remind remove Break").stdout(), "“break” is removed.\n");
    assert!(test.again("remind list").stdout().starts_with("There are no reminders."));
}

#[test]
fn what_is_wrong_with_a_reminder_is_said_with_help() {
    let test = Test::new().args("remind add break --every 90m");
    test.stdout();
    let twice = test.failure(1);
    let session = test.again("remind add b --at 12:00 --session desk-brsk").failure(1);
    let other = test.again("remind remove brak").failure(1);
    let time = test.again("remind add b --at noon").failure(2);
    let length = test.again("remind add b --every ９０m").failure(2);
    let file = Test::new()
        .file(".config/unclench/reminders.toml", "[[reminder]]\nname = \"a\"\nat = \"25:00\"\n")
        .args("remind list")
        .failure(1);
    insta::assert_snapshot!([twice, session, other, time, length, file].join("\n"));
}

#[test]
fn what_is_saved_is_saved_in_a_folder_that_is_there_whatever_saves_it() {
    let test = Test::new().args("remind add break --every 90m");
    test.stdout();
    for words in [
        "remind export nodir/x",
        "journal export -o nodir/x",
        "journal report -o nodir/x",
        "profile export -o nodir/x",
        "render feet -o nodir/x.wav",
    ] {
        let said = test.again(words).failure(1);
        assert!(said.contains("be written: its folder is not there\n"), "{words}: {said}");
        assert!(said.contains("help: the folder has to be there already\n"), "{words}: {said}");
        assert!(!test.home().join("nodir").exists(), "{words}");
    }
}

#[test]
fn a_reminder_that_does_not_fit_costs_no_other_and_nothing_of_it_is_lost() {
    let whole = "[[reminder]]\nname = \"whole\"\nat = \"9:00\"\ncolour = \"blue\"\n";
    let broken = format!("{whole}[[reminder]]\nname = \"broken\"\nat = 10\n");
    let place = ".config/unclench/reminders.toml";
    let test = Test::new().file(place, &broken).args("remind list");
    let answer = test.run();
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    assert!(answer.out.starts_with("whole: ") && !answer.out.contains("broken"), "{}", answer.out);
    assert!(answer.err.contains("write `at = \"10\"`"), "{}", answer.err);
    assert!(answer.err.contains("no `colour` in reminders here"), "{}", answer.err);
    for words in ["remind add b --at 12:00", "remind remove whole", "remind goal 3"] {
        assert!(test.again(words).failure(1).contains("nothing is changed in it before that"));
    }
    assert_eq!(std::fs::read_to_string(test.home().join(place)).expect("a text"), broken);
    let test = Test::new().file(place, whole).args("remind add b --at 12:00");
    test.stdout();
    let kept = std::fs::read_to_string(test.home().join(place)).expect("a text");
    assert!(kept.contains("colour = \"blue\"") && kept.contains("name = \"b\""), "{kept}");
}

#[test]
fn no_help_removes_a_reminder_of_another_name() {
    let test = Test::new().args("remind add x --every 90m --session feet");
    test.stdout();
    assert_eq!(
        test.again("remind add ../x --every 90m --session feet").failure(1),
        "error: “../x” differs from your reminder “x” only in signs\n\
         help: choose other letters or digits: names of files leave signs out\n"
    );
    assert_eq!(
        test.again("remind remove ../x").failure(1),
        "error: no reminder is called “../x”\nhelp: did you mean “x”?\n"
    );
    assert!(test.again("remind").stdout().starts_with("x: "));
}

#[cfg(target_os = "linux")]
#[test]
fn timers_are_put_in_place_and_taken_away_with_what_they_stand_for() {
    let test = Test::new().args("remind add break --every 90m");
    test.stdout();
    let answer = test.again("remind install").run();
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let folder = test.home().join(".config/systemd/user");
    let has = |ending: &str| folder.join(format!("unclench-reminder-break{ending}")).exists();
    assert!(has(".timer") && has(".service"));
    assert!(test.again("remind uninstall").stdout().starts_with("1 timer taken away"));
    assert!(!has(".timer") && !has(".service"));
    assert!(test.again("remind list").stdout().starts_with("break"));
}

#[test]
fn reminders_are_listed_in_the_language_of_the_person() {
    let test = Test::new().settings("language = \"de\"\n");
    let added =
        test.again("remind add break --at 12:30 --on mon,wed --session desk-brisk").stdout();
    assert!(added.starts_with("break: Mo Mi, 12:30, desk-brisk; das nächste Mal M"), "{added}");
    assert_eq!(test.again("remind remove break").stdout(), "„break“ ist entfernt.\n");
}
