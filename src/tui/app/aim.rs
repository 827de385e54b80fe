//! What an action means on a screen of a certain size: what a click lies on, how far a page goes.

use ratatui::layout::Rect;

use super::{App, Learn, Mode, Sheet};
use crate::tui::Action;
use crate::tui::screens::browse::found_at;
use crate::tui::screens::home::suggestion_at;
use crate::tui::screens::learn::{page_room, topic_at};

impl App {
    /// Turns a click into the choice it lies on, and lets what is scrolled know its room.
    pub fn aim(&mut self, action: Action, screen: Rect) -> Action {
        if let Mode::Learn(learn) = &mut self.mode {
            fit_page(learn, screen);
        }
        let Action::Click(column, row) = action else {
            return action;
        };
        let (hit, selected) = match &mut self.mode {
            Mode::Home(home) => {
                let hit = suggestion_at(screen, home.suggested.len(), column, row);
                (hit, &mut home.selected)
            }
            Mode::Browse(browse) => (found_at(screen, browse, column, row), &mut browse.selected),
            Mode::Learn(learn) => return aim_at_topic(learn, screen, column, row, action),
            _ => return action,
        };
        match hit {
            // The first click chooses, a second on the same line opens.
            Some(line) if line == *selected => Action::Open,
            Some(line) => {
                *selected = line;
                action
            }
            None => action,
        }
    }
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
