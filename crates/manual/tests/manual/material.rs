//! What manuals are made of in these tests.

use insight::{
    discover::{Discovery, MapView},
    measure::{TimeInStage, WinRateOverTime},
};
use manual::{Manual, PriceRow, Sources, WrittenPage, assemble};
use model::{Timestamp, ids::PageId, process};
use serde_json::{Value, json};

/// Owned material for [`Sources`].
pub struct Material {
    pub title: String,
    pub company: String,
    pub editor: Option<String>,
    pub process: Option<process::Process>,
    pub discovery: Discovery,
    pub map: MapView,
    pub time_in_stage: TimeInStage,
    pub win_rate: WinRateOverTime,
    pub prices: Vec<PriceRow>,
    pub written: Vec<WrittenPage>,
}

impl Material {
    pub fn manual(&self) -> Manual {
        assemble(&Sources {
            title: &self.title,
            company: &self.company,
            editor: self.editor.as_deref(),
            date: at("2017-12-31T12:30:00Z"),
            process: self.process.as_ref(),
            process_version: Some(2),
            discovery: &self.discovery,
            map: &self.map,
            time_in_stage: &self.time_in_stage,
            win_rate: &self.win_rate,
            prices: &self.prices,
            currency: "USD",
            written: &self.written,
            metrics: &std::collections::BTreeMap::new(),
            generated_data_note: None,
        })
    }
}

pub fn at(text: &str) -> Timestamp {
    text.parse().expect("a timestamp")
}

pub fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("the shape of the contract")
}

fn none() -> Value {
    json!({"n": 0, "q25": null, "median": null, "q75": null, "mean": null, "min": null, "max": null})
}

fn some(median: f64) -> Value {
    json!({"n": 4, "q25": 1.0, "median": median, "q75": 90.0, "mean": 40.0, "min": 1.0, "max": 99.0})
}

/// Nothing has been imported yet.
pub fn empty() -> Material {
    let map = json!({"nodes": [], "edges": [], "start": {}, "end": {}, "width": 0.0, "height": 0.0});
    let discovery = json!({
        "schema": 1, "as_of": null, "sentence": "",
        "deals": {"total": 0, "won": 0, "lost": 0, "open": 0},
        "win_rate": {"won": 0, "closed": 0, "rate": null, "low": null, "high": null, "method": "wilson-95"},
        "cycle_days": {"won": none(), "lost": none()},
        "value": {"currency": "", "won_total_minor": 0, "open_total_minor": 0, "won": none(), "others": 0},
        "case_seconds": none(), "stages": [], "map": map, "stage_map": map,
        "variants": {"count": 0, "top": []}, "stage_variants": {"count": 0, "top": []},
        "breakdowns": {}, "differences": [],
        "look_back": {"sentence": "", "deals": [], "longest_days": 0.0, "owners": 0},
        "rows": {"read": 0, "imported": 0, "rejected": 0, "duplicates": 0}
    });
    Material {
        title: "Sales manual".into(),
        company: "Acme".into(),
        editor: None,
        process: None,
        discovery: read(discovery),
        map: MapView::default(),
        time_in_stage: read(json!({"as_of": null, "groups": []})),
        win_rate: read(json!({"step": "month", "groups": [], "sentence": ""})),
        prices: Vec::new(),
        written: Vec::new(),
    }
}

