//! What the screens make of a new catalogue, which may arrive at any time.

use super::{App, Circumstances, Mode, Request};
use crate::library::Catalogue;

impl App {
    /// Shows what sessions there are. Whoever is looking at some of them keeps what they see, as far
    /// as it is still there.
    pub fn set_catalogue(&mut self, catalogue: Catalogue) -> Vec<Request> {
        let before = std::mem::replace(&mut self.catalogue, catalogue);
        follow(&mut self.mode, &self.catalogue, &before, self.circumstances);
        match &self.mode {
            Mode::Browse(browse) => browse.wanted_preview(&self.catalogue).into_iter().collect(),
            _ => Vec::new(),
        }
    }
}

/// Brings a screen that points into the catalogue before to this one, those behind it too.
fn follow(mode: &mut Mode, catalogue: &Catalogue, before: &Catalogue, now: Circumstances) {
    match mode {
        Mode::Home(home) => {
            if !home.keeps(catalogue, before) {
                home.refresh(catalogue, now.part_of_day, now.day);
            }
        }
        Mode::Browse(browse) => browse.refresh(catalogue, before),
        Mode::Chart(chart) => chart.follow(catalogue, before),
        Mode::Ready(ready) => {
            if let Some(from) = &mut ready.from {
                follow(from, catalogue, before, now);
            }
        }
        Mode::Help(under) => follow(under, catalogue, before, now),
        Mode::Learn(learn) => follow(&mut learn.under, catalogue, before, now),
        Mode::Playing | Mode::Summary(_) | Mode::Drifting(_) => {}
    }
}
