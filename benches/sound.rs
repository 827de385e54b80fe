//! How fast the stage renders: each bed with a breath over it. Real time is one second per second.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use unclench::for_tests::{
    Mixer, PhaseKind, SAMPLE_RATE, SoundEvent, StereoFrame, shipped_bed_names,
};

/// How much is rendered at once, in seconds.
const STRETCH: u64 = 10;

fn beds(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("ten seconds of a bed with a breath");
    group.sample_size(10).throughput(Throughput::Elements(STRETCH * u64::from(SAMPLE_RATE)));
    for bed in shipped_bed_names() {
        let mut stage = Mixer::new();
        stage.play(SoundEvent::bed(bed), Duration::ZERO);
        let mut frames = vec![StereoFrame::default(); STRETCH as usize * SAMPLE_RATE as usize];
        group.bench_function(bed, |bencher| {
            bencher.iter(|| {
                let (inhale, exhale) = (Duration::from_secs(4), Duration::from_secs(6));
                stage.play(SoundEvent::breath(PhaseKind::Inhale, inhale), Duration::ZERO);
                stage.play(SoundEvent::breath(PhaseKind::Exhale, exhale), inhale);
                stage.render(&mut frames);
                black_box(frames[0])
            });
        });
    }
    group.finish();
}

criterion_group!(benches, beds);
criterion_main!(benches);
