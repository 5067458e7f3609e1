//! The rules by which leads are assigned.

use std::collections::{HashMap, HashSet};

use insight::select::Selection;
use model::{
    Outcome, Timestamp,
    lead::{AssignmentRules, Tally},
};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::intake::Intake;
use crate::{
    problem::{Answer, Problem},
    routes::users::text,
    state::App,
};

/// The kind of record that the rules are; there is one.
pub const RULES: &str = "lead-rules";
/// Its id.
pub const THE_RULES: Uuid = Uuid::nil();
const MOST_RULES: usize = 100;
const MOST_REPS: usize = 200;
const MOST_VALUES: usize = 500;

/// The rules with their version.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[schema(as = SavedLeadRules)]
pub struct SavedRules {
    /// Counted from 1; 0 before there are any.
    pub version: i64,
    /// The rules.
    #[serde(flatten)]
    pub rules: AssignmentRules,
    /// Who wrote them.
    pub by: Option<String>,
    /// When; turns are counted from then on.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
}

/// Looks rules over.
///
/// # Errors
/// 422 naming the field.
pub fn sound(mut rules: AssignmentRules) -> Answer<AssignmentRules> {
    if rules.rules.len() > MOST_RULES {
        return Err(Problem::field("rules", format!("At most {MOST_RULES} rules, please.")));
    }
    let mut ids = HashSet::new();
    for (at, rule) in rules.rules.iter_mut().enumerate() {
        let of = |name: &str| format!("rules.{at}.{name}");
        rule.name = text(&of("name"), &rule.name)?;
        rule.id = text(&of("id"), &rule.id)?;
        if !ids.insert(rule.id.clone()) {
            return Err(Problem::field(&of("id"), "Another rule has this id."));
        }
        if rule.reps.is_empty() || rule.reps.len() > MOST_REPS {
            return Err(Problem::field(&of("reps"), format!("Name 1 to {MOST_REPS} people who get these leads.")));
        }
        let mut names = HashSet::new();
        for (n, rep) in rule.reps.iter_mut().enumerate() {
            rep.name = text(&of(&format!("reps.{n}.name")), &rep.name)?;
            if !names.insert(rep.name.to_lowercase()) {
                return Err(Problem::field(
                    &of(&format!("reps.{n}.name")),
                    "This person is named already; raise the weight.",
                ));
            }
            if !(1..=100).contains(&rep.weight) {
                return Err(Problem::field(&of(&format!("reps.{n}.weight")), "A weight is 1 to 100."));
            }
        }
        for (n, condition) in rule.when.iter_mut().enumerate() {
            condition.field = text(&of(&format!("when.{n}.field")), &condition.field)?;
            let long = condition.is.iter().any(|value| value.chars().count() > 200);
            if condition.is.is_empty() || condition.is.len() > MOST_VALUES || long {
                let message = format!("Name 1 to {MOST_VALUES} values of at most 200 characters.");
                return Err(Problem::field(&of(&format!("when.{n}.is")), message));
            }
        }
    }
    Ok(rules)
}

impl App {
    /// The rules as they are.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn lead_rules(&self) -> Answer<SavedRules> {
        let Some(record) = self.store.record(RULES, THE_RULES).await? else {
            return Ok(SavedRules { version: 0, rules: AssignmentRules::default(), by: None, at: None });
        };
        let rules = serde_json::from_value(record.content).unwrap_or_default();
        Ok(SavedRules { version: record.version, rules, by: record.by, at: Some(record.at) })
    }

    /// What leads on their way in are shared out by now.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn intake(&self) -> Answer<Intake> {
        let saved = self.lead_rules().await?;
        let today = self.work().await?.day(self.now());
        let tally = if saved.rules.rules.is_empty() { Tally::default() } else { self.tally(&saved).await? };
        Ok(Intake::new(saved.rules, tally, today))
    }

    async fn tally(&self, saved: &SavedRules) -> Answer<Tally> {
        let mut tally = Tally::default();
        let names: HashMap<String, &str> =
            saved.rules.rules.iter().flat_map(|r| &r.reps).map(|r| (r.name.to_lowercase(), r.name.as_str())).collect();
        for (rule, owner, n) in self.store.leads_by_rule(saved.at.unwrap_or_default()).await? {
            if let Some(name) = names.get(&owner) {
                tally.given.insert((rule, (*name).to_owned()), n);
            }
        }
        let [_, _, owners] = self.store.lead_values().await?;
        tally.load.extend(owners.into_iter().filter(|(owner, _)| !owner.is_empty()));
        // While the log is being read, leads alone count.
        let deals = self.on_log(|log| {
            let open = Selection { outcome: vec![Outcome::Open], ..Selection::default() };
            let mut by: HashMap<String, u64> = HashMap::new();
            for owner in open.deals(log).into_iter().filter_map(|deal| log.owner(deal)) {
                *by.entry(owner.trim().to_lowercase()).or_default() += 1;
            }
            by
        });
        for (owner, n) in deals.await.unwrap_or_default() {
            *tally.load.entry(owner).or_default() += n;
        }
        Ok(tally)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use rstest::rstest;
    use serde_json::json;

    use super::*;

    #[rstest]
    #[case(json!([{"id": "a", "name": "A", "sharing": "round-robin", "reps": [{"name": "Ann"}]}]), None)]
    #[case(json!([{"id": "a", "name": " ", "sharing": "round-robin", "reps": [{"name": "Ann"}]}]), Some("rules.0.name"))]
    #[case(json!([{"id": "a", "name": "A", "sharing": "round-robin", "reps": []}]), Some("rules.0.reps"))]
    #[case(json!([{"id": "a", "name": "A", "sharing": "least-load", "reps": [{"name": "Ann"}, {"name": "ann"}]}]),
        Some("rules.0.reps.1.name"))]
    #[case(json!([{"id": "a", "name": "A", "sharing": "least-load", "reps": [{"name": "Ann", "weight": 0}]}]),
        Some("rules.0.reps.0.weight"))]
    #[case(json!([{"id": "a", "name": "A", "sharing": "least-load", "reps": [{"name": "Ann"}],
        "when": [{"field": "country", "is": []}]}]), Some("rules.0.when.0.is"))]
    fn what_a_rule_needs(#[case] rules: serde_json::Value, #[case] fault: Option<&str>) {
        let rules: AssignmentRules = serde_json::from_value(json!({ "rules": rules })).unwrap();
        let found = sound(rules).err().map(|problem| problem.errors[0].field.clone());
        assert_eq!(found.as_deref(), fault);
    }
}
