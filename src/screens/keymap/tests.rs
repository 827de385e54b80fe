//! The table of keys holds what it promises.

use super::*;

use KeyCode::{Char, Down, Enter, Esc, Left, Right, Tab, Up};

/// Every place but the dark, where any key lights.
fn lit_places() -> impl Iterator<Item = Place> {
    Place::ALL.iter().copied().filter(|place| !matches!(place, Place::Dark | Place::Silent))
}

fn press(code: KeyCode, place: Place) -> Option<Action> {
    action_for(&Event::Key(KeyEvent::new(code, NONE)), place)
}

#[test]
fn no_row_is_hidden_by_a_row_above_it() {
    for row in rows() {
        for place in row.places {
            for key in row.keys {
                let event = KeyEvent::new(*key, row.modifier);
                let action = action_for(&Event::Key(event), *place);
                assert_eq!(action, Some(row.action), "{key:?} in {place:?}");
            }
        }
    }
}

#[test]
fn a_key_that_is_written_down_is_among_the_keys_that_work() {
    for row in rows() {
        for written in row.written.split(' ').filter(|written| written.chars().count() == 1) {
            let letter = written.chars().next().expect("one letter");
            let known = rows().filter(|other| other.action == row.action).any(|other| {
                other.keys.contains(&Char(letter)) || matches!(letter, '←' | '→' | '↑' | '↓' | '⌫')
            });
            assert!(known, "{written} for {:?}", row.action);
        }
    }
}

#[test]
fn one_key_dims_and_lights_every_screen_and_means_nothing_else() {
    for place in lit_places().filter(|place| !takes_letters(*place)) {
        assert_eq!(press(Char('n'), place), Some(Action::Night), "{place:?}");
        assert!(footer(place).any(|(written, _)| written == "n"), "{place:?}");
    }
}

#[test]
fn page_up_and_page_down_never_jump_to_an_end() {
    for place in lit_places().filter(|place| *place != Place::Volumes) {
        for (key, end) in [(KeyCode::PageUp, Action::First), (KeyCode::PageDown, Action::Last)] {
            assert_ne!(press(key, place), Some(end), "{place:?}");
        }
    }
}

#[test]
fn every_screen_can_be_left_and_explains_its_keys() {
    for place in lit_places() {
        if !takes_letters(place) {
            assert_eq!(press(Char('q'), place), Some(Action::Quit), "{place:?}");
            assert_eq!(press(Char('?'), place), Some(Action::Help), "{place:?}");
        }
        let control = KeyEvent::new(Char('c'), KeyModifiers::CONTROL);
        assert_eq!(action_for(&Event::Key(control), place), Some(Action::Quit), "{place:?}");
    }
}

#[test]
fn escape_goes_back_or_ends_everywhere_but_at_home() {
    for place in lit_places().filter(|place| *place != Place::Home) {
        let action = press(Esc, place);
        assert!(matches!(action, Some(Action::Back | Action::Finish)), "{place:?}: {action:?}");
    }
}

#[test]
fn enter_goes_on_everywhere_but_in_help() {
    for place in lit_places().filter(|place| *place != Place::Help) {
        let action = press(Enter, place);
        let is_on =
            matches!(action, Some(Action::Open | Action::Toggle | Action::Try | Action::PageDown));
        assert!(is_on, "{place:?}: {action:?}");
    }
}

#[test]
fn the_letters_under_the_right_hand_mean_what_the_arrows_mean() {
    let pairs = [(Char('h'), Left), (Char('j'), Down), (Char('k'), Up)];
    let places = lit_places();
    let others = |it: &Place| !takes_letters(*it) && !matches!(it, Place::Summary | Place::Help);
    for place in places.filter(others) {
        for (letter, arrow) in pairs {
            assert_eq!(press(letter, place), press(arrow, place), "{letter:?} in {place:?}");
        }
    }
    for place in [Place::Ready, Place::Playing, Place::Topics, Place::Reading] {
        assert_eq!(press(Char('l'), place), press(Right, place), "{place:?}");
    }
}

#[test]
fn in_the_dark_every_key_means_at_least_light() {
    for place in [Place::Dark, Place::Silent] {
        for key in [Char('x'), Char('?'), Char(' '), Left, Tab, KeyCode::F(5)] {
            assert_eq!(press(key, place), Some(Action::Light), "{key:?} in {place:?}");
        }
        assert_eq!(press(Char('q'), place), Some(Action::Quit));
    }
    assert_eq!(press(Esc, Place::Dark), Some(Action::Finish));
    assert_eq!(press(Enter, Place::Silent), Some(Action::Back));
}

