//! What a file that cannot be read is, by how it begins.

use std::fs::File;
use std::io::{Read as _, Seek as _};

use super::DecodingProblem;

/// How many bytes are looked at.
const LOOKED_AT: u64 = 64;
/// How files begin that are read here: from which byte on, and with what.
const READ: [(usize, &[u8]); 3] = [(0, b"fLaC"), (28, b"\x01vorbis"), (0, b"ID3")];
/// How others begin that people have, whatever their names end in.
const UNREAD: [(usize, &[u8], &str); 9] = [
    (28, b"OpusHead", "Opus"),
    (28, b"Speex   ", "Speex"),
    (4, b"ftyp", "MP4"),
    (0, b"FORM", "AIFF"),
    (0, b"caff", "CAF"),
    (0, b"riff", "Wave64"),
    (0, b"\x30\x26\xb2\x75", "WMA"),
    (0, b"\x1a\x45\xdf\xa3", "WebM"),
    (0, b"MThd", "MIDI"),
];

/// The first bytes of a file, which stands at its beginning afterwards.
pub(super) fn beginning(file: &mut File) -> Result<Vec<u8>, DecodingProblem> {
    let mut bytes = Vec::new();
    file.take(LOOKED_AT).read_to_end(&mut bytes).map_err(DecodingProblem::of_system)?;
    file.rewind().map_err(DecodingProblem::of_system)?;
    Ok(bytes)
}

/// Why a file that begins so cannot be read.
pub(super) fn why_unread(bytes: &[u8]) -> DecodingProblem {
    if bytes.is_empty() {
        return DecodingProblem::unreadable("it is empty");
    }
    let has = |at: usize, name: &[u8]| bytes.get(at..).is_some_and(|it| it.starts_with(name));
    if READ.iter().any(|(at, name)| has(*at, name)) {
        return without_samples();
    }
    match UNREAD.iter().find(|(at, name, _)| has(*at, name)) {
        Some((_, _, kind)) => DecodingProblem::Unreadable(format!(
            "what is in it is {kind}; WAV, FLAC, Ogg Vorbis and MP3 are read here"
        )),
        None => DecodingProblem::Unknown,
    }
}

/// Why nothing is heard of a file of a kind that is read here.
pub(super) fn without_samples() -> DecodingProblem {
    DecodingProblem::unreadable("it is damaged, or ends before its first sample")
}
