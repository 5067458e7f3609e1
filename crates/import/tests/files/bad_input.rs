//! What cannot be read says so: file, line, column, remedy.

use import::{
    Source,
    plan::{FileRole, Meaning},
};
use rstest::rstest;

use crate::sink::{all, one, read, written};

const HEAD: &str = "deal_id,stage,amount,created_at,close_date";

#[rstest]
#[case("empty", b"", "deals.csv: the file is empty")]
#[case("blank", b"\n \n", "deals.csv: the file is empty")]
#[case("header only", b"deal_id,stage,close_date\n", "deals.csv: line 1 is a header, and no row follows")]
#[case(
    "wrong delimiter",
    b"deal_id^stage^close_date\n1^Won^2024-01-01\n",
    "deals.csv: line 1: no column is recognised with the delimiter ','"
)]
#[case("PDF", b"%PDF-1.7\n%\xe2\xe3", "deals.csv: this is a PDF document")]
#[case("PNG", b"\x89PNG\r\n\x1a\n\0\0", "deals.csv: this is a PNG image")]
#[case("ZIP", b"PK\x03\x04\x14\0\0\0\0\0", "deals.csv: this is a ZIP archive")]
#[case("NULs", b"ab\0\0\0\0\0cd\0\0\0ef,\x01\x02", "deals.csv: this is binary data")]
#[case("gzip cut off", &[0x1f, 0x8b, 8, 0], "deals.csv: the compressed file cannot be read: it is cut off")]
#[case("HTML", b"<!DOCTYPE html><html><body>Sign in</body></html>", "deals.csv: this is a web page (HTML)")]
#[case("XML", b"<?xml version='1.0'?><feed/>", "an XML document without an XES <log>")]
#[case("JSON", b"{\"deals\": []}", "deals.csv: this is a JSON document")]
#[case(
    "no id",
    b"colour,size\nred,1\nred,2\nblue,1\n",
    "deals.csv: no deals and no events are found; missing: a column with the id"
)]
fn a_file_that_is_no_table_is_refused(#[case] _name: &str, #[case] bytes: &[u8], #[case] message: &str) {
    let files = written(&[("deals.csv", bytes)]);
    let error = import::recognise(&files.sources).unwrap_err().to_string();
    assert!(error.contains(message), "{error}");
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let missing = Source::new("gone.csv", "/nowhere/gone.csv");
    let error = import::recognise(&[missing]).unwrap_err().to_string();
    assert!(error.starts_with("gone.csv: cannot be read: "), "{error}");
}

#[rstest]
#[case(
    "bad date",
    "B,Won,5,2024-01-01,2024-13-09",
    "close_date",
    "2024-13-09",
    "is no date; the other rows of this column are year first"
)]
#[case(
    "another order",
    "B,Won,5,2024-01-01,31.01.2024",
    "close_date",
    "31.01.2024",
    "is no date; the other rows of this column are year first"
)]
#[case("bad number", "B,Won,lots,2024-01-01,2024-01-09", "amount", "lots", "is no number")]
#[case(
    "closed before created",
    "B,Won,5,2024-02-01,2024-01-09",
    "close_date",
    "2024-01-09",
    "closed before it was created"
)]
#[case("no id", ",Won,5,2024-01-01,2024-01-09", "deal_id", "", "the id of the deal is empty")]
#[case("too few cells", "B,Won,5", "", "3", "the row has 3 cells, the header has 5")]
#[case("too many cells", "B,Won,5,2024-01-01,2024-01-09,more", "", "6", "the row has 6 cells, the header has 5")]
#[case("id used", "A,Won,9,2024-01-01,2024-01-09", "deal_id", "A", "this id was already used in line 2")]
#[case("open quotation", "\"B,Won,5,2024-01-01,2024-01-09", "", "\"", "a quotation mark is opened and never closed")]
fn a_row_that_cannot_be_read_is_left_out(
    #[case] _name: &str,
    #[case] row: &str,
    #[case] column: &str,
    #[case] value: &str,
    #[case] reason: &str,
) {
    let good = "A,Won,5,2024-01-01,2024-01-09\nC,Lost,6,2024-01-01,2024-02-09\nD,Offer,7,2024-01-02,\nE,Won,7,2024-01-02,2024-02-02\n";
    let (_, kept, report) = one("deals.csv", &format!("{HEAD}\n{good}{row}\n"));
    assert_eq!(kept.rejects.len(), 1, "{:?}", kept.rejects);
    let reject = &kept.rejects[0];
    assert_eq!((reject.file.as_str(), reject.line), ("deals.csv", 6));
    assert_eq!((reject.column.as_str(), reject.value.as_str()), (column, value));
    assert!(reject.reason.contains(reason), "{}", reject.reason);
    assert_eq!((report.rows.imported, report.rows.rejected), (4, 1));
    assert_eq!(kept.deals.len(), 4);
}

