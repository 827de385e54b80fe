//! Notices on the desktop over D-Bus, and whether a person is there to see them.

use std::collections::HashMap;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use zbus::export::futures_core::Stream as _;
use zbus::message::Type as MessageType;
use zbus::{Connection, MatchRule, Message, MessageStream, OwnedVariant, Result, Variant};

use super::reach;
use crate::desktop::notice::{Attention, Notice, NoticeAnswer, NoticeEnd};

const SERVICE: &str = "org.freedesktop.Notifications";
const SERVICE_PATH: &str = "/org/freedesktop/Notifications";
const SCREEN: &str = "org.freedesktop.ScreenSaver";
const SCREEN_PATH: &str = "/org/freedesktop/ScreenSaver";
const IDLE: &str = "org.gnome.Mutter.IdleMonitor";
const IDLE_PATH: &str = "/org/gnome/Mutter/IdleMonitor/Core";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";

/// Who knows whether something keeps the screen awake: service, path, question, and what is meant.
const KEPT_AWAKE: [(&str, &str, &str, u32); 2] = [
    // 8: that the session counts as idle.
    ("org.gnome.SessionManager", "/org/gnome/SessionManager", "IsInhibited", 8),
    // 4: that the screen is dimmed or switched off.
    (
        "org.kde.Solid.PowerManagement.PolicyAgent",
        "/org/kde/Solid/PowerManagement/PolicyAgent",
        "HasInhibition",
        4,
    ),
];
/// How long a service may take to show something, or to say something.
const ANSWER_LIMIT: Duration = Duration::from_secs(2);

/// What is told by the thread that shows a notice.
enum NoticeEvent {
    /// It is shown under this number, over this connection.
    Shown(u32, Connection),
    Ended(NoticeEnd),
}

/// Shows a notice and waits until it is answered, put away, or its time is over. Its number is told
/// once it is known.
pub fn show_notice(notice: Notice, shown: &mut dyn FnMut(u32)) -> NoticeEnd {
    let expires = notice.expires;
    let (sender, receiver) = channel();
    let show = move || {
        let ended = zbus::block_on(serve(&notice, &sender)).unwrap_or(NoticeEnd::Unreachable);
        // Nobody waits any more where its time was over.
        let _ = sender.send(NoticeEvent::Ended(ended));
    };
    if thread::Builder::new().name("notice".into()).spawn(show).is_err() {
        return NoticeEnd::Unreachable;
    }
    match receiver.recv_timeout(ANSWER_LIMIT) {
        Ok(NoticeEvent::Shown(number, bus)) => {
            shown(number);
            wait(&receiver, number, bus, expires)
        }
        Ok(NoticeEvent::Ended(ended)) => ended,
        Err(_) => NoticeEnd::Unreachable,
    }
}

fn wait(
    receiver: &Receiver<NoticeEvent>,
    number: u32,
    bus: Connection,
    expires: Duration,
) -> NoticeEnd {
    match receiver.recv_timeout(expires) {
        Ok(NoticeEvent::Ended(ended)) => ended,
        Ok(NoticeEvent::Shown(..)) | Err(RecvTimeoutError::Disconnected) => NoticeEnd::Gone,
        Err(RecvTimeoutError::Timeout) => {
            // Many services keep what is no longer shown in a list: it is taken from there too.
            within(ANSWER_LIMIT, move || {
                let close = bus.call_method(
                    Some(SERVICE),
                    SERVICE_PATH,
                    Some(SERVICE),
                    "CloseNotification",
                    &number,
                );
                zbus::block_on(close).is_ok()
            });
            NoticeEnd::Gone
        }
    }
}

