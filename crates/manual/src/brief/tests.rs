#![allow(clippy::unwrap_used)]

use model::{
    Timestamp,
    ids::DealId,
    meeting::{Meeting, MeetingState, Plan},
    objection::{DealObjection, ObjectionState},
    people::DealPerson,
    process::{Content, Objection, Persona, Process, Reply, Stage},
    research::{DealFinding, FindingKind},
};
use rstest::rstest;

use super::*;

const AT: &str = "2026-03-02T09:00:00Z";

fn at() -> Timestamp {
    AT.parse().unwrap()
}

fn process() -> Process {
    let objection = |id: &str| Objection {
        id: id.into(),
        kind: "cost".into(),
        says: format!("Says {id}"),
        answers: vec![Reply { id: "first".into(), says: format!("Answer to {id}"), proof: "mill".into() }],
    };
    let content = |id: &str, kind: &str, personas: &[&str]| Content {
        id: id.into(),
        name: format!("The {id}"),
        kind: kind.into(),
        personas: personas.iter().map(|p| (*p).to_owned()).collect(),
        ..Content::default()
    };
    Process {
        stages: vec![Stage {
            id: "demo".into(),
            name: "Demo".into(),
            objections: vec!["late".into()],
            ..Stage::default()
        }],
        personas: vec![Persona {
            id: "it".into(),
            name: "IT lead".into(),
            objections: vec!["dear".into(), "safe".into()],
            ..Persona::default()
        }],
        library: vec![
            content("mill", "case-study", &[]),
            content("mail", "email-template", &[]),
            content("bank", "case-study", &["cfo"]),
            content("deck", "deck", &["it"]),
        ],
        objections: vec![objection("dear"), objection("safe"), objection("late")],
        ..Process::default()
    }
}

fn finding(kind: FindingKind, text: &str, objection: &str, struck: bool) -> DealFinding {
    DealFinding {
        id: text.into(),
        kind,
        text: text.into(),
        link: String::new(),
        objection: objection.into(),
        by: None,
        at: at(),
        struck_by: None,
        struck,
    }
}

fn made(choices: &BriefChoices) -> Brief {
    let process = process();
    let mut deal = model::Deal::new(DealId::of_key("1"), "1");
    (deal.name, deal.account, deal.owner) = ("Mill".into(), Some("Acme".into()), Some("Ann".into()));
    let findings = [
        finding(FindingKind::UseCase, "Less scrap", "", false),
        finding(FindingKind::Pain, "A fifth is thrown away", "", false),
        finding(FindingKind::Pain, "Rumour", "", true),
        finding(FindingKind::Objection, "Their lawyers are slow", "", false),
        finding(FindingKind::Objection, "x", "late", false),
        finding(FindingKind::Competitor, "Rival", "", false),
    ];
    let people = [DealPerson { name: "Eva".into(), title: Some("CFO".into()), ..DealPerson::default() }];
    let plan = Plan {
        title: "Show".into(),
        start: at(),
        minutes: 45,
        place: "Room 1".into(),
        tag: "demo".into(),
        ours: vec!["Ann".into(), "Ed".into()],
        theirs: vec!["eva".into(), "Cy".into()],
    };
    let meeting = Meeting {
        id: "m".into(),
        plan,
        state: MeetingState::Planned,
        sequence: 0,
        by: None,
        changed: at(),
        attended: Vec::new(),
        spent: Vec::new(),
        minutes_spent: 0,
        note: String::new(),
    };
    let raised = |id: &str, state| DealObjection { id: id.into(), says: id.into(), state, at: at() };
    compose(&Sources {
        company: "Ours",
        deal: &deal,
        process: &process,
        stage: process.stages.first(),
        findings: &findings,
        people: &people,
        meetings: &[meeting],
        objections: &[raised("safe", ObjectionState::Open), raised("dear", ObjectionState::Settled)],
        answers: &[("Budget?".into(), "yes".into())],
        usage: None,
        choices,
        zone: &jiff::tz::TimeZone::get("Europe/Berlin").unwrap(),
    })
}

#[test]
fn what_is_known_is_filled_in() {
    let brief = made(&BriefChoices::default());
    assert_eq!(
        (brief.use_cases, brief.pains),
        (vec!["Less scrap".to_owned()], vec!["A fifth is thrown away".to_owned()])
    );
    let says: Vec<String> = brief.objections.iter().map(|o| format!("{}: {}", o.says, o.because)).collect();
    // What is settled is not expected, though the persona usually brings it.
    assert_eq!(says, ["Says safe: raised, not answered", "Their lawyers are slow: found out", "Says late: found out"]);
    assert_eq!(
        (brief.objections[0].answer.as_str(), brief.objections[0].proof.as_str()),
        ("Answer to safe", "The mill")
    );
    let proof: Vec<&str> = brief.proof.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(proof, ["deck", "mill"], "for the persona first; no template, nothing for somebody else");
    assert_eq!(brief.theirs[0], BriefPerson { name: "eva".into(), part: "CFO".into() });
    assert_eq!(brief.ours.len(), 2);
    assert_eq!(brief.meeting.unwrap().when, "Monday, 2 March 2026, 10:00 to 10:45 (Europe/Berlin)");
    let agenda: Vec<String> = brief.agenda.iter().map(|i| format!("{} {}", i.from, i.minutes)).collect();
    assert_eq!(agenda, ["10:00 5", "10:05 5", "10:10 25", "10:35 5", "10:40 5"]);
}

