//! The PulseAudio output: one stream, fed when the server asks, timed by what the server reports.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use pulseaudio::protocol::stream::{BufferAttr, StreamFlags};
use pulseaudio::protocol::{
    ChannelMap, Command, CorkStreamParams, CreatePlaybackStreamReply, LatencyParams,
    PlaybackLatency, PlaybackStreamParams, Prop, Props, SampleFormat, SampleSpec, ServerInfo,
};

use crate::audio::SAMPLE_RATE;
use crate::audio::desk::Desk;
use crate::audio::output::{Feed, Lifeline};

mod link;
mod problem;
mod server;

use link::{Ear, Mouth, Parcel};
use problem::PulseProblem;

const BYTES_PER_FRAME: u32 = 4;
/// How far ahead of the ear samples are handed over. Cues are known 250 ms ahead, so this must be
/// well below; and well above what a busy machine may keep this thread waiting.
const BUFFER_MS: u32 = 160;
/// The server asks for at least this much at once, so that this thread wakes seldom.
const REQUEST_MS: u32 = 50;
/// How often the server is asked where in the stream it is.
const TIMING_EVERY: Duration = Duration::from_secs(1);

/// Plays until the server is gone, and says why it is.
pub(super) fn play(feed: &Feed) -> String {
    let Err(problem) = Player::open(feed).and_then(|mut player| player.run());
    problem.to_string()
}

/// Says which server there is.
pub(super) fn probe(server: Option<&str>) -> String {
    let found = link::connect(server).and_then(|(mut ear, mut mouth)| {
        let info: ServerInfo = link::ask(&mut ear, &mut mouth, &Command::GetServerInfo)?;
        Ok(info)
    });
    match found {
        Ok(info) => format!("pulse: {}", server::describe(&info)),
        Err(problem) => format!("none: {problem}"),
    }
}

struct Player<'a> {
    feed: &'a Feed,
    ear: Ear,
    shared: Arc<Shared>,
    channel: u32,
    samples: Vec<f32>,
    /// The question about timing that is open, and what was true when it was asked.
    question: Option<Question>,
    next_question: Duration,
}

/// What the sound thread and the thread that feeds the server both use.
struct Shared {
    mouth: Mutex<Mouth>,
    channel: u32,
    desk: Arc<Mutex<Desk>>,
}

struct Question {
    sequence: u32,
    asked: Duration,
    frame: u64,
}

impl<'a> Player<'a> {
    fn open(feed: &'a Feed) -> Result<Self, PulseProblem> {
        let (mut ear, mut mouth) = link::connect(feed.server.as_deref())?;
        let info: ServerInfo = link::ask(&mut ear, &mut mouth, &Command::GetServerInfo)?;
        lock(&feed.desk).begin_output();
        let create = Command::CreatePlaybackStream(stream_params());
        let stream: CreatePlaybackStreamReply = link::ask(&mut ear, &mut mouth, &create)?;
        ear.expect_pauses()?;
        let shared = Arc::new(Shared {
            mouth: Mutex::new(mouth),
            channel: stream.channel,
            desk: Arc::clone(&feed.desk),
        });
        let mut player = Self {
            feed,
            ear,
            channel: stream.channel,
            shared: Arc::clone(&shared),
            samples: Vec::new(),
            question: None,
            next_question: Duration::ZERO,
        };
        player.hand_over(stream.requested_bytes)?;
        feed.ready(server::describe(&info), Box::new(Line(shared)));
        Ok(player)
    }

    fn run(&mut self) -> Result<Infallible, PulseProblem> {
        let mut was_quiet = false;
        loop {
            let parcel = match self.ear.hear() {
                Ok(parcel) => parcel,
                Err(PulseProblem::Io(error)) if error.kind() == ErrorKind::WouldBlock => {
                    // A resting server says nothing. One that does not even answer has hung.
                    if was_quiet {
                        return Err(PulseProblem::Silent);
                    }
                    was_quiet = true;
                    self.ask_timing()?;
                    continue;
                }
                Err(problem) => return Err(problem),
            };
            was_quiet = false;
            self.take(&parcel)?;
        }
    }

