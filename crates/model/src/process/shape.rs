//! Plain data to process: every field known, of the right type, present where it must be.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json};

use super::{
    AnswerTest, ContentTest, Criterion, EventTest, FieldTest, Finding, Level, Need, PersonTest, Predicate, Process,
    Stage, StateTest, Task, says,
};

const PREDICATES: [&str; 10] =
    ["event", "field", "person", "content", "answer", "quote", "approval", "all", "any", "not"];
const SIDES: &[&str] = &["prospect", "rep", "system", "unknown"];
const KINDS: &[&str] = &["open", "won", "lost", "nurturing", "after-sale"];

/// A process, or all that keeps the data from being one.
pub(super) fn process(value: &Json) -> Result<Process, Vec<Finding>> {
    let mut reader = Reader { findings: Vec::new() };
    let process = reader.process(value);
    match process {
        Some(process) if reader.findings.is_empty() => Ok(process),
        _ => Err(reader.findings),
    }
}

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

/// One criterion, or the first thing that keeps the data from being one.
pub(super) fn criterion(value: &Json) -> Result<Criterion, String> {
    let mut reader = Reader { findings: Vec::new() };
    let criterion = reader.criterion(&without_nulls(value), "criterion");
    match (criterion, reader.findings.into_iter().next()) {
        (Some(criterion), None) => Ok(criterion),
        (_, Some(finding)) => Err(format!("{}: {}", finding.path, finding.message)),
        (None, None) => Err("this is no criterion".into()),
    }
}

/// An object and where it stands.
struct At<'a> {
    object: &'a Map<String, Json>,
    path: &'a str,
}

impl At<'_> {
    fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

struct Reader {
    findings: Vec<Finding>,
}

impl Reader {
    fn process(&mut self, value: &Json) -> Option<Process> {
        let at = self.object(value, "", &["schema", "id", "name", "purpose", "stages"])?;
        if !at.object.contains_key("schema") {
            self.note("P004", "schema".into(), "`schema` is missing; write `schema = 1` on the first line");
        }
        Some(Process {
            schema: self.whole(&at, "schema").unwrap_or_default(),
            id: self.needed(&at, "id"),
            name: self.needed(&at, "name"),
            purpose: self.text(&at, "purpose").unwrap_or_default(),
            stages: self.each(&at, "stages", Self::stage),
        })
    }

    fn stage(&mut self, value: &Json, path: &str) -> Option<Stage> {
        let known = [
            "id",
            "name",
            "kind",
            "purpose",
            "target_days",
            "observed",
            "evidence",
            "tasks",
            "exit",
            "content",
            "questions",
        ];
        let at = self.object(value, path, &known)?;
        Some(Stage {
            id: self.needed(&at, "id"),
            name: self.needed(&at, "name"),
            kind: self.word(&at, "kind", KINDS).unwrap_or_default(),
            purpose: self.text(&at, "purpose").unwrap_or_default(),
            target_days: self.number(&at, "target_days"),
            observed: self.each(&at, "observed", Self::plain_text),
            evidence: self.text(&at, "evidence").unwrap_or_default(),
            tasks: self.each(&at, "tasks", Self::task),
            exit: self.each(&at, "exit", Self::criterion),
            content: self.each(&at, "content", Self::need),
            questions: self.each(&at, "questions", Self::need),
        })
    }

    fn need(&mut self, value: &Json, path: &str) -> Option<Need> {
        let at = self.object(value, path, &["id", "name", "evidence"])?;
        Some(Need {
            id: self.needed(&at, "id"),
            name: self.needed(&at, "name"),
            evidence: self.text(&at, "evidence").unwrap_or_default(),
        })
    }

    fn task(&mut self, value: &Json, path: &str) -> Option<Task> {
        let at = self.object(value, path, &["id", "name", "owner", "due_days", "evidence"])?;
        Some(Task {
            id: self.needed(&at, "id"),
            name: self.needed(&at, "name"),
            owner: self.text(&at, "owner").unwrap_or_default(),
            due_days: self.number(&at, "due_days"),
            evidence: self.text(&at, "evidence").unwrap_or_default(),
        })
    }

