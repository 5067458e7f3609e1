//! Encodings, delimiters and workbooks.

use import::plan::Format;
use rstest::rstest;

use crate::sink::{all, written};

const TEXT: &str =
    "deal_id;stage;Kunde;Notiz\n1;Gewonnen;Müller & Söhne;„gut“\n2;Verloren;Bäckerei Groß;–\n3;Angebot;Zoë;x\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], bom: bool) -> Vec<u8> {
    let mark = bom.then_some(0xfeff);
    mark.into_iter().chain(text.encode_utf16()).flat_map(bytes).collect()
}

#[rstest]
#[case("utf-8", TEXT.as_bytes().to_vec())]
#[case("utf-8", [b"\xef\xbb\xbf", TEXT.as_bytes()].concat())]
#[case("utf-16le", utf16(TEXT, u16::to_le_bytes, true))]
#[case("utf-16be", utf16(TEXT, u16::to_be_bytes, true))]
#[case("utf-16le", utf16(TEXT, u16::to_le_bytes, false))]
#[case("utf-16be", utf16(TEXT, u16::to_be_bytes, false))]
#[case("windows-1252", encoding_rs::WINDOWS_1252.encode(TEXT).0.into_owned())]
fn encodings_are_recognised(#[case] label: &str, #[case] bytes: Vec<u8>) {
    let (plan, kept, _) = all(&written(&[("deals.csv", &bytes)]).sources);
    assert_eq!(plan.files[0].format, Format::Delimited { encoding: label.to_owned(), delimiter: ';' });
    assert_eq!(plan.files[0].columns[0].name, "deal_id");
    assert_eq!(kept.deal("1").fields["account"], "Müller & Söhne");
    assert_eq!(kept.deal("1").fields["Notiz"], "„gut“");
    assert_eq!(kept.deal("2").fields["account"], "Bäckerei Groß");
}

#[rstest]
#[case(',')]
#[case(';')]
#[case('\t')]
#[case('|')]
fn delimiters_are_recognised(#[case] delimiter: char) {
    let text = "deal_id;stage;note\n1;Won;a, b\n2;Lost;c\n3;Offer;d\n";
    let quoted = text.replace("a, b", "\"a, b\"").replace(';', &delimiter.to_string());
    let (plan, kept, _) = all(&written(&[("deals.txt", quoted.as_bytes())]).sources);
    assert_eq!(plan.files[0].format, Format::Delimited { encoding: "utf-8".to_owned(), delimiter });
    assert_eq!(kept.deal("1").fields["note"], "a, b");
}

#[test]
fn bytes_that_are_no_utf8_far_in_are_read_as_windows_1252_and_noted() {
    let mut bytes = b"deal_id,stage,account\n".to_vec();
    for nth in 0..60_000 {
        bytes.extend(format!("D{nth},Won,Plain company name\n").bytes());
    }
    assert!(bytes.len() > 1 << 20);
    bytes.extend(b"X,Lost,M\xfcller\n");
    let (_, kept, report) = all(&written(&[("deals.csv", &bytes)]).sources);
    assert_eq!(kept.deal("X").fields["account"], "Müller");
    assert_eq!(report.notes.len(), 1, "{:?}", report.notes);
}

#[test]
fn characters_on_the_border_of_two_pieces_stay_whole() {
    let mut text = "deal_id,stage,account\n".to_owned();
    for nth in 0..40_000 {
        text.push_str(&format!("D{nth},Won,\"Ä{}ü\n\"\"€\"\"\"\r\n", "ö".repeat(nth % 7)));
    }
    let (_, kept, report) = all(&written(&[("deals.csv", text.as_bytes())]).sources);
    assert_eq!((report.rows.imported, report.rows.rejected), (40_000, 0));
    for (nth, deal) in kept.deals.iter().enumerate() {
        assert_eq!(deal.fields["account"], format!("Ä{}ü\n\"€\"", "ö".repeat(nth % 7)));
    }
}

#[test]
fn a_first_line_that_names_the_delimiter_is_no_header() {
    let (plan, kept, _) =
        all(&written(&[("deals.csv", b"sep=;\ndeal_id;stage\n1;Won\n2;Lost\n1;Offer\n3;Won\n4;Won\n5;Won\n")]).sources);
    assert_eq!(plan.files[0].columns[0].name, "deal_id");
    assert_eq!(kept.deals.len(), 5);
    assert_eq!(kept.rejects[0].line, 5);
    assert!(kept.rejects[0].reason.contains("already used in line 3"), "{}", kept.rejects[0].reason);
}
