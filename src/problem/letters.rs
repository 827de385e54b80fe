//! Letters that look like those of a keyboard and are others, or cannot be seen at all.

use unicode_width::UnicodeWidthChar as _;

use crate::words::{Message, is_direction_control};

/// A letter that is read as another or not seen: its kind, and what a keyboard writes for it.
struct OddLetter {
    kind: &'static str,
    plain: &'static str,
}

/// Told as a quotation mark alone: in words it stands on its own right.
const BACKTICK: char = '`';

/// The kind of a fraction in one letter.
const FRACTION: &str = "fraction";

/// The kind of an odd letter; `None` for all others.
fn odd(letter: char) -> Option<OddLetter> {
    let (kind, plain) = match letter {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => ("no-break-space", " "),
        '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => ("other-space", " "),
        '\u{200b}' => ("zero-width-space", ""),
        '\u{feff}' | '\u{2060}' => ("zero-width-no-break-space", ""),
        '\u{200c}' | '\u{200d}' | '\u{180e}' | '\u{2061}'..='\u{2064}' => ("zero-width-joiner", ""),
        '\u{ad}' => ("soft-hyphen", ""),
        '\u{2800}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{1d159}' => {
            ("blank", " ")
        }
        '\u{200e}' | '\u{200f}' | '\u{61c}' => ("direction-mark", ""),
        '\u{2010}' | '\u{2011}' | '\u{fe63}' => ("non-breaking-hyphen", "-"),
        '\u{2012}'..='\u{2015}' | '\u{fe58}' | '\u{2043}' => ("dash", "-"),
        '\u{2212}' => ("minus-sign", "-"),
        _ => {
            return printed_quote(letter)
                .or_else(|| full_width(letter))
                .or_else(|| look_alike(letter))
                .or_else(|| ligature(letter))
                .or_else(|| other_digit(letter))
                .or_else(|| other_sign(letter))
                .or_else(|| fraction(letter));
        }
    };
    Some(OddLetter { kind, plain })
}

/// The quotation marks of printed text.
fn printed_quote(letter: char) -> Option<OddLetter> {
    let (kind, plain) = match letter {
        '\u{201c}' | '\u{201d}' | '\u{201f}' => ("curly-quote", "\""),
        '\u{2018}' | '\u{2019}' | '\u{201b}' => ("curly-quote", "'"),
        '\u{201e}' => ("low-quote", "\""),
        '\u{201a}' => ("low-quote", "'"),
        '\u{ab}' | '\u{bb}' | '\u{300a}' | '\u{300b}' => ("angle-quote", "\""),
        '\u{2039}' | '\u{203a}' | '\u{3008}' | '\u{3009}' => ("angle-quote", "'"),
        '\u{300c}'..='\u{300f}' | '\u{ff62}' | '\u{ff63}' => ("corner-quote", "\""),
        '\u{301d}'..='\u{301f}' => ("prime-quote", "\""),
        '\u{ff02}' => ("full-width-quote", "\""),
        '\u{ff07}' => ("full-width-quote", "'"),
        '\u{b4}' => ("accent-quote", "'"),
        _ => return None,
    };
    Some(OddLetter { kind, plain })
}

