//! WAV files as streams and careless writers leave them.

use crate::decoding::{Damage, DecodedSound, DecodingPolicy, DecodingProblem, Excess, decode_wav};

/// What the head says of its samples: the number of the format, channels, bytes and bits of one.
const PCM: [u16; 4] = [1, 1, 2, 16];

pub(super) fn policies() -> [DecodingPolicy; 2] {
    let strict = DecodingPolicy {
        most_bytes: 1_000_000,
        rates: 8_000..=48_000,
        channels: 1..=8,
        longest_millis: 60_000,
        excess: Excess::Refused,
        damage: Damage::Refused,
    };
    let forgiving = DecodingPolicy {
        excess: Excess::Cut,
        damage: Damage::Forgiven { most_pieces: 16, least_part: 0.98 },
        ..strict.clone()
    };
    [strict, forgiving]
}

fn chunk(name: [u8; 4], size: u32, content: &[u8]) -> Vec<u8> {
    [name.as_slice(), &size.to_le_bytes(), content].concat()
}

fn format(about: [u16; 4], byte_rate: u32) -> Vec<u8> {
    let [format, channels, sample_bytes, bits] = about;
    let mut content = [format.to_le_bytes(), channels.to_le_bytes()].concat();
    content.extend(8_000_u32.to_le_bytes());
    content.extend(byte_rate.to_le_bytes());
    content.extend((channels * sample_bytes).to_le_bytes());
    content.extend(bits.to_le_bytes());
    chunk(*b"fmt ", 16, &content)
}

fn data(promised: u32) -> Vec<u8> {
    let samples: Vec<u8> = samples().iter().flat_map(|it| it.to_le_bytes()).collect();
    chunk(*b"data", promised, &samples)
}

fn samples() -> Vec<i16> {
    (0..800_i16).map(|at| (at % 80 - 40) * 300).collect()
}

fn file(riff: u32, chunks: &[Vec<u8>]) -> Vec<u8> {
    [b"RIFF".to_vec(), riff.to_le_bytes().to_vec(), b"WAVE".to_vec(), chunks.concat()].concat()
}

fn both(bytes: &[u8]) -> [Result<DecodedSound, DecodingProblem>; 2] {
    policies().map(|policy| decode_wav(bytes, bytes.len() as u64, &policy))
}

fn assert_whole(bytes: &[u8], what: &str) {
    let whole: Vec<f32> = samples().iter().map(|it| f32::from(*it) / 32_768.0).collect();
    for read in both(bytes) {
        assert_eq!(read.map(|sound| sound.samples), Ok(whole.clone()), "{what}");
    }
}

#[test]
fn a_file_from_a_stream_is_read_to_its_end_whatever_sizes_it_promises() {
    for size in [0_u32, 0x7FFF_F000, 0x7FFF_FFDB, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF] {
        for riff in [0, size, size.wrapping_add(36), u32::MAX] {
            let bytes = file(riff, &[format(PCM, 16_000), data(size)]);
            assert_whole(&bytes, &format!("{size} in {riff}"));
        }
    }
}

#[test]
fn a_stream_that_ends_within_a_frame_loses_only_that_frame() {
    let mut bytes = file(u32::MAX, &[format(PCM, 16_000), data(u32::MAX)]);
    bytes.push(7);
    assert_whole(&bytes, "one byte more");
}

#[test]
fn the_size_of_the_whole_may_lie_where_that_of_the_samples_is_right() {
    for riff in [0, 4, 1_636, u32::MAX] {
        assert_whole(&file(riff, &[format(PCM, 16_000), data(1_600)]), &riff.to_string());
    }
}

#[test]
fn chunks_before_the_samples_are_passed_over_whether_they_are_filled_up_or_not() {
    for list in [b"INFO".as_slice(), b"INFOI\0", b"INFOI"] {
        let size = if list.len() == 6 { 5 } else { list.len() as u32 };
        let chunks = [chunk(*b"LIST", size, list), format(PCM, 16_000), data(1_600)];
        assert_whole(&file(1_700, &chunks), &format!("{list:?}"));
    }
}

#[test]
fn a_byte_rate_that_lies_does_not_matter() {
    assert_whole(&file(1_636, &[format(PCM, 1), data(1_600)]), "byte rate");
}

