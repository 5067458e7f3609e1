//! Teams that have words of their own for won and lost.

use model::Outcome;
use rstest::rstest;

use crate::sink::{read, written};

const EVENTS: &str = "case_id,activity,timestamp
a,Visit,2026-01-02T09:00
a,Offer,2026-01-05T09:00
a,Contract signed,2026-01-09T09:00
b,Visit,2026-01-02T09:00
b,Went elsewhere,2026-01-08T09:00
c,Visit,2026-01-03T09:00
";

const LOG: &str = r#"<log>
<trace><string key="concept:name" value="a"/>
 <event><string key="concept:name" value="Visit"/><date key="time:timestamp" value="2026-01-02T09:00:00Z"/></event>
 <event><string key="concept:name" value="Contract signed"/><date key="time:timestamp" value="2026-01-09T09:00:00Z"/></event>
</trace>
<trace><string key="concept:name" value="b"/>
 <event><string key="concept:name" value="Went elsewhere"/><date key="time:timestamp" value="2026-01-08T09:00:00Z"/></event>
</trace></log>"#;

const DEALS: &str = "deal id,deal name,created,stage,closed
a,A,2026-01-02,Contract signed,2026-01-09
b,B,2026-01-02,Went elsewhere,2026-01-08
c,C,2026-01-03,Visit,
";

const HISTORY: &str = "deal id,stage,timestamp
a,Visit,2026-01-02T09:00
a,Contract signed,2026-01-09T09:00
b,Visit,2026-01-02T09:00
b,Went elsewhere,2026-01-08T09:00
";

#[rstest]
#[case::events(&[("events.csv", EVENTS)])]
#[case::log(&[("log.xes", LOG)])]
#[case::history(&[("history.csv", HISTORY)])]
#[case::deals(&[("deals.csv", DEALS)])]
#[case::deals_and_history(&[("deals.csv", DEALS), ("history.csv", HISTORY)])]
fn names_that_close_a_deal_are_asked_for(#[case] files: &[(&str, &str)]) {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let files = written(&bytes);
    let mut plan = import::recognise(&files.sources).unwrap();
    let asks =
        |plan: &import::Plan| plan.questions.iter().any(|q| q.text.contains("was won, and which that it was lost?"));
    assert!(asks(&plan), "{:?}", plan.questions);
    let names = &plan.closings.names;
    assert!(["Contract signed", "Went elsewhere"].iter().all(|name| names.iter().any(|n| n == name)), "{names:?}");

    plan.closings.won = vec!["contract signed".to_owned()];
    plan.closings.lost = vec!["Went elsewhere".to_owned()];
    let plan = import::revise(&files.sources, plan).unwrap();
    assert!(!asks(&plan), "{:?}", plan.questions);
    let (kept, _) = read(&plan, &files.sources).unwrap();
    let closed = |key: &str, kind: &str, outcome| {
        kept.of(key).iter().any(|event| event.kind == kind)
            || kept.deals.iter().any(|deal| deal.key == key && deal.outcome == Some(outcome) && deal.closed.is_some())
    };
    assert!(closed("a", "deal.won", Outcome::Won) && closed("b", "deal.lost", Outcome::Lost), "{kept:?}");
    let stages = kept
        .events
        .iter()
        .filter_map(|event| event.stage.as_deref())
        .chain(kept.deals.iter().filter_map(|deal| deal.stage.as_deref()));
    assert!(stages.clone().all(|stage| stage == "Visit"), "{:?}", stages.collect::<Vec<_>>());
}

#[rstest]
#[case("case_id,activity,timestamp\na,Visit,2026-01-02\na,Won,2026-01-09\n")]
#[case("deal id,stage,created,status\na,Visit,2026-01-02,won\n")]
fn files_with_the_usual_words_raise_no_question(#[case] text: &str) {
    let files = written(&[("file.csv", text.as_bytes())]);
    let plan = import::recognise(&files.sources).unwrap();
    assert!(!plan.questions.iter().any(|q| q.text.contains("won")), "{:?}", plan.questions);
}

#[test]
fn a_name_cannot_mean_both() {
    let files = written(&[("events.csv", EVENTS.as_bytes())]);
    let mut plan = import::recognise(&files.sources).unwrap();
    plan.closings.won = vec!["Offer".to_owned()];
    plan.closings.lost = vec!["offer".to_owned()];
    let error = import::revise(&files.sources, plan).unwrap_err();
    assert!(error.to_string().contains("\"Offer\" is said to mean both won and lost."), "{error}");
}
