//! What changed between two versions of a process, in sentences. Every field counts: the sentences are made from the
//! versions' plain data, so none can be forgotten.

use serde_json::{Map, Value as Json};

use super::{Predicate, Process, says, shape::is_predicate};
use crate::{language::Language, metric::Metric};

type Table = Map<String, Json>;

/// What changed from `old` to `new`, one sentence each; empty where nothing did.
pub fn difference(old: &Process, new: &Process) -> Vec<String> {
    let mut told = Told { sentences: Vec::new(), stages: names(new).chain(names(old)).collect() };
    if let (Ok(Json::Object(old)), Ok(Json::Object(new))) = (serde_json::to_value(old), serde_json::to_value(new)) {
        told.table("", &old, &new);
    }
    told.sentences
}

fn names(process: &Process) -> impl Iterator<Item = (String, String)> {
    process.stages.iter().map(|s| (s.id.clone(), s.name.clone()))
}

struct Told {
    sentences: Vec<String>,
    /// Ids and names of stages.
    stages: Vec<(String, String)>,
}

/// How a row of a list is called; none where the list holds no tables that are told of one by one.
fn noun(list: &str) -> Option<&'static str> {
    Some(match list {
        "stages" => "stage",
        "tasks" => "task",
        "commitments" => "commitment",
        "exit" => "criterion",
        "content" => "content",
        "questions" => "question",
        "personas" => "persona",
        "journeys" => "journey",
        "steps" => "step",
        "library" => "content of the library",
        "objections" => "objection",
        "answers" => "answer",
        "schemes" => "scheme",
        "closing_reasons" => "reason for closing",
        "metrics" => "metric",
        "silence" => "silenced rule",
        _ => return None,
    })
}

/// How a field is called.
fn word(field: &str) -> String {
    match field {
        "target_days" => "target".into(),
        "due_days" => "due".into(),
        "says" | "asks" => "wording".into(),
        "observed" => "names in the data".into(),
        "moves" => "allowed moves".into(),
        "handover" => "hand-over".into(),
        "override" => "leaving without its criteria".into(),
        "review_days" => "days between reviews".into(),
        "deals" => "the deals it is for".into(),
        other => other.replace('_', " "),
    }
}

/// True for text that is too long to be told in full.
fn is_long(field: &str) -> bool {
    matches!(field, "purpose" | "evidence" | "text" | "reason" | "does" | "feels" | "needs")
}

/// By what a row is known again.
fn key(row: &Table) -> Option<&str> {
    row.get("id").or_else(|| row.get("rule")).and_then(Json::as_str)
}

/// What a row is called in a sentence.
fn label(row: &Table) -> &str {
    let full = |field: &&str| row.get(*field).and_then(Json::as_str).filter(|text| !text.trim().is_empty());
    ["name", "says", "asks", "id", "rule"].iter().find_map(full).unwrap_or_default()
}

/// The rows of a list of tables.
fn rows(list: Option<&Json>) -> Option<Vec<&Table>> {
    list.map_or(Some(Vec::new()), |list| list.as_array()?.iter().map(Json::as_object).collect())
}

impl Told {
    fn say(&mut self, of: &str, what: &str) {
        let sentence = if of.is_empty() { format!("The process: {what}.") } else { format!("{of}: {what}.") };
        self.sentences.push(sentence);
    }

    fn table(&mut self, of: &str, old: &Table, new: &Table) {
        self.test(of, old, new);
        let figured = self.figured(of, old, new);
        let gone = old.keys().filter(|field| !new.contains_key(*field));
        for field in new.keys().chain(gone) {
            let (before, after) = (old.get(field), new.get(field));
            if before == after || is_predicate(field) && is_test(of, old, new) || figured && is_figured(field) {
                continue;
            }
            match (noun(field), rows(before).zip(rows(after))) {
                (Some(noun), Some((before, after))) => self.rows(of, field, noun, &before, &after),
                _ => self.field(of, field, before, after),
            }
        }
    }

    fn rows(&mut self, of: &str, list: &str, noun: &str, old: &[&Table], new: &[&Table]) {
        let find = |rows: &[&Table], row: &Table| rows.iter().position(|r| key(r) == key(row));
        for row in old.iter().filter(|row| find(new, row).is_none()) {
            self.came_or_went(of, list, noun, row, false);
        }
        for row in new.iter().filter(|row| find(old, row).is_none()) {
            self.came_or_went(of, list, noun, row, true);
        }
        let kept: Vec<(usize, &Table)> = new.iter().filter_map(|row| Some((find(old, row)?, *row))).collect();
        if !kept.is_sorted_by_key(|(place, _)| *place) {
            let names: Vec<&str> = new.iter().map(|row| label(row)).collect();
            self.say(of, &format!("the order is now: {}", names.join(", ")));
        }
        for (place, row) in kept {
            let name = label(row);
            let of = match (list, of) {
                ("stages", _) => name.to_owned(),
                (_, "") => format!("{} “{name}”", capital(noun)),
                _ => format!("{of}, {noun} “{name}”"),
            };
            self.table(&of, old[place], row);
        }
    }

