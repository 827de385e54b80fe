//! Everything in one source file that the rules have a say in, with its line.
//!
//! It reads tokens, not a syntax tree: what stands inside a macro call is tokens to a parser, and a
//! path is as much a path there as anywhere. Every `a::b::{c, d}` is resolved to where it leads.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::tokens::{group, is_any_group, is_double_colon, is_mark, is_word, line, list, word};

/// One thing seen in a source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A path that leads into this room (the first part of a path from the crate's root).
    Room(String),
    /// A path that starts with this name, which may be another crate.
    Crate(String),
    /// An import of the crate's root itself or of all it holds: it would hide every later use.
    Root,
    /// Any path, as it is written.
    Path(SeenPath),
    /// The declaration of a struct, an enum, a trait or a type alias.
    Type(SeenType),
    /// A call of a macro that prints.
    Print(String),
    /// A way to bring in source that these rules would not see.
    Detour(&'static str),
    /// A lint of the budget switched off.
    Budget,
    /// `#[cfg(test)] mod name;`: the file of this module is test code.
    TestModule(Vec<String>),
}

/// A path as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SeenPath {
    /// The module it is written in, from the crate's root, inline modules included.
    pub(crate) module: Vec<String>,
    /// Its parts, `crate`, `self`, `super` and `*` included.
    pub(crate) parts: Vec<String>,
    /// The name it is imported under, if it is an import.
    pub(crate) imported_as: Option<String>,
}

/// A declaration of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SeenType {
    /// Its name.
    pub(crate) name: String,
    /// Whether other rooms may name it: `pub` or `pub(crate)`.
    pub(crate) is_public: bool,
}

/// What was seen, on which line, and whether only tests are built from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sighting {
    pub(crate) what: What,
    pub(crate) line: usize,
    pub(crate) in_test: bool,
}

/// Reads a file that is the module `module` (empty for the crate's root).
pub(crate) fn sightings(text: &str, module: &[String]) -> Result<Vec<Sighting>, String> {
    let stream: TokenStream = text.parse().map_err(|error| format!("is not Rust: {error}"))?;
    let mut scanner = Scanner {
        module: module.to_vec(),
        in_test: false,
        impl_is_next: false,
        in_impl: false,
        seen: Vec::new(),
    };
    scanner.scan(&list(stream));
    Ok(scanner.seen)
}

const PRINTERS: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];
const TYPES: [&str; 3] = ["struct", "enum", "trait"];
const OWN_NAMES: [&str; 2] = ["crate", "unclench"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Import,
    Code,
}

struct Scanner {
    module: Vec<String>,
    in_test: bool,
    /// The next braces are those of an `impl` or a trait.
    impl_is_next: bool,
    /// Directly inside such braces, where `type` declares no name of its own.
    in_impl: bool,
    seen: Vec<Sighting>,
}

impl Scanner {
    fn scan(&mut self, tokens: &[TokenTree]) {
        let mut at = 0;
        while at < tokens.len() {
            at += self.step(tokens, at);
        }
    }

    /// Looks at what starts at `at` and returns how many tokens it took: at least one.
    fn step(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        if let Some(length) = test_item(&tokens[at..]) {
            let outside = std::mem::replace(&mut self.in_test, true);
            self.scan(&tokens[at + 2..at + length]);
            self.in_test = outside;
            return length;
        }
        if is_word(tokens, at, "mod") && word(tokens, at + 1).is_some() {
            return self.module(tokens, at);
        }
        if is_word(tokens, at, "use") {
            return 1 + self.path(&tokens[at + 1..], &[], Place::Import);
        }
        self.oddities(tokens, at);
        self.declaration(tokens, at);
        if starts_path(tokens, at) {
            let length = self.path(&tokens[at..], &[], Place::Code).max(1);
            self.macro_call(tokens, at + length - 1);
            return length;
        }
        self.macro_call(tokens, at);
        if let Some(TokenTree::Group(group)) = tokens.get(at) {
            let is_impl =
                group.delimiter() == Delimiter::Brace && std::mem::take(&mut self.impl_is_next);
            let outside = std::mem::replace(&mut self.in_impl, is_impl);
            self.scan(&list(group.stream()));
            self.in_impl = outside;
        }
        1
    }

    fn declaration(&mut self, tokens: &[TokenTree], at: usize) {
        let Some(keyword) = word(tokens, at) else { return };
        if matches!(keyword.as_str(), "impl" | "trait") {
            self.impl_is_next = true;
        }
        let declares = TYPES.contains(&keyword.as_str()) || (keyword == "type" && !self.in_impl);
        if let (true, Some(name)) = (declares, word(tokens, at + 1)) {
            let seen = SeenType { name, is_public: is_public(&tokens[..at]) };
            self.see(What::Type(seen), line(tokens, at));
        }
    }

    fn module(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let name = word(tokens, at + 1).unwrap_or_default();
        self.module.push(name);
        if let Some(body) = group(tokens, at + 2, Delimiter::Brace) {
            self.scan(&list(body));
        } else if self.in_test {
            self.see(What::TestModule(self.module.clone()), line(tokens, at));
        }
        self.module.pop();
        3
    }

