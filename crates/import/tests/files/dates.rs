//! Orders of day, month and year; decimal signs.

use import::plan::DateOrder::{self, DayFirst, MonthFirst, YearFirst};
use rstest::rstest;

use crate::sink::one;

fn table(delimiter: char, dates: &[&str]) -> String {
    let mut text = ["deal_id", "stage", "close_date"].join(&delimiter.to_string());
    for (nth, date) in dates.iter().enumerate() {
        let stage = if nth % 2 == 0 { "Won" } else { "Lost" };
        text.push_str(&format!("\nD{nth}{delimiter}{stage}{delimiter}{date}"));
    }
    text + "\n"
}

#[rstest]
#[case("one decides", ',', &["01/02/2024", "03/04/2024", "13/04/2024"], DayFirst, 0, 0)]
#[case("one decides, month", ',', &["01/02/2024", "03/04/2024", "04/13/2024"], MonthFirst, 0, 0)]
#[case("the majority stands", ',', &["13/02/2024", "14/04/2024", "04/15/2024", "16/01/2024"], DayFirst, 1, 0)]
#[case("points are day first", ',', &["01.02.2024", "03.04.2024"], DayFirst, 0, 0)]
#[case("nothing decides", ',', &["01/02/2024", "03/04/2024"], MonthFirst, 0, 1)]
#[case("nothing decides, semicolon", ';', &["01/02/2024", "03/04/2024"], DayFirst, 0, 1)]
#[case("a stray other order", ',', &["2024-02-01", "2024-02-02", "03.04.2024"], YearFirst, 1, 0)]
#[case("names of months", ',', &["3 Feb 2024", "14 March 2024"], YearFirst, 0, 0)]
fn the_order_is_that_of_the_column(
    #[case] _name: &str,
    #[case] delimiter: char,
    #[case] dates: &[&str],
    #[case] order: DateOrder,
    #[case] rejects: usize,
    #[case] questions: usize,
) {
    let (plan, kept, _) = one("deals.csv", &table(delimiter, dates));
    assert_eq!(plan.files[0].columns[2].dates, Some(order));
    assert_eq!(kept.rejects.len(), rejects, "{:?}", kept.rejects);
    assert_eq!(plan.questions.len(), questions, "{:?}", plan.questions);
    if rejects > 0 {
        assert!(kept.rejects[0].reason.contains("the other rows of this column are"), "{}", kept.rejects[0].reason);
    }
}

#[test]
fn the_whole_file_is_searched_for_the_date_that_decides() {
    let mut dates = vec!["01/02/2024"; 400_000];
    dates.push("31/01/2024");
    let (plan, kept, _) = one("deals.csv", &table(',', &dates));
    assert!(plan.files[0].bytes > 8 << 20);
    assert_eq!(plan.files[0].columns[2].dates, Some(DayFirst));
    assert_eq!(plan.questions, []);
    assert_eq!(kept.deal("D0").closed.unwrap().to_string(), "2024-02-01T00:00:00Z");
    assert_eq!(kept.rejects, []);
}

#[rstest]
#[case(',', &["1,234.50", "2.5"], "\"1,234.50\"", "1234.50")]
#[case(';', &["1.234,50", "2,5"], "1.234,50", "1234.50")]
#[case(';', &["1.234", "2.345"], "1.234", "1234")]
#[case(',', &["1.234", "2.345"], "1.234", "1.234")]
#[case(';', &["€ 5", "€ 1.000"], "€ 5", "5")]
fn the_decimal_sign_is_that_of_the_column(
    #[case] delimiter: char,
    #[case] values: &[&str],
    #[case] shown: &str,
    #[case] value: &str,
) {
    let quoted = |v: &str| if v.contains(delimiter) { format!("\"{v}\"") } else { v.to_owned() };
    let mut text = format!("deal_id{delimiter}stage{delimiter}amount\n");
    for (nth, v) in values.iter().enumerate() {
        text.push_str(&format!("{nth}{delimiter}Won{delimiter}{}\n", quoted(v)));
    }
    let (_, kept, _) = one("deals.csv", &text);
    assert_eq!(kept.rejects, [], "{shown}");
    assert_eq!(kept.deal("0").fields["value"], value);
}

#[test]
fn a_sign_of_money_names_the_currency() {
    let (_, kept, _) = one("deals.csv", "deal_id,stage,amount\n1,Won,€5\n2,Lost,\n3,Won,$7\n");
    assert_eq!(kept.deal("1").fields["currency"], "EUR");
    assert_eq!(kept.deal("3").fields["currency"], "USD");
    assert!(!kept.deal("2").fields.contains_key("currency"));
}

#[test]
fn a_day_without_time_closes_after_the_hour_of_creation() {
    let (_, kept, _) = one(
        "deals.csv",
        "deal_id,stage,created_at,close_date\n1,Won,2024-01-05 15:00,2024-01-05\n2,Lost,2024-01-05 15:00,2024-01-04\n3,Offer,2024-01-05 15:00,\n",
    );
    assert_eq!(kept.deal("1").closed, kept.deal("1").created);
    assert_eq!(kept.rejects[0].line, 3);
}

#[test]
fn the_zone_of_the_plan_holds_for_times_without_one() {
    let files = crate::sink::written(&[(
        "deals.csv",
        b"deal_id,stage,close_date\n1,Won,2024-07-01 12:00\n2,Lost,2024-07-01 12:00Z\n",
    )]);
    let mut plan = import::recognise(&files.sources).unwrap();
    plan.zone = "Europe/Berlin".to_owned();
    let (kept, _) = crate::sink::read(&plan, &files.sources).unwrap();
    assert_eq!(kept.deal("1").closed.unwrap().to_string(), "2024-07-01T10:00:00Z");
    assert_eq!(kept.deal("2").closed.unwrap().to_string(), "2024-07-01T12:00:00Z");
    plan.zone = "Mars/Olympus".to_owned();
    assert!(import::revise(&files.sources, plan).unwrap_err().to_string().contains("is no time zone"));
}

#[test]
fn a_column_that_changes_its_order_is_said_and_never_mixed() {
    let mut text = "deal_id;stage;close_date\n".to_owned();
    for n in 0..40 {
        let date = if n < 20 { format!("{:02}/03/2024", n + 5) } else { format!("03/{:02}/2024", n - 15) };
        text.push_str(&format!("D{n};Won;{date}\n"));
    }
    let files = crate::sink::written(&[("deals.csv", text.as_bytes())]);
    let plan = import::recognise(&files.sources).unwrap();
    assert!(plan.files[0].columns[2].mixed_dates);
    let question = plan.questions.iter().find(|q| q.column.as_deref() == Some("close_date")).unwrap();
    assert!(
        question.text.contains("line 10 to line 21") && question.text.contains("line 30 to line 41"),
        "{question:?}"
    );
    let (kept, report) = crate::sink::read(&plan, &files.sources).unwrap();
    assert_eq!((report.rows.imported, report.rows.rejected), (12, 28));
    assert!(kept.deals.iter().all(|d| d.closed.unwrap().to_string().starts_with("2024-03-")));
    assert!(kept.rejects[0].reason.contains("both orders"), "{:?}", kept.rejects[0]);
}
