use model::{Outcome, Timestamp, fact::Rows, process};
use serde_json::Value;

use super::data::{maven, near, time, truth};
use crate::{
    discover::{Back, Discovery, discover, look_back, propose},
    log::EventLog,
    measure::{Period, Step, conversion, flow, time_in_stage, win_rate},
    select::Selection,
};

fn found() -> (EventLog, Discovery, Value) {
    let log = maven();
    let found = discover(&log, &Selection::default(), Rows::default());
    (log, found, truth("maven-crm/truth.json"))
}

#[test]
fn headline_figures() {
    let (_, found, truth) = found();
    let count = |name: &str| truth[name].as_u64().unwrap();
    assert_eq!(found.deals.total, count("opportunities"));
    assert_eq!((found.deals.won, found.deals.lost), (count("won"), count("lost")));
    near(found.win_rate.rate, &truth["win_rate_of_closed"], 1e-12);
    near(found.cycle_days.won.q25, &truth["cycle_days_won"]["q25"], 1e-12);
    near(found.cycle_days.won.median, &truth["cycle_days_won"]["median"], 1e-12);
    near(found.cycle_days.won.q75, &truth["cycle_days_won"]["q75"], 1e-12);
    near(found.cycle_days.won.mean, &truth["cycle_days_won"]["mean"], 1e-12);
    near(found.cycle_days.won.min, &truth["cycle_days_won"]["min"], 1e-12);
    near(found.cycle_days.won.max, &truth["cycle_days_won"]["max"], 1e-12);
    near(found.cycle_days.lost.q25, &truth["cycle_days_lost"]["q25"], 1e-12);
    near(found.cycle_days.lost.median, &truth["cycle_days_lost"]["median"], 1e-12);
    near(found.cycle_days.lost.q75, &truth["cycle_days_lost"]["q75"], 1e-12);
    near(Some(found.value.won_total_minor as f64 / 100.0), &truth["won_value_total"], 1e-12);
    near(found.value.won.mean, &truth["won_value_mean"], 1e-12);
    near(found.value.won.median, &truth["won_value_median"], 1e-12);
    assert_eq!(found.sentence, "You won 63 % of 6,711 closed deals; half of the won ones took 57 days or less.");
    assert_eq!(found.as_of, time("2017-12-31"));
}

#[test]
fn breakdowns_equal_the_truth() {
    let (_, found, truth) = found();
    for (field, name) in [
        ("owner", "win_by_agent"),
        ("team", "win_by_manager"),
        ("regional_office", "win_by_office"),
        ("product", "win_by_product"),
        ("sector", "win_by_sector"),
    ] {
        let groups = &found.breakdowns[field];
        let expected = truth[name].as_object().unwrap();
        assert_eq!(groups.iter().filter(|g| !g.value.is_empty() && g.closed > 0).count(), expected.len(), "{field}");
        for (value, counts) in expected {
            let group = groups.iter().find(|g| g.value == *value).unwrap();
            assert_eq!(
                (group.won, group.closed),
                (counts["won"].as_u64().unwrap(), counts["closed"].as_u64().unwrap())
            );
        }
        assert!(found.differences.iter().any(|d| d.field == field && !d.sentence.is_empty()), "{field}");
    }
}

#[test]
fn stages_and_maps() {
    let (_, found, truth) = found();
    let names: Vec<(&str, u64, u64, u64)> =
        found.stages.iter().map(|s| (s.name.as_str(), s.entered, s.left, s.open)).collect();
    let open = |stage: &str| truth["by_stage"][stage].as_u64().unwrap();
    assert_eq!(names, [("Prospecting", 500, 0, open("Prospecting")), ("Engaging", 8300, 6711, open("Engaging"))]);
    assert_eq!(found.map, found.stage_map);
    let counts: Vec<(&str, u64)> = found.map.edges.iter().map(|e| (e.to.as_str(), e.count)).collect();
    assert_eq!(counts, [("Won", 4238), ("Lost", 2473)]);
    assert_eq!(found.variants.count, 4);
}

#[test]
fn the_last_ten_won() {
    let (log, found, truth) = found();
    let expected = truth["last_10_won"].as_array().unwrap();
    assert_eq!(found.look_back.deals.len(), expected.len());
    for (deal, expected) in found.look_back.deals.iter().zip(expected) {
        assert_eq!(deal.key, expected["opportunity_id"].as_str().unwrap());
        assert_eq!(deal.owner.as_deref(), expected["sales_agent"].as_str());
        near(deal.days, &expected["days"], 1e-12);
        near(deal.value_minor.map(|v| v as f64 / 100.0), &expected["close_value"], 1e-12);
    }
    let lost = look_back(&log, &Selection::default(), Back { n: 3, outcome: Some(Outcome::Lost), spread: false });
    assert!(lost.deals.iter().all(|d| d.outcome == Outcome::Lost) && lost.deals.len() == 3);
}

fn at(text: &str) -> Timestamp {
    time(text).unwrap()
}

