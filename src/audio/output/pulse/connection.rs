//! The connection to a PulseAudio server: one half reads, the other writes.

use std::env;
use std::ffi::CString;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use pulseaudio::protocol::{
    self, AuthParams, AuthReply, Command, CommandReply, DESCRIPTOR_SIZE, Descriptor,
    DescriptorFlags, MAX_VERSION, Prop, Props, ProtocolError, ServerInfo, SetClientNameReply,
    TagStructReader,
};

use super::problem::PulseProblem;
use super::server::{Candidate, PulseSurroundings, ServerOrigin, Servers, Tried};
use crate::files;
use crate::synthesis::StereoFrame;

/// How long a server may take for each answer while the connection is made.
const ANSWER_LIMIT: Duration = Duration::from_secs(1);
/// How long a stream may be without a word before the server is asked whether it is still there.
const QUIET_LIMIT: Duration = Duration::from_secs(3);
/// No message to a stream is larger. A larger one means that we have lost the thread.
const LARGEST_MESSAGE: u32 = 1024 * 1024;
/// The length of every cookie, in bytes.
const COOKIE_LENGTH: usize = 256;
/// The bytes of a frame: two samples.
const FRAME_BYTES: usize = 2 * size_of::<f32>();
/// No number of a machine is longer, in bytes.
const MACHINE_ID_BYTES: u64 = 256;
/// The channel number of commands; other channels carry samples.
const COMMANDS: u32 = u32::MAX;

/// The half that reads messages.
pub(super) struct PulseReader {
    socket: BufReader<UnixStream>,
    version: u16,
}

/// The half that writes commands and samples.
pub(super) struct PulseWriter {
    socket: UnixStream,
    version: u16,
    sequence: u32,
    bytes: Vec<u8>,
    pub(super) is_resting: bool,
}

/// A message from the server.
pub(super) struct ServerMessage {
    pub(super) sequence: u32,
    pub(super) command: Command,
    /// What follows the command: the content of a reply.
    content: Vec<u8>,
    version: u16,
}

/// A connection to the first server that let one in.
pub(super) struct Connected {
    pub(super) reader: PulseReader,
    pub(super) writer: PulseWriter,
    /// What the server says of itself.
    pub(super) info: ServerInfo,
    /// How the server is named, and by what.
    pub(super) name: String,
    pub(super) origin: ServerOrigin,
    /// Those before it.
    pub(super) tried: Tried,
}

/// Tries one server after the other, as `client.conf` and the environment name them, until one lets
/// the program in, within [`ANSWER_LIMIT`] for each answer.
///
/// # Errors
/// What names the servers, and what became of each.
pub(super) fn connect(chosen: Option<&str>) -> Result<Connected, (ServerOrigin, Tried)> {
    let surroundings = surroundings();
    let Servers { origin, candidates } = surroundings.servers(chosen);
    let mut tried = Tried::default();
    for Candidate { name, socket } in candidates {
        let socket = socket.map_err(PulseProblem::PassedOver);
        match socket.and_then(|path| enter(&path, cookie(surroundings.cookie_file()))) {
            Ok((reader, writer, info)) => {
                return Ok(Connected { reader, writer, info, name, origin, tried });
            }
            Err(problem) => tried.0.push((name, problem.when_asked())),
        }
    }
    Err((origin, tried))
}

fn surroundings() -> PulseSurroundings<fn(&str) -> Option<String>> {
    let read = |path: &str| files::read_text(Path::new(path), MACHINE_ID_BYTES).ok();
    let machine = read("/etc/machine-id").or_else(|| read("/var/lib/dbus/machine-id"));
    PulseSurroundings {
        variable: |name| env::var(name).ok().filter(|value| !value.is_empty()),
        user: rustix::process::getuid().as_raw(),
        machine: machine.map(|id| id.trim().to_owned()),
        shared: PathBuf::from("/etc/pulse"),
    }
}

/// Connects, introduces the program, and asks who is there.
fn enter(
    path: &Path,
    cookie: Vec<u8>,
) -> Result<(PulseReader, PulseWriter, ServerInfo), PulseProblem> {
    let socket = UnixStream::connect(path)?;
    socket.set_read_timeout(Some(ANSWER_LIMIT))?;
    socket.set_write_timeout(Some(ANSWER_LIMIT))?;
    let listening = BufReader::with_capacity(4 * 1024, socket.try_clone()?);
    let mut reader = PulseReader { socket: listening, version: MAX_VERSION };
    let mut writer = PulseWriter {
        socket,
        version: MAX_VERSION,
        sequence: 0,
        bytes: Vec::new(),
        is_resting: false,
    };
    let auth = Command::Auth(AuthParams {
        version: MAX_VERSION,
        supports_shm: false,
        supports_memfd: false,
        cookie,
    });
    let reply: AuthReply = ask(&mut reader, &mut writer, &auth)?;
    let version = reply.version.min(MAX_VERSION);
    (reader.version, writer.version) = (version, version);
    let name = Command::SetClientName(own_props());
    let _: SetClientNameReply = ask(&mut reader, &mut writer, &name)?;
    let info = ask(&mut reader, &mut writer, &Command::GetServerInfo)?;
    Ok((reader, writer, info))
}

