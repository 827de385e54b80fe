//! A plan from the command line: shown, kept, played.

#[cfg(unix)]
use std::fs;
use std::io::{BufRead as _, BufReader};
#[cfg(unix)]
use std::os::unix::fs::symlink;
#[cfg(unix)]
use std::process::Command;
use std::process::Stdio;

use super::harness::Test;

const ASKED: &str =
    "plan --minutes 12 --region neck --region jaw --goal stress --setting desk --tool ball";

#[test]
fn a_plan_is_shown_with_the_reason_for_each_step() {
    insta::assert_snapshot!(Test::new().args(ASKED).stdout());
}

#[test]
fn several_places_and_tools_may_be_named_with_commas_between_them() {
    let plan = |words: &str| Test::new().args(&format!("plan --json {words}")).stdout();
    let apart = plan("--region neck --region jaw=2 --tool ball --tool roller");
    assert_eq!(plan("--region neck,jaw=2 --tool ball,roller"), apart);
    let told = Test::new().args("plan --region jaw,nek").failure(2);
    assert!(told.contains("did you mean `neck`?"), "{told}");
}

#[test]
fn a_plan_that_is_kept_is_a_good_session_of_ones_own() {
    let test = Test::new();
    let kept = test.again(&format!("{ASKED} --save noon")).stdout();
    assert!(kept.contains("unclench play noon"), "{kept}");
    test.again("check --strict .local/share/unclench/sessions/noon.toml").stdout();
    let shown = test.again("show noon").stdout();
    assert!(shown.contains("12 min"), "{shown}");
    let refused = test.again(&format!("{ASKED} --save noon")).failure(1);
    assert!(refused.contains("--force"), "{refused}");
    test.again(&format!("{ASKED} --variety 1 --save noon --force")).stdout();
}

#[test]
fn a_plan_takes_the_place_of_a_built_in_session_only_where_that_is_asked_for() {
    let test = Test::new();
    let refused = test.again(&format!("{ASKED} --save feet")).failure(1);
    let refused = refused.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(refused.contains("feet is a session that is built in"), "{refused}");
    assert!(refused.contains("choose another name, or replace it with `--force`"), "{refused}");
    assert!(!test.again("show feet").stdout().contains("12 min"));
    test.again(&format!("{ASKED} --save feet --force")).stdout();
    assert!(test.again("show feet").stdout().contains("12 min"));
}

#[test]
#[cfg(unix)]
fn a_plan_is_not_kept_where_there_is_no_folder_and_what_is_there_is_named() {
    let test = Test::new();
    let sessions = test.home().join(".local/share/unclench/sessions");
    fs::create_dir_all(sessions.parent().expect("a folder")).expect("a folder");
    let pipe = |place| assert!(Command::new("mkfifo").arg(place).status().is_ok());
    let make: [(&dyn Fn(), &str); 5] = [
        (&|| fs::write(&sessions, "x").expect("a file"), "is a file, not a folder"),
        (&|| pipe(&sessions), "is a pipe or a device, not a folder"),
        (&|| symlink("/dev/null", &sessions).expect("a link"), "is a pipe or a device"),
        (&|| symlink(&sessions, &sessions).expect("a link"), "leads back to itself"),
        (&|| symlink("nowhere", &sessions).expect("a link"), "is a link to what is not there"),
    ];
    for (made, why) in make {
        made();
        for forced in ["", " --force"] {
            let told = test.again(&format!("{ASKED} --save noon{forced}")).failure(1);
            let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains("unclench/sessions` is a") && told.contains(why), "{told}");
            assert!(told.contains("make a folder in its place"), "{told}");
        }
        fs::remove_file(&sessions).expect("it can be removed");
    }
}

#[test]
#[cfg(unix)]
fn a_plan_is_not_kept_over_a_folder_or_a_pipe() {
    let test = Test::new().file(".local/share/unclench/sessions/noon.toml/x", "");
    let pipe = test.home().join(".local/share/unclench/sessions/pipe.toml");
    assert!(Command::new("mkfifo").arg(pipe).status().is_ok());
    for (name, why) in [("noon", "there is a folder of that name"), ("pipe", "is a pipe or")] {
        for forced in ["", " --force"] {
            let told = test.again(&format!("{ASKED} --save {name}{forced}")).failure(1);
            let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains(why) && !told.contains("--force"), "{told}");
        }
    }
}

#[test]
fn a_plan_that_was_kept_is_followed_by_another_one_and_its_number_gives_it_again() {
    let test = Test::new();
    let facts = |asked: &str| -> serde_json::Value {
        serde_json::from_str(&test.again(asked).stdout()).expect("JSON")
    };
    let first = facts(&format!("{ASKED} --json"));
    assert_eq!(first, facts(&format!("{ASKED} --json")), "it was only looked at");
    test.again(&format!("{ASKED} --save noon")).stdout();
    let second = facts(&format!("{ASKED} --json"));
    assert_ne!(first["file"], second["file"]);
    assert_eq!(first, facts(&format!("{ASKED} --variety {} --json", first["variety"])));
}

#[test]
fn a_length_out_of_reach_names_the_nearest_which_can_be_planned() {
    let report = Test::new().args("plan --minutes 1 --region jaw").failure(1);
    let minutes = report.split("--minutes ").nth(1).and_then(|rest| rest.split('`').next());
    let minutes = minutes.expect("the nearest length");
    Test::new().args(&format!("plan --minutes {minutes} --region jaw")).stdout();
}

#[test]
fn a_place_that_cannot_be_worked_there_is_told() {
    let shown = Test::new().args("plan --region belly --region jaw --setting desk").stdout();
    assert!(shown.contains("The belly cannot be reached well at a desk"), "{shown}");
    let report = Test::new().args("plan --region belly --setting desk").failure(1);
    assert!(report.contains("belly"), "{report}");
}

#[test]
fn a_plan_is_told_to_scripts_with_its_file() {
    let json = Test::new().args(&format!("{ASKED} --json")).stdout();
    let facts: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(facts["millis"], 720_000);
    assert!(facts["file"].as_str().expect("a file").starts_with("format = 1\n"));
    let steps = facts["steps"].as_array().expect("steps");
    assert!(steps.iter().all(|step| !step["reason"].as_str().unwrap_or_default().is_empty()));
}

#[test]
fn a_plan_is_played_as_long_as_it_was_asked_for() {
    let test = Test::new().args("plan --minutes 4 --region temples --play --plain");
    let mut command = test.command();
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program can be started");
    let mut out = BufReader::new(child.stdout.take().expect("its output"));
    let mut first = String::new();
    out.read_line(&mut first).expect("a first line");
    drop(out);
    child.wait().expect("it ends with its reader");
    assert!(first.contains("emples") && first.contains("4 min"), "{first}");
}
