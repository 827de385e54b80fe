//! Where in a file of TOML a byte lies: in a heading, before or after `=`, in text, in brackets.

/// What a byte lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TomlPlace {
    /// Before the `=` of a line.
    Key,
    /// In a line that begins with `[`.
    Heading,
    /// After `=`, within brackets or not.
    Value,
    /// In text between quotes, which begins at this byte.
    Text { from: usize, mark: char, of_lines: bool },
}

/// Goes through a file once, as the parser does: text in one line ends with its line at the latest,
/// whatever else is wrong.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    place: TomlPlace,
    /// What the text or comment that is being read stands in.
    around: TomlPlace,
    in_comment: bool,
    /// Only blanks so far in this line.
    line_is_blank: bool,
    /// Where lists and tables begin that are open.
    open: Vec<usize>,
    /// Where the value or key begins that is being read.
    since: usize,
}

/// Where the entry ends that a text begins with, after its last line; `None` where it does not end
/// within so many bytes.
pub(crate) fn end_of_entry(text: &str, most: usize) -> Option<usize> {
    let mut scanner = Scanner::new(text);
    let ends = text.match_indices('\n').map(|(at, _)| at + 1).chain([text.len()]);
    for end in ends.take_while(|end| *end <= most) {
        scanner.go_to(end);
        let is_open = matches!(scanner.place, TomlPlace::Text { of_lines: true, .. });
        if !is_open && scanner.open.is_empty() {
            return Some(end);
        }
    }
    None
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            place: TomlPlace::Key,
            around: TomlPlace::Key,
            in_comment: false,
            line_is_blank: true,
            open: Vec::new(),
            since: 0,
        }
    }

    /// Goes on to a byte that lies no earlier than the last.
    pub(super) fn go_to(&mut self, byte: usize) {
        while self.at < byte.min(self.text.len()) {
            let Some(letter) = self.text[self.at..].chars().next() else { return };
            self.step(letter);
        }
    }

    /// Goes on to a byte, over other words than the text has there.
    pub(super) fn go_over(&mut self, instead: &str, byte: usize) {
        let mut over =
            Scanner { place: self.place, open: self.open.clone(), ..Scanner::new(instead) };
        over.go_to(instead.len());
        self.place = over.place;
        self.open = over.open;
        self.at = byte;
    }

    pub(super) fn place(&self) -> TomlPlace {
        self.place
    }

    /// Where lists and tables begin that are open here, the outermost first.
    pub(super) fn open(&self) -> &[usize] {
        &self.open
    }

    /// Where the key, heading or value begins that is being read, with the blanks before it.
    pub(super) fn since(&self) -> usize {
        self.since
    }

    /// What was read so far of the key, heading or value that is being read.
    pub(super) fn so_far(&self) -> &'a str {
        self.text.get(self.since..self.at).unwrap_or_default()
    }

    fn step(&mut self, letter: char) {
        let before = self.at;
        self.at += letter.len_utf8();
        if self.in_comment && letter != '\n' {
            return;
        }
        match self.place {
            TomlPlace::Text { mark, of_lines, .. } => self.in_text(letter, mark, of_lines),
            _ if letter == '\n' => self.end_line(),
            _ if letter == '#' => self.in_comment = true,
            _ if letter == '"' || letter == '\'' => self.begin_text(letter, before),
            TomlPlace::Key if letter == '[' && self.line_is_blank => {
                self.place = TomlPlace::Heading;
            }
            TomlPlace::Key if letter == '=' => self.begin_value(),
            TomlPlace::Value => match letter {
                '[' | '{' => {
                    self.open.push(before);
                    self.since = self.at;
                }
                ']' | '}' => {
                    self.open.pop();
                }
                ',' | '=' if !self.open.is_empty() => self.since = self.at,
                _ => {}
            },
            TomlPlace::Key | TomlPlace::Heading => {}
        }
        self.line_is_blank &= letter.is_whitespace();
    }

    fn begin_value(&mut self) {
        self.place = TomlPlace::Value;
        self.since = self.at;
    }

    fn end_line(&mut self) {
        self.in_comment = false;
        if self.open.is_empty() {
            self.place = TomlPlace::Key;
            self.since = self.at;
        }
        self.line_is_blank = true;
    }

    fn begin_text(&mut self, mark: char, from: usize) {
        let rest = &self.text[self.at..];
        let doubled = [mark, mark].iter().collect::<String>();
        let of_lines = rest.starts_with(&doubled);
        if of_lines {
            self.at += doubled.len();
        }
        self.around = self.place;
        self.place = TomlPlace::Text { from, mark, of_lines };
    }

    fn in_text(&mut self, letter: char, mark: char, of_lines: bool) {
        if letter == '\\' && mark == '"' {
            let escaped = self.text[self.at..].chars().next().filter(|next| *next != '\n');
            self.at += escaped.map_or(0, char::len_utf8);
        } else if letter == '\n' && !of_lines {
            self.place = self.around;
            self.end_line();
        } else if letter == mark {
            self.end_text(mark, of_lines);
        }
    }

    fn end_text(&mut self, mark: char, of_lines: bool) {
        if of_lines {
            let doubled = [mark, mark].iter().collect::<String>();
            if !self.text[self.at..].starts_with(&doubled) {
                return;
            }
            self.at += doubled.len();
        }
        self.place = self.around;
    }
}
