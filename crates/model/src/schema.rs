//! JSON Schema of any type that the API speaks of.

use serde_json::{Map, Value, json};
use utoipa::{
    ToSchema,
    openapi::{RefOr, schema::Schema},
};

/// The JSON Schema (draft 2020-12) of `T`, complete in itself: the types it uses are under `$defs`.
///
/// `id` becomes part of `$id` (`urn:stagecraft:<id>`), `title` its title. Types come from the same
/// [`ToSchema`] that the OpenAPI document is made from, so the two never differ.
///
/// ```
/// let schema = model::schema::json_schema::<model::Deal>("deal", "A deal");
/// assert_eq!(schema["$id"], "urn:stagecraft:deal");
/// ```
pub fn json_schema<T: ToSchema>(id: &str, title: &str) -> Value {
    let mut parts: Vec<(String, RefOr<Schema>)> = Vec::new();
    T::schemas(&mut parts);
    let mut defs = Map::new();
    for (name, part) in parts {
        defs.insert(name, plain(&part));
    }
    defs.sort_keys();
    let mut schema = Map::new();
    schema.insert("$schema".into(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("$id".into(), json!(format!("urn:stagecraft:{id}")));
    schema.insert("title".into(), json!(title));
    if let Value::Object(body) = plain(&T::schema()) {
        schema.extend(body);
    }
    if !defs.is_empty() {
        schema.insert("$defs".into(), Value::Object(defs));
    }
    Value::Object(schema)
}

fn plain(part: &RefOr<Schema>) -> Value {
    let mut value = serde_json::to_value(part).unwrap_or(Value::Bool(true));
    point_to_defs(&mut value);
    value
}

fn point_to_defs(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map.iter_mut() {
                match inner {
                    Value::String(target) if key == "$ref" => {
                        *target = target.replace("#/components/schemas/", "#/$defs/");
                    }
                    _ => point_to_defs(inner),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(point_to_defs),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::json_schema;
    use crate::{
        calendar::WorkCalendar,
        commission::{Input, Statements},
        process::Process,
        quote::{Quote, Total},
    };

    fn refs(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(map) => {
                for (key, inner) in map {
                    match inner {
                        serde_json::Value::String(target) if key == "$ref" => found.push(target.clone()),
                        _ => refs(inner, found),
                    }
                }
            }
            serde_json::Value::Array(items) => items.iter().for_each(|i| refs(i, found)),
            _ => {}
        }
    }

    #[rstest]
    #[case::process(Process::json_schema(), "Stage")]
    #[case::commission(json_schema::<Input>("", ""), "CommissionTier")]
    #[case::statements(json_schema::<Statements>("", ""), "CommissionPiece")]
    #[case::quote(json_schema::<Quote>("", ""), "QuotePriceTier")]
    #[case::quote_total(json_schema::<Total>("", ""), "QuoteLineTotal")]
    #[case::calendar(json_schema::<WorkCalendar>("", ""), "WorkHoliday")]
    fn every_reference_leads_somewhere(#[case] schema: serde_json::Value, #[case] one: &str) {
        let mut found = Vec::new();
        refs(&schema, &mut found);
        assert!(found.contains(&format!("#/$defs/{one}")), "{found:?}");
        for target in found {
            let name = target.strip_prefix("#/$defs/").unwrap_or("?");
            assert!(schema["$defs"].get(name).is_some(), "{target}");
        }
    }

    #[test]
    fn a_process_has_no_other_fields() {
        let schema = Process::json_schema();
        assert_eq!(schema["additionalProperties"], false);
        assert_eq!(schema["required"][0], "schema");
    }
}