#[rstest]
#[case("no time", "1,Call,", "timestamp")]
#[case("bad time", "1,Call,soon", "timestamp")]
#[case("no case", ",Call,2024-01-01", "case_id")]
#[case("no activity", "1,,2024-01-01", "activity")]
fn an_event_needs_case_activity_and_time(#[case] _name: &str, #[case] row: &str, #[case] column: &str) {
    let text = format!("case_id,activity,timestamp\n1,Call,2024-01-01\n{row}\n1,Mail,2024-01-03\n2,Mail,2024-01-03\n");
    let (_, kept, _) = one("log.csv", &text);
    assert_eq!((kept.events.len(), kept.rejects.len()), (3, 1));
    assert_eq!((kept.rejects[0].line, kept.rejects[0].column.as_str()), (3, column));
}

#[test]
fn the_line_is_that_of_the_file_with_breaks_within_cells_counted() {
    let text = format!(
        "{HEAD},note\r\nA,Won,5,2024-01-01,2024-01-09,\"one\r\ntwo\r\n\r\nthree\"\r\n\r\nB,Won,x,2024-01-01,2024-01-09,\r\nC,Lost,7,2024-01-01,2024-01-09,\"\"\"hi\"\"\"\r\n"
    );
    let (_, kept, _) = one("deals.csv", &text);
    assert_eq!(kept.rejects[0].line, 7);
    assert_eq!(kept.deal("A").fields["note"], "one\r\ntwo\r\n\r\nthree");
    assert_eq!(kept.deal("C").fields["note"], "\"hi\"");
}

#[test]
fn the_same_row_twice_is_a_duplicate() {
    let (_, kept, report) = one(
        "deals.csv",
        &format!(
            "{HEAD}\nA,Won,5,2024-01-01,2024-01-09\nB,Won,5,2024-01-01,2024-01-09\nA,Won,5,2024-01-01,2024-01-09\nC,Lost,,2024-01-01,2024-01-09\nD,Lost,,2024-01-01,2024-01-09\nE,Lost,,2024-01-01,2024-01-09\nF,Lost,,2024-01-01,2024-01-09\n"
        ),
    );
    assert_eq!((report.rows.imported, report.rows.duplicates, report.rows.rejected), (6, 1, 0));
    assert_eq!(kept.deals.len(), 6);
}

#[test]
fn cells_that_begin_with_an_equals_sign_are_text() {
    let (_, kept, _) =
        one("deals.csv", "deal_id,stage,account\n1,Won,\"=HYPERLINK(\"\"x\"\")\"\n2,Lost,=1+1\n3,Offer,@x\n");
    assert_eq!(kept.deal("1").fields["account"], "=HYPERLINK(\"x\")");
    assert_eq!(kept.deal("2").fields["account"], "=1+1");
}

#[test]
fn an_import_of_which_nothing_can_be_read_is_an_error() {
    let good = written(&[(
        "deals.csv",
        format!("{HEAD}\nA,Won,5,2024-01-01,2024-01-09\nB,Lost,5,2024-01-01,2024-01-09\n").as_bytes(),
    )]);
    let plan = import::recognise(&good.sources).unwrap();
    let bad = written(&[("deals.csv", format!("{HEAD}\nA,Won,5,x,2024-01-09\n").as_bytes())]);
    let error = read(&plan, &bad.sources).unwrap_err().to_string();
    assert!(error.contains("none of its 1 rows can be read"), "{error}");
    assert!(error.contains("deals.csv:2: column \"created_at\": \"x\" is no date"), "{error}");
}

#[test]
fn cancelling_ends_it() {
    let files = written(&[(
        "deals.csv",
        format!("{HEAD}\nA,Won,5,2024-01-01,2024-01-09\nB,Lost,5,2024-01-01,2024-01-09\n").as_bytes(),
    )]);
    let plan = import::recognise(&files.sources).unwrap();
    let mut kept = crate::sink::Kept::default();
    let end = import::read(&plan, &files.sources, &mut kept, &mut |_| false, &mut |_| {});
    assert!(matches!(end, Err(import::ReadError::Cancelled)));
}

#[rstest]
#[case("no id", "deal_id", Meaning::Ignored, "no column is the id of the deal")]
#[case("twice", "stage", Meaning::DealId, "another column has this meaning already")]
#[case("no dates", "stage", Meaning::WonAt, "it is to hold dates")]
fn an_impossible_correction_is_refused(
    #[case] name: &str,
    #[case] column: &str,
    #[case] to: Meaning,
    #[case] message: &str,
) {
    let files = written(&[(
        "deals.csv",
        format!("{HEAD}\nA,Won,5,2024-01-01,2024-01-09\nB,Lost,5,2024-01-01,2024-01-09\n").as_bytes(),
    )]);
    let mut plan = import::recognise(&files.sources).unwrap();
    let at = plan.files[0].columns.iter().position(|c| c.name == column).unwrap();
    plan.files[0].columns[at].meaning = to;
    if name == "no id" {
        let error = read(&plan, &files.sources).unwrap_err().to_string();
        assert!(error.contains(message), "{error}");
        return;
    }
    let error = import::revise(&files.sources, plan).unwrap_err().to_string();
    assert!(error.starts_with("deals.csv: ") && error.contains(message), "{error}");
}

