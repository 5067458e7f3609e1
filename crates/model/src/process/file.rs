//! `process.toml`: text to process and back.

use serde_json::{Map, Value as Json};
use toml_edit::{Document, Item, TableLike, Value};

use super::{Criterion, Finding, Level, Need, Predicate, Process, Stage, StageKind, Task, finding::Places, shape};

/// Reads the text of a `process.toml`.
///
/// # Errors
/// Everything that stops the text from being a process, each with line, column and remedy: broken TOML (`P001`),
/// unknown fields (`P002`), wrong types (`P003`), missing fields (`P004`), unknown words (`P005`), criteria without
/// a predicate (`P006`) or with several (`P007`). Flaws of a readable process are found by [`super::lint`].
pub fn parse(text: &str) -> Result<Process, Vec<Finding>> {
    let document = Document::parse(text).map_err(|error| {
        let finding = Finding::new(Level::Error, "P001", "", format!("this is no TOML: {}", error.message().trim()));
        vec![finding.at(text, error.span().map_or(0, |s| s.start))]
    })?;
    shape::process(&plain_table(document.as_table())).map_err(|f| Places::of(text, &document).locate(f))
}

/// Reads a process from JSON, by the same rules as [`parse`]; findings carry paths instead of lines.
///
/// # Errors
/// As [`parse`], without `P001`.
pub fn parse_json(value: &Json) -> Result<Process, Vec<Finding>> {
    shape::process(&shape::without_nulls(value))
}

pub(super) fn plain_table(table: &dyn TableLike) -> Json {
    Json::Object(table.iter().map(|(key, item)| (key.to_owned(), plain(item))).collect())
}

/// An item as JSON. A date, which no field of a process takes, becomes `null`.
pub(super) fn plain(item: &Item) -> Json {
    match item {
        Item::None => Json::Null,
        Item::Value(value) => plain_value(value),
        Item::Table(table) => plain_table(table),
        Item::ArrayOfTables(tables) => tables.iter().map(|t| plain_table(t)).collect(),
    }
}

fn plain_value(value: &Value) -> Json {
    match value {
        Value::String(text) => text.value().as_str().into(),
        Value::Integer(number) => (*number.value()).into(),
        Value::Float(number) => (*number.value()).into(),
        Value::Boolean(flag) => (*flag.value()).into(),
        Value::Datetime(_) => Json::Null,
        Value::Array(items) => items.iter().map(plain_value).collect(),
        Value::InlineTable(table) => plain_table(table),
    }
}

/// The text of a process: readable, and the same for the same process. [`parse`] reads it back.
pub fn to_toml(process: &Process) -> String {
    let mut out = Writer { text: String::new(), indent: "" };
    out.pair("schema", &process.schema.to_string());
    out.text("id", &process.id);
    out.text("name", &process.name);
    out.text_if("purpose", &process.purpose);
    for stage in &process.stages {
        out.stage(stage);
    }
    out.text
}

struct Writer {
    text: String,
    indent: &'static str,
}

impl Writer {
    fn pair(&mut self, key: &str, value: &str) {
        self.text.push_str(&format!("{}{key} = {value}\n", self.indent));
    }

    fn text(&mut self, key: &str, value: &str) {
        self.pair(key, &quoted(value));
    }

    fn text_if(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
    }

    fn number_if(&mut self, key: &str, value: Option<f64>) {
        if let Some(value) = value {
            self.pair(key, &number(value));
        }
    }

    fn header(&mut self, name: &str) {
        self.text.push_str(&format!("\n{}[[{name}]]\n", self.indent));
    }

    fn stage(&mut self, stage: &Stage) {
        self.indent = "";
        self.header("stages");
        self.text("id", &stage.id);
        self.text("name", &stage.name);
        if stage.kind != StageKind::Open {
            self.pair("kind", &inline(&serde_json::to_value(stage.kind).unwrap_or_default()));
        }
        self.text_if("purpose", &stage.purpose);
        self.number_if("target_days", stage.target_days);
        if !stage.observed.is_empty() {
            let names: Vec<String> = stage.observed.iter().map(|n| quoted(n)).collect();
            self.pair("observed", &format!("[{}]", names.join(", ")));
        }
        self.text_if("evidence", &stage.evidence);
        self.indent = "  ";
        stage.tasks.iter().for_each(|t| self.task(t));
        stage.exit.iter().for_each(|c| self.criterion(c));
        stage.content.iter().for_each(|n| self.need("stages.content", n));
        stage.questions.iter().for_each(|n| self.need("stages.questions", n));
    }

