//! A changed process written into the text it came from, so that comments and order stay.

use serde_json::{Map, Value as Json};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table};

use super::{Process, file::plain, write::to_toml};

/// The text of `process`, as near to `text` as can be: what did not change keeps its place, its comments and the way
/// it is written; stages, tasks and criteria are known again by their ids. A text that cannot be read as TOML, or
/// whose stages are not written as `[[stages]]`, is replaced by [`to_toml`].
pub fn merge_into(text: &str, process: &Process) -> String {
    let fresh = to_toml(process);
    let (Ok(mut old), Ok(new)) = (text.parse::<DocumentMut>(), fresh.parse::<DocumentMut>()) else { return fresh };
    merge_table(old.as_table_mut(), new.as_table());
    number_tables(old.as_table_mut(), &mut 0);
    let merged = old.to_string();
    if super::parse(&merged).is_ok_and(|p| p == *process) { merged } else { fresh }
}

fn merge_table(old: &mut Table, new: &Table) {
    let gone: Vec<String> = old
        .iter()
        .filter(|(key, item)| !new.contains_key(key) && !is_default(key, &plain(item)))
        .map(|(key, _)| key.to_owned())
        .collect();
    for key in gone {
        old.remove(&key);
    }
    for (key, item) in new.iter() {
        match old.get_mut(key) {
            Some(before) => merge_item(before, item),
            None => {
                let key = new.key(key).cloned().unwrap_or_else(|| key.into());
                old.insert_formatted(&key, item.clone());
            }
        }
    }
}

fn merge_item(old: &mut Item, new: &Item) {
    if same(&plain(old), &plain(new)) {
        return;
    }
    match (old, new) {
        (Item::ArrayOfTables(old), Item::ArrayOfTables(new)) => merge_tables(old, new),
        (Item::Value(old), Item::Value(new)) => {
            let decor = old.decor().clone();
            *old = new.clone();
            *old.decor_mut() = decor;
        }
        (old, new) => *old = new.clone(),
    }
}

fn merge_tables(old: &mut ArrayOfTables, new: &ArrayOfTables) {
    let mut before: Vec<Table> = old.iter().cloned().collect();
    old.clear();
    for table in new.iter() {
        let name = name(table);
        let known = before.iter().position(|t| name.is_some() && self::name(t) == name);
        match known {
            Some(i) => {
                let mut kept = before.remove(i);
                merge_table(&mut kept, table);
                old.push(kept);
            }
            None => old.push(table.clone()),
        }
    }
}

/// By what a table is known again: its id, or the rule that it silences.
fn name(table: &Table) -> Option<&str> {
    table.get("id").or_else(|| table.get("rule")).and_then(Item::as_str)
}

/// Tables are printed by their position: gives every table one in the order of the data.
fn number_tables(table: &mut Table, next: &mut isize) {
    table.set_position(Some(*next));
    *next += 1;
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => number_tables(inner, next),
            Item::ArrayOfTables(inner) => inner.iter_mut().for_each(|t| number_tables(t, next)),
            _ => {}
        }
    }
}

/// True for a value that means the same as its absence, which an author may have written all the same.
fn is_default(key: &str, value: &Json) -> bool {
    match value {
        Json::Bool(flag) => key == "required" && *flag,
        Json::String(text) => text.is_empty() || matches!((key, text.as_str()), ("kind", "open") | ("phase", "before")),
        Json::Array(items) => items.is_empty(),
        _ => false,
    }
}

fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Object(a), Json::Object(b)) => within(a, b) && within(b, a),
        _ => a == b,
    }
}

fn within(a: &Map<String, Json>, b: &Map<String, Json>) -> bool {
    a.iter().all(|(key, value)| b.get(key).map_or_else(|| is_default(key, value), |other| same(value, other)))
}
