//! Columns by name and content, roles of files, joins.

use import::plan::{FileRole, Format, Meaning, Plan};
use rstest::rstest;

use crate::sink::{read, shared, written};

fn meaning_of(header: &str, cells: [&str; 4]) -> Meaning {
    let mut text = format!("deal_id;{header}\n");
    for (nth, cell) in cells.iter().enumerate() {
        text.push_str(&format!("D{nth};{cell}\n"));
    }
    // A second file with a stage makes the set complete whatever the column is.
    let stages = "deal_id;deal_stage\nX1;Won\nX2;Lost\nX3;Offer\n";
    let files = written(&[("a.csv", text.as_bytes()), ("b.csv", stages.as_bytes())]);
    let mut plan = import::recognise(&files.sources).unwrap();
    if plan.files[0].role == FileRole::Deals {
        return plan.files.swap_remove(0).columns.swap_remove(1).meaning;
    }
    plan.files[0].role = FileRole::Deals;
    plan.files[0].columns.clear();
    import::revise(&files.sources, plan).unwrap().files.swap_remove(0).columns.swap_remove(1).meaning
}

const DATES: [&str; 4] = ["2024-01-01", "2024-01-02", "", "2024-01-09"];
const WORDS: [&str; 4] = ["Ann", "Bob", "Ann", ""];
const NUMBERS: [&str; 4] = ["1", "2,5", "", "1.000"];

fn attribute(name: &str) -> Meaning {
    Meaning::Attribute { name: name.to_owned() }
}

#[rstest]
#[case("Opportunity Owner", WORDS, Meaning::Owner)]
#[case("sales_agent", WORDS, Meaning::Owner)]
#[case("Verkäufer", WORDS, Meaning::Owner)]
#[case("AccountName", WORDS, Meaning::Account)]
#[case("Kunde", WORDS, Meaning::Account)]
#[case("Produkt", WORDS, Meaning::Product)]
#[case("Team", WORDS, Meaning::Team)]
#[case("Betrag", NUMBERS, Meaning::Value)]
#[case("close_value", NUMBERS, Meaning::Value)]
#[case("Betrag", WORDS, attribute("Betrag"))]
#[case("Währung", ["EUR", "EUR", "", "USD"], Meaning::Currency)]
#[case("Erstellt am", DATES, Meaning::Created)]
#[case("engage_date", DATES, Meaning::Created)]
#[case("createdate", DATES, Meaning::Created)]
#[case("Abschlussdatum", DATES, Meaning::Closed)]
#[case("CloseDate", DATES, Meaning::Closed)]
#[case("close_date", WORDS, attribute("close_date"))]
#[case("Deal won time", DATES, attribute("Deal won time"))]
#[case("Won time", DATES, Meaning::WonAt)]
#[case("Verloren am", DATES, Meaning::LostAt)]
#[case("Status", ["Gewonnen", "Verloren", "Offen", ""], Meaning::Outcome)]
#[case("Ergebnis", ["won", "lost", "", "open"], Meaning::Outcome)]
#[case("IsWon", ["true", "false", "false", "true"], Meaning::Outcome)]
#[case("x", ["won", "lost", "", "open"], Meaning::Outcome)]
#[case("x", ["Closed Won", "Demo", "Offer", ""], Meaning::Stage)]
#[case("Phase", ["Demo", "Offer", "Demo", ""], Meaning::Stage)]
#[case("Date entered \"Offer (Sales Pipeline)\"", DATES, Meaning::StageEntered { stage: "Offer".to_owned() })]
#[case("hs_date_entered_presentation", DATES, Meaning::StageEntered { stage: "presentation".to_owned() })]
#[case("hs_date_exited_presentation", DATES, Meaning::StageLeft { stage: "presentation".to_owned() })]
#[case("demo_date", DATES, Meaning::ActivityAt { activity: "Demonstration".to_owned() })]
#[case("persona", WORDS, attribute("persona"))]
fn a_column_means(#[case] header: &str, #[case] cells: [&str; 4], #[case] expected: Meaning) {
    let quoted = if header.contains('"') { format!("\"{}\"", header.replace('"', "\"\"")) } else { header.to_owned() };
    assert_eq!(meaning_of(&quoted, cells), expected);
}

#[test]
fn a_date_named_after_a_stage_is_when_it_was_entered() {
    let text = "id,stage,created,proposal_date,close_date\n1,Won,2024-01-01,2024-01-05,2024-02-01\n2,Proposal,2024-01-01,2024-01-06,\n3,Lost,2024-01-01,,2024-02-01\n";
    let (plan, kept, _) = crate::sink::one("deals.csv", text);
    assert_eq!(plan.files[0].columns[3].meaning, Meaning::StageEntered { stage: "Proposal".to_owned() });
    let told: Vec<(&str, Option<&str>)> =
        kept.events.iter().map(|e| (e.activity.as_str(), e.stage.as_deref())).collect();
    assert_eq!(
        told,
        [("Proposal", Some("Proposal")), ("Won", Some("Proposal")), ("Proposal", Some("Proposal")), ("Lost", None)]
    );
}

