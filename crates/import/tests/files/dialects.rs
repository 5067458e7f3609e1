//! Exports of CRMs, several files together, read without a word of configuration.

use import::{
    Plan, Report, Source,
    plan::{FileRole, Meaning},
};
use model::{Outcome, Side, event::kind};
use rstest::rstest;

use crate::sink::{Event, Kept};

fn fixtures(tool: &str, names: &[&str]) -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");
    let source = |name: &&str| Source::new(*name, format!("{folder}{tool}/{name}"));
    names.iter().map(source).collect()
}

fn export(tool: &str, names: &[&str]) -> (Plan, Kept, Report) {
    let (plan, kept, report) = crate::sink::all(&fixtures(tool, names));
    assert_eq!(kept.rejects, []);
    (plan, kept, report)
}

fn roles(plan: &Plan) -> Vec<FileRole> {
    plan.files.iter().map(|f| f.role).collect()
}

/// The steps of a deal in order of time, as `2024-01-10 stage.entered Qualified`.
fn path(kept: &Kept, deal: &str) -> Vec<String> {
    let mut steps: Vec<&Event> = kept.of(deal).into_iter().filter(|e| e.kind != kind::PERSON).collect();
    steps.sort_by_key(|e| e.at);
    let day = |e: &Event| e.at.map_or_else(|| "-".to_owned(), |at| at.to_string()[..10].to_owned());
    steps.iter().map(|e| format!("{} {} {}", day(e), e.kind, e.activity)).collect()
}

/// The people of a deal, as `Eva Buyer <eva@acme.example> Head of Operations, Decision maker @2024-01-03`.
fn people(kept: &Kept, deal: &str) -> Vec<String> {
    let mut people: Vec<String> = kept
        .of(deal)
        .into_iter()
        .filter(|e| e.kind == kind::PERSON)
        .map(|e| {
            let of = |name: &str| e.attributes.get(name).map_or("-", String::as_str);
            let at = e.at.map_or_else(|| "-".to_owned(), |at| at.to_string()[..10].to_owned());
            format!("{} <{}> {}, {} @{at}", of("name"), of("email"), of("title"), of("role"))
        })
        .collect();
    people.sort();
    people
}

fn notes(report: &Report, part: &str) -> bool {
    report.notes.iter().any(|n| n.contains(part))
}

const HUBSPOT: [&str; 4] = [
    "hubspot-crm-exports-all-deals.csv",
    "hubspot-crm-exports-all-contacts.csv",
    "hubspot-crm-exports-all-companies.csv",
    "hubspot-crm-exports-activities.csv",
];

#[test]
fn hubspot_deals_contacts_companies_and_activities() {
    let (plan, kept, report) = export("hubspot", &HUBSPOT);
    assert_eq!(roles(&plan), [FileRole::Deals, FileRole::People, FileRole::Lookup, FileRole::Events]);
    assert_eq!(kept.deals.len(), 4);
    assert_eq!(
        path(&kept, "9001"),
        [
            "2024-01-02 stage.entered Appointment Scheduled",
            "2024-01-03 call Call",
            "2024-01-03 email.sent E-mail sent",
            "2024-01-04 email.received E-mail received",
            "2024-01-08 meeting.missed Meeting missed",
            "2024-01-10 stage.entered Qualified To Buy",
            "2024-01-12 meeting.attended Meeting attended",
            "2024-01-12 note Note",
            "2024-01-15 task Task",
            "2024-02-01 deal.won Closed Won",
        ]
    );
    assert_eq!(
        people(&kept, "9001"),
        [
            "Eva Buyer <eva@acme.example> Head of Operations, Decision maker @-",
            "Finn Chef <finn@acme.example> Engineer, - @-"
        ]
    );
    let acme = kept.deal("9001");
    assert_eq!((acme.fields["value"].as_str(), acme.fields["currency"].as_str()), ("12000.50", "EUR"));
    assert_eq!((acme.fields["account"].as_str(), acme.fields["Industry"].as_str()), ("Acme", "Machinery"));
    assert_eq!(kept.deal("9002").fields["currency"], "USD");
    // what says whose act it was
    let side = |deal: &str, activity: &str| kept.of(deal).iter().find(|e| e.activity == activity).unwrap().side;
    assert_eq!(side("9001", "E-mail received"), Side::Prospect);
    assert_eq!(side("9001", "E-mail sent"), Side::Rep);
    assert_eq!(side("9001", "Meeting attended"), Side::Prospect);
    assert_eq!(side("9002", "Call"), Side::Prospect);
    // an activity of a person with one open deal is of that deal; one of two deals is of both
    assert!(path(&kept, "9002").contains(&"2024-01-21 call Call".to_owned()));
    assert!(path(&kept, "9003").contains(&"2024-02-15 email.sent E-mail sent".to_owned()));
    assert!(path(&kept, "9003").contains(&"2024-02-12 email.sent E-mail sent".to_owned()));
    assert!(path(&kept, "9002").contains(&"2024-02-12 email.sent E-mail sent".to_owned()));
    assert_eq!(report.rows.left_out, 2);
    assert!(notes(&report, "1 row is planned and not done"), "{:?}", report.notes);
    assert!(notes(&report, "had open then: 2."), "{:?}", report.notes);
    // a stage that was left for none
    assert!(path(&kept, "9004").contains(&"2024-03-15 stage.left Appointment Scheduled".to_owned()));
    assert_eq!(kept.deal("9002").modified.unwrap().to_string(), "2024-03-01T08:00:00Z");
}

