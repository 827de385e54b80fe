//! What the vocal folds do: a train of pulses that follows the pitch.

use super::HOP;

/// Below this pitch a frame has no voice, Hz.
const VOICED: f32 = 40.0;
/// No harmonic goes above this, Hz.
const HIGHEST_HARMONIC: f32 = 11_000.0;

/// Samples of pulses for the pitch of each frame (Hz): the sum of all harmonics of the pitch, each at
/// amplitude 1; nothing where there is no voice.
pub(crate) fn pulses(pitch: &[f32]) -> Vec<f32> {
    let mut turn = 0.0_f64;
    let mut samples = Vec::with_capacity(pitch.len() * HOP);
    for frame in 0..pitch.len() {
        for sample in 0..HOP {
            let between = between(pitch, frame, sample);
            let hertz = between.max(VOICED);
            turn = (turn + f64::from(hertz) / f64::from(crate::SAMPLE_RATE)).fract();
            let angle = (turn * std::f64::consts::TAU) as f32;
            samples.push(if between > VOICED { harmonics(angle, hertz) } else { 0.0 });
        }
    }
    samples
}

/// The pitch at one sample of a frame, on the line from the middle of a frame to that of the next.
fn between(pitch: &[f32], frame: usize, sample: usize) -> f32 {
    let place = (sample as f32 + 0.5) / HOP as f32 - 0.5;
    let neighbour = if place < 0.0 { frame.saturating_sub(1) } else { frame + 1 };
    let neighbour = pitch[neighbour.min(pitch.len() - 1)];
    pitch[frame] * (1.0 - place.abs()) + neighbour * place.abs()
}

/// cos(a) + cos(2a) + … up to the highest harmonic, in closed form.
fn harmonics(angle: f32, hertz: f32) -> f32 {
    let count = (HIGHEST_HARMONIC / hertz).floor() + 0.5;
    let below = 2.0 * (angle * 0.5).sin();
    let sum = if below.abs() <= 2e-3 { count } else { (count * angle).sin() / below };
    sum - 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closed_form_is_the_sum_of_the_harmonics() {
        for angle in [0.0_f32, 0.3, 1.0, 3.0] {
            let summed: f32 = (1..=55_u8).map(|n| (angle * f32::from(n)).cos()).sum();
            assert!((harmonics(angle, 200.0) - summed).abs() < 0.01, "at {angle}");
        }
    }

    #[test]
    fn a_pitch_of_200_hz_pulses_every_120_samples_and_none_without_voice() {
        let samples = pulses(&[200.0; 8]);
        let loud = samples.iter().enumerate().filter(|(_, sample)| **sample > 50.0);
        let loud: Vec<usize> = loud.map(|(at, _)| at).collect();
        assert!(loud.len() > 10 && loud.windows(2).all(|it| it[1] - it[0] >= 119), "{loud:?}");
        assert!(pulses(&[0.0; 8]).iter().all(|sample| *sample == 0.0));
    }
}
