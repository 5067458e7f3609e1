//! Reads the data sets for the tests: only as much CSV as they need.

use std::{collections::HashMap, convert::Infallible};

use model::{
    Outcome, Side, Timestamp,
    event::kind,
    fact::{DealFact, EventFact, FactSink},
};
use serde_json::Value;

use crate::log::{EventLog, EventLogBuilder};

fn shared(path: &str) -> String {
    let path = format!("{}/../../../shared/data/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

pub(super) fn truth(path: &str) -> Value {
    serde_json::from_str(&shared(path)).unwrap()
}

/// Rows by column name; cells have no quotes in these files.
fn rows(path: &str, delimiter: char) -> Vec<HashMap<String, String>> {
    let text = shared(path);
    let mut lines = text.lines().map(|l| l.split(delimiter).map(str::to_owned).collect::<Vec<_>>());
    let header = lines.next().unwrap();
    lines.map(|cells| header.iter().cloned().zip(cells).collect()).collect()
}

/// `2017-03-01`, `2022-01-06T11:47:02`, or with an offset.
pub(super) fn time(text: &str) -> Option<Timestamp> {
    let text = text.replace(' ', "T");
    match text.len() {
        0 => None,
        10 => format!("{text}T00:00:00Z").parse().ok(),
        19 => format!("{text}Z").parse().ok(),
        _ => text.parse().ok(),
    }
}

pub(super) fn event<'a>(deal: &'a str, at: Option<Timestamp>, kind: &'a str, activity: &'a str) -> EventFact<'a> {
    EventFact { deal, at, kind, activity, stage: None, side: Side::Unknown, actor: None, attributes: &[], key: None }
}

fn sure<T>(done: Result<T, Infallible>) -> T {
    match done {
        Ok(done) => done,
    }
}

/// The Maven set, joined as an import would: team from the manager, sector from the account.
pub(super) fn maven() -> EventLog {
    let lookup = |path: &str, key: &str| -> HashMap<String, HashMap<String, String>> {
        rows(path, ',').into_iter().map(|row| (row[key].clone(), row)).collect()
    };
    let teams = lookup("maven-crm/sales_teams.csv", "sales_agent");
    let accounts = lookup("maven-crm/accounts.csv", "account");
    let mut builder = EventLogBuilder::default();
    for row in rows("maven-crm/sales_pipeline.csv", ',') {
        let key = row["opportunity_id"].as_str();
        let (engaged, closed) = (time(&row["engage_date"]), time(&row["close_date"]));
        let (stage, outcome) = match row["deal_stage"].as_str() {
            "Won" => ("Engaging", Outcome::Won),
            "Lost" => ("Engaging", Outcome::Lost),
            open => (open, Outcome::Open),
        };
        let team = &teams[&row["sales_agent"]];
        let sector = accounts.get(&row["account"]).map_or("", |a| a["sector"].as_str());
        let fields = [
            ("owner", row["sales_agent"].as_str()),
            ("product", &row["product"]),
            ("account", &row["account"]),
            ("value", &row["close_value"]),
            ("team", &team["manager"]),
            ("regional_office", &team["regional_office"]),
            ("sector", sector),
        ];
        let fields: Vec<(&str, &str)> = fields.into_iter().filter(|f| !f.1.is_empty()).collect();
        sure(builder.deal(DealFact {
            key,
            fields: &fields,
            created: engaged,
            closed,
            outcome: Some(outcome),
            stage: None,
            modified: None,
        }));
        sure(builder.event(EventFact { stage: Some(stage), ..event(key, engaged, kind::STAGE, stage) }));
        match outcome {
            Outcome::Won => sure(builder.event(event(key, closed, kind::WON, "Won"))),
            Outcome::Lost => sure(builder.event(event(key, closed, kind::LOST, "Lost"))),
            Outcome::Open => {}
        }
    }
    builder.finish()
}

