//! Parquet: the files of `data/parquet` are made by `make.py` beside them, with CSV files that say the same.

use std::{fs, path::PathBuf};

use import::{
    ImportError, Plan, Source,
    plan::{FileRole, Format, Meaning},
};
use rstest::rstest;

use crate::sink::{Kept, all, read, written};

fn path(name: &str) -> PathBuf {
    format!("{}/tests/data/parquet/{name}", env!("CARGO_MANIFEST_DIR")).into()
}

fn sources(names: &[&str]) -> Vec<Source> {
    names.iter().map(|name| Source::new(*name, path(name))).collect()
}

/// What was read, without the names of the files.
fn facts(kept: &Kept) -> (String, Vec<(u64, String)>) {
    let rejects = kept.rejects.iter().map(|r| (r.line, r.reason.clone())).collect();
    (format!("{:#?}\n{:#?}", kept.events, kept.deals), rejects)
}

fn meanings(plan: &Plan) -> Vec<(FileRole, Vec<(String, Meaning)>)> {
    let of = |c: &import::plan::ColumnPlan| (c.name.clone(), c.meaning.clone());
    plan.files.iter().map(|f| (f.role, f.columns.iter().map(of).collect())).collect()
}

#[rstest]
#[case::snappy("events.parquet")]
#[case::none("events-none.parquet")]
#[case::gzip("events-gzip.parquet")]
#[case::zstd("events-zstd.parquet")]
#[case::lz4("events-lz4.parquet")]
#[case::without_dictionaries_in_pages_of_version_2("events-delta.parquet")]
#[case::int96("events-int96.parquet")]
fn events_are_those_of_the_same_csv(#[case] name: &str) {
    let (plan, kept, report) = all(&sources(&[name]));
    let (same, text, _) = all(&sources(&["events.csv"]));
    assert_eq!(meanings(&plan), meanings(&same));
    assert_eq!(facts(&kept), facts(&text));
    assert_eq!((kept.events.len() as u64, report.rows.imported), (140, 140));
    assert_eq!(report.notes, Vec::<String>::new());
    let first = kept.of("D001")[0];
    assert_eq!(first.at.unwrap().to_string(), "2026-01-06T09:30:00.25Z");
    assert_eq!((first.attributes["amount"].as_str(), kept.deal("D001").fields["source"].as_str()), ("1000.00", "fair"));
    assert_eq!(kept.of("D000")[0].actor.as_deref(), Some("Zoë Ångström"));
}

#[test]
fn deals_are_those_of_the_same_csv() {
    let (plan, kept, _) = all(&sources(&["deals.parquet"]));
    let (same, text, _) = all(&sources(&["deals.csv"]));
    assert_eq!(plan.files[0].role, FileRole::Deals);
    assert_eq!(meanings(&plan), meanings(&same));
    assert_eq!(facts(&kept), facts(&text));
    assert_eq!(kept.deals.len(), 30);
    let deal = kept.deal("3");
    assert_eq!(deal.created.unwrap().to_string(), "2026-01-04T00:00:00Z");
    assert_eq!(deal.closed.unwrap().to_string(), "2026-03-04T08:15:00Z");
    assert_eq!((deal.fields["value"].as_str(), deal.fields["account"].as_str()), ("3001.5", "Müller & Söhne"));
}

