//! A plan in the making: what is chosen, and below it the steps of the plan, each with its reason.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{PLACES, PlanLine, PlanOutcome, PlannerScreen, TOOLS};
use crate::body::View as Picture;
use crate::care::CaredFor;
use crate::lengths::{time_at, to_the_second};
use crate::planner::{CannotPlan, Plan};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{left_column, rows};
use crate::screens::widgets::lists::{abridged, shortened, wrapped};
use crate::screens::widgets::{footer, pictures};
use crate::screens::{Action, PageRoom, Place, ScreenView, Target};
use crate::session::{Goal, Setting};
use crate::theme::Theme;
use crate::timeline::{Segment, Timeline};
use crate::words::{Message, Texts, upper_first};

/// Columns of the mark before the chosen line, and of the names of lines.
const MARK: u16 = 2;
const NAME: u16 = 12;
/// Columns before the words of a step: its time.
const TIME: u16 = 7;
/// The widest that the words of a plan are set, in columns, and the fewest beside a picture.
const WIDEST: u16 = 76;
const FEWEST: u16 = 52;
/// Columns of a picture of the body at least, and between it and the words.
const BODY: u16 = 22;
const GAP: u16 = 3;
/// The most lines of one note above the steps.
const NOTE_LINES: usize = 2;

impl Draw for PlannerScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let (theme, texts) = (view.theme, shared.own_texts());
        let heading = texts.text(&Message::new("plan-heading"));
        frame.render_widget(Line::styled(heading, theme.calm()), page.head);
        // Without a plan there is nothing to open.
        let has_none = matches!(self.outcome, Some(PlanOutcome::Not(_)));
        let but = has_none.then_some(Action::Open);
        footer::draw_others(frame, page.foot, (Place::Planner, but), &theme, texts);
        let area = left_column(page.body, WIDEST);
        let (area, beside) = parted(area, page.body);
        if let Some(beside) = beside {
            let asked = self.regions();
            let placed = pictures::stacked(beside, &Picture::showing(&asked));
            let lit: Vec<_> = asked.into_iter().map(|region| (region, None)).collect();
            pictures::draw(frame, view, &placed, &lit, &[], texts);
        }
        for (number, (row, line)) in rows(area).zip(PlanLine::ALL).enumerate() {
            self.draw_line(frame, (number, line), row, texts, view);
        }
        let taken = (PlanLine::ALL.len() as u16 + 1).min(area.height);
        let below = Rect { y: area.y + taken, height: area.height - taken, ..area };
        match &self.outcome {
            None => {}
            Some(PlanOutcome::Not(error)) => {
                draw_not(frame, below, error, &shared.person, (texts, &theme));
            }
            Some(PlanOutcome::Planned(plan, timeline)) => {
                let rows = self.draw_plan(frame, below, (plan, timeline), texts, &theme);
                let farthest = plan.steps.len().saturating_sub(1);
                view.frame.page = Some(PageRoom { farthest, rows });
            }
        }
    }
}

/// The room for words, and beside it the room for the body, where there is enough for both.
fn parted(words: Rect, body: Rect) -> (Rect, Option<Rect>) {
    let wide = (body.width.saturating_sub(FEWEST) / 2).clamp(BODY, 2 * BODY);
    if body.width < FEWEST + GAP + wide {
        return (words, None);
    }
    let words = Rect { width: words.width.min(body.width - wide - GAP), ..words };
    let x = (words.right() + GAP).min(body.right() - wide);
    (words, Some(Rect { x, width: wide, ..body }))
}

impl PlannerScreen {
    fn draw_line(
        &self,
        frame: &mut Frame,
        (number, line): (usize, PlanLine),
        row: Rect,
        texts: &Texts,
        view: &mut ScreenView,
    ) {
        let theme = view.theme;
        let is_chosen = number == self.chosen;
        view.frame.push(row, Target::Line { line: number, first: 0 });
        let taken = (MARK + NAME).min(row.width);
        let value = Rect { x: row.x + taken, width: row.width - taken, ..row };
        view.frame.push(value, Target::ValueAfter(number));
        view.frame.push(Rect { width: value.width.min(2), ..value }, Target::ValueBefore(number));
        if is_chosen {
            view.frame.choose(row);
        }
        let style = if is_chosen { theme.text() } else { theme.dim() };
        let mark = if is_chosen { "› " } else { "  " };
        let name = Span::styled(texts.text(&name(line)), style);
        frame.render_widget(Line::from(vec![Span::styled(mark, theme.accent()), name]), row);
        let room = usize::from(value.width).saturating_sub(4);
        let words = shortened(&texts.text(&self.value(line)), room);
        let arrow = if is_chosen { theme.accent() } else { theme.dim() };
        let arrow = |mark: &'static str| Span::styled(mark, arrow);
        let words = Line::from(vec![arrow("‹ "), Span::styled(words, style), arrow(" ›")]);
        frame.render_widget(words, value);
    }

