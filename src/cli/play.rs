//! `play`, and opening the first screen.

use std::path::PathBuf;
use std::sync::Arc;

use super::arguments::{PlayArguments, PlaybackArguments};
use super::before::{self, Before};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::setup::Setup;
use super::text::one_line;
use super::{background, check_in, files, plain, who};
use crate::care::{ScreenedSession, screen};
use crate::choices::{Background, EngineChoice};
use crate::conductor::{self, Leaving, Options, Outcome, ReadAloud};
use crate::config::{Remembered, Settings, VoiceSettings};
use crate::files::{help_to_write, why_unwritten};
use crate::journal::CheckIn;
use crate::lengths::to_the_second;
use crate::player::{Levels, Player, Start};
use crate::session::Session;
use crate::timeline::{CannotFit, Timeline, Wish, prepare};
use crate::words::{Language, Message, Texts};

/// Opens the first screen.
pub(super) fn home(setup: Setup, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    if !has_a_screen(&setup, console) {
        let failure = Failure::usage(if console.out_is_terminal {
            "Unclench opens in a terminal that can place its letters, and TERM=dumb says that this \
             one cannot"
        } else {
            "Unclench opens in a terminal, and there is none here"
        });
        return Err(failure
            .help("`unclench play SESSION --plain` plays as plain lines")
            .help("`unclench list` shows the sessions")
            .into());
    }
    let background = background::background(&setup, None, console)?;
    let volume = volume(&setup, None);
    let notice = setup.notice();
    let options = Options { notice, ..options(setup, background, volume, false, None) };
    on_screen(options, console)
}

/// Plays a session by its name, or a file.
pub(super) fn play(
    wish: &PlayArguments,
    setup: Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let loaded = files::load(&setup.library(), &wish.session, console)?;
    let piece = ToPlay { id: &loaded.id, session: &loaded.session, file: loaded.path };
    perform(piece, &wish.playing, setup, console)
}

/// What is to be played.
pub(super) struct ToPlay<'a> {
    /// The name it is played by.
    pub(super) id: &'a str,
    pub(super) session: &'a Session,
    /// Its file, where it is one of the person's own.
    pub(super) file: Option<PathBuf>,
}

/// A session laid out and set up as it was asked for.
pub(super) struct Prepared {
    /// The session, made safe for the person.
    pub(super) session: ScreenedSession,
    pub(super) options: Options,
    /// The first line of a plain session.
    opening: Message,
    /// What the program says around the session.
    pub(super) texts: &'static Texts,
    /// It is played as plain lines.
    pub(super) is_plain: bool,
}

/// Plays a session the way it was asked for: on the whole screen, or as plain lines.
pub(super) fn perform(
    piece: ToPlay<'_>,
    wish: &PlaybackArguments,
    mut setup: Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    let mut before = Before::Known;
    if wish.plain || !has_a_screen(&setup, console) {
        let texts = around(&setup, piece.session);
        let read_aloud = |setup: &Setup| read_aloud(setup, wish, texts);
        before = before::ask(piece.session, &mut setup, texts, &read_aloud, console)?;
        if before == Before::Left {
            return Ok(Exit::Done);
        }
    }
    // Where something else comes first, nobody is asked for numbers.
    let asks_numbers = before != Before::Unanswered && !setup.today.is_urgent();
    let prepared = prepared(piece, wish, setup, console)?;
    let Prepared { session, options, opening, texts, is_plain } = prepared;
    if is_plain {
        let to_know = before::to_know(&session, before, texts);
        let said_before = if asks_numbers {
            check_in::ask(&session, &options, texts, console)?
        } else {
            CheckIn::default()
        };
        let options = Options { said_before, ..options };
        return plain::perform(options, &opening, &to_know, texts, console);
    }
    on_screen(options, console)
}

/// What is played, and how: the wishes of the command line, else the settings.
pub(super) fn prepared(
    ToPlay { id, session, file }: ToPlay<'_>,
    wish: &PlaybackArguments,
    mut setup: Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Prepared> {
    let background = background::background(&setup, wish.bed.as_deref(), console)?;
    setup.settings.sleep_timer = wish.sleep_timer.unwrap_or(setup.settings.sleep_timer);
    setup.settings.guidance = wish.guidance.unwrap_or(setup.settings.guidance);
    let usual = conductor::usual_wish(&setup.settings, &setup.surroundings, session, &background);
    let session = screen(session, &setup.person);
    let timeline = lay_out(
        &session,
        &Wish { length: wish.minutes.into(), first_side: setup.first_side(), ..usual },
    )?;
    if let Some(from) = wish.from.filter(|from| *from >= timeline.millis()) {
        return Err(past_the_end(&timeline, from).into());
    }
    let opening = opening(&timeline, wish.minutes);
    let texts = around(&setup, session.session());
    let player = Player::new(Arc::new(timeline))
        .with_speed(wish.speed.unwrap_or(1.0))
        .starting_within(wish.from.unwrap_or(0));
    setup.settings.channels = wish.channels.unwrap_or(setup.settings.channels);
    setup.settings.reduced_motion |= wish.reduced_motion;
    let is_plain = wish.plain || !has_a_screen(&setup, console);
    setup.settings.voice =
        who_speaks(&setup, wish.voice.as_deref(), &session.session().language, is_plain)?;
    let volume = volume(&setup, wish.volume);
    let play = Some((Start { id: id.to_owned(), player }, session.clone()));
    let options = Options { file, ..options(setup, background, volume, wish.mute, play) };
    Ok(Prepared { session, options, opening, texts, is_plain })
}

/// What the program says around a session: in the person's language, or in the session's.
fn around(setup: &Setup, session: &Session) -> &'static Texts {
    let language = setup.settings.language_of(&setup.surroundings);
    Texts::of(language.unwrap_or_else(|| Language::of_tag(&session.language)))
}

