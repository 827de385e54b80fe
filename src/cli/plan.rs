//! `plan`: a session made for a person; shown with its reasons, played, or kept.

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use serde::Serialize;

use super::arguments::{PlanArguments, PlaybackArguments};
use super::console::Console;
use super::exit::{Exit, Failure};
use super::list::write_json;
use super::play::{ToPlay, lay_out, perform};
use super::render::places::unwritable;
use super::setup::Setup;
use super::text::{fold, one_line, said};
use crate::care::{CaredFor, Profile, ScreenedSession, screen};
use crate::config::Remembered;
use crate::files::{refuse_stream, write_whole};
use crate::lengths::{millis_to_text, time_at, to_the_second};
use crate::library::Library;
use crate::planner::{self, CannotPlan, Plan, PlanRequest, WantedPlace};
use crate::session::Tool;
use crate::timeline::{Segment, Timeline, Wish};
use crate::words::{Message, Texts, upper_first};

/// Columns before a reason.
const INDENT: usize = 11;
/// How many others are looked at until one differs from the last.
const OTHERS: u32 = 8;

/// Makes a plan, and shows, plays or keeps it.
pub(super) fn plan(
    wish: &PlanArguments,
    mut setup: Setup,
    console: &mut Console<'_>,
) -> anyhow::Result<Exit> {
    // Who says that something is at hand has it, whatever was told before.
    if let Some(owned) = &mut setup.person.profile.tools {
        owned.extend(&wish.tools);
        *owned = once_each(owned);
    }
    let setup = setup;
    let library = setup.library();
    let texts = setup.report_texts();
    let asked = request(wish, &setup.person.profile);
    let made = |variety: u32| {
        let request = PlanRequest { variety: u64::from(variety), ..asked.clone() };
        planner::plan(&request, &setup.person, library.known_names())
    };
    let (variety, plan) = wish
        .variety
        .map_or_else(|| another(last_variety(&setup), &made), |variety| (variety, made(variety)));
    let plan = plan.map_err(|error| cannot(wish, error, &setup.person, texts))?;
    if let Some(name) = &wish.keeping.save {
        let place = keep(wish, name, &plan, (&setup, &library))?;
        let line = Message::new("plan-kept").with("file", said(&place)).with("name", name.as_str());
        writeln!(console.out, "{}", one_line(&texts.text(&line)))?;
        remember(variety, &setup);
        return Ok(Exit::Done);
    }
    if wish.play {
        remember(variety, &setup);
        let session = plan.told(&wish.tools, texts);
        let piece = ToPlay { id: "plan", session: &session, file: None };
        return perform(piece, &playing(wish), setup, console);
    }
    // At the pace that it was planned for.
    let screened = screen(&plan.session, &setup.person);
    let timeline = lay_out(&screened, &Wish::default())?;
    if wish.json {
        write_json(&PlanFacts::of((variety, &plan), &screened, &timeline, texts), console)?;
    } else {
        show((&plan, &wish.tools), &screened, &timeline, texts, console)?;
        let again = Message::new("plan-variety").with("variety", u64::from(variety));
        writeln!(console.out, "\n{}", one_line(&texts.text(&again)))?;
    }
    Ok(Exit::Done)
}

/// A plan that is not the one that was played or kept last, if there is another one.
fn another(
    last: Option<u32>,
    made: &dyn Fn(u32) -> Result<Plan, CannotPlan>,
) -> (u32, Result<Plan, CannotPlan>) {
    let Some(last) = last else { return (0, made(0)) };
    let before = made(last);
    for further in 1..=OTHERS {
        let variety = last.wrapping_add(further);
        let plan = made(variety);
        if plan != before {
            return (variety, plan);
        }
    }
    (last, before)
}

/// Which plan was played or kept last.
fn last_variety(setup: &Setup) -> Option<u32> {
    Remembered::load(setup.paths.as_ref()?).plan_variety
}

