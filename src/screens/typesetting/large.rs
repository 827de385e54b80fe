//! What to do now in letters of several cells, with a number beside it: to be read from two metres.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget as _;

use super::short::shortest;
use crate::figures::large_text::{LargeText, LetterScale};

/// Columns between the words and the number beside them, in letters of the smaller size.
const GAP: u16 = 3;
/// The same in ordinary letters.
const PLAIN_GAP: u16 = 2;

/// The fewest rows for large letters, and for the largest.
const LOWEST: u16 = 11;
const HIGH: u16 = 30;

/// What to do now, and what takes turns with it in the same place.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::screens) struct Headline {
    pub(in crate::screens) words: String,
    pub(in crate::screens) turns: Vec<String>,
}

/// Words in large letters. How large is the same through a session; where all of them have no room at
/// that scale, their first words stand large, and all of them below in ordinary letters.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::screens) struct LargeWords {
    /// What to do, and what takes turns with it.
    pub(in crate::screens) headline: Headline,
    /// How large the letters of this session are on this screen.
    pub(in crate::screens) scale: LetterScale,
    /// The number, and the widest it becomes in this step.
    pub(in crate::screens) number: Option<(String, String)>,
    /// How the words and the number look.
    pub(in crate::screens) styles: (Style, Style),
}

/// How the words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LargeForm {
    /// Only the first words are large.
    is_short: bool,
    number: NumberPlace,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberPlace {
    Beside,
    Below,
    Nowhere,
}

/// The ways to set them, the best first.
const FORMS: [LargeForm; 6] = [
    LargeForm { is_short: false, number: NumberPlace::Beside },
    LargeForm { is_short: true, number: NumberPlace::Beside },
    LargeForm { is_short: false, number: NumberPlace::Below },
    LargeForm { is_short: true, number: NumberPlace::Below },
    LargeForm { is_short: false, number: NumberPlace::Nowhere },
    LargeForm { is_short: true, number: NumberPlace::Nowhere },
];

