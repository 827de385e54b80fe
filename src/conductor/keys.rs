//! What the terminal says, read on a thread of its own.
//!
//! crossterm's `EventStream` asks for the terminal's lock whenever it is polled, which is every
//! frame; a thread that waits in `read` costs nothing until a key is pressed.

use std::io;
use std::thread;
use std::time::Duration;

use crossterm::event::{Event, poll, read};
use ratatui::layout::Rect;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio_stream::wrappers::ReceiverStream;

use super::terminal::size;
use super::terminal_answer::{Heard, TerminalAnswer, TerminalFact};

/// Keys and what comes with them.
pub(super) type Keys = ReceiverStream<io::Result<Event>>;

/// Keys, clicks and changes of size as they come, and first the size itself where it is no longer
/// the one that was `drawn`; and what the terminal answers of itself. After an error nothing more
/// comes.
///
/// # Errors
/// Where no thread can be started.
pub(super) fn listen(drawn: Rect) -> io::Result<(Keys, Receiver<TerminalFact>)> {
    let (sender, receiver) = channel(64);
    let (answers, answered) = channel(4);
    thread::Builder::new().name("keys".to_owned()).spawn(move || {
        // Changes of size are heard from the first poll on: one that came while the
        // program started was not heard.
        if let Ok(now) = poll(Duration::ZERO).and_then(|_| size())
            && now != drawn
            && sender.blocking_send(Ok(Event::Resize(now.width, now.height))).is_err()
        {
            return;
        }
        let mut answer = TerminalAnswer::default();
        // The thread ends with the program: a read cannot be called off.
        while hear(&mut answer, &sender, &answers) {}
    })?;
    Ok((ReceiverStream::new(receiver), answered))
}

/// Whether this is a click beyond the screen, as terminals send it that have no number for a place.
pub(super) fn is_beyond(event: &Event, screen: Rect) -> bool {
    matches!(event, Event::Mouse(it) if !screen.contains((it.column, it.row).into()))
}

/// Hands on what comes next. Returns whether more may come.
fn hear(
    answer: &mut TerminalAnswer,
    sender: &Sender<io::Result<Event>>,
    answers: &Sender<TerminalFact>,
) -> bool {
    let hand_on = |events: Vec<Event>| {
        events.into_iter().all(|event| sender.blocking_send(Ok(event)).is_ok())
    };
    if let Some(patience) = answer.patience()
        && !poll(patience).unwrap_or(true)
    {
        return hand_on(answer.give_up());
    }
    match read().map(|event| answer.take(event)) {
        Ok(Heard::Events(events)) => hand_on(events),
        Ok(Heard::Fact(fact)) => {
            // It is asked once; another answer says the same.
            let _ = answers.try_send(fact);
            true
        }
        Ok(Heard::Nothing) => true,
        Err(error) => {
            let _ = sender.blocking_send(Err(error));
            false
        }
    }
}
