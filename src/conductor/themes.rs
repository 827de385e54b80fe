//! The theme that a person chose: out of their own folder, or one that ships.

use super::Options;
use super::terminal_answer::{GROUND_QUESTION, NAME_QUESTION};
use crate::canvas::{
    ColorDepth, ColorOrigin, PixelShape, TerminalName, TerminalProgram, TerminalSigns,
    TerminalVariables,
};
use crate::choices::{CellChoice, ColorChoice, PictureChoice};
use crate::config::{Paths, Surroundings};
use crate::files;
use crate::pictures::{self, PictureWay};
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
    let own = paths
        .filter(|_| is_theme_name(name))
        .map(|paths| paths.themes().join(format!("{name}.toml")));
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

/// Whether a theme of the person's own can be called so: the name leads to no other folder.
pub fn is_theme_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_'))
}

/// What the terminal is asked, if anything: whether it shows pictures, which program it is, and for its
/// ground last, so that once that is known no answer is to come.
/// Terminals by these names would show the question; and on Windows an answer comes in other keys.
pub(super) fn question(options: &Options) -> Option<Vec<u8>> {
    let Options { settings, surroundings, .. } = options;
    let is_answered = !matches!(surroundings.term.as_str(), "" | "dumb" | "linux");
    let depth = color_depth(settings.colours, surroundings).0;
    let pictures = match pictures(settings.pictures, depth, surroundings) {
        PictureOrigin::Asked => pictures::QUESTION.to_vec(),
        // Its name first: not all that show pictures draw letters as such.
        PictureOrigin::AskedAround => pictures::passed_on(&[NAME_QUESTION, pictures::QUESTION]),
        _ => Vec::new(),
    };
    // Where figures are lines they are of braille, whatever the terminal draws.
    let name = if depth >= ColorDepth::Indexed256 { NAME_QUESTION } else { &[] };
    let decides = settings.theme == AUTO || depth == ColorDepth::Mono;
    let asks = cfg!(unix) && is_answered && (decides || !name.is_empty());
    asks.then(|| [&pictures, name, GROUND_QUESTION].concat())
}

/// Which program the terminal is, as far as the environment tells.
pub(super) fn terminal_name(surroundings: &Surroundings) -> TerminalName {
    let Surroundings { term, terminal, terminal_version, far_terminal, vte_version, .. } =
        surroundings;
    let program = match terminal.as_str() {
        "" => (far_terminal.0.as_str(), far_terminal.1.as_str()),
        near => (near, terminal_version.as_str()),
    };
    TerminalName::of(TerminalSigns { term, program, vte: vte_version })
}

/// What decides whether figures are drawn in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureOrigin {
    /// The terminal: it is asked with the first frame.
    Asked,
    /// The terminal around tmux: it is asked through that.
    AskedAround,
    /// The settings, against it.
    Choice,
    /// The settings, for one way to show them.
    Chosen(PictureWay),
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
    let Surroundings { term, terminal, in_tmux, around_shows_placeholders, .. } = surroundings;
    // Terminals in terminals take the question for the name of a window, and this one shows it.
    let passes_on = term.starts_with("screen") || term.starts_with("tmux");
    match (choice, depth) {
        (PictureChoice::Cells, _) => PictureOrigin::Choice,
        (PictureChoice::Kitty | PictureChoice::ITerm | PictureChoice::Sixel, depth)
            if depth < ColorDepth::True =>
        {
            PictureOrigin::FewColors
        }
        (PictureChoice::Kitty, _) if *in_tmux => PictureOrigin::AskedAround,
        (PictureChoice::Auto, ColorDepth::True) if *in_tmux && *around_shows_placeholders => {
            PictureOrigin::AskedAround
        }
        (PictureChoice::Kitty, _) => PictureOrigin::Chosen(PictureWay::Kitty),
        (PictureChoice::ITerm, _) => PictureOrigin::Chosen(PictureWay::Inline),
        (PictureChoice::Sixel, _) => PictureOrigin::Chosen(sixels(terminal_name(surroundings))),
        (PictureChoice::Auto, _) if passes_on || terminal == "Apple_Terminal" || cfg!(windows) => {
            PictureOrigin::Name
        }
        (PictureChoice::Auto, ColorDepth::True) => PictureOrigin::Asked,
        (PictureChoice::Auto, _) => PictureOrigin::FewColors,
    }
}

/// Sixels in as many colours as a terminal is known to keep.
fn sixels(name: TerminalName) -> PictureWay {
    let known = PictureWay::of(name).filter(|way| matches!(way, PictureWay::Sixels(_)));
    known.unwrap_or(PictureWay::PLAIN_SIXELS)
}

/// What decides which letters figures are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellOrigin {
    /// The terminal, which is known by its name.
    Name,
    /// The terminal: it is asked for its name with the first frame.
    Asked,
    /// The settings.
    Choice,
    /// So few colours that figures are lines, which dots show best.
    FewColors,
}

/// The letters that figures are drawn with in cells of so many colours, and what decides it.
pub fn cells(
    choice: CellChoice,
    depth: ColorDepth,
    surroundings: &Surroundings,
) -> (PixelShape, CellOrigin) {
    let name = terminal_name(surroundings);
    match (chosen_cells(choice), name.pixel_shape()) {
        (Some(PixelShape::Halves), _) => (PixelShape::Halves, CellOrigin::Choice),
        (None, PixelShape::Halves) => (PixelShape::Halves, CellOrigin::Name),
        _ if depth < ColorDepth::Indexed256 => (PixelShape::Braille, CellOrigin::FewColors),
        (Some(shape), _) => (shape, CellOrigin::Choice),
        (None, shape) if name.program == TerminalProgram::Other => (shape, CellOrigin::Asked),
        (None, shape) => (shape, CellOrigin::Name),
    }
}

/// The letters that are set, against what the terminal is known to draw.
pub(super) fn chosen_cells(choice: CellChoice) -> Option<PixelShape> {
    match choice {
        CellChoice::Auto => None,
        CellChoice::Octants => Some(PixelShape::Octants),
        CellChoice::Sextants => Some(PixelShape::Sextants),
        CellChoice::Quadrants => Some(PixelShape::Quadrants),
        CellChoice::Halves => Some(PixelShape::Halves),
        CellChoice::Braille => Some(PixelShape::Braille),
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

/// What the first frame is drawn with: the chosen theme, on the ground that the terminal named beforehand,
/// if it did.
pub(super) fn first_view(options: &Options) -> (ScreenView, (ChosenTheme, ColorDepth)) {
    let Options { settings, surroundings, .. } = options;
    let depth = color_depth(settings.colours, surroundings).0;
    let chosen = chosen(&settings.theme, options.paths.as_ref()).0;
    let pixels = cells(settings.cells, depth, surroundings).0;
    let ground = match Ground::of_variable(&surroundings.color_fgbg) {
        // The console of Linux names no ground, and is dark.
        Ground::Unknown if surroundings.term == "linux" => Ground::Dark,
        ground => ground,
    };
    let view = ScreenView::new(chosen.on(depth, ground)).with_pixels(pixels);
    (view, (chosen, depth))
}
