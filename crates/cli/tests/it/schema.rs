//! The contract of `discovery.json`.

use serde_json::Value;

use crate::{discovered, shared, stagecraft};

fn schema(of: &str) -> Value {
    let output = stagecraft(["schema", of]);
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn what_is_written_obeys_the_schema_that_is_printed() {
    let schema = schema("discovery");
    let validator = jsonschema::validator_for(&schema).unwrap();
    for file in ["logs/running_example.csv", "maven-crm/sales_pipeline.csv"] {
        let found = discovered(&[shared(file)]);
        let flaws: Vec<String> = validator.iter_errors(&found).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert_eq!(flaws, Vec::<String>::new(), "{file}");
    }
    assert!(!validator.is_valid(&serde_json::json!({"schema": "one"})));
}

#[test]
fn schemas_say_what_they_are() {
    assert_eq!(schema("process")["$id"], "urn:stagecraft:process");
    assert_eq!(schema("api")["openapi"], "3.1.0");
}
