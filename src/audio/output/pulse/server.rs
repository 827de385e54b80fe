//! Where a PulseAudio server is, and what it says of itself.

use std::ffi::CString;
use std::path::PathBuf;

use pulseaudio::protocol::ServerInfo;

use super::problem::PulseProblem;

/// The socket of the server: the chosen one, or `PULSE_SERVER` if it is set, or else the first usual place that exists.
pub(super) fn socket_path(
    chosen: Option<&str>,
    variable: impl Fn(&str) -> Option<String>,
    user: u32,
) -> Result<PathBuf, PulseProblem> {
    let named = chosen.map(str::to_owned).or_else(|| variable("PULSE_SERVER"));
    if let Some(server) = named.filter(|server| !server.is_empty()) {
        return named_server(&server);
    }
    let below = |name: &str, path: &str| Some(PathBuf::from(variable(name)?).join(path));
    let usual = [
        below("PULSE_RUNTIME_PATH", "native"),
        below("XDG_RUNTIME_DIR", "pulse/native"),
        Some(PathBuf::from(format!("/run/user/{user}/pulse/native"))),
        Some(PathBuf::from("/run/pulse/native")),
    ];
    usual.into_iter().flatten().find(|path| path.exists()).ok_or(PulseProblem::NoServer)
}

/// `PULSE_SERVER` may list several servers, each with the machine it is for in braces.
fn named_server(servers: &str) -> Result<PathBuf, PulseProblem> {
    let local = servers.split_whitespace().find_map(|server| {
        let server = server.rsplit('}').next().unwrap_or(server);
        let path = server.strip_prefix("unix:").unwrap_or(server);
        path.starts_with('/').then(|| PathBuf::from(path))
    });
    local.ok_or_else(|| {
        PulseProblem::Remote(servers.chars().filter(|it| !it.is_control()).collect())
    })
}

/// For example `pulseaudio 16.1, to alsa_output.speakers`.
pub(super) fn describe(info: &ServerInfo) -> String {
    let text = |text: &Option<CString>, missing: &str| {
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
