//! The demo's data: figures equal those of pandas.

use serde_json::{Value, json};

use crate::{assert_near, discovered, errors, json as read, root, shared, stagecraft};

fn files() -> Vec<std::path::PathBuf> {
    ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"]
        .map(|name| root().join("demo/maven-crm").join(name))
        .to_vec()
}

#[test]
fn figures_equal_the_truth() {
    let (found, truth) = (discovered(&files()), read(shared("maven-crm/truth.json")));
    assert_eq!(found["schema"], 1);
    assert_eq!(found["deals"], json!({"total": 8800, "won": 4238, "lost": 2473, "open": 2089}));
    assert_near(&found["win_rate"]["rate"], &truth["win_rate_of_closed"], "win rate");
    for q in ["q25", "median", "q75", "mean", "min", "max"] {
        assert_near(&found["cycle_days"]["won"][q], &truth["cycle_days_won"][q], q);
    }
    for q in ["q25", "median", "q75"] {
        assert_near(&found["cycle_days"]["lost"][q], &truth["cycle_days_lost"][q], q);
    }
    assert_near(
        &found["value"]["won_total_minor"],
        &json!(truth["won_value_total"].as_f64().unwrap() * 100.0),
        "value",
    );
    assert_near(&found["value"]["won"]["mean"], &truth["won_value_mean"], "mean value");
    assert_near(&found["value"]["won"]["median"], &truth["won_value_median"], "median value");
    assert_eq!(found["rows"], json!({"read": 8927, "imported": 8927, "rejected": 0, "duplicates": 0, "left_out": 0}));
}

#[test]
fn breakdowns_equal_the_truth() {
    let (found, truth) = (discovered(&files()), read(shared("maven-crm/truth.json")));
    let pairs = [
        ("owner", "win_by_agent"),
        ("manager", "win_by_manager"),
        ("regional_office", "win_by_office"),
        ("product", "win_by_product"),
        ("sector", "win_by_sector"),
    ];
    for (field, name) in pairs {
        let groups = found["breakdowns"][field].as_array().unwrap_or_else(|| panic!("{field} is missing"));
        for (value, counts) in truth[name].as_object().unwrap() {
            let group = groups.iter().find(|g| g["value"] == json!(value)).unwrap_or_else(|| panic!("{value}"));
            assert_eq!((&group["won"], &group["closed"]), (&counts["won"], &counts["closed"]), "{field} {value}");
        }
        let closed: u64 = groups.iter().map(|g| g["closed"].as_u64().unwrap()).sum();
        assert_eq!(closed, 6711, "{field}: every closed deal is in one group");
    }
}

#[test]
fn the_last_ten_won_deals_are_those_of_the_truth() {
    let (found, truth) = (discovered(&files()), read(shared("maven-crm/truth.json")));
    let shown: Vec<&Value> = found["look_back"]["deals"].as_array().unwrap().iter().collect();
    let last_day = &shown[0]["closed"];
    assert_eq!(shown.len(), 10);
    assert!(shown.iter().all(|d| d["outcome"] == "won"));
    // More than ten deals were won on the last day; which of them are shown is nobody's truth, their days are.
    for expected in truth["last_10_won"].as_array().unwrap() {
        if let Some(deal) = shown.iter().find(|d| d["key"] == expected["opportunity_id"]) {
            assert_near(&deal["days"], &expected["days"], "days");
        }
    }
    assert!(shown.iter().all(|d| d["closed"] == *last_day));
}

#[test]
fn what_was_recognised_is_told_printed_and_corrected() {
    let folder = tempfile::tempdir().unwrap();
    let mut arguments: Vec<std::ffi::OsString> = vec!["plan".into()];
    arguments.extend(files().into_iter().map(Into::into));
    let output = stagecraft(&arguments);
    assert!(errors(&output).contains("GTXPro"), "{}", errors(&output));
    let mut plan: Value = serde_json::from_slice(&output.stdout).unwrap();
    let near = &mut plan["joins"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|j| !j["near"].as_array().unwrap().is_empty())
        .unwrap()["near"][0];
    assert_eq!((&near["value"], &near["key"], &near["accepted"]), (&json!("GTXPro"), &json!("GTX Pro"), &json!(true)));
    near["accepted"] = json!(false);
    let corrected = folder.path().join("plan.json");
    std::fs::write(&corrected, plan.to_string()).unwrap();
    arguments[0] = "discover".into();
    arguments.extend(["--json".into(), "--plan".into(), corrected.into()]);
    let output = stagecraft(&arguments);
    assert!(output.status.success(), "{}", errors(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let series = found["breakdowns"]["series"].as_array().unwrap();
    let unknown = series.iter().find(|g| g["value"] == "").unwrap();
    assert_eq!(unknown["closed"], 1147, "GTXPro belongs to no series any more");
}

#[test]
fn three_files_are_written_and_fit_together() {
    let out = tempfile::tempdir().unwrap();
    let mut arguments = vec!["discover".into(), "--out".into(), out.path().as_os_str().to_owned()];
    arguments.extend(files().into_iter().map(Into::into));
    let output = stagecraft(arguments);
    assert!(output.status.success(), "{}", errors(&output));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("You won 63 % of 6,711 closed deals"));
    assert_eq!(read(out.path().join("discovery.json"))["deals"]["won"], 4238);
    let toml = out.path().join("process.toml");
    let checked = stagecraft(["check".as_ref(), toml.as_os_str()]);
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stdout));
    assert!(std::fs::read_to_string(&toml).unwrap().contains("4,238 won deals"), "a figure bears its evidence");
    let pdf = std::fs::read(out.path().join("manual.pdf")).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
}
