//! Rules that a process silences, with a reason.

use serde_json::Value as Json;

use super::rule;
use crate::process::{Finding, Level, Process, Silence};

/// Leaves out what is silenced, and adds what is wrong with the silences themselves.
pub(super) fn apply(process: &Process, findings: Vec<Finding>) -> Vec<Finding> {
    let whole = if findings.is_empty() { Json::Null } else { serde_json::to_value(process).unwrap_or_default() };
    let placed: Vec<Finding> = findings.into_iter().map(|f| Finding { at: ids(&whole, &f.path), ..f }).collect();
    let silenced = |f: &Finding| f.level != Level::Error && process.silence.iter().any(|s| reaches(s, f));
    let mut kept: Vec<Finding> = placed.iter().filter(|f| !silenced(f)).cloned().collect();
    for (i, silence) in process.silence.iter().enumerate() {
        let flaw = match rule(&silence.rule) {
            None => Some(format!("there is no rule {}", silence.rule)),
            Some(rule) if rule.level == Level::Error => {
                Some(format!("{} is an error: it cannot be silenced, only mended", silence.rule))
            }
            Some(_) if silence.reason.trim().is_empty() => Some(format!(
                "say why {} does not hold here: `reason = \"…\"`; until then it is not silenced",
                silence.rule
            )),
            Some(_) if !placed.iter().any(|f| reaches(silence, f)) => {
                Some(format!("{} finds nothing here any more; this silence can go", silence.rule))
            }
            Some(_) => None,
        };
        if let Some(message) = flaw {
            let path = format!("silence[{i}]");
            kept.push(Finding::new(Level::Warning, "P141", path, message));
        }
    }
    kept
}

/// True if the silence is about this finding.
fn reaches(silence: &Silence, finding: &Finding) -> bool {
    let below = || finding.at.strip_prefix(&silence.at).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    silence.rule == finding.code && !silence.reason.trim().is_empty() && (silence.at.is_empty() || below())
}

/// A path with ids instead of places: `stages[2].exit[0].event.kind` → `presenting.exit.demo-attended`. What stands in a
/// list of the process itself begins with the list's name, but for stages: `personas.owner`.
fn ids(process: &Json, path: &str) -> String {
    let (mut value, mut found) = (process, Vec::new());
    for part in path.split('.') {
        let (key, place) = part.split_once('[').map_or((part, None), |(key, place)| (key, Some(place)));
        let Some(inner) = value.get(key) else { break };
        let Some(row) = place.and_then(|p| inner.get(p.trim_end_matches(']').parse::<usize>().ok()?)) else { break };
        let Some(id) = row.get("id").and_then(Json::as_str) else { break };
        if key != "stages" || !found.is_empty() {
            found.push(key.to_owned());
        }
        found.push(id.to_owned());
        value = row;
    }
    found.join(".")
}
