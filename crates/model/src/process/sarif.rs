//! Findings for code reviewers' tools.

use serde_json::{Value, json};

use super::{Finding, Level};

/// The findings about the file at `uri` as SARIF 2.1.0 (OASIS standard, 2020), as code hosts and editors read it.
pub fn sarif(uri: &str, findings: &[Finding]) -> Value {
    let results: Vec<Value> = findings.iter().map(|f| result(uri, f)).collect();
    let mut codes: Vec<&str> = findings.iter().map(|f| f.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| json!({ "id": code })).collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "stagecraft",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn result(uri: &str, finding: &Finding) -> Value {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    };
    let mut place = json!({ "artifactLocation": { "uri": uri } });
    if let Some((line, column)) = finding.line.zip(finding.column) {
        place["region"] = json!({ "startLine": line, "startColumn": column });
    }
    json!({
        "ruleId": finding.code,
        "level": level,
        "message": { "text": finding.message },
        "locations": [{
            "physicalLocation": place,
            "logicalLocations": [{ "fullyQualifiedName": finding.path }],
        }],
    })
}
