//! Pages to read: the topics, the page about one, and the way back.

use std::sync::Arc;

use super::{App, Home, Mode, Request};
use crate::body::Region;
use crate::learn::{Page, Topic, TopicGroup, of_step};
use crate::library::Entry;
use crate::player::{NowPlaying, Player};
use crate::screens::{Action, Place};
use crate::timeline::{Segment, Timeline};

/// Pages to read, over the screen they were asked for on.
#[derive(Clone, Debug)]
pub struct Learn {
    /// What is open.
    pub sheet: Sheet,
    /// The topics, under their headings; those of a session come first.
    pub sections: Vec<Section>,
    /// What was open before, the last one last.
    trail: Vec<Sheet>,
    pub(super) under: Box<Mode>,
}

/// Topics under one heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// The topics.
    pub topics: Vec<Topic>,
}

impl Section {
    /// The page about one place of the body.
    fn about_place(region: Region) -> Self {
        Self { title: "This place".to_owned(), topics: vec![Topic::Place(region)] }
    }
}

/// What is open.
#[derive(Clone, Debug)]
pub enum Sheet {
    /// The topics, one of them selected, and its page for a first look.
    Topics {
        /// Which is selected, counted through all sections.
        selected: usize,
        /// Its page, read when it was selected.
        page: Option<Arc<Page>>,
        /// The first line shown when it was clicked on: what lies under a pointer stays there.
        held: Option<usize>,
    },
    /// A page.
    Page(Reading),
}

/// A page being read.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What it is about.
    pub topic: Topic,
    /// The page.
    pub page: Arc<Page>,
    /// The first line shown.
    pub scroll: usize,
    /// The farthest it can be scrolled on the screen there is, and the rows of a screenful.
    room: (usize, usize),
}

impl Reading {
    fn of(topic: Topic) -> Option<Self> {
        let page = Arc::new(topic.page().ok()?);
        Some(Self { topic, page, scroll: 0, room: (0, 1) })
    }

    /// Takes in how much of it fits, so that scrolling ends where the page does.
    pub(super) fn fit(&mut self, lines: usize, rows: usize) {
        self.room = (lines.saturating_sub(rows), rows);
        self.scroll = self.scroll.min(self.room.0);
    }

    fn act(&mut self, action: Action) {
        let (farthest, rows) = self.room;
        // A line of the last screenful stays, so that the eye finds where it was.
        let screenful = rows.saturating_sub(2).max(1);
        self.scroll = match action {
            Action::Up => self.scroll.saturating_sub(1),
            Action::Down => self.scroll + 1,
            Action::ReadBack => self.scroll.saturating_sub(screenful),
            Action::Open => self.scroll + screenful,
            Action::First => 0,
            Action::Last => farthest,
            _ => self.scroll,
        }
        .min(farthest);
    }

    /// The topic before or after this one in its group.
    fn neighbour(&self, action: Action) -> Option<Topic> {
        let topics = self.topic.group().topics();
        let at = topics.iter().position(|topic| *topic == self.topic)?;
        let other = if action == Action::Next { at + 1 } else { at.checked_sub(1)? };
        topics.get(other).copied()
    }
}

impl Learn {
    fn new(under: Mode, about: Option<Section>) -> Self {
        let group =
            |group: TopicGroup| Section { title: group.title().to_owned(), topics: group.topics() };
        let sections = about.into_iter().chain(TopicGroup::ALL.map(group)).collect();
        let sheet = Sheet::Topics { selected: 0, page: None, held: None };
        let mut learn = Self { sheet, sections, trail: Vec::new(), under: Box::new(under) };
        learn.select(0);
        learn
    }

    /// Every topic in the order it is listed.
    pub fn topics(&self) -> impl Iterator<Item = Topic> {
        self.sections.iter().flat_map(|section| section.topics.iter().copied())
    }

    /// The kind of screen, for the key map.
    pub fn place(&self) -> Place {
        match self.sheet {
            Sheet::Topics { .. } => Place::Topics,
            Sheet::Page(_) => Place::Reading,
        }
    }

    /// Selects a topic and reads its page.
    fn select(&mut self, index: usize) {
        let topic = self.topics().nth(index);
        if let Sheet::Topics { selected, page, held } = &mut self.sheet {
            *selected = index;
            *page = topic.and_then(|topic| topic.page().ok()).map(Arc::new);
            *held = None;
        }
    }

    /// Selects a topic that was clicked on, while `first` is the first line shown.
    pub(super) fn point_at(&mut self, index: usize, first: usize) {
        self.select(index);
        if let Sheet::Topics { held, .. } = &mut self.sheet {
            *held = Some(first);
        }
    }

    /// The first topic of the section before or after the one a topic is in.
    fn other_section(&self, selected: usize, action: Action) -> usize {
        let mut firsts = Vec::new();
        let mut first = 0;
        for section in &self.sections {
            firsts.push(first);
            first += section.topics.len();
        }
        let mut firsts = firsts.into_iter();
        match action {
            Action::Next => firsts.find(|first| *first > selected).unwrap_or(selected),
            _ => firsts.rfind(|first| *first < selected).unwrap_or(0),
        }
    }

