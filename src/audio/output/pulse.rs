//! The PulseAudio output: one stream, fed when the server asks, timed by what the server reports.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{
    ChannelMap, Command, CorkStreamParams, CreatePlaybackStreamReply, LatencyParams,
    PlaybackLatency, PlaybackStreamParams, Prop, Props, SampleFormat, SampleSpec,
};

use crate::audio::output::{StreamContext, StreamHandle};
use crate::mixer::Scheduler;
use crate::synthesis::{SAMPLE_RATE, StereoFrame};

mod client_conf;
mod connection;
mod problem;
mod server;

use connection::{Connected, PulseReader, PulseWriter, ServerMessage};
use problem::PulseProblem;
use server::ServerOrigin;

const CHANNELS: u8 = 2;
const BYTES_PER_FRAME: u32 = 4 * CHANNELS as u32;
/// How far ahead of the ear samples are handed over. Cues are known 250 ms ahead, so this must be
/// well below; and well above what a busy machine may keep this thread waiting.
const BUFFER_MS: u32 = 160;
/// How much silence is sent before the output rests. What the server still holds then is heard when
/// it goes on: a sound that was cut off, if nothing was sent behind it.
const SILENCE_MS: u32 = 2 * BUFFER_MS;
/// The server asks for at least this much at once, so that this thread wakes seldom.
const REQUEST_MS: u32 = 50;
/// How often the server is asked where in the stream it is.
const TIMING_EVERY: Duration = Duration::from_secs(1);

/// Plays until the server is gone, and says why it is.
pub(super) fn play(context: &StreamContext) -> String {
    let Err(problem) = PulseStream::open(context).and_then(|mut stream| stream.run());
    problem.to_string()
}

/// Says which server there is, what names it, and which were tried before.
pub(super) fn probe(server: Option<&str>) -> String {
    let (first, tried) = match connection::connect(server) {
        Ok(connected) => {
            let Connected { info, name, origin, tried, .. } = connected;
            let about = server::describe(&info);
            let place = match origin {
                ServerOrigin::Chosen => String::new(),
                ServerOrigin::Usual => format!("\nat {name}, {origin}"),
                _ => format!("\nat {name}, from {origin}"),
            };
            (format!("pulse: {about}{place}"), tried.told())
        }
        Err((origin, tried)) => {
            let told = tried.told();
            (format!("none: {}", tried.into_problem(&origin)), told)
        }
    };
    tried.map_or(first.clone(), |tried| format!("{first}\n{tried}"))
}

struct PulseStream<'a> {
    context: &'a StreamContext,
    reader: PulseReader,
    shared: Arc<PulseShared>,
    channel: u32,
    frames: Vec<StereoFrame>,
    /// The request about timing that is open, and what was true when it was asked.
    request: Option<TimingRequest>,
    next_request: Duration,
    /// How much silence was sent since all has rung out, in bytes.
    silent_bytes: u32,
}

/// What the sound thread and the thread of the output both use.
struct PulseShared {
    writer: Mutex<PulseWriter>,
    channel: u32,
    scheduler: Arc<Mutex<Scheduler>>,
}

struct TimingRequest {
    sequence: u32,
    asked: Duration,
    frame: u64,
}

impl<'a> PulseStream<'a> {
    fn open(context: &'a StreamContext) -> Result<Self, PulseProblem> {
        let connected = connection::connect(context.server.as_deref());
        let connected = connected.map_err(|(origin, tried)| tried.into_problem(&origin))?;
        let Connected { mut reader, mut writer, info, .. } = connected;
        lock(&context.scheduler).begin_output((context.clock)());
        let create = Command::CreatePlaybackStream(stream_params());
        let created: CreatePlaybackStreamReply =
            connection::ask(&mut reader, &mut writer, &create)?;
        reader.allow_pauses()?;
        let shared = Arc::new(PulseShared {
            writer: Mutex::new(writer),
            channel: created.channel,
            scheduler: Arc::clone(&context.scheduler),
        });
        let mut stream = Self {
            context,
            reader,
            channel: created.channel,
            shared: Arc::clone(&shared),
            frames: Vec::new(),
            request: None,
            next_request: Duration::ZERO,
            silent_bytes: 0,
        };
        stream.send_requested(created.requested_bytes)?;
        context.ready(server::describe(&info), Box::new(PulseHandle(shared)));
        Ok(stream)
    }

    fn run(&mut self) -> Result<Infallible, PulseProblem> {
        let mut was_quiet = false;
        loop {
            let message = match self.reader.read() {
                Ok(message) => message,
                Err(PulseProblem::Io(error)) if error.kind() == ErrorKind::WouldBlock => {
                    // A resting server says nothing. One that does not even answer has hung.
                    if was_quiet {
                        return Err(PulseProblem::Silent);
                    }
                    was_quiet = true;
                    self.request_timing()?;
                    continue;
                }
                Err(problem) => return Err(problem),
            };
            was_quiet = false;
            self.handle(&message)?;
        }
    }

