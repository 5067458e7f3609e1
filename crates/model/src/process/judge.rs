//! Whether a deal meets a criterion, and by which events.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    ContentTest, Criterion, EventTest, FieldTest, Ground, PersonTest, Predicate, Process, ground,
    says::{holds, kind_label, says},
};
use crate::{
    deal::{Deal, field},
    event::{Event, Side, kind},
    ids::EventId,
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

/// Judges a criterion by what had happened up to `now`. Later events do not count, so the same function tests a
/// criterion against the past.
pub fn judge(criterion: &Criterion, deal: &Deal, events: &[Event], now: Timestamp) -> Verdict {
    let facts = Facts { deal, events, now };
    let mut verdict = facts.test(&criterion.test);
    verdict.by.sort_by_key(|id| events.iter().position(|e| e.id == *id));
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
) -> Vec<CriterionVerdict> {
    let stage = process.stages.iter().find(|s| s.id == stage_id);
    let criteria = stage.map_or(&[][..], |s| &s.exit);
    criteria.iter().map(|c| criterion_verdict(c, judge(c, deal, events, now))).collect()
}

fn criterion_verdict(criterion: &Criterion, verdict: Verdict) -> CriterionVerdict {
    CriterionVerdict {
        id: criterion.id.clone(),
        says: if criterion.says.is_empty() { says(&criterion.test) } else { criterion.says.clone() },
        required: criterion.required,
        ground: ground(&criterion.test),
        met: verdict.met,
        by: verdict.by,
        missing: verdict.missing,
    }
}

struct Facts<'a> {
    deal: &'a Deal,
    events: &'a [Event],
    now: Timestamp,
}

impl Facts<'_> {
    fn test(&self, test: &Predicate) -> Verdict {
        match test {
            Predicate::Event(event) => self.event(event, test),
            Predicate::Field(field) => self.field(field, test),
            Predicate::Person(person) => self.person(person, test),
            Predicate::Content(content) => self.shown(|e| saw(content, e), test),
            Predicate::Answer(answer) => self.answer(&answer.question, test),
            Predicate::Quote(state) => self.state("quote", &state.state, test),
            Predicate::Approval(state) => self.state("approval", &state.state, test),
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
        verdict(!by.is_empty(), by, test)
    }

    fn event(&self, wanted: &EventTest, test: &Predicate) -> Verdict {
        let by: Vec<EventId> = self.past().filter(|e| self.is_wanted(wanted, e)).map(|e| e.id).collect();
        let needed = wanted.at_least.unwrap_or(1);
        let mut verdict = verdict(by.len() >= needed as usize, by, test);
        if !verdict.met && needed > 1 {
            let so_far = verdict.by.len();
            verdict.missing = format!("{} ({so_far} of {needed} so far).", verdict.missing.trim_end_matches('.'));
        }
        verdict
    }

    fn is_wanted(&self, wanted: &EventTest, event: &Event) -> bool {
        let recent = wanted.within_days.is_none_or(|days| {
            let age = self.now.duration_since(event.at).as_secs_f64() / 86_400.0;
            !event.undated && age <= days
        });
        recent
            && is_kind(&wanted.kind, &event.kind, &event.activity)
            && wanted.by.is_none_or(|by| by == event.side)
            && wanted.tag.as_ref().is_none_or(|tag| lists(event, "tag", tag))
    }

    fn field(&self, wanted: &FieldTest, test: &Predicate) -> Verdict {
        let value = field_value(self.deal, &wanted.name);
        let met = value.is_some_and(|v| wanted.is.is_empty() || wanted.is.iter().any(|is| same_value(is, &v)));
        let set = |e: &&Event| {
            matches!(e.kind.as_str(), kind::CREATED | kind::CHANGED)
                && e.attributes.keys().any(|k| k.eq_ignore_ascii_case(&wanted.name))
        };
        let by = if met { self.past().filter(set).last().map(|e| e.id).into_iter().collect() } else { Vec::new() };
        verdict(met, by, test)
    }

    fn person(&self, wanted: &PersonTest, test: &Predicate) -> Verdict {
        let acted = |e: &Event| lists(e, "role", &wanted.role) && (!wanted.engaged || e.side == Side::Prospect);
        let shown = self.shown(acted, test);
        if shown.met || wanted.engaged || field_value(self.deal, &wanted.role).is_none() {
            return shown;
        }
        verdict(true, Vec::new(), test)
    }

    /// The last answer counts: an empty one takes an earlier one back.
    fn answer(&self, question: &str, test: &Predicate) -> Verdict {
        let is_answer =
            |e: &&Event| e.kind == kind::ANSWER && e.attributes.get("question").is_some_and(|q| same_word(q, question));
        let last = self.past().filter(is_answer).last();
        let given = last.filter(|e| e.attributes.get("answer").is_some_and(|a| !a.trim().is_empty()));
        verdict(given.is_some(), given.map(|e| e.id).into_iter().collect(), test)
    }

    fn state(&self, thing: &str, state: &str, test: &Predicate) -> Verdict {
        let wanted = format!("{thing}.{state}");
        self.shown(|e| e.kind.eq_ignore_ascii_case(&wanted), test)
    }

    fn all(&self, tests: &[Predicate]) -> Verdict {
        let verdicts: Vec<Verdict> = tests.iter().map(|t| self.test(t)).collect();
        let missing: Vec<&str> = verdicts.iter().filter(|v| !v.met).map(|v| v.missing.as_str()).collect();
        Verdict {
            met: missing.is_empty(),
            missing: missing.join(" "),
            by: verdicts.iter().flat_map(|v| v.by.iter().copied()).collect(),
        }
    }

    fn any(&self, tests: &[Predicate], test: &Predicate) -> Verdict {
        let verdicts = tests.iter().map(|t| self.test(t));
        let met: Vec<Verdict> = verdicts.filter(|v| v.met).collect();
        verdict(!met.is_empty(), met.into_iter().flat_map(|v| v.by).collect(), test)
    }

    fn not(&self, inner: &Predicate) -> Verdict {
        let held = self.test(inner);
        if !held.met {
            return Verdict { met: true, by: Vec::new(), missing: String::new() };
        }
        let last = self.past().filter(|e| held.by.contains(&e.id)).last();
        let shown = last.map_or_else(String::new, |e| {
            let name = if e.activity.is_empty() { kind_label(&e.kind) } else { &e.activity };
            format!(" (“{name}” on {})", e.at.strftime("%Y-%m-%d"))
        });
        Verdict { met: false, by: held.by, missing: format!("In the way: {}{shown}.", holds(inner)) }
    }
}

