//! A table of settings, read key by key: every value that fits is kept, every other one is named.

use std::ops::RangeInclusive;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::choices::Choice;
use crate::problem::letters::{as_typed, is_blank, odd_letter, write_for};
use crate::problem::{Finding, Findings, nearest_or_all, quote};
use crate::words::Message;

/// A table of settings, and what was found wrong with it.
pub(super) struct SettingsTable<'a> {
    table: Option<&'a DeTable<'a>>,
    text: &'a str,
    /// The keys that were asked for: all there may be.
    known: Vec<&'static str>,
    found: &'a mut Findings,
}

impl<'a> SettingsTable<'a> {
    pub(super) fn new(table: &'a DeTable<'a>, text: &'a str, found: &'a mut Findings) -> Self {
        Self { table: Some(table), text, known: Vec::new(), found }
    }

    /// A switch: `true` or `false`.
    pub(super) fn switch(&mut self, key: &'static str, set: &mut bool) {
        let Some(value) = self.value(key) else { return };
        if let Some(value) = value.get_ref().as_bool() {
            *set = value;
        } else {
            let meant = bare(value.get_ref());
            let meant = meant.and_then(|it| switch_meant(&it)).map(str::to_owned);
            self.misfit(key, value, meant, Message::new("setting-switch-help"));
        }
    }

    /// One of a few words.
    pub(super) fn choice<T: Choice>(&mut self, key: &'static str, set: &mut T) {
        let Some(value) = self.value(key) else { return };
        if let Some(choice) = value.get_ref().as_str().and_then(T::from_word) {
            *set = choice;
        } else {
            let words: Vec<_> = T::ALL.iter().map(|choice| quote(choice.word())).collect();
            let help = Message::new("setting-choice-help").with("words", words.join(", "));
            let written = as_typed(self.written(value));
            let written = written.trim_matches(['"', '\'', ' ']).to_lowercase();
            let meant = T::from_word(&written).map(|choice| quoted(choice.word()));
            self.misfit(key, value, meant, help);
        }
    }

    /// A name in quotation marks; `names` is the help that says which there are.
    pub(super) fn name(&mut self, key: &'static str, names: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let name = value.get_ref().as_str();
        match name {
            Some(name) if is_blank(name) => {
                self.misfit(key, value, None, Message::new(names));
                return None;
            }
            Some(_) => {}
            None => {
                let is_one = !matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
                let meant = is_one.then(|| quoted(self.written(value)));
                self.misfit(key, value, meant, Message::new("setting-words-help"));
            }
        }
        name.map(str::to_owned)
    }

    /// A whole number within a range; `unit` is the one the texts know it by, which may be `none`.
    pub(super) fn number<T: TryFrom<i64>>(
        &mut self,
        key: &'static str,
        range: RangeInclusive<i64>,
        unit: &str,
        set: &mut T,
    ) {
        let (least, most) = (*range.start(), *range.end());
        let help = Message::new("setting-number-help").with("unit", unit);
        let help = help.with("least", least.to_string()).with("most", most.to_string());
        self.number_among(key, |number| range.contains(&number), help, set);
    }

    /// A whole number of which only some fit.
    pub(super) fn number_among<T: TryFrom<i64>>(
        &mut self,
        key: &'static str,
        fits: impl Fn(i64) -> bool,
        help: Message,
        set: &mut T,
    ) {
        let Some(value) = self.value(key) else { return };
        let number = whole_number(value.get_ref()).filter(|number| fits(*number));
        if let Some(number) = number.and_then(|number| T::try_from(number).ok()) {
            *set = number;
            return;
        }
        let meant = bare(value.get_ref()).and_then(|it| number_meant(&it)?.parse().ok());
        let meant = meant.filter(|number| fits(*number)).map(|number: i64| number.to_string());
        self.misfit(key, value, meant, help);
    }

    /// A table within this one.
    pub(super) fn table(
        &mut self,
        key: &'static str,
        mut read: impl FnMut(&mut SettingsTable<'_>),
    ) {
        let Some(value) = self.value(key) else { return };
        let tables: Vec<_> = match value.get_ref() {
            DeValue::Table(table) => vec![table],
            DeValue::Array(values) => {
                values.iter().filter_map(|it| it.get_ref().as_table()).collect()
            }
            _ => Vec::new(),
        };
        if !value.get_ref().is_table() {
            self.misfit(key, value, None, Message::new("setting-table-help").with("key", key));
        }
        // The first counts.
        for table in tables.into_iter().rev() {
            let mut inner = SettingsTable::new(table, self.text, self.found);
            read(&mut inner);
            inner.finish();
        }
    }

    /// Names the keys that nothing asked for.
    pub(super) fn finish(self) {
        for key in self.table.into_iter().flat_map(|table| table.keys()) {
            let name: &str = key.get_ref();
            if !self.known.contains(&name) {
                let message = Message::new("setting-unknown").with("name", quote(name));
                let finding = Finding::warning("unknown-setting", key.span(), message);
                let help = nearest_or_all(name, self.known.iter().copied());
                self.found.add(finding.maybe_help(help));
            }
        }
    }

    fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.push(key);
        self.table?.get(key)
    }

    /// A value as it is written.
    fn written(&self, value: &Spanned<DeValue<'_>>) -> &'a str {
        self.text.get(value.span()).unwrap_or_default()
    }

    /// Names a value that does not fit, and `meant`, the one that would and was most likely meant.
    fn misfit(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        meant: Option<String>,
        help: Message,
    ) {
        // A value that TOML could not read stands nowhere, and was named already.
        if value.span().is_empty() {
            return;
        }
        let written = self.written(value);
        let told = value.get_ref().as_str().unwrap_or(written);
        let help = meant.map_or(help, |meant| {
            let message = match (value.get_ref().is_str(), meant.starts_with('"')) {
                (true, false) if bare(value.get_ref()).as_deref() == Some(meant.as_str()) => {
                    "setting-no-quotes-help"
                }
                (false, true) => "setting-quotes-help",
                _ => "write",
            };
            let line = format!("{key} = {meant}");
            odd_letter(told).map_or_else(
                || Message::new(message).with("text", line.as_str()),
                |letter| write_for(letter, &line),
            )
        });
        let message = if is_blank(told) {
            Message::new("setting-empty").with("key", key)
        } else {
            Message::new("setting-misfit").with("written", quote(told))
        };
        self.found.add(Finding::warning("misfit", value.span(), message).help(help));
    }
}

/// The switch that a word in small letters means.
pub(super) fn switch_meant(word: &str) -> Option<&'static str> {
    match word {
        "true" | "yes" | "on" | "always" => Some("true"),
        "false" | "no" | "off" | "never" => Some("false"),
        _ => None,
    }
}

/// The digits of a number that has its unit behind it.
pub(super) fn number_meant(word: &str) -> Option<&str> {
    let digits =
        word.trim_end_matches(|letter: char| letter.is_alphabetic() || "% ".contains(letter));
    let is_number = |it: &&str| it.trim_start_matches('-').bytes().all(|it| it.is_ascii_digit());
    Some(digits).filter(is_number).filter(|digits| !digits.is_empty())
}

/// What stands between quotation marks where a value of another kind was meant.
fn bare(value: &DeValue<'_>) -> Option<String> {
    Some(as_typed(value.as_str()?).trim().to_lowercase())
}

/// Words as they are written in a file.
fn quoted(words: &str) -> String {
    toml::Value::from(words).to_string()
}

fn whole_number(value: &DeValue<'_>) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
