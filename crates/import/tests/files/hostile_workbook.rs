//! Workbooks as people really make them, and those made to do harm.

use std::io::{Cursor, Write as _};

use rstest::rstest;
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::sink::{Kept, all, read, written};

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn book(epoch: &str) -> String {
    format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr{epoch}/><sheets><sheet name="Deals" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    )
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn workbook(sheet: &str, strings: &str, epoch: &str) -> Vec<u8> {
    let strings = format!(r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{strings}</sst>"#);
    let sheet =
        format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#);
    archive(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", book(epoch).as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// Cells of a row: text, or `=` and a number, `#` and an error, `@` and a date's serial.
fn row(number: u32, first: u8, cells: &[&str]) -> String {
    let mut text = format!("<row r=\"{number}\">");
    for (nth, cell) in cells.iter().enumerate() {
        let at = format!("{}{number}", char::from(first + nth as u8));
        let cell = match cell.chars().next() {
            None => continue,
            Some('=') => format!("<c r=\"{at}\"><v>{}</v></c>", &cell[1..]),
            Some('@') => format!("<c r=\"{at}\" s=\"1\"><v>{}</v></c>", &cell[1..]),
            Some('#') => format!("<c r=\"{at}\" t=\"e\"><f>X</f><v>{cell}</v></c>"),
            _ => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
        };
        text.push_str(&cell);
    }
    text + "</row>"
}

fn sheet(rows: &[String]) -> String {
    format!("<sheetData>{}</sheetData>", rows.concat())
}

fn taken(bytes: &[u8]) -> (Kept, import::Report) {
    let (_, kept, report) = all(&written(&[("deals.xlsx", bytes)]).sources);
    (kept, report)
}

fn refused(bytes: &[u8]) -> String {
    let files = written(&[("deals.xlsx", bytes)]);
    match import::recognise(&files.sources) {
        Err(error) => error.to_string(),
        Ok(plan) => read(&plan, &files.sources).map(|(_, report)| format!("{report:?}")).unwrap_err().to_string(),
    }
}

const HEAD: [&str; 5] = ["deal id", "stage", "amount", "created at", "close date"];

#[rstest]
#[case("1900", "", "2024-01-01")]
#[case("1904", " date1904=\"1\"", "2028-01-02")]
fn dates_count_from_the_epoch_of_the_workbook(#[case] _name: &str, #[case] epoch: &str, #[case] day: &str) {
    let rows = [
        row(1, b'A', &HEAD),
        row(2, b'A', &["D1", "Won", "=1234.5", "@45292", "@45323.5"]),
        row(3, b'A', &["D2", "Lost", "=7", "@45292", "@45324"]),
    ];
    let (kept, _) = taken(&workbook(&sheet(&rows), "", epoch));
    assert_eq!(kept.deal("D1").created.unwrap().to_string()[..10], *day);
    assert_eq!(kept.deal("D1").fields["value"], "1234.5");
}

#[test]
fn a_title_above_and_columns_to_the_left_are_no_part_of_the_table() {
    let rows = [
        row(2, b'C', &["Pipeline of March"]),
        row(4, b'C', &HEAD),
        row(5, b'C', &["D1", "Won", "=5", "@45292", "@45323"]),
        row(7, b'C', &["D2", "Lost", "oops", "@45292", "@45324"]),
        row(8, b'C', &["D3", "Lost", "=6", "@45292", "@45325"]),
    ];
    let (kept, report) = taken(&workbook(&sheet(&rows), "", ""));
    assert_eq!((report.rows.imported, report.rows.rejected), (2, 1));
    assert_eq!((kept.rejects[0].line, kept.rejects[0].column.as_str()), (7, "amount"));
}

#[test]
fn errors_of_formulas_are_empty_and_counted_and_numbers_may_be_text() {
    let rows = [
        row(1, b'A', &HEAD),
        row(2, b'A', &["D1", "Won", "#N/A", "@45292", "@45323"]),
        row(3, b'A', &["D2", "Lost", "1,250.00", "@45292", "#REF!"]),
        row(4, b'A', &["D3", "Lost", "=6", "@45292", "@45325"]),
    ];
    let (kept, report) = taken(&workbook(&sheet(&rows), "", ""));
    assert!(report.notes.iter().any(|n| n.contains("2 cells hold an error of a formula")), "{:?}", report.notes);
    assert!(!kept.deal("D1").fields.contains_key("value"));
    assert_eq!(kept.deal("D2").fields["value"], "1250.00");
}

#[test]
fn a_cell_far_away_does_not_make_a_table_of_17_billion_cells() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let rows = [
        row(1, b'A', &HEAD),
        row(2, b'A', &["D1", "Won", "=5", "@45292", "@45323"]),
        row(3, b'A', &["D2", "Lost", "=5", "@45292", "@45323"]),
        far.to_owned(),
    ];
    let text = format!("<dimension ref=\"A1:XFD1048576\"/>{}", sheet(&rows));
    let (kept, report) = taken(&workbook(&text, "", ""));
    assert_eq!((kept.deals.len(), report.rows.rejected, kept.rejects[0].line), (2, 1, 1_048_576));
}

fn bomb(part: &str) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
    zip.write_all(book("").as_bytes()).unwrap();
    zip.start_file(part, SimpleFileOptions::default()).unwrap();
    zip.write_all(b"<sst>").unwrap();
    let piece = format!("<si><t>{}</t></si>", "x".repeat(1 << 20));
    for _ in 0..600 {
        zip.write_all(piece.as_bytes()).unwrap();
    }
    zip.write_all(b"</sst>").unwrap();
    zip.finish().unwrap().into_inner()
}

#[rstest]
#[case("zip bomb", bomb("xl/worksheets/sheet1.xml"), "as only files made to fill the memory do")]
#[case("zip bomb of texts", bomb("xl/sharedStrings.xml"), "as only files made to fill the memory do")]
#[case(
    "entity bomb",
    archive(&[("xl/workbook.xml", b"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\">]><workbook>&b;</workbook>")]),
    "declares a document type"
)]
#[case("endless cell", workbook(&format!("<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>{}</v></c></row></sheetData>", "x".repeat(20 << 20)), "", ""), "larger than 16 MiB")]
#[case("no sheet", archive(&[("xl/workbook.xml", book("").as_bytes())]), "the workbook cannot be read: ")]
#[case("no workbook", archive(&[("word/document.xml", b"<document/>")]), "an office document that is no workbook")]
#[case("binary workbook", archive(&[("xl/workbook.bin", b"hi")]), "a binary workbook (XLSB)")]
#[case("empty", workbook(&sheet(&[]), "", ""), "the file is empty")]
#[case("cut off", { let mut b = workbook(&sheet(&[row(1, b'A', &HEAD)]), "", ""); b.truncate(700); b }, "a ZIP archive that is damaged or cut off")]
#[case(
    "cut off sheet",
    workbook("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c>", "", ""),
    "the workbook cannot be read: its XML is damaged"
)]
fn what_would_do_harm_is_refused(#[case] _name: &str, #[case] bytes: Vec<u8>, #[case] message: &str) {
    let error = refused(&bytes);
    assert!(error.starts_with("deals.xlsx: ") && error.contains(message), "{error}");
}

