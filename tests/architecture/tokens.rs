//! Small questions about Rust tokens.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// The word at `at`, without the `r#` of a raw identifier.
pub(crate) fn word(tokens: &[TokenTree], at: usize) -> Option<String> {
    match tokens.get(at) {
        Some(TokenTree::Ident(ident)) => {
            let text = ident.to_string();
            Some(text.strip_prefix("r#").unwrap_or(&text).to_owned())
        }
        _ => None,
    }
}

pub(crate) fn is_word(tokens: &[TokenTree], at: usize, wanted: &str) -> bool {
    word(tokens, at).is_some_and(|word| word == wanted)
}

pub(crate) fn is_mark(tokens: &[TokenTree], at: usize, wanted: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == wanted)
}

/// Whether `::` stands at `at`.
pub(crate) fn is_double_colon(tokens: &[TokenTree], at: usize) -> bool {
    is_mark(tokens, at, ':')
        && is_mark(tokens, at + 1, ':')
        && matches!(&tokens[at], TokenTree::Punct(mark) if mark.spacing() == Spacing::Joint)
}

/// What is inside the brackets at `at`, if such brackets stand there.
pub(crate) fn group(tokens: &[TokenTree], at: usize, delimiter: Delimiter) -> Option<TokenStream> {
    match tokens.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}

pub(crate) fn is_any_group(tokens: &[TokenTree], at: usize) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Group(_)))
}

/// The line of the token at `at`, from 1.
pub(crate) fn line(tokens: &[TokenTree], at: usize) -> usize {
    tokens.get(at).map_or(0, |token| token.span().start().line)
}

pub(crate) fn list(stream: TokenStream) -> Vec<TokenTree> {
    stream.into_iter().collect()
}
