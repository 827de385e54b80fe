//! What to know before a session: questions first, then what was changed, then the cautions.

use ratatui::Frame;
use ratatui::layout::{Alignment, Rect};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr as _;

use super::turning::reading_millis;
use super::{AskingStep, QuestionsScreen};
use crate::care::{CareTable, Site};
use crate::screens::drawing::{Draw, DrawContext};
use crate::screens::page::{PageLayout, left_column};
use crate::screens::widgets::footer;
use crate::screens::widgets::lists::{points, wrapped};
use crate::screens::widgets::numbered::{AnswerKeys, NumberedPage, WIDEST};
use crate::screens::{Action, ScreenView};
use crate::theme::Theme;
use crate::words::{Message, Texts, upper_first};

/// With fewer columns than this, what is asked is asked in the fewest words.
const NARROW: u16 = 60;
/// With fewer rows than this, every one of them is read in.
const LOW: u16 = 16;

/// How a page is set.
#[derive(Clone, Copy)]
struct PageLook {
    columns: usize,
    room: PageRoominess,
    /// The person has told of themselves, at least in part.
    has_told: bool,
    theme: Theme,
}

/// How much room there is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PageRoominess {
    /// All of the page is seen at once, with empty lines.
    Wide,
    /// It goes on over the edge.
    Close,
    /// And lines are short: in the fewest words.
    Least,
}

/// The line of a low screen that says what this is: whether there is more stands after the title, and
/// at the right the name of the session, as far as it has room.
struct LowHead {
    more: Rect,
    left: Rect,
}

impl LowHead {
    fn new(head: Rect, title: &str, more: &str) -> Self {
        let after = |columns: usize| {
            let columns = u16::try_from(columns).unwrap_or(u16::MAX);
            Rect { x: head.x.saturating_add(columns), ..head }.intersection(head)
        };
        let begins = title.width() + 2;
        Self { more: after(begins), left: after(begins + more.width() + 1) }
    }
}

impl Draw for QuestionsScreen {
    fn draw(&self, frame: &mut Frame, context: &DrawContext<'_>, view: &mut ScreenView) {
        let DrawContext { shared, page, .. } = *context;
        let theme = view.theme;
        let texts = shared.texts(self.start.player.timeline());
        let has_told = !shared.person.profile.answered.is_empty();
        let lines = |area: Rect, room| {
            let look = PageLook { columns: area.width.min(WIDEST).into(), room, has_told, theme };
            self.lines(look, texts)
        };
        let spacious = lines(page.body, PageRoominess::Wide);
        let (page, lines) = if spacious.len() <= usize::from(page.body.height) {
            (page, spacious)
        } else {
            // What is long takes all of the screen, so that it is read in as few screens as can be.
            let close = PageLayout::close(frame.area());
            let room =
                if close.body.width < NARROW { PageRoominess::Least } else { PageRoominess::Close };
            (close, lines(close.body, room).closely())
        };
        let title = texts.text(&self.session.questions_title());
        let column = left_column(page.body, WIDEST);
        // Where rows are few, the one that says that there is more is read in as well.
        let is_low = frame.area().height < LOW;
        let below = u16::from(is_low && page.foot.y > column.bottom());
        let area = Rect { height: column.height + below, ..column };
        let lines = lines.in_whole_pages(area.height.into());
        let seen = lines.seen(area.height.into(), self.scroll);
        let turns = seen.is_more && !seen.asks && self.may_turn(shared);
        let more = texts.text(&Message::new(if turns { "page-turns" } else { "page-more" }));
        let low = LowHead::new(page.head, &title, if seen.is_more { &more } else { "" });
        let at = if is_low { low.more } else { Rect { y: column.bottom(), height: 1, ..column } };
        lines.draw_with(frame, area, self.scroll, (&more, at), view);
        view.frame.reading_millis = turns.then(|| reading_millis(seen.words));
        let right = if is_low { low.left } else { LowHead::new(page.head, &title, "").left };
        // Which session it is was chosen just now: its name is there whole, or not at all.
        let session = &self.session.session().title;
        let session = if session.width() <= right.width.into() { session.as_str() } else { "" };
        frame.render_widget(Line::styled(title, theme.accent()), page.head);
        let session = Line::styled(session, theme.dim()).alignment(Alignment::Right);
        frame.render_widget(session, right);
        let beside = Rect { x: area.right() + 2, ..page.body }.intersection(page.body);
        self.form.draw_place(frame, beside, view, texts);
        // The map is there for who hurts.
        let but = self.form.pain_place_asked().is_none().then_some(Action::BodyMap);
        let keys = (self.form(), but);
        let answers = self.answer_keys().all(self.answers());
        footer::draw_answers(frame, page.foot, keys, &answers, &theme, texts);
    }
}