#[test]
fn what_is_chosen_counts() {
    let choices = BriefChoices {
        use_cases: Some(Vec::new()),
        persona: Some(String::new()),
        proof: Some(vec!["bank".into(), "gone".into()]),
        ours: Some(vec![BriefPerson { name: "Xi".into(), part: "executive".into() }]),
        objections: Some(vec![
            ChosenObjection { id: "dear".into(), ..ChosenObjection::default() },
            ChosenObjection { says: "Own words".into(), ..ChosenObjection::default() },
        ]),
        agenda: Some(vec![AgendaItem { what: "All".into(), minutes: 7, from: "ignored".into() }]),
        ..BriefChoices::default()
    };
    let brief = made(&choices);
    assert!(brief.use_cases.is_empty() && brief.persona.is_none());
    assert_eq!((brief.proof.len(), brief.ours[0].part.as_str()), (1, "executive"));
    assert_eq!((brief.objections[0].answer.as_str(), brief.objections[1].answer.as_str()), ("Answer to dear", ""));
    assert_eq!((brief.agenda[0].from.as_str(), brief.minutes()), ("10:00", 7));
}

#[rstest]
#[case(0, 0)]
#[case(10, 5)]
#[case(30, 5)]
#[case(90, 5)]
#[case(1440, 5)]
fn the_usual_agenda_takes_the_time_there_is(#[case] minutes: u32, #[case] parts: usize) {
    let items = agenda::usual(minutes, None, false);
    assert_eq!((items.iter().map(|i| i.minutes).sum::<u32>(), items.len()), (minutes, parts));
}

#[rstest]
#[case(BriefChoices { pains: Some(vec![" ".into()]), ..BriefChoices::default() }, "pains.0")]
#[case(BriefChoices { pains: Some(vec!["x".repeat(601)]), ..BriefChoices::default() }, "pains.0")]
#[case(BriefChoices { pains: Some(vec!["x".into(); 21]), ..BriefChoices::default() }, "pains")]
#[case(BriefChoices { theirs: Some(vec![BriefPerson::default()]), ..BriefChoices::default() }, "theirs.0.name")]
#[case(BriefChoices { objections: Some(vec![ChosenObjection::default()]), ..BriefChoices::default() }, "objections.0.says")]
#[case(BriefChoices { note: "x".repeat(601), ..BriefChoices::default() }, "note")]
fn what_cannot_be_taken(#[case] choices: BriefChoices, #[case] field: &str) {
    assert_eq!(choices.check().err().map(|(field, _)| field).as_deref(), Some(field));
}

/// A brief whose every text is `words`, with as many of everything as can be chosen.
fn full(words: &str, many: usize) -> Brief {
    let text = || words.to_owned();
    let texts = || vec![text(); many];
    Brief {
        company: text(),
        prospect: text(),
        deal: text(),
        stage: text(),
        meeting: Some(BriefMeeting { title: text(), when: text(), place: text(), minutes: 45, id: text() }),
        use_cases: texts(),
        pains: texts(),
        persona: Some(BriefPersona {
            id: text(),
            name: text(),
            role: text(),
            goals: texts(),
            pains: texts(),
            trusts: texts(),
        }),
        ours: vec![BriefPerson { name: text(), part: text() }; many],
        theirs: vec![BriefPerson { name: text(), part: text() }; many],
        objections: vec![
            BriefObjection { says: text(), answer: text(), proof: text(), ..BriefObjection::default() };
            many
        ],
        proof: vec![BriefProof { name: text(), kind: text(), ..BriefProof::default() }; many],
        competitors: texts(),
        answers: vec![BriefAnswer { asks: text(), answer: text() }; many],
        agenda: vec![AgendaItem { what: text(), minutes: 5, from: "10:00".into() }; many],
        note: text(),
        ..Brief::default()
    }
}

#[rstest]
#[case::markup("#image(\"/etc/passwd\") *bold* $x^2$ \\ @ref <label> = Heading `raw` // --- #set page(width: 1pt)", 3)]
#[case::right_to_left("שלום עולם، مرحبا بالعالم", 4)]
#[case::emoji("🎉👩‍👩‍👧‍👦 \u{0}\u{7}", 4)]
#[case::lines("a\nb\nc\nd\ne\nf\ng", 4)]
#[case::as_much_as_can_be("word ".repeat(120), 20)]
#[case::endless("x".repeat(600), 20)]
#[case::wide("見積書".repeat(200), 20)]
fn whatever_was_typed_fits_on_one_page(#[case] words: impl AsRef<str>, #[case] many: usize) {
    let brief = full(words.as_ref(), many);
    let printed = print(&brief, at()).unwrap();
    assert!(printed.pdf.starts_with(b"%PDF-"));
    assert_eq!(printed, print(&brief, at()).unwrap(), "the same bytes");
    // What had no room is told, and nothing is told where all of it fits.
    assert!(many < 20 || printed.left_out.len() > 3, "{:?}", printed.left_out);
}

#[test]
fn a_usual_brief_keeps_everything() {
    assert_eq!(print(&made(&BriefChoices::default()), at()).unwrap().left_out, Vec::<String>::new());
}