    fn came_or_went(&mut self, of: &str, list: &str, noun: &str, row: &Table, came: bool) {
        let name = label(row).trim_end_matches('.');
        let required = row.get("required") != Some(&Json::Bool(false));
        let said = match (list, came, required) {
            ("exit", true, true) => format!("leaving now needs: {name}"),
            ("exit", true, false) => format!("leaving now wishes for: {name}"),
            ("exit", false, true) => format!("leaving no longer needs: {name}"),
            ("exit", false, false) => format!("leaving no longer wishes for: {name}"),
            (_, came, _) => format!("the {noun} “{name}” was {}", if came { "added" } else { "removed" }),
        };
        self.say(of, &said);
    }

    /// What a criterion or a commitment tests.
    fn test(&mut self, of: &str, old: &Table, new: &Table) {
        if !is_test(of, old, new) {
            return;
        }
        let (before, after) = (predicate(old), predicate(new));
        if before == after {
            return;
        }
        let said = |test: &Option<Predicate>| {
            test.as_ref().map_or_else(|| "nothing".to_owned(), |test| says(test, Language::En))
        };
        let (before, after) = (said(&before), said(&after));
        self.say(
            of,
            &match before == after {
                true => format!("its test is written in another way: “{after}”"),
                false => format!("it was met by “{before}”, it is met by “{after}”"),
            },
        );
    }

    /// What a metric figures, as one sentence; false where this is no metric.
    fn figured(&mut self, of: &str, old: &Table, new: &Table) -> bool {
        let (Some(before), Some(after)) = (metric(old), metric(new)) else { return false };
        if (&before.figure, &before.only) != (&after.figure, &after.only) {
            let (was, is) = (before.sentence(), after.sentence());
            self.say(
                of,
                &match was == is {
                    true => format!("its formula is written in another way: “{is}”"),
                    false => format!("it was “{was}”, it is “{is}”"),
                },
            );
        }
        true
    }

    fn field(&mut self, of: &str, field: &str, old: Option<&Json>, new: Option<&Json>) {
        let word = word(field);
        let said = match (field, new.or(old)) {
            ("required", _) => format!("it is {} required", if new.is_some() { "no longer" } else { "now" }),
            (field, Some(Json::String(_))) if is_long(field) => match (old, new) {
                (None, _) => format!("{word} was added"),
                (_, None) => format!("{word} was removed"),
                _ => format!("{word} was reworded"),
            },
            (field, _) => format!("{word} was {}, is {}", self.shown(field, old), self.shown(field, new)),
        };
        self.say(of, &said);
    }

    fn shown(&self, field: &str, value: Option<&Json>) -> String {
        match value {
            None if field == "kind" => "“open”".into(),
            None if field == "moves" => "any".into(),
            None => "none".into(),
            Some(Json::String(text)) => format!("“{}”", self.stage_name(text)),
            Some(Json::Number(n)) if field.ends_with("days") => match n.as_f64() {
                Some(1.0) => "1 day".into(),
                days => format!("{} days", days.unwrap_or_default()),
            },
            Some(Json::Array(items)) if items.is_empty() => "none".into(),
            Some(Json::Array(items)) => {
                items.iter().map(|item| self.shown("", Some(item))).collect::<Vec<_>>().join(", ")
            }
            Some(Json::Object(of)) => {
                let part = |(key, value): (&String, &Json)| format!("{} {}", word(key), self.shown(key, Some(value)));
                of.iter().map(part).collect::<Vec<_>>().join(", ")
            }
            Some(other) => other.to_string(),
        }
    }

    fn stage_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.stages.iter().find(|(known, _)| known == id).map_or(id, |(_, name)| name)
    }
}

/// True for a criterion or a commitment: only these have words of their own, no name.
fn is_test(of: &str, old: &Table, new: &Table) -> bool {
    !of.is_empty() && [old, new].iter().all(|row| row.contains_key("says") && !row.contains_key("answers"))
}

fn metric(row: &Table) -> Option<Metric> {
    row.contains_key("figure").then(|| serde_json::from_value(Json::Object(row.clone())).ok())?
}

/// True for a field of a metric that its sentence tells of.
fn is_figured(field: &str) -> bool {
    matches!(field, "figure" | "only")
}

fn predicate(row: &Table) -> Option<Predicate> {
    let (key, value) = row.iter().find(|(key, _)| is_predicate(key))?;
    serde_json::from_value(Json::Object(Table::from_iter([(key.clone(), value.clone())]))).ok()
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}
