//! A choice is a list of words: the settings, the command line and JSON all write the same ones.

/// One of a few words.
pub trait Choice: Copy + PartialEq + 'static {
    /// All of them, in the order in which they are offered.
    const ALL: &'static [Self];

    /// How it is written.
    fn word(self) -> &'static str;

    /// The one that is written like this.
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|choice| choice.word() == word)
    }
}

/// Gives an enum its words: [`Choice`], `Display`, and serde reading and writing them.
macro_rules! choice {
    ($choice:ty { $($variant:ident $(($inner:path))? => $word:literal,)+ }) => {
        impl $crate::choices::Choice for $choice {
            const ALL: &'static [Self] = &[$(Self::$variant $(($inner))?),+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant $(($inner))? => $word,)+
                }
            }
        }

        impl std::fmt::Display for $choice {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str($crate::choices::Choice::word(*self))
            }
        }

        impl serde::Serialize for $choice {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::choices::Choice::word(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $choice {
            fn deserialize<D: serde::Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str>>::deserialize(reader)?;
                $crate::choices::Choice::from_word(&word)
                    .ok_or_else(|| serde::de::Error::unknown_variant(&word, &[$($word),+]))
            }
        }
    };
}

pub(super) use choice;
