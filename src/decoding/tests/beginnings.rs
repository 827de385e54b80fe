//! Files that cannot be read, each told as what it is.

use std::fs;

use crate::decoding::{Damage, DecodingPolicy, Excess, decode};

fn reasons(bytes: &[u8], name: &str) -> [Option<String>; 2] {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("a file");
    let forgiven = Damage::Forgiven { most_pieces: 16, least_part: 0.98 };
    [Damage::Refused, forgiven].map(|damage| {
        let policy = DecodingPolicy {
            most_bytes: 1_000_000,
            rates: 8_000..=48_000,
            channels: 1..=8,
            longest_millis: 60_000,
            excess: Excess::Cut,
            damage,
        };
        decode::<f32>(&path, &policy).err().map(|problem| problem.to_string())
    })
}

/// A page of an Ogg file with one packet that begins so.
fn ogg(packet: &[u8]) -> Vec<u8> {
    [b"OggS\0\x02".as_slice(), &[0; 20], b"\x01\x13", packet, &[0; 40]].concat()
}

#[test]
fn a_file_that_cannot_be_read_is_told_as_what_it_is_and_never_in_the_words_of_a_reader() {
    let other = |kind: &str| {
        format!("what is in it is {kind}; WAV, FLAC, Ogg Vorbis and MP3 are read here")
    };
    let broken = || "it is damaged, or ends before its first sample".to_owned();
    let unknown =
        || "it is of no kind that is read here; WAV, FLAC, Ogg Vorbis and MP3 are".to_owned();
    let cases: [(&str, Vec<u8>, String); 13] = [
        ("a.mp3", Vec::new(), "it is empty".to_owned()),
        ("a.mp3", b"<html>no such page</html>".to_vec(), unknown()),
        ("a.wav", vec![7; 3_000], unknown()),
        ("a.ogg", ogg(b"OpusHead"), other("Opus")),
        ("a.mp3", ogg(b"Speex   "), other("Speex")),
        ("a.mp3", b"\0\0\0\x20ftypM4A \0\0\0\0".to_vec(), other("MP4")),
        ("a.wav", b"FORM\0\0\x10\0AIFFCOMM".to_vec(), other("AIFF")),
        ("a.flac", b"fLaC".to_vec(), broken()),
        ("a.flac", [b"fLaC\0\0\0\x22".as_slice(), &[255; 3_000]].concat(), broken()),
        ("a.ogg", ogg(b"\x01vorbis"), broken()),
        ("a.mp3", b"ID3".to_vec(), broken()),
        ("a.mp3", b"ID3\x03\0\0\x7f\x7f\x7f\x7f\0\0\0".to_vec(), broken()),
        ("a.wav", b"RIFF\0\0\0\0WAVE".to_vec(), "it ends before its first sample".to_owned()),
    ];
    for (name, bytes, told) in cases {
        assert_eq!(reasons(&bytes, name), [Some(told.clone()), Some(told)], "{name} {bytes:?}");
    }
}