#[test]
fn any_key_that_means_nothing_else_goes_on_where_a_step_waits() {
    for key in [Char('x'), Char(' '), Enter, Tab, KeyCode::F(5)] {
        assert_eq!(press(key, Place::Waiting), Some(Action::Toggle), "{key:?}");
    }
    assert_eq!(press(Char('x'), Place::Playing), Some(Action::ShowKeys));
    assert_eq!(press(Esc, Place::Waiting), Some(Action::Finish));
}

#[test]
fn a_key_that_is_let_go_means_nothing() {
    let mut key = KeyEvent::new(Enter, NONE);
    key.kind = KeyEventKind::Release;
    assert_eq!(action_for(&Event::Key(key), Place::Home), None);
}

#[test]
fn the_wheel_moves_through_lists_and_makes_a_session_louder_or_quieter() {
    let wheel = |kind, place| {
        let mouse = crossterm::event::MouseEvent { kind, column: 0, row: 0, modifiers: NONE };
        action_for(&Event::Mouse(mouse), place)
    };
    assert_eq!(wheel(MouseEventKind::ScrollDown, Place::Library), Some(Action::Down));
    assert_eq!(wheel(MouseEventKind::ScrollUp, Place::Playing), Some(Action::Louder));
}

#[test]
fn help_has_a_word_for_every_key_that_the_footer_names() {
    for place in lit_places() {
        for named in footer(place) {
            assert!(keys(place).any(|key| key == named), "{named:?} in {place:?}");
        }
    }
}

#[test]
fn with_caps_lock_on_letters_mean_what_they_mean_without() {
    for row in rows().filter(|row| row.modifier == NONE) {
        for (place, key) in
            row.places.iter().flat_map(|it| row.keys.iter().map(move |key| (it, key)))
        {
            let Char(letter) = key else { continue };
            let large = Char(letter.to_ascii_uppercase());
            let wanted = own_action(large, NONE, *place).or(Some(row.action));
            assert_eq!(press(large, *place), wanted, "{large:?} in {place:?}");
        }
    }
    assert_eq!(press(Char('Q'), Place::Home), Some(Action::Quit));
    assert_eq!(press(Char('G'), Place::Home), Some(Action::Last));
}

#[test]
fn a_letter_of_another_keyboard_means_what_its_key_means() {
    let cases = [
        // Russian: й is on q, д on l, о on j, ъ on ], П is a large g.
        ('й', Place::Home, Action::Quit),
        ('Й', Place::Home, Action::Quit),
        ('д', Place::Home, Action::Library),
        ('о', Place::Library, Action::Down),
        ('ъ', Place::BodyMap, Action::Next),
        ('П', Place::Library, Action::Last),
        ('п', Place::Library, Action::First),
        ('ю', Place::Playing, Action::Forward),
        // Ukrainian, Greek, Hebrew and Arabic.
        ('ї', Place::BodyMap, Action::Next),
        ('ν', Place::Playing, Action::Night),
        ('Ω', Place::Playing, Action::Volumes),
        ('Γ', Place::Topics, Action::Last),
        ('צ', Place::Playing, Action::Mute),
        ('ر', Place::Ready, Action::Volumes),
        // Full-width forms, as input methods of East Asia write them.
        ('ｑ', Place::Summary, Action::Quit),
        ('Ｑ', Place::Summary, Action::Quit),
        ('？', Place::Home, Action::Help),
        ('／', Place::Library, Action::Search),
        ('３', Place::Reading, Action::Related(3)),
        ('＋', Place::Playing, Action::Extend),
        ('\u{3000}', Place::Playing, Action::Toggle),
    ];
    for (letter, place, action) in cases {
        assert_eq!(press(Char(letter), place), Some(action), "{letter} in {place:?}");
    }
    let control = KeyEvent::new(Char('с'), KeyModifiers::CONTROL);
    assert_eq!(action_for(&Event::Key(control), Place::Playing), Some(Action::Quit));
}

#[test]
fn a_letter_without_a_key_here_shows_the_keys_that_have_one() {
    for letter in ['ж', 'σ', 'é', '漢', '¿', 'ｚ'] {
        assert_eq!(press(Char(letter), Place::Home), Some(Action::ShowKeys), "{letter}");
    }
}

#[test]
fn in_a_search_every_letter_is_typed_as_it_is() {
    for letter in ['Q', 'й', 'Ω', 'ｑ', '？', 'é', '漢'] {
        for place in Place::ALL.iter().filter(|place| takes_letters(**place)) {
            assert_eq!(press(Char(letter), *place), Some(Action::Type(letter)));
        }
    }
}
