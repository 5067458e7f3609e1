//! Files with one row an event.

use std::collections::BTreeMap;

use import::plan::{FileRole, Meaning};
use model::{Outcome, Side, event::kind};
use rstest::rstest;

use crate::sink::{all, one, shared, truth, written};

#[test]
fn a_plain_log_is_activities_in_order() {
    let (plan, kept, report) = all(&shared(&["logs/running_example.csv"]));
    assert_eq!(plan.files[0].role, FileRole::Events);
    assert_eq!(report.rows.imported, 42);
    assert!(kept.events.iter().all(|e| e.kind == kind::ACTIVITY));
    let first = &kept.events[0];
    assert_eq!((first.deal.as_str(), first.activity.as_str()), ("3", "register request"));
    assert_eq!(first.at.unwrap().to_string(), "2010-12-30T13:32:00Z");
    assert_eq!(first.actor.as_deref(), Some("Pete"));
    assert_eq!(first.attributes, BTreeMap::from([("costs".to_owned(), "50".to_owned())]));
}

#[rstest]
#[case(&["sample-history/events.csv", "sample-history/deals.csv"])]
#[case(&["sample-history/deals.csv", "sample-history/events.csv"])]
fn a_history_beside_its_deals_is_told_once(#[case] files: &[&str]) {
    let (_, kept, report) = all(&shared(files));
    let truth = truth("sample-history/truth.json");
    let expected: BTreeMap<String, usize> = serde_json::from_value(truth["oracle"]["activity_counts"].clone()).unwrap();
    assert_eq!(kept.counts(), expected);
    assert_eq!(report.rows.rejected, 0);
    assert_eq!(kept.deals.len(), 1500);
    assert_eq!((kept.outcomes(Outcome::Won), kept.outcomes(Outcome::Lost)), (436, 999));
    assert_eq!((kept.kinds(kind::WON), kept.kinds(kind::LOST)), (436, 1032));
}

#[test]
fn a_history_alone_says_stages_touches_and_sides() {
    let (_, kept, _) = all(&shared(&["sample-history/events.csv"]));
    let first = kept.of("D00001");
    let told: Vec<(&str, &str, Option<&str>, Side)> =
        first.iter().take(4).map(|e| (e.kind.as_str(), e.activity.as_str(), e.stage.as_deref(), e.side)).collect();
    assert_eq!(
        told,
        [
            ("stage.entered", "Stage: Prospecting", Some("Prospecting"), Side::Rep),
            ("activity", "Inquiry received", Some("Prospecting"), Side::Prospect),
            ("email.sent", "Email sent", Some("Prospecting"), Side::Rep),
            ("activity", "Reply sent", Some("Prospecting"), Side::Rep),
        ]
    );
    assert_eq!(first[0].key.as_deref(), Some("1"));
    let lost = kept.of("D00009").into_iter().find(|e| e.kind == kind::LOST).unwrap();
    assert_eq!((lost.activity.as_str(), lost.stage.as_deref()), ("Closed Lost", Some("Connecting & Qualifying")));
    assert_eq!(kept.deal("D00009").fields["owner"], "Rep 002");
}

#[rstest]
#[case("case_id,activity,timestamp\n", "2020-09-13 12:26:40")]
#[case("case:concept:name,concept:name,time:timestamp\n", "2020-09-13T12:26:40Z")]
#[case("CaseID,Event,Time\n", "13.09.2020 12:26:40")]
#[case("Vorgang,Aktivität,Zeitpunkt\n", "2020-09-13 14:26:40+02:00")]
#[case("case,task,date\n", "1600000000")]
fn columns_go_by_many_names(#[case] header: &str, #[case] at: &str) {
    let rows: String = (0..6).map(|n| format!("C{},Step {},{at}\n", n / 3, n % 3)).collect();
    let (_, kept, _) = one("log.csv", &format!("{header}{rows}"));
    assert_eq!(kept.events.len(), 6);
    assert!(kept.events.iter().all(|e| e.at.unwrap().to_string() == "2020-09-13T12:26:40Z"));
    assert_eq!(kept.of("C1")[2].activity, "Step 2");
}

#[test]
fn won_and_lost_close_even_in_a_plain_log() {
    let text = "case_id,activity,timestamp\nA,Call,2024-01-01\nA,Closed Won,2024-01-02\nB,Call,2024-01-01\nB,verloren,2024-01-03\n";
    let (_, kept, _) = one("log.csv", text);
    let kinds: Vec<&str> = kept.events.iter().map(|e| e.kind.as_str()).collect();
    assert_eq!(kinds, ["activity", "deal.won", "activity", "deal.lost"]);
}