fn verdict(met: bool, by: Vec<EventId>, test: &Predicate) -> Verdict {
    let missing = if met { String::new() } else { format!("Nothing shows yet that {}.", holds(test)) };
    Verdict { met, by, missing }
}

/// True if the event is about this content and, where it matters, was an act of the side that had to look at it.
fn saw(content: &ContentTest, event: &Event) -> bool {
    let looked = content.viewed_by.is_none_or(|side| side == event.side && event.kind != "content.shared");
    looked && lists(event, "content", &content.kind)
}

/// True if the attribute, a list with commas, holds the word.
fn lists(event: &Event, attribute: &str, word: &str) -> bool {
    event.attributes.get(attribute).is_some_and(|list| list.split(',').any(|item| same_word(item, word)))
}

/// Equal but for case, surrounding blanks, and `-`, `_` or a blank between words.
fn same_word(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.trim().to_lowercase().replace(['-', '_'], " ");
    plain(a) == plain(b)
}

fn same_value(a: &str, b: &str) -> bool {
    let numbers = crate::money::parse_minor(a.trim()).zip(crate::money::parse_minor(b.trim()));
    numbers.map_or_else(|| same_word(a, b), |(a, b)| a == b)
}

/// The text of a field or attribute of a deal; `None` where it is empty.
fn field_value(deal: &Deal, name: &str) -> Option<String> {
    let known = match name.to_ascii_lowercase().as_str() {
        field::NAME => Some(deal.name.clone()),
        field::ACCOUNT => deal.account.clone(),
        field::OWNER => deal.owner.clone(),
        field::TEAM => deal.team.clone(),
        field::PRODUCT => deal.product.clone(),
        field::VALUE => deal.value.as_ref().map(|v| crate::money::decimal(v.minor)),
        field::CURRENCY => deal.value.as_ref().map(|v| v.currency.clone()),
        _ => deal.attributes.iter().find(|(key, _)| same_word(key, name)).map(|(_, value)| value.clone()),
    };
    known.filter(|value| !value.trim().is_empty())
}
