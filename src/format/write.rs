//! A session as the text of a file, which is read back as the same session.

mod figure;

use std::fmt::{Display, Write as _};

use crate::body::{Region, RegionPart};
use crate::lengths::{millis_to_text, seconds_to_text};
use crate::session::{
    Anchor, Announced, Block, Chimes, Contact, Group, Length, Line, Massage, PackPlace, Pattern,
    PhaseKind, Receiver, Repetitions, Session, Sides, Silence, Step, StepKind, Stroke, Support,
    Tense, WorkingHands,
};

/// The text of a session file that is read as this session. Moves stand in it as the steps they are,
/// so that it means the same wherever it is read.
pub fn session_text(session: &Session) -> String {
    let mut file = FileText::default();
    head(&mut file, session);
    file.blocks(&session.blocks, 1);
    file.text
}

/// Text in the making: keys below their headings.
#[derive(Default)]
struct FileText {
    text: String,
}

fn head(file: &mut FileText, session: &Session) {
    file.key("format", 1);
    file.words("title", Some(&session.title));
    file.words("summary", Some(&session.summary));
    if session.language != "en" {
        file.words("language", Some(&session.language));
    }
    file.words("author", session.author.as_ref());
    file.words("licence", session.licence.as_ref());
    file.list("sources", session.sources.iter().map(|source| quoted(source)));
    file.ids("settings", session.settings.iter().map(|word| word.id()));
    file.words("position", Some(session.position.id()));
    if session.receiver != Receiver::Oneself {
        file.words("receiver", Some(session.receiver.id()));
    }
    file.ids("goals", session.goals.iter().map(|word| word.id()));
    file.ids("tools", session.tools.iter().map(|word| word.id()));
    file.list("cautions", session.cautions.iter().map(|caution| quoted(caution)));
    file.words("bed", session.bed.as_ref());
    file.words("lead-in", Some(millis_to_text(session.lead_in)));
    if session.silence {
        file.key("silence", true);
    }
    file.chimes(session);
    file.announcements(session);
}

impl FileText {
    fn key(&mut self, key: &str, value: impl Display) {
        // Writing to a text cannot fail.
        let _ = writeln!(self.text, "{key} = {value}");
    }

    fn words(&mut self, key: &str, words: Option<impl AsRef<str>>) {
        if let Some(words) = words {
            self.key(key, quoted(words.as_ref()));
        }
    }

