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
    pub(in crate::screens) scales: LetterScales,
    /// The number, and the widest it becomes in this step.
    pub(in crate::screens) number: Option<(String, String)>,
    /// How the words and the number look.
    pub(in crate::screens) styles: (Style, Style),
}

/// How large the letters of a session are on a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::screens) struct LetterScales {
    /// Of words, and of the numbers of such.
    pub(in crate::screens) words: LetterScale,
    /// Of a number whose words stand in ordinary letters.
    pub(in crate::screens) number: LetterScale,
}

/// How the words are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LargeForm {
    large: LargePart,
    number: NumberPlace,
}

/// Which of the words are large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LargePart {
    All,
    /// Only the first ones, and all of them stand below in ordinary letters.
    First,
    /// None: only the number.
    Number,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NumberPlace {
    Beside,
    Below,
    Nowhere,
}

/// The ways to set them, the best first.
const FORMS: [LargeForm; 8] = {
    use LargePart::{All, First, Number};
    use NumberPlace::{Below, Beside, Nowhere};
    [
        LargeForm { large: All, number: Beside },
        LargeForm { large: First, number: Beside },
        LargeForm { large: All, number: Below },
        LargeForm { large: First, number: Below },
        LargeForm { large: All, number: Nowhere },
        LargeForm { large: First, number: Nowhere },
        LargeForm { large: Number, number: Below },
        LargeForm { large: Number, number: Beside },
    ]
};

impl LargeWords {
    /// Rows for the tallest of what takes turns, so that what is below never jumps.
    pub(super) fn height(&self, width: u16, rows: u16) -> u16 {
        let form = self.form(width, rows);
        form.map_or_else(|| self.plain_height(width), |form| self.height_in(form, width)).max(1)
    }

    /// Whether words are large in so much room, and not their number alone.
    pub(super) fn has_large_words(&self, width: u16, rows: u16) -> bool {
        self.form(width, rows).is_some_and(|form| form.large != LargePart::Number)
    }

    pub(super) fn draw(&self, buffer: &mut Buffer, area: Rect) {
        let words = &self.headline.words;
        let (style, number_style) = self.styles;
        let Some(form) = self.form(area.width, area.height) else {
            return self.draw_plain(buffer, area);
        };
        let is_short = form.large == LargePart::First;
        // Below short words there is an empty row, above them perhaps none.
        let set = self.set(form, words, area.width).lowered(is_short);
        set.style(style).render(area, buffer);
        let mut below = self.large_height(form, area.width);
        if let Some((now, widest)) = &self.number {
            let scale = self.number_scale(form);
            let columns = LargeText::columns_of_count(widest, scale);
            let (x, y) = match form.number {
                NumberPlace::Beside => {
                    (area.x + self.widest_line(form, area.width) + self.gap(), area.y)
                }
                _ => (area.x, area.y + below + 1),
            };
            if form.number != NumberPlace::Nowhere {
                let place = Rect { x, y, width: columns, height: area.bottom().saturating_sub(y) };
                let number = LargeText::set(now, scale, columns).style(number_style);
                number.lowered(is_short).render(place.intersection(area), buffer);
            }
            if form.number == NumberPlace::Below {
                below += 1 + LargeText::set(widest, scale, columns).height();
            }
        }
        if is_short {
            let y = area.y + below + 1;
            let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
            let all = LargeText::set(words, LetterScale::Plain, area.width).style(style);
            all.render(rest.intersection(area), buffer);
        }
    }

