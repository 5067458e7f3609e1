//! Tables that come compressed: one with gzip, one or several in a ZIP archive.

use std::io::{Cursor, Write as _};

use flate2::{Compression, write::GzEncoder};
use import::plan::FileRole;
use rstest::rstest;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::sink::{all, read, written};

const DEALS: &str = "deal_id,stage,owner,created_at,close_date,account\n\
A,Won,Ann,2024-01-01,2024-01-09,Acme\n\
B,Lost,Ben,2024-01-02,2024-02-09,Bolt\n\
C,Demo,Ann,2024-01-03,,Acme\n";
const EVENTS: &str = "deal_id,activity,timestamp\n\
A,Call,2024-01-02T10:00:00Z\n\
A,Demo,2024-01-05T10:00:00Z\n\
B,Call,2024-01-03T10:00:00Z\n\
B,Call,2024-01-04T10:00:00Z\n";
const ACCOUNTS: &str = "account,sector\nAcme,Toys\nBolt,Cars\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn zip_by(how: CompressionMethod, files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(how)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    zip_by(CompressionMethod::Deflated, files)
}

/// Sixteen-bit text.
fn wide(text: &str) -> Vec<u8> {
    [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

/// Why a file is refused, whether when it is recognised or when it is read.
fn refused(name: &str, bytes: &[u8]) -> String {
    let files = written(&[(name, bytes)]);
    match import::recognise(&files.sources) {
        Err(error) => error.to_string(),
        Ok(plan) => read(&plan, &files.sources).map(|(_, report)| format!("{report:?}")).unwrap_err().to_string(),
    }
}

#[rstest]
#[case("deals.csv.gz", gzip(DEALS.as_bytes()))]
#[case("deals.csv.zip", zip(&[("deals.csv", DEALS.as_bytes())]))]
#[case("stored.zip", zip_by(CompressionMethod::Stored, &[("deals.csv", DEALS.as_bytes())]))]
#[case("deals.tsv.gz", gzip(DEALS.replace(',', "\t").as_bytes()))]
#[case("wide.csv.gz", gzip(&wide(&DEALS.replace(',', ";"))))]
#[case("wide.zip", zip(&[("export/deals.csv", &wide(DEALS))]))]
#[case("dir.zip", zip(&[("__MACOSX/export/._deals.csv", b"\0\x05\x16\x07"), ("export/.DS_Store", b"\0\0"), ("export/deals.csv", DEALS.as_bytes())]))]
fn a_packed_table_is_read_as_the_table_itself(#[case] name: &str, #[case] bytes: Vec<u8>) {
    let (_, plain, _) = all(&written(&[("deals.csv", DEALS.as_bytes())]).sources);
    let (plan, kept, report) = all(&written(&[(name, &bytes)]).sources);
    assert_eq!((plan.files.len(), plan.files[0].role), (1, FileRole::Deals));
    assert!(plan.files[0].name.starts_with(name), "{}", plan.files[0].name);
    assert_eq!((report.rows.imported, report.rows.rejected), (3, 0));
    let seen = |kept: &crate::sink::Kept| format!("{:?} {:?}", kept.deals, kept.events);
    assert_eq!(seen(&kept), seen(&plain));
}

#[test]
fn the_files_of_an_archive_are_tables_that_belong_together() {
    let bytes = zip(&[
        ("sales/events.csv", EVENTS.as_bytes()),
        ("sales/deals.csv", DEALS.as_bytes()),
        ("sales/accounts.csv", ACCOUNTS.as_bytes()),
        ("sales/contacts.csv", b"contact_id,email\n"),
        ("sales/logo.png", b"\x89PNG\r\n\x1a\n\0\0"),
    ]);
    let files = written(&[("export.zip", &bytes)]);
    let (plan, kept, report) = all(&files.sources);
    let roles: Vec<_> = plan.files.iter().map(|f| (f.name.as_str(), f.role)).collect();
    assert_eq!(
        roles,
        [
            ("export.zip › sales/accounts.csv", FileRole::Lookup),
            ("export.zip › sales/contacts.csv", FileRole::Ignored),
            ("export.zip › sales/deals.csv", FileRole::Deals),
            ("export.zip › sales/events.csv", FileRole::Events),
            ("export.zip › sales/logo.png", FileRole::Ignored),
        ]
    );
    let told = "Without a table or without rows, and not read: sales/contacts.csv, sales/logo.png.";
    assert_eq!(plan.questions.iter().filter(|q| q.text == told).count(), 1, "{:?}", plan.questions);
    assert_eq!(kept.of("A").iter().filter(|e| e.activity == "Demo").count(), 1);
    assert_eq!(kept.lookups.len(), 2);
    assert_eq!((report.rows.read, report.rows.rejected), (9, 0));
    assert_eq!(import::revise(&files.sources, plan.clone()).unwrap(), plan);
}

#[test]
fn lines_of_a_file_in_an_archive_are_told_with_its_name() {
    let text = DEALS.replace("2024-02-09", "2023-02-09");
    let (_, kept, _) = all(&written(&[("export.zip", &zip(&[("deals.csv", text.as_bytes())]))]).sources);
    let reject = &kept.rejects[0];
    assert_eq!((reject.file.as_str(), reject.line), ("export.zip › deals.csv", 3));
}

const TRACE: &[u8] = b"<log><trace><string key=\"concept:name\" value=\"1\"/><event>\
<string key=\"concept:name\" value=\"Call\"/><date key=\"time:timestamp\" value=\"2024-01-01T00:00:00Z\"/></event></trace></log>";

#[rstest]
#[case::xes("log.xes", TRACE)]
#[case::ocel("sales.ocel.json", include_bytes!("../data/sales.ocel.json"))]
#[case::parquet("events.parquet", include_bytes!("../data/parquet/events.parquet"))]
#[case::xlsx("workbook.xlsx", include_bytes!("../data/workbook.xlsx"))]
fn other_formats_in_an_archive_are_read_as_they_are_alone(
    #[case] name: &str,
    #[case] bytes: &[u8],
    #[values(CompressionMethod::Deflated, CompressionMethod::Stored)] how: CompressionMethod,
) {
    let (alone, kept, report) = all(&written(&[(name, bytes)]).sources);
    let files = written(&[("export.zip", &zip_by(how, &[("in/notes.txt", b"hello"), (&format!("in/{name}"), bytes)]))]);
    let (plan, packed, packed_report) = all(&files.sources);
    let read = |plan: &import::Plan| -> Vec<_> {
        let read = plan.files.iter().filter(|f| f.role != FileRole::Ignored);
        read.map(|f| (f.role, f.format.clone(), f.columns.clone())).collect()
    };
    assert_eq!(read(&plan), read(&alone));
    assert!(!kept.events.is_empty() || !kept.deals.is_empty());
    let seen = |kept: &crate::sink::Kept| format!("{:?} {:?} {:?}", kept.deals, kept.events, kept.lookups);
    assert_eq!(seen(&packed), seen(&kept));
    let notes: Vec<_> = packed_report.notes.iter().map(|note| note.replace("export.zip › in/", "")).collect();
    assert_eq!((packed_report.rows, notes), (report.rows, report.notes));
    assert_eq!(import::revise(&files.sources, plan.clone()).unwrap(), plan);
}

#[rstest]
#[case::mailbox(
    "box.mbox",
    b"From ann@acme.com Mon Jan 15 09:00:00 2024\nFrom: ann@acme.com\nTo: jo@our.com\n\
Date: Mon, 15 Jan 2024 09:00:00 +0000\nMessage-ID: <1@acme.com>\nSubject: Offer\n\nHello\n",
    "email.received"
)]
#[case::calendar(
    "work.ics",
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240115T090000Z\r\n\
DTEND:20240115T100000Z\r\nSUMMARY:Demo\r\nORGANIZER:mailto:jo@our.com\r\n\
ATTENDEE;PARTSTAT=ACCEPTED:mailto:ann@acme.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "meeting.attended"
)]
fn mailboxes_and_calendars_in_an_archive_belong_to_its_deals(
    #[case] name: &str,
    #[case] bytes: &[u8],
    #[case] kind: &str,
) {
    let deals = b"deal_id,stage,owner,created_at,contact_email\nA,Demo,Jo,2024-01-01,ann@acme.com\nB,Demo,Jo,2024-01-02,bo@bolt.io\n";
    let mut plan = None;
    for how in [CompressionMethod::Deflated, CompressionMethod::Stored] {
        let files = written(&[("export.zip", &zip_by(how, &[("deals.csv", deals), (name, bytes)]))]);
        let mut found = import::recognise(&files.sources).unwrap();
        found.mail.team = vec!["our.com".to_owned()];
        let (kept, report) = read(&found, &files.sources).unwrap();
        let touches: Vec<_> = kept.of("A").into_iter().filter(|e| e.kind == kind).collect();
        assert_eq!((touches.len(), report.mail.unwrap().linked), (1, 1), "{:?}", kept.events);
        plan = Some(found);
    }
    let roles: Vec<_> = plan.unwrap().files.iter().map(|f| f.role).collect();
    assert!(roles.contains(&FileRole::Touchpoints), "{roles:?}");
}

