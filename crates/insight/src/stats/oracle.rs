//! Reads figures computed with other libraries.

use serde_json::Value;

/// The cases of `shared/oracles/<name>.json` and their tolerance.
pub(crate) fn cases(name: &str) -> (Vec<Value>, f64) {
    let path = format!("{}/../../../shared/oracles/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let file: Value = serde_json::from_str(&text).unwrap();
    let cases = file["cases"].as_array().unwrap().clone();
    assert!(!cases.is_empty());
    (cases, file["tolerance"].as_f64().unwrap())
}

/// Numbers of a list; `null` is not-a-number, `"inf"` infinity.
pub(crate) fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(number).collect()
}

pub(crate) fn number(value: &Value) -> f64 {
    match value {
        Value::Null => f64::NAN,
        Value::String(s) if s == "inf" => f64::INFINITY,
        other => other.as_f64().unwrap(),
    }
}

/// Tolerance is relative above 1, else absolute.
pub(crate) fn assert_near(found: f64, expected: f64, tolerance: f64, what: &str) {
    let same = found == expected || (found.is_nan() && expected.is_nan());
    let near = (found - expected).abs() <= tolerance * expected.abs().max(1.0);
    assert!(same || near, "{what}: {found} is not {expected}");
}