#[test]
fn a_correction_is_kept() {
    let files = written(&[("deals.csv", b"ref,who,stage,day\nA,Ann,Won,2024-01-01\nB,Bob,Lost,2024-01-09\n")]);
    let mut plan = import::recognise(&files.sources).unwrap();
    let (_, before, _) = all(&files.sources);
    assert!(!before.deal("A").fields.contains_key("owner"));
    plan.files[0].columns[1].meaning = Meaning::Owner;
    plan.files[0].columns[3].meaning = Meaning::Closed;
    let plan = import::revise(&files.sources, plan).unwrap();
    assert_eq!(plan.files[0].role, FileRole::Deals);
    let (kept, _) = read(&plan, &files.sources).unwrap();
    assert_eq!(kept.deal("A").fields["owner"], "Ann");
    assert_eq!(kept.deal("B").closed.unwrap().to_string(), "2024-01-09T00:00:00Z");
}

#[test]
fn a_missing_quotation_mark_costs_its_line_alone() {
    let rest = "C,Won,5,2024-01-01,2024-01-09\nD,Lost,5,2024-01-01,2024-01-09\n";
    let text = format!(
        "{HEAD},note\n{}{}",
        "A,Won,5,2024-01-01,2024-01-09,\"open\nB,Won,5,2024-01-01,2024-01-09,\"x\"\n",
        rest.replace('\n', ",\n")
    );
    let (_, kept, _) = one("deals.csv", &text);
    assert_eq!(kept.deals.iter().map(|d| d.key.as_str()).collect::<Vec<_>>(), ["B", "C", "D"]);
    assert_eq!((kept.rejects.len(), kept.rejects[0].line), (1, 2));
    assert!(kept.rejects[0].reason.contains("a quotation mark is opened"), "{}", kept.rejects[0].reason);
}

#[test]
fn a_quotation_mark_that_nothing_closes_costs_one_line() {
    let mut text = format!("{HEAD}\nA,Won,5,2024-01-01,2024-01-09\n\"B,Won,5,2024-01-01,2024-01-09\n");
    for nth in 0..100_000 {
        text.push_str(&format!("D{nth},Lost,5,2024-01-01,2024-01-09\n"));
    }
    let (_, kept, report) = one("deals.csv", &text);
    assert_eq!((report.rows.imported, report.rows.rejected), (100_001, 1));
    assert_eq!(kept.rejects[0].line, 3);
}

#[test]
fn no_file_at_all_is_said_so() {
    let error = import::recognise(&[]).unwrap_err().to_string();
    assert!(error.starts_with("no file given: "), "{error}");
}

#[rstest]
#[case::plain("x".repeat(5 << 20), "the row is longer than 1 MiB")]
#[case::cells("x,".repeat(2 << 20), "the row is longer than 1 MiB")]
#[case::open(format!("\"{}", "x".repeat(5 << 20)), "a quotation mark is opened and never closed")]
fn a_line_without_end_is_one_rejected_row(#[case] line: String, #[case] reason: &str) {
    for end in ["\n", "\r\n"] {
        let rows = [
            HEAD,
            "A,Won,5,2024-01-01,2024-01-09",
            &line,
            "B,Won,x,2024-01-01,2024-01-09",
            "C,Lost,7,2024-01-01,2024-01-09",
        ];
        let (_, kept, report) = one("deals.csv", &rows.join(end));
        let rejects: Vec<_> = kept.rejects.iter().map(|r| (r.line, r.reason.as_str())).collect();
        assert!(rejects.len() == 2 && rejects[0].0 == 3 && rejects[0].1.contains(reason), "{rejects:?}");
        assert!(rejects[1].0 == 4 && rejects[1].1.contains("is no number"), "{rejects:?}");
        assert_eq!((report.rows.imported, report.rows.rejected), (2, 2));
    }
}

#[rstest]
#[case::line("x".repeat(5 << 20), "line 1 is no header: it is longer than 1 MiB")]
#[case::mark(format!("\"{}", "a,b\n".repeat(1 << 19)), "line 1 is no header: it is longer than 1 MiB, or a quotation mark")]
#[case::columns((0..20_000).map(|n| format!("c{n},")).collect::<String>() + "\n1,2\n", "line 1 is no header: it has 20001 columns")]
fn a_header_without_end_is_refused(#[case] text: String, #[case] message: &str) {
    let files = written(&[("deals.csv", text.as_bytes())]);
    let error = import::recognise(&files.sources).unwrap_err().to_string();
    assert!(error.contains(message) && error.len() < 300, "{error}");
}