fn protected() -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/EncryptedPackage").unwrap().write_all(b"secret").unwrap();
    file.create_stream("/EncryptionInfo").unwrap().write_all(b"info").unwrap();
    file.into_inner().into_inner()
}

/// An old workbook of these records.
fn old(book: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream("/Workbook").unwrap().write_all(book).unwrap();
    file.into_inner().into_inner()
}

/// An old workbook with a sheet of one record.
fn of_one_record(kind: u16, body: &[u8]) -> Vec<u8> {
    let length = body.len() as u16;
    let parts: [&[u8]; 5] =
        [&[0x09, 0x08, 4, 0, 0, 6, 0x10, 0], &kind.to_le_bytes(), &length.to_le_bytes(), body, &[0x0a, 0, 0, 0]];
    old(&parts.concat())
}

/// What a sheet says of its rows and columns: the first, and the one behind the last.
fn dimensions(rows: (u32, u32), columns: (u16, u16)) -> Vec<u8> {
    let rows = [rows.0.to_le_bytes(), rows.1.to_le_bytes()].concat();
    let columns = [columns.0.to_le_bytes(), columns.1.to_le_bytes(), [0; 2]].concat();
    of_one_record(0x0200, &[rows, columns].concat())
}

/// An old workbook with cells far apart on many sheets.
fn spread() -> Vec<u8> {
    let mut book = Vec::new();
    for _ in 0..100 {
        book.extend([0x09, 0x08, 4, 0, 0, 6, 0x10, 0]);
        for (r, c) in [(0_u16, 0_u16), (65_535, 255)] {
            book.extend([0x03, 0x02, 14, 0]);
            book.extend(r.to_le_bytes());
            book.extend(c.to_le_bytes());
            book.extend([0; 10]);
        }
        book.extend([0x0a, 0, 0, 0]);
    }
    old(&book)
}