    /// Opens a page; Escape comes back to what is open now.
    fn open(&mut self, topic: Option<Topic>) {
        if let Some(reading) = topic.and_then(Reading::of) {
            let before = std::mem::replace(&mut self.sheet, Sheet::Page(reading));
            self.trail.push(before);
        }
    }

    /// Does what a key means. Returns whether the person is done with reading.
    fn act(&mut self, action: Action) -> bool {
        match (&mut self.sheet, action) {
            (_, Action::Back) => match self.trail.pop() {
                Some(sheet) => self.sheet = sheet,
                None => return true,
            },
            (Sheet::Topics { selected, .. }, _) => {
                let selected = *selected;
                self.act_on_topics(action, selected);
            }
            (Sheet::Page(reading), Action::Next | Action::Previous) => {
                // Leafing leaves no trail: Escape leads back to where one began.
                if let Some(next) = reading.neighbour(action).and_then(Reading::of) {
                    *reading = next;
                }
            }
            (Sheet::Page(reading), Action::Related(number)) => {
                let related = reading.page.related();
                self.open(related.get(usize::from(number).saturating_sub(1)).copied());
            }
            (Sheet::Page(reading), Action::Topics) => {
                let topic = reading.topic;
                let selected = self.topics().position(|other| other == topic).unwrap_or(0);
                let topics = Sheet::Topics { selected, page: None, held: None };
                self.sheet = topics;
                self.trail.clear();
                self.select(selected);
            }
            (Sheet::Page(reading), _) => reading.act(action),
        }
        false
    }

    fn act_on_topics(&mut self, action: Action, selected: usize) {
        let last = self.topics().count().saturating_sub(1);
        match action {
            Action::Up => self.select(selected.saturating_sub(1)),
            Action::Down => self.select((selected + 1).min(last)),
            Action::First => self.select(0),
            Action::Last => self.select(last),
            Action::Next | Action::Previous => self.select(self.other_section(selected, action)),
            Action::Open => {
                let topic = self.topics().nth(selected);
                self.open(topic);
            }
            _ => {}
        }
    }
}

impl App {
    /// Opens the pages over what is on screen. A playing session pauses, as it does under help, and
    /// the page is about what it was at.
    pub(super) fn learn(&mut self, now: &NowPlaying) -> Vec<Request> {
        let about = self.about(now);
        let player = now.player().filter(|_| matches!(self.mode, Mode::Playing));
        let at = player.and_then(topic_at);
        let requests = self.pause();
        let under = std::mem::replace(&mut self.mode, Mode::Home(Home::default()));
        let mut learn = Learn::new(under, about);
        if let Some(reading) = at.and_then(Reading::of) {
            learn.sheet = Sheet::Page(reading);
        }
        self.mode = Mode::Learn(Box::new(learn));
        requests
    }

    /// Does what a key means while one reads.
    pub(super) fn read(&mut self, action: Action) -> Vec<Request> {
        let Mode::Learn(learn) = &mut self.mode else {
            return Vec::new();
        };
        if learn.act(action) {
            let home = Mode::Home(Home::default());
            self.mode = std::mem::replace(&mut *learn.under, home);
        }
        Vec::new()
    }

    /// The topics of the session that is chosen or plays.
    fn about(&self, now: &NowPlaying) -> Option<Section> {
        let (title, topics) = match &self.mode {
            Mode::Home(home) => {
                let entry = home.suggested.get(home.selected).and_then(|i| self.catalogue.get(*i));
                of_entry(entry?)
            }
            Mode::Browse(browse) => of_entry(browse.selection(&self.catalogue)?),
            Mode::Chart(chart) => match chart.selection(&self.catalogue) {
                Some(entry) => of_entry(entry),
                None => return Some(Section::about_place(chart.at.region)),
            },
            Mode::Ready(ready) => of_timeline(&ready.timeline),
            Mode::Playing => of_timeline(now.player()?.timeline()),
            Mode::Summary(_) | Mode::Drifting(_) | Mode::Help(_) | Mode::Learn(_) => return None,
        };
        (!topics.is_empty()).then(|| Section { title: format!("In “{title}”"), topics })
    }
}

/// What a session is at: the page about this step, or about the one that comes next.
fn topic_at(player: &Player) -> Option<Topic> {
    let moment = player.moment();
    let mut segments = [Some(moment.segment), moment.next].into_iter().flatten();
    segments.find_map(|segment| of_step(segment.step.as_ref()?))
}

fn of_entry(entry: &Entry) -> (&str, Vec<Topic>) {
    let techniques = entry.techniques.iter().copied().map(Topic::Technique);
    let places = entry.regions.iter().copied().map(Topic::Place);
    let goals = entry.goals.iter().copied().map(Topic::Goal);
    (&entry.title, techniques.chain(places).chain(goals).collect())
}

/// Techniques first, then what the steps are about, in their order.
fn of_timeline(timeline: &Timeline) -> (&str, Vec<Topic>) {
    let segments = timeline.segments().iter();
    let techniques = segments.clone().filter_map(Segment::massage);
    let techniques = techniques.map(|massage| Topic::Technique(massage.technique));
    let steps = segments.filter_map(|segment| of_step(segment.step.as_ref()?));
    let mut topics = Vec::new();
    for topic in techniques.chain(steps) {
        if !topics.contains(&topic) {
            topics.push(topic);
        }
    }
    (timeline.title(), topics)
}
