//! Process to text.

use serde_json::{Map, Value as Json};
use toml_edit::Value;

use super::Process;

/// The text of a process: readable, and the same for the same process. [`super::parse`] reads it back.
pub fn to_toml(process: &Process) -> String {
    let mut text = String::new();
    if let Ok(Json::Object(process)) = serde_json::to_value(process) {
        table(&mut text, &process, "", "");
    }
    text
}

/// Plain values first, then what stands in tables of its own, each list under its name.
fn table(text: &mut String, of: &Map<String, Json>, path: &str, indent: &str) {
    for (key, value) in of {
        match value {
            Json::Array(items) if items.is_empty() && !is_test(key) => {}
            _ if rows(key, value).is_some() => {}
            Json::Array(items) if is_test(key) && !items.is_empty() => {
                let lines: String = items.iter().map(|item| format!("{indent}  {},\n", inline(item))).collect();
                text.push_str(&format!("{indent}{key} = [\n{lines}{indent}]\n"));
            }
            value => text.push_str(&format!("{indent}{key} = {}\n", inline(value))),
        }
    }
    let (deeper, dot) = if path.is_empty() { (String::new(), "") } else { (format!("{indent}  "), ".") };
    for (key, value) in of {
        for row in rows(key, value).into_iter().flatten() {
            let path = format!("{path}{dot}{key}");
            text.push_str(&format!("\n{deeper}[[{path}]]\n"));
            table(text, row, &path, &deeper);
        }
    }
}

/// The rows of a list of tables.
fn rows<'a>(key: &str, value: &'a Json) -> Option<Vec<&'a Map<String, Json>>> {
    let items = value.as_array().filter(|items| !items.is_empty() && !is_test(key))?;
    items.iter().map(Json::as_object).collect()
}

/// True for a list of predicates.
fn is_test(key: &str) -> bool {
    matches!(key, "all" | "any")
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 { format!("{value:.0}") } else { format!("{value:?}") }
}

/// A value on one line, but for text that has several.
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
    let pairs: Vec<String> = map.iter().map(|(key, value)| format!("{} = {}", name(key), inline(value))).collect();
    format!("{{ {} }}", pairs.join(", "))
}

/// A key as TOML writes it: bare, or quoted where it has other letters.
fn name(key: &str) -> String {
    toml_edit::Key::new(key).display_repr().into_owned()
}
