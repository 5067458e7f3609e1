//! Event logs that keep to the standard in part only, or are made to do harm.

use std::io::Write as _;

use import::plan::Meaning;
use rstest::rstest;

use crate::sink::{Kept, all, read, written};

fn log(inner: &str) -> String {
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<log xes.version=\"2.0\">\n{inner}\n</log>\n")
}

fn event(name: &str, day: u8) -> String {
    format!(
        "<event><string key=\"concept:name\" value=\"{name}\"/><date key=\"time:timestamp\" value=\"2024-01-{day:02}T10:00:00Z\"/></event>"
    )
}

fn taken(text: &str) -> Kept {
    all(&written(&[("log.xes", text.as_bytes())]).sources).1
}

fn refused(bytes: &[u8]) -> String {
    let files = written(&[("log.xes", bytes)]);
    match import::recognise(&files.sources) {
        Err(error) => error.to_string(),
        Ok(plan) => read(&plan, &files.sources).unwrap_err().to_string(),
    }
}

fn packed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn an_event_without_a_case_is_told_and_the_rest_is_taken() {
    let kept =
        taken(&log(&format!("{}\n<trace>{}</trace>\n{}", event("Lost one", 1), event("Call", 2), event("Other", 3))));
    assert_eq!(kept.events.iter().map(|e| e.activity.as_str()).collect::<Vec<_>>(), ["Call"]);
    assert_eq!(kept.rejects.iter().map(|r| r.line).collect::<Vec<_>>(), [3, 5]);
    assert!(kept.rejects[0].reason.contains("outside of every trace"), "{}", kept.rejects[0].reason);
}

#[test]
fn cases_without_a_name_are_numbered_and_one_event_is_a_case() {
    let kept = taken(&log(&format!("<trace>{}</trace><trace>{}</trace>", event("A", 1), event("B", 2))));
    assert_eq!(kept.events.iter().map(|e| e.deal.as_str()).collect::<Vec<_>>(), ["case 1", "case 2"]);
}