    fn criterion(&mut self, value: &Json, path: &str) -> Option<Criterion> {
        let known = [&["id", "says", "required", "evidence"][..], &PREDICATES].concat();
        let at = self.object(value, path, &known)?;
        let id = self.needed(&at, "id");
        let said = self.text(&at, "says");
        let required = self.flag(&at, "required").unwrap_or(true);
        let evidence = self.text(&at, "evidence").unwrap_or_default();
        let test = self.predicate(&at)?;
        Some(Criterion { id, says: said.unwrap_or_else(|| says(&test)), required, evidence, test })
    }

    /// The one predicate of an object.
    fn predicate(&mut self, at: &At<'_>) -> Option<Predicate> {
        let mut found = at.object.iter().filter(|(key, _)| PREDICATES.contains(&key.as_str()));
        let Some((key, value)) = found.next() else {
            let remedy = "nothing to test here; add one predicate, for example \
                          `event = { kind = \"meeting.attended\", by = \"prospect\" }`";
            self.note("P006", at.path.to_owned(), remedy);
            return None;
        };
        let path = at.path(key);
        let more: Vec<_> = found.map(|(key, _)| format!("`{key}`")).collect();
        if !more.is_empty() {
            let message = format!(
                "`{key}` and {} stand side by side; keep one of them, or join them: `all = [{{ … }}, {{ … }}]`",
                more.join(", ")
            );
            self.note("P007", path, message);
            return None;
        }
        match key.as_str() {
            "event" => self.event(value, &path).map(Predicate::Event),
            "field" => self.field(value, &path).map(Predicate::Field),
            "person" => self.person(value, &path).map(Predicate::Person),
            "content" => self.content(value, &path).map(Predicate::Content),
            "answer" => {
                let at = self.object(value, &path, &["question"])?;
                Some(Predicate::Answer(AnswerTest { question: self.needed(&at, "question") }))
            }
            "quote" => self.state(value, &path).map(Predicate::Quote),
            "approval" => self.state(value, &path).map(Predicate::Approval),
            "all" => Some(Predicate::All(self.each(at, key, Self::inner))),
            "any" => Some(Predicate::Any(self.each(at, key, Self::inner))),
            _ => self.inner(value, &path).map(|p| Predicate::Not(Box::new(p))),
        }
    }

    fn inner(&mut self, value: &Json, path: &str) -> Option<Predicate> {
        let at = self.object(value, path, &PREDICATES)?;
        self.predicate(&at)
    }

    fn event(&mut self, value: &Json, path: &str) -> Option<EventTest> {
        let at = self.object(value, path, &["kind", "tag", "by", "at_least", "within_days"])?;
        Some(EventTest {
            kind: self.needed(&at, "kind"),
            tag: self.text(&at, "tag"),
            by: self.word(&at, "by", SIDES),
            at_least: self.whole(&at, "at_least"),
            within_days: self.number(&at, "within_days"),
        })
    }

    fn field(&mut self, value: &Json, path: &str) -> Option<FieldTest> {
        let at = self.object(value, path, &["name", "is"])?;
        Some(FieldTest { name: self.needed(&at, "name"), is: self.each(&at, "is", Self::plain_text) })
    }

    fn person(&mut self, value: &Json, path: &str) -> Option<PersonTest> {
        let at = self.object(value, path, &["role", "engaged"])?;
        Some(PersonTest { role: self.needed(&at, "role"), engaged: self.flag(&at, "engaged").unwrap_or_default() })
    }

    fn content(&mut self, value: &Json, path: &str) -> Option<ContentTest> {
        let at = self.object(value, path, &["kind", "viewed_by"])?;
        Some(ContentTest { kind: self.needed(&at, "kind"), viewed_by: self.word(&at, "viewed_by", SIDES) })
    }

    fn state(&mut self, value: &Json, path: &str) -> Option<StateTest> {
        let at = self.object(value, path, &["state"])?;
        Some(StateTest { state: self.needed(&at, "state") })
    }
}

/// Fields of an object by type. What is wrong is noted and read as absent.
impl Reader {
    fn note(&mut self, code: &str, path: String, message: impl Into<String>) {
        self.findings.push(Finding::new(Level::Error, code, path, message));
    }

