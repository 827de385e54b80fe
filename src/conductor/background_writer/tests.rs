//! What is handed over is written in order, and nothing is held up by a reader that stands still.

use std::io::{self, Read as _, Write as _};
use std::time::Duration;

use super::{BackgroundWriter, MOST_WAITING};

/// Long enough on a machine that is busy with other things.
const LIMIT: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(20);

#[test]
fn what_is_handed_over_is_written_whole_and_in_order() {
    let (mut reader, pipe) = io::pipe().expect("a pipe");
    let writer = BackgroundWriter::start(pipe).expect("a thread");
    for number in 0..1_000 {
        writer.push(format!("{number} ").as_bytes()).expect("it can be written");
    }
    assert!(writer.wait(LIMIT).expect("it is read"));
    drop(writer);
    let mut read = String::new();
    reader.read_to_string(&mut read).expect("text");
    let numbers: Vec<String> = (0..1_000).map(|number| number.to_string()).collect();
    assert_eq!(read.split_whitespace().collect::<Vec<_>>(), numbers);
}

#[test]
fn a_reader_that_stands_still_holds_nothing_up_and_gets_whole_lines_later() {
    let (mut reader, pipe) = io::pipe().expect("a pipe");
    let mut writer = BackgroundWriter::start(pipe).expect("a thread");
    let line = [b"x".repeat(9_999), b"\n".to_vec()].concat();
    let most = 2 * MOST_WAITING / line.len();
    for _ in 0..most {
        writer.write_all(&line).expect("it is kept");
        writer.flush().expect("it is handed over");
    }
    assert!(!writer.wait(SHORT).expect("nothing is wrong"));
    let reading = std::thread::spawn(move || {
        let mut read = Vec::new();
        reader.read_to_end(&mut read).map(|_| read)
    });
    assert!(writer.wait(LIMIT).expect("it is read"));
    drop(writer);
    let read = reading.join().expect("it reads").expect("bytes");
    assert!((MOST_WAITING / 2..most * line.len()).contains(&read.len()), "{}", read.len());
    assert!(read.chunks(line.len()).all(|piece| piece == line), "no line is half");
}

#[test]
fn a_reader_that_has_gone_is_noticed_at_once() {
    let (reader, pipe) = io::pipe().expect("a pipe");
    drop(reader);
    let mut writer = BackgroundWriter::start(pipe).expect("a thread");
    writer.write_all(b"a line\n").expect("it is kept");
    let mut noticed = writer.flush();
    // On a busy machine the thread may not have come to it yet.
    while noticed.is_ok() {
        noticed = writer.wait(LIMIT).map(|_| ());
    }
    assert_eq!(noticed.map_err(|error| error.kind()), Err(io::ErrorKind::BrokenPipe));
}