impl QuestionsScreen {
    fn lines(&self, look: PageLook, texts: &Texts) -> NumberedPage<'static> {
        let PageLook { columns, room, theme, .. } = look;
        let theme = &theme;
        let mut page = NumberedPage::default();
        let cautions = match &self.step {
            AskingStep::Where(index, places) => {
                self.ask_where(*index, places, columns, theme, texts, &mut page);
                return page;
            }
            AskingStep::Asking => {
                page.rows(if room == PageRoominess::Wide {
                    self.form.lines(columns, theme, texts)
                } else {
                    self.form.close_lines(columns, theme, texts)
                });
                if !self.tells {
                    return page;
                }
                if !page.is_empty() && !self.questions.is_empty() {
                    page.space();
                }
                self.ask(look, texts, &mut page);
                if self.is_any_so() || !self.signs.is_empty() {
                    page.space();
                    self.advise(columns, theme, texts, &mut page);
                }
                self.cautions.clone()
            }
            AskingStep::Advice(read) => {
                self.advise(columns, theme, texts, &mut page);
                let cautions = self.cautions.iter();
                cautions.filter(|caution| !read.contains(caution)).cloned().collect()
            }
        };
        let mut part = |title: &'static str, body: Vec<Line<'static>>| {
            if body.is_empty() {
                return;
            }
            if !page.is_empty() {
                page.space();
            }
            page.add([Line::styled(texts.text(&Message::new(title)), theme.calm())]);
            page.add(body);
        };
        let changes =
            if self.tells_changes { self.session.change_messages(texts) } else { Vec::new() };
        let changes: Vec<_> = changes.iter().map(|it| texts.text(it)).collect();
        part("questions-changed", points(&changes, columns, theme.text()));
        let mut know = points(&cautions, columns, theme.text());
        if self.step == AskingStep::Asking {
            let always =
                if room == PageRoominess::Least { "ready-always-brief" } else { "ready-always" };
            know.extend(wrapped(&texts.text(&Message::new(always)), columns, theme.text()));
            if room == PageRoominess::Wide && !look.has_told && !self.cautions.is_empty() {
                let once = texts.text(&Message::new("questions-tell-once"));
                know.extend(wrapped(&once, columns, theme.dim()));
            }
        }
        part("questions-know", know);
        page
    }

    /// What is answered with: where numbers are given too, digits are those.
    fn answer_keys(&self) -> AnswerKeys {
        let gives_numbers = self.step == AskingStep::Asking && !self.form.is_empty();
        if gives_numbers { AnswerKeys::Letters } else { AnswerKeys::Numbers }
    }

    /// How much there is to answer.
    fn answers(&self) -> usize {
        match &self.step {
            AskingStep::Where(_, places) => places.len(),
            AskingStep::Asking | AskingStep::Advice(_) => self.questions.len(),
        }
    }

    /// The questions, each with its key.
    fn ask(&self, look: PageLook, texts: &Texts, page: &mut NumberedPage<'_>) {
        let PageLook { columns, room, theme, .. } = look;
        let theme = &theme;
        let is_brief = room == PageRoominess::Least;
        let intro = match self.questions.len() {
            0 => return,
            _ if is_brief => "questions-ask-brief",
            1 => "questions-ask-one",
            _ => "questions-ask",
        };
        let keys = self.answer_keys();
        let mark = if keys == AnswerKeys::Letters { "letter" } else { "number" };
        let intro = Message::new(intro).with("mark", mark).with("key", keys.of(0));
        page.text(&texts.text(&intro), columns, theme.calm());
        let (table, language) = (CareTable::shipped(), texts.language());
        let asked = |question| {
            let words = if is_brief {
                table.asks_briefly(question, language)
            } else {
                table.asks(question, language)
            };
            words.to_owned()
        };
        let items = self.questions.iter().map(|it| (asked(it.question), it.is_so));
        page.items(items, (keys, columns), theme);
    }

    /// The places that a yes may be about, each with its key.
    fn ask_where(
        &self,
        index: usize,
        places: &[Site],
        columns: usize,
        theme: &Theme,
        texts: &Texts,
        page: &mut NumberedPage<'_>,
    ) {
        let Some(asked) = self.questions.get(index) else { return };
        page.text(
            CareTable::shipped().asks(asked.question, texts.language()),
            columns,
            theme.text(),
        );
        page.space();
        page.text(&texts.text(&Message::new("questions-where")), columns, theme.calm());
        let items = places
            .iter()
            .map(|site| (upper_first(&texts.text(&site.message())), asked.sites.contains(site)));
        page.items(items, (self.answer_keys(), columns), theme);
    }

    /// What comes first of all: whom to call for which signs.
    fn advise_on_signs(
        &self,
        columns: usize,
        theme: &Theme,
        texts: &Texts,
        page: &mut NumberedPage<'_>,
    ) {
        page.add([Line::styled(texts.text(&Message::new("questions-advice")), theme.calm())]);
        page.add(points(&self.sentences(texts), columns, theme.warn()));
    }

    fn sentences(&self, texts: &Texts) -> Vec<String> {
        self.signs.iter().map(|row| row.sentence(texts.language())).collect()
    }

    /// What comes first for whoever said yes.
    fn advise(&self, columns: usize, theme: &Theme, texts: &Texts, page: &mut NumberedPage<'_>) {
        self.advise_on_signs(columns, theme, texts, page);
        let so = self.questions.iter().filter(|asked| asked.is_so);
        let advice =
            so.flat_map(|asked| CareTable::shipped().advice_on(asked.question, texts.language()));
        let signs = self.sentences(texts);
        let mut advice: Vec<String> = advice.filter(|advice| !signs.contains(advice)).collect();
        advice.dedup();
        page.add(points(&advice, columns, theme.warn()));
        if !self.is_any_so() && self.step == AskingStep::Asking {
            return;
        }
        let so = match self.session.changes() {
            _ if self.is_urgent() => "questions-not-now",
            [] => "questions-as-it-is",
            _ => "questions-gentler",
        };
        page.space();
        page.text(&texts.text(&Message::new(so)), columns, theme.text());
    }
}