    /// Ids on one line, where there are some.
    fn ids<'a>(&mut self, key: &str, ids: impl Iterator<Item = &'a str>) {
        let ids: Vec<String> = ids.map(quoted).collect();
        if !ids.is_empty() {
            self.key(key, format!("[{}]", ids.join(", ")));
        }
    }

    /// Entries on a line each, where there are some.
    fn list(&mut self, key: &str, entries: impl Iterator<Item = String>) {
        let entries: Vec<String> = entries.map(|entry| format!("  {entry},\n")).collect();
        if !entries.is_empty() {
            self.key(key, format!("[\n{}]", entries.concat()));
        }
    }

    /// The chimes that are not what a session of its settings has anyway.
    fn chimes(&mut self, session: &Session) {
        let own = &session.chimes;
        let usual = Chimes::usual(&session.settings).in_silence(session.silence);
        let all = [
            ("start", &own.start, &usual.start),
            ("next", &own.next, &usual.next),
            ("switch", &own.switch, &usual.switch),
            ("halfway", &own.halfway, &usual.halfway),
            ("end", &own.end, &usual.end),
        ];
        let own = all.into_iter().filter(|(_, chime, usual)| chime != usual);
        let own = own.map(|(key, chime, _)| (key, chime.as_deref().unwrap_or("none")));
        self.table("chimes", own.collect());
    }

    fn announcements(&mut self, session: &Session) {
        let own = &session.announcements;
        let all = [
            ("lead-in", &own.lead_in),
            ("ten-seconds", &own.ten_seconds),
            ("switch", &own.switch),
            ("tense", &own.tense),
            ("again", &own.again),
            ("release", &own.release),
        ];
        let written = all.into_iter().filter_map(|(key, announced)| match announced {
            Announced::ByProgram => None,
            Announced::ByAuthor(words) => Some((key, words.as_str())),
            Announced::Silent => Some((key, "none")),
        });
        self.table("announcements", written.collect());
    }

    fn table(&mut self, name: &str, entries: Vec<(&str, &str)>) {
        if entries.is_empty() {
            return;
        }
        let _ = writeln!(self.text, "\n[{name}]");
        for (key, words) in entries {
            self.words(key, Some(words));
        }
    }

    fn blocks(&mut self, blocks: &[Block], depth: usize) {
        for block in blocks {
            let _ = writeln!(self.text, "\n[[{}]]", vec!["steps"; depth].join("."));
            match block {
                Block::Step(step) => self.step(step),
                Block::Group(group) => self.group(group, depth),
            }
        }
    }

    fn group(&mut self, group: &Group, depth: usize) {
        self.words("kind", Some("group"));
        self.words("title", group.title.as_ref());
        if group.repeat != 1 {
            self.key("repeat", group.repeat);
        }
        self.side(group.side);
        self.words("switch", group.switch.map(millis_to_text));
        self.blocks(&group.blocks, depth + 1);
    }

    fn step(&mut self, step: &Step) {
        self.words("kind", Some(kind_id(&step.kind)));
        self.words("title", Some(&step.title));
        self.words("text", step.text.as_ref());
        self.words("say", step.say.as_ref().filter(|say| step.text.as_ref() != Some(say)));
        self.words("second-side", step.second_side.as_ref());
        self.words("later-rounds", step.later_rounds.as_ref());
        self.words("easier", step.easier.as_ref());
        self.words("stop-if", step.stop_if.as_ref());
        self.ids("involves", step.involves.iter().map(|involved| involved.id()));
        self.side(step.side);
        self.words("switch", step.switch.map(millis_to_text));
        self.details(&step.kind);
        if let Some(pattern) = &step.pattern {
            self.key("pattern", pattern_text(pattern));
        }
        if !matches!(step.kind, StepKind::Tense(_)) {
            match step.length {
                Length::Millis(millis) => self.words("length", Some(millis_to_text(millis))),
                Length::Breaths(count) => self.key("breaths", count),
            }
        }
        if let Some(flex) = step.flex {
            self.words("min", Some(millis_to_text(flex.min)));
            self.words("max", Some(millis_to_text(flex.max)));
        }
        if let Some(figure) = &step.figure {
            self.key("figure", figure::figure_text(figure, figure.every.map(millis_to_text)));
        }
        if let Some(count) = &step.count {
            self.key("count", count_text(count));
        }
        if let Some(silence) = step.silence {
            self.key("silence", silence_text(silence));
        }
        if let Some(from) = step.countdown {
            self.key("countdown", from);
        }
        let words_first = step.words_first && !matches!(step.kind, StepKind::Tense(_));
        for (key, _) in [
            ("words-first", words_first),
            ("between-rounds", step.between_rounds),
            ("wait", step.wait),
        ]
        .into_iter()
        .filter(|(_, is_so)| *is_so)
        {
            self.key(key, true);
        }
        self.list("lines", step.lines.iter().map(line_text));
        let chimes = step.chimes.iter().map(|chime| point_text(chime.at, Some(&chime.name)));
        self.list("chimes", chimes);
        self.list("beds", step.beds.iter().map(|bed| point_text(bed.at, bed.name.as_deref())));
    }

    fn side(&mut self, sides: Option<Sides>) {
        self.words(
            "side",
            sides.map(|sides| match sides {
                Sides::Both => "both",
                Sides::One(side) => side.word(),
            }),
        );
    }

    fn details(&mut self, kind: &StepKind) {
        match kind {
            StepKind::Breathe | StepKind::Rest => {}
            StepKind::Stretch { region } | StepKind::Scan { region } => {
                self.words("region", region.map(Region::id));
            }
            StepKind::Pack { temperature, place } => {
                self.words("temperature", Some(temperature.id()));
                match place {
                    PackPlace::Region(region) => self.words("region", Some(region.id())),
                    PackPlace::Joint(joint) => self.words("joint", Some(joint.id())),
                }
            }
            StepKind::Massage(massage) => self.massage(massage),
            StepKind::Tense(tense) => self.tense(tense),
        }
    }

    fn massage(&mut self, massage: &Massage) {
        let Massage { region, technique, tool, pressure, stroke, contact } = massage;
        self.words("region", Some(region.id()));
        self.words("technique", Some(technique.id()));
        self.words("tool", Some(tool.id()));
        self.key("pressure", pressure);
        self.key("stroke", stroke_text(stroke));
        if *contact != Contact::usual(*tool, stroke.kind) {
            self.key("touch", contact_text(*contact));
        }
    }

    fn tense(&mut self, tense: &Tense) {
        self.words("muscles", Some(tense.muscles.id()));
        self.words("tense", Some(millis_to_text(tense.tense)));
        self.words("release", Some(millis_to_text(tense.release)));
        self.key("times", tense.times);
    }
}

fn kind_id(kind: &StepKind) -> &'static str {
    match kind {
        StepKind::Breathe => "breathe",
        StepKind::Massage(_) => "massage",
        StepKind::Stretch { .. } => "stretch",
        StepKind::Tense(_) => "tense",
        StepKind::Rest => "rest",
        StepKind::Pack { .. } => "pack",
        StepKind::Scan { .. } => "scan",
    }
}