    fn handle(&mut self, message: &ServerMessage) -> Result<(), PulseProblem> {
        match &message.command {
            Command::Request(request) if request.channel == self.channel => {
                self.send_requested(request.length)?;
            }
            Command::Started(_) => self.request_timing()?,
            Command::Reply => self.apply_timing(message)?,
            Command::PlaybackStreamMoved(_)
            | Command::PlaybackStreamSuspended(_)
            | Command::Underflow(_) => {
                lock(&self.context.scheduler).playhead().forget();
                self.request_timing()?;
            }
            Command::PlaybackStreamKilled(_) => return Err(PulseProblem::DeviceRemoved),
            _ => {}
        }
        Ok(())
    }

    /// Renders what the server asks for and sends it.
    fn send_requested(&mut self, requested: u32) -> Result<(), PulseProblem> {
        self.frames.resize((requested / BYTES_PER_FRAME) as usize, StereoFrame::SILENT);
        let (may_rest, is_placed) = {
            let mut scheduler = lock(&self.context.scheduler);
            scheduler.render(&mut self.frames);
            (scheduler.may_rest(), scheduler.playhead().is_known())
        };
        lock(&self.shared.writer).send_frames(self.channel, &self.frames)?;
        self.silent_bytes = if may_rest { self.silent_bytes.saturating_add(requested) } else { 0 };
        if self.silent_bytes >= bytes(SILENCE_MS) {
            self.shared.rest()?;
        } else if !is_placed || (self.context.clock)() >= self.next_request {
            self.request_timing()?;
        }
        Ok(())
    }

    fn request_timing(&mut self) -> Result<(), PulseProblem> {
        let asked = (self.context.clock)();
        self.next_request = asked + TIMING_EVERY;
        let frame = lock(&self.context.scheduler).mixer().position();
        // The server only hands the time back, so any will do.
        let now = SystemTime::UNIX_EPOCH;
        let request = Command::GetPlaybackLatency(LatencyParams { channel: self.channel, now });
        let sequence = lock(&self.shared.writer).send(&request)?;
        self.request = Some(TimingRequest { sequence, asked, frame });
        Ok(())
    }

    fn apply_timing(&mut self, message: &ServerMessage) -> Result<(), PulseProblem> {
        let Some(request) = self.request.take_if(|it| it.sequence == message.sequence) else {
            return Ok(());
        };
        let timing: PlaybackLatency = message.read_reply()?;
        if !timing.playing {
            return Ok(());
        }
        let doubt = (self.context.clock)().saturating_sub(request.asked) / 2;
        let buffered = (timing.write_offset - timing.read_offset).max(0) as f64
            / f64::from(BYTES_PER_FRAME * SAMPLE_RATE);
        let latency = Duration::from_secs_f64(buffered) + Duration::from_micros(timing.sink_usec);
        let heard = request.asked + doubt + latency;
        lock(&self.context.scheduler).playhead().observe(request.frame, heard, doubt);
        Ok(())
    }
}

impl PulseShared {
    /// Lets the server stop asking, unless something was called for in the meantime.
    fn rest(&self) -> Result<(), PulseProblem> {
        let mut writer = lock(&self.writer);
        if lock(&self.scheduler).may_rest() && !writer.is_resting {
            writer.send(&self.cork(true))?;
            writer.is_resting = true;
            lock(&self.scheduler).playhead().forget();
        }
        Ok(())
    }

    fn cork(&self, cork: bool) -> Command {
        Command::CorkPlaybackStream(CorkStreamParams { channel: self.channel, cork })
    }
}

/// The connection, in the hands of the sound thread.
struct PulseHandle(Arc<PulseShared>);

impl StreamHandle for PulseHandle {
    fn wake(&self) {
        let mut writer = lock(&self.0.writer);
        if writer.is_resting {
            writer.is_resting = false;
            lock(&self.0.scheduler).playhead().forget();
            // If the server is gone, the thread that listens to it will say so.
            let _ = writer.send(&self.0.cork(false));
        }
    }
}

impl Drop for PulseHandle {
    fn drop(&mut self) {
        lock(&self.0.writer).close();
    }
}

/// How many bytes so many milliseconds are.
fn bytes(millis: u32) -> u32 {
    millis * SAMPLE_RATE / 1_000 * BYTES_PER_FRAME
}

fn stream_params() -> PlaybackStreamParams {
    let mut props = Props::new();
    props.set(Prop::MediaName, c"Guided session");
    PlaybackStreamParams {
        sample_spec: SampleSpec {
            format: SampleFormat::Float32Le,
            channels: CHANNELS,
            sample_rate: SAMPLE_RATE,
        },
        channel_map: ChannelMap::stereo(),
        buffer_attr: BufferAttr {
            target_length: bytes(BUFFER_MS),
            minimum_request_length: bytes(REQUEST_MS),
            ..BufferAttr::default()
        },
        flags: StreamFlags { adjust_latency: true, ..StreamFlags::default() },
        props,
        ..PlaybackStreamParams::default()
    }
}

/// A thread that panicked must not take the sound with it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
