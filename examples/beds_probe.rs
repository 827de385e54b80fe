//! scratch
use std::io::Write;
use std::time::{Duration, Instant};
use unclench::audio::*;
use unclench::session::PhaseKind;
#[allow(
    clippy::all,
    clippy::pedantic,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::print_stdout
)]
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let out = &args[1];
    for name in &args[2..] {
        let text = std::fs::read_to_string(format!("sounds/{name}.toml")).unwrap();
        let mut sounds = Sounds::shipped();
        if let Err(p) = sounds.add(name.clone(), &text) {
            for p in p {
                println!("{name}: {p}");
            }
            continue;
        }
        for breathing in [false, true] {
            let mut stage = Stage::with_sounds(sounds.clone());
            stage.set_bus_volume(Bus::Breath, 0);
            stage.play(Note::bed(name.clone()), Duration::ZERO);
            if breathing {
                let mut t = 5.0;
                while t < 70.0 {
                    stage.play(
                        Note::breath(PhaseKind::Inhale, Duration::from_secs_f64(4.0)),
                        Duration::from_secs_f64(t),
                    );
                    t += 4.0;
                    stage.play(
                        Note::breath(PhaseKind::Hold, Duration::from_secs_f64(2.0)),
                        Duration::from_secs_f64(t),
                    );
                    t += 2.0;
                    stage.play(
                        Note::breath(PhaseKind::Exhale, Duration::from_secs_f64(6.0)),
                        Duration::from_secs_f64(t),
                    );
                    t += 6.0;
                }
            }
            let mut s = vec![0.0f32; 48000 * 65];
            let t = Instant::now();
            for b in s.chunks_mut(2400) {
                stage.render(b);
            }
            let dt = t.elapsed().as_secs_f64();
            let mut meter = ebur128::EbuR128::new(1, 48000, ebur128::Mode::all()).unwrap();
            meter.add_frames_f32(&s[48000 * 5..]).unwrap();
            println!(
                "{name:12} {} I {:.2} LUFS  LRA {:.1}  TP {:.1} dB  {:.0}x",
                if breathing { "breath" } else { "steady" },
                meter.loudness_global().unwrap(),
                meter.loudness_range().unwrap(),
                20.0 * meter.true_peak(0).unwrap().log10(),
                65.0 / dt
            );
            let mut f = std::fs::File::create(format!(
                "{out}/{name}{}.f32",
                if breathing { "-breath" } else { "" }
            ))
            .unwrap();
            let bytes: Vec<u8> = s.iter().flat_map(|x| x.to_le_bytes()).collect();
            f.write_all(&bytes).unwrap();
        }
    }
}