/// The wide forms that input methods of Chinese and Japanese write.
fn full_width(letter: char) -> Option<OddLetter> {
    const ASCII: &str = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`\
                         abcdefghijklmnopqrstuvwxyz{|}~";
    let at = (letter as usize).checked_sub(0xff01)?;
    Some(OddLetter { kind: "full-width", plain: ASCII.get(at..=at)? })
}

/// Cyrillic and Greek letters that look like Latin ones.
fn look_alike(letter: char) -> Option<OddLetter> {
    const ALIKE: [(char, &str); 30] = [
        ('а', "a"),
        ('е', "e"),
        ('о', "o"),
        ('р', "p"),
        ('с', "c"),
        ('у', "y"),
        ('х', "x"),
        ('і', "i"),
        ('ѕ', "s"),
        ('ј', "j"),
        ('һ', "h"),
        ('ԁ', "d"),
        ('ѵ', "v"),
        ('ԛ', "q"),
        ('ԝ', "w"),
        ('А', "A"),
        ('В', "B"),
        ('Е', "E"),
        ('К', "K"),
        ('М', "M"),
        ('Н', "H"),
        ('О', "O"),
        ('Р', "P"),
        ('С', "C"),
        ('Т', "T"),
        ('Х', "X"),
        ('ο', "o"),
        ('α', "a"),
        ('ν', "v"),
        ('ι', "i"),
    ];
    let found = ALIKE.iter().find(|(alike, _)| *alike == letter);
    found.map(|(_, plain)| OddLetter { kind: "look-alike", plain })
}

/// Letters that printed text joins into one.
fn ligature(letter: char) -> Option<OddLetter> {
    let plain = match letter {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    };
    Some(OddLetter { kind: "ligature", plain })
}

/// The digits of other scripts, and those of mathematical letters.
fn other_digit(letter: char) -> Option<OddLetter> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    const MATHEMATICAL: std::ops::RangeInclusive<u32> = 0x1D7CE..=0x1D7FF;
    let code = letter as u32;
    let digit = if MATHEMATICAL.contains(&code) {
        (code - MATHEMATICAL.start()) % 10
    } else {
        let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last()?;
        code - zero
    };
    DIGITS.get(digit as usize).map(|plain| OddLetter { kind: "other-digit", plain })
}

/// The zero of each script that writes numbers in tens, in order; its other digits follow it.
const ZEROS: [u32; 59] = [
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0,
    0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0, 0x11450, 0x114D0, 0x11650,
    0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0, 0x16A60, 0x16AC0, 0x16B50,
    0x1E140, 0x1E2F0, 0x1E950, 0x1FBF0,
];

/// The points, commas and colons that stand in numbers, times and lists of other scripts.
fn other_sign(letter: char) -> Option<OddLetter> {
    let plain = match letter {
        '\u{66b}' | '\u{3002}' | '\u{6d4}' => ".",
        '\u{66c}' | '\u{60c}' | '\u{3001}' => ",",
        '\u{66a}' => "%",
        '\u{2236}' | '\u{a789}' | '\u{2d0}' => ":",
        _ => return None,
    };
    Some(OddLetter { kind: "other-sign", plain })
}

/// Fractions in one letter, to the thousandth; what is before the point stands before them.
fn fraction(letter: char) -> Option<OddLetter> {
    const FRACTIONS: [(char, &str); 18] = [
        ('½', ".5"),
        ('⅓', ".333"),
        ('⅔', ".667"),
        ('¼', ".25"),
        ('¾', ".75"),
        ('⅕', ".2"),
        ('⅖', ".4"),
        ('⅗', ".6"),
        ('⅘', ".8"),
        ('⅙', ".167"),
        ('⅚', ".833"),
        ('⅐', ".143"),
        ('⅛', ".125"),
        ('⅜', ".375"),
        ('⅝', ".625"),
        ('⅞', ".875"),
        ('⅑', ".111"),
        ('⅒', ".1"),
    ];
    let found = FRACTIONS.iter().find(|(fraction, _)| *fraction == letter);
    found.map(|(_, plain)| OddLetter { kind: FRACTION, plain })
}

/// The first letter of a text that only looks like one of a keyboard, or cannot be seen.
pub(crate) fn odd_letter(text: &str) -> Option<char> {
    text.chars().find(|letter| odd(*letter).is_some())
}

/// The first letter of a word that is not what it seems: unseen, joined, or of another script than the
/// Latin letters around it. Quotation marks, dashes and signs of other scripts have their place in words.
pub(crate) fn disguised_letter(word: &str) -> Option<char> {
    let kind = |letter: char| odd(letter).map(|odd| odd.kind);
    let letters = || word.chars().filter(|letter| letter.is_alphabetic());
    let is_plain = |letter: char| letter < '\u{250}' || kind(letter).is_some();
    let is_latin = letters().any(|letter| letter.is_ascii_alphabetic()) && letters().all(is_plain);
    word.chars().find(|letter| match kind(*letter) {
        Some("ligature" | "soft-hyphen") => true,
        Some("look-alike" | "full-width") => is_latin && letter.is_alphanumeric(),
        _ => false,
    })
}

/// The same text as a keyboard writes it.
pub(crate) fn as_typed(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    for letter in text.chars() {
        match odd(letter) {
            Some(OddLetter { kind: FRACTION, plain }) => {
                let whole = typed.trim_end();
                if whole.ends_with(|letter: char| letter.is_ascii_digit()) {
                    typed.truncate(whole.len());
                } else {
                    typed.push('0');
                }
                typed.push_str(plain);
            }
            Some(OddLetter { plain, .. }) => typed.push_str(plain),
            None => typed.push(letter),
        }
    }
    typed
}

/// Help for a text that reads once it is written as a keyboard writes it: so, and which letter was not.
pub(crate) fn meant_by(text: &str, reads: impl FnOnce(&str) -> bool) -> Option<Message> {
    let letter = odd_letter(text)?;
    let typed = as_typed(text);
    let typed = typed.trim();
    reads(typed).then(|| write_for(letter, typed))
}

/// Help that says what to write in the place of a text in which this letter stands.
pub(crate) fn write_for(letter: char, word: &str) -> Message {
    Message::new("problem-odd-letter").with("word", word).with("letter", name_of(letter))
}

/// Whether a text may stand between such marks by mistake: those of printed text, and backticks.
pub(crate) fn is_wrong_quote(letter: char) -> bool {
    letter == BACKTICK || is_printed_quote(letter)
}

/// Whether a quotation mark is one of those that only stand in printed text.
pub(crate) fn is_printed_quote(letter: char) -> bool {
    printed_quote(letter).is_some()
}

/// Whether a letter is one of those longer than a hyphen.
pub(crate) fn is_dash(letter: char) -> bool {
    odd(letter).is_some_and(|odd| odd.kind == "dash")
}

/// Whether nothing at all is seen of a letter, neither ink nor room.
pub(crate) fn is_unseen(letter: char) -> bool {
    odd(letter).is_some_and(|odd| odd.plain.is_empty())
}

/// Whether a letter leaves no ink: blanks of every width, fillers, and what only joins or changes others.
pub(crate) fn is_without_ink(letter: char) -> bool {
    letter.is_whitespace()
        || letter.width().unwrap_or(0) == 0
        || odd(letter).is_some_and(|odd| odd.plain.trim().is_empty())
}

/// Whether a fraction in one letter is in a text, which is typed to the thousandth.
pub(crate) fn has_fraction(text: &str) -> bool {
    text.chars().any(|letter| fraction(letter).is_some())
}

/// Whether nothing is seen of a text: it is empty, or of letters without ink alone.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_without_ink)
}

/// Whether this is a letter or digit of which something is seen.
pub(crate) fn is_inked_letter(letter: char) -> bool {
    letter.is_alphanumeric() && !is_without_ink(letter)
}

/// What a letter is called, such as “U+00A0 (a no-break space)”; shown where it can be seen.
pub(crate) fn name_of(letter: char) -> Message {
    let code = format!("U+{:04X}", letter as u32);
    let found = odd(letter);
    let kind = found.as_ref().map_or("other", |odd| odd.kind);
    let kind = if letter == BACKTICK { "backtick" } else { kind };
    // Letters are shown between backticks, so it would not be seen there.
    let is_seen = !(letter == BACKTICK
        || is_without_ink(letter)
        || letter.is_control()
        || is_direction_control(letter));
    let message = if is_seen {
        Message::new("letter-shown").with("letter", letter.to_string())
    } else {
        Message::new("letter")
    };
    message.with("code", code).with("kind", kind)
}
