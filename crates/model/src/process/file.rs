//! `process.toml`: text to process.

use serde_json::Value as Json;
use toml_edit::{Document, Item, TableLike, Value};

use super::{Finding, Level, Process, finding::Places, shape};

/// Bytes of a `process.toml` at most.
pub const LONGEST: usize = 1 << 20;

/// Reads the text of a `process.toml`.
///
/// # Errors
/// Everything that stops the text from being a process, each with line, column and remedy: broken TOML (`P001`),
/// unknown fields (`P002`), wrong types (`P003`), missing fields (`P004`), unknown words (`P005`), criteria without
/// a predicate (`P006`) or with several (`P007`), more text than [`LONGEST`] (`P008`). Flaws of a readable process are
/// found by [`super::lint`].
pub fn parse(text: &str) -> Result<Process, Vec<Finding>> {
    if text.len() > LONGEST {
        let size = text.len() as f64 / f64::from(1 << 20);
        let message =
            format!("the file has {size:.1} MiB; a process file has at most 1 MiB, so this is something else");
        return Err(vec![Finding::new(Level::Error, "P008", "", message).placed(text, 0)]);
    }
    let document = Document::parse(text).map_err(|error| {
        let (message, offset) = match error.message().trim() {
            "recursion limit" => ("tables or lists stand too deep in each other".into(), deep_line(text)),
            said => (format!("this is no TOML: {said}"), error.span().map_or(0, |s| s.start)),
        };
        vec![Finding::new(Level::Error, "P001", "", message).placed(text, offset)]
    })?;
    shape::process(&plain_table(document.as_table())).map_err(|f| Places::of(text, &document).locate(f))
}

/// Where the first line begins that opens more than the reader follows, of which it does not tell the place.
fn deep_line(text: &str) -> usize {
    const DEEP: usize = 80;
    let opens = |line: &str| line.bytes().filter(|b| matches!(b, b'.' | b'[' | b'{')).count() >= DEEP;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if opens(line) {
            return start;
        }
        start += line.len();
    }
    0
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

/// An item as JSON; a date as its text.
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
        Value::Datetime(date) => date.value().to_string().into(),
        Value::Array(items) => items.iter().map(plain_value).collect(),
        Value::InlineTable(table) => plain_table(table),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::process::{Known, Need, difference, lint, merge_into, template, to_toml};

    fn with_needs() -> Process {
        let need = |id: &str, name: &str| Need {
            id: id.into(),
            name: name.into(),
            evidence: "In 3 of 4.".into(),
            ..Need::default()
        };
        let mut process = template();
        process.stages[7].content = vec![need("testimonial", "Testimonial: \"it works\"")];
        process.stages[7].questions = vec![need("budget", "Who pays?"), need("when", "By when?")];
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
        process.stages[7].questions[1] = Need { id: id.into(), name: name.into(), ..Need::default() };
        let found = lint(&process, None, &Known::default());
        assert!(found.iter().any(|f| f.code == code && f.path.starts_with("stages[7]")), "{found:?}");
    }
}