    /// What is chosen on a line.
    fn value(&self, line: PlanLine) -> Message {
        let chosen = &self.choices;
        let place = |at: usize| Message::new(format!("plan-place-{}", PLACES[at]));
        match line {
            PlanLine::Minutes => Message::new("plan-minutes").with("minutes", chosen.minutes),
            PlanLine::Place => place(chosen.place),
            PlanLine::Other => chosen.other.map_or_else(|| Message::new("plan-place-none"), place),
            PlanLine::Goal => Message::new(format!("plan-goal-{}", Goal::ALL[chosen.goal].id())),
            PlanLine::Setting => {
                Message::new(format!("plan-setting-{}", Setting::ALL[chosen.setting].id()))
            }
            PlanLine::Tools => Message::new(format!("plan-tools-{}", TOOLS[chosen.tools].0)),
        }
    }

    /// Draws the steps of a plan. Returns how many are seen whole.
    fn draw_plan(
        &self,
        frame: &mut Frame,
        area: Rect,
        (plan, timeline): (&Plan, &Timeline),
        texts: &Texts,
        theme: &Theme,
    ) -> usize {
        let steps = timeline.first_segments().into_iter().zip(&plan.steps).skip(self.scroll);
        let notes = plan.notes(&self.request().tools, texts);
        let notes = notes.iter().map(|note| upper_first(&texts.text(note)));
        let lines = notes.flat_map(|note| abridged(&note, usize::from(area.width), NOTE_LINES));
        let mut free = rows(area);
        let most = usize::from(area.height / 2);
        for (words, row) in lines.take(most).zip(free.by_ref()) {
            frame.render_widget(Line::styled(words, theme.warn()), row);
        }
        let mut free: Vec<Rect> = free.collect();
        let (mut seen, mut steps) = (0, steps.peekable());
        while let Some((segment, step)) = steps.next() {
            let why = texts.text(&step.reason);
            let words = said_of((segment, &why), area.width, (timeline, texts), theme);
            // A step is seen whole or not at all, but for one that has no room anywhere.
            let below = usize::from(steps.peek().is_some());
            if seen > 0 && words.len() + below > free.len() {
                draw_more(frame, &free, texts, theme);
                break;
            }
            if let Some(row) = free.first() {
                let time = Line::styled(time_at(segment.start), theme.dim());
                frame.render_widget(time, Rect { width: TIME.min(row.width), ..*row });
            }
            let taken = words.len().min(free.len());
            for (row, line) in free.drain(..taken).zip(words) {
                frame.render_widget(line, beside_time(row));
            }
            seen += 1;
        }
        seen
    }
}

/// A step in lines beside its time: its title, length and sides, and why it is there.
fn said_of(
    (segment, why): (&Segment, &str),
    width: u16,
    (timeline, texts): (&Timeline, &Texts),
    theme: &Theme,
) -> Vec<Line<'static>> {
    let room = usize::from(width.saturating_sub(TIME));
    let mut length = to_the_second(segment.millis());
    if segment.side.is_some() {
        length = format!("{length}, {}", texts.text(&Message::new("plan-each-side")));
    }
    let heading = format!("{} ({length})", segment.heading(timeline.texts()));
    let mut lines = wrapped(&heading, room, theme.text());
    lines.extend(wrapped(why, room, theme.dim()));
    lines
}

/// Says below the last step that is seen how the next ones come.
fn draw_more(frame: &mut Frame, free: &[Rect], texts: &Texts, theme: &Theme) {
    if let Some(row) = free.first() {
        let (key, label) = footer::in_words(("]", "more steps"), texts);
        frame.render_widget(
            Line::styled(format!("{key}  {label}"), theme.accent()),
            beside_time(*row),
        );
    }
}

fn beside_time(row: Rect) -> Rect {
    let taken = TIME.min(row.width);
    Rect { x: row.x + taken, width: row.width - taken, ..row }
}

fn draw_not(
    frame: &mut Frame,
    area: Rect,
    error: &CannotPlan,
    person: &CaredFor,
    (texts, theme): (&Texts, &Theme),
) {
    let words = match error {
        CannotPlan::Length { nearest } => {
            let message = Message::new("plan-nearest").with("nearest", to_the_second(*nearest));
            vec![texts.text(&message)]
        }
        CannotPlan::NoPlace { left_out } => {
            left_out.iter().map(|it| upper_first(&texts.text(&it.message(texts)))).collect()
        }
    };
    let columns = usize::from(area.width);
    let signs = person.signs().into_iter().map(|row| row.sentence(texts.language()));
    // Whom to call is read whole.
    let signs: Vec<_> = signs.flat_map(|sign| wrapped(&sign, columns, theme.warn())).collect();
    let lines = words.iter().flat_map(|words| abridged(words, columns, 2));
    let lines = lines.map(|line| Line::styled(line, theme.warn()));
    for (row, line) in rows(area).zip(signs.into_iter().chain(lines)) {
        frame.render_widget(line, row);
    }
}

fn name(line: PlanLine) -> Message {
    match line {
        PlanLine::Minutes => Message::new("plan-line-minutes"),
        PlanLine::Place => Message::new("plan-line-place"),
        PlanLine::Other => Message::new("plan-line-other"),
        PlanLine::Goal => Message::new("plan-line-goal"),
        PlanLine::Setting => Message::new("plan-line-setting"),
        PlanLine::Tools => Message::new("plan-line-tools"),
    }
}
