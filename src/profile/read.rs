//! A profile from the text of its file, line by line: a line that does not fit costs no other.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeValue;

use super::write::{ASIDE, HEAD};
use super::{KeptProfile, key};
use crate::body::Side;
use crate::care::{CareTable, ConditionGroup, HandReach, HandUse, HeldCondition, Profile, Site};
use crate::config::{FileShape, Lines, SlipKind, known_value, slip_finding};
use crate::problem::{Finding, Findings, Problem, Source, nearest, quote, quotes_meant};
use crate::session::Tool;
use crate::words::Message;

/// The hardest pressure there is, 0–10 of discomfort.
const MOST_PRESSURE: u8 = 10;

/// The profile in bytes that should be text, and every problem in it. `file` is only a name for the
/// messages.
pub(super) fn profile(file: &str, bytes: &[u8]) -> (KeptProfile, Vec<Problem>) {
    let text = String::from_utf8_lossy(bytes);
    let source = Source::new(file, &text);
    let Lines { root, slips } = Lines::of(&text, &shape());
    let mut reader =
        ProfileReader { text: &text, kept: KeptProfile::default(), found: Findings::default() };
    let aside = text.lines().filter_map(|line| line.strip_prefix(ASIDE));
    reader.kept.aside = aside.map(str::to_owned).collect();
    let comments = text.lines().map(str::trim).filter(|line| line.starts_with('#'));
    let is_own = |line: &&str| !line.starts_with(ASIDE) && HEAD.lines().all(|head| head != *line);
    let own = comments.filter(is_own);
    reader.kept.comments = own.map(str::to_owned).collect();
    for (key, value) in &root {
        reader.entry(key, value);
    }
    for slip in slips {
        if slip.is_lost() {
            reader.put_aside(text.get(slip.line.clone()).unwrap_or_default());
        }
        let finding = slip_finding(&source, &slip);
        reader.found.add(match slip.kind {
            SlipKind::Unread => finding.help(unread_help(source.slice(&slip.line))),
            _ => finding,
        });
    }
    let ProfileReader { kept, found, .. } = reader;
    (kept, found.into_problems(&source))
}

/// How to mend a line that cannot be read.
fn unread_help(line: &str) -> Message {
    let usual = || Message::new("profile-unread-help");
    let quoted = quotes_meant(line, false);
    quoted.map_or_else(usual, |quoted| Message::new("write").with("text", quoted.meant.trim()))
}

/// The keys and headings there are.
fn shape() -> FileShape {
    let nothing = || toml::Value::from("");
    let mut whole: toml::Table =
        key::PLAIN.into_iter().map(|name| (name.to_owned(), nothing())).collect();
    let conditions = CareTable::shipped().conditions.iter();
    let conditions: toml::Table = conditions.map(|it| (it.id.clone(), nothing())).collect();
    whole.insert(key::CONDITIONS.to_owned(), conditions.into());
    FileShape::of(&whole, true)
}

/// What was read so far, and what was found wrong.
struct ProfileReader<'a> {
    text: &'a str,
    kept: KeptProfile,
    found: Findings,
}