/// Keeps in mind which plan it was. Where nothing can be written, the next one may be the same.
fn remember(variety: u32, setup: &Setup) {
    if let Some(paths) = &setup.paths {
        let newer = Remembered { plan_variety: Some(variety), ..Remembered::default() };
        drop(Remembered::load(paths).renewed(&newer).save(paths));
    }
}

/// What is asked for; what is not, as the person has told it of themselves.
fn request(wish: &PlanArguments, profile: &Profile) -> PlanRequest {
    let mut places: Vec<WantedPlace> = Vec::new();
    for place in wish.regions.iter().flat_map(|places| &places.0) {
        match places.iter_mut().find(|known| known.region == place.region) {
            Some(known) => known.weight += place.weight,
            None => places.push(*place),
        }
    }
    let owned = profile.tools.clone().unwrap_or_default();
    let most_pressure = profile.pressure.map_or(wish.pressure, |most| most.clamp(1, wish.pressure));
    PlanRequest {
        millis: wish.minutes,
        places,
        goals: once_each(&wish.goals),
        setting: wish.setting,
        tools: if wish.tools.is_empty() { owned } else { once_each(&wish.tools) },
        technique: wish.technique,
        energy: wish.energy,
        most_pressure,
        variety: 0,
    }
}

fn once_each<T: Copy + PartialEq>(words: &[T]) -> Vec<T> {
    let mut once = Vec::new();
    for word in words {
        if !once.contains(word) {
            once.push(*word);
        }
    }
    once
}

fn cannot(wish: &PlanArguments, error: CannotPlan, person: &CaredFor, texts: &Texts) -> Failure {
    match error {
        CannotPlan::Length { nearest } => {
            let message =
                Message::new("plan-cannot-fit").with("asked", to_the_second(wish.minutes));
            let message = message.with("nearest", to_the_second(nearest));
            let minutes = millis_to_text(nearest);
            let help = Message::new("plan-cannot-fit-help").with("minutes", minutes);
            Failure::new(texts.text(&message)).help(texts.text(&help))
        }
        CannotPlan::NoPlace { left_out } => {
            let first = person.signs().into_iter().map(|row| row.sentence(texts.language()));
            let reasons = left_out.iter().map(|it| texts.text(&it.message(texts)));
            let failure = Failure::new(texts.text(&Message::new("plan-no-place")));
            let rest = texts.text(&Message::new("plan-no-place-help"));
            first.chain(reasons).chain([rest]).fold(failure, Failure::help)
        }
    }
}

/// Keeps a plan among the person's own sessions.
fn keep(
    wish: &PlanArguments,
    name: &str,
    plan: &Plan,
    (setup, library): (&Setup, &Library),
) -> anyhow::Result<PathBuf> {
    let texts = setup.report_texts();
    let Some(paths) = &setup.paths else {
        return Err(Failure::new(texts.text(&Message::new("plan-no-home"))).into());
    };
    let place = paths.sessions().join(format!("{name}.toml"));
    let cannot = |error: io::Error| unwritable(&place, &error);
    if place.is_dir() {
        return Err(cannot(ErrorKind::IsADirectory.into()).into());
    }
    // A plan is to lie there: nothing would be heard of it again in a pipe.
    refuse_stream(&place).map_err(cannot)?;
    if place.exists() && !wish.keeping.force {
        return Err(cannot(ErrorKind::AlreadyExists.into()).into());
    }
    if library.is_built_in(name) && !wish.keeping.force {
        let message = Message::new("plan-name-built-in").with("name", name);
        let help = texts.text(&Message::new("plan-name-built-in-help"));
        return Err(Failure::new(texts.text(&message)).help(help).into());
    }
    write_whole(&place, plan.text.as_bytes()).map_err(cannot)?;
    Ok(place)
}

/// How a plan is played: at its exact length, whatever the pace of the voice.
fn playing(wish: &PlanArguments) -> PlaybackArguments {
    PlaybackArguments {
        minutes: Some(wish.minutes),
        from: None,
        speed: None,
        volume: None,
        bed: None,
        channels: None,
        mute: false,
        voice: None,
        guidance: None,
        sleep_timer: None,
        reduced_motion: false,
        plain: wish.plain,
    }
}

