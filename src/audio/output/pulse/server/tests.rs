//! Tests of where a server is looked for.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Candidate, PulseSurroundings, ServerOrigin, Servers, Tried};
use crate::audio::output::pulse::problem::{PassedOver, PulseProblem};

const MACHINE: &str = "4f1c";

/// The servers in these surroundings, with a home and a configuration of the machine in a folder.
fn servers(folder: &Path, chosen: Option<&str>, variables: &[(&str, &str)]) -> Servers {
    let home = folder.join("home").display().to_string();
    let surroundings = PulseSurroundings {
        variable: |name: &str| {
            let set = variables.iter().find(|(known, _)| *known == name);
            let set = set.map(|(_, value)| (*value).to_owned());
            set.or_else(|| (name == "HOME").then(|| home.clone()))
        },
        // A number that no account has, so that no real server of this machine is found.
        user: u32::MAX,
        machine: Some(MACHINE.to_owned()),
        shared: folder.join("etc"),
    };
    surroundings.servers(chosen)
}

/// The sockets that are tried.
fn paths(servers: &Servers) -> Vec<String> {
    let found = servers.candidates.iter().filter_map(|it| it.socket.as_ref().ok());
    found.map(|path| path.display().to_string()).collect()
}

fn named(value: &str) -> Servers {
    let folder = TempDir::new().unwrap();
    servers(folder.path(), None, &[("PULSE_SERVER", value)])
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

#[test]
fn a_server_is_read_in_every_spelling() {
    for name in ["unix:/run/x", "/run/x", "{4f1c}unix:/run/x", "{4f1c}/run/x", "  /run/x\n"] {
        assert_eq!(paths(&named(name)), ["/run/x"], "{name}");
    }
}

#[test]
fn all_servers_of_a_list_are_tried_in_their_order() {
    let servers = named("{4f1c}unix:/a tcp:far:4713  {0000}unix:/b\tunix:/c {4f1c}far");
    assert_eq!(paths(&servers), ["/a", "/c"]);
    let passed: Vec<(&str, PassedOver)> = servers
        .candidates
        .iter()
        .filter_map(|it| Some((it.name.as_str(), *it.socket.as_ref().err()?)))
        .collect();
    let remote = PassedOver::Remote;
    let wanted =
        [("tcp:far:4713", remote), ("{0000}unix:/b", PassedOver::OtherMachine), ("far", remote)];
    assert_eq!(passed, wanted);
}

#[test]
fn a_chosen_server_counts_more_than_the_variable_and_that_more_than_a_file() {
    let folder = TempDir::new().unwrap();
    let file = write(folder.path(), "etc/client.conf", "default-server = /from/file\n");
    let with = |chosen, variables: &[_]| {
        let servers = servers(folder.path(), chosen, variables);
        (servers.origin.clone(), paths(&servers).join(" "))
    };
    let variable = [("PULSE_SERVER", "/from/variable")];
    assert_eq!(with(Some("/chosen"), &variable), (ServerOrigin::Chosen, "/chosen".into()));
    assert_eq!(with(None, &variable), (ServerOrigin::Variable, "/from/variable".into()));
    assert_eq!(with(Some(""), &[]), (ServerOrigin::File(file), "/from/file".into()));
}

#[test]
fn the_persons_own_file_stands_for_that_of_the_machine() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "etc/client.conf", "default-server = /machine\n");
    let path = |variables: &[_]| paths(&servers(folder.path(), None, variables)).join(" ");
    assert_eq!(path(&[]), "/machine");
    write(folder.path(), "home/.pulse/client.conf", "default-server = /old\n");
    assert_eq!(path(&[]), "/old");
    write(folder.path(), "home/.config/pulse/client.conf", "default-server = /own\n");
    assert_eq!(path(&[]), "/own");
    let elsewhere = write(folder.path(), "elsewhere/pulse/client.conf", "default-server=/else");
    let config = folder.path().join("elsewhere").display().to_string();
    assert_eq!(path(&[("XDG_CONFIG_HOME", &config)]), "/else");
    let named = write(folder.path(), "named.conf", "default-server = /named /second\n");
    let named = named.display().to_string();
    assert_eq!(path(&[("PULSE_CLIENTCONFIG", &named)]), "/named /second");
    fs::remove_file(elsewhere).unwrap();
    assert_eq!(path(&[("XDG_CONFIG_HOME", &config)]), "/old", "the old place is looked at still");
}

