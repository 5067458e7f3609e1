//! Statements of commission in print.

use manual::statement::{Sheet, SheetLine, print};
use rstest::rstest;

fn sheet(text: &str) -> Sheet {
    let own = || text.to_owned();
    let line = SheetLine {
        deal: own(),
        day: "2026-01-12".into(),
        price: "60,000.00 EUR".into(),
        share: "100 %".into(),
        amount: "3,300.00".into(),
        says: own(),
    };
    Sheet {
        company: own(),
        person: own(),
        plan: own(),
        period: "2026-01".into(),
        days: "2026-01-01 to 2026-01-31".into(),
        total: "3,300.00".into(),
        currency: "EUR".into(),
        figures: vec![(own(), "3,300.00".into())],
        lines: vec![line],
        then: vec![own()],
        terms: vec![own()],
        notes: vec![own()],
        date: "2026-02-01".into(),
    }
}

#[rstest]
#[case::code("#panic(\"read as code\")")]
#[case::file("#read(\"/etc/passwd\")")]
#[case::import("#import \"statement.typ\": *")]
#[case::markup("*b _i_ `c` $x$ = h <label> @ref [c] \\ // c /* c")]
#[case::quotes("\"\\\" ] } ) end")]
#[case::letters("Ω 契約 שלום 🎉 \u{0} \u{202e}abc")]
#[case::long(&"x".repeat(3_000))]
#[case::empty("")]
fn strange_names_are_only_text(#[case] text: &str) {
    let sheets = [sheet(text), sheet("Ann")];
    let pdf = print(&sheets).unwrap();
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, print(&sheets).unwrap(), "the same statements make the same bytes");
}

#[test]
fn a_statement_without_deals_and_one_with_many() {
    let mut many = sheet("Ann");
    many.lines = vec![many.lines[0].clone(); 200];
    let empty = Sheet { lines: Vec::new(), figures: Vec::new(), notes: Vec::new(), ..sheet("Ben") };
    assert!(print(std::slice::from_ref(&empty)).unwrap().len() < print(&[empty, many]).unwrap().len());
}