/// A text between quotes.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn anchor_text(anchor: Anchor) -> String {
    match anchor {
        Anchor::FromStart(after) => millis_to_text(after),
        Anchor::FromEnd(before) => format!("-{}", millis_to_text(before)),
        // A hundredth of a second is written as a tenth of a percent is.
        Anchor::Share(thousandths) => format!("{}%", seconds_to_text(u64::from(thousandths) * 100)),
    }
}

fn stroke_text(stroke: &Stroke) -> String {
    let Stroke { kind, direction, tempo, lifts } = stroke;
    let tempo = tempo.map(|tempo| format!(", tempo = \"{}\"", millis_to_text(tempo)));
    let tempo = tempo.unwrap_or_default();
    let is_usual = *lifts != direction.goes_back_and_forth();
    let lift = if is_usual { String::new() } else { format!(", lift = {lifts}") };
    let (kind, direction) = (kind.id(), direction.id());
    format!("{{ kind = \"{kind}\", direction = \"{direction}\"{tempo}{lift} }}")
}

fn contact_text(contact: Contact) -> String {
    let Contact { part, hands, spot, support } = contact;
    let keys = [
        ("with", Some(part.id())),
        ("hands", hands.map(WorkingHands::id)),
        ("at", spot.map(RegionPart::id)),
        ("on", support.map(Support::id)),
    ];
    let keys = keys.into_iter().filter_map(|(key, id)| Some(format!("{key} = \"{}\"", id?)));
    format!("{{ {} }}", keys.collect::<Vec<_>>().join(", "))
}

fn line_text(line: &Line) -> String {
    let at = anchor_text(line.at);
    let words = match (&line.show, &line.say) {
        (Some(show), Some(say)) if show == say => vec![("text", show)],
        (show, say) => {
            let show = show.iter().map(|show| ("show", show));
            show.chain(say.iter().map(|say| ("say", say))).collect()
        }
    };
    let second = line.second_side.iter().map(|words| ("second-side", words));
    let later = line.later_rounds.iter().map(|words| ("later-rounds", words));
    let words = words.into_iter().chain(second).chain(later);
    let words = words.map(|(key, words)| format!(", {key} = {}", quoted(words)));
    format!("{{ at = \"{at}\"{} }}", words.collect::<String>())
}

fn count_text(count: &Repetitions) -> String {
    let Repetitions { to, every, phases } = count;
    if phases.is_empty() {
        return format!("{{ to = {to}, every = {} }}", quoted(&millis_to_text(*every)));
    }
    let phases = phases.iter().map(|phase| {
        let length = quoted(&millis_to_text(phase.millis));
        let keys = [("say", &phase.say), ("chime", &phase.chime)].into_iter();
        let keys = keys.filter_map(|(key, it)| Some(format!(", {key} = {}", quoted(it.as_ref()?))));
        format!("{{ length = {length}{} }}", keys.collect::<String>())
    });
    let phases: Vec<String> = phases.collect();
    format!("{{ to = {to}, phases = [{}] }}", phases.join(", "))
}

fn silence_text(silence: Silence) -> String {
    match silence {
        Silence::Whole => "true".to_owned(),
        Silence::Between(from, to) => {
            let [from, to] = [from, to].map(|at| quoted(&anchor_text(at)));
            format!("{{ from = {from}, to = {to} }}")
        }
    }
}

/// A chime or another background at a point of a step; no name is silence.
fn point_text(at: Anchor, name: Option<&str>) -> String {
    let name = quoted(name.unwrap_or("none"));
    format!("{{ at = \"{}\", name = {name} }}", anchor_text(at))
}

/// A pattern by its name, by its numbers, or with all its phases.
fn pattern_text(pattern: &Pattern) -> String {
    let named = pattern.id.as_deref().filter(|id| Pattern::named(id).as_ref() == Some(pattern));
    if let Some(id) = named {
        return quoted(id);
    }
    let seconds = pattern.phases.iter().map(|phase| seconds_to_text(phase.millis));
    let numbers = seconds.collect::<Vec<_>>().join("-");
    if Pattern::from_numbers(&numbers).is_ok_and(|same| same == *pattern) {
        return quoted(&numbers);
    }
    let phases = pattern.phases.iter().map(|phase| {
        let (kind, length) = (phase_id(phase.kind), millis_to_text(phase.millis));
        format!("{{ kind = \"{kind}\", length = \"{length}\", label = {} }}", quoted(&phase.label))
    });
    let phases: Vec<String> = phases.collect();
    format!("{{ title = {}, phases = [{}] }}", quoted(&pattern.title), phases.join(", "))
}

fn phase_id(kind: PhaseKind) -> &'static str {
    match kind {
        PhaseKind::Inhale => "inhale",
        PhaseKind::Hold => "hold",
        PhaseKind::Exhale => "exhale",
        PhaseKind::Rest => "rest",
    }
}
