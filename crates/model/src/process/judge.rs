//! Whether a deal meets a criterion, and by which events.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    AnswerTest, ContentTest, Criterion, EventTest, FieldTest, Ground, PersonTest, Predicate, Process, Scheme,
    StateTest, ground,
    says::{self, Last, PointsMissing, SoFar, kind_label},
};
use crate::{
    deal::{Deal, field},
    event::{Event, Side, kind, sets_fields},
    ids::EventId,
    language::Language,
    touchpoint::is_kind,
};

/// Whether a predicate holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// It holds.
    pub met: bool,
    /// The events that show it, in order of time.
    pub by: Vec<EventId>,
    /// What is missing, as a sentence; empty when met.
    pub missing: String,
}

/// A criterion with its verdict, as the page of a deal shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct CriterionVerdict {
    /// The criterion's id.
    pub id: String,
    /// The criterion's sentence.
    pub says: String,
    /// False: wished for, not needed.
    pub required: bool,
    /// On what it rests.
    pub ground: Ground,
    /// It holds.
    pub met: bool,
    /// The events that show it.
    pub by: Vec<EventId>,
    /// What is missing, as a sentence; empty when met.
    pub missing: String,
}

/// What a predicate is tested on.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The deal. Its fields are read as they are, also where `now` is past.
    pub deal: &'a Deal,
    /// Its events in order of time.
    pub events: &'a [Event],
    /// Until when events count.
    pub now: Timestamp,
    /// The qualification schemes that answers can be asked to satisfy.
    pub schemes: &'a [Scheme],
    /// In what language to say what is missing.
    pub language: Language,
}

/// Judges a predicate by what had happened up to a moment. Later events do not count, so the same function tests a
/// criterion against the past.
pub fn judge(test: &Predicate, facts: &Facts<'_>) -> Verdict {
    let mut verdict = facts.test(test);
    verdict.by.sort_by_key(|id| facts.events.iter().position(|e| e.id == *id));
    verdict.by.dedup();
    verdict
}

/// Judges all exit criteria of a stage, in their order. Empty if the process has no stage with this id.
pub fn judge_stage(
    process: &Process,
    stage_id: &str,
    deal: &Deal,
    events: &[Event],
    now: Timestamp,
    language: Language,
) -> Vec<CriterionVerdict> {
    let facts = Facts { deal, events, now, schemes: &process.schemes, language };
    let criteria = process.stage(stage_id).map_or(&[][..], |s| &s.exit);
    criteria.iter().map(|c| criterion_verdict(c, judge(&c.test, &facts), language)).collect()
}

fn criterion_verdict(criterion: &Criterion, verdict: Verdict, language: Language) -> CriterionVerdict {
    CriterionVerdict {
        id: criterion.id.clone(),
        says: criterion.sentence(language),
        required: criterion.required,
        ground: ground(&criterion.test),
        met: verdict.met,
        by: verdict.by,
        missing: verdict.missing,
    }
}

