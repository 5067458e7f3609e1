//! Plain data to process: every field known, of the right type, present where it must be. What the fields are is taken
//! from the types' own schema, so the reader and the JSON Schema of `process.toml` cannot differ.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::{Commitment, Criterion, Finding, Level, Predicate, Process, says};
use crate::language::Language;

/// The same data; what a program sent as `null` is absent.
pub(super) fn without_nulls(value: &Json) -> Json {
    match value {
        Json::Object(map) => {
            let kept = map.iter().filter(|(_, v)| !v.is_null());
            Json::Object(kept.map(|(k, v)| (k.clone(), without_nulls(v))).collect())
        }
        Json::Array(items) => items.iter().map(without_nulls).collect(),
        other => other.clone(),
    }
}

/// A process, or all that keeps the data from being one.
pub(super) fn process(value: &Json) -> Result<Process, Vec<Finding>> {
    let mut reader = Reader::default();
    reader.table(value, &SHAPES.process, "");
    if !reader.findings.is_empty() {
        return Err(reader.findings);
    }
    serde_json::from_value(value.clone())
        .map_err(|error| vec![Finding::new(Level::Error, "P003", "", format!("this is no process: {error}"))])
}

/// One criterion, or the first thing that keeps the data from being one.
pub(super) fn criterion(value: &Json) -> Result<Criterion, String> {
    let (of, test) = checked(value, "Criterion")?;
    let test: Predicate = test.ok_or("nothing to test here")?;
    Ok(Criterion {
        id: part(&of, "id")?.unwrap_or_default(),
        says: part(&of, "says")?.unwrap_or_else(|| says(&test, Language::En)),
        required: part(&of, "required")?.unwrap_or(true),
        evidence: part(&of, "evidence")?.unwrap_or_default(),
        test,
    })
}

/// One commitment, or the first thing that keeps the data from being one.
pub(super) fn commitment(value: &Json) -> Result<Commitment, String> {
    let (of, test) = checked(value, "Commitment")?;
    Ok(Commitment {
        id: part(&of, "id")?.unwrap_or_default(),
        says: part(&of, "says")?.unwrap_or_default(),
        due_days: part(&of, "due_days")?,
        evidence: part(&of, "evidence")?.unwrap_or_default(),
        test,
    })
}

/// The fields of what bears a predicate beside them, and the predicate.
fn checked(value: &Json, name: &str) -> Result<(Map<String, Json>, Option<Predicate>), String> {
    let mut reader = Reader::default();
    let value = without_nulls(value);
    if let Some(shape) = SHAPES.tables.get(name) {
        reader.table(&value, shape, &name.to_lowercase());
    }
    if let Some(finding) = reader.findings.into_iter().next() {
        return Err(format!("{}: {}", finding.path, finding.message));
    }
    let Json::Object(mut of) = value else { return Err(format!("this is no {}", name.to_lowercase())) };
    let key = SHAPES.tests.iter().map(|(key, _)| key).find(|key| of.contains_key(*key));
    let test = match key.and_then(|key| of.remove_entry(key)) {
        Some(pair) => Some(read(Json::Object(Map::from_iter([pair])))?),
        None => None,
    };
    Ok((of, test))
}

fn part<T: DeserializeOwned>(of: &Map<String, Json>, key: &str) -> Result<Option<T>, String> {
    of.get(key).cloned().map(read).transpose()
}

fn read<T: DeserializeOwned>(value: Json) -> Result<T, String> {
    serde_json::from_value(value).map_err(|error| error.to_string())
}

/// True for the key of a predicate.
pub(super) fn is_predicate(key: &str) -> bool {
    SHAPES.tests.iter().any(|(test, _)| test == key)
}

/// What a value must be.
#[derive(Debug, Clone)]
enum Shape {
    Text,
    Number,
    Whole,
    Flag,
    Word(Vec<String>),
    List(Box<Shape>),
    /// Any names, each with such a value.
    Named(Box<Shape>),
    /// The table of this name.
    Table(String),
    /// One of some ways: a word, or a table with one of these keys and its value.
    Choice {
        words: Vec<String>,
        keys: Vec<(String, Shape)>,
    },
}

