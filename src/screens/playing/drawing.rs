//! A session playing: words at the left, the figure at the right, time at the bottom.
//!
//! ```text
//!  title                                       2:41 left   ♪ 70
//!
//!  WHERE                                   ┌──────────────────┐
//!  what to do                              │      figure      │
//!  how, how hard                           │                  │
//!  step  0:38 ━━━━━━──────                 │                  │
//!  then …                                  └──────────────────┘
//!  ━━━━━━━━━━━━━━━━━━━━━──────────────────────────────────────
//!  keys
//! ```

mod words;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::StatefulWidget as _;
use unicode_width::UnicodeWidthStr as _;

use super::PlayingScreen;
use crate::figures::body_map::BodyMap;
use crate::figures::crossfade;
use crate::figures::flower::Flower;
use crate::figures::gauge::Gauge;
use crate::figures::moving_figure::MovingFigure;
use crate::lengths::time_left;
use crate::player::{Levels, PauseReason, Player, State};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::panel_area;
use crate::screens::widgets::pictures::{draw_flower, draw_map};
use crate::screens::widgets::{footer, lists};
use crate::screens::{Action, Place, ScreenView, Shared, typesetting};
use crate::theme::Theme;
use crate::timeline::{Moment, SegmentKind};
use crate::words::{Message, Texts};

/// How far the lamp has sunk where there is no breath to follow, 0–1.
const RESTING: f32 = 0.35;

/// Large words are never set wider than this, in columns.
const WIDEST_WORDS: u16 = 100;
/// With fewer columns than this nothing of a title is told.
const LEAST_TITLE: usize = 8;
/// With fewer rows than this there is no line for the time of the whole session.
const FEW_ROWS: u16 = 6;
/// Columns of a small figure, the widest first, and the fewest columns and rows of words that may yield to one.
const SMALL_FIGURES: [u16; 2] = [13, 10];
const SMALL_FROM: (u16, u16) = (38, 5);

impl Draw for PlayingScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, now, page, is_covered } = *context;
        let Some(player) = now.player() else { return };
        let theme = view.theme;
        let moment = player.moment();
        let around = shared.texts(player.timeline());
        let note = shared.quiet_note.as_ref();
        draw_head(frame, player, now.levels(), note, around, &theme, page.head);
        let is_breath = moment.segment.kind == SegmentKind::Breathe;
        let mut layout = PlayerLayout::of(page.body, is_breath);
        let scales = view.words.scales(player.shared_timeline(), layout.words);
        let pieces = words::pieces(
            &moment,
            player.state(),
            words::Languages { session: player.timeline().texts(), around },
            shared.playing.as_ref().is_some_and(|session| shared.today.knows(session)),
            (scales, &theme),
        );
        layout.give_all_rows_to_words(|words| typesetting::lacks_what_protects(&pieces, words));
        layout.put_small_figure(|words, free| typesetting::keeps_as_much(&pieces, words, free));
        let panel = panel_area(layout.words, layout.above_time);
        view.frame.panel = Some(panel);
        let figure = layout.figure.filter(|area| !is_covered || !panel.intersects(*area));
        if let Some(area) = figure {
            draw_figure(frame, &moment, area, shared, around, view);
        }
        if !is_covered {
            typesetting::draw(frame, layout.words, pieces, &mut view.words, &theme);
            draw_foot(frame, shared, player, &theme, page.foot);
        }
        let whole = Gauge::new(&theme, player.position(), player.timeline().millis());
        frame.render_widget(whole, layout.whole);
    }
}