/// The generated history: deals, stage changes and touchpoints. Events of a deal come before the deal.
pub(super) fn sample() -> EventLog {
    let mut builder = EventLogBuilder::default();
    for row in rows("sample-history/events.csv", ',') {
        let activity = row["activity"].as_str();
        let known = model::event::touchpoints().iter().find(|t| t.label == activity).map(|t| t.kind);
        let kind = match (row["type"].as_str(), activity) {
            ("stage", "Closed Won") => kind::WON,
            ("stage", "Closed Lost") => kind::LOST,
            ("stage", _) => kind::STAGE,
            ("touch", "Demo attended") => "meeting.attended",
            ("touch", "Email received") => "email.received",
            ("touch", "Email sent") => "email.sent",
            ("touch", _) => known.unwrap_or(kind::ACTIVITY),
            (other, _) => panic!("type {other}"),
        };
        let side = match row["actor"].as_str() {
            "prospect" => Side::Prospect,
            "rep" => Side::Rep,
            _ => Side::Unknown,
        };
        let fact = event(&row["deal_id"], time(&row["timestamp"]), kind, activity);
        let along = [("participants", row["participants"].as_str())];
        let attributes = if along[0].1.is_empty() { &[] } else { along.as_slice() };
        let (stage, actor) = (Some(row["stage"].as_str()), Some(row["owner"].as_str()));
        sure(builder.event(EventFact { stage, side, actor, attributes, ..fact }));
    }
    for row in rows("sample-history/deals.csv", ',') {
        let outcome = match row["outcome"].as_str() {
            "won" => Outcome::Won,
            "lost" => Outcome::Lost,
            _ => Outcome::Open,
        };
        let fields: Vec<(&str, &str)> = [
            ("owner", "owner"),
            ("source", "source"),
            ("persona", "persona"),
            ("industry", "industry"),
            ("region", "region"),
            ("value", "amount"),
            ("discount_pct", "discount_pct"),
        ]
        .into_iter()
        .map(|(name, column)| (name, row[column].as_str()))
        .collect();
        let (created, closed) = (time(&row["created_at"]), time(&row["closed_at"]));
        let fact = DealFact {
            key: &row["deal_id"],
            fields: &fields,
            created,
            closed,
            outcome: Some(outcome),
            stage: None,
            modified: None,
        };
        sure(builder.deal(fact));
    }
    builder.finish()
}

/// A plain event log.
pub(super) fn running_example() -> EventLog {
    let mut builder = EventLogBuilder::default();
    for row in rows("logs/running_example.csv", ';') {
        let fact = event(&row["case_id"], time(&row["timestamp"]), kind::ACTIVITY, &row["activity"]);
        sure(builder.event(fact));
    }
    builder.finish()
}

/// `[{"from", "to", "count"}]` or `[[from, to, count]]` as a map's moves, sorted.
pub(super) fn moves(list: &Value) -> Vec<(String, String, u64)> {
    let one = |entry: &Value| {
        let at = |i: usize, name: &str| if entry.is_array() { entry[i].clone() } else { entry[name].clone() };
        let text = |value: Value| value.as_str().unwrap().to_owned();
        (text(at(0, "from")), text(at(1, "to")), at(2, "count").as_u64().unwrap())
    };
    let mut moves: Vec<_> = list.as_array().unwrap().iter().map(one).collect();
    moves.sort();
    moves
}

pub(super) fn moves_of(map: &crate::discover::ProcessMap) -> Vec<(String, String, u64)> {
    let mut moves: Vec<_> = map.edges.iter().map(|e| (e.from.clone(), e.to.clone(), e.count)).collect();
    moves.sort();
    moves
}

pub(super) fn near(found: Option<f64>, expected: &Value, tolerance: f64) {
    let (found, expected) = (found.unwrap(), expected.as_f64().unwrap());
    assert!((found - expected).abs() <= tolerance * expected.abs().max(1.0), "{found} is not {expected}");
}