#[test]
fn win_rate_by_month_and_flow() {
    let (log, _, truth) = found();
    let all = win_rate(&log, &Selection::default(), None, Step::Month, None);
    let months = truth["closed_per_month"].as_object().unwrap();
    assert_eq!(all.groups[0].points.len(), months.len());
    for point in &all.groups[0].points {
        let month = &months[&point.from.strftime("%Y-%m").to_string()];
        let (won, lost) = (month["won"].as_u64().unwrap(), month["lost"].as_u64().unwrap());
        assert_eq!((point.won, point.closed), (won, won + lost));
    }
    for (month, engaged) in truth["engaged_per_month"].as_object().unwrap() {
        let from = at(&format!("{month}-01"));
        let to = if month == "2016-12" { at("2017-01-01") } else { next_month(from) };
        let flow = flow(&log, &Selection::default(), Period { from, to }, None);
        let engaging = flow.groups[0].stages.iter().find(|s| s.stage == "Engaging").unwrap();
        assert_eq!(engaging.entered, engaged.as_u64().unwrap(), "{month}");
        for s in &flow.groups[0].stages {
            assert_eq!(s.at_start + s.entered, s.moved_on + s.won + s.lost + s.at_end, "{month} {}", s.stage);
        }
        let closed = months.get(month).map_or(0, |m| m["won"].as_u64().unwrap());
        assert_eq!(engaging.won, closed, "{month}");
    }
    let by_team =
        flow(&log, &Selection::default(), Period { from: at("2017-01-01"), to: at("2018-01-01") }, Some("team"));
    assert_eq!(by_team.groups.len(), 6);
    assert_eq!(by_team.rows().rows.len(), 12);
}

fn next_month(from: Timestamp) -> Timestamp {
    let text = from.strftime("%Y-%m").to_string();
    let (year, month) = text.split_once('-').unwrap();
    let (year, month): (i32, u32) = (year.parse().unwrap(), month.parse().unwrap());
    at(&if month == 12 { format!("{}-01-01", year + 1) } else { format!("{year}-{:02}-01", month + 1) })
}

#[test]
fn time_in_stage_counts_open_deals_as_censored() {
    let (log, _, truth) = found();
    let times = time_in_stage(&log, &Selection::default(), None);
    let [prospecting, engaging] = &times.groups[0].stages[..] else { panic!("{:?}", times.groups[0].stages) };
    assert_eq!((prospecting.visits, prospecting.undated), (0, 500));
    assert_eq!((engaging.visits, engaging.ended, engaging.censored), (8300, 6711, 1589));
    let closed = Selection { outcome: vec![Outcome::Won], ..Selection::default() };
    let won = time_in_stage(&log, &closed, None);
    near(won.groups[0].stages[0].median_days, &truth["cycle_days_won"]["median"], 1e-12);
    assert!(engaging.median_days > won.groups[0].stages[0].median_days);
    assert!(engaging.low <= engaging.median_days && engaging.median_days <= engaging.high);
    assert!(engaging.curve.len() <= 200);
}

#[test]
fn conversion_from_engaging_to_won() {
    let (log, found, _) = found();
    let all = conversion(&log, &Selection::default(), None, None);
    let step = all.groups[0].steps.iter().find(|s| s.from == "Engaging" && s.to == "Won").unwrap();
    assert_eq!((step.entered, step.reached, step.lost, step.open), (8300, 4238, 2473, 1589));
    assert_eq!((step.rate, step.median_days), (found.win_rate.rate, Some(57.0)));
    assert!(step.adjacent);
}

#[test]
fn the_proposal_is_sound() {
    let (log, ..) = found();
    let proposal = propose(&log, &Selection::default());
    let process = &proposal.process;
    let findings = process::lint(process, None, &process::Known::default());
    assert!(!process::has_errors(&findings), "{findings:?}");
    assert_eq!(process::parse(&process::to_toml(process)).as_ref(), Ok(process));
    let engaging = process.stage_of("Engaging").unwrap();
    assert_eq!((engaging.id.as_str(), engaging.target_days), ("connecting-and-qualifying", Some(88.0)));
    assert_eq!(
        engaging.evidence,
        "4,238 won deals left Engaging after 57 days (median; quartiles 9–88); the target is the upper quartile."
    );
    assert!(engaging.exit.iter().all(|c| c.evidence == "No touchpoints in this data, so untested."));
    assert!(proposal.notes.iter().any(|n| n.contains("“Engaging”")), "{:?}", proposal.notes);
}

#[test]
fn selections_count_what_the_figures_say() {
    let (log, found, _) = found();
    let count = |s: Selection| s.deals(&log).len() as u64;
    for group in &found.breakdowns["sector"] {
        let fields = [("sector".to_owned(), vec![group.value.clone()])].into();
        assert_eq!(count(Selection { fields, ..Selection::default() }), group.closed + group.open, "{}", group.value);
    }
    for edge in &found.map.edges {
        let moved = Some((edge.from.clone(), edge.to.clone()));
        assert_eq!(count(Selection { moved, ..Selection::default() }), edge.count);
    }
    for variant in &found.variants.top {
        assert_eq!(count(Selection { variant: Some(variant.path.clone()), ..Selection::default() }), variant.count);
    }
    let (created_from, created_to) = (Some(at("2017-10-01")), Some(at("2017-11-01")));
    assert_eq!(count(Selection { created_from, created_to, ..Selection::default() }), 761);
    assert_eq!(
        count(Selection { text: Some("groovestREET".into()), outcome: vec![Outcome::Won], ..Selection::default() }),
        {
            let won = log.all().filter(|d| log.outcome(*d) == Outcome::Won);
            won.filter(|d| log.account(*d) == Some("Groovestreet")).count() as u64
        }
    );
}
