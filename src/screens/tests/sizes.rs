//! What is never cut and never left out first, over the shipped sessions at every size.

use std::collections::BTreeSet;

use super::person::Person;
use super::*;
use crate::library::shipped::{shipped_library, shipped_session};
use crate::words::{Language, Message, Texts};
use unicode_width::UnicodeWidthStr as _;

/// A session laid out, and which of its steps is looked at.
pub(super) type LaidOutStep = (Arc<Timeline>, usize);

/// Every step of touch of the shipped sessions, once each.
pub(super) fn massages() -> &'static [LaidOutStep] {
    static MASSAGES: LazyLock<Vec<LaidOutStep>> = LazyLock::new(|| {
        let mut seen = BTreeSet::new();
        let mut steps = Vec::new();
        for entry in shipped_library().entries().0 {
            let timeline = prepared(&home(), &shipped_session(&entry.id).session);
            for (index, segment) in timeline.segments().iter().enumerate() {
                let title = segment.title.text(timeline.texts()).into_owned();
                if segment.massage().is_some() && seen.insert(title) {
                    steps.push((Arc::clone(&timeline), index));
                }
            }
        }
        assert!(steps.len() > 60, "{}", steps.len());
        steps
    });
    &MASSAGES
}

/// The screen in the midst of a step, without its lines ends and frame.
fn shown_at(timeline: &Arc<Timeline>, index: usize, size: (u16, u16)) -> String {
    words(&amid(home(), timeline, index), size).to_string()
}

/// In the midst of a step.
pub(super) fn amid(mut app: Shown, timeline: &Arc<Timeline>, index: usize) -> Shown {
    let segment = &timeline.segments()[index];
    let position = segment.start + segment.millis() / 2;
    app.start(Player::new(Arc::clone(timeline)).starting_at(position));
    app
}

#[test]
fn most_steps_of_touch_have_a_figure_beside_their_words_at_40_columns() {
    let steps = massages();
    let has_figure = |(timeline, index): &&LaidOutStep| {
        let mut view = ScreenView::new(Theme::night(ColorDepth::True));
        view.figures = Some(Figures::default());
        let backend = drawn(&amid(home(), timeline, *index), (40, 12), &mut view);
        let parted =
            backend.buffer().content.iter().filter(|cell| "▌▐▞▚▖▗▘▝▛▜▙▟".contains(cell.symbol()));
        parted.count() > 8
    };
    let with = steps.iter().filter(has_figure).count();
    assert!(with * 10 >= steps.len() * 6, "{with} of {}", steps.len());
}

/// All words of a screen in one line.
fn flat(screen: &str) -> String {
    let lines = screen.lines().map(|line| line.trim_matches('"').trim());
    lines.collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn steps_of_touch_have_large_words_or_a_large_number_from_80_columns_on() {
    let steps = massages();
    for size in [(80, 24), (100, 30), (200, 60)] {
        let large = steps.iter().filter(|(timeline, index)| {
            let screen = shown_at(timeline, *index, size);
            screen.matches(['█', '▀', '▄']).count() > 12
        });
        let large = large.count();
        assert!(large * 20 >= steps.len() * 19, "{size:?}: {large} of {}", steps.len());
    }
}

#[test]
fn when_to_stop_and_what_to_do_are_whole_from_80_columns_on() {
    for (timeline, index) in massages() {
        let segment = &timeline.segments()[*index];
        let title = segment.title.text(timeline.texts()).into_owned();
        for size in [(80, 24), (100, 30)] {
            let screen = flat(&shown_at(timeline, *index, size));
            if let Some(said) = &segment.stop_if {
                // Words stand in a column of their own; the first ones tell that they are there.
                let first = said.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
                assert!(screen.contains(&first), "{title} {size:?}: {first}\n{screen}");
            }
        }
    }
}

/// Rows that words take at 40x12, and those between its head and its foot.
const NARROW_COLUMNS: usize = 38;
const NARROW_ROWS: usize = 8;

#[test]
fn at_40_columns_when_to_stop_is_there_wherever_what_to_do_leaves_it_a_row() {
    let mut there = 0;
    for (timeline, index) in massages() {
        let segment = &timeline.segments()[*index];
        let title = segment.title.text(timeline.texts()).into_owned();
        let text = segment.text.as_ref().map(|it| it.text(timeline.texts()).into_owned());
        let Some(stop_if) = segment.stop_if.clone() else { continue };
        let texts = [Some(title.clone()), text, Some(stop_if.clone())].into_iter().flatten();
        let rows: usize = texts.map(|it| textwrap::wrap(&it, NARROW_COLUMNS).len()).sum();
        if rows <= NARROW_ROWS {
            let screen = flat(&shown_at(timeline, *index, (40, 12)));
            let first = stop_if.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
            assert!(screen.contains(&first), "{title}: {first}\n{screen}");
            there += 1;
        }
    }
    assert!(there > 40, "{there}");
}

#[test]
fn in_a_tiny_terminal_the_time_that_is_left_has_its_minutes() {
    let (timeline, index) = &massages()[0];
    let screen = shown_at(timeline, *index, (20, 6));
    let left = timeline.millis()
        - (timeline.segments()[*index].start + timeline.segments()[*index].millis() / 2);
    assert!(screen.contains(&crate::lengths::time_left(left)), "{screen}");
}

#[test]
fn at_20_columns_and_6_rows_what_to_do_is_still_there() {
    for (timeline, index) in massages().iter().step_by(5) {
        let title = timeline.segments()[*index].title.text(timeline.texts()).into_owned();
        let first = title.split_whitespace().next().unwrap_or_default().to_owned();
        let screen = shown_at(timeline, *index, (20, 6));
        assert!(screen.contains(&first), "{title}\n{screen}");
    }
}

#[test]
fn no_title_and_no_summary_is_cut_on_the_first_screen() {
    for size in [(40, 12), (80, 24), (100, 30), (200, 60)] {
        let mut person = Person::arriving().at(size.0, size.1, ColorDepth::Mono);
        for hour in [8, 14, 19, 23] {
            person.app.shared.environment.part_of_day = PartOfDay::at(hour);
            person.answer(&[Request::Suggest]);
            let screen = person.screen();
            assert!(!screen.contains('…'), "{size:?} at {hour}:\n{screen}");
        }
    }
}

#[test]
fn no_title_and_no_step_is_cut_before_a_session_nor_in_the_library() {
    for size in [(40, 12), (80, 24), (100, 30)] {
        let mut person = Person::arriving().at(size.0, size.1, ColorDepth::Mono);
        for id in ["after-long-sitting", "quiet-in-bed", "short-breath"] {
            if !person.app.shared.catalogue.iter().any(|entry| entry.id == id) {
                continue;
            }
            person.answer(&[Request::Load(id.to_owned())]);
            let screen = person.screen();
            assert!(!screen.contains('…'), "{size:?} {id}:\n{screen}");
            person.press("esc");
        }
    }
    let mut person = Person::arriving().at(40, 12, ColorDepth::Mono);
    person.press("l");
    for _ in 0..14 {
        let screen = person.screen();
        assert!(!screen.contains('…'), "{screen}");
        person.press("pagedown");
    }
}

#[test]
fn why_a_session_waits_and_how_it_goes_on_is_whole_at_40_columns() {
    for (_, language) in Language::ALL {
        for why in ["paused", "gap", "waiting", "enough"] {
            let words = Texts::of(language).text(&Message::new(format!("player-{why}-short")));
            assert!(words.width() <= 38, "{words}");
        }
    }
}