/// What a table holds.
#[derive(Debug, Clone, Default)]
struct Table {
    fields: Vec<(String, Shape)>,
    required: Vec<String>,
    tests: Tests,
}

/// Whether one of the predicates stands among the fields of a table.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
enum Tests {
    #[default]
    None,
    Possible,
    Needed,
}

struct Shapes {
    process: Table,
    tables: BTreeMap<String, Table>,
    /// What is one of several things, by its name.
    choices: BTreeMap<String, Shape>,
    /// The predicates by their keys.
    tests: Vec<(String, Shape)>,
}

/// What stands among the fields of a table, not in a field of its own.
const PREDICATE: &str = "Predicate";

static SHAPES: LazyLock<Shapes> = LazyLock::new(|| {
    let schema = Process::json_schema();
    let defs = schema["$defs"].as_object().cloned().unwrap_or_default();
    let table = |(name, def): (&String, &Json)| Some((name.clone(), Table::of(def, &defs)?));
    let mut tables: BTreeMap<String, Table> = defs.iter().filter_map(table).collect();
    let choice = |(name, def): (&String, &Json)| Some((name.clone(), Shape::choice(def, &defs)?));
    let choices = defs.iter().filter(|(name, _)| *name != PREDICATE).filter_map(choice).collect();
    if let Some(criterion) = tables.get_mut("Criterion") {
        // Without words of its own a criterion is called as its predicate reads.
        criterion.required.retain(|field| field != "says");
    }
    let alternatives = defs.get(PREDICATE).and_then(|p| p["oneOf"].as_array()).cloned().unwrap_or_default();
    let tests = alternatives.iter().flat_map(|one| fields(one, &defs)).collect();
    Shapes { process: Table::of(&schema, &defs).unwrap_or_default(), tables, choices, tests }
});

impl Table {
    /// The table that a schema describes; none for a schema of something else.
    fn of(schema: &Json, defs: &Map<String, Json>) -> Option<Self> {
        if let Some(parts) = schema["allOf"].as_array() {
            let own = parts.iter().find_map(|part| Self::of(part, defs))?;
            let possible = parts.iter().any(|part| part["oneOf"].is_array());
            return Some(Self { tests: if possible { Tests::Possible } else { Tests::Needed }, ..own });
        }
        if schema["oneOf"].as_array().is_some_and(|all| all.iter().all(|one| one["properties"].is_object())) {
            return Some(Self { tests: Tests::Needed, ..Self::default() });
        }
        if schema["type"] != "object" || schema["additionalProperties"].is_object() {
            return None;
        }
        let required = schema["required"].as_array().into_iter().flatten().filter_map(|r| Some(r.as_str()?.to_owned()));
        Some(Self { fields: fields(schema, defs), required: required.collect(), tests: Tests::None })
    }

    fn known(&self) -> impl Iterator<Item = &(String, Shape)> {
        let tests = if self.tests == Tests::None { &[][..] } else { &SHAPES.tests };
        self.fields.iter().chain(tests)
    }
}

fn fields(schema: &Json, defs: &Map<String, Json>) -> Vec<(String, Shape)> {
    let fields = schema["properties"].as_object().into_iter().flatten();
    fields.map(|(name, field)| (name.clone(), Shape::of(field, defs))).collect()
}

impl Shape {
    /// What a schema describes that lets one choose between words and tables with one key.
    fn choice(schema: &Json, defs: &Map<String, Json>) -> Option<Self> {
        let (mut words, mut keys) = (Vec::new(), Vec::new());
        for way in schema["oneOf"].as_array()? {
            words.extend(way["enum"].as_array().into_iter().flatten().filter_map(|w| Some(w.as_str()?.to_owned())));
            keys.extend(fields(way, defs));
        }
        Some(Self::Choice { words, keys })
    }

