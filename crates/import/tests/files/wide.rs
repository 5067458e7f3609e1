//! Event tables without a table of deals beside them, and with one that tells little.

use import::plan::{FileRole, Meaning};
use rstest::rstest;

use crate::sink::{read, written};

/// A table of events that repeats on every row what is true of the deal; of deal 3 the outcome is not known at first.
fn table() -> String {
    let mut text = "deal_id,deal_name,owner,account,region,deal_value,outcome,activity,timestamp,channel\n".to_owned();
    for deal in 0..12 {
        let (owner, region) = if deal % 2 == 0 { ("Ann", "North") } else { ("Bob", "South") };
        let outcome = ["won", "lost", "open"][deal % 3];
        for (step, activity) in ["Visit", "Offer", "Talk"].iter().enumerate() {
            let told = if deal == 3 && step == 0 { "open" } else { outcome };
            let channel = ["on site", "mail"][step % 2];
            text += &format!(
                "D{deal},Deal {deal},{owner},Acc {deal},{region},{}.50,{told},{activity},2026-0{}-{:02}T09:00,{channel}\n",
                1_000 + deal,
                step + 1,
                deal + 1
            );
        }
    }
    text
}

#[test]
fn what_rows_repeat_is_of_the_deal() {
    let files = written(&[("log.csv", table().as_bytes())]);
    let plan = import::recognise(&files.sources).unwrap();
    assert_eq!(plan.questions, []);
    let (kept, _) = read(&plan, &files.sources).unwrap();
    let deal = kept.deal("D3");
    let fields: Vec<(&str, &str)> = deal.fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let told = [("account", "Acc 3"), ("name", "Deal 3"), ("owner", "Bob"), ("region", "South"), ("value", "1003.50")];
    assert_eq!(fields, told);
    assert_eq!((kept.kinds("deal.won"), kept.kinds("deal.lost")), (4, 4));
    let closed = kept.of("D3").into_iter().find(|event| event.kind == "deal.won").unwrap();
    assert_eq!(closed.at.unwrap().to_string(), "2026-03-04T09:00:00Z");
    let visit = kept.of("D3").into_iter().find(|event| event.activity == "Visit").unwrap();
    assert_eq!(visit.attributes.iter().collect::<Vec<_>>(), [(&"channel".to_owned(), &"on site".to_owned())]);
}

#[test]
fn a_closing_that_is_an_event_is_not_told_again() {
    let text =
        "deal_id,outcome,activity,timestamp\na,won,Visit,2026-01-02\na,won,Won,2026-01-09\na,won,Thanks,2026-02-01\n";
    let files = written(&[("log.csv", text.as_bytes())]);
    let plan = import::recognise(&files.sources).unwrap();
    let (kept, _) = read(&plan, &files.sources).unwrap();
    let closings: Vec<_> = kept.events.iter().filter(|event| event.kind == "deal.won").collect();
    assert_eq!(closings.len(), 1, "{closings:?}");
    assert_eq!(closings[0].at.unwrap().to_string(), "2026-01-09T00:00:00Z");
}

#[rstest]
#[case("id,owner,region\na,Ann,North\nb,Bob,South\nc,Ann,North\n", FileRole::Deals)]
#[case("id,owner,region\nx,Ann,North\ny,Bob,South\nz,Ann,North\n", FileRole::Ignored)]
fn a_table_whose_ids_are_those_of_the_events_describes_the_deals(#[case] table: &str, #[case] role: FileRole) {
    let events = "case_id,activity,timestamp\na,Visit,2026-01-02\na,Won,2026-01-09\nb,Visit,2026-01-02\nb,Lost,2026-01-08\nc,Visit,2026-01-03\n";
    let files = written(&[("events.csv", events.as_bytes()), ("customers.csv", table.as_bytes())]);
    let plan = import::recognise(&files.sources).unwrap();
    assert_eq!(plan.files[1].role, role, "{:?}", plan.files[1].columns);
    if role == FileRole::Deals {
        assert!(plan.files[1].columns.iter().any(|c| c.meaning == Meaning::Owner));
        let (kept, _) = read(&plan, &files.sources).unwrap();
        let deal = kept.deal("b");
        assert_eq!((deal.fields["owner"].as_str(), deal.fields["region"].as_str()), ("Bob", "South"));
        assert_eq!((kept.kinds("deal.won"), kept.kinds("deal.lost")), (1, 1));
    }
}

const LOG: &str = r#"<log>
<trace><string key="concept:name" value="a"/><string key="outcome" value="won"/>
 <event><string key="concept:name" value="Visit"/><date key="time:timestamp" value="2026-01-02T09:00:00Z"/></event>
 <event><string key="concept:name" value="Talk"/><date key="time:timestamp" value="2026-01-09T09:00:00Z"/></event>
</trace>
<trace><string key="concept:name" value="b"/><string key="outcome" value="lost"/>
 <event><string key="concept:name" value="Lost"/><date key="time:timestamp" value="2026-01-08T09:00:00Z"/></event>
 <event><string key="concept:name" value="Talk"/><date key="time:timestamp" value="2026-01-09T09:00:00Z"/></event>
</trace></log>"#;

#[test]
fn a_case_that_says_how_it_ended_closes_with_its_last_event() {
    let files = written(&[("log.xes", LOG.as_bytes())]);
    let (kept, _) = read(&import::recognise(&files.sources).unwrap(), &files.sources).unwrap();
    let closed = |kind: &str| -> Vec<String> {
        let of = kept.events.iter().filter(|event| event.kind == kind);
        of.map(|event| format!("{} {}", event.deal, event.at.unwrap())).collect()
    };
    assert_eq!(
        (closed("deal.won"), closed("deal.lost")),
        (vec!["a 2026-01-09T09:00:00Z".to_owned()], vec!["b 2026-01-08T09:00:00Z".to_owned()],)
    );
}
