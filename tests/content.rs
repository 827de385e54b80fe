//! The shipped sessions and moves, read from their files: how good each is, and what all of them cover.

mod content {
    mod caps;
    mod care;
    mod coverage;
    mod found;
    mod goodness;
    mod guided;
    mod needs;
    mod pages;
    mod plain_words;
    mod plans;
    mod shipped;
    #[cfg(feature = "built-in-voice")]
    mod spoken;
    mod stop_signs;
    mod switches;
    mod table;
    mod translated;
}
