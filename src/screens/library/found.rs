//! Why a session was found, in words.

use crate::library::FoundBy;
use crate::words::{Message, Texts, short_place};

/// The reason in a few words: “works the jaw”.
pub fn why_found(by: FoundBy, texts: &Texts) -> String {
    texts.text(&match by {
        FoundBy::Region(region) => {
            Message::new("found-region").with("place", short_place(region, None))
        }
        FoundBy::Goal(goal) => Message::new("found-goal").with("goal", goal.id()),
        FoundBy::Technique(technique) => {
            Message::new("found-technique").with("technique", technique.id())
        }
        FoundBy::Tool(tool) => Message::new("found-tool").with("tool", tool.id()),
        FoundBy::Setting(setting) => Message::new("offer-at").with("setting", setting.id()),
        FoundBy::Pattern(title) => Message::new("found-pattern").with("pattern", title),
        FoundBy::Step => Message::new("found-step"),
    })
}
