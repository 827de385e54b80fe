//! What is offered, at each time, for each person, after each session.

use std::collections::BTreeSet;

use super::built_in;
use crate::library::{
    AfterCare, Entry, Occasion, OfferReason, PartOfDay, SessionKind, Suggestion, suggest,
};
use crate::session::{Position, Receiver, Setting, Tool};

/// The longest that is short, in milliseconds.
const SHORT_MILLIS: u64 = 300_000;

const WEEKDAY: bool = false;
const WEEKEND: bool = true;

fn nobody(hour: u8, is_weekend: bool, day: u32) -> Occasion<'static> {
    let part = PartOfDay::at(hour);
    Occasion {
        part,
        is_weekend,
        day,
        language: "en",
        tools: None,
        reaches_floor: None,
        lately: &[],
        helped: &[],
        declined: &[],
    }
}

/// Every person that is tried: what they own, and whether they get down to the floor.
const PERSONS: &[(Option<&[Tool]>, Option<bool>)] = &[
    (None, None),
    (Some(&[]), Some(true)),
    (Some(&[Tool::Ball]), Some(false)),
    (Some(&[Tool::Ball, Tool::Roller, Tool::WarmPack, Tool::ColdPack]), Some(true)),
];

/// Everything that is tried: each hour of a week, for each person, after nothing and after what was
/// offered the day before.
fn everything(entries: &[Entry], mut check: impl FnMut(&Occasion<'_>, &[Suggestion])) {
    for (tools, reaches_floor) in PERSONS {
        for hour in 0..24 {
            let mut lately: Vec<String> = Vec::new();
            for day in 0..14 {
                let is_weekend = day % 7 >= 5;
                let occasion = Occasion {
                    tools: *tools,
                    reaches_floor: *reaches_floor,
                    lately: &lately,
                    ..nobody(hour, is_weekend, day)
                };
                let offers = suggest(entries, &occasion, |_| AfterCare::Whole);
                check(&occasion, &offers);
                let played = entries[offers[day as usize % offers.len()].index].id.clone();
                lately.retain(|id| *id != played);
                lately.insert(0, played);
                lately.truncate(8);
            }
        }
    }
}

#[test]
fn three_are_offered_at_any_time_and_the_shortest_comes_first() {
    let entries = built_in();
    everything(&entries, |occasion, offers| {
        let millis: Vec<_> = offers.iter().map(|offer| entries[offer.index].millis).collect();
        assert!(millis.len() == 3 && millis.is_sorted(), "{occasion:?}: {millis:?}");
    });
}

#[test]
fn one_takes_five_minutes_at_most_and_one_is_touch() {
    let entries = built_in();
    everything(&entries, |occasion, offers| {
        let of = |offer: &Suggestion| &entries[offer.index];
        assert!(of(&offers[0]).millis <= SHORT_MILLIS, "{occasion:?}");
        let touches = offers.iter().any(|offer| of(offer).kind == SessionKind::Touch);
        assert!(touches, "{occasion:?}");
    });
}

#[test]
fn they_are_never_all_of_one_kind_nor_two_of_one_series() {
    let entries = built_in();
    everything(&entries, |occasion, offers| {
        let of = |offer: &Suggestion| &entries[offer.index];
        let kinds: BTreeSet<_> = offers.iter().map(|offer| of(offer).kind).collect();
        let series: BTreeSet<_> = offers.iter().map(|offer| of(offer).series()).collect();
        assert!(kinds.len() >= 2, "{occasion:?}: {kinds:?}");
        assert_eq!(series.len(), 3, "{occasion:?}: {series:?}");
    });
}

#[test]
fn nothing_needs_a_tool_that_the_person_has_not_named() {
    let entries = built_in();
    everything(&entries, |occasion, offers| {
        let owned = occasion.tools.unwrap_or_default();
        for tool in offers.iter().flat_map(|offer| &entries[offer.index].tools) {
            let is_everywhere = !Tool::ASKED.contains(tool);
            assert!(is_everywhere || owned.contains(tool), "{occasion:?}: {tool:?}");
        }
    });
}

#[test]
fn nobody_is_sent_to_the_floor_who_does_not_get_up_again() {
    let entries = built_in();
    everything(&entries, |occasion, offers| {
        for entry in offers.iter().map(|offer| &entries[offer.index]) {
            let lies =
                entry.position == Position::LyingOnBack && !entry.settings.contains(&Setting::Bed);
            let on_the_floor = lies || entry.position == Position::OnTheFloor;
            assert!(!on_the_floor || occasion.reaches_floor != Some(false), "{}", entry.id);
        }
    });
}

#[test]
fn what_was_played_last_is_not_offered_again_by_day() {
    let entries = built_in();
    everything(&entries, |occasion, offers| {
        let Some(last) = occasion.lately.first() else { return };
        let again = offers.iter().any(|offer| entries[offer.index].id == *last);
        assert!(!again || occasion.part == PartOfDay::Night, "{occasion:?}");
    });
}

#[test]
fn each_offer_says_why() {
    let entries = built_in();
    everything(&entries, |occasion, offers| {
        for offer in offers {
            assert!((1..=3).contains(&offer.why.len()), "{occasion:?}: {offer:?}");
        }
    });
}

#[test]
fn the_same_occasion_brings_the_same_offers_and_the_next_days_bring_others() {
    let entries = built_in();
    let on = |day| suggest(&entries, &nobody(14, WEEKDAY, day), |_| AfterCare::Whole);
    assert_eq!(on(3), on(3));
    let met: BTreeSet<_> = (0..10).flat_map(on).map(|offer| offer.index).collect();
    assert!(met.len() >= 8, "{} in ten days", met.len());
}

#[test]
fn each_time_has_its_place() {
    let entries = built_in();
    let table = [
        (8, WEEKDAY, Setting::Desk),
        (14, WEEKDAY, Setting::Desk),
        (10, WEEKEND, Setting::Home),
        (15, WEEKEND, Setting::Home),
        (18, WEEKDAY, Setting::Home),
        (23, WEEKDAY, Setting::Bed),
        (3, WEEKEND, Setting::Bed),
    ];
    for (hour, is_weekend, setting) in table {
        for day in 0..30 {
            let offers = suggest(&entries, &nobody(hour, is_weekend, day), |_| AfterCare::Whole);
            let there = |offer: &&Suggestion| entries[offer.index].settings.contains(&setting);
            let count = offers.iter().filter(there).count();
            assert!(count >= 2, "{count} for {} at {hour}, day {day}", setting.name());
        }
    }
}

#[test]
fn a_morning_is_not_a_night() {
    let entries = built_in();
    for (hour, day) in (5..11).flat_map(|hour| (0..30).map(move |day| (hour, day))) {
        for offer in suggest(&entries, &nobody(hour, WEEKDAY, day), |_| AfterCare::Whole) {
            assert_ne!(entries[offer.index].settings, [Setting::Bed], "{hour} o'clock");
        }
    }
}

#[test]
fn where_touch_is_not_for_a_person_none_is_offered() {
    let entries = built_in();
    let untouched = |entry: &Entry| match entry.kind {
        SessionKind::Touch => AfterCare::Little,
        _ => AfterCare::Whole,
    };
    for hour in 0..24 {
        let offers = suggest(&entries, &nobody(hour, WEEKDAY, 1), untouched);
        assert_eq!(offers.len(), 3, "{hour} o'clock");
        let kind = |offer: &Suggestion| entries[offer.index].kind;
        assert!(offers.iter().all(|offer| kind(offer) != SessionKind::Touch), "{hour} o'clock");
    }
}

#[test]
fn a_tool_of_ones_own_and_the_time_of_day_are_among_the_reasons() {
    let entries = built_in();
    let tools = [Tool::Ball];
    let is_told = |hour, reason: OfferReason| {
        (0..30).any(|day| {
            let occasion = Occasion { tools: Some(&tools), ..nobody(hour, WEEKDAY, day) };
            let offers = suggest(&entries, &occasion, |_| AfterCare::Whole);
            offers.iter().any(|offer| offer.why.contains(&reason))
        })
    };
    assert!(is_told(18, OfferReason::With(Tool::Ball)));
    assert!(is_told(18, OfferReason::For(PartOfDay::Evening)));
    assert!(is_told(8, OfferReason::For(PartOfDay::Morning)));
    assert!(is_told(14, OfferReason::At(Setting::Desk)));
    assert!(is_told(23, OfferReason::At(Setting::Bed)));
}

#[test]
fn where_there_is_little_to_choose_from_what_there_is_is_offered() {
    let all = built_in();
    for count in 0..4 {
        let few = all.iter().filter(|entry| entry.series() == "explore").take(count);
        let few: Vec<_> = few.cloned().map(|entry| Entry { tools: Vec::new(), ..entry }).collect();
        let offers = suggest(&few, &nobody(9, WEEKDAY, 0), |_| AfterCare::Whole);
        assert_eq!(offers.len(), count.min(3));
    }
}

#[test]
fn what_helped_comes_more_often_and_what_is_not_wanted_now_does_not_come() {
    let entries = built_in();
    let helped = ["short-stretch".to_owned()];
    let offered = |helped: &[String], declined: &[String]| {
        let of_day = |day: u32| {
            let occasion = Occasion { helped, declined, ..nobody(14, WEEKDAY, day) };
            let offers = suggest(&entries, &occasion, |_| AfterCare::Whole);
            let mut ids = offers.iter().map(|offer| (&entries[offer.index].id, &offer.why));
            ids.find(|(id, _)| **id == "short-stretch").map(|(_, why)| why.clone())
        };
        (0..28).filter_map(of_day).collect::<Vec<_>>()
    };
    let (before, after) = (offered(&[], &[]), offered(&helped, &[]));
    assert!(after.len() > before.len(), "{} times, and {}", before.len(), after.len());
    assert!(after.iter().all(|why| why.contains(&OfferReason::Helped)));
    assert!(offered(&helped, &helped).is_empty());
}

#[test]
fn words_of_another_language_are_offered_to_nobody_and_ones_own_first() {
    let entries = built_in();
    let language = |index: usize| entries[index].language.as_str();
    everything(&entries, |_, offers| {
        assert!(offers.iter().all(|offer| language(offer.index) == "en"));
    });
    for (hour, id) in [(10, "nacken-und-schultern"), (23, "abends-im-bett")] {
        let occasion = Occasion { language: "de", ..nobody(hour, WEEKDAY, 1) };
        let offers = suggest(&entries, &occasion, |_| AfterCare::Whole);
        let ids: Vec<&str> = offers.iter().map(|offer| &*entries[offer.index].id).collect();
        assert!(ids.contains(&id), "at {hour}: {ids:?}");
    }
}

#[test]
fn nobody_is_offered_a_session_that_takes_two() {
    let for_two = |entry: Entry| Entry { receiver: Receiver::Partner, ..entry };
    let entries: Vec<Entry> = built_in().into_iter().map(for_two).collect();
    assert_eq!(suggest(&entries, &nobody(15, WEEKDAY, 0), |_| AfterCare::Whole), []);
}

#[test]
fn what_is_offered_for_its_touch_has_it_left() {
    let entries = built_in();
    let of_the_jaw_alone = |entry: &Entry| match entry.kind {
        SessionKind::Touch if entry.id != "jaw-and-temples" => AfterCare::WithoutTouch,
        _ => AfterCare::Whole,
    };
    for hour in 0..24 {
        let offers = suggest(&entries, &nobody(hour, WEEKDAY, 1), of_the_jaw_alone);
        let ids: Vec<_> = offers.iter().map(|offer| &entries[offer.index].id).collect();
        assert!(ids.iter().any(|id| *id == "jaw-and-temples"), "{hour} o'clock: {ids:?}");
    }
}