/// A few deals; `name` stands wherever data or people give a name.
pub fn small(name: &str) -> Material {
    let mut material = empty();
    let group = |value: &str, won: u64| {
        json!({"value": value, "won": won, "closed": 6, "open": 1, "rate": 0.5, "low": 0.2, "high": 0.8,
            "median_days": 30.0, "won_minor": 120_000, "p_adjusted": 0.4, "supported": won > 3})
    };
    let map = json!({
        "nodes": [
            {"activity": name, "count": 9, "deals": 9, "kind": "stage", "x": 100.0, "y": 50.0},
            {"activity": "Won", "count": 4, "deals": 4, "kind": "won", "x": 340.0, "y": 50.0},
        ],
        "edges": [{"from": name, "to": "Won", "count": 4, "median_seconds": 864_000.0, "mean_seconds": 9.0,
            "points": [[175.0, 50.0], [265.0, 50.0]]}],
        "start": {name: 9}, "end": {"Won": 4}, "width": 440.0, "height": 100.0
    });
    let mut discovery = serde_json::to_value(&material.discovery).expect("JSON");
    discovery["sentence"] = json!(format!("You won 4 of 6 closed deals, {name}."));
    discovery["deals"] = json!({"total": 9, "won": 4, "lost": 2, "open": 3});
    discovery["win_rate"] =
        json!({"won": 4, "closed": 6, "rate": 0.667, "low": 0.3, "high": 0.9, "method": "wilson-95"});
    discovery["cycle_days"]["won"] = some(57.0);
    discovery["stages"] = json!([{"name": name, "entered": 9, "left": 6, "open": 3, "deals": 9, "days": some(12.0),
        "median_days": 12.0, "won_days": some(12.0), "next": {"Won": 4}}]);
    discovery["stage_map"] = map.clone();
    discovery["map"] = map;
    discovery["breakdowns"] =
        json!({"owner": [group(name, 4), group("Ann", 2)], "product": [group("GTXPro", 4), group(name, 1)]});
    discovery["differences"] = json!([{"field": "owner", "values": 2, "p_adjusted": 0.4, "supported": false, "sentence": format!("No difference by {name}.")}]);
    discovery["look_back"] = json!({"sentence": name, "longest_days": 57.0, "owners": 1, "deals": [{
        "id": "0197b0d6-0000-7000-8000-000000000000", "key": "k", "name": name, "account": name, "owner": name, "product": name,
        "value_minor": 100, "outcome": "won", "created": "2017-01-01T00:00:00Z", "closed": "2017-02-27T00:00:00Z", "days": 57.0,
        "marks": [{"day": 0.0, "activity": name, "kind": "stage", "side": "rep"}, {"day": 57.0, "activity": "Won", "kind": "won", "side": "unknown"}]}]});
    material.discovery = read(discovery);
    material.map = laid_out(name);
    material.time_in_stage = read(
        json!({"as_of": null, "groups": [{"value": null, "stages": [{"stage": name, "visits": 9, "ended": 6,
        "censored": 3, "undated": 0, "median_days": 12.0, "low": 5.0, "high": null, "moved_on": 0.1, "lost": 0.2,
        "curve": [{"days": 5.0, "share": 0.6, "low": 0.3, "high": 0.8, "at_risk": 9}, {"days": 12.0, "share": 0.4, "low": 0.1, "high": 0.7, "at_risk": 5}]}]}]}),
    );
    material.win_rate = read(json!({"step": "month", "sentence": name, "groups": [{"value": null, "points": [
        {"from": "2017-01-01T00:00:00Z", "to": "2017-02-01T00:00:00Z", "won": 4, "closed": 6, "rate": 0.667, "low": 0.3, "high": 0.9,
         "won_minor": 4, "median_days": 57.0}]}]}));
    let mut process = process::template();
    process.stages[1].name = name.into();
    process.stages[1].purpose = name.into();
    process.stages[1].evidence = name.into();
    process.stages[1].tasks[0].name = name.into();
    process.stages[1].exit[0].says = name.into();
    material.process = Some(process);
    material.title = name.into();
    material.company = name.into();
    material.editor = Some(name.into());
    let fields =
        vec![("series".into(), "GTX".into()), ("sales_price".into(), "4821".into()), (name.into(), name.into())];
    material.prices =
        vec![PriceRow { key: "GTX Pro".into(), fields: fields.clone() }, PriceRow { key: name.into(), fields }];
    material.written = vec![written("W", name, name, 1.0), written("P", "First things", "Text.", 0.0)];
    material
}

/// A map of two boxes.
fn laid_out(name: &str) -> MapView {
    let node = |activity: &str, kind: &str, y: f64| {
        json!({"activity": activity, "alike": 1, "kind": kind, "count": 9, "deals": 9, "most": 1, "won_deals": 4,
            "lost_deals": 5, "returned": 0, "x": 90.0, "y": y, "width": 150.0, "height": 44.0})
    };
    let part = json!({"shown": 1, "of": 3, "share": 0.8, "least": 0.1});
    read(json!({
        "view": "stages", "both": false, "deals": {"total": 9, "won": 4, "lost": 2, "open": 3}, "activities": part,
        "paths": part, "groups": 2, "grouped": false, "main": [0, 1], "reopened": 0, "width": 180.0, "height": 200.0,
        "nodes": [node(name, "stage", 38.0), node("Won", "won", 142.0)], "label_size": [62.0, 34.0],
        "sentences": [format!("The main way: {name} → Won.")],
        "edges": [{"from": 0, "to": 1, "count": 4, "deals": 4, "most": 1, "won_count": 4, "lost_count": 0, "won_deals": 4,
            "lost_deals": 0, "q25_seconds": 1.0, "median_seconds": 864_000.0, "q75_seconds": 2.0, "mean_seconds": 1.0,
            "won_median_seconds": null, "lost_median_seconds": null, "compared": null, "back": false, "reopens": false,
            "points": [[90.0, 60.0], [90.0, 120.0]], "path": "M90 60L90 120", "label": [90.0, 90.0]}]
    }))
}

pub fn written(section: &str, title: &str, markdown: &str, position: f64) -> WrittenPage {
    WrittenPage {
        id: PageId::of_key(&format!("{section}{position}")),
        section: section.into(),
        title: title.into(),
        markdown: markdown.into(),
        position,
        by: Some("Ann".into()),
        at: at("2017-12-01T00:00:00Z"),
        version: 3,
    }
}
