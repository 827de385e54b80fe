//! What an action means on a screen of a certain size: what a click lies on, how far a page goes.

use ratatui::layout::{Position, Rect};

use super::{App, Chart, Learn, Mode, Over, Sheet};
use crate::library::Entry;
use crate::player::NowPlaying;
use crate::screens::drawing::browse::found_at;
use crate::screens::drawing::chart::{MapTarget, is_list, target_at};
use crate::screens::drawing::home::suggestion_at;
use crate::screens::drawing::learn::{page_room, topic_at};
use crate::screens::drawing::mixer;
use crate::screens::{Action, View};

impl App {
    /// Turns a click into the choice it lies on, and lets what is scrolled know its room.
    pub fn aim(&mut self, action: Action, now: &NowPlaying, view: &View) -> Action {
        let screen = view.area;
        match &mut self.mode {
            Mode::Learn(learn) => fit_page(learn, screen),
            Mode::Chart(chart) => chart.is_list = is_list(view),
            _ => {}
        }
        let Action::Click(column, row) = action else {
            return action;
        };
        if self.fader().is_some() {
            return self.aim_at_mixer(now, screen, column, row);
        }
        // The first click chooses, a second on the same line opens.
        match &mut self.mode {
            Mode::Home(home) => match suggestion_at(screen, home.suggested.len(), column, row) {
                Some(line) if line == home.selected => Action::Open,
                Some(line) => {
                    home.selected = line;
                    action
                }
                None => action,
            },
            Mode::Browse(browse) => match found_at(screen, browse, column, row) {
                Some((line, _)) if line == browse.selected => Action::Open,
                Some((line, first)) => {
                    browse.point_at(line, first);
                    action
                }
                None => action,
            },
            Mode::Learn(learn) => aim_at_topic(learn, screen, column, row, action),
            Mode::Chart(chart) => {
                let target = target_at(view, chart, &self.catalogue, column, row);
                target.map_or(action, |target| point(chart, target, &self.catalogue, action))
            }
            _ => action,
        }
    }

    /// A click among the volumes chooses what it lies on, and sets it at once.
    fn aim_at_mixer(&mut self, now: &NowPlaying, screen: Rect, column: u16, row: u16) -> Action {
        let (fader, action) = mixer::target_at(self, now, screen, Position::new(column, row));
        if let Some(fader) = fader {
            self.over = Over::Mixer(fader);
        }
        action
    }
}

/// The first click chooses, a second on the same place or session opens.
fn point(chart: &mut Chart, target: MapTarget, catalogue: &[Entry], action: Action) -> Action {
    match target {
        MapTarget::Spot(spot) | MapTarget::Listed(spot, _)
            if chart.selected.is_none() && spot == chart.at =>
        {
            return Action::Open;
        }
        MapTarget::Spot(spot) => chart.choose(spot, catalogue),
        MapTarget::Listed(spot, first) => {
            chart.choose(spot, catalogue);
            chart.held = Some(first);
        }
        MapTarget::Panel(panel) => chart.turn_to(panel, catalogue),
        MapTarget::Session(session, _) if chart.selected == Some(session) => return Action::Open,
        MapTarget::Session(session, first) => {
            chart.selected = Some(session);
            chart.held = Some(first);
        }
        MapTarget::More => {
            chart.selected = None;
            return Action::Open;
        }
    }
    action
}

fn fit_page(learn: &mut Learn, screen: Rect) {
    if let Sheet::Page(reading) = &mut learn.sheet {
        let (lines, rows) = page_room(reading, screen);
        reading.fit(lines, rows);
    }
}

fn aim_at_topic(learn: &mut Learn, screen: Rect, column: u16, row: u16, action: Action) -> Action {
    let Sheet::Topics { selected, .. } = learn.sheet else {
        return action;
    };
    match topic_at(screen, learn, column, row) {
        Some((topic, _)) if topic == selected => Action::Open,
        Some((topic, first)) => {
            learn.point_at(topic, first);
            action
        }
        None => action,
    }
}
