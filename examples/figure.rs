//! Plays the breath figure in a terminal, to be looked at and to be measured.
//!
//! `cargo run --release --example figure -- --pattern 4-7-8 --fps 20`
//! `cargo run --release --example figure -- --fullness 0.5` shows one moment and waits.
//! Any key ends it.

use std::io;
use std::time::{Duration, Instant};

use clap::Parser;
use crossterm::event::{self, Event};
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::widgets::Block;
use ratatui::{DefaultTerminal, Frame};

use unclench::for_tests::{
    Flower, FlowerRaster, Gauge, LargeText, PhaseKind, TerminalVariables, Theme,
};

#[derive(Parser)]
struct Options {
    /// Frames a second
    #[arg(long, default_value_t = 20.0)]
    fps: f32,
    /// Seconds to breathe in, hold, breathe out and rest; what is left out is 0
    #[arg(long, default_value = "5.5-0-5.5")]
    pattern: String,
    /// Show one moment: how full the breath is, 0–1
    #[arg(long)]
    fullness: Option<f32>,
    /// Show a step without breath: how much of it has gone by, 0–1
    #[arg(long, conflicts_with = "fullness")]
    still: Option<f32>,
    /// Share of the width the figure has, in percent; it stands on the right
    #[arg(long, default_value_t = 58)]
    width: u16,
    /// Words to show beside the figure, as large as they fit
    #[arg(long)]
    words: Option<String>,
}

/// One phase: what the breath does, and for how many milliseconds.
type Phase = (PhaseKind, f32);

fn main() -> io::Result<()> {
    let options = Options::parse();
    let variable = |name| std::env::var(name).unwrap_or_default();
    let (color_term, term) = (variable("COLORTERM"), variable("TERM"));
    let variables = TerminalVariables {
        no_color: !variable("NO_COLOR").is_empty(),
        color_term: &color_term,
        term: &term,
        term_program: "",
    };
    let (depth, _) = variables.color_depth();
    let mut terminal = ratatui::init();
    let outcome = play(&mut terminal, &options, &Theme::night(depth));
    ratatui::restore();
    outcome
}

#[allow(clippy::disallowed_methods, reason = "an example has no conductor to ask for the time")]
fn play(terminal: &mut DefaultTerminal, options: &Options, theme: &Theme) -> io::Result<()> {
    let phases = parse_pattern(&options.pattern);
    let mut plate = FlowerRaster::default();
    let start = Instant::now();
    for frame_number in 1_u32.. {
        let millis = start.elapsed().as_millis() as u64;
        let figure = match (options.fullness, options.still) {
            (Some(fullness), _) => Flower::breathing(theme, fullness, PhaseKind::Inhale, fullness),
            (None, Some(progress)) => Flower::still(theme, progress),
            (None, None) => figure_at(theme, &phases, millis),
        };
        terminal.draw(|frame| draw(frame, figure, options, theme, &mut plate))?;
        let next = start + Duration::from_secs_f32(frame_number as f32 / options.fps);
        if event::poll(next.saturating_duration_since(Instant::now()))?
            && matches!(event::read()?, Event::Key(_))
        {
            break;
        }
    }
    Ok(())
}

fn draw(
    frame: &mut Frame,
    figure: Flower<'_>,
    options: &Options,
    theme: &Theme,
    plate: &mut FlowerRaster,
) {
    let margin = Margin { horizontal: 2, vertical: 2 };
    let screen = frame.area().inner(margin);
    frame.render_widget(Block::new().style(theme.ground()), frame.area());
    let width = screen.width * options.width.min(100) / 100;
    let left = Rect { width: screen.width - width, ..screen };
    let right = Rect { x: left.right(), width, ..screen };
    frame.render_stateful_widget(figure, right, plate);
    if let Some(words) = &options.words {
        let words = LargeText::fit(words, left.width, left.height / 2).style(theme.text());
        let [_, above, _, below, _] = Layout::vertical([
            Constraint::Fill(2),
            Constraint::Length(words.height()),
            Constraint::Length(2),
            Constraint::Length(1),
            Constraint::Fill(3),
        ])
        .areas(left);
        frame.render_widget(words, above);
        frame.render_widget(Gauge::new(theme, 22_000, 60_000).with_time_left(), below);
    }
}

fn parse_pattern(pattern: &str) -> Vec<Phase> {
    use PhaseKind::{Exhale, Hold, Inhale, Rest};
    let seconds = pattern.split('-').map(|part| part.parse::<f32>().unwrap_or(0.0));
    [Inhale, Hold, Exhale, Rest]
        .into_iter()
        .zip(seconds.map(|seconds| seconds * 1000.0))
        .filter(|(_, millis)| *millis > 0.0)
        .collect()
}

fn figure_at<'theme>(theme: &'theme Theme, phases: &[Phase], millis: u64) -> Flower<'theme> {
    let cycle: f32 = phases.iter().map(|(_, length)| length).sum();
    let mut left = millis as f32 % cycle.max(1.0);
    for (kind, length) in phases {
        if left < *length {
            let fraction = left / length;
            let fullness = match kind {
                PhaseKind::Inhale => fraction,
                PhaseKind::Hold => 1.0,
                PhaseKind::Exhale => 1.0 - fraction,
                PhaseKind::Rest => 0.0,
            };
            return Flower::breathing(theme, fullness, *kind, fraction).animated(millis);
        }
        left -= length;
    }
    Flower::still(theme, 0.0)
}