#[test]
fn every_kind_of_value_becomes_text_and_the_rest_is_told() {
    let (plan, _, report) = all(&sources(&["kinds.parquet"]));
    let file = &plan.files[0];
    let cells = |name: &str| {
        let at = file.columns.iter().position(|c| c.name == name).unwrap();
        file.sample.iter().map(|row| row[at].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(cells("timestamp"), ["2026-03-31T14:30:15.25", "2026-04-01T14:30:15.25", "2026-04-02T14:30:15.25"]);
    assert_eq!(cells("utc"), ["2026-03-31T14:30:15.25Z", "", "2026-03-31T14:30:15.25Z"]);
    assert_eq!(cells("midnight"), ["2026-03-31"; 3]);
    assert_eq!(cells("before"), ["1969-12-31T23:59:59.999"; 3]);
    assert_eq!(cells("day"), ["1960-02-29", "", "2026-03-31"]);
    assert_eq!(cells("time"), ["14:30:15.25"; 3]);
    assert_eq!(cells("small"), ["-128", "0", "127"]);
    assert_eq!(cells("unsigned"), ["4294967295", "0", "1"]);
    assert_eq!(cells("wide"), ["18446744073709551615", "0", "1"]);
    assert_eq!(cells("single"), ["0.1", "2", ""]);
    assert_eq!(cells("double"), ["0.1", "1000000000000000", ""]);
    assert_eq!(cells("half"), ["0.5", "2", ""]);
    assert_eq!(cells("exact"), ["-0.05", "12.30", ""]);
    assert_eq!(cells("big"), ["-1234567890123456789012345678.91"; 3]);
    assert_eq!(cells("whole"), ["1200"; 3]);
    assert_eq!(cells("binary"), ["Grüße", "\u{fffd}", ""]);
    assert_eq!(cells("nothing"), ["", "", ""]);
    assert_eq!(file.format, Format::Parquet { skipped: vec!["tags".to_owned(), "person".to_owned()] });
    assert_eq!(
        report.notes,
        [
            "kinds.parquet: 1 characters are not in the file's encoding; check names with accents.",
            "kinds.parquet: columns that hold lists, records or binary data are not read: tags, person.",
        ]
    );
}

#[test]
fn a_plan_can_leave_columns_out_and_choose_a_zone() {
    let files = sources(&["kinds.parquet"]);
    let mut plan = import::recognise(&files).unwrap();
    plan.zone = "Europe/Berlin".to_owned();
    for column in plan.files[0].columns.iter_mut().filter(|c| c.name == "big" || c.name == "utc") {
        column.meaning = Meaning::Ignored;
    }
    let text = serde_json::to_string(&plan).unwrap();
    let plan = import::revise(&files, serde_json::from_str(&text).unwrap()).unwrap();
    let (kept, _) = read(&plan, &files).unwrap();
    let call = kept.events.iter().find(|e| e.activity == "Call").unwrap();
    assert_eq!(
        call.at.map(|at| at.to_string()).as_deref(),
        Some("2026-03-31T12:30:15.25Z"),
        "{:?}",
        plan.files[0].role
    );
    assert!(!call.attributes.contains_key("big"));
    assert_eq!(call.attributes["exact"], "-0.05");
}

#[test]
fn rejects_tell_the_row_as_the_csv_would() {
    let mut plan = import::recognise(&sources(&["kinds.parquet"])).unwrap();
    for column in &mut plan.files[0].columns {
        match column.name.as_str() {
            "timestamp" => column.meaning = Meaning::Ignored,
            "utc" => column.meaning = Meaning::Timestamp,
            _ => {}
        }
    }
    let (kept, report) = read(&plan, &sources(&["kinds.parquet"])).unwrap();
    assert_eq!((report.rows.imported, report.rows.rejected), (2, 1));
    assert_eq!((kept.rejects[0].line, kept.rejects[0].column.as_str()), (3, "utc"));
}

/// The file with its footer made anew, and the number of its bytes corrected.
fn with_footer(change: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let bytes = fs::read(path("events.parquet")).unwrap();
    let at = bytes.len() - 8;
    let len = u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    let mut footer = bytes[at - len..at].to_vec();
    change(&mut footer);
    let mut new = bytes[..at - len].to_vec();
    new.extend_from_slice(&footer);
    new.extend_from_slice(&(footer.len() as u32).to_le_bytes());
    new.extend_from_slice(b"PAR1");
    new
}

fn whole() -> Vec<u8> {
    fs::read(path("events.parquet")).unwrap()
}

fn cut() -> Vec<u8> {
    let mut bytes = whole();
    bytes.truncate(bytes.len() / 2);
    bytes
}

fn other_end() -> Vec<u8> {
    let mut bytes = whole();
    let at = bytes.len() - 4;
    bytes[at..].copy_from_slice(b"PAR2");
    bytes
}

fn encrypted() -> Vec<u8> {
    let mut bytes = whole();
    let at = bytes.len() - 4;
    bytes[..4].copy_from_slice(b"PARE");
    bytes[at..].copy_from_slice(b"PARE");
    bytes
}

fn huge_footer() -> Vec<u8> {
    let mut bytes = whole();
    let at = bytes.len() - 8;
    bytes[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
    bytes
}

/// A description of 2^40 parts.
fn endless_schema() -> Vec<u8> {
    with_footer(|footer| *footer = vec![0x15, 2, 0x19, 0xfc, 0xff, 0xff, 0xff, 0xff, 0xff, 0x1f, 0, 0])
}

/// 100,000 columns, each in the one before.
fn deep_schema() -> Vec<u8> {
    with_footer(|footer| {
        *footer = vec![0x15, 2, 0x19, 0xfc, 0xa0, 0x8d, 0x06];
        for _ in 0..100_000 {
            // Name "a", one child.
            footer.extend_from_slice(&[0x48, 1, b'a', 0x15, 2, 0]);
        }
        footer.push(0);
    })
}

/// Rows of the whole file and of the first row group that say 2^60.
fn endless_rows() -> Vec<u8> {
    with_footer(|footer| {
        // A row group ends with its bytes and its 50 rows: field 3 of 64 bits.
        let at = footer.windows(2).rposition(|w| w == [0x16, 100]).unwrap();
        footer.splice(at + 1..at + 2, [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]);
    })
}

/// The header of a page that says it unpacks to 2 GiB.
fn bomb() -> Vec<u8> {
    let mut bytes = whole();
    // The first page's header: its kind, then the bytes unpacked, which take the place of what follows.
    assert_eq!(bytes[4..7], [0x15, 4, 0x15]);
    bytes.splice(7..9, [0xfe, 0xff, 0xff, 0xff, 0x0f]);
    bytes
}

#[rstest]
#[case::cut(cut(), "cut off")]
#[case::no_more_than_the_beginning(b"PAR1".to_vec(), "cut off")]
#[case::other_end(other_end(), "cut off")]
#[case::encrypted(encrypted(), "encrypted")]
#[case::huge_footer(huge_footer(), "cut off")]
#[case::endless_schema(endless_schema(), "damaged")]
#[case::deep_schema(deep_schema(), "nested more than 256 deep")]
#[case::endless_rows(endless_rows(), "it says that it has")]
#[case::bomb(bomb(), "unpacks to more than 256 MiB")]
#[case::no_footer(with_footer(Vec::clear), "damaged")]
#[case::brotli(fs::read(path("events-brotli.parquet")).unwrap(), "\"deal_id\": it is compressed with Brotli")]
fn what_is_no_good_is_refused(#[case] bytes: Vec<u8>, #[case] says: &str) {
    let files = written(&[("log.parquet", &bytes)]);
    let error = import::recognise(&files.sources).unwrap_err();
    assert!(matches!(error, ImportError::Parquet { .. }), "{error:?}");
    let text = error.to_string();
    assert!(text.starts_with("log.parquet: ") && text.contains(says), "{text}");
}