async fn serve(notice: &Notice, events: &Sender<NoticeEvent>) -> Result<NoticeEnd> {
    let bus = reach::session().await?;
    // Listened for before it is shown, so that no answer is missed.
    let rule = MatchRule::builder()
        .msg_type(MessageType::Signal)
        .interface(SERVICE)
        .path(SERVICE_PATH)
        .build()?;
    let mut signals = MessageStream::for_match_rule(rule, &bus, None).await?;
    let answers = notice.answers.iter().flat_map(|(answer, words)| [answer.key(), words]);
    let answers: Vec<&str> = answers.collect();
    let hints: HashMap<&str, Variant<'_>> = HashMap::from([
        ("urgency", Variant::from(1_u8)),
        ("transient", Variant::from(true)),
        ("category", Variant::from("presence")),
    ]);
    let millis = i32::try_from(notice.expires.as_millis()).unwrap_or(i32::MAX);
    let (title, body) = (notice.title.as_str(), escaped(&notice.body));
    let wanted = ("Unclench", notice.replaces, "", title, body, answers, hints, millis);
    let reply =
        bus.call_method(Some(SERVICE), SERVICE_PATH, Some(SERVICE), "Notify", &wanted).await?;
    let number: u32 = reply.body().deserialize()?;
    let _ = events.send(NoticeEvent::Shown(number, bus.clone()));
    while let Some(signal) = next(&mut signals).await {
        let signal = signal?;
        let member = signal.header().member().map(|name| name.as_str().to_owned());
        match member.as_deref() {
            Some("ActionInvoked") => {
                let (of, key): (u32, String) = signal.body().deserialize()?;
                let found = NoticeAnswer::ALL.into_iter().find(|answer| answer.key() == key);
                if let Some(answer) = found.filter(|_| of == number) {
                    return Ok(NoticeEnd::Answered(answer));
                }
            }
            Some("NotificationClosed") => {
                let (of, _why): (u32, u32) = signal.body().deserialize()?;
                if of == number {
                    return Ok(NoticeEnd::Gone);
                }
            }
            _ => {}
        }
    }
    Ok(NoticeEnd::Gone)
}

async fn next(signals: &mut MessageStream) -> Option<Result<Message>> {
    poll_fn(|context| Pin::new(&mut *signals).poll_next(context)).await
}

/// Services read the sentence as markup.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Whether a person is there, as far as the desktop tells within a moment. What it does not tell is
/// taken as that they are.
pub fn attention() -> Attention {
    within(ANSWER_LIMIT, || zbus::block_on(ask()).unwrap_or_default()).unwrap_or_default()
}

async fn ask() -> Result<Attention> {
    let bus = reach::session().await?;
    let idle = bus.call_method(Some(IDLE), IDLE_PATH, Some(IDLE), "GetIdletime", &()).await;
    let idle = idle.ok().and_then(|reply| reply.body().deserialize::<u64>().ok());
    let locked = bus.call_method(Some(SCREEN), SCREEN_PATH, Some(SCREEN), "GetActive", &()).await;
    let locked = locked.ok().and_then(|reply| reply.body().deserialize::<bool>().ok());
    let asked = (SERVICE, "Inhibited");
    let quiet = bus.call_method(Some(SERVICE), SERVICE_PATH, Some(PROPERTIES), "Get", &asked).await;
    let quiet = quiet.ok().and_then(|reply| reply.body().deserialize::<OwnedVariant>().ok());
    let mut is_engaged = false;
    for (service, path, method, kind) in KEPT_AWAKE {
        let told = bus.call_method(Some(service), path, Some(service), method, &kind).await;
        is_engaged |= told.is_ok_and(|reply| reply.body().deserialize().unwrap_or_default());
    }
    Ok(Attention {
        is_engaged,
        idle: idle.map(Duration::from_millis),
        is_locked: locked.unwrap_or_default(),
        is_undisturbed: quiet.and_then(|it| bool::try_from(it).ok()).unwrap_or_default(),
    })
}

/// What work gives within a time; it is left to itself after that.
fn within<T: Send + 'static>(
    limit: Duration,
    work: impl FnOnce() -> T + Send + 'static,
) -> Option<T> {
    let (sender, receiver) = channel();
    let work = move || {
        let _ = sender.send(work());
    };
    thread::Builder::new().name("notice".into()).spawn(work).ok()?;
    receiver.recv_timeout(limit).ok()
}
