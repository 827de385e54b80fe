//! What choices promise.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::{Deserialize as _, IntoDeserializer as _};
use serde::de::{DeserializeOwned, value};

use super::{
    Background, CellChoice, Choice, ColorChoice, EngineChoice, EngineKind, Guidance,
    LanguageChoice, Night, OutputChoice, PictureChoice, SoundKind, StayAwake,
};

fn reads_what_it_writes<T: Choice + Debug + Serialize + DeserializeOwned>() {
    for choice in T::ALL {
        let word = choice.word();
        assert_eq!(T::from_word(word), Some(*choice));
        assert_eq!(serde_json::to_value(choice).expect("a word"), word);
        let read = T::deserialize(value::StrDeserializer::<value::Error>::new(word));
        assert_eq!(read, Ok(*choice));
    }
    assert_eq!(T::from_word("often"), None);
}

#[test]
fn every_choice_reads_the_words_it_writes() {
    reads_what_it_writes::<OutputChoice>();
    reads_what_it_writes::<SoundKind>();
    reads_what_it_writes::<EngineKind>();
    reads_what_it_writes::<EngineChoice>();
    reads_what_it_writes::<Night>();
    reads_what_it_writes::<Guidance>();
    reads_what_it_writes::<ColorChoice>();
    reads_what_it_writes::<CellChoice>();
    reads_what_it_writes::<PictureChoice>();
    reads_what_it_writes::<StayAwake>();
    reads_what_it_writes::<LanguageChoice>();
}

#[test]
fn every_engine_can_be_chosen() {
    for kind in EngineKind::ALL {
        assert_eq!(EngineChoice::from_word(kind.word()), Some(EngineChoice::First(*kind)));
    }
}

#[test]
fn a_background_is_written_as_one_word_or_the_name_of_a_bed() {
    for word in ["session", "none", "ocean"] {
        let read: Result<_, value::Error> = Background::deserialize(word.into_deserializer());
        assert_eq!(read.map(|choice| choice.to_string()), Ok(word.to_owned()));
    }
    assert_eq!(Background::written("none"), Background::Silence);
}
