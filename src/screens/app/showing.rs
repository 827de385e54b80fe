//! Shows what was loaded, planned or is due.

use std::sync::Arc;

use super::App;
use crate::care::screen;
use crate::choices::Background;
use crate::courses::CourseProgress;
use crate::journal::WhatHelped;
use crate::planner::{CannotPlan, Plan, PlanRequest};
use crate::screens::{ReadyScreen, Screen, SessionPreview};
use crate::session::Session;
use crate::timeline::{LengthWish, Wish, prepare};

impl App {
    /// Offers what is due today in the course that goes on, from the next look at what fits now on.
    pub fn offer_course(&mut self, progress: Option<CourseProgress>, today: &str) {
        let course = progress
            .as_ref()
            .and_then(|progress| self.shared.catalogue.courses().named(&progress.course));
        let due = progress.as_ref().zip(course);
        self.shared.course_today = due.and_then(|(progress, course)| progress.due(course, today));
        self.shared.course = progress;
    }

    /// Shows what helped, where that is open.
    /// `goal` is about how many sessions a week would suit the person, where they have said so.
    pub fn show_helped(&mut self, helped: WhatHelped, goal: Option<u32>) {
        let open = self.screens.iter_mut().find_map(|screen| match screen {
            Screen::Helped(open) => Some(open),
            _ => None,
        });
        if let Some(open) = open {
            open.helped = Some(helped);
            open.goal = goal;
        }
    }

    /// Shows the outline of a session beside the list it was chosen in.
    pub fn show_preview(&mut self, id: &str, session: &Session, bed: &Background) {
        let wish = self.shared.wish(session, bed);
        let screened = screen(session, &self.shared.person);
        let Ok(timeline) = prepare(&screened, &wish).map(Arc::new) else { return };
        for screen in self.screens.iter_mut() {
            if let Screen::Library(library) = screen {
                library.preview = Some(SessionPreview {
                    id: id.to_owned(),
                    summary: screened.session().summary.clone(),
                    timeline: Arc::clone(&timeline),
                });
            }
        }
    }

    /// Shows a session that was asked for, fitted to a length.
    pub fn show_ready(
        &mut self,
        id: String,
        session: &Session,
        (bed, length): (&Background, LengthWish),
    ) {
        let wish = Wish { length, ..self.shared.wish(session, bed) };
        match ReadyScreen::new(id, screen(session, &self.shared.person), &wish) {
            Ok(ready) => self.screens.push(ready.into()),
            Err(error) => self.shared.notice = Some(error.to_string()),
        }
    }

    /// Shows what came of a plan that was asked for, unless something else is asked for by now.
    pub fn show_plan(
        &mut self,
        request: &PlanRequest,
        planned: Result<Plan, CannotPlan>,
        bed: &Background,
    ) {
        let shared = &self.shared;
        let asking = self.screens.iter_mut().find_map(|screen| match screen {
            Screen::Planner(screen) if screen.request() == *request => Some(screen),
            _ => None,
        });
        if let Some(screen) = asking {
            let wish = |plan: &Plan| shared.wish(&plan.session, bed);
            screen.show(planned, &shared.person, wish);
            self.shared.plan_choices = Some(screen.choices().clone());
        }
    }
}