/// Draws the place that is worked on, or the flower where there is none.
fn draw_figure(
    frame: &mut Frame,
    moment: &Moment<'_>,
    area: Rect,
    shared: &Shared,
    texts: &Texts,
    view: &mut ScreenView,
) {
    let still = shared.environment.reduced_motion;
    // Where each picture of what moves would be sent anew, only what stands still is one.
    let hand_moves = !still && (BodyMap::moves(moment) || moment.tense.is_some());
    let (of_map, of_others) = (view.cell_for(hand_moves), view.cell_for(!still));
    let Some(figures) = &mut view.figures else { return };
    let figure = MovingFigure::of(&view.theme, moment, view.pixels, still, texts);
    let map_share = figure.as_ref().map_or(1.0, |_| MovingFigure::given_way(moment, still));
    if let Some(figure) = figure.filter(|_| map_share < 1.0) {
        // While it gives way to the place seen near, both are in cells.
        if let Some(cell) = of_others.filter(|_| map_share <= 0.0) {
            let placed =
                figure.place((area, frame.buffer_mut()), &mut figures.moving_pictures, cell);
            view.frame.pictures.extend(placed);
            return;
        }
        frame.render_stateful_widget(figure, area, &mut figures.moving);
        let map = BodyMap::of(&view.theme, moment, view.pixels, still, texts);
        if let Some(map) = map.filter(|_| map_share > 0.0) {
            let mut later = Buffer::empty(area);
            later.set_style(area, view.theme.ground());
            map.render(area, &mut later, &mut figures.map);
            crossfade(frame.buffer_mut(), &later, area, (map_share, &view.theme));
        }
    } else if let Some(map) = BodyMap::of(&view.theme, moment, view.pixels, still, texts) {
        draw_map(map, (area, frame.buffer_mut()), figures, of_map, &mut view.frame);
    } else {
        let flower = flower(moment, &view.theme, still).parted(view.pixels);
        draw_flower(flower, (area, frame.buffer_mut()), figures, of_others, &mut view.frame);
    }
}

struct PlayerLayout {
    words: Rect,
    figure: Option<Rect>,
    /// All that is above the line of time.
    above_time: Rect,
    /// The line of time.
    whole: Rect,
}

impl PlayerLayout {
    /// Where there is little room the figure yields to words, unless the breath is all there is.
    fn of(body: Rect, is_breath: bool) -> Self {
        // Where there are only a few rows, all of them are for words.
        let line = if body.height < FEW_ROWS { 0 } else { 1.min(body.height) };
        let whole = Rect { y: body.bottom() - line, height: line, ..body };
        let free = Rect { height: body.height.saturating_sub(2 * line), ..body };
        if free.width >= 60 && free.height >= 10 {
            // The figure is round: cells are twice as high as wide.
            let round = free.height * 2;
            let words =
                Rect { width: free.width.saturating_sub(round).clamp(30, WIDEST_WORDS), ..free };
            let left = words.right() + 2;
            let figure = Rect { x: left, width: free.right() - left, ..free };
            return Self { words, figure: Some(figure), above_time: free, whole };
        }
        if free.height >= 20 {
            let figure = Rect { height: free.height / 2, ..free };
            let top = figure.bottom() + 1;
            let words = Rect { y: top, height: free.bottom() - top, ..free };
            return Self { words, figure: Some(figure), above_time: free, whole };
        }
        let mut layout = Self { words: free, figure: None, above_time: free, whole };
        if is_breath {
            layout.put_small_figure(|_, _| true);
        }
        layout
    }

    /// Gives words the rows of the line of time as well, where there is no figure and what protects would be
    /// left out: how much is left stands above.
    fn give_all_rows_to_words(&mut self, is_lacking: impl Fn(Rect) -> bool) {
        if self.figure.is_none() && is_lacking(self.words) {
            self.words = self.down_to_the_foot();
            self.leave_out_line_of_time();
        }
    }

    /// The rows of the words, and below them those of the line of time.
    fn down_to_the_foot(&self) -> Rect {
        Rect { height: self.whole.bottom() - self.words.y, ..self.words }
    }

    fn leave_out_line_of_time(&mut self) {
        self.above_time.height = self.whole.bottom() - self.above_time.y;
        self.whole = Rect { y: self.whole.bottom(), height: 0, ..self.whole };
    }

    /// Puts a small figure beside the words where there is none yet, and where they have room beside it: if need be
    /// in the rows of the line of time, since how much is left stands above.
    fn put_small_figure(&mut self, have_room: impl Fn(Rect, Rect) -> bool) {
        let free = self.words;
        if self.figure.is_some() || free.width < SMALL_FROM.0 || free.height < SMALL_FROM.1 {
            return;
        }
        let tried = [free, self.down_to_the_foot()]
            .into_iter()
            .flat_map(|rows| SMALL_FIGURES.map(|width| (rows, width)));
        let beside = |rows: Rect, width: u16| Rect { width: rows.width - width - 1, ..rows };
        let fitting =
            tried.into_iter().find(|(rows, width)| have_room(beside(*rows, *width), free));
        if let Some((rows, width)) = fitting {
            self.words = beside(rows, width);
            self.figure = Some(Rect { x: self.words.right() + 1, width, ..rows });
            if rows != free {
                self.leave_out_line_of_time();
            }
        }
    }
}

