//! How long it takes to plan an hour.
//!
//! The budget: 20 ms, with the moves read for the first time or not.

use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use unclench::for_tests::{
    CaredFor, Energy, Goal, Library, PlanRequest, Setting, Tool, WantedPlace, places_called, plan,
};

fn an_hour() -> PlanRequest {
    let places = ["back", "neck"].into_iter().flat_map(places_called);
    PlanRequest {
        millis: 60 * 60_000,
        places: places
            .map(|region| WantedPlace { region, weight: 1, comes_along: false })
            .collect(),
        goals: vec![Goal::EasePain],
        setting: Setting::Home,
        tools: vec![Tool::Ball, Tool::Roller],
        technique: None,
        energy: Energy::Usual,
        most_pressure: 5,
        variety: 0,
    }
}

fn planning(criterion: &mut Criterion) {
    let request = an_hour();
    let library = Library::open(None);
    plan(&request, &CaredFor::default(), library.known_names()).expect("an hour can be planned");
    criterion.bench_function("an hour, its moves read before", |bench| {
        bench.iter(|| {
            black_box(plan(black_box(&request), &CaredFor::default(), library.known_names()))
        });
    });
    criterion.bench_function("an hour, its moves read for it", |bench| {
        bench.iter_batched(
            || Library::open(None),
            |library| {
                black_box(plan(black_box(&request), &CaredFor::default(), library.known_names()))
            },
            BatchSize::LargeInput,
        );
    });
}

criterion_group!(benches, planning);
criterion_main!(benches);