    fn task(&mut self, task: &Task) {
        self.header("stages.tasks");
        self.text("id", &task.id);
        self.text("name", &task.name);
        self.text_if("owner", &task.owner);
        self.number_if("due_days", task.due_days);
        self.text_if("evidence", &task.evidence);
    }

    fn need(&mut self, header: &str, need: &Need) {
        self.header(header);
        self.text("id", &need.id);
        self.text("name", &need.name);
        self.text_if("evidence", &need.evidence);
    }

    fn criterion(&mut self, criterion: &Criterion) {
        self.header("stages.exit");
        self.text("id", &criterion.id);
        self.text("says", &criterion.says);
        self.predicate(&criterion.test);
        if !criterion.required {
            self.pair("required", "false");
        }
        self.text_if("evidence", &criterion.evidence);
    }

    fn predicate(&mut self, test: &Predicate) {
        let Ok(Json::Object(map)) = serde_json::to_value(test) else { return };
        for (key, value) in &map {
            match value {
                Json::Array(items) if !items.is_empty() => {
                    let lines: Vec<String> = items.iter().map(|i| format!("    {},\n", inline(i))).collect();
                    self.pair(key, &format!("[\n{}  ]", lines.concat()));
                }
                _ => self.pair(key, &inline(value)),
            }
        }
    }
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { format!("{value:.0}") } else { format!("{value:?}") }
}

/// A value on one line.
fn inline(value: &Json) -> String {
    match value {
        Json::String(text) => quoted(text),
        Json::Number(n) => n.as_f64().map_or_else(|| n.to_string(), number),
        Json::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Json::Object(map) => braces(map),
        Json::Bool(flag) => flag.to_string(),
        Json::Null => "{}".into(),
    }
}

fn braces(map: &Map<String, Json>) -> String {
    if map.is_empty() {
        return "{}".into();
    }
    let pairs: Vec<String> = map.iter().map(|(key, value)| format!("{key} = {}", inline(value))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::process::{difference, lint, merge_into, template};

    fn with_needs() -> Process {
        let need = |id: &str, name: &str| Need { id: id.into(), name: name.into(), evidence: "In 3 of 4.".into() };
        let mut process = template();
        process.stages[3].content = vec![need("testimonial", "Testimonial: \"it works\"")];
        process.stages[3].questions = vec![need("budget", "Who pays?"), need("when", "By when?")];
        process
    }

    #[test]
    fn what_a_stage_needs_is_written_and_read_back() {
        let process = with_needs();
        let text = to_toml(&process);
        assert!(text.contains("[[stages.content]]") && text.contains("[[stages.questions]]"), "{text}");
        assert_eq!(parse(&text), Ok(process.clone()));
        let json = serde_json::to_value(&process).map(|json| parse_json(&json));
        assert!(json.is_ok_and(|read| read == Ok(process.clone())));
        let merged = merge_into(&format!("# ours\n{}", to_toml(&template())), &process);
        assert!(merged.starts_with("# ours\n"), "{merged}");
        assert_eq!(parse(&merged), Ok(process.clone()));
        let said = difference(&template(), &process);
        assert_eq!(said.len(), 3, "{said:?}");
        assert!(said[1].contains("the question “Who pays?” was added"), "{said:?}");
    }

    #[rstest]
    #[case("budget", "Who pays?", "P103")]
    #[case("Not short", "Who pays?", "P104")]
    #[case("other", " ", "P105")]
    fn flaws_of_what_a_stage_needs(#[case] id: &str, #[case] name: &str, #[case] code: &str) {
        let mut process = with_needs();
        process.stages[3].questions[1] = Need { id: id.into(), name: name.into(), evidence: String::new() };
        let found = lint(&process, None);
        assert!(found.iter().any(|f| f.code == code && f.path.starts_with("stages[3]")), "{found:?}");
    }
}
