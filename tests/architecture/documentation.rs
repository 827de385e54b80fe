//! The rule that what a room shows to others says what it is: rooms are private to the crate, so the
//! compiler's own lint does not look into them.

use super::rules::SourceFile;

/// What begins a public item; modules say what they are in their own first line.
const ITEMS: [&str; 9] = [
    "pub fn ",
    "pub const ",
    "pub async fn ",
    "pub struct ",
    "pub enum ",
    "pub trait ",
    "pub type ",
    "pub static ",
    "pub macro ",
];

/// Public items and fields without a comment of documentation right above them.
pub(crate) fn undocumented(files: &[SourceFile]) -> Vec<String> {
    files.iter().filter(|file| !file.path.contains("/tests")).flat_map(in_file).collect()
}

fn in_file(file: &SourceFile) -> Vec<String> {
    let lines: Vec<&str> = file.text.lines().map(str::trim).collect();
    let mut complaints = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        if is_public(line) && !is_documented(&lines[..index]) {
            complaints.push(format!("{}:{}: say what it is: `{line}`", file.path, index + 1));
        }
    }
    complaints
}

fn is_public(line: &str) -> bool {
    let name = |rest: &str| rest.split(':').next().unwrap_or_default().to_owned();
    let is_field = line.strip_prefix("pub ").is_some_and(|rest| {
        let name = name(rest);
        rest.contains(": ")
            && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_')
    });
    // A macro that writes an item is given its documentation.
    !line.contains('$') && (is_field || ITEMS.iter().any(|item| line.starts_with(item)))
}

/// Whether the nearest line above that is no attribute is documentation.
fn is_documented(above: &[&str]) -> bool {
    let mut depth = 0_i32;
    for line in above.iter().rev() {
        // An attribute of several lines, read from its end.
        let opens = line.matches(['(', '[', '{']).count() as i32;
        let closes = line.matches([')', ']', '}']).count() as i32;
        if line.starts_with("#[") || depth > 0 || line.ends_with(")]") {
            depth += closes - opens;
            continue;
        }
        return line.starts_with("///");
    }
    false
}

fn complaints(text: &str) -> usize {
    let file = SourceFile { path: "src/tui.rs".to_owned(), text: text.to_owned() };
    undocumented(&[file]).len()
}

#[test]
fn a_public_item_with_its_documentation_is_accepted() {
    assert_eq!(complaints("/// Does it.\npub fn it() {}\n"), 0);
    assert_eq!(
        complaints(
            "/// It.\n#[derive(\n    Debug,\n)]\npub struct It {\n    /// A part.\n    pub part: u8,\n}\n"
        ),
        0
    );
}

#[test]
fn a_public_item_without_documentation_is_reported() {
    assert_eq!(complaints("// Does it.\npub fn it() {}\n"), 1);
    assert_eq!(complaints("/// It.\npub struct It {\n    pub part: u8,\n}\n"), 1);
    assert_eq!(complaints("#[must_use]\npub fn it() {}\n"), 1);
}