#[test]
fn a_damaged_workbook_in_an_archive_is_told_with_its_name() {
    let mut bytes = zip(&[("deals.xlsx", include_bytes!("../data/workbook.xlsx"))]);
    let at = memchr::memmem::find(&bytes, b"deals.xlsx").unwrap() + 200;
    bytes[at..at + 40].fill(0x55);
    let error = refused("x", &bytes);
    assert!(error.starts_with("x › deals.xlsx: ") && error.contains("damaged"), "{error}");
}

#[test]
fn a_big_packed_table_is_looked_at_in_part_and_read_in_full() {
    let mut text = String::from("case_id,activity,timestamp\n");
    for n in 0..400_000 {
        let at = 1_704_067_200 + n * 61;
        text.push_str(&format!("{},Step {},{at}\n", n / 8, n % 8));
    }
    for (name, bytes) in [("log.csv.gz", gzip(text.as_bytes())), ("log.zip", zip(&[("log.csv", text.as_bytes())]))] {
        let (plan, kept, _) = all(&written(&[(name, &bytes)]).sources);
        assert_eq!((plan.files[0].bytes < bytes.len() as u64 + 1, kept.events.len()), (true, 400_000));
    }
}

/// Many zeros, which pack to nothing.
fn zeros() -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(b"deal_id,stage,close_date\n").unwrap();
    for _ in 0..600 {
        packed.write_all(&vec![b'0'; 1 << 20]).unwrap();
    }
    packed.finish().unwrap()
}