#[test]
fn a_closing_that_the_events_lack_comes_from_the_deals() {
    let events = "deal_id,activity,stage,timestamp\nA,Demo,Demo,2024-01-02\nA,Offer,Offer,2024-01-05\nB,Demo,Demo,2024-01-03\nB,Closed Lost,Demo,2024-01-04 10:00\n";
    let deals = "deal_id,stage,created_at,close_date,outcome\nA,Offer,2024-01-01,2024-01-09,won\nB,Demo,2024-01-01,2024-01-04,lost\n";
    let files = written(&[("events.csv", events.as_bytes()), ("deals.csv", deals.as_bytes())]);
    let (_, kept, _) = all(&files.sources);
    let of = |deal| kept.of(deal).iter().map(|e| (e.kind.clone(), e.activity.clone())).collect::<Vec<_>>();
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(of("A"), [pair("stage.entered", "Demo"), pair("stage.entered", "Offer"), pair("deal.won", "won")]);
    assert_eq!(of("B"), [pair("stage.entered", "Demo"), pair("deal.lost", "Closed Lost")]);
    assert_eq!(kept.deal("B").closed.unwrap().to_string(), "2024-01-04T10:00:00Z");
}

#[test]
fn events_at_one_instant_keep_the_order_of_the_file() {
    let rows: String = ["c", "a", "b"].iter().map(|a| format!("1,{a},2024-01-01 10:00\n")).collect();
    let (_, kept, _) = one("log.csv", &format!("case_id,activity,timestamp\n{rows}2,a,2024-01-01\n"));
    let names: Vec<&str> = kept.events.iter().map(|e| e.activity.as_str()).collect();
    assert_eq!(names, ["c", "a", "b", "a"]);
}

#[test]
fn a_stage_history_without_activities_is_stages() {
    let text = "OpportunityId,StageName,CreatedDate\nX,Demo,2024-01-01T00:00:00.000+0000\nX,Closed Won,2024-01-05T00:00:00.000+0000\nY,Demo,2024-02-01T00:00:00.000+0000\n";
    let (plan, kept, _) = one("history.csv", text);
    assert!(plan.files[0].columns.iter().any(|c| c.meaning == Meaning::Stage));
    let kinds: Vec<&str> = kept.events.iter().map(|e| e.kind.as_str()).collect();
    assert_eq!(kinds, ["stage.entered", "deal.won", "stage.entered"]);
}

#[test]
fn ten_thousand_names_that_differ_in_numbers_are_offered_as_one() {
    let mut text = "case_id,activity,timestamp\n".to_owned();
    for n in 0..10_000 {
        text.push_str(&format!(
            "C{},Call with #{n},2024-01-{:02}\nC{},Order {n} sent,2024-02-01\n",
            n / 4,
            n % 28 + 1,
            n / 4
        ));
    }
    let files = written(&[("log.csv", text.as_bytes())]);
    let mut plan = import::recognise(&files.sources).unwrap();
    assert!(
        plan.questions.iter().any(|q| q.text.contains("without the numbers in them there are 2")),
        "{:?}",
        plan.questions
    );
    plan.files[0].strip_numbers = true;
    let plan = import::revise(&files.sources, plan).unwrap();
    assert_eq!(of_many(&plan), None);
    let (kept, _) = crate::sink::read(&plan, &files.sources).unwrap();
    assert_eq!(
        kept.counts().into_iter().collect::<Vec<_>>(),
        [("Call with #".to_owned(), 10_000), ("Order # sent".to_owned(), 10_000)]
    );
}

/// The question about very many names.
fn of_many(plan: &import::Plan) -> Option<&str> {
    plan.questions.iter().map(|q| q.text.as_str()).find(|text| text.contains("different names"))
}

/// A name of letters alone.
fn word(n: usize) -> String {
    (0..4).map(|at| char::from(b'a' + (n / 26_usize.pow(at) % 26) as u8)).collect()
}

/// Many names without numbers, among them one that is common.
fn name(n: usize) -> String {
    if n.is_multiple_of(3) { "Call".to_owned() } else { word(n) }
}

fn table() -> String {
    let row = |n: usize| format!("C{},{},2024-01-{:02}\n", n / 4, name(n), n % 28 + 1);
    "case_id,activity,timestamp\n".to_owned() + &(0..3_000).map(row).collect::<String>()
}

fn log() -> String {
    let event = |n: usize| {
        let day = n % 28 + 1;
        format!(
            "<event><string key=\"concept:name\" value=\"{}\"/><date key=\"time:timestamp\" value=\"2024-01-{day:02}T00:00:00Z\"/></event>",
            name(n)
        )
    };
    let trace = |c: usize| {
        let events: String = (c * 10..c * 10 + 10).map(event).collect();
        format!("<trace><string key=\"concept:name\" value=\"{c}\"/>{events}</trace>")
    };
    format!("<log>{}</log>", (0..300).map(trace).collect::<String>())
}