impl LargeWords {
    /// Rows for the tallest of what takes turns, so that what is below never jumps.
    pub(super) fn height(&self, width: u16, rows: u16) -> u16 {
        let form = self.form(width, rows);
        form.map_or_else(|| self.plain_height(width), |form| self.height_in(form, width)).max(1)
    }

    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect) {
        let words = &self.headline.words;
        let (style, number_style) = self.styles;
        let Some(form) = self.form(area.width, area.height) else {
            return self.draw_plain(buffer, area);
        };
        let large = if form.is_short { shortest(words) } else { words };
        // Below short words there is an empty row, above them perhaps none.
        let set = LargeText::set(large, self.scale, area.width).lowered(form.is_short);
        set.style(style).render(area, buffer);
        let mut below = self.large_height(form, area.width);
        if let Some((now, widest)) = &self.number {
            let columns = LargeText::columns_of_count(widest, self.scale);
            let (x, y) = match form.number {
                NumberPlace::Beside => {
                    (area.x + self.widest_line(form, area.width) + self.gap(), area.y)
                }
                _ => (area.x, area.y + below + 1),
            };
            if form.number != NumberPlace::Nowhere {
                let place = Rect { x, y, width: columns, height: area.bottom().saturating_sub(y) };
                let number = LargeText::set(now, self.scale, columns).style(number_style);
                number.lowered(form.is_short).render(place.intersection(area), buffer);
            }
            if form.number == NumberPlace::Below {
                below += 1 + LargeText::set(widest, self.scale, columns).height();
            }
        }
        if form.is_short {
            let y = area.y + below + 1;
            let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
            let all = LargeText::set(words, LetterScale::Plain, area.width).style(style);
            all.render(rest.intersection(area), buffer);
        }
    }

    /// In ordinary letters, with the number behind them where a single line has room for it.
    fn draw_plain(&self, buffer: &mut Buffer, area: Rect) {
        let set = |words| LargeText::set(words, LetterScale::Plain, area.width);
        set(&self.headline.words).style(self.styles.0).render(area, buffer);
        let widest = self.headline.turns.iter().map(|it| set(it).width()).max().unwrap_or_default();
        let Some((now, number)) = &self.number else { return };
        let behind = widest + PLAIN_GAP;
        if self.plain_height(area.width) == 1 && behind + set(number).width() <= area.width {
            let place = Rect { x: area.x + behind, width: area.width - behind, height: 1, ..area };
            set(now).style(self.styles.1).render(place.intersection(area), buffer);
        }
    }

    /// Columns between the words and the number beside them.
    fn gap(&self) -> u16 {
        if self.scale == LetterScale::Double { 2 * GAP } else { GAP }
    }

    /// The best way to set them in so much room; `None` where no large letters have any.
    fn form(&self, width: u16, rows: u16) -> Option<LargeForm> {
        if self.scale == LetterScale::Plain {
            return None;
        }
        FORMS.into_iter().find(|form| self.fits(*form, width, rows))
    }

    fn fits(&self, form: LargeForm, width: u16, rows: u16) -> bool {
        let has_number = self.number.is_some();
        // Words that take turns, as breaths do, have no shorter ones.
        let is_sensible = has_number == (form.number != NumberPlace::Nowhere)
            || form.number == NumberPlace::Nowhere;
        let is_shorter = self.headline.turns.len() == 1
            && shortest(&self.headline.words).len() < self.headline.words.len();
        let is_drawn = self.large(form).all(LargeText::is_drawn);
        if !is_sensible || !is_drawn || (form.is_short && !is_shorter) {
            return false;
        }
        let number = self.number.as_ref().map_or("", |(_, widest)| widest);
        let number = LargeText::columns_of_count(number, self.scale);
        let widest = self.widest_line(form, width);
        let columns = match form.number {
            NumberPlace::Beside => widest + self.gap() + number,
            NumberPlace::Below => widest.max(number),
            NumberPlace::Nowhere => widest,
        };
        columns <= width && self.height_in(form, width) <= rows
    }

    /// What is large in a form: everything that takes turns.
    fn large(&self, form: LargeForm) -> impl Iterator<Item = &str> {
        let turns = self.headline.turns.iter().map(String::as_str);
        turns.map(move |words| if form.is_short { shortest(words) } else { words })
    }

    fn large_height(&self, form: LargeForm, width: u16) -> u16 {
        let heights = self.large(form).map(|it| LargeText::set(it, self.scale, width).height());
        heights.max().unwrap_or_default()
    }

    fn widest_line(&self, form: LargeForm, width: u16) -> u16 {
        let widths = self.large(form).map(|it| LargeText::set(it, self.scale, width).width());
        widths.max().unwrap_or_default()
    }

    fn height_in(&self, form: LargeForm, width: u16) -> u16 {
        let large = self.large_height(form, width);
        let number = match (&self.number, form.number) {
            (Some((_, widest)), NumberPlace::Below) => {
                1 + LargeText::set(widest, self.scale, width).height()
            }
            _ => 0,
        };
        let rest = if form.is_short { 1 + self.plain_height(width) } else { 0 };
        large + number + rest
    }

    fn plain_height(&self, width: u16) -> u16 {
        let turns = self.headline.turns.iter();
        let heights = turns.map(|it| LargeText::set(it, LetterScale::Plain, width).height());
        heights.max().unwrap_or_default()
    }
}

/// How large letters are on a screen where they may take this area: the same for all that a session
/// says, of which these are the words. What still has no room at that size stands in ordinary letters.
pub(super) fn common_scale<'a>(
    titles: &(impl Iterator<Item = &'a str> + Clone),
    area: Rect,
) -> LetterScale {
    if area.height < LOWEST {
        return LetterScale::Plain;
    }
    let all = titles.clone().count();
    let fits = |scale: LetterScale| {
        let fits = |title: &str| {
            let short = shortest(title);
            LargeText::is_drawn(short)
                && LargeText::set(short, scale, area.width).fits(area.width, area.height * 2 / 3)
        };
        // One long word takes the large letters from no other.
        titles.clone().filter(|title| fits(title)).count() * 10 >= all * 9
    };
    let scales = [LetterScale::Double, LetterScale::Single];
    scales
        .into_iter()
        .filter(|it| *it != LetterScale::Double || area.height >= HIGH)
        .find(|it| fits(*it))
        .unwrap_or(LetterScale::Plain)
}