fn flower<'theme>(moment: &Moment<'_>, theme: &'theme Theme, reduced: bool) -> Flower<'theme> {
    use crate::session::PhaseKind::{Exhale, Hold};
    let figure = match (&moment.breath, moment.tense) {
        (Some(breath), _) => {
            Flower::breathing(theme, breath.fullness, breath.phase.kind, breath.fraction)
        }
        (None, Some(tense)) if tense.tensing => Flower::breathing(theme, 1.0, Hold, tense.fraction),
        (None, Some(tense)) => {
            Flower::breathing(theme, 1.0 - tense.fraction, Exhale, tense.fraction)
        }
        // Nothing to follow yet, or at all: a lamp that stays as it is.
        (None, None) => Flower::still(theme, moment.fullness().unwrap_or(RESTING)),
    };
    if reduced { figure } else { figure.animated(moment.position) }
}

fn draw_head(
    frame: &mut Frame,
    player: &Player,
    levels: &Levels,
    note: Option<&Message>,
    texts: &Texts,
    theme: &Theme,
    head: Rect,
) {
    let left = time_left(player.timeline().millis().saturating_sub(player.position()));
    let mut right = vec![Span::styled(
        texts.text(&Message::new("player-left").with("time", left.clone())),
        theme.dim(),
    )];
    let is_usual = note.is_none() && !levels.is_silent() && levels.mix.voice > 0;
    let note = match (note, levels.is_silent()) {
        (Some(note), _) => texts.text(note),
        (None, true) => texts.text(&Message::new("player-sound-off")),
        (None, false) if levels.mix.voice == 0 => {
            texts.text(&Message::new("player-voice-off").with("volume", levels.volume.to_string()))
        }
        (None, false) => format!("♪ {}", levels.volume),
    };
    right.push(Span::styled(format!("   {note}"), theme.dim()));
    let title = player.timeline().title();
    let columns = |right: &[Span<'_>]| title.width() + right.iter().map(Span::width).sum::<usize>();
    // How loud it is gives way to what is played; that nothing is heard does not.
    if is_usual && columns(&right) + 2 > usize::from(head.width) {
        right.truncate(1);
    }
    if columns(&right) + 2 > usize::from(head.width) {
        right[0] = Span::styled(left, theme.dim());
    }
    if (player.speed() - 1.0).abs() > f64::EPSILON {
        right.push(Span::styled(format!("   ×{}", player.speed()), theme.dim()));
    }
    let right = Line::from(right).alignment(Alignment::Right);
    let room = usize::from(head.width).saturating_sub(right.width() + 2);
    if room >= LEAST_TITLE {
        let title = lists::shorter_title(title, room);
        frame.render_widget(Line::styled(title, theme.calm()), head);
    }
    frame.render_widget(right, head);
}

fn draw_foot(frame: &mut Frame, shared: &Shared, player: &Player, theme: &Theme, foot: Rect) {
    let texts = shared.texts(player.timeline());
    let (words, short) = match player.state() {
        State::Paused(PauseReason::Asked) => ("player-paused", "player-paused-short"),
        State::Paused(PauseReason::Gap) => ("player-gap", "player-gap-short"),
        _ if player.has_had_enough() => ("player-enough", "player-enough-short"),
        State::Waiting => ("player-waiting", "player-waiting-short"),
        State::Playing | State::Finished => {
            if shared.shows_footer() {
                footer::draw_in(frame, foot, Place::Playing, theme, texts);
            }
            return;
        }
    };
    let all = texts.text(&Message::new(words));
    let has_room = all.width() <= usize::from(foot.width);
    let words = if has_room { all } else { texts.text(&Message::new(short)) };
    let taken = (Line::from(words.as_str()).width() as u16).saturating_add(footer::GAP as u16);
    frame.render_widget(Line::styled(words, theme.accent()), foot);
    if shared.shows_footer() && foot.width > taken {
        let rest = Rect { x: foot.x + taken, width: foot.width - taken, ..foot };
        // What goes on was just said.
        let others = (Place::Playing, Some(Action::Toggle));
        footer::draw_others(frame, rest, others, theme, texts);
    }
}