    fn take(&mut self, parcel: &Parcel) -> Result<(), PulseProblem> {
        match &parcel.command {
            Command::Request(request) if request.channel == self.channel => {
                self.hand_over(request.length)?;
            }
            Command::Started(_) => self.ask_timing()?,
            Command::Reply => self.take_timing(parcel)?,
            Command::PlaybackStreamMoved(_)
            | Command::PlaybackStreamSuspended(_)
            | Command::Underflow(_) => {
                lock(&self.feed.desk).playhead().forget();
                self.ask_timing()?;
            }
            Command::PlaybackStreamKilled(_) => return Err(PulseProblem::DeviceRemoved),
            _ => {}
        }
        Ok(())
    }

    /// Renders what the server asks for and sends it.
    fn hand_over(&mut self, bytes: u32) -> Result<(), PulseProblem> {
        self.samples.resize((bytes / BYTES_PER_FRAME) as usize, 0.0);
        let (may_rest, is_placed) = {
            let mut desk = lock(&self.feed.desk);
            desk.render(&mut self.samples);
            (desk.may_rest(), desk.playhead().is_known())
        };
        lock(&self.shared.mouth).pass_samples(self.channel, &self.samples)?;
        if may_rest {
            self.shared.rest()?;
        } else if !is_placed || (self.feed.clock)() >= self.next_question {
            self.ask_timing()?;
        }
        Ok(())
    }

    fn ask_timing(&mut self) -> Result<(), PulseProblem> {
        let asked = (self.feed.clock)();
        self.next_question = asked + TIMING_EVERY;
        let frame = lock(&self.feed.desk).stage().position();
        // The server only hands the time back, so any will do.
        let now = SystemTime::UNIX_EPOCH;
        let question = Command::GetPlaybackLatency(LatencyParams { channel: self.channel, now });
        let sequence = lock(&self.shared.mouth).say(&question)?;
        self.question = Some(Question { sequence, asked, frame });
        Ok(())
    }

    fn take_timing(&mut self, parcel: &Parcel) -> Result<(), PulseProblem> {
        let Some(question) = self.question.take_if(|it| it.sequence == parcel.sequence) else {
            return Ok(());
        };
        let timing: PlaybackLatency = parcel.read_reply()?;
        if !timing.playing {
            return Ok(());
        }
        let doubt = (self.feed.clock)().saturating_sub(question.asked) / 2;
        let buffered = (timing.write_offset - timing.read_offset).max(0) as f64
            / f64::from(BYTES_PER_FRAME * SAMPLE_RATE);
        let latency = Duration::from_secs_f64(buffered) + Duration::from_micros(timing.sink_usec);
        let heard = question.asked + doubt + latency;
        lock(&self.feed.desk).playhead().observe(question.frame, heard, doubt);
        Ok(())
    }
}

impl Shared {
    /// Lets the server stop asking, unless something was called for in the meantime.
    fn rest(&self) -> Result<(), PulseProblem> {
        let mut mouth = lock(&self.mouth);
        if lock(&self.desk).may_rest() && !mouth.is_resting {
            mouth.say(&self.cork(true))?;
            mouth.is_resting = true;
        }
        Ok(())
    }

    fn cork(&self, cork: bool) -> Command {
        Command::CorkPlaybackStream(CorkStreamParams { channel: self.channel, cork })
    }
}

/// The connection, in the hands of the sound thread.
struct Line(Arc<Shared>);

impl Lifeline for Line {
    fn wake(&self) {
        let mut mouth = lock(&self.0.mouth);
        if mouth.is_resting {
            mouth.is_resting = false;
            lock(&self.0.desk).playhead().forget();
            // If the server is gone, the thread that listens to it will say so.
            let _ = mouth.say(&self.0.cork(false));
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        lock(&self.0.mouth).hang_up();
    }
}

fn stream_params() -> PlaybackStreamParams {
    let bytes = |millis: u32| millis * SAMPLE_RATE / 1_000 * BYTES_PER_FRAME;
    let mut props = Props::new();
    props.set(Prop::MediaName, c"Guided session");
    PlaybackStreamParams {
        sample_spec: SampleSpec {
            format: SampleFormat::Float32Le,
            channels: 1,
            sample_rate: SAMPLE_RATE,
        },
        channel_map: ChannelMap::mono(),
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
