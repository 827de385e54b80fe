//! Speaks what it reads into a WAV file: `cargo run -p unclench-voice --release --example say -- 0.7 out.wav < text`.
//! With `sounds` for a speed it prints the sounds of each line instead.

use std::io::{Read, Write};

use unclench_voice::{SAMPLE_RATE, Speed, Voice, read, sentences};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let speed = arguments.next().ok_or("a speed is missing")?;
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    if speed == "sounds" {
        let mut out = std::io::stdout().lock();
        for line in text.lines() {
            let reading = read(line);
            writeln!(out, "{}\t{}", reading.sounds, reading.unknown.join(" "))?;
        }
        return Ok(());
    }
    let path = arguments.next().ok_or("a file to write is missing")?;
    let pause: f32 = arguments.next().map_or(Ok(0.5), |it| it.parse())?;
    let voice = Voice::built_in();
    let mut samples: Vec<f32> = Vec::new();
    for sentence in sentences(&text) {
        if !samples.is_empty() {
            samples.resize(samples.len() + (pause * SAMPLE_RATE as f32) as usize, 0.0);
        }
        samples.extend(voice.say(sentence, Speed::new(speed.parse()?)));
    }
    std::fs::write(path, wav(&samples))?;
    Ok(())
}

/// A WAV file of 16 bits.
fn wav(samples: &[f32]) -> Vec<u8> {
    let length = samples.len() as u32 * 2;
    let mut file = Vec::from(*b"RIFF");
    file.extend((36 + length).to_le_bytes());
    file.extend(*b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    file.extend(SAMPLE_RATE.to_le_bytes());
    file.extend((SAMPLE_RATE * 2).to_le_bytes());
    file.extend(*b"\x02\0\x10\0data");
    file.extend(length.to_le_bytes());
    let whole = |sample: &f32| (sample.clamp(-1.0, 1.0) * 32_767.0) as i16;
    file.extend(samples.iter().flat_map(|sample| whole(sample).to_le_bytes()));
    file
}
