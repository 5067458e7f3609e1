//! Event logs in XES.

use std::io::Write as _;

use import::ImportError;
use rstest::rstest;

use crate::sink::{all, read, shared, truth, written};

#[rstest]
#[case("logs/running_example.xes", "logs/running_example.truth.json")]
#[case("logs/02_teleclaims.xes.gz", "logs/02_teleclaims.truth.json")]
#[case("logs/03_repairExample.xes.gz", "logs/03_repairExample.truth.json")]
#[case("logs/04_reviewing.xes.gz", "logs/04_reviewing.truth.json")]
fn every_event_of_every_trace_is_read(#[case] log: &str, #[case] expected: &str) {
    let (_, kept, report) = all(&shared(&[log]));
    let truth = truth(expected);
    assert_eq!(kept.events.len() as u64, truth["events"].as_u64().unwrap());
    let mut cases: Vec<&str> = kept.events.iter().map(|e| e.deal.as_str()).collect();
    cases.sort_unstable();
    cases.dedup();
    assert_eq!(cases.len() as u64, truth["cases"].as_u64().unwrap());
    assert_eq!(kept.counts().len() as u64, truth["activities"].as_u64().unwrap());
    assert_eq!(report.rows.rejected, 0);
}

#[test]
fn lifecycle_and_resource_are_kept() {
    let (_, kept, _) = all(&shared(&["logs/03_repairExample.xes.gz"]));
    assert!(kept.events.iter().all(|e| e.attributes.contains_key("lifecycle:transition")));
    assert!(kept.events.iter().any(|e| e.actor.is_some()));
}

const LOG: &str = r#"<?xml version="1.0"?>
<log xmlns="http://www.xes-standard.org/">
 <string key="source" value="made up"/>
 <trace>
  <string key="concept:name" value="A &amp; B"/>
  <string key="industry" value="Health"/>
  <event>
   <string key="concept:name" value="Call"><string key="inner" value="no"/></string>
   <date key="time:timestamp" value="2024-01-01T10:00:00.000+02:00"/>
  </event>
  <event>
   <string key="concept:name" value="Closed Won"/>
   <date key="time:timestamp" value="2024-01-02T10:00:00Z"/>
  </event>
  <event>
   <string key="concept:name" value="Late"/>
  </event>
 </trace>
</log>
"#;

#[rstest]
#[case(false)]
#[case(true)]
fn attributes_of_a_case_become_fields_and_events_without_a_time_are_rejected(#[case] packed: bool) {
    let mut bytes = LOG.as_bytes().to_vec();
    if packed {
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(&bytes).unwrap();
        bytes = encoder.finish().unwrap();
    }
    let (_, kept, _) = all(&written(&[("log.xes", &bytes)]).sources);
    assert_eq!(kept.deal("A & B").fields["industry"], "Health");
    let kinds: Vec<&str> = kept.events.iter().map(|e| e.kind.as_str()).collect();
    assert_eq!(kinds, ["activity", "deal.won"]);
    assert_eq!(kept.events[0].at.unwrap().to_string(), "2024-01-01T08:00:00Z");
    assert!(kept.events[0].attributes.is_empty());
    assert_eq!((kept.rejects[0].line, kept.rejects[0].column.as_str()), (15, "time:timestamp"));
}

#[rstest]
#[case("cut off", &LOG[..LOG.len() - 20], 17)]
#[case("mismatched", "<log>\n<trace>\n</log>", 3)]
fn a_broken_log_names_the_line(#[case] _name: &str, #[case] text: &str, #[case] line: u64) {
    let files = written(&[("log.xes", text.as_bytes())]);
    match import::recognise(&files.sources) {
        Err(error @ ImportError::Xes { .. }) => {
            let message = error.to_string();
            assert!(message.starts_with(&format!("log.xes: line {line}: ")), "{message}");
        }
        other => unreachable!("{other:?}"),
    }
}

#[test]
fn a_log_that_breaks_far_in_fails_when_it_is_read() {
    let trace = &LOG[LOG.find(" <trace>").unwrap()..LOG.find("</log>").unwrap()];
    let text = format!("<log>\n{}<trace>\n", trace.repeat(600));
    let files = written(&[("log.xes", text.as_bytes())]);
    let plan = import::recognise(&files.sources).unwrap();
    let error = read(&plan, &files.sources).unwrap_err();
    assert!(matches!(error, ImportError::Xes { .. }), "{error}");
}