/// Opens the whole screen, and says afterwards what could not be kept.
fn on_screen(options: Options, console: &mut Console<'_>) -> anyhow::Result<Exit> {
    let Leaving { outcome, unkept } = conductor::run(options)?;
    if let Some(error) = unkept {
        let message = format!("the volumes could not be kept: {}", why_unwritten(&error));
        let help = help_to_write(&error);
        console.warn(&message, help.unwrap_or("`unclench doctor` looks at where they are kept"));
    }
    Ok(outcome.into())
}

/// Plain lines are read aloud by a screen reader, so Unclench speaks only where it is asked to.
fn who_speaks(
    setup: &Setup,
    asked: Option<&str>,
    language: &str,
    is_plain: bool,
) -> anyhow::Result<VoiceSettings> {
    let settings = who::spoken_by(asked, language, setup)?;
    Ok(if is_plain && asked.is_none() {
        VoiceSettings { engine: EngineChoice::None, ..settings }
    } else {
        settings
    })
}

/// The voice that reads aloud what is asked before plain lines, where one was asked for.
fn read_aloud(setup: &Setup, wish: &PlaybackArguments, texts: &Texts) -> Option<ReadAloud> {
    let volume = volume(setup, wish.volume);
    let language = texts.language().tag();
    // A voice that is not known is told once the session is prepared.
    let voice = who_speaks(setup, wish.voice.as_deref(), language, true).ok()?;
    let is_heard = voice.engine != EngineChoice::None && !wish.mute && volume > 0;
    let settings = Settings { voice, ..setup.settings.clone() };
    is_heard.then(|| ReadAloud::open(&settings, setup.paths.as_ref(), language, volume))
}

fn has_a_screen(setup: &Setup, console: &Console<'_>) -> bool {
    console.out_is_terminal && setup.surroundings.term != "dumb"
}

/// A session laid out as is wished.
pub(super) fn lay_out(session: &ScreenedSession, wish: &Wish) -> Result<Timeline, Failure> {
    prepare(session, wish).map_err(|error| cannot_fit(session.session(), error))
}

fn cannot_fit(session: &Session, error: CannotFit) -> Failure {
    let CannotFit { asked: target, shortest, longest } = error;
    let (title, asked) = (one_line(&session.title), to_the_second(target));
    let bounds = if shortest == longest {
        format!("always lasts {}", to_the_second(shortest))
    } else {
        format!("can last from {} to {}", to_the_second(shortest), to_the_second(longest))
    };
    let message = format!("“{title}” {bounds}, so {asked} cannot be kept");
    // In tenths of a minute, since people ask in minutes.
    let nearest = if target < shortest { shortest.div_ceil(6_000) } else { longest / 6_000 };
    let failure = Failure::new(message);
    if (shortest..=longest).contains(&(nearest * 6_000)) {
        let minutes = nearest as f64 / 10.0;
        failure.help(format!("`--minutes {minutes}` is the nearest it can do"))
    } else {
        failure.help("leave `--minutes` out to play it as it is")
    }
}

fn past_the_end(timeline: &Timeline, from: u64) -> Failure {
    let (whole, from) = (to_the_second(timeline.millis()), to_the_second(from));
    Failure::new(format!("`--from` {from} is past the end: this lasts {whole}"))
}

/// The first line of a plain session: what it is and how long it takes, and why that may be a
/// little less than was asked for.
fn opening(timeline: &Timeline, asked: Option<u64>) -> Message {
    let title = one_line(timeline.title());
    let millis = timeline.millis();
    let message = match asked {
        Some(asked) if to_the_second(asked) != to_the_second(millis) => {
            Message::new("lines-nearest").with("asked", to_the_second(asked))
        }
        _ => Message::new("lines-opening"),
    };
    message.with("title", title).with("length", to_the_second(millis))
}

/// The loudness asked for, or the last one, or the one that is set.
pub(super) fn volume(setup: &Setup, asked: Option<u8>) -> u8 {
    let remembered = || Remembered::load(setup.paths.as_ref()?).volume;
    asked.or_else(remembered).unwrap_or(setup.settings.volume)
}

fn options(
    setup: Setup,
    background: Background,
    volume: u8,
    muted: bool,
    play: Option<(Start, ScreenedSession)>,
) -> Options {
    Options {
        levels: Levels { volume, muted, mix: background::mix(&setup), background },
        settings: setup.settings,
        paths: setup.paths,
        surroundings: setup.surroundings,
        play,
        file: None,
        person: setup.person,
        today: setup.today,
        said_before: CheckIn::default(),
        notice: None,
    }
}

impl From<Outcome> for Exit {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::Done,
            Outcome::Interrupted(end) => Self::Interrupted(end),
        }
    }
}
