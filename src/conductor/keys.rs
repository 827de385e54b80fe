//! What the terminal says, read on a thread of its own.
//!
//! crossterm's `EventStream` asks for the terminal's lock whenever it is polled, which is every
//! frame; a thread that waits in `read` costs nothing until a key is pressed.

use std::io;
use std::thread;

use crossterm::event::{Event, read};
use tokio::sync::mpsc::channel;
use tokio_stream::wrappers::ReceiverStream;

/// Keys, clicks and changes of size as they come. After an error nothing more comes.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn listen() -> io::Result<ReceiverStream<io::Result<Event>>> {
    let (sender, receiver) = channel(64);
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
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