fn zipped_zeros(files: usize) -> Vec<u8> {
    let text = "0".repeat(100 << 20);
    let names: Vec<String> = (0..files).map(|n| format!("{n}.csv")).collect();
    zip(&names.iter().map(|name| (name.as_str(), text.as_bytes())).collect::<Vec<_>>())
}

/// A file whose list says that it is smaller than it is.
fn lying(size: u32) -> Vec<u8> {
    let mut bytes = zip(&[("deals.csv", DEALS.as_bytes())]);
    let at = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
    bytes[at + 24..at + 28].copy_from_slice(&size.to_le_bytes());
    bytes
}

/// A file that is said to be protected.
fn protected() -> Vec<u8> {
    let mut bytes = zip(&[("deals.csv", DEALS.as_bytes())]);
    let at = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
    bytes[at + 8] |= 1;
    bytes[6] |= 1;
    bytes
}

fn flipped() -> Vec<u8> {
    let mut bytes = zip_by(CompressionMethod::Stored, &[("deals.csv", DEALS.as_bytes())]);
    let at = memchr::memmem::find(&bytes, b"Bolt").unwrap();
    bytes[at] = b'D';
    bytes
}

fn torn() -> Vec<u8> {
    let mut bytes = zip(&[("deals.csv", DEALS.repeat(50).as_bytes())]);
    let at = memchr::memmem::find(&bytes, b"deals.csv").unwrap() + 40;
    bytes[at..at + 20].fill(0x55);
    bytes
}