#[rstest]
#[case("password", protected(), "it is protected by a password; take the password off")]
#[case("a document", { let mut f = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap(); f.create_stream("/WordDocument").unwrap(); f.into_inner().into_inner() }, "an old Office document that is no workbook")]
#[case("dimensions of nobody", dimensions((0, u32::MAX), (0, 0x1000)), "span more than 20 million cells")]
#[case("dimensions that end before they begin", dimensions((9, 2), (0, 4)), "span more than 20 million cells")]
#[case("a column far right", of_one_record(0x0203, &[[0xff; 4].as_slice(), &[0; 10]].concat()), "span more than 20 million cells")]
#[case("numbers far right", of_one_record(0x00bd, &[[0xff, 0xff, 0, 0].as_slice(), &[0; 6], &[0xff, 0xff]].concat()), "span more than 20 million cells")]
#[case("cells far apart", spread(), "span more than 20 million cells")]
#[case("damaged", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1damaged".to_vec(), "the workbook cannot be read: it is damaged")]
fn an_old_workbook_that_cannot_be_read_says_why(#[case] _name: &str, #[case] bytes: Vec<u8>, #[case] message: &str) {
    let error = refused(&bytes);
    assert!(error.starts_with("deals.xlsx: ") && error.contains(message), "{error}");
}

const ODS: &str = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Deals">
<table:table-row><table:table-cell office:value-type="string"><text:p>deal id</text:p></table:table-cell><table:table-cell><text:p>stage</text:p></table:table-cell><table:table-cell><text:p>amount</text:p></table:table-cell><table:table-cell><text:p>close date</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
<table:table-row><table:table-cell><text:p>D<text:s text:c="2"/>&amp;1</text:p></table:table-cell><table:table-cell><text:p>Won</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="1234.5"><text:p>1.234,50 €</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-02-01T12:30:00"><office:annotation><text:p>note</text:p></office:annotation><text:p>01.02.24</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
<table:table-row><table:table-cell><text:p>D2</text:p></table:table-cell><table:table-cell><text:p>Lost</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="date" office:date-value="2024-02-30"><text:p>?</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>D3</text:p></table:table-cell><table:table-cell><text:p>Lost</text:p></table:table-cell><table:table-cell/><table:table-cell office:value-type="date" office:date-value="2024-02-03"/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

#[test]
fn an_open_document_sheet_is_read() {
    let (kept, report) = taken(&archive(&[("content.xml", ODS.as_bytes())]));
    let deal = kept.deal("D  &1");
    assert_eq!(
        (deal.fields["value"].as_str(), deal.closed.unwrap().to_string().as_str()),
        ("1234.5", "2024-02-01T12:30:00Z")
    );
    assert_eq!((report.rows.imported, report.rows.rejected), (2, 1));
    assert_eq!((kept.rejects[0].line, kept.rejects[0].value.as_str()), (6, "2024-02-30"));
}

#[rstest]
#[case("cut off", ODS[..ODS.len() / 2].to_owned(), "the workbook cannot be read: its XML is damaged")]
#[case("repeats", ODS.replace("number-rows-repeated=\"3\"><table:table-cell/>", "number-rows-repeated=\"99999999\"><table:table-cell table:number-columns-repeated=\"99999999\"><text:p>x</text:p></table:table-cell>"), "no deals and no events are found")]
#[case("doctype", format!("<!DOCTYPE x>{ODS}"), "declares a document type")]
fn a_hostile_open_document_sheet_is_bounded(#[case] _name: &str, #[case] text: String, #[case] message: &str) {
    let bytes = archive(&[("content.xml", text.as_bytes())]);
    let error = refused(&bytes);
    assert!(error.contains(message) && error.len() < 1000, "{error}");
}
