//! A session about to be played: what it holds, what to have at hand, what to know first.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::{Line, Span};

use super::ReadyScreen;
use crate::body::View as Picture;
use crate::lengths::{time_left, to_the_minute};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{WIDEST_TEXT, left_column, panel_area};
use crate::screens::widgets::lists::{draw_scrolled, points, wrapped};
use crate::screens::widgets::{footer, outline, pictures};
use crate::screens::{PageRoom, Place, ScreenView, Shared, VoiceView};
use crate::session::Tool;
use crate::theme::Theme;
use crate::timeline::Segment;
use crate::words::{Message, Texts};

/// Cells of the line that fills while words are spoken ahead.
const BAR: usize = 12;

impl Draw for ReadyScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, is_covered, .. } = *context;
        let theme = &view.theme.clone();
        let texts = shared.texts(&self.timeline);
        let is_favourite = shared.favourites.contains(&self.id);
        let mark = if is_favourite { "★ " } else { "" };
        let whole = format!("{mark}{}", self.session.session().title);
        let title = Line::styled(whole.clone(), theme.accent());
        let left = draw_length(frame, self, texts, theme, page.head);
        let (words, beside) = areas(page.body);
        let mut lines = words_of(shared, self, usize::from(words.width), theme);
        if title.width() < left {
            frame.render_widget(title, page.head);
        } else {
            // Beside its length a long title has no room; it stands over the words.
            let title = wrapped(&whole, usize::from(words.width), theme.accent());
            lines.splice(0..0, title.into_iter().chain([Line::default()]));
        }
        let width = beside.map_or(words.width, |area| area.width);
        let outline = outline::lines(&self.timeline, width, theme);
        let mut longest = outline.len();
        if let Some(area) = beside {
            draw_scrolled(frame, area, &outline, self.scroll, theme, texts);
            draw_body(frame, self, view, area, &outline, texts);
        } else {
            lines.push(Line::default());
            lines.extend(outline);
        }
        longest = longest.max(lines.len());
        let rows = usize::from(words.height);
        view.frame.page = Some(PageRoom { farthest: longest.saturating_sub(rows), rows });
        view.frame.panel = Some(panel_area(words, page.body));
        if !is_covered {
            footer::draw_in(frame, page.foot, Place::Ready, theme, texts);
            draw_scrolled(frame, words, &lines, self.scroll, theme, texts);
        }
    }
}

