//! A plan in the making, as it is shown in the tests of every screen.

use super::home;
use super::shown::Shown;
use crate::choices::Background;
use crate::library::shipped::shipped_library;
use crate::planner::plan;
use crate::screens::{Action, Screen};

/// The screen with its first plan.
pub(super) fn planner() -> Shown {
    let mut app = home();
    app.act(Action::Plan);
    let Screen::Planner(screen) = app.app.screens.top() else { panic!("a plan in the making") };
    let request = screen.request();
    let library = shipped_library();
    let planned = plan(&request, &app.app.shared.person, library.known_names());
    app.app.show_plan(&request, planned, &Background::AsWritten);
    app
}
