//! The theme that a person chose: out of their own folder, or one that ships.

use super::Options;
use super::terminal_answer::QUESTION as GROUND_QUESTION;
use crate::canvas::{ColorDepth, ColorOrigin, PixelShape, TerminalVariables};
use crate::choices::{ColorChoice, PictureChoice};
use crate::config::{Paths, Surroundings};
use crate::files;
use crate::pictures;
use crate::problem::Problem;
use crate::screens::ScreenView;
use crate::theme::{ChosenTheme, Ground};

/// The word that leaves the theme to the terminal's ground.
const AUTO: &str = "auto";
/// The most that is read of a theme, in bytes.
const LARGEST_BYTES: u64 = 64 * 1024;

/// What is wrong with a theme.
#[derive(Debug)]
pub enum ThemeFault {
    /// There is none of this name.
    Unknown(String),
    /// The file is there and cannot be read.
    Unreadable(files::FileError),
    /// Something in its file.
    Problem(Problem),
}

/// The theme of this name, and what is wrong with it; the usual one where it cannot be used.
pub fn chosen(name: &str, paths: Option<&Paths>) -> (ChosenTheme, Vec<ThemeFault>) {
    if name == AUTO {
        return (ChosenTheme::default(), Vec::new());
    }
    let own =
        paths.filter(|_| is_plain(name)).map(|paths| paths.themes().join(format!("{name}.toml")));
    if let Some(path) = own {
        match files::read(&path, LARGEST_BYTES) {
            Ok(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                let (theme, problems) = ChosenTheme::read(&path.to_string_lossy(), &text);
                let faults = problems.into_iter().map(ThemeFault::Problem).collect();
                return (theme.unwrap_or_default(), faults);
            }
            Err(error) if error.is_missing() => {}
            Err(error) => return (ChosenTheme::default(), vec![ThemeFault::Unreadable(error)]),
        }
    }
    match ChosenTheme::shipped(name) {
        Some(theme) => (theme, Vec::new()),
        None => (ChosenTheme::default(), vec![ThemeFault::Unknown(name.to_owned())]),
    }
}

/// Whether a name leads to no other folder.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_'))
}

/// What the terminal is asked, if anything: for its ground where that decides what is drawn, and before it
/// whether it shows pictures, so that once the ground is known no answer about pictures is to come.
/// Terminals by these names would show the question; and on Windows an answer comes in other keys.
pub(super) fn question(options: &Options) -> Option<Vec<u8>> {
    let Options { settings, surroundings, .. } = options;
    let is_answered = !matches!(surroundings.term.as_str(), "" | "dumb" | "linux");
    let depth = color_depth(settings.colours, surroundings).0;
    let pictures = match pictures(settings.pictures, depth, surroundings) {
        PictureOrigin::Asked => pictures::QUESTION,
        _ => &[],
    };
    let decides = settings.theme == AUTO || depth == ColorDepth::Mono;
    let asks = cfg!(unix) && is_answered && (decides || !pictures.is_empty());
    asks.then(|| [pictures, GROUND_QUESTION].concat())
}

/// What decides whether figures are drawn in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureOrigin {
    /// The terminal: it is asked with the first frame.
    Asked,
    /// The settings, against it.
    Choice,
    /// There are too few colours for it.
    FewColors,
    /// The terminal by its name: the question is not for it.
    Name,
}

/// What decides whether figures are drawn in pixels with so many colours.
pub fn pictures(
    choice: PictureChoice,
    depth: ColorDepth,
    surroundings: &Surroundings,
) -> PictureOrigin {
    let Surroundings { term, terminal, .. } = surroundings;
    // Terminals in terminals take the question for the name of a window, and this one shows it.
    let passes_on = term.starts_with("screen") || term.starts_with("tmux");
    match (choice, depth) {
        (PictureChoice::Cells, _) => PictureOrigin::Choice,
        (PictureChoice::Auto, _) if passes_on || terminal == "Apple_Terminal" || cfg!(windows) => {
            PictureOrigin::Name
        }
        (PictureChoice::Auto, ColorDepth::True) => PictureOrigin::Asked,
        (PictureChoice::Auto, _) => PictureOrigin::FewColors,
    }
}

/// How many colours to draw with in these surroundings, and what says so.
pub fn color_depth(choice: ColorChoice, surroundings: &Surroundings) -> (ColorDepth, ColorOrigin) {
    let depth = match choice {
        ColorChoice::Auto => {
            let variables = TerminalVariables {
                no_color: surroundings.no_color,
                color_term: &surroundings.color_term,
                term: &surroundings.term,
                term_program: &surroundings.terminal,
            };
            return variables.color_depth();
        }
        ColorChoice::None => ColorDepth::Mono,
        ColorChoice::Ansi16 => ColorDepth::Ansi16,
        ColorChoice::Indexed256 => ColorDepth::Indexed256,
        ColorChoice::True => ColorDepth::True,
    };
    (depth, ColorOrigin::Choice)
}

/// What the first frame is drawn with: the chosen theme on a ground that is not known yet.
pub(super) fn first_view(options: &Options) -> (ScreenView, (ChosenTheme, ColorDepth)) {
    let Options { settings, surroundings, .. } = options;
    let depth = color_depth(settings.colours, surroundings).0;
    let chosen = chosen(&settings.theme, options.paths.as_ref()).0;
    let pixels = PixelShape::detect(&surroundings.term, &surroundings.terminal);
    let view = ScreenView::new(chosen.on(depth, Ground::default())).with_pixels(pixels);
    (view, (chosen, depth))
}
