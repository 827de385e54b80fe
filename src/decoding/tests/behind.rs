//! Files of Ogg Vorbis behind whose sound other bytes stand.

use std::fs;

use super::heads::policies;
use crate::decoding::{DecodedSound, decode};

const TONE: &[u8] = include_bytes!("../../../tests/sounds/drop.ogg");
const OTHER: &[u8] = include_bytes!("../../voice/tests/tone.ogg");
/// More than is looked through at the end of a file for its last page.
const MANY: usize = 200_000;

fn frames(parts: &[&[u8]]) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("sound.ogg");
    fs::write(&path, parts.concat()).expect("a file");
    let [_, forgiving] = policies();
    let read: Result<DecodedSound, _> = decode(&path, &forgiving);
    read.expect("it is heard").samples.len()
}

#[test]
fn a_sound_is_heard_whole_whatever_stands_behind_it_in_its_file() {
    let whole = frames(&[TONE]);
    let noise: Vec<u8> = (0..MANY).map(|at| (at * at / 7 % 251) as u8).collect();
    let zeros = vec![0; MANY];
    let ends: [&[&[u8]]; 5] = [&[&noise], &[&zeros], &[OTHER], &[&zeros, OTHER], &[&noise, OTHER]];
    for behind in ends {
        let heard = frames(&[&[TONE], behind].concat());
        // Where its last page is not found, the last block is not cut to its length.
        assert!((whole..whole + 4_096).contains(&heard), "{heard} of {whole}");
    }
}