#[rstest]
#[case(&["maven-crm/sales_pipeline.csv"], &[FileRole::Deals])]
#[case(&["sample-history/deals.csv"], &[FileRole::Deals])]
#[case(&["sample-history/events.csv"], &[FileRole::Events])]
#[case(&["logs/running_example.csv"], &[FileRole::Events])]
#[case(&["logs/running_example.xes"], &[FileRole::Events])]
fn a_file_is(#[case] files: &[&str], #[case] roles: &[FileRole]) {
    let plan = import::recognise(&shared(files)).unwrap();
    assert_eq!(plan.files.iter().map(|f| f.role).collect::<Vec<_>>(), roles);
}

#[test]
fn another_delimiter_can_be_chosen() {
    let text = b"deal_id,stage;x,close_date\n1,Won;y,2024-01-01\n2,Lost;z,2024-01-02\n";
    let files = written(&[("deals.csv", text)]);
    let mut plan = import::recognise(&files.sources).unwrap();
    assert_eq!(plan.files[0].columns[1].name, "stage;x");
    plan.files[0].format = Format::Delimited { encoding: "utf-8".to_owned(), delimiter: ';' };
    let plan = import::revise(&files.sources, plan).unwrap();
    assert_eq!(
        plan.files[0].columns.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(),
        ["deal_id,stage", "x,close_date"]
    );
}

#[test]
fn a_column_made_a_date_gets_the_order_of_its_dates() {
    let files = written(&[("deals.csv", b"deal_id,stage,day\n1,Won,13/01/2024\n2,Lost,02/02/2024\n")]);
    let mut plan = import::recognise(&files.sources).unwrap();
    plan.files[0].columns[2].meaning = Meaning::Closed;
    plan.files[0].columns[2].dates = None;
    let plan = import::revise(&files.sources, plan).unwrap();
    let (kept, _) = read(&plan, &files.sources).unwrap();
    assert_eq!(kept.deal("2").closed.unwrap().to_string(), "2024-02-02T00:00:00Z");
}

#[test]
fn closed_and_not_won_is_lost() {
    let text =
        "Id,StageName,IsClosed,IsWon\n1,Dead,true,false\n2,Signed,true,true\n3,Offer,false,false\n4,Dead,true,false\n";
    let (_, kept, _) = crate::sink::one("deals.csv", text);
    let outcomes: Vec<&str> = kept.deals.iter().map(|d| d.outcome.unwrap().word()).collect();
    assert_eq!(outcomes, ["lost", "won", "open", "lost"]);
}

const DEALS: &str =
    "deal_id,stage,owner_id,product\n1,Won,u1,GTXPro\n2,Lost,u2,GTX Pro\n3,Offer,u1,Basicc\n4,Won,u2,Zebra\n";
const PEOPLE: &str = "id,full_name,office\nu1,Ann,East\nu2,Bob,West\nu3,Cid,West\n";
const PRODUCTS: &str = "product,price,owner\nGTX Pro,5,x\nBasic,2,y\nPlus,3,z\n";

fn plan_of(files: &[(&str, &str)]) -> (crate::sink::Written, Plan) {
    let bytes: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let files = written(&bytes);
    let plan = import::recognise(&files.sources).unwrap();
    (files, plan)
}

#[test]
fn near_values_are_offered_and_only_the_sure_ones_accepted() {
    let (files, plan) = plan_of(&[("deals.csv", DEALS), ("people.csv", PEOPLE), ("products.csv", PRODUCTS)]);
    let join = plan.joins.iter().find(|j| j.column == "product").unwrap();
    let near: Vec<(&str, Option<&str>, bool)> =
        join.near.iter().map(|n| (n.value.as_str(), n.key.as_deref(), n.accepted)).collect();
    assert_eq!(near, [("Basicc", Some("Basic"), false), ("GTXPro", Some("GTX Pro"), true), ("Zebra", None, false)]);
    assert_eq!(join.matched, 1);
    let (kept, _) = read(&plan, &files.sources).unwrap();
    assert_eq!(kept.deal("1").fields["price"], "5");
    assert!(!kept.deal("3").fields.contains_key("price"));
    assert_eq!(kept.deal("1").fields["team"], "East");
}

#[test]
fn a_name_that_clashes_gets_the_file_before_it() {
    let (files, plan) = plan_of(&[("deals.csv", DEALS), ("products.csv", PRODUCTS)]);
    let (kept, _) = read(&plan, &files.sources).unwrap();
    assert_eq!(kept.deal("1").fields["products_owner"], "x");
    assert_eq!(kept.deal("1").fields["owner"], "u1");
}

#[test]
fn a_table_that_nothing_names_is_asked_about() {
    let (_, plan) = plan_of(&[("deals.csv", DEALS), ("colours.csv", "colour,size\nred,1\nblue,2\n")]);
    assert_eq!(plan.files[1].role, FileRole::Ignored);
    assert!(plan.questions.iter().any(|q| q.file == 1 && q.text.contains("colours.csv")), "{:?}", plan.questions);
}

#[test]
fn every_guess_says_why() {
    let (_, plan) = plan_of(&[("deals.csv", DEALS), ("people.csv", PEOPLE)]);
    for column in plan.files.iter().flat_map(|f| &f.columns) {
        assert!(!column.why.is_empty() && (0.0..=1.0).contains(&column.confidence), "{column:?}");
    }
    assert_eq!(plan.files[0].sample[0], ["1", "Won", "u1", "GTXPro"]);
}