fn show(
    (plan, wished): (&Plan, &[Tool]),
    screened: &ScreenedSession,
    timeline: &Timeline,
    texts: &Texts,
    console: &mut Console<'_>,
) -> anyhow::Result<()> {
    writeln!(console.out, "{}\n", one_line(&plan.session.title))?;
    let notes = plan.notes(wished, texts);
    for note in &notes {
        for line in fold(&upper_first(&texts.text(note)), console.text_width()) {
            writeln!(console.out, "{}", one_line(&line))?;
        }
    }
    if !notes.is_empty() {
        writeln!(console.out)?;
    }
    let room = console.text_width().saturating_sub(INDENT).max(20);
    for (segment, step) in timeline.first_segments().into_iter().zip(&plan.steps) {
        let heading = segment.heading(timeline.texts());
        let length = to_the_second(segment.millis());
        let sides = sides(segment, texts);
        writeln!(console.out, "  {:>7}  {heading} ({length}{sides})", time_at(segment.start))?;
        for line in fold(&texts.text(&step.reason), room) {
            writeln!(console.out, "{:INDENT$}{line}", "")?;
        }
    }
    writeln!(console.out, "\n{}", to_the_second(timeline.millis()))?;
    for caution in &screened.cautions_in(texts.language()) {
        for (index, line) in
            fold(caution, console.text_width().saturating_sub(4)).iter().enumerate()
        {
            let mark = if index == 0 { "-" } else { " " };
            writeln!(console.out, "  {mark} {line}")?;
        }
    }
    Ok(())
}

/// That a step is done on each side.
fn sides(segment: &Segment, texts: &Texts) -> String {
    match segment.side {
        Some(_) => format!(", {}", texts.text(&Message::new("plan-each-side"))),
        None => String::new(),
    }
}

/// A plan, for scripts.
#[derive(Serialize)]
struct PlanFacts<'a> {
    title: &'a str,
    variety: u32,
    millis: u64,
    steps: Vec<PlanStepFacts>,
    left_out: Vec<LeftOutFacts>,
    /// What is not in it for the person's sake, in words.
    spared: Vec<String>,
    cautions: &'a [String],
    /// The text of the session file.
    file: &'a str,
}

/// A step of it.
#[derive(Serialize)]
struct PlanStepFacts {
    start: u64,
    millis: u64,
    title: String,
    role: &'static str,
    region: Option<&'static str>,
    both_sides: bool,
    reason: String,
}

/// A place that is left out of it.
#[derive(Serialize)]
struct LeftOutFacts {
    region: &'static str,
    reason: String,
}

impl<'a> PlanFacts<'a> {
    fn of(
        (variety, plan): (u32, &'a Plan),
        screened: &'a ScreenedSession,
        timeline: &Timeline,
        texts: &Texts,
    ) -> Self {
        let steps = timeline.first_segments().into_iter().zip(&plan.steps);
        let steps = steps.map(|(segment, step)| PlanStepFacts {
            start: segment.start,
            millis: segment.millis(),
            title: segment.title.text(timeline.texts()).into_owned(),
            role: step.role.id(),
            region: step.place.map(crate::body::Region::id),
            both_sides: segment.side.is_some(),
            reason: texts.text(&step.reason),
        });
        let left_out = plan.left_out.iter();
        let left_out = left_out.map(|it| LeftOutFacts {
            region: it.region.id(),
            reason: texts.text(&it.message(texts)),
        });
        let spared = plan.spared.iter();
        let spared = spared.map(|it| texts.text(&it.message(texts)));
        Self {
            title: &plan.session.title,
            variety,
            millis: timeline.millis(),
            steps: steps.collect(),
            left_out: left_out.collect(),
            spared: spared.collect(),
            cautions: &screened.session().cautions,
            file: &plan.text,
        }
    }
}
