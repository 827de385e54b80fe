//! What the terminal says, read on a thread of its own.
//!
//! crossterm's `EventStream` asks for the terminal's lock whenever it is polled, which is every
//! frame; a thread that waits in `read` costs nothing until a key is pressed.

use std::io;
use std::thread;
use std::time::Duration;

use crossterm::event::{Event, poll, read};
use ratatui::layout::Rect;
use tokio::sync::mpsc::channel;
use tokio_stream::wrappers::ReceiverStream;

use super::terminal::size;

/// Keys, clicks and changes of size as they come, and first the size itself where it is no longer
/// the one that was `drawn`. After an error nothing more comes.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn listen(drawn: Rect) -> io::Result<ReceiverStream<io::Result<Event>>> {
    let (sender, receiver) = channel(64);
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
        // Changes of size are heard from the first poll on: one that came while the
        // program started was not heard.
        if let Ok(now) = poll(Duration::ZERO).and_then(|_| size())
            && now != drawn
            && sender.blocking_send(Ok(Event::Resize(now.width, now.height))).is_err()
        {
            return;
        }
        loop {
            let event = read();
            let is_last = event.is_err();
            // The thread ends with the program: a read cannot be called off.
            if sender.blocking_send(event).is_err() || is_last {
                return;
            }
        }
    })?;
    Ok(ReceiverStream::new(receiver))
}