#[test]
fn unknown_extensions_nested_attributes_and_containers_are_no_trouble() {
    let kept = taken(&log(r#"<extension name="Sales" prefix="sales" uri="http://nowhere.invalid/sales.xesext"/>
        <global scope="event"><string key="concept:name" value="__INVALID__"/><string key="org:role" value="nobody"/></global>
        <trace><string key="concept:name" value="D1"/><float key="sales:amount" value="12.5"/><string key="Owner" value="Ann"/>
        <event><string key="concept:name" value="Call"><string key="inner" value="1"><int key="deeper" value="2"/></string></string>
        <date key="time:timestamp" value="2024-01-01T10:00:00+02:00"/><string key="org:resource" value="Ben"/>
        <list key="cost:drivers"><values><float key="x" value="1"/></values></list>
        <container key="c"><string key="y" value="2"/></container>
        <float key="cost:total" value="7.5"/><string key="cost:currency" value="EUR"/><string key="note" value="__INVALID__"/>
        <boolean key="ok" value="true"/><id key="id" value="abc"/></event></trace>"#));
    let event = &kept.events[0];
    assert_eq!((event.actor.as_deref(), event.at.unwrap().to_string().as_str()), (Some("Ben"), "2024-01-01T08:00:00Z"));
    let attributes: Vec<(&str, &str)> = event.attributes.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    assert_eq!(attributes, [("cost:currency", "EUR"), ("cost:total", "7.5"), ("id", "abc"), ("ok", "true")]);
    let deal = kept.deal("D1");
    assert_eq!((deal.fields["owner"].as_str(), deal.fields["sales:amount"].as_str()), ("Ann", "12.5"));
}

#[test]
fn a_name_given_twice_counts_once() {
    let kept = taken(&log(
        r#"<trace><string key="concept:name" value="D"/><string key="a" value="1"/><string key="a" value="2"/>
        <event><string key="concept:name" value="Call"/><date key="time:timestamp" value="2024-01-01"/>
        <string key="b" value="1"/><string key="b" value=" "/><string key="b" value="3"/></event></trace>"#,
    ));
    assert_eq!(kept.deal("D").fields["a"], "2");
    assert_eq!(kept.events[0].attributes["b"], "3");
}

#[test]
fn without_the_standard_s_names_the_classifier_and_the_types_decide() {
    let text = log(r#"<classifier name="Step" keys="step lifecycle:transition"/>
        <trace><string key="concept:name" value="D"/>
        <event><string key="lifecycle:transition" value="complete"/><string key="step" value="Call"/><date key="when" value="2024-01-01T00:00:00Z"/></event>
        <event><string key="lifecycle:transition" value="complete"/><string key="step" value="Demo"/><date key="when" value="2024-01-02T00:00:00Z"/></event></trace>"#);
    let files = written(&[("log.xes", text.as_bytes())]);
    let (plan, kept, _) = all(&files.sources);
    assert!(plan.files[0].columns.iter().any(|c| c.name == "step" && c.meaning == Meaning::Activity));
    assert_eq!(kept.events.iter().map(|e| e.activity.as_str()).collect::<Vec<_>>(), ["Call", "Demo"]);
}

#[test]
fn a_time_without_a_zone_is_in_the_zone_of_the_plan() {
    let text = log(
        r#"<trace><event><string key="concept:name" value="Call"/><date key="time:timestamp" value="2024-07-01T12:00:00.000"/></event></trace>"#,
    );
    let files = written(&[("log.xes", text.as_bytes())]);
    let mut plan = import::recognise(&files.sources).unwrap();
    plan.zone = "Europe/Berlin".to_owned();
    let (kept, _) = read(&plan, &files.sources).unwrap();
    assert_eq!(kept.events[0].at.unwrap().to_string(), "2024-07-01T10:00:00Z");
}

fn accents(encoding: &str) -> String {
    log(&format!("<trace>{}</trace>", event("Rückruf", 1))).replace("UTF-8", encoding)
}

fn utf16(text: &str, little: bool, mark: bool) -> Vec<u8> {
    let signs = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
    signs.flat_map(|sign| if little { sign.to_le_bytes() } else { sign.to_be_bytes() }).collect()
}

fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

#[rstest]
#[case("UTF-8", accents("UTF-8").into_bytes(), false)]
#[case("UTF-8 with mark", [b"\xef\xbb\xbf".as_slice(), accents("UTF-8").as_bytes()].concat(), false)]
#[case("UTF-16 with mark", utf16(&accents("UTF-16"), true, true), false)]
#[case("UTF-16, big end first, no mark", utf16(&accents("UTF-16"), false, false), false)]
#[case("Latin 1", latin(&accents("ISO-8859-1")), false)]
#[case("says UTF-8, is Latin 1", latin(&accents("UTF-8")), true)]
#[case("says UTF-16, is UTF-8", accents("UTF-16").into_bytes(), false)]
fn encodings_are_understood(#[case] _name: &str, #[case] bytes: Vec<u8>, #[case] noted: bool) {
    for bytes in [packed(&bytes), bytes] {
        let files = written(&[("log.xes", &bytes)]);
        let (_, kept, report) = all(&files.sources);
        assert_eq!(kept.events[0].activity, "Rückruf");
        assert_eq!(!report.notes.is_empty(), noted, "{:?}", report.notes);
    }
}

#[rstest]
#[case(
    "entity bomb",
    "<?xml version=\"1.0\"?>\n<!DOCTYPE log [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n<log><trace><string key=\"x\" value=\"&b;\"/></trace></log>".to_owned(),
    "line 2: broken XES: it declares a document type"
)]
#[case("external entity", "<!DOCTYPE log SYSTEM \"file:///etc/passwd\"><log/>".to_owned(), "it declares a document type")]
#[case("unknown entity", log("<trace><string key=\"x\" value=\"&b;\"/></trace>"), "line 3: broken XES: ")]
#[case("nested deep", log(&"<trace>".repeat(1_000_000)), "nested more than 256 deep")]
#[case("two logs", format!("{0}<log></log>", log(&format!("<trace>{}</trace>", event("A", 1)))), "a second <log> begins")]
#[case("no event", log("<trace/>"), "no row follows")]
#[case("no key", log("<trace><string value=\"1\"/></trace>"), "an attribute without key or value")]
#[case("text only", "<log".to_owned(), "log.xes: ")]
#[case("endless tag", log(&format!("<trace><string key=\"x\" value=\"{}\"/></trace>", "x".repeat(40 << 20))), "longer than 16 MiB")]
#[case("endless text", log(&"x".repeat(40 << 20)), "longer than 16 MiB")]
#[case(
    "names without end",
    log(&format!("<trace>{}</trace>", (0..20_000).map(|n| format!("<string key=\"k{n}\" value=\"1\"/>")).collect::<String>())),
    "more than 10000 different names"
)]
fn what_would_do_harm_is_refused(#[case] _name: &str, #[case] text: String, #[case] message: &str) {
    let error = refused(text.as_bytes());
    assert!(error.starts_with("log.xes: ") && error.contains(message), "{error}");
    assert!(error.len() < 600, "{} bytes: {error}", error.len());
    let error = refused(&packed(text.as_bytes()));
    assert!(error.contains(message), "{error}");
}

#[rstest]
#[case("cut off", |b: &mut Vec<u8>| b.truncate(b.len() / 2), "it is cut off; the first ")]
#[case("checksum", |b: &mut Vec<u8>| { let n = b.len(); b[n - 6] ^= 1 }, "its checksum is wrong")]
#[case("damaged", |b: &mut Vec<u8>| b[200..260].fill(0x55), "it is damaged")]
#[case("no contents", |b: &mut Vec<u8>| b.truncate(10), "it is cut off; the first 0 bytes")]
fn a_damaged_compressed_file_says_what_is_wrong(
    #[case] _name: &str,
    #[case] harm: fn(&mut Vec<u8>),
    #[case] message: &str,
) {
    let trace: String = (0..4000)
        .map(|n| format!("<trace><string key=\"n\" value=\"{}\"/>{}</trace>", n * 7919, event("A", 1)))
        .collect();
    let mut bytes = packed(log(&trace).as_bytes());
    harm(&mut bytes);
    let error = refused(&bytes);
    assert!(error.starts_with("log.xes: the compressed file cannot be read: ") && error.contains(message), "{error}");
}

#[test]
fn what_follows_the_compressed_part_is_left_out() {
    let mut bytes = packed(log(&format!("<trace>{}</trace>", event("A", 1))).as_bytes());
    bytes.extend_from_slice(&[0; 512]);
    assert_eq!(all(&written(&[("log.xes.gz", &bytes)]).sources).1.events.len(), 1);
}

#[test]
fn several_compressed_parts_are_one_file() {
    let text = log(&format!("<trace>{}</trace>", event("A", 1)));
    let (a, b) = text.as_bytes().split_at(60);
    let bytes = [packed(a), packed(b)].concat();
    assert_eq!(all(&written(&[("log.xes.gz", &bytes)]).sources).1.events.len(), 1);
}
