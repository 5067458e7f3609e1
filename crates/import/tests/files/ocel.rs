//! Object-centric event logs (OCEL 2.0 JSON).

use std::io::Write as _;

use import::{ImportError, plan::Format};
use rstest::rstest;

use crate::sink::{Kept, all, read, written};

const LOG: &str = include_str!("../data/sales.ocel.json");

fn taken(text: &str) -> (import::Plan, Kept, import::Report) {
    all(&written(&[("sales.json", text.as_bytes())]).sources)
}

fn told(kept: &Kept, deal: &str) -> Vec<(String, String, Option<String>)> {
    let mut events: Vec<_> = kept
        .of(deal)
        .iter()
        .map(|e| (e.kind.clone(), e.activity.clone(), e.at.map(|t| t.to_string()[..10].to_owned())))
        .collect();
    events.sort_by(|a, b| a.2.cmp(&b.2));
    events
}

#[rstest]
#[case("as it is", false)]
#[case("compressed", true)]
fn opportunities_are_the_deals_and_what_is_related_is_joined(#[case] _name: &str, #[case] packed: bool) {
    let bytes = if packed {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(LOG.as_bytes()).unwrap();
        encoder.finish().unwrap()
    } else {
        LOG.as_bytes().to_vec()
    };
    let (plan, kept, report) = all(&written(&[("sales.json", &bytes)]).sources);
    assert!(matches!(&plan.files[0].format, Format::Ocel { object_type, .. } if object_type == "Opportunity"));
    assert!(plan.questions.is_empty(), "{:?}", plan.questions);
    let deal = kept.deal("o1");
    let field = |name: &str| deal.fields.get(name).map(String::as_str);
    assert_eq!(
        (field("account"), field("industry"), field("value"), field("region")),
        (Some("Hooli"), Some("Health"), Some("900.5"), Some("West"))
    );
    assert_eq!((field("owner"), field("product")), (Some("anna"), Some("i1")));
    assert_eq!(
        (deal.outcome, deal.closed.unwrap().to_string()),
        (Some(model::Outcome::Won), "2024-02-01T00:00:00Z".to_owned())
    );
    let expected = [
        ("stage.entered", "Discovery", "2024-01-01"),
        ("call", "Call", "2024-01-02"),
        ("person.added", "Person added", "2024-01-02"),
        ("stage.entered", "Proposal", "2024-01-08"),
        ("demo", "Demo", "2024-01-09"),
        ("deal.changed", "Changed", "2024-01-20"),
        ("deal.won", "Closed Won", "2024-02-01"),
    ];
    let found = told(&kept, "o1");
    assert_eq!(
        found.iter().map(|(_, a, t)| (a.as_str(), t.as_deref().unwrap())).collect::<Vec<_>>(),
        expected.map(|(_, a, t)| (a, t))
    );
    assert!(expected.iter().zip(&found).all(|((kind, ..), found)| found.0.starts_with(kind)), "{found:?}");
    let call = kept.of("o1").into_iter().find(|e| e.activity == "Call").unwrap();
    assert_eq!((call.actor.as_deref(), call.attributes["minutes"].as_str()), (Some("anna"), "12"));
    let person = kept.events.iter().find(|e| e.kind == "person.added").unwrap();
    assert_eq!((person.attributes["name"].as_str(), person.attributes["role"].as_str()), ("Petra", "decision maker"));
    assert_eq!(report.rows.rejected, 2);
}

#[test]
fn an_event_of_two_deals_is_told_of_both_and_keys_stay_apart() {
    let (_, kept, report) = taken(LOG);
    let demos: Vec<_> = kept.events.iter().filter(|e| e.activity == "Demo").collect();
    assert_eq!(
        demos.iter().map(|e| (e.deal.as_str(), e.key.as_deref().unwrap())).collect::<Vec<_>>(),
        [("o1", "e2@o1"), ("o2", "e2@o2")]
    );
    assert_eq!(
        kept.rejects.iter().map(|r| (r.line, r.column.as_str(), r.value.as_str())).collect::<Vec<_>>(),
        [(16, "time", "soon"), (17, "time", "")]
    );
    assert!(
        report.notes.iter().any(|n| n.contains("2 events concern no object of the type \"Opportunity\"")),
        "{:?}",
        report.notes
    );
    assert!(report.notes.iter().any(|n| n.contains("1 objects have no id")), "{:?}", report.notes);
}