#[test]
fn the_longer_form_is_read_whatever_it_says_of_its_own_size() {
    for own_size in [0_u16, 22, 24] {
        let mut content = format([0xFFFE, 1, 2, 16], 16_000)[8..].to_vec();
        content.extend(own_size.to_le_bytes());
        content.extend(16_u16.to_le_bytes());
        content.extend(4_u32.to_le_bytes());
        content.extend(b"\x01\0\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71");
        let chunks = [chunk(*b"fmt ", 40, &content), data(1_600)];
        assert_whole(&file(1_660, &chunks), &own_size.to_string());
    }
}

#[test]
fn a_file_that_says_truly_that_it_is_empty_is_empty() {
    let chunks = [format(PCM, 16_000), chunk(*b"data", 0, b""), chunk(*b"LIST", 4, b"INFO")];
    let bytes = file(48, &chunks);
    assert_eq!(both(&bytes), [Err(DecodingProblem::Empty), Err(DecodingProblem::Empty)]);
}

#[test]
fn floating_point_of_64_bits_is_read() {
    let whole: Vec<f32> = samples().iter().map(|it| f32::from(*it) / 32_768.0).collect();
    let content: Vec<u8> = whole.iter().flat_map(|it| f64::from(*it).to_le_bytes()).collect();
    let promised = content.len() as u32;
    let chunks = [format([3, 1, 8, 64], 64_000), chunk(*b"data", promised, &content)];
    for read in both(&file(promised + 36, &chunks)) {
        assert_eq!(read.map(|sound| sound.samples), Ok(whole.clone()));
    }
}

#[test]
fn a_file_that_ends_with_its_head_is_told_as_cut_off() {
    let bytes = file(1_636, &[format(PCM, 16_000), chunk(*b"data", 1_600, b"")]);
    for read in both(&bytes) {
        let told = "it is cut off: 0 s are left of 0.1 s";
        assert_eq!(read.unwrap_err().to_string(), told);
    }
}

#[test]
fn a_file_that_is_cut_off_is_told_with_what_is_left_of_it() {
    for (promised, told) in [
        (24_000, "it is cut off: 0.1 s are left of 1.5 s"),
        (160_000, "it is cut off: 0.1 s are left of 10 s"),
    ] {
        let bytes = file(promised + 36, &[format(PCM, 16_000), data(promised)]);
        for read in both(&bytes) {
            assert_eq!(read.unwrap_err().to_string(), told);
        }
    }
}

/// A file of two channels, each sample of `samples` on the left, and on the right what is made of it.
fn of_two_sides(right: fn(i16) -> i16) -> Vec<u8> {
    let frames = samples().into_iter().flat_map(|left| [left, right(left)]);
    let content: Vec<u8> = frames.flat_map(i16::to_le_bytes).collect();
    file(3_236, &[format([1, 2, 2, 16], 32_000), chunk(*b"data", 3_200, &content)])
}

#[test]
fn sides_that_cancel_each_other_are_told_as_that_and_not_as_silence() {
    for read in both(&of_two_sides(|left| -left)) {
        let told = read.unwrap_err().to_string();
        assert!(told.starts_with("its two sides cancel each other"), "{told}");
        assert!(told.contains("turn one of them upside down (invert it)"), "{told}");
    }
    // Heard as two, nothing is lost; nor where one side is merely softer, or silent.
    let [_, policy] = policies();
    let bytes = of_two_sides(|left| -left);
    assert!(decode_wav::<[f32; 2]>(&bytes[..], bytes.len() as u64, &policy).is_ok());
    for right in [|left| left, |left: i16| -left / 2, |_| 0] {
        assert!(both(&of_two_sides(right)).iter().all(Result::is_ok));
    }
    let silent = file(3_236, &[format([1, 2, 2, 16], 32_000), chunk(*b"data", 3_200, &[0; 3_200])]);
    assert!(both(&silent).iter().all(Result::is_ok));
}

#[test]
fn the_reason_names_what_is_in_the_way() {
    let reason = |about| {
        let [strict, _] = both(&file(1_636, &[format(about, 16_000), data(1_600)]));
        strict.unwrap_err().to_string()
    };
    assert_eq!(reason([3, 1, 2, 16]), "it has samples of 16 bits");
    assert_eq!(reason([1, 9, 2, 16]), "it has 9 channels; 1 to 8 fit");
    assert_eq!(reason([1, 0, 2, 16]), "it has 0 channels; 1 to 8 fit");
    assert_eq!(
        reason([7, 1, 1, 8]),
        "its samples are packed (WAV format 7); plain ones (PCM) can be read"
    );
}
