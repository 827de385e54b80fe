//! The connection to a PulseAudio server: one half reads, the other writes.

use std::env;
use std::ffi::CString;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use pulseaudio::protocol::{
    self, AuthParams, AuthReply, Command, CommandReply, DESCRIPTOR_SIZE, Descriptor,
    DescriptorFlags, MAX_VERSION, Prop, Props, ProtocolError, SetClientNameReply, TagStructReader,
};

use super::problem::PulseProblem;
use super::server;
use crate::files;

/// How long a server may take for each answer while the connection is made.
const ANSWER_LIMIT: Duration = Duration::from_secs(1);
/// How long a stream may be without a word before the server is asked whether it is still there.
const QUIET_LIMIT: Duration = Duration::from_secs(3);
/// No message to a stream is larger. A larger one means that we have lost the thread.
const LARGEST_MESSAGE: u32 = 1024 * 1024;
/// The length of every cookie, in bytes.
const COOKIE_LENGTH: usize = 256;
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

/// Connects and introduces the program, within [`ANSWER_LIMIT`] for each answer.
pub(super) fn connect(server: Option<&str>) -> Result<(PulseReader, PulseWriter), PulseProblem> {
    let user = rustix::process::getuid().as_raw();
    let path = server::socket_path(server, |name| env::var(name).ok(), user)?;
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
        cookie: cookie(),
    });
    let reply: AuthReply = ask(&mut reader, &mut writer, &auth)?;
    let version = reply.version.min(MAX_VERSION);
    (reader.version, writer.version) = (version, version);
    let name = Command::SetClientName(own_props());
    let _: SetClientNameReply = ask(&mut reader, &mut writer, &name)?;
    Ok((reader, writer))
}

/// What shows a server that we are the same person. Servers that know us by the socket do not need
/// it, but hang up on any other length.
fn cookie() -> Vec<u8> {
    let found = pulseaudio::cookie_path_from_env()
        .and_then(|path| files::read_beginning(&path, COOKIE_LENGTH as u64).ok());
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

    /// Sends samples for a stream, in one piece.
    pub(super) fn send_samples(
        &mut self,
        channel: u32,
        samples: &[f32],
    ) -> Result<(), PulseProblem> {
        if samples.is_empty() {
            return Ok(());
        }
        let mut header = [0; DESCRIPTOR_SIZE];
        let length = size_of_val(samples) as u32;
        let flags = DescriptorFlags::empty();
        protocol::encode_descriptor(&mut header, &Descriptor { length, channel, offset: 0, flags });
        self.bytes.resize(DESCRIPTOR_SIZE + length as usize, 0);
        let (front, content) = self.bytes.split_at_mut(DESCRIPTOR_SIZE);
        front.copy_from_slice(&header);
        for (bytes, sample) in content.chunks_exact_mut(size_of::<f32>()).zip(samples) {
            bytes.copy_from_slice(&sample.to_le_bytes());
        }
        Ok(self.socket.write_all(&self.bytes)?)
    }

    /// Closes the connection; the reader sees its end.
    pub(super) fn close(&self) {
        // It may be closed already.
        let _ = self.socket.shutdown(Shutdown::Both);
    }
}
