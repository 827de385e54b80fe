//! Something to be said, without the words of any language.

use std::borrow::Cow;

/// Something to be said: the id of a text, and what belongs into it.
///
/// It is data, to be compared, kept and passed on; [`Texts::text`](super::Texts::text) makes words
/// of it. The id is that of a message in `src/words/*/*.ftl`, or `id.attribute` for one of its
/// attributes, where it has that.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Message {
    id: Cow<'static, str>,
    arguments: Vec<(&'static str, Argument)>,
}

/// What belongs into a message.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Argument {
    /// Words as they are, or the id that a text chooses by.
    Text(String),
    /// A whole number.
    Number(u64),
    /// Another message, said in the same language.
    Message(Message),
}

impl Message {
    /// The message of this id, with nothing in it yet.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), arguments: Vec::new() }
    }

    /// The same message with something in the place of `$name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        self.arguments.push((name, argument.into()));
        self
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What belongs into it, by name.
    pub fn arguments(&self) -> &[(&'static str, Argument)] {
        &self.arguments
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Argument {
    fn from(number: u64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u8> for Argument {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Number(number as u64)
    }
}

impl From<Message> for Argument {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