    /// Reads one path or one tree of paths and returns how many tokens it took.
    fn path(&mut self, tokens: &[TokenTree], before: &[String], place: Place) -> usize {
        let mut path = before.to_vec();
        let mut at =
            if is_double_colon(tokens, 0) { 2 } else { usize::from(is_mark(tokens, 0, '$')) };
        let start = line(tokens, at);
        loop {
            if let Some(inside) = group(tokens, at, Delimiter::Brace) {
                self.branches(&list(inside), &path, place);
                return at + 1;
            }
            if is_mark(tokens, at, '*') && place == Place::Import {
                path.push("*".to_owned());
                at += 1;
                break;
            }
            let Some(part) = word(tokens, at) else { break };
            at += 1;
            if part == "self" && !path.is_empty() {
                break;
            }
            path.push(part);
            if !is_double_colon(tokens, at) {
                break;
            }
            at += 2;
        }
        self.reached(&path, start, place);
        let is_renamed = place == Place::Import && is_word(tokens, at, "as");
        let name = if is_renamed { word(tokens, at + 1) } else { path.last().cloned() };
        let imported_as = name.filter(|_| place == Place::Import);
        let seen = SeenPath { module: self.module.clone(), parts: path, imported_as };
        self.see(What::Path(seen), start);
        at + if is_renamed { 2 } else { 0 }
    }

    fn branches(&mut self, tokens: &[TokenTree], before: &[String], place: Place) {
        let mut at = 0;
        while at < tokens.len() {
            at += self.path(&tokens[at..], before, place).max(1);
            at += usize::from(is_mark(tokens, at, ','));
        }
    }

    fn reached(&mut self, path: &[String], line: usize, place: Place) {
        let Some(first) = path.first() else { return };
        let mut place_in_crate: Vec<&str> = match first.as_str() {
            own if OWN_NAMES.contains(&own) => Vec::new(),
            "self" | "super" => self.module.iter().map(String::as_str).collect(),
            other => {
                let name = other.to_owned();
                return self.see(What::Crate(name), line);
            }
        };
        if first == "super" {
            place_in_crate.pop();
        }
        for part in &path[1..] {
            match part.as_str() {
                "super" => drop(place_in_crate.pop()),
                name => place_in_crate.push(name),
            }
        }
        match place_in_crate.first() {
            Some(&"*") => self.see(What::Root, line),
            Some(room) => {
                let room = (*room).to_owned();
                self.see(What::Room(room), line);
            }
            None if place == Place::Import => self.see(What::Root, line),
            None => {}
        }
    }

    fn macro_call(&mut self, tokens: &[TokenTree], at: usize) {
        if !is_mark(tokens, at + 1, '!') || !is_any_group(tokens, at + 2) {
            return;
        }
        let Some(name) = word(tokens, at) else { return };
        if PRINTERS.contains(&name.as_str()) {
            self.see(What::Print(name), line(tokens, at));
        } else if name == "include" {
            self.see(What::Detour("include!"), line(tokens, at));
        }
    }

    fn oddities(&mut self, tokens: &[TokenTree], at: usize) {
        if is_word(tokens, at, "extern") && is_word(tokens, at + 1, "crate") {
            self.see(What::Detour("extern crate"), line(tokens, at));
        }
        let attribute = if is_mark(tokens, at, '#') {
            let bracket = at + 1 + usize::from(is_mark(tokens, at + 1, '!'));
            group(tokens, bracket, Delimiter::Bracket)
        } else {
            None
        };
        let Some(attribute) = attribute.map(|stream| stream.to_string()) else {
            return;
        };
        let is = |start: &str| attribute.starts_with(start);
        if is("path =") || (is("cfg_attr") && attribute.contains("path =")) {
            self.see(What::Detour("#[path]"), line(tokens, at));
        }
        if (is("allow") || is("cfg_attr")) && attribute.contains("too_many_lines") {
            self.see(What::Budget, line(tokens, at));
        }
    }

    fn see(&mut self, what: What, line: usize) {
        self.seen.push(Sighting { what, line, in_test: self.in_test });
    }
}

/// A path starts at a word before `::`, or at a `::`, unless it goes on from something earlier.
fn starts_path(tokens: &[TokenTree], at: usize) -> bool {
    if word(tokens, at).is_some() {
        let goes_on = at > 1 && is_double_colon(tokens, at - 2);
        return is_double_colon(tokens, at + 1) && !goes_on;
    }
    let goes_on = at > 0 && (word(tokens, at - 1).is_some() || is_mark(tokens, at - 1, '>'));
    is_double_colon(tokens, at) && !goes_on
}

/// Whether what follows these tokens is `pub` or `pub(crate)`.
fn is_public(before: &[TokenTree]) -> bool {
    let Some(last) = before.len().checked_sub(1) else { return false };
    match group(before, last, Delimiter::Parenthesis) {
        Some(inside) => {
            inside.to_string() == "crate" && last > 0 && is_word(before, last - 1, "pub")
        }
        None => is_word(before, last, "pub"),
    }
}

/// The length of an item that only tests are built with, when its `#[cfg(test)]` stands first.
fn test_item(tokens: &[TokenTree]) -> Option<usize> {
    if !is_mark(tokens, 0, '#') {
        return None;
    }
    let attribute = group(tokens, 1, Delimiter::Bracket)?.to_string().replace(' ', "");
    if !matches!(attribute.as_str(), "test" | "cfg(test)")
        && !attribute.starts_with("cfg(all(test,")
    {
        return None;
    }
    let end = (2..tokens.len())
        .find(|&at| is_mark(tokens, at, ';') || group(tokens, at, Delimiter::Brace).is_some());
    Some(end.map_or(tokens.len(), |end| end + 1))
}