#[test]
fn another_type_can_be_chosen_and_a_type_without_a_telling_name_is_asked_about() {
    let text = LOG.replace("Opportunity", "Thing");
    let files = written(&[("sales.json", text.as_bytes())]);
    let mut plan = import::recognise(&files.sources).unwrap();
    let Format::Ocel { object_type, object_types } = plan.files[0].format.clone() else { unreachable!() };
    assert_eq!((object_type.as_str(), object_types.len()), ("Thing", 5));
    assert!(
        plan.questions.iter().any(|q| q.text.contains("the type \"Thing\"") && q.text.contains("Customer")),
        "{:?}",
        plan.questions
    );
    plan.files[0].format = Format::Ocel { object_type: "Item".to_owned(), object_types: Vec::new() };
    let plan = import::revise(&files.sources, plan).unwrap();
    let (kept, _) = read(&plan, &files.sources).unwrap();
    assert_eq!(kept.of("i1").iter().map(|e| e.activity.as_str()).collect::<Vec<_>>(), ["Demo", "Stocktaking"]);
    let mut plan = plan;
    plan.files[0].format = Format::Ocel { object_type: "Nothing".to_owned(), object_types: Vec::new() };
    let error = import::revise(&files.sources, plan).unwrap_err().to_string();
    assert!(error.contains("no objects of the type \"Nothing\"; choose one of"), "{error}");
}

#[rstest]
#[case("cut off", LOG[..LOG.len() / 2].to_owned(), "the file ends in the middle")]
#[case("not a list", "{\"objectTypes\": [], \"events\": {}, \"objects\": []}".to_owned(), "invalid type: map, expected a list")]
#[case("no objects", "{\"eventTypes\": [], \"events\": [{\"id\":\"1\"}]}".to_owned(), "it has no objects")]
#[case("no events", "{\"objectTypes\": [], \"events\": [], \"objects\": [{\"id\":\"1\",\"type\":\"deal\"}]}".to_owned(), "no row follows")]
#[case("first version", "{\"ocel:global-log\": {}, \"ocel:events\": {}}".to_owned(), "OCEL 1.0")]
#[case("nested deep", format!("{{\"objectTypes\": {}", "[".repeat(1_000_000)), "the file ends in the middle")]
#[case("endless", format!("{{\"objectTypes\": [], \"objects\": [{{\"id\": \"{}\"}}]}}", "x".repeat(30 << 20)), "larger than 16 MiB")]
#[case("other JSON", "{\"deals\": []}".to_owned(), "this is a JSON document")]
fn a_log_that_cannot_be_read_says_why(#[case] _name: &str, #[case] text: String, #[case] message: &str) {
    let files = written(&[("sales.json", text.as_bytes())]);
    let error = import::recognise(&files.sources).unwrap_err();
    let says = error.to_string();
    assert!(says.starts_with("sales.json: ") && says.contains(message), "{says}");
    assert!(!matches!(error, ImportError::Plan { .. }));
}

#[test]
fn odd_values_are_taken_as_far_as_they_go() {
    let text = r#"{"objectTypes":[],"objects":[{"id":7,"type":"deal","attributes":[{"name":"x","value":{"a":1}},{"name":"y","value":true},{"name":"z","value":null},{"value":3}]}],
      "events":[{"id":1,"type":"Call","time":"2024-01-01","relationships":[{"objectId":7},{}],"attributes":[{"name":"n","value":" "},{"name":"n","value":"1"},{"name":"n","value":"2"}]}]}"#;
    let (_, kept, _) = taken(text);
    assert_eq!((kept.events[0].deal.as_str(), kept.events[0].attributes["n"].as_str()), ("7", "2"));
    assert_eq!(kept.deal("7").fields["y"], "true");
}
