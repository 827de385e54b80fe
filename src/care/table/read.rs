//! Text to a table: its draft, checked into rows.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;

use super::draft::{
    CautionDraft, ConditionDraft, EmergencyDraft, EverybodyDraft, InvolvementDraft, PlaceDraft,
    QuestionDraft, RuleDraft, StopSignDraft, TableDraft, WrittenWord,
};
use super::{CareTable, TableProblem};
use crate::body::Region;
use crate::care::condition::{
    CautionKind, Condition, ConditionGroup, EmergencyRow, Grounds, InvolvementRow, Rule, RuleLevel,
    RulePlace, ScreenQuestion, StopSign, Urgency,
};
use crate::care::deeds::{Act, deed_of};
use crate::care::everybody::{LimitedBy, RowForEverybody};
use crate::care::place::BodyPlace;
use crate::session::Involvement;

/// The longest text of a row, in characters: it has to be read, and said.
const LONGEST: usize = 200;

/// Reads a table.
pub(super) fn table(text: &str) -> Result<CareTable, TableProblem> {
    let reader = Reader { text };
    let draft: TableDraft = toml::from_str(text).map_err(|error| {
        let at = error.span().unwrap_or(0..0);
        reader.problem(&at, error.message().to_owned())
    })?;
    let mut table = CareTable {
        conditions: each(&draft.conditions, |it| reader.condition(it))?,
        questions: each(&draft.questions, |it| reader.question(it))?,
        emergencies: each(&draft.emergencies, |it| reader.emergency(it))?,
        everybody: each(&draft.everybody, |it| reader.everybody(it))?,
        stop_signs: each(&draft.stop_signs, |it| reader.stop_sign(it))?,
        involvements: each(&draft.involvements, |it| reader.involvement(it))?,
        cautions: each(&draft.cautions, |it| reader.caution(it))?,
    };
    reader.ids(draft.conditions.iter().map(|it| &it.id))?;
    reader.ids(draft.questions.iter().map(|it| &it.id))?;
    reader.ids(draft.emergencies.iter().map(|it| &it.id))?;
    reader.ids(draft.stop_signs.iter().map(|it| &it.id))?;
    reader.ids(draft.cautions.iter().map(|it| &it.id))?;
    for id in draft.conditions.iter().flat_map(|it| &it.emergencies) {
        reader.known(id, "emergency", table.emergency(id.get_ref()))?;
    }
    for id in draft.questions.iter().map(|it| &it.condition) {
        reader.known(id, "condition", table.condition(id.get_ref()))?;
    }
    for (at, id) in draft.conditions.iter().map(|it| &it.includes).enumerate() {
        let Some(id) = id else { continue };
        let whole = reader.known(id, "condition", table.condition(id.get_ref()))?;
        let rules = whole.rules.clone();
        table.conditions[at].included = rules;
    }
    Ok(table)
}

fn each<D, T>(
    drafts: &[D],
    check: impl Fn(&D) -> Result<T, TableProblem>,
) -> Result<Vec<T>, TableProblem> {
    drafts.iter().map(check).collect()
}

struct Reader<'a> {
    text: &'a str,
}