#[test]
fn hubspot_without_the_activities_is_the_same_deals() {
    let (_, kept, _) = export("hubspot", &HUBSPOT[..1]);
    assert_eq!((kept.deals.len(), kept.outcomes(Outcome::Won), kept.outcomes(Outcome::Lost)), (4, 1, 1));
    assert_eq!(people(&kept, "9002"), ["Gus Stone <gus@bolt.example> -, - @-"]);
}

#[test]
fn hubspot_by_internal_names_with_owners_and_calls() {
    let (plan, kept, _) = export("hubspot", &["internal-names.csv", "owners.csv", "calls.csv"]);
    assert_eq!(roles(&plan), [FileRole::Deals, FileRole::Lookup, FileRole::Events]);
    assert_eq!(plan.files[2].activity.as_deref(), Some("Call"));
    assert_eq!(kept.deal("11").fields["owner"], "Ann Rep");
    assert_eq!(
        path(&kept, "11"),
        [
            "2024-01-01 stage.entered appointmentscheduled",
            "2024-01-05 call Call",
            "2024-01-06 call Call",
            "2024-01-20 deal.won closedwon",
        ]
    );
    assert_eq!(kept.of("12").iter().find(|e| e.kind == "call").unwrap().side, Side::Prospect);
    assert_eq!(kept.of("12").iter().find(|e| e.kind == "call").unwrap().actor.as_deref(), Some("Bob Rep"));
    // the present stage has a date of its own
    assert!(path(&kept, "13").contains(&"2024-01-22 stage.entered presentationscheduled".to_owned()));
    let outcomes: Vec<Outcome> = kept.deals.iter().map(|d| d.outcome.unwrap()).collect();
    assert_eq!(outcomes, [Outcome::Won, Outcome::Lost, Outcome::Open]);
}

const SALESFORCE: [&str; 8] = [
    "Opportunity.csv",
    "OpportunityFieldHistory.csv",
    "OpportunityContactRole.csv",
    "Contact.csv",
    "Account.csv",
    "User.csv",
    "Task.csv",
    "Event.csv",
];
const ACME: &str = "0065g00000AbCdE";
const BOLT: &str = "0065g00000AbCdF";

#[test]
fn salesforce_objects_are_one_story() {
    let mut files = SALESFORCE.to_vec();
    files.push("Lead.csv");
    let (plan, kept, report) = export("salesforce", &files);
    assert_eq!(
        roles(&plan),
        [
            FileRole::Deals,
            FileRole::Events,
            FileRole::People,
            FileRole::People,
            FileRole::Lookup,
            FileRole::Lookup,
            FileRole::Events,
            FileRole::Events,
            FileRole::Lookup
        ]
    );
    assert_eq!(
        path(&kept, ACME),
        [
            "2024-01-02 stage.entered Prospecting",
            "2024-01-03 call Call",
            "2024-01-03 email Email: Our brochure",
            "2024-01-10 stage.entered Qualification",
            "2024-01-12 meeting.held Meeting",
            "2024-01-15 activity Send quote",
            "2024-01-15 call Call",
            "2024-01-20 deal.changed Changed",
            "2024-01-21 deal.changed Changed",
            "2024-01-25 deal.changed Changed",
            "2024-02-01 deal.won Closed Won",
        ]
    );
    let deal = kept.deal(ACME);
    assert_eq!((deal.fields["owner"].as_str(), deal.fields["account"].as_str()), ("Ann Rep", "Acme"));
    assert_eq!(deal.fields["Lead_LeadSource"], "Trade fair");
    assert_eq!(kept.deals.len(), 3);
    assert!(kept.events.iter().all(|e| kept.deals.iter().any(|d| d.key == e.deal)), "no deal is invented");
    assert_eq!(
        people(&kept, ACME),
        [
            "Eva Buyer <eva@acme.example> Head of Operations, Decision Maker @2024-01-03",
            "Finn Chef <finn@acme.example> Engineer, Technical Buyer @2024-01-12"
        ]
    );
    let call = kept.of(ACME).into_iter().find(|e| e.kind == "call").unwrap().clone();
    assert_eq!((call.side, call.actor.as_deref()), (Side::Rep, Some("Ann Rep")));
    // of a contact, and of an account, with one open deal
    assert_eq!(path(&kept, BOLT).iter().filter(|s| s.ends_with("call Call")).count(), 2);
    assert!(notes(&report, "planned"), "{:?}", report.notes);
}

