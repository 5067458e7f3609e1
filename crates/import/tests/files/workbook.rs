//! Workbooks: `data/workbook.xlsx` has the sheets Pipeline (a row of it is empty), Accounts and Empty.

use import::{
    Source,
    plan::{FileRole, Format},
};

use crate::sink::{all, read};

fn workbook() -> Vec<Source> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/workbook.xlsx");
    vec![Source::new("workbook.xlsx", path)]
}

#[test]
fn every_sheet_with_data_is_a_file() {
    let plan = import::recognise(&workbook()).unwrap();
    let files: Vec<(&str, FileRole, usize)> = plan.files.iter().map(|f| (f.name.as_str(), f.role, f.source)).collect();
    assert_eq!(
        files,
        [("workbook.xlsx (Pipeline)", FileRole::Deals, 0), ("workbook.xlsx (Accounts)", FileRole::Lookup, 0)]
    );
    assert_eq!(plan.files[0].format, Format::Sheet { sheet: "Pipeline".to_owned() });
}

#[test]
fn dates_numbers_and_joins_are_read() {
    let (_, kept, report) = all(&workbook());
    let deal = kept.deal("D1");
    assert_eq!(deal.created.unwrap().to_string(), "2022-01-04T00:00:00Z");
    assert_eq!(deal.closed.unwrap().to_string(), "2022-02-08T12:00:00Z");
    assert_eq!((deal.fields["value"].as_str(), deal.fields["Sector"].as_str()), ("1234.5", "Health"));
    assert_eq!(kept.deal("D2").fields["value"], "20");
    assert_eq!((report.rows.imported, report.rows.rejected), (6, 1));
    assert_eq!((kept.rejects[0].line, kept.rejects[0].column.as_str()), (6, "Amount"));
    assert_eq!(kept.rejects[0].file, "workbook.xlsx (Pipeline)");
}

#[test]
fn a_plan_from_another_place_reads_the_same() {
    let plan = import::recognise(&workbook()).unwrap();
    let text = serde_json::to_string(&plan).unwrap();
    let plan = import::revise(&workbook(), serde_json::from_str(&text).unwrap()).unwrap();
    assert_eq!(read(&plan, &workbook()).unwrap().0.deals.len(), 3);
}