/// What shows a server that we are the same person. Servers that know us by the socket do not need
/// it, but hang up on any other length.
fn cookie(named: Option<PathBuf>) -> Vec<u8> {
    let by_variable = env::var_os("PULSE_COOKIE").map(PathBuf::from);
    let path = by_variable.or(named).or_else(pulseaudio::cookie_path_from_env);
    let found = path.and_then(|path| files::read_beginning(&path, COOKIE_LENGTH as u64).ok());
    let mut cookie = found.unwrap_or_default();
    cookie.resize(COOKIE_LENGTH, 0);
    cookie
}

fn own_props() -> Props {
    let mut props = Props::new();
    props.set(Prop::ApplicationName, c"Unclench");
    if let Ok(process) = CString::new(std::process::id().to_string()) {
        props.set(Prop::ApplicationProcessId, process);
    }
    props
}

/// Asks, and waits for the answer. Whatever else the server says meanwhile is passed over.
pub(super) fn ask<R: CommandReply>(
    reader: &mut PulseReader,
    writer: &mut PulseWriter,
    request: &Command,
) -> Result<R, PulseProblem> {
    let sequence = writer.send(request)?;
    loop {
        let message = reader.read()?;
        if message.sequence != sequence {
            continue;
        }
        return match &message.command {
            Command::Reply => message.read_reply(),
            Command::Error(error) => Err(PulseProblem::Refused(*error)),
            other => {
                Err(ProtocolError::Invalid(format!("expected an answer, got {other:?}")).into())
            }
        };
    }
}

impl PulseReader {
    /// From now on the server may be silent for a while.
    pub(super) fn allow_pauses(&self) -> Result<(), PulseProblem> {
        Ok(self.socket.get_ref().set_read_timeout(Some(QUIET_LIMIT))?)
    }

    /// Waits for the next message. If there is none for long, the error is of the kind
    /// `WouldBlock`, and listening can go on.
    pub(super) fn read(&mut self) -> Result<ServerMessage, PulseProblem> {
        loop {
            if self.socket.fill_buf()?.is_empty() {
                return Err(PulseProblem::Ended);
            }
            let Descriptor { length, channel, .. } = protocol::read_descriptor(&mut self.socket)?;
            if length > LARGEST_MESSAGE {
                let what = format!("a message of {length} bytes");
                return Err(ProtocolError::Invalid(what).into());
            }
            let mut message = vec![0; length as usize];
            self.socket.read_exact(&mut message)?;
            if channel == COMMANDS {
                return ServerMessage::open(message, self.version);
            }
        }
    }
}

impl ServerMessage {
    fn open(mut message: Vec<u8>, version: u16) -> Result<Self, PulseProblem> {
        let mut cursor = Cursor::new(&message);
        let (sequence, command) = Command::read_tag_prefixed(&mut cursor, version)?;
        let read = cursor.position() as usize;
        message.drain(..read);
        Ok(Self { sequence, command, content: message, version })
    }

    pub(super) fn read_reply<R: CommandReply>(&self) -> Result<R, PulseProblem> {
        let mut content = self.content.as_slice();
        Ok(R::read(&mut TagStructReader::new(&mut content, self.version), self.version)?)
    }
}

impl PulseWriter {
    /// Sends a command and returns the number its answer will bear.
    pub(super) fn send(&mut self, command: &Command) -> Result<u32, PulseProblem> {
        let sequence = self.sequence;
        self.sequence = self.sequence.wrapping_add(1);
        protocol::write_command_message(&mut self.socket, sequence, command, self.version)?;
        Ok(sequence)
    }

    /// Sends frames for a stream, in one piece: left and right in turn.
    pub(super) fn send_frames(
        &mut self,
        channel: u32,
        frames: &[StereoFrame],
    ) -> Result<(), PulseProblem> {
        if frames.is_empty() {
            return Ok(());
        }
        let mut header = [0; DESCRIPTOR_SIZE];
        let length = (frames.len() * FRAME_BYTES) as u32;
        let flags = DescriptorFlags::empty();
        protocol::encode_descriptor(&mut header, &Descriptor { length, channel, offset: 0, flags });
        self.bytes.resize(DESCRIPTOR_SIZE + length as usize, 0);
        let (front, content) = self.bytes.split_at_mut(DESCRIPTOR_SIZE);
        front.copy_from_slice(&header);
        for (bytes, frame) in content.chunks_exact_mut(FRAME_BYTES).zip(frames) {
            let (left, right) = bytes.split_at_mut(FRAME_BYTES / 2);
            left.copy_from_slice(&frame.left.to_le_bytes());
            right.copy_from_slice(&frame.right.to_le_bytes());
        }
        Ok(self.socket.write_all(&self.bytes)?)
    }

    /// Closes the connection; the reader sees its end.
    pub(super) fn close(&self) {
        // It may be closed already.
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}