fn many() -> Vec<u8> {
    let names: Vec<String> = (0..3_000).map(|n| format!("{n}.csv")).collect();
    zip(&names.iter().map(|name| (name.as_str(), DEALS.as_bytes())).collect::<Vec<_>>())
}

fn tar() -> Vec<u8> {
    let mut bytes = vec![0; 1024];
    bytes[..9].copy_from_slice(b"deals.csv");
    bytes[257..262].copy_from_slice(b"ustar");
    bytes
}

const MADE: &str = "as only files made to fill the memory do";

#[rstest]
#[case("gzip bomb", zeros(), MADE)]
#[case("zip bomb", zipped_zeros(8), MADE)]
#[case("size that is too small", lying(20), "its checksum is wrong, so it is damaged")]
#[case("size that is too big", lying(2_000), "it is cut off; the first 153 bytes")]
#[case("flipped", flipped(), "its checksum is wrong, so it is damaged")]
#[case("torn", torn(), "it is damaged after")]
#[case("cut", { let mut b = zip(&[("deals.csv", DEALS.as_bytes())]); b.truncate(90); b }, "this is a ZIP archive that is damaged or cut off")]
#[case("gzip cut", { let mut b = gzip(DEALS.as_bytes()); b.truncate(90); b }, "it is cut off; the first ")]
#[case("gzip flipped", { let mut b = gzip(DEALS.as_bytes()); let n = b.len(); b[n - 6] ^= 1; b }, "its checksum is wrong")]
#[case(
    "password",
    protected(),
    "the archive protects \"deals.csv\" by a password. Unpack it and give the files in it."
)]
#[case("leads out", zip(&[("../deals.csv", DEALS.as_bytes())]), "the archive holds \"../deals.csv\", a name that leads out of it")]
#[case("thousands", many(), "the archive holds 3000 files, more than 1000. Unpack it")]
#[case("zip in zip", zip(&[("inner.zip", &zip(&[("deals.csv", DEALS.as_bytes())]))]), "x › inner.zip: this is an archive or a compressed file packed once more. Unpack it")]
#[case("gzip in zip", zip(&[("deals.csv.gz", &gzip(DEALS.as_bytes()))]), "packed once more. Unpack it")]
#[case("gzip in gzip", gzip(&gzip(DEALS.as_bytes())), "packed once more. Unpack it")]
#[case("workbook in gzip", gzip(&zip(&[("xl/workbook.xml", b"<workbook/>")])), "packed once more. Unpack it")]
#[case("tar in gzip", gzip(&tar()), "packed once more. Unpack it")]
#[case("tar", tar(), "this is a TAR archive")]
#[case("no file", zip(&[]), "the archive holds no file")]
#[case("folders only", zip(&[("__MACOSX/._x", b"x")]), "the archive holds no file")]
#[case("no table", zip(&[("logo.png", b"\x89PNG\r\n\x1a\n\0\0")]), "x › logo.png: this is a PNG image")]
#[case("no row", zip(&[("deals.csv", b"deal_id,stage,close_date\n")]), "x › deals.csv: line 1 is a header, and no row follows")]
#[case("empty in gzip", gzip(b""), "x: the file is empty")]
#[case("binary in gzip", gzip(&[0, 1, 2, 3, 0, 0, 7]), "binary data, packed")]
fn what_would_do_harm_is_refused(#[case] _name: &str, #[case] bytes: Vec<u8>, #[case] message: &str) {
    let error = refused("x", &bytes);
    assert!(error.starts_with('x') && error.contains(message), "{error}");
    assert!(error.len() < 600, "{error}");
}

#[test]
fn a_plan_that_names_a_file_which_is_not_in_the_archive_is_refused() {
    let files = written(&[("export.zip", &zip(&[("deals.csv", DEALS.as_bytes())]))]);
    let mut plan = import::recognise(&files.sources).unwrap();
    plan.files[0].part = Some("gone.csv".to_owned());
    let error = import::revise(&files.sources, plan.clone()).unwrap_err().to_string();
    assert!(error.contains("export.zip: the plan names \"gone.csv\" in it"), "{error}");
    assert!(read(&plan, &files.sources).is_err());
}