impl Facts<'_> {
    fn test(&self, test: &Predicate) -> Verdict {
        match test {
            Predicate::Event(event) => self.event(event, test),
            Predicate::Field(field) => self.field(field, test),
            Predicate::Person(person) => self.person(person, test),
            Predicate::Content(content) => {
                self.shown(|e| saw(content, e) && self.is_recent(e, content.within_days), test)
            }
            Predicate::Answer(answer) => match self.schemes.iter().find(|s| same_word(&s.id, &answer.scheme)) {
                Some(scheme) => self.scheme(scheme, answer, test),
                None => self.answer(answer, test),
            },
            Predicate::Quote(state) => self.state("quote", state, test),
            Predicate::Approval(state) => self.state("approval", state, test),
            Predicate::All(tests) => self.all(tests),
            Predicate::Any(tests) => self.any(tests, test),
            Predicate::Not(inner) => self.not(inner),
        }
    }

    fn past(&self) -> impl Iterator<Item = &Event> {
        self.events.iter().filter(|e| e.at <= self.now)
    }

    fn shown(&self, counts: impl Fn(&Event) -> bool, test: &Predicate) -> Verdict {
        let by: Vec<EventId> = self.past().filter(|e| counts(e)).map(|e| e.id).collect();
        self.verdict(!by.is_empty(), by, test)
    }

    fn verdict(&self, met: bool, by: Vec<EventId>, test: &Predicate) -> Verdict {
        let missing = if met { String::new() } else { says::missing(test, None, self.language) };
        Verdict { met, by, missing }
    }

    fn event(&self, wanted: &EventTest, test: &Predicate) -> Verdict {
        let by: Vec<EventId> = self.past().filter(|e| self.is_wanted(wanted, e)).map(|e| e.id).collect();
        let needed = wanted.at_least.unwrap_or(1);
        let mut verdict = self.verdict(by.len() >= needed as usize, by, test);
        if !verdict.met && needed > 1 {
            let so_far = SoFar { have: verdict.by.len(), needed };
            verdict.missing = says::missing(test, Some(so_far), self.language);
        }
        verdict
    }

    fn is_wanted(&self, wanted: &EventTest, event: &Event) -> bool {
        self.is_recent(event, wanted.within_days)
            && is_kind(&wanted.kind, &event.kind, &event.activity)
            && wanted.by.is_none_or(|by| by == event.side)
            && wanted.tag.as_ref().is_none_or(|tag| lists(event, "tag", tag))
    }

    fn is_recent(&self, event: &Event, within_days: Option<f64>) -> bool {
        within_days.is_none_or(|days| {
            let age = self.now.duration_since(event.at).as_secs_f64() / 86_400.0;
            !event.undated && age <= days
        })
    }

    fn field(&self, wanted: &FieldTest, test: &Predicate) -> Verdict {
        let is_so = has_value(self.deal, wanted);
        let set =
            |e: &&Event| sets_fields(&e.kind) && e.attributes.keys().any(|k| k.eq_ignore_ascii_case(&wanted.name));
        let last = self.past().filter(set).last().filter(|_| is_so);
        let recent = wanted.within_days.is_none() || last.is_some_and(|e| self.is_recent(e, wanted.within_days));
        let met = is_so && recent;
        self.verdict(met, last.filter(|_| met).map(|e| e.id).into_iter().collect(), test)
    }

    fn person(&self, wanted: &PersonTest, test: &Predicate) -> Verdict {
        let acted = |e: &Event| {
            lists(e, "role", &wanted.role)
                && (!wanted.engaged || e.side == Side::Prospect)
                && self.is_recent(e, wanted.within_days)
        };
        let shown = self.shown(acted, test);
        let by_field = !wanted.engaged && wanted.within_days.is_none();
        if shown.met || !by_field || field_value(self.deal, &wanted.role).is_none() {
            return shown;
        }
        self.verdict(true, Vec::new(), test)
    }

    fn answer(&self, wanted: &AnswerTest, test: &Predicate) -> Verdict {
        let given = self.given(&wanted.question).filter(|(e, _)| self.is_recent(e, wanted.within_days));
        self.verdict(given.is_some(), given.map(|(e, _)| e.id).into_iter().collect(), test)
    }

    /// What was answered last to a question; none while it is open.
    pub fn answer_to(&self, question: &str) -> Option<&str> {
        self.given(question).map(|(_, answer)| answer)
    }

    /// What was answered to a question, and by which event. The last answer counts: an empty one takes an earlier one
    /// back.
    pub(super) fn given(&self, question: &str) -> Option<(&Event, &str)> {
        let is_answer =
            |e: &&Event| e.kind == kind::ANSWER && e.attributes.get("question").is_some_and(|q| same_word(q, question));
        let last = self.past().filter(is_answer).last()?;
        let answer = last.attributes.get("answer").map(|a| a.trim()).filter(|a| !a.is_empty())?;
        Some((last, answer))
    }

    fn scheme(&self, scheme: &Scheme, wanted: &AnswerTest, test: &Predicate) -> Verdict {
        let needed = wanted.at_least.unwrap_or(scheme.threshold);
        let (mut points, mut by, mut open) = (0.0, Vec::new(), Vec::new());
        for question in &scheme.questions {
            match self.given(&question.id).filter(|(e, _)| self.is_recent(e, wanted.within_days)) {
                Some((event, answer)) => {
                    points += scheme.points(&question.id, answer);
                    by.push(event.id);
                }
                None => open.push(question.asks.as_str()),
            }
        }
        let mut verdict = self.verdict(points >= needed, by, test);
        if !verdict.met {
            let missing = PointsMissing { scheme: &scheme.name, have: points, needed, open: &open };
            verdict.missing = says::points_missing(&missing, self.language);
        }
        verdict
    }

    fn state(&self, thing: &str, state: &StateTest, test: &Predicate) -> Verdict {
        let wanted = format!("{thing}.{}", state.state);
        self.shown(|e| e.kind.eq_ignore_ascii_case(&wanted) && self.is_recent(e, state.within_days), test)
    }

    fn all(&self, tests: &[Predicate]) -> Verdict {
        let verdicts: Vec<Verdict> = tests.iter().map(|t| self.test(t)).collect();
        let missing: Vec<&str> = verdicts.iter().filter(|v| !v.met).map(|v| v.missing.as_str()).collect();
        Verdict {
            met: missing.is_empty(),
            missing: says::together(&missing, self.language),
            by: verdicts.iter().flat_map(|v| v.by.iter().copied()).collect(),
        }
    }

    fn any(&self, tests: &[Predicate], test: &Predicate) -> Verdict {
        let verdicts = tests.iter().map(|t| self.test(t));
        let met: Vec<Verdict> = verdicts.filter(|v| v.met).collect();
        self.verdict(!met.is_empty(), met.into_iter().flat_map(|v| v.by).collect(), test)
    }

    fn not(&self, inner: &Predicate) -> Verdict {
        let held = self.test(inner);
        if !held.met {
            return Verdict { met: true, by: Vec::new(), missing: String::new() };
        }
        let last = self.past().filter(|e| held.by.contains(&e.id)).last();
        let shown = last.map(|e| {
            let name = if e.activity.is_empty() { kind_label(&e.kind, self.language) } else { &e.activity };
            Last { name, at: e.at }
        });
        Verdict { met: false, by: held.by, missing: says::in_the_way(inner, shown, self.language) }
    }
}