#[rstest]
#[case::table("log.csv", table())]
#[case::log("log.xes", log())]
fn many_names_of_which_few_are_common_are_offered_to_keep_these(#[case] name: &str, #[case] text: String) {
    let files = written(&[(name, text.as_bytes())]);
    let mut plan = import::recognise(&files.sources).unwrap();
    let asked = "It has 2001 different names of activities, of which the 50 commonest make up 35 % of the events. Keep these, \
                 and take all others as one, called \"Other\"?";
    assert_eq!(of_many(&plan), Some(asked));
    plan.files[0].rare_as_one = true;
    let plan = import::revise(&files.sources, plan).unwrap();
    assert_eq!((of_many(&plan), plan.files[0].common.len()), (None, 50));
    let counts = crate::sink::read(&plan, &files.sources).unwrap().0.counts();
    assert_eq!((counts.len(), counts["Call"], counts["Other"]), (51, 1_000, 1_951));
}

const OF_CASES: &str = "case:concept:name,concept:name,time:timestamp,org:resource,case:REG_DATE,case:AMOUNT_REQ,case:owner,case:value,costs\n\
173688,A_SUBMITTED,2011-10-01 00:38:44+00:00,112,2011-10-01,20000,Ann,\"1200.5\",50\n\
173688,A_ACCEPTED,2011-10-01 11:42:43+00:00,10862,2011-10-01,20000,Ann,\"1200.5\",60\n\
173691,A_SUBMITTED,2011-10-01 08:08:58+00:00,112,2011-10-02,5000,Ben,,50\n\
173691,A_DECLINED,2011-10-01 09:08:58+00:00,112,2011-10-02,5000,Ben,,\n";

#[rstest]
#[case::of_pm4py(OF_CASES.to_owned())]
#[case::of_disco(OF_CASES.replace("case:concept:name", "Case ID").replace(",case:", ",(case) ").replace("concept:name", "Activity").replace("time:timestamp", "Complete Timestamp").replace("org:resource", "Resource"))]
fn attributes_of_the_case_are_of_the_deal(#[case] text: String) {
    let (_, kept, report) = one("log.csv", &text);
    assert_eq!((report.rows.imported, report.rows.rejected, kept.deals.len()), (4, 0, 2));
    let deal = kept.deal("173688");
    let of_deal: Vec<_> = deal.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(of_deal, [("AMOUNT_REQ", "20000"), ("REG_DATE", "2011-10-01"), ("owner", "Ann"), ("value", "1200.5")]);
    assert!(!kept.deal("173691").fields.contains_key("value"));
    let event = &kept.of("173688")[0];
    let of_event: Vec<_> = event.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!((of_event.as_slice(), event.actor.as_deref()), ([("costs", "50")].as_slice(), Some("112")));
}

#[test]
fn beside_deals_attributes_of_the_case_stay_with_the_events() {
    let deals = "deal_id,stage,created_at,owner\n173688,Won,2011-10-01,Ann\n173691,Lost,2011-10-01,Ben\n";
    let files = written(&[("log.csv", OF_CASES.as_bytes()), ("deals.csv", deals.as_bytes())]);
    let (_, kept, _) = all(&files.sources);
    assert_eq!(kept.deals.len(), 2);
    assert_eq!(kept.of("173688")[0].attributes["AMOUNT_REQ"], "20000");
}

#[test]
fn the_running_example_keeps_costs_with_the_events() {
    let text = "case_id;activity;timestamp;costs;resource\n\
3;register request;2010-12-30 14:32:00+01:00;50;Pete\n3;examine casually;2010-12-30 15:06:00+01:00;400;Mike\n\
2;register request;2010-12-30 11:32:00+01:00;50;Mike\n2;decide;2011-01-05 11:22:00+01:00;200;Sara\n";
    let (plan, kept, report) = one("running-example.csv", text);
    assert_eq!((plan.files[0].role, report.rows.imported, report.rows.rejected), (FileRole::Events, 4, 0));
    let first = kept.of("3")[0];
    assert_eq!(
        (first.activity.as_str(), first.actor.as_deref(), first.attributes["costs"].as_str()),
        ("register request", Some("Pete"), "50")
    );
    assert_eq!(first.at.unwrap().to_string(), "2010-12-30T13:32:00Z");
    assert!(kept.deals.iter().all(|deal| deal.fields.is_empty()));
}