    /// Words as they are set in a form.
    fn set<'text>(&self, form: LargeForm, words: &'text str, width: u16) -> LargeText<'text> {
        match form.large {
            LargePart::All => LargeText::set(words, self.scales.words, width),
            LargePart::First => LargeText::set(shortest(words), self.scales.words, width),
            LargePart::Number => LargeText::set(words, LetterScale::Plain, width),
        }
    }

    fn number_scale(&self, form: LargeForm) -> LetterScale {
        match form.large {
            LargePart::All | LargePart::First => self.scales.words,
            LargePart::Number => self.scales.number,
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
        if self.scales.words == LetterScale::Double { 2 * GAP } else { GAP }
    }

    /// The best way to set them in so much room; `None` where nothing large has any.
    fn form(&self, width: u16, rows: u16) -> Option<LargeForm> {
        FORMS.into_iter().find(|form| self.fits(*form, width, rows))
    }

    fn fits(&self, form: LargeForm, width: u16, rows: u16) -> bool {
        if !self.is_sensible(form) {
            return false;
        }
        let number = self.number.as_ref().map_or("", |(_, widest)| widest);
        let number = LargeText::columns_of_count(number, self.number_scale(form));
        let widest = self.widest_line(form, width);
        let columns = match form.number {
            NumberPlace::Beside => widest + self.gap() + number,
            NumberPlace::Below => widest.max(number),
            NumberPlace::Nowhere => widest,
        };
        columns <= width && self.height_in(form, width) <= rows
    }

    /// Whether there is something to be set in this form that no simpler one says as well.
    fn is_sensible(&self, form: LargeForm) -> bool {
        let turns = &self.headline.turns;
        let has_number = self.number.is_some() || form.number == NumberPlace::Nowhere;
        let is_drawn = |words: &dyn Fn(&str) -> bool| turns.iter().all(|it| words(it));
        has_number
            && match form.large {
                LargePart::Number => self.scales.number != LetterScale::Plain,
                _ if self.scales.words == LetterScale::Plain => false,
                LargePart::All => is_drawn(&LargeText::is_drawn),
                // Words that take turns, as breaths do, have no shorter ones.
                LargePart::First => {
                    turns.len() == 1
                        && is_drawn(&|it| {
                            shortest(it).len() < it.len() && LargeText::is_drawn(shortest(it))
                        })
                }
            }
    }

    fn large_height(&self, form: LargeForm, width: u16) -> u16 {
        let heights = self.headline.turns.iter().map(|it| self.set(form, it, width).height());
        heights.max().unwrap_or_default()
    }

    fn widest_line(&self, form: LargeForm, width: u16) -> u16 {
        let widths = self.headline.turns.iter().map(|it| self.set(form, it, width).width());
        widths.max().unwrap_or_default()
    }

    fn height_in(&self, form: LargeForm, width: u16) -> u16 {
        let large = self.large_height(form, width);
        let number = self.number.as_ref().map_or(0, |(_, widest)| {
            LargeText::set(widest, self.number_scale(form), width).height()
        });
        let large = match form.number {
            NumberPlace::Beside => large.max(number),
            NumberPlace::Below => large + 1 + number,
            NumberPlace::Nowhere => large,
        };
        let rest = if form.large == LargePart::First { 1 + self.plain_height(width) } else { 0 };
        large + rest
    }

    fn plain_height(&self, width: u16) -> u16 {
        let turns = self.headline.turns.iter();
        let heights = turns.map(|it| LargeText::set(it, LetterScale::Plain, width).height());
        heights.max().unwrap_or_default()
    }
}

/// How large letters are on a screen where they may take this area: the same for all that a session
/// says, of which these are the words. What still has no room at that size stands in ordinary letters,
/// and its number in large ones.
pub(super) fn common_scales<'a>(
    titles: &(impl Iterator<Item = &'a str> + Clone),
    area: Rect,
) -> LetterScales {
    if area.height < LOWEST {
        return LetterScales { words: LetterScale::Plain, number: LetterScale::Plain };
    }
    match common_scale(titles, area) {
        LetterScale::Plain => {
            LetterScales { words: LetterScale::Plain, number: LetterScale::Single }
        }
        words => LetterScales { words, number: words },
    }
}

fn common_scale<'a>(titles: &(impl Iterator<Item = &'a str> + Clone), area: Rect) -> LetterScale {
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