    fn of(schema: &Json, defs: &Map<String, Json>) -> Self {
        if let Some(name) = schema["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/")) {
            return match defs.get(name).and_then(|def| def["enum"].as_array()) {
                Some(words) => Self::Word(words.iter().filter_map(|w| Some(w.as_str()?.to_owned())).collect()),
                None => Self::Table(name.to_owned()),
            };
        }
        if let Some(one) = schema["oneOf"].as_array().and_then(|all| all.iter().find(|one| one["$ref"].is_string())) {
            return Self::of(one, defs);
        }
        let kind = match &schema["type"] {
            Json::Array(kinds) => kinds.iter().find(|k| *k != "null").and_then(Json::as_str),
            kind => kind.as_str(),
        };
        match kind {
            Some("number") => Self::Number,
            Some("integer") => Self::Whole,
            Some("boolean") => Self::Flag,
            Some("array") => Self::List(Box::new(Self::of(&schema["items"], defs))),
            Some("object") => Self::Named(Box::new(Self::of(&schema["additionalProperties"], defs))),
            _ => Self::Text,
        }
    }
}

#[derive(Default)]
struct Reader {
    findings: Vec<Finding>,
}

impl Reader {
    fn note(&mut self, code: &str, path: &str, message: impl Into<String>) {
        self.findings.push(Finding::new(Level::Error, code, path, message));
    }

    fn wrong(&mut self, path: &str, wanted: &str, value: &Json) {
        let name = path.rsplit('.').next().unwrap_or_default();
        let of = if name.is_empty() { "the file" } else { name };
        self.note("P003", path, format!("`{of}` must be {wanted}, not {}", type_name(value)));
    }

    fn value(&mut self, value: &Json, shape: &Shape, path: &str) {
        match (shape, value) {
            (Shape::Text, Json::String(_)) | (Shape::Number, Json::Number(_)) | (Shape::Flag, Json::Bool(_)) => {}
            (Shape::Whole, value) if value.as_u64().is_some_and(|n| u32::try_from(n).is_ok()) => {}
            (Shape::Word(words), Json::String(word)) if words.contains(word) => {}
            (Shape::Word(words), value) => {
                let name = path.rsplit('.').next().unwrap_or_default();
                let shown = value.as_str().map_or_else(|| type_name(value).to_owned(), |v| format!("{v:?}"));
                let of = value.as_str().and_then(|v| nearest(v, words.iter())).unwrap_or_default();
                self.note("P005", path, format!("`{name}` is {shown}; {of}it must be one of: {}", words.join(", ")));
            }
            (Shape::List(inner), Json::Array(items)) => {
                for (i, item) in items.iter().enumerate() {
                    self.value(item, inner, &format!("{path}[{i}]"));
                }
            }
            (Shape::Named(inner), Json::Object(all)) => {
                for (name, value) in all {
                    self.value(value, inner, &format!("{path}.{name}"));
                }
            }
            (Shape::Table(name), value) => match (SHAPES.choices.get(name), SHAPES.tables.get(name)) {
                (Some(choice), _) => self.value(value, choice, path),
                (None, Some(table)) => self.table(value, table, path),
                (None, None) => {}
            },
            (Shape::Choice { words, keys }, value) => self.choice(value, words, keys, path),
            (shape, value) => self.wrong(path, shape.wanted(), value),
        }
    }

    /// One of several ways to write something.
    fn choice(&mut self, value: &Json, words: &[String], keys: &[(String, Shape)], path: &str) {
        let name = path.rsplit('.').next().unwrap_or_default();
        let tables = keys.iter().map(|(key, _)| format!("{{ {key} = … }}"));
        let ways = || words.iter().map(|word| format!("{word:?}")).chain(tables.clone()).collect::<Vec<_>>().join(", ");
        match value {
            Json::String(word) if words.contains(word) => {}
            Json::String(word) => {
                let of = nearest(word, words.iter().chain(keys.iter().map(|(key, _)| key))).unwrap_or_default();
                self.note("P005", path, format!("`{name}` is {word:?}; {of}it must be one of: {}", ways()));
            }
            Json::Object(object) => match (object.iter().next(), object.len()) {
                (Some((key, value)), 1) => match keys.iter().find(|(known, _)| known == key) {
                    Some((_, shape)) => self.value(value, shape, &format!("{path}.{key}")),
                    None => {
                        let of = nearest(key, keys.iter().map(|(known, _)| known)).unwrap_or_default();
                        let message = format!("there is no `{key}` here; {of}`{name}` must be one of: {}", ways());
                        self.note("P002", &format!("{path}.{key}"), message);
                    }
                },
                (_, n) => {
                    let message = format!("`{name}` has {n} keys; it must have one of: {}", ways());
                    self.note("P007", path, message);
                }
            },
            value => self.wrong(path, &format!("one of {}", ways()), value),
        }
    }