#[test]
fn what_a_file_in_the_folder_beside_says_counts_more_and_can_take_it_back() {
    let folder = TempDir::new().unwrap();
    let path = || paths(&servers(folder.path(), None, &[])).join(" ");
    write(folder.path(), "etc/client.conf", "# default-server = /no\n; default-server = /no\n");
    assert_eq!(path(), "");
    write(folder.path(), "etc/client.conf.d/10.conf", "[x]\n  default-server=/ten  \n");
    write(folder.path(), "etc/client.conf.d/20.conf.bak", "default-server = /backup\n");
    assert_eq!(path(), "/ten");
    write(folder.path(), "etc/client.conf.d/30.conf", "default-server = /thirty\n");
    assert_eq!(path(), "/thirty");
    write(folder.path(), "etc/client.conf.d/40.conf", "default-server =\n");
    assert_eq!(path(), "");
}

#[test]
fn what_a_file_includes_counts_in_its_place() {
    let folder = TempDir::new().unwrap();
    let with = |text: &str| {
        write(folder.path(), "etc/client.conf", text);
        let servers = servers(folder.path(), None, &[]);
        (servers.origin.clone(), paths(&servers).join(" "))
    };
    let beside = write(folder.path(), "etc/beside.pa", "default-server = /beside /second\n");
    let far = write(folder.path(), "far/far.pa", "\t.include  nearer/near.pa\n");
    let near = write(folder.path(), "far/nearer/near.pa", "default-server = /near # mine; not\n");
    let of = |file: &Path, path: &str| (ServerOrigin::File(file.to_owned()), path.to_owned());
    assert_eq!(with("  .include beside.pa # a list\n"), of(&beside, "/beside /second"));
    let whole = format!("default-server = /first\n.include {}\n", far.display());
    assert_eq!(with(&whole), of(&near, "/near"));
    let last = folder.path().join("etc/client.conf");
    assert_eq!(with(&format!("{whole}default-server = /last;\n")), of(&last, "/last"));
    let nothing = (ServerOrigin::Usual, String::new());
    assert_eq!(with(".include client.conf\n.include nowhere\n.include /dev/zero\n"), nothing);
    write(folder.path(), "etc/client.conf.d/1.conf", ".include ../beside.pa\n");
    assert_eq!(with("").1, "/beside /second");
}

#[test]
fn where_nothing_is_named_every_usual_place_that_is_there_is_tried() {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "run/pulse/native", "");
    write(folder.path(), "home/.config/pulse/4f1c-runtime/native", "");
    let runtime = folder.path().join("run").display().to_string();
    let variables = [("PULSE_RUNTIME_PATH", "/nowhere"), ("XDG_RUNTIME_DIR", &runtime)];
    let servers = servers(folder.path(), None, &variables);
    let wanted = ["run/pulse/native", "home/.config/pulse/4f1c-runtime/native"];
    let wanted = wanted.map(|path| folder.path().join(path).display().to_string());
    assert_eq!((servers.origin.clone(), paths(&servers)), (ServerOrigin::Usual, wanted.into()));
}

#[test]
fn servers_on_other_machines_alone_are_declined_in_words() {
    let servers = named("tcp:far\u{1b}:4713 {0000}unix:/b");
    let tried = servers
        .candidates
        .into_iter()
        .map(|Candidate { name, socket }| (name, PulseProblem::PassedOver(socket.unwrap_err())));
    let problem = Tried(tried.collect()).into_problem(&servers.origin);
    assert_eq!(
        problem.to_string(),
        "PULSE_SERVER is `tcp:far:4713 {0000}unix:/b`, and only a server with a socket \
         file of this machine (unix:/path) can be used"
    );
}

#[test]
fn the_reason_is_the_first_that_says_more_than_that_nothing_is_there() {
    let tried = |problems: Vec<PulseProblem>| {
        let named = problems.into_iter().map(|problem| (String::new(), problem));
        Tried(named.collect()).into_problem(&ServerOrigin::Usual).to_string()
    };
    let nothing = "no PulseAudio or PipeWire server was found";
    assert_eq!(tried(Vec::new()), nothing);
    assert_eq!(tried(vec![PulseProblem::NoServer, PulseProblem::NoServer]), nothing);
    let remote = || PulseProblem::PassedOver(PassedOver::Remote);
    assert_eq!(tried(vec![remote(), PulseProblem::NoServer]), nothing);
    let silent = "the sound server does not answer";
    assert_eq!(tried(vec![PulseProblem::NoServer, PulseProblem::Silent, remote()]), silent);
    let timed_out = PulseProblem::Io(std::io::ErrorKind::WouldBlock.into());
    assert_eq!(tried(vec![timed_out.when_asked()]), silent);
}