/// True if the event is about this content and, where it matters, was an act of the side that had to look at it.
fn saw(content: &ContentTest, event: &Event) -> bool {
    let looked = content.viewed_by.is_none_or(|side| side == event.side && event.kind != "content.shared");
    looked && lists(event, "content", &content.kind)
}

/// True if the attribute, a list with commas, holds the word.
fn lists(event: &Event, attribute: &str, word: &str) -> bool {
    event.attributes.get(attribute).is_some_and(|list| lists_word(list, word))
}

/// True if a list with commas holds the word.
pub fn lists_word(list: &str, word: &str) -> bool {
    list.split(',').any(|item| same_word(item, word))
}

/// Equal but for case, surrounding blanks, and `-`, `_` or a blank between words.
pub fn same_word(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.trim().to_lowercase().replace(['-', '_'], " ");
    plain(a) == plain(b)
}

/// The same word, or the same number however it is written.
pub fn same_value(a: &str, b: &str) -> bool {
    let numbers = crate::money::parse_minor(a.trim()).zip(crate::money::parse_minor(b.trim()));
    numbers.map_or_else(|| same_word(a, b), |(a, b)| a == b)
}

/// The field of every deal that a criterion names, whatever the case of its letters; `None` for an attribute's name.
pub fn deal_field(name: &str) -> Option<&'static str> {
    let known = [field::NAME, field::ACCOUNT, field::OWNER, field::TEAM, field::PRODUCT, field::VALUE, field::CURRENCY];
    known.into_iter().find(|field| field.eq_ignore_ascii_case(name))
}

/// True if the deal's field has one of the wanted values, or any where none is named.
pub(super) fn has_value(deal: &Deal, wanted: &FieldTest) -> bool {
    let value = field_value(deal, &wanted.name);
    value.is_some_and(|v| wanted.is.is_empty() || wanted.is.iter().any(|is| same_value(is, &v)))
}

/// The text of a field or attribute of a deal; `None` where it is empty.
fn field_value(deal: &Deal, name: &str) -> Option<String> {
    let known = match deal_field(name) {
        Some(field::NAME) => Some(deal.name.clone()),
        Some(field::ACCOUNT) => deal.account.clone(),
        Some(field::OWNER) => deal.owner.clone(),
        Some(field::TEAM) => deal.team.clone(),
        Some(field::PRODUCT) => deal.product.clone(),
        Some(field::VALUE) => deal.value.as_ref().map(|v| crate::money::decimal(v.minor)),
        Some(field::CURRENCY) => deal.value.as_ref().map(|v| v.currency.clone()),
        _ => deal.attributes.iter().find(|(key, _)| same_word(key, name)).map(|(_, value)| value.clone()),
    };
    known.filter(|value| !value.trim().is_empty())
}