impl Reader<'_> {
    fn problem(&self, at: &Range<usize>, what: String) -> TableProblem {
        let before = self.text.get(..at.start).unwrap_or_default();
        TableProblem { line: before.matches('\n').count() + 1, what }
    }

    fn known<T>(
        &self,
        word: &WrittenWord,
        kind: &str,
        found: Option<T>,
    ) -> Result<T, TableProblem> {
        let unknown = || format!("there is no {kind} `{}`", word.get_ref());
        found.ok_or_else(|| self.problem(&word.span(), unknown()))
    }

    /// Words that stand in a sentence: there are some, and not too many.
    fn words(&self, words: &WrittenWord) -> Result<String, TableProblem> {
        let text = words.get_ref();
        let count = text.chars().count();
        if text.trim() != text || text.is_empty() || count > LONGEST {
            let what = format!("write 1 to {LONGEST} characters without spaces around them");
            return Err(self.problem(&words.span(), what));
        }
        Ok(text.clone())
    }

    fn ids<'a>(&self, ids: impl Iterator<Item = &'a WrittenWord>) -> Result<(), TableProblem> {
        let mut known = BTreeSet::new();
        for id in ids {
            let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if !id.get_ref().chars().all(letters) || !known.insert(id.get_ref()) {
                let what = format!("`{}` is not an id of its own in small letters", id.get_ref());
                return Err(self.problem(&id.span(), what));
            }
        }
        Ok(())
    }

    fn acts(&self, acts: &Spanned<Vec<WrittenWord>>) -> Result<Vec<Act>, TableProblem> {
        if acts.get_ref().is_empty() {
            return Err(self.problem(&acts.span(), "name what is done".to_owned()));
        }
        each(acts.get_ref(), |act| self.known(act, "act", Act::by_id(act.get_ref())))
    }

    fn place(&self, place: &Spanned<PlaceDraft>) -> Result<RulePlace, TableProblem> {
        let problem = |what: String| self.problem(&place.span(), what);
        match place.get_ref() {
            PlaceDraft::Word(word) => match word.as_str() {
                "everywhere" => Ok(RulePlace::Everywhere),
                "site" => Ok(RulePlace::Site),
                "limb" => Ok(RulePlace::Limb),
                _ => Err(problem("write everywhere, site, limb or a list of parts".to_owned())),
            },
            PlaceDraft::Parts(parts) => {
                let mut regions = Vec::new();
                for part in parts {
                    let known = BodyPlace::by_id(part);
                    let known = known.ok_or_else(|| problem(format!("there is no part `{part}`")));
                    regions.extend(known?.regions());
                }
                regions.sort_unstable();
                regions.dedup();
                if regions.is_empty() {
                    return Err(problem("name a part of the body".to_owned()));
                }
                Ok(RulePlace::Regions(regions))
            }
        }
    }

    /// Regions, or none for everywhere: no person has named a site yet.
    fn regions(&self, place: Option<&Spanned<PlaceDraft>>) -> Result<Vec<Region>, TableProblem> {
        let Some(place) = place else {
            return Ok(Vec::new());
        };
        match self.place(place)? {
            RulePlace::Everywhere => Ok(Vec::new()),
            RulePlace::Regions(regions) => Ok(regions),
            RulePlace::Site | RulePlace::Limb => {
                let what = "write everywhere or a list of parts".to_owned();
                Err(self.problem(&place.span(), what))
            }
        }
    }

    fn grounds(&self, sure: &WrittenWord) -> Result<Grounds, TableProblem> {
        self.known(sure, "way to be sure", Grounds::by_id(sure.get_ref()))
    }

    fn condition(&self, draft: &ConditionDraft) -> Result<Condition, TableProblem> {
        let group = ConditionGroup::by_id(draft.group.get_ref());
        let condition = Condition {
            id: draft.id.get_ref().clone(),
            group: self.known(&draft.group, "group", group)?,
            ask: self.words(&draft.ask)?,
            name: self.words(&draft.name)?,
            short: each(&draft.short, |name| self.words(name))?,
            told_by: each(&draft.told_by, |word| self.words(word))?,
            called: draft.called.iter().map(|name| name.get_ref().clone()).collect(),
            sessions: draft.sessions.iter().map(|id| id.get_ref().clone()).collect(),
            has_site: draft.site,
            emergencies: draft.emergencies.iter().map(|id| id.get_ref().clone()).collect(),
            rules: each(&draft.rules, |rule| self.rule(rule, draft.site))?,
            included: Vec::new(),
            source: self.words(&draft.source)?,
            sure: self.grounds(&draft.sure)?,
        };
        if condition.rules.is_empty() || condition.short.is_empty() || !condition.ask.ends_with('?')
        {
            let what = "a condition asks a question, and has a short name and a rule".to_owned();
            return Err(self.problem(&draft.id.span(), what));
        }
        Ok(condition)
    }

    fn rule(&self, draft: &RuleDraft, has_site: bool) -> Result<Rule, TableProblem> {
        let place = self.place(&draft.place)?;
        if matches!(place, RulePlace::Site | RulePlace::Limb) && !has_site {
            let what = "this condition has no place: write `site = true`".to_owned();
            return Err(self.problem(&draft.place.span(), what));
        }
        let level = RuleLevel::by_id(draft.level.get_ref());
        Ok(Rule {
            does: self.acts(&draft.does)?,
            place,
            level: self.known(&draft.level, "level", level)?,
            says: self.words(&draft.says)?,
            until_clinician: draft.until_clinician,
        })
    }

    fn question(&self, draft: &QuestionDraft) -> Result<ScreenQuestion, TableProblem> {
        Ok(ScreenQuestion {
            id: draft.id.get_ref().clone(),
            condition: draft.condition.get_ref().clone(),
            brief: self.words(&draft.brief)?,
            fits: draft.fits.as_ref().map_or(Ok(Vec::new()), |fits| self.acts(fits))?,
            regions: self.regions(draft.place.as_ref())?,
            advice: self.words(&draft.advice)?,
        })
    }

    fn emergency(&self, draft: &EmergencyDraft) -> Result<EmergencyRow, TableProblem> {
        let act = Urgency::by_id(draft.act.get_ref());
        Ok(EmergencyRow {
            id: draft.id.get_ref().clone(),
            signs: self.words(&draft.signs)?,
            brief: draft.brief.as_ref().map(|brief| self.words(brief)).transpose()?,
            act: self.known(&draft.act, "thing to do", act)?,
            conditions: draft.conditions.iter().map(|id| id.get_ref().clone()).collect(),
            and: draft.and.as_ref().map(|and| self.words(and)).transpose()?,
            does: draft.does.as_ref().map_or(Ok(Vec::new()), |does| self.acts(does))?,
            regions: self.regions(draft.place.as_ref())?,
            source: self.words(&draft.source)?,
            sure: self.grounds(&draft.sure)?,
        })
    }

    fn everybody(&self, draft: &EverybodyDraft) -> Result<RowForEverybody, TableProblem> {
        let limit = draft.limit.as_ref();
        let limit = limit
            .map(|limit| self.known(limit, "limit", LimitedBy::by_id(limit.get_ref())))
            .transpose()?;
        let says = self.words(&draft.says)?;
        if says.contains("{limit}") != limit.is_some() {
            let what = "words and limit do not go together".to_owned();
            return Err(self.problem(&draft.says.span(), what));
        }
        let source = self.words(&draft.source)?;
        Ok(RowForEverybody { says, limit, source, sure: self.grounds(&draft.sure)? })
    }

    fn stop_sign(&self, draft: &StopSignDraft) -> Result<StopSign, TableProblem> {
        Ok(StopSign {
            id: draft.id.get_ref().clone(),
            does: self.acts(&draft.does)?,
            regions: self.regions(Some(&draft.place))?,
        })
    }

    fn involvement(&self, draft: &InvolvementDraft) -> Result<InvolvementRow, TableProblem> {
        let id = draft.involves.get_ref();
        let known = Involvement::by_id(id);
        let involves = self.known(&draft.involves, "involvement", known)?;
        let words = each(&draft.words, |words| self.words(words))?;
        Ok(InvolvementRow { involves, act: deed_of(involves, None).act, words })
    }

    fn caution(&self, draft: &CautionDraft) -> Result<(CautionKind, String), TableProblem> {
        let kind = CautionKind::by_id(draft.id.get_ref());
        let kind = self.known(&draft.id, "kind of caution", kind)?;
        let says = self.words(&draft.says)?;
        if !says.contains("{names}") {
            let what = "say where the {names} stand".to_owned();
            return Err(self.problem(&draft.says.span(), what));
        }
        Ok((kind, says))
    }
}
