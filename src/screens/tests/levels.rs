//! The volumes, as they are on screen.

use super::*;

/// The volumes over a step, with the chimes chosen and the breath silent.
pub(super) fn volumes() -> Shown {
    let mut app = playing(MASSAGE);
    set_volumes(&mut app);
    app
}

/// The same over a breath, for which there is little room on a small screen.
pub(super) fn volumes_in_breath() -> Shown {
    let mut app = playing(BREATH);
    set_volumes(&mut app);
    app
}

/// The same over a session about to be played.
pub(super) fn volumes_before() -> Shown {
    let mut app = ready();
    set_volumes(&mut app);
    app
}

fn set_volumes(app: &mut Shown) {
    app.control(Control::Level(SoundKind::Breath, 0));
    for action in [Action::Volumes, Action::Down, Action::Down, Action::Left] {
        app.act(action);
    }
}