#[test]
fn a_history_with_values_enters_a_stage_once() {
    let (_, kept, report) =
        export("salesforce", &["Opportunity.csv", "OpportunityHistory-full.csv", "OpportunityFieldHistory.csv"]);
    let stages: Vec<String> =
        path(&kept, ACME).into_iter().filter(|s| s.contains("stage.entered") || s.contains("deal.won")).collect();
    assert_eq!(
        stages,
        [
            "2024-01-02 stage.entered Prospecting",
            "2024-01-10 stage.entered Qualification",
            "2024-02-01 deal.won Closed Won"
        ]
    );
    assert!(notes(&report, "tells the same"), "{:?}", report.notes);
}

#[test]
fn pipedrive_in_german_with_activities_by_name_and_a_flow() {
    let (plan, kept, report) = export("pipedrive", &["deals.csv", "activities.csv", "flow.csv", "persons.csv"]);
    assert_eq!(roles(&plan), [FileRole::Deals, FileRole::Events, FileRole::Events, FileRole::People]);
    assert_eq!(
        path(&kept, "1"),
        [
            "2024-01-02 stage.entered Qualifiziert",
            "2024-01-03 call Anruf",
            "2024-01-04 email E-Mail",
            "2024-01-12 meeting.held Besprechung",
            "2024-01-20 stage.entered Verhandlung",
            "2024-01-25 deal.changed Changed",
            "2024-02-01 deal.won won",
        ]
    );
    assert_eq!(kept.deal("1").fields["value"], "12000.50");
    assert_eq!((kept.outcomes(Outcome::Won), kept.outcomes(Outcome::Lost), kept.outcomes(Outcome::Open)), (1, 1, 1));
    assert_eq!(people(&kept, "1"), ["Eva Buyer <eva@acme.example> -, - @-"]);
    let names: Vec<String> = path(&kept, "2");
    assert!(names.contains(&"2024-01-15 activity Mittagessen".to_owned()), "{names:?}");
    assert!(names.contains(&"2024-01-16 call Anruf".to_owned()), "{names:?}");
    assert!(notes(&report, "planned"), "{:?}", report.notes);
}

#[test]
fn pipedrive_deals_alone_know_since_when_they_are_in_their_stage() {
    let (_, kept, _) = export("pipedrive", &["deals.csv"]);
    assert_eq!(path(&kept, "2"), ["2024-01-20 stage.entered Angebot"]);
}

#[test]
fn zoho_names_deals_by_name() {
    let (plan, kept, report) =
        export("zoho", &["Deals.csv", "Stage History.csv", "Calls.csv", "Meetings.csv", "Tasks.csv"]);
    assert_eq!(roles(&plan)[1..], [FileRole::Events; 4]);
    assert_eq!(
        path(&kept, "554023000000527001"),
        [
            "2024-01-02 stage.entered Qualification",
            "2024-01-03 call Call",
            "2024-01-10 stage.entered Needs Analysis",
            "2024-01-12 meeting.held Meeting",
            "2024-01-15 task Task",
            "2024-01-20 deal.changed Changed",
            "2024-02-01 deal.won Closed Won",
        ]
    );
    let bolt = kept.of("554023000000527002");
    assert_eq!(bolt.iter().filter(|e| e.kind == "call" && e.side == Side::Prospect).count(), 2);
    assert_eq!((kept.outcomes(Outcome::Won), kept.outcomes(Outcome::Lost)), (1, 1));
    assert_eq!(people(&kept, "554023000000527003"), ["Eva Buyer <-> -, - @-"]);
    assert!(notes(&report, "planned"), "{:?}", report.notes);
}

#[rstest]
#[case("hubspot", &HUBSPOT)]
#[case("salesforce", &SALESFORCE)]
fn the_order_of_the_files_does_not_matter(#[case] tool: &str, #[case] files: &[&str]) {
    let told = |files: &[&str]| {
        let (_, kept, _) = export(tool, files);
        let mut all: Vec<String> =
            kept.events.iter().map(|e| format!("{} {:?} {} {}", e.deal, e.at, e.kind, e.activity)).collect();
        all.sort();
        all
    };
    let back: Vec<&str> = files.iter().rev().copied().collect();
    assert_eq!(told(files), told(&back));
}

#[test]
fn stages_of_two_pipelines_keep_their_pipeline() {
    let text = "\"Record ID\",\"Deal Stage\",\"Pipeline\",\"Date entered \"\"Qualified (Sales)\"\"\",\"Date entered \"\"Qualified (Renewal)\"\"\",\"Date entered \"\"Offer (Sales)\"\"\"\n1,Offer (Sales),Sales,2024-01-01,,2024-01-05\n2,Qualified (Renewal),Renewal,,2024-01-02,\n3,Qualified (Sales),Sales,2024-01-03,,\n";
    let (plan, kept, _) = crate::sink::one("deals.csv", text);
    assert_eq!(plan.files[0].columns[3].meaning, Meaning::StageEntered { stage: "Qualified (Sales)".to_owned() });
    assert_eq!(path(&kept, "1"), ["2024-01-01 stage.entered Qualified (Sales)", "2024-01-05 stage.entered Offer"]);
    assert_eq!(path(&kept, "2"), ["2024-01-02 stage.entered Qualified (Renewal)"]);
}
