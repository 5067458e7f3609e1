//! Findings for code reviewers' tools.

use serde_json::{Value, json};

use super::{Finding, Level, lint::rule};

/// Where the rules are explained.
const EXPLAINED: &str = "docs/linter.md";

/// The findings about the file at `uri` as SARIF 2.1.0 (OASIS standard, 2020), as code hosts and editors read it.
pub fn sarif(uri: &str, findings: &[Finding]) -> Value {
    let results: Vec<Value> = findings.iter().map(|f| result(uri, f)).collect();
    let mut codes: Vec<&str> = findings.iter().map(|f| f.code.as_str()).collect();
    codes.sort_unstable();
    codes.dedup();
    let rules: Vec<Value> = codes.iter().map(|code| explained(code)).collect();
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

/// A rule, with what the linter knows of it; of one about reading the id alone.
fn explained(code: &str) -> Value {
    rule(code).map_or_else(
        || json!({ "id": code }),
        |rule| {
            json!({
                "id": code,
                "shortDescription": { "text": rule.title },
                "fullDescription": { "text": rule.why },
                "help": {
                    "text": format!("{}\n\nInstead of:\n\n{}\nBetter:\n\n{}", rule.why, rule.example, rule.fixed),
                    "markdown": format!("See {EXPLAINED}.\n\n```toml\n{}```\n\nBetter:\n\n```toml\n{}```\n", rule.example, rule.fixed),
                },
                "defaultConfiguration": { "level": level(rule.level) },
            })
        },
    )
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "note",
    }
}

fn result(uri: &str, finding: &Finding) -> Value {
    let mut place = json!({ "artifactLocation": { "uri": uri } });
    if let Some((line, column)) = finding.line.zip(finding.column) {
        place["region"] = json!({ "startLine": line, "startColumn": column });
    }
    let name = if finding.at.is_empty() { &finding.path } else { &finding.at };
    json!({
        "ruleId": finding.code,
        "level": level(finding.level),
        "message": { "text": finding.message },
        "locations": [{
            "physicalLocation": place,
            "logicalLocations": [{ "fullyQualifiedName": name }],
        }],
    })
}