impl ProfileReader<'_> {
    fn entry(&mut self, key: &Spanned<Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let name: &str = key.get_ref();
        let read = match name {
            key::PRESSURE => self.pressure(value),
            key::TOOLS => self.tools(value),
            key::LEFT_HAND => hand(value, &mut self.kept.profile.left_hand),
            key::RIGHT_HAND => hand(value, &mut self.kept.profile.right_hand),
            key::REACH => reach(value, &mut self.kept.profile),
            key::FIRST_SIDE => first_side(value, &mut self.kept.profile),
            key::FLOOR => floor(value, &mut self.kept.profile),
            key::ANSWERED => self.answered(value),
            key::CONDITIONS => self.conditions(value),
            // Better heeded in the wrong place than not at all.
            id if CareTable::shipped().condition(id).is_some() => {
                self.misplaced(key, "beneath");
                return self.condition(key, value);
            }
            _ => {
                self.unknown(key);
                if let Some(known) = known_value(value.get_ref()) {
                    self.kept.later.insert(name.to_owned(), known);
                }
                return;
            }
        };
        if let Err(help) = read {
            self.misfit(value, help);
            let written = self.text.get(value.span()).unwrap_or_default();
            self.put_aside(&format!("{name} = {written}"));
        }
    }

    /// Names a key on the wrong side of the heading of conditions. It counts.
    fn misplaced(&mut self, key: &Spanned<Cow<'_, str>>, side: &'static str) {
        let message = Message::new("profile-misplaced").with("name", quote(key.get_ref()));
        let finding = Finding::warning("misplaced", key.span(), message.with("side", side));
        self.found.add(finding.help(Message::new("profile-misplaced-help").with("side", side)));
    }

    /// Names a key that is not known here.
    fn unknown(&mut self, key: &Spanned<Cow<'_, str>>) {
        let name: &str = key.get_ref();
        let conditions = CareTable::shipped().conditions.iter().map(|it| it.id.as_str());
        let near = nearest(name, key::PLAIN.into_iter().chain([key::CONDITIONS]).chain(conditions));
        let help = match near {
            Some(near) => Message::new("problem-did-you-mean").with("word", near),
            None => Message::new("profile-unread-help"),
        };
        let message = Message::new("profile-unknown").with("name", quote(name));
        self.found.add(Finding::warning("unknown-key", key.span(), message).help(help));
    }

    fn pressure(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), Message> {
        let number = value.get_ref().as_integer().and_then(|it| it.as_str().parse::<u8>().ok());
        let number = number.filter(|number| *number <= MOST_PRESSURE).ok_or_else(|| {
            let help = Message::new("setting-number-help").with("unit", "none");
            help.with("least", "0").with("most", MOST_PRESSURE.to_string())
        })?;
        self.kept.profile.pressure = Some(number);
        Ok(())
    }

    fn tools(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), Message> {
        let help = || among(Tool::ALL.iter().map(|tool| tool.id()));
        let words = words(value).ok_or_else(help)?;
        self.kept.profile.tools =
            Some(words.into_iter().map(Tool::by_id).collect::<Option<_>>().ok_or_else(help)?);
        Ok(())
    }

    fn answered(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), Message> {
        let help = || among(ConditionGroup::ALL.iter().map(|group| group.id()));
        let words = words(value).ok_or_else(help)?;
        let groups = words.into_iter().map(ConditionGroup::by_id);
        self.kept.profile.answered = groups.collect::<Option<_>>().ok_or_else(help)?;
        Ok(())
    }

    fn conditions(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), Message> {
        let DeValue::Table(table) = value.get_ref() else {
            return Err(Message::new("setting-table-help").with("key", key::CONDITIONS));
        };
        for (id, value) in table {
            if key::PLAIN.contains(&&**id.get_ref()) {
                self.misplaced(id, "above");
                self.entry(id, value);
            } else {
                self.condition(id, value);
            }
        }
        Ok(())
    }

    fn condition(&mut self, id: &Spanned<Cow<'_, str>>, value: &Spanned<DeValue<'_>>) {
        let (id, span): (&str, _) = (id.get_ref(), id.span());
        let table = CareTable::shipped();
        let Some(condition) = table.condition(id) else {
            let message = Message::new("profile-unknown-condition").with("name", quote(id));
            let near = nearest(id, table.conditions.iter().map(|it| it.id.as_str()));
            let help = near.map(|near| Message::new("write").with("text", near));
            let finding = Finding::warning("unknown-condition", span, message);
            self.found.add(finding.maybe_help(help));
            if let Some(known) = known_value(value.get_ref()) {
                self.kept.later_conditions.insert(id.to_owned(), known);
            }
            return;
        };
        let (mut sites, mut later) = (Vec::new(), Vec::new());
        match words(value) {
            Some(words) => {
                for word in words {
                    match Site::by_id(word) {
                        Some(site) => sites.push(site),
                        None => later.push(word.to_owned()),
                    }
                }
            }
            None => self.misfit(value, Message::new("profile-places-help")),
        }
        if !later.is_empty() {
            // Where it sits is not understood: then it may sit anywhere.
            sites.clear();
            self.misfit(value, Message::new("profile-places-help"));
            self.kept.later_places.insert(id.to_owned(), later);
        }
        self.kept.profile.conditions.push(HeldCondition { condition, sites });
    }

    fn misfit(&mut self, value: &Spanned<DeValue<'_>>, help: Message) {
        let written = self.text.get(value.span()).unwrap_or_default();
        let message = Message::new("setting-misfit").with("written", quote(written));
        self.found.add(Finding::warning("misfit", value.span(), message).help(help));
    }

    /// Keeps lines that are not understood, each once.
    fn put_aside(&mut self, lines: &str) {
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let is_kept = self.kept.aside.iter().any(|kept| kept == line);
            if !is_kept && !line.starts_with('#') {
                self.kept.aside.push(line.to_owned());
            }
        }
    }
}

/// The words of a list; `None` where it is none.
fn words<'a>(value: &'a Spanned<DeValue<'_>>) -> Option<Vec<&'a str>> {
    let list = value.get_ref().as_array()?;
    list.iter().map(|word| word.get_ref().as_str()).collect()
}

fn among(words: impl Iterator<Item = &'static str>) -> Message {
    let words: Vec<_> = words.map(quote).collect();
    Message::new("setting-choice-help").with("words", words.join(", "))
}

fn hand(value: &Spanned<DeValue<'_>>, hand: &mut HandUse) -> Result<(), Message> {
    let read = value.get_ref().as_str().and_then(HandUse::by_id);
    *hand = read.ok_or_else(|| among(HandUse::ALL.iter().map(|hand| hand.id())))?;
    Ok(())
}

fn reach(value: &Spanned<DeValue<'_>>, profile: &mut Profile) -> Result<(), Message> {
    let read = value.get_ref().as_str().and_then(HandReach::by_id);
    profile.reach = read.ok_or_else(|| among(HandReach::ALL.iter().map(|reach| reach.id())))?;
    Ok(())
}

fn first_side(value: &Spanned<DeValue<'_>>, profile: &mut Profile) -> Result<(), Message> {
    let sides = [Side::Left, Side::Right];
    let word = value.get_ref().as_str();
    let side = sides.into_iter().find(|side| Some(side.word()) == word);
    profile.first_side = Some(side.ok_or_else(|| among(sides.into_iter().map(Side::word)))?);
    Ok(())
}

fn floor(value: &Spanned<DeValue<'_>>, profile: &mut Profile) -> Result<(), Message> {
    let read = value.get_ref().as_bool();
    profile.reaches_floor = Some(read.ok_or_else(|| Message::new("setting-switch-help"))?);
    Ok(())
}
