//! Reasons and pain points that were recorded with the deals.

use std::collections::{BTreeMap, HashMap};

use model::Outcome;

use super::{Reason, Reasons, WonLost, attributes::fields, history::History};
use crate::{log::Field, select::Selection};

/// Attributes whose name has one of these words hold reasons.
const WORDS: [&str; 8] = ["reason", "why", "pain", "objection", "competitor", "challenge", "trigger", "motivation"];
/// Reasons listed, at most.
const LISTED: usize = 20;

/// True if an attribute of this name holds reasons.
pub(super) fn is_reason(name: &str) -> bool {
    let name = name.to_lowercase();
    WORDS.iter().any(|word| name.contains(word))
}

/// What the attributes that hold reasons say.
pub(super) fn reasons(history: &History<'_>) -> Vec<Reasons> {
    let named = fields(history.log).iter().filter(|f| is_reason(&f.name));
    named.map(|f| of_field(history, f)).filter(|r| r.given > 0).collect()
}

/// Texts that differ in capitals, spaces or punctuation at the end are one.
fn normal(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ").trim_end_matches(['.', '!', ';', ',', ' ']).to_owned()
}

fn of_field(history: &History<'_>, field: &Field) -> Reasons {
    let mut by_text: HashMap<String, BTreeMap<&str, WonLost>> = HashMap::new();
    for (deal, won) in history.deals.iter().zip(&history.won) {
        let Some(text) = field.value(*deal) else { continue };
        let counts = by_text.entry(normal(text)).or_default().entry(text).or_default();
        *(if *won { &mut counts.won } else { &mut counts.lost }) += 1;
    }
    by_text.remove("");
    let mut values: Vec<Reason> = by_text.values().map(|spellings| reason(&field.name, spellings)).collect();
    let given = values.iter().map(|r| r.deals.closed()).sum();
    let distinct = values.len() as u64;
    values.sort_by(|a, b| b.deals.closed().cmp(&a.deals.closed()).then_with(|| a.text.cmp(&b.text)));
    values.truncate(LISTED);
    Reasons { field: field.name.clone(), given, values, distinct }
}

fn reason(field: &str, spellings: &BTreeMap<&str, WonLost>) -> Reason {
    let most = spellings.iter().max_by_key(|(text, n)| (n.closed(), std::cmp::Reverse(**text)));
    let deals =
        spellings.values().fold(WonLost::default(), |sum, n| WonLost { won: sum.won + n.won, lost: sum.lost + n.lost });
    let texts = spellings.keys().map(|t| (*t).to_owned()).collect();
    Reason {
        text: most.map_or_else(String::new, |(text, _)| (*text).to_owned()),
        deals,
        selection: Selection {
            fields: BTreeMap::from([(field.to_owned(), texts)]),
            outcome: vec![Outcome::Won, Outcome::Lost],
            ..Selection::default()
        },
    }
}
