//! Tests of where a server is looked for.

use std::fs;

use super::socket_path;

fn path(chosen: Option<&str>, variables: &[(&str, &str)]) -> Result<String, String> {
    let variable = |name: &str| {
        variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    // A user number that no account has, so that no real server of this machine is found.
    socket_path(chosen, variable, u32::MAX)
        .map(|path| path.to_string_lossy().into_owned())
        .map_err(|problem| problem.to_string())
}

#[test]
fn the_named_server_is_used_in_every_spelling() {
    for name in ["unix:/run/x", "/run/x", "{4f1c}unix:/run/x", "tcp:far:4713 unix:/run/x"] {
        assert_eq!(path(None, &[("PULSE_SERVER", name)]), Ok("/run/x".into()));
    }
    assert_eq!(path(Some("unix:/a"), &[("PULSE_SERVER", "unix:/b")]), Ok("/a".into()));
}

#[test]
fn a_server_on_another_machine_is_declined_in_words() {
    assert_eq!(
        path(None, &[("PULSE_SERVER", "tcp:far\u{1b}:4713")]),
        Err("PULSE_SERVER is `tcp:far:4713`, and only a local server (unix:/path) can be used"
            .into())
    );
}

#[test]
fn the_usual_places_are_looked_at_in_turn() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("pulse")).unwrap();
    fs::write(folder.path().join("pulse/native"), "").unwrap();
    let runtime = folder.path().to_str().unwrap();
    let found = path(None, &[("PULSE_RUNTIME_PATH", "/nowhere"), ("XDG_RUNTIME_DIR", runtime)]);
    assert_eq!(found, Ok(format!("{runtime}/pulse/native")));
}