    fn wrong(&mut self, path: String, wanted: &str, value: &Json) {
        let name = path.rsplit('.').next().unwrap_or_default().to_owned();
        let of = if name.is_empty() { "the file" } else { &name };
        self.note("P003", path, format!("`{of}` must be {wanted}, not {}", type_name(value)));
    }

    fn object<'a>(&mut self, value: &'a Json, path: &'a str, known: &[&str]) -> Option<At<'a>> {
        let Json::Object(object) = value else {
            self.wrong(path.to_owned(), "a table", value);
            return None;
        };
        let at = At { object, path };
        for key in object.keys().filter(|k| !known.contains(&k.as_str())) {
            let near = known.iter().min_by_key(|k| distance(k, key)).filter(|k| distance(k, key) <= 2);
            let remedy = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("known here: {}", known.join(", ")),
            };
            self.note("P002", at.path(key), format!("there is no field `{key}` here; {remedy}"));
        }
        Some(at)
    }

    fn each<T>(&mut self, at: &At<'_>, key: &str, read: fn(&mut Self, &Json, &str) -> Option<T>) -> Vec<T> {
        match at.object.get(key) {
            None => Vec::new(),
            Some(Json::Array(items)) => items
                .iter()
                .enumerate()
                .filter_map(|(i, item)| read(self, item, &format!("{}[{i}]", at.path(key))))
                .collect(),
            Some(other) => {
                self.wrong(at.path(key), "a list", other);
                Vec::new()
            }
        }
    }

    fn plain_text(&mut self, value: &Json, path: &str) -> Option<String> {
        let text = value.as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong(path.to_owned(), "text in quotes", value);
        }
        text
    }

    fn text(&mut self, at: &At<'_>, key: &str) -> Option<String> {
        let value = at.object.get(key)?;
        self.plain_text(value, &at.path(key))
    }

    fn needed(&mut self, at: &At<'_>, key: &str) -> String {
        if !at.object.contains_key(key) {
            let place = if at.path.is_empty() { "the process" } else { at.path };
            self.note("P004", at.path(key), format!("`{key}` is missing in {place}; add `{key} = \"…\"`"));
        }
        self.text(at, key).unwrap_or_default()
    }

    fn number(&mut self, at: &At<'_>, key: &str) -> Option<f64> {
        let value = at.object.get(key)?;
        let number = value.as_f64();
        if number.is_none() {
            self.wrong(at.path(key), "a number", value);
        }
        number
    }

    fn whole(&mut self, at: &At<'_>, key: &str) -> Option<u32> {
        let value = at.object.get(key)?;
        let number = value.as_u64().and_then(|n| u32::try_from(n).ok());
        if number.is_none() {
            self.wrong(at.path(key), "a whole number from 0 up", value);
        }
        number
    }

    fn flag(&mut self, at: &At<'_>, key: &str) -> Option<bool> {
        let value = at.object.get(key)?;
        if !value.is_boolean() {
            self.wrong(at.path(key), "true or false", value);
        }
        value.as_bool()
    }

    fn word<T: DeserializeOwned>(&mut self, at: &At<'_>, key: &str, words: &[&str]) -> Option<T> {
        let value = at.object.get(key)?;
        let read = T::deserialize(value).ok();
        if read.is_none() {
            let shown = value.as_str().map_or_else(|| type_name(value).to_owned(), |v| format!("{v:?}"));
            self.note("P005", at.path(key), format!("`{key}` is {shown}; it must be one of: {}", words.join(", ")));
        }
        read
    }
}

fn type_name(value: &Json) -> &'static str {
    match value {
        Json::Null => "a date or an empty value",
        Json::Bool(_) => "true or false",
        Json::Number(n) if n.is_f64() => "a number with a point",
        Json::Number(_) => "a number",
        Json::String(_) => "text",
        Json::Array(_) => "a list",
        Json::Object(_) => "a table",
    }
}

/// Letters to insert, delete or replace between two words (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut corner = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in b.iter().enumerate() {
            let replaced = corner + usize::from(letter != *other);
            corner = row[j + 1];
            row[j + 1] = replaced.min(corner + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