    fn table(&mut self, value: &Json, table: &Table, path: &str) {
        let Json::Object(object) = value else { return self.wrong(path, "a table", value) };
        let at = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        for key in object.keys().filter(|key| !table.known().any(|(known, _)| known == *key)) {
            let remedy = nearest(key, table.known().map(|(name, _)| name)).unwrap_or_else(|| {
                let known: Vec<&str> = table.known().map(|(name, _)| name.as_str()).collect();
                format!("known here: {}", known.join(", "))
            });
            self.note("P002", &at(key), format!("there is no field `{key}` here; {}", remedy.trim_end()));
        }
        for key in table.required.iter().filter(|key| !object.contains_key(*key)) {
            let message = if key == "schema" {
                "`schema` is missing; write `schema = 1` on the first line".to_owned()
            } else {
                let place = if path.is_empty() { "the process" } else { path };
                let text = table.fields.iter().any(|(name, shape)| name == key && matches!(shape, Shape::Text));
                let example = if text { "\"…\"" } else { "…" };
                format!("`{key}` is missing in {place}; add `{key} = {example}`")
            };
            self.note("P004", &at(key), message);
        }
        for (key, shape) in &table.fields {
            if let Some(value) = object.get(key) {
                self.value(value, shape, &at(key));
            }
        }
        if table.tests != Tests::None {
            self.test(object, table.tests == Tests::Needed, path);
        }
    }

    /// The one predicate of a table.
    fn test(&mut self, object: &Map<String, Json>, needed: bool, path: &str) {
        let mut found = object.keys().filter_map(|key| SHAPES.tests.iter().find(|(test, _)| test == key));
        let Some((key, shape)) = found.next() else {
            if needed {
                let remedy = "nothing to test here; add one predicate, for example \
                              `event = { kind = \"meeting.attended\", by = \"prospect\" }`";
                self.note("P006", path, remedy);
            }
            return;
        };
        let at = if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        let more: Vec<_> = found.map(|(key, _)| format!("`{key}`")).collect();
        if !more.is_empty() {
            let message = format!(
                "`{key}` and {} stand side by side; keep one of them, or join them: `all = [{{ … }}, {{ … }}]`",
                more.join(", ")
            );
            self.note("P007", &at, message);
        } else if let Some(value) = object.get(key) {
            self.value(value, shape, &at);
        }
    }
}

impl Shape {
    fn wanted(&self) -> &'static str {
        match self {
            Self::Text => "text in quotes",
            Self::Number => "a number",
            Self::Whole => "a whole number from 0 up",
            Self::Flag => "true or false",
            Self::List(_) => "a list",
            Self::Word(_) => "a word",
            Self::Named(_) | Self::Table(_) | Self::Choice { .. } => "a table",
        }
    }
}

fn type_name(value: &Json) -> &'static str {
    match value {
        Json::Null => "an empty value",
        Json::Bool(_) => "true or false",
        Json::Number(n) if n.is_f64() => "a number with a point",
        Json::Number(_) => "a number",
        Json::String(_) => "text",
        Json::Array(_) => "a list",
        Json::Object(_) => "a table",
    }
}

/// The question whether a known word was meant, where one is near.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a String>) -> Option<String> {
    let far = |known: &str| strsim::damerau_levenshtein(known, word);
    let near = known.min_by_key(|known| far(known)).filter(|known| far(known) <= 2)?;
    Some(format!("did you mean `{near}`? "))
}

#[cfg(test)]
pub(super) mod random;