/// Draws the body that the session works where its outline leaves room.
fn draw_body(
    frame: &mut Frame,
    ready: &ReadyScreen,
    view: &mut ScreenView,
    area: Rect,
    outline: &[Line<'_>],
    texts: &Texts,
) {
    let mut regions: Vec<_> =
        ready.timeline.segments().iter().filter_map(Segment::region).collect();
    regions.sort_unstable();
    regions.dedup();
    let widest = outline.iter().map(Line::width).max().unwrap_or_default() as u16;
    let used = (widest, outline.len() as u16);
    let placed = pictures::around(area, used, &Picture::showing(&regions));
    let lit: Vec<_> = regions.into_iter().map(|region| (region, None)).collect();
    pictures::draw(frame, view, &placed, &lit, &[], texts);
}

/// Draws how long it takes, and how long it may. Returns the columns that are left before it.
fn draw_length(
    frame: &mut Frame,
    ready: &ReadyScreen,
    texts: &Texts,
    theme: &Theme,
    head: Rect,
) -> usize {
    let (shortest, longest) = ready.bounds;
    let length = time_left(ready.timeline.millis());
    let mut spans = vec![Span::styled(length, theme.text())];
    if shortest < longest && head.width >= 60 {
        let about = |millis| match millis {
            0..30_000 => texts.text(&Message::new("ready-under-a-minute")),
            _ => to_the_minute(millis),
        };
        let message = Message::new("ready-range").with("shortest", about(shortest));
        let range = format!("   {}", texts.text(&message.with("longest", about(longest))));
        spans.push(Span::styled(range, theme.dim()));
    }
    let line = Line::from(spans).alignment(Alignment::Right);
    let left = usize::from(head.width).saturating_sub(line.width());
    frame.render_widget(line, head);
    left
}

fn areas(body: Rect) -> (Rect, Option<Rect>) {
    if body.width < 70 {
        return (left_column(body, WIDEST_TEXT), None);
    }
    let words = left_column(body, ((body.width - 4) / 2).min(WIDEST_TEXT));
    let left = words.right() + 4;
    (words, Some(Rect { x: left, width: body.right() - left, ..body }))
}

fn words_of<'a>(
    shared: &Shared,
    ready: &ReadyScreen,
    width: usize,
    theme: &Theme,
) -> Vec<Line<'a>> {
    let session = ready.session.session();
    let texts = shared.texts(&ready.timeline);
    let mut lines = Vec::new();
    if let Some(notice) = &shared.notice {
        lines.extend(wrapped(notice, width, theme.warn()));
    }
    // What comes first today stands first.
    if shared.today.is_urgent() {
        lines.extend(points(&shared.today.urgent_advice(texts.language()), width, theme.warn()));
        lines.push(Line::default());
    }
    lines.extend(wrapped(&session.summary, width, theme.text()));
    lines.push(Line::default());
    let position = texts.text(&Message::new(format!("position-{}", session.position.id())));
    lines.extend(wrapped(&position, width, theme.calm()));
    let tools = session.tools.iter().filter(|tool| **tool != Tool::Hands);
    let tools = tools.map(|tool| texts.text(&Message::new(format!("tool-{}", tool.id()))));
    let tools: Vec<_> = tools.collect();
    if !tools.is_empty() {
        let words = texts.text(&Message::new("ready-tools").with("tools", tools.join(", ")));
        lines.extend(wrapped(&words, width, theme.calm()));
    }
    lines.extend(voice(&shared.voice, texts, width, theme));
    lines.push(Line::default());
    let always = texts.text(&Message::new("ready-always"));
    lines.extend(wrapped(&always, width, theme.text()));
    let cautions = ready.session.cautions_in(texts.language());
    lines.extend(points(&cautions, width, theme.text()));
    lines
}

/// Whether a voice will be heard, or how far it is with the words.
fn voice<'a>(voice: &VoiceView, texts: &Texts, width: usize, theme: &Theme) -> Vec<Line<'a>> {
    let VoiceView { done, of, silent, why } = voice;
    let say = |message: Message| texts.text(&message);
    let silent_for = |silent: &'static str, because: &'static str| match why {
        Some(why) => Message::new(because).with("why", why.as_str()),
        None => Message::new(silent),
    };
    match (of - silent, silent) {
        _ if *of == 0 => Vec::new(),
        _ if voice.is_working() => {
            let full = done * BAR / of;
            vec![Line::from(vec![
                Span::styled(format!("{}  ", say(Message::new("ready-voice-works"))), theme.dim()),
                Span::styled("━".repeat(full), theme.calm()),
                Span::styled("─".repeat(BAR - full), theme.dim()),
            ])]
        }
        (_, 0) => {
            let mut lines = wrapped(&say(Message::new("ready-voice")), width, theme.calm());
            if let Some(why) = why {
                let though = say(Message::new("ready-voice-though").with("why", why.as_str()));
                lines.extend(wrapped(&though, width, theme.dim()));
            }
            lines
        }
        (0, _) => {
            let words = say(silent_for("ready-silent", "ready-silent-why"));
            wrapped(&words, width, theme.dim())
        }
        (_, some) => {
            let message = silent_for("ready-some-silent", "ready-some-silent-why");
            let words = say(message.with("some", *some).with("of", *of));
            wrapped(&words, width, theme.dim())
        }
    }
}

#[cfg(test)]
mod tests;
