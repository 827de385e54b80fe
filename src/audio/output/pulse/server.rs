//! Where PulseAudio servers may be, in the order in which they are to be tried, and what the one
//! that answers says of itself. As libpulse has it: `PULSE_SERVER`, else `client.conf`, else the
//! usual places; each may name several servers, and each of those the machine it is for.

use std::fmt;
use std::path::PathBuf;

use pulseaudio::protocol::ServerInfo;

use super::client_conf::ClientConf;
use super::problem::{PassedOver, PulseProblem};

/// What is known of this machine and the person's environment.
pub(super) struct PulseSurroundings<V> {
    /// A variable of the environment, empty ones left out.
    pub(super) variable: V,
    /// The number of the person's account.
    pub(super) user: u32,
    /// What `{…}` before the name of a server has to be.
    pub(super) machine: Option<String>,
    /// Where the configuration of the whole machine lies: `/etc/pulse`.
    pub(super) shared: PathBuf,
}

/// The servers to try, and what names them.
#[derive(Debug)]
pub(super) struct Servers {
    pub(super) origin: ServerOrigin,
    pub(super) candidates: Vec<Candidate>,
}

/// What names the servers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ServerOrigin {
    /// The caller.
    Chosen,
    /// `PULSE_SERVER`.
    Variable,
    /// `default-server` in this file.
    File(PathBuf),
    /// Nothing: they are where such servers usually are.
    Usual,
}

/// A server that may be there.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// As it was named.
    pub(super) name: String,
    /// Its socket, or why it is not tried.
    pub(super) socket: Result<PathBuf, PassedOver>,
}

impl<V: Fn(&str) -> Option<String>> PulseSurroundings<V> {
    /// The servers in their order; `chosen` counts more than what the surroundings name.
    pub(super) fn servers(&self, chosen: Option<&str>) -> Servers {
        let (origin, named) = self.named(chosen);
        let candidates = match named {
            Some(named) => {
                named.split_whitespace().map(|name| Candidate::of(name, self.machine())).collect()
            }
            None => self.usual().filter(|path| path.exists()).map(Candidate::at).collect(),
        };
        Servers { origin, candidates }
    }

    /// The file that shows a server that we are the same person, where `client.conf` names one.
    pub(super) fn cookie_file(&self) -> Option<PathBuf> {
        ClientConf::read(&self.variable, &self.shared).cookie_file
    }

    fn machine(&self) -> Option<&str> {
        self.machine.as_deref()
    }

    fn named(&self, chosen: Option<&str>) -> (ServerOrigin, Option<String>) {
        let is_some = |named: &String| !named.trim().is_empty();
        if let Some(named) = chosen.map(str::to_owned).filter(is_some) {
            return (ServerOrigin::Chosen, Some(named));
        }
        if let Some(named) = (self.variable)("PULSE_SERVER").filter(is_some) {
            return (ServerOrigin::Variable, Some(named));
        }
        match ClientConf::read(&self.variable, &self.shared).server {
            Some((file, named)) => (ServerOrigin::File(file), Some(named)),
            None => (ServerOrigin::Usual, None),
        }
    }

    fn usual(&self) -> impl Iterator<Item = PathBuf> {
        let below = |name: &str, path: &str| Some(PathBuf::from((self.variable)(name)?).join(path));
        let runtime = self.machine.as_ref().map(|id| format!(".config/pulse/{id}-runtime/native"));
        let places = [
            below("PULSE_RUNTIME_PATH", "native"),
            below("XDG_RUNTIME_DIR", "pulse/native"),
            Some(PathBuf::from(format!("/run/user/{}/pulse/native", self.user))),
            runtime.and_then(|path| below("HOME", &path)),
            Some(PathBuf::from("/run/pulse/native")),
        ];
        let mut seen = Vec::new();
        places.into_iter().flatten().filter(move |path| {
            let is_new = !seen.contains(path);
            seen.push(path.clone());
            is_new
        })
    }
}

impl Candidate {
    /// Reads `unix:/path`, `/path`, `{machine}unix:/path`, or whatever else stands for a server.
    fn of(name: &str, machine: Option<&str>) -> Self {
        let (own, address) = match name.strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((meant, address)) => (machine == Some(meant), address),
            None => (true, name),
        };
        let path = address.strip_prefix("unix:").unwrap_or(address);
        let socket = match path.starts_with('/') {
            _ if !own => Err(PassedOver::OtherMachine),
            true => Ok(PathBuf::from(path)),
            false => Err(PassedOver::Remote),
        };
        // What is meant for another machine is told as it is written, which says why.
        let said = if own { address } else { name };
        let name = said.chars().filter(|it| !it.is_control()).collect();
        Self { name, socket }
    }

    fn at(path: PathBuf) -> Self {
        Self { name: path.to_string_lossy().into_owned(), socket: Ok(path) }
    }
}

impl fmt::Display for ServerOrigin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chosen => f.write_str("the chosen server"),
            Self::Variable => f.write_str("PULSE_SERVER"),
            Self::File(file) => write!(f, "default-server in {}", file.display()),
            Self::Usual => f.write_str("the usual place"),
        }
    }
}

/// What became of the servers that were tried before the one that answered, or of all.
#[derive(Debug, Default)]
pub(super) struct Tried(pub(super) Vec<(String, PulseProblem)>);

impl Tried {
    /// The one reason for a line: what is more than that nothing is there counts first.
    pub(super) fn into_problem(self, origin: &ServerOrigin) -> PulseProblem {
        let is_remote = |problem: &PulseProblem| matches!(problem, PulseProblem::PassedOver(_));
        if !self.0.is_empty() && self.0.iter().all(|(_, problem)| is_remote(problem)) {
            let names: Vec<String> = self.0.into_iter().map(|(name, _)| name).collect();
            return PulseProblem::NoLocal { origin: origin.to_string(), servers: names.join(" ") };
        }
        let mut problems = self.0.into_iter().map(|(_, problem)| problem);
        let matters =
            |it: &PulseProblem| !matches!(it, PulseProblem::NoServer | PulseProblem::PassedOver(_));
        problems.find(matters).unwrap_or(PulseProblem::NoServer)
    }

    /// A line for a report; `None` where none was tried.
    pub(super) fn told(&self) -> Option<String> {
        let tried: Vec<String> =
            self.0.iter().map(|(name, problem)| format!("{name}: {problem}")).collect();
        (!tried.is_empty()).then(|| format!("tried in vain: {}", tried.join("; ")))
    }
}

/// For example `pulseaudio 16.1, to alsa_output.speakers`.
pub(super) fn describe(info: &ServerInfo) -> String {
    let text = |text: &Option<std::ffi::CString>, missing: &str| {
        let text = text.as_ref().map(|it| it.to_string_lossy().into_owned());
        let text = text.unwrap_or_else(|| missing.to_owned());
        text.chars().filter(|it| !it.is_control()).collect::<String>()
    };
    format!(
        "{} {}, to {}",
        text(&info.server_name, "sound server"),
        text(&info.server_version, "of an unknown version"),
        text(&info.default_sink_name, "no device"),
    )
}

#[cfg(test)]
mod tests;
