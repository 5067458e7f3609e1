//! Input made to do harm, or plainly broken, given to the program as a user gives it: a clear report, no crash, bounded
//! memory, and nothing half-written.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use flate2::{Compression, write::GzEncoder};
use rstest::rstest;
use serde_json::Value;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::errors;

/// KiB of address space that the program may ask for.
const MEMORY: u64 = 3 << 20;

/// Runs `stagecraft` in a folder, with so much memory.
fn bounded(folder: &Path, arguments: &[&str]) -> Output {
    let script = format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"");
    let program = env!("CARGO_BIN_EXE_stagecraft");
    Command::new("sh").args(["-c", &script, program]).args(arguments).current_dir(folder).output().unwrap()
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

fn names(folder: &Path) -> Vec<PathBuf> {
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.sort();
    names
}

/// Everything that was said, which must be neither a crash nor a dump of the file.
fn said(output: &Output) -> String {
    let said = errors(output);
    assert!(!said.contains("panicked") && !said.contains("overflowed its stack"), "{said}");
    assert!(said.len() < 10_000, "{} bytes: {}", said.len(), &said[..2000]);
    said
}

/// Refused by `discover` and by `import`: exit code 2, these words, no file more than before, an empty workspace.
fn refused(files: &[(&str, &[u8])], given: &[&str], words: &[&str]) {
    let folder = folder(files);
    let before = names(folder.path());
    let output = bounded(folder.path(), &[&["discover", "--out", "out"], given].concat());
    let told = said(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    for word in words {
        assert!(told.contains(word), "{word:?} is not in {told}");
    }
    assert_eq!(names(folder.path()), before);
    let output = bounded(folder.path(), &[&["import", "--data", "workspace"], given].concat());
    assert_eq!((output.status.code(), words.iter().all(|w| said(&output).contains(w))), (Some(2), true), "{output:?}");
    fs::write(folder.path().join("good.csv"), GOOD).unwrap();
    let output = bounded(folder.path(), &["import", "--data", "workspace", "good.csv", "--json"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&report["rows"]["imported"], &report["rows"]["duplicates"]), (&3.into(), &0.into()), "{report}");
}

/// Read by `discover`: exit code 0, these words; what it found.
fn taken(files: &[(&str, &[u8])], given: &[&str], words: &[&str]) -> Value {
    let folder = folder(files);
    let output = bounded(folder.path(), &[&["discover", "--json"], given].concat());
    let told = said(&output);
    assert!(output.status.success(), "{told}");
    for word in words {
        assert!(told.contains(word), "{word:?} is not in {told}");
    }
    serde_json::from_slice(&output.stdout).unwrap()
}

const GOOD: &str = "deal_id,stage,created_at,close_date\n\
A,Won,2024-01-01,2024-01-09\n\
B,Lost,2024-01-02,2024-02-09\n\
C,Won,2024-01-03,2024-02-10\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// A table with as many events.
fn events(count: usize, name: impl Fn(usize) -> String) -> String {
    let row = |n: usize| format!("D{},{},2024-01-{:02}T10:00:00Z\n", n / 5, name(n), 1 + n % 28);
    "deal_id,activity,timestamp\n".to_owned() + &(0..count).map(row).collect::<String>()
}

fn log(traces: &str) -> String {
    format!("<?xml version=\"1.0\"?>\n<log xes.version=\"1.0\">{traces}</log>")
}

fn trace(name: &str) -> String {
    format!(
        "<trace><string key=\"concept:name\" value=\"{name}\"/><event><string key=\"concept:name\" value=\"Call\"/>\
         <date key=\"time:timestamp\" value=\"2024-01-05T10:00:00Z\"/></event></trace>"
    )
}

#[test]
fn a_log_with_extensions_that_nobody_knows_is_read() {
    let text = log("<extension name=\"Weather\" prefix=\"weather\" uri=\"http://example.org/weather.xesext\"/>\
         <global scope=\"event\"><string key=\"weather:sky\" value=\"?\"/></global>\
         <classifier name=\"Odd\" keys=\"weather:sky concept:name\"/>\
         <trace><string key=\"concept:name\" value=\"1\"/>\
         <event><string key=\"weather:sky\" value=\"grey\"><int key=\"weather:depth\" value=\"3\"/></string>\
         <string key=\"concept:name\" value=\"Call\"/><date key=\"time:timestamp\" value=\"2024-01-05T10:00:00Z\"/>\
         <list key=\"weather:winds\"><values><float key=\"north\" value=\"1.5\"/></values></list><id key=\"weather:id\" \
         value=\"123e4567-e89b-12d3-a456-426614174000\"/></event></trace>");
    let found = taken(&[("log.xes", text.as_bytes())], &["log.xes"], &[]);
    assert_eq!((&found["deals"]["total"], &found["rows"]["rejected"]), (&1.into(), &0.into()), "{found}");
}

#[rstest]
#[case::log("log.xes.gz", gzip(log(&(0..20_000).map(|n| trace(&n.to_string())).collect::<String>()).as_bytes()))]
#[case::table("events.csv.gz", gzip(events(400_000, |n| format!("Step {}", n * 7919 % 13)).as_bytes()))]
fn a_broken_gzip_file_is_refused_as_a_whole(#[case] name: &str, #[case] whole: Vec<u8>) {
    let cut = &whole[..whole.len() * 3 / 4];
    let remedy = "Compress or download it again; nothing of it was read";
    refused(&[(name, cut)], &[name], &[name, "it is cut off", remedy]);
    let mut flipped = whole.clone();
    let middle = whole.len() / 2;
    flipped[middle..middle + 64].iter_mut().for_each(|byte| *byte ^= 0x5a);
    refused(&[(name, &flipped)], &[name], &[name, "nothing of it was read"]);
}

#[test]
fn rows_without_time_or_case_are_told_and_the_rest_is_taken() {
    let text =
        "deal_id,activity,timestamp\nA,Call,2024-01-02\nA,Demo,\n,Mail,2024-01-03\nB,Call,2024-01-04\nB,,2024-01-05\n";
    let words =
        ["events.csv:3: column \"timestamp\"", "events.csv:4: column \"deal_id\"", "events.csv:6: column \"activity\""];
    let found = taken(&[("events.csv", text.as_bytes())], &["events.csv"], &words);
    assert_eq!((&found["deals"]["total"], &found["rows"]["rejected"]), (&2.into(), &3.into()));
    let loose = log(&format!(
        "{}<event><string key=\"concept:name\" value=\"Call\"/><date key=\"time:timestamp\" value=\"2024-01-05T10:00:00Z\"/></event>",
        trace("1")
    ));
    let found = taken(&[("log.xes", loose.as_bytes())], &["log.xes"], &["log.xes:2"]);
    assert_eq!((&found["deals"]["total"], &found["rows"]["rejected"]), (&1.into(), &1.into()));
}

#[test]
fn a_log_without_any_time_is_refused() {
    let text = "deal_id,activity,timestamp\nA,Call,\nA,Demo,\nB,Call,\n";
    refused(
        &[("events.csv", text.as_bytes())],
        &["events.csv"],
        &["none of its 3 rows can be read", "events.csv:2: column \"timestamp\": the event has no time"],
    );
    let text = log(&trace("1").replace("<date key=\"time:timestamp\" value=\"2024-01-05T10:00:00Z\"/>", ""));
    refused(&[("log.xes", text.as_bytes())], &["log.xes"], &["log.xes", "none of its 1 rows can be read", "time"]);
}

#[test]
fn one_event_is_a_log() {
    let text = "deal_id,activity,timestamp\nA,Call,2024-01-02\n";
    let found = taken(&[("events.csv", text.as_bytes())], &["events.csv"], &[]);
    assert_eq!(found["deals"]["total"], 1);
    let found = taken(&[("log.xes", log(&trace("1")).as_bytes())], &["log.xes"], &[]);
    assert_eq!(found["deals"]["total"], 1);
}

#[test]
fn a_column_that_changes_its_order_of_dates_says_where() {
    let day = |n: usize| format!("D{n},Won,{:02}/01/2024,{:02}/02/2024\n", 13 + n % 15, 13 + n % 15);
    let month = |n: usize| format!("D{n},Lost,01/{:02}/2024,02/{:02}/2024\n", 13 + n % 15, 13 + n % 15);
    let text = "deal_id,stage,created_at,close_date\n".to_owned()
        + &(0..40).map(day).chain((40..60).map(month)).collect::<String>();
    let words = [
        "deals.csv: column \"created_at\": Its dates change their order: line 2 to line 41",
        "line 42 to line 61",
        "Export it in one order, or divide the file",
    ];
    let found = taken(&[("deals.csv", text.as_bytes())], &["deals.csv"], &words);
    assert_eq!((&found["deals"]["total"], &found["rows"]["rejected"]), (&40.into(), &20.into()));
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook whose sheet unpacks to so many MiB.
fn workbook_bomb(mebibytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let book =
        "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Deals\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(book.as_bytes()).unwrap();
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    let piece = format!("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{}</v></c></row>", "x".repeat(1 << 20));
    for _ in 0..mebibytes {
        zip.write_all(piece.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Zeros in place of a table, packed by gzip.
fn gzip_bomb(mebibytes: usize) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(b"deal_id,stage,close_date\n").unwrap();
    let piece = vec![b'0'; 1 << 20];
    for _ in 0..mebibytes {
        packed.write_all(&piece).unwrap();
    }
    packed.finish().unwrap()
}

const MADE: &str = "as only files made to fill the memory do";

#[test]
fn what_unpacks_without_end_is_refused() {
    refused(&[("deals.xlsx", &workbook_bomb(500))], &["deals.xlsx"], &["deals.xlsx", MADE]);
    refused(&[("deals.csv.gz", &gzip_bomb(1_000))], &["deals.csv.gz"], &["deals.csv.gz", MADE]);
    let table = vec![b'0'; 100 << 20];
    let files: Vec<String> = (0..5).map(|n| format!("{n}.csv")).collect();
    let bytes = zip(&files.iter().map(|name| (name.as_str(), table.as_slice())).collect::<Vec<_>>());
    refused(&[("export.zip", &bytes)], &["export.zip"], &["export.zip", MADE]);
}

#[test]
fn an_entity_bomb_is_refused() {
    let mut entities = String::from("<!ENTITY a0 \"lol\">");
    for n in 1..12 {
        entities += &format!("<!ENTITY a{n} \"{}\">", format!("&a{};", n - 1).repeat(10));
    }
    let text = format!("<?xml version=\"1.0\"?><!DOCTYPE log [{entities}]>{}", &log(&trace("&a11;"))[21..]);
    refused(&[("log.xes", text.as_bytes())], &["log.xes"], &["log.xes", "DOCTYPE"]);
}

#[test]
fn a_mailbox_with_broken_mime_is_read_as_far_as_it_goes() {
    let deals = "deal_id,stage,created_at,close_date,account,email\n\
        A,Won,2024-01-01,2024-03-09,Acme,ann@acme.com\nB,Lost,2024-01-02,2024-03-09,Bolt,bob@bolt.com\n";
    let head = |from: &str, day: u32| {
        format!(
            "From {from} Mon Jan {day:2} 10:00:00 2024\nFrom: {from}\nTo: rep@ours.com\nDate: Mon, {day} Jan 2024 10:00:00 +0000\n"
        )
    };
    let mailbox = [
        head("ann@acme.com", 8) + "Message-ID: <1@x>\nSubject: =?utf-8?B?not base64!?=\nContent-Type: multipart/mixed; boundary=\"a\"\n\n--a\nContent-Type: multipart/mixed; boundary=\"a\"\n\n--a\n",
        head("bob@bolt.com", 15) + "Message-ID: <2@x>\nContent-Transfer-Encoding: base64\nContent-Type: text/plain; charset=no-such\n\n\u{0}\u{1}!!!\n",
        "From x Mon Jan 22 10:00:00 2024\nnot a header at all\n\n".to_owned(),
        head("ann@acme.com", 22) + &format!("Message-ID: <3@x>\nX-Long: {}\nContent-Type: {}\n\nhello\n", "x".repeat(200_000), "multipart/mixed; ".repeat(5_000)),
        head("ann@acme.com", 29).replace("Date: Mon, 29 Jan 2024 10:00:00 +0000", "Date: yesterday") + "Message-ID: <4@x>\n\nhi\n",
    ]
    .join("\n");
    let files: [(&str, &[u8]); 2] = [("deals.csv", deals.as_bytes()), ("box.mbox", mailbox.as_bytes())];
    let found = taken(&files, &["deals.csv", "box.mbox", "--team-domain", "ours.com"], &["box.mbox:"]);
    assert_eq!(found["deals"]["total"], 2);
    let nodes = found["map"]["nodes"].to_string();
    assert!(nodes.contains("mail"), "{nodes}");
}

#[test]
fn thousands_of_columns_and_lines_without_end_are_bounded() {
    let header: String = (0..5_000).map(|n| format!(",field {n}")).collect();
    let cells = ",x".repeat(5_000);
    let rows: String = GOOD.lines().skip(1).map(|row| format!("{row}{cells}\n")).collect();
    let text = format!("deal_id,stage,created_at,close_date{header}\n{rows}");
    let found = taken(&[("wide.csv", text.as_bytes())], &["wide.csv"], &[]);
    assert_eq!(found["deals"]["total"], 3);
    let long = "x".repeat(100 << 20);
    let text = format!("{GOOD}{long}\nD,Won,soon,2024-02-11\n");
    let words = ["long.csv:5: ", "the row is longer than 1 MiB", "long.csv:6: column \"created_at\""];
    let found = taken(&[("long.csv", text.as_bytes())], &["long.csv"], &words);
    assert_eq!((&found["deals"]["total"], &found["rows"]["rejected"]), (&3.into(), &2.into()));
    refused(&[("line.csv", long.as_bytes())], &["line.csv"], &["line.csv: line 1", "longer than 1 MiB"]);
}

#[rstest]
#[case::empty("empty.csv", b"", &["empty.csv: the file is empty", "Export it again"])]
#[case::blank("blank.csv", b"\r\n \r\n\r\n", &["blank.csv: the file is empty"])]
#[case::header("head.csv", b"deal_id,stage,created\n", &["head.csv: line 1 is a header, and no row follows it", "Export it again"])]
#[case::binary("deals.csv", b"\x7fELF\x02\x01\x01\0\0\0\0\0", &["deals.csv: this is a program", "Export the data as CSV"])]
#[case::zeros("deals.csv", b"deal_id,stage,created_at\nA,Won\0\0,2024-01-01\n", &["deals.csv: this is binary data", "Export the data as CSV"])]
#[case::random("deals.csv", b"\x8b\x01\xff\0\x17\x99\0\0\xfe\xdc\x03\x04\0", &["deals.csv: this is binary data"])]
fn a_file_that_is_no_table_is_refused(#[case] name: &str, #[case] bytes: &[u8], #[case] words: &[&str]) {
    refused(&[(name, bytes)], &[name], words);
}

#[test]
fn a_folder_and_what_cannot_be_opened_are_named() {
    let folder = folder(&[("deals.csv", GOOD.as_bytes())]);
    fs::create_dir(folder.path().join("exports")).unwrap();
    std::os::unix::fs::symlink("loop.csv", folder.path().join("loop.csv")).unwrap();
    for (name, words) in [
        ("exports", "exports: this is a folder. Give the files in it"),
        ("loop.csv", "loop.csv: cannot be read: "),
        ("gone.csv", "gone.csv: cannot be read: "),
        ("deals.csv/x", "deals.csv/x: cannot be read: "),
    ] {
        for command in [&["discover", "--out", "out"][..], &["import", "--data", "workspace"], &["plan"]] {
            let output = bounded(folder.path(), &[command, &["deals.csv", name]].concat());
            let told = said(&output);
            assert!(output.status.code() == Some(2) && told.contains(words), "{command:?}: {told}");
        }
        assert!(!folder.path().join("out").exists());
    }
}

/// A name of letters alone.
fn word(n: usize) -> String {
    (0..4).map(|at| char::from(b'a' + (n / 26_usize.pow(at) % 26) as u8)).collect()
}

/// The activities of a map.
fn activities(found: &Value) -> usize {
    found["map"]["nodes"].as_array().unwrap().len()
}

#[rstest]
#[case::numbers(
    events(10_000, |n| format!("Ticket {n} opened")),
    "It has 10000 different names of activities; without the numbers in them there are 1.",
    "strip_numbers",
    1
)]
#[case::words(
    events(20_000, |n| if n < 10_000 { "Call".to_owned() } else { word(n) }),
    "It has 10001 different names of activities, of which the 50 commonest make up 50 % of the events.",
    "rare_as_one",
    51
)]
fn thousands_of_activities_are_offered_to_be_grouped_and_the_offer_holds(
    #[case] text: String,
    #[case] offer: &str,
    #[case] answer: &str,
    #[case] left: usize,
) {
    let files: [(&str, &[u8]); 1] = [("events.csv", text.as_bytes())];
    taken(&files, &["events.csv"], &["events.csv: column \"activity\": ", offer, "--plan"]);
    let folder = folder(&files);
    let plan = bounded(folder.path(), &["plan", "events.csv"]);
    let mut plan: Value = serde_json::from_slice(&plan.stdout).unwrap();
    plan["files"][0][answer] = true.into();
    fs::write(folder.path().join("plan.json"), plan.to_string()).unwrap();
    let output = bounded(folder.path(), &["discover", "events.csv", "--plan", "plan.json", "--json"]);
    assert!(output.status.success() && !said(&output).contains("different names"), "{}", said(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(activities(&found), left, "{}", found["map"]["nodes"]);
}
