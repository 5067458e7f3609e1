use std::collections::{BTreeMap, BTreeSet};

use model::{
    Deal, Event, Outcome, Side,
    event::kind,
    ids::{DealId, EventId},
};
use rstest::rstest;

use super::data::{sample, time};
use crate::{
    discover::{interview::*, propose},
    log::{EventLog, EventLogBuilder},
    select::Selection,
};

/// A deal of words: `2026-03-02 prospect email.received E-mail received role=user,name=Eva`.
fn deal(key: &str, owner: &str, lines: &[&str]) -> (Deal, Vec<Event>) {
    let id = DealId::of_key(key);
    let mut events: Vec<Event> = lines.iter().enumerate().map(|(i, line)| event(id, i, line)).collect();
    events.sort_by_key(|e| e.at);
    let mut deal = Deal::new(id, key);
    events.iter().for_each(|e| deal.apply(e));
    deal.owner = Some(owner.to_owned());
    (deal, events)
}

fn event(deal: DealId, i: usize, line: &str) -> Event {
    let (head, tail) = line.split_once(" | ").unwrap_or((line, ""));
    let mut words = head.splitn(4, ' ');
    let mut next = || words.next().unwrap_or_default().to_owned();
    let (at, side, kind, activity) = (next(), next(), next(), next());
    let pairs = tail.split(" & ").filter_map(|pair| pair.split_once('='));
    Event {
        id: EventId::of_key(&format!("{deal}{i}")),
        deal,
        at: time(&at).unwrap(),
        undated: false,
        kind,
        activity,
        stage: None,
        side: if side == "prospect" { Side::Prospect } else { Side::Rep },
        actor: Some("Anna".into()),
        attributes: pairs.map(|(n, v)| (n.to_owned(), v.to_owned())).collect(),
        import: None,
    }
}

fn answer(question: &str, text: &str) -> String {
    format!("2026-06-01 rep answer.given Answered | question=interview.{question} & answer={text} & source=interview")
}

fn log(deals: &[(Deal, Vec<Event>)]) -> EventLog {
    let mut builder = EventLogBuilder::default();
    deals.iter().for_each(|(deal, events)| builder.add(deal, events));
    builder.finish()
}

const SALE: [&str; 7] = [
    "2026-03-01 rep deal.created Created | value=12000 & currency=EUR",
    "2026-03-02 prospect email.received E-mail received",
    "2026-03-04 rep call Call",
    "2026-03-20 rep demo Demonstration",
    "2026-03-25 rep deal.changed Changed | value=10200",
    "2026-04-12 rep deal.won Won",
    "2026-04-15 rep meeting.held Kick-off",
];

#[rstest]
#[case::another_way(
    "channel",
    "phone call",
    Some(false),
    "Anna remembers a phone call; the log begins with an e-mail from the prospect on 2 March 2026; the first phone call in it comes 2 days later."
)]
#[case::the_same_way(
    "channel",
    "e-mail",
    Some(true),
    "Anna and the log agree: it begins with an e-mail from the prospect on 2 March 2026."
)]
#[case::another_side(
    "first-act",
    "we went to them",
    Some(false),
    "Anna remembers that we went to them; the log begins with an e-mail from the prospect on 2 March 2026."
)]
#[case::longer(
    "duration",
    "4 months",
    Some(false),
    "Anna remembers 4 months; the log has 42 days from the first moment to the close."
)]
#[case::about_as_long(
    "duration",
    "5 weeks",
    Some(true),
    "Anna and the log agree: it has 42 days from the first moment to the close."
)]
#[case::another_discount(
    "discount",
    "10",
    Some(false),
    "Anna remembers 10 %; the log has the value going from 12000 to 10200, 15 % down."
)]
#[case::the_same_discount(
    "discount",
    "15",
    Some(true),
    "Anna and the log agree: it has the value going from 12000 to 10200, 15 % down."
)]
#[case::not_mentioned(
    "presented",
    "slides",
    Some(false),
    "The log has a demonstration on 20 March 2026, which Anna does not mention."
)]
#[case::mentioned(
    "presented",
    "a demonstration",
    Some(true),
    "Anna and the log agree: it has a demonstration on 20 March 2026."
)]
#[case::first_after(
    "after-sale",
    "a kick-off meeting",
    Some(true),
    "Anna and the log agree: it has “Kick-off” as first entry after the close, 3 days later."
)]
#[case::not_for_weeks(
    "after-sale",
    "nothing for weeks",
    Some(false),
    "Anna remembers nothing for weeks; the log has “Kick-off” as first entry after the close, 3 days later."
)]
fn beside_the_log(#[case] question: &str, #[case] text: &str, #[case] agrees: Option<bool>, #[case] sentence: &str) {
    let given = answer(question, text);
    let lines: Vec<&str> = SALE.iter().copied().chain([given.as_str()]).collect();
    let (deal, events) = deal("1", "Anna", &lines);
    let told = told(&deal, &events).unwrap();
    let beside = told.answers[0].beside.as_ref().unwrap();
    assert_eq!((beside.agrees, beside.sentence.as_str()), (agrees, sentence));
    assert_eq!(told.differing, u64::from(agrees == Some(false)));
}

#[rstest]
#[case::a_title(
    "the managing director or owner",
    "name=Eva Kern & title=CFO & role=decision-maker",
    Some(false),
    "Anna remembers that the managing director or owner decided; the log has Eva Kern, CFO as decision maker."
)]
#[case::the_same(
    "finance",
    "name=Eva Kern & title=CFO & role=decision-maker",
    Some(true),
    "Anna and the log agree: it has Eva Kern, CFO as decision maker."
)]
#[case::no_title(
    "finance",
    "name=Eva Kern & role=Decision Maker",
    None,
    "Anna remembers that finance decided; the log has Eva Kern as decision maker."
)]
fn who_decided(#[case] said: &str, #[case] person: &str, #[case] agrees: Option<bool>, #[case] sentence: &str) {
    let (given, person) = (answer("decider", said), format!("2026-03-03 rep person.added Person | {person}"));
    let (deal, events) = deal("1", "Anna", &[SALE[0], &person, SALE[5], &given]);
    let told = told(&deal, &events).unwrap();
    let beside = told.answers[0].beside.as_ref().unwrap();
    assert_eq!((beside.agrees, beside.sentence.as_str()), (agrees, sentence));
}

#[rstest]
#[case::same("Eva → decision maker", Some(true), "Anna and the log name the same people.")]
#[case::more("Eva Kern → decision maker\nTom → user", Some(false), "Anna also names Tom.")]
#[case::fewer("Tom", Some(false), "Anna also names Tom; the log also has Eva Kern.")]
fn who_it_was(#[case] said: &str, #[case] agrees: Option<bool>, #[case] sentence: &str) {
    let given = answer("people", said);
    let person = "2026-03-03 rep person.added Person | name=Eva Kern & role=user";
    // what the interview itself put on the deal is no second source
    let own = "2026-06-01 rep person.added Person | name=Zoe & source=interview";
    let (deal, events) = deal("1", "Anna", &[SALE[0], person, SALE[5], &given, own]);
    let told = told(&deal, &events).unwrap();
    let beside = told.answers[0].beside.as_ref().unwrap();
    assert_eq!((beside.agrees, beside.sentence.as_str()), (agrees, sentence));
}

#[test]
fn a_remembered_deal_has_no_log_to_differ_from() {
    let own = |line: &str| format!("{line} | source=interview");
    let (a, b) = (own("2026-03-01 rep deal.created Created"), own("2026-04-12 rep deal.won Won"));
    let lines =
        [a, b, answer("duration", "1 year"), answer("channel", "letter"), answer("presented", "a demonstration")];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let (deal, events) = deal("1", "Anna", &lines);
    let told = told(&deal, &events).unwrap();
    assert_eq!(told.answers.len(), 3);
    assert!(told.answers.iter().all(|a| a.beside.is_none()), "{told:?}");
}

#[test]
fn forgotten_and_taken_back_answers_are_not_compared() {
    let lines = [answer("channel", "I don't remember"), answer("pain", "dear"), answer("pain", "")];
    let lines: Vec<&str> = SALE.iter().copied().chain(lines.iter().map(String::as_str)).collect();
    let (deal, events) = deal("1", "Anna", &lines);
    let told = told(&deal, &events).unwrap();
    assert_eq!(told.answers.iter().map(|a| a.question.as_str()).collect::<Vec<_>>(), ["interview.channel"]);
    assert!(told.answers[0].beside.is_none() && told.answers[0].reply.forgotten);
}

fn told_log() -> EventLog {
    let sold = |key: &str, owner: &str, end: &str, answers: &[(&str, &str)]| {
        let end = format!("2026-04-12 rep {end} End");
        let answers: Vec<String> = answers.iter().map(|(q, a)| answer(q, a)).collect();
        let lines: Vec<&str> = [SALE[0], &end].into_iter().chain(answers.iter().map(String::as_str)).collect();
        deal(key, owner, &lines)
    };
    log(&[
        sold(
            "1",
            "Anna",
            kind::WON,
            &[
                ("pain", "Too slow\ncosts were too high"),
                ("objections", "Too expensive → showed the savings\nNo time"),
                ("duration", "6 weeks"),
            ],
        ),
        sold(
            "2",
            "Ben",
            kind::LOST,
            &[
                ("pain", "old"),
                ("pain", "too slow."),
                ("objections", "too expensive → a discount"),
                ("people", "Eva → decision maker, champion\nTom → champion"),
            ],
        ),
        sold(
            "3",
            "Ben",
            kind::WON,
            &[("objections", "Too  expensive! → showed the savings"), ("pain", "I don't remember")],
        ),
        sold("4", "Cleo", kind::WON, &[]),
    ])
}

#[test]
fn the_summary_counts_deals() {
    let found = interviews(&told_log(), &Selection::default());
    assert_eq!((found.deals.total, found.deals.won, found.deals.lost, found.reps), (3, 2, 1, 2));
    assert_eq!(found.sentence, "What is remembered of 3 deals of 2 reps: 2 won, 1 lost.");
    let pains: Vec<_> = found.pains().iter().map(|p| (p.text.as_str(), p.deals, p.won, p.lost)).collect();
    assert_eq!(pains, [("Too slow", 2, 1, 1), ("costs were too high", 1, 1, 0)]);
    let pain = found.questions.iter().find(|q| q.id == "interview.pain").unwrap();
    assert_eq!((pain.answered, pain.forgotten), (2, 1));
    let dear = &found.objections[0];
    assert_eq!((dear.objection.text.as_str(), dear.objection.won, dear.objection.lost), ("Too expensive", 2, 1));
    let answers: Vec<_> = dear.answers.iter().map(|a| (a.text.as_str(), a.won, a.lost)).collect();
    assert_eq!(answers, [("showed the savings", 2, 0), ("a discount", 0, 1)]);
    let roles: Vec<_> = found.said("interview.people").iter().map(|r| (r.text.as_str(), r.deals)).collect();
    assert_eq!(roles, [("champion", 1), ("decision maker", 1)]);
    let duration = found.questions.iter().find(|q| q.id == "interview.duration").unwrap();
    assert_eq!((duration.numbers.as_slice(), duration.said.len()), ([42.0].as_slice(), 0));
    let lost = Selection { outcome: vec![Outcome::Lost], ..Selection::default() };
    assert_eq!(interviews(&told_log(), &lost).deals.total, 1);
    assert_eq!(interviews(&log(&[]), &Selection::default()).sentence, "Nobody has answered yet.");
}

/// Six interviews: what is said more than once comes into the proposal, with the deals that tell it.
#[test]
fn what_reps_remember_comes_into_the_proposal() {
    let told = |key: &str, end: &str, lines: &[String]| {
        let lines: Vec<&str> = [SALE[0], end].into_iter().chain(lines.iter().map(String::as_str)).collect();
        deal(key, "Anna", &lines)
    };
    let (won, lost) = ("2026-04-12 rep deal.won Won", "2026-04-12 rep deal.lost Lost");
    let asked = |text: &str| answer("first-questions", text);
    let dear = |answered: &str| answer("objections", &format!("Too expensive → {answered}"));
    let log = log(&[
        told("Acme", won, &[asked("what hurts today"), dear("showed the savings")]),
        told("Borg", won, &[asked("What hurts today."), dear("showed the savings")]),
        told("Ceres", lost, &[asked("which budget there is"), dear("a discount")]),
        told("Delta", won, &[asked("what hurts today"), answer("agreed-next", "a trial")]),
        told("Echo", lost, &[answer("agreed-next", "a trial")]),
        told("Fox", lost, &[answer("pain", "it took too much time")]),
    ]);
    let found = propose(&log, &Selection::default());
    let stage = |id: &str| found.process.stages.iter().find(|s| s.id == id).unwrap();
    let first = stage("connecting-and-qualifying");
    // the template's own questions come first, without evidence
    let questions = first.questions.iter().filter(|q| !q.evidence.is_empty());
    let questions: Vec<_> = questions.map(|q| (q.name.as_str(), q.evidence.as_str())).collect();
    assert_eq!(questions, [("Ask: what hurts today", "Asked in 3 of 4 interviews (3 won): Acme, Borg and Delta.")]);
    let step = first.tasks.iter().find(|t| t.name == "Agree on the next step: a trial").unwrap();
    assert_eq!(step.evidence, "Agreed in 2 of 2 interviews (1 won, 1 lost): Delta and Echo.");
    let answers: Vec<_> =
        stage("handling-objections").content.iter().map(|c| c.evidence.as_str()).filter(|e| !e.is_empty()).collect();
    assert_eq!(
        answers,
        [
            "Raised in 3 of 3 interviews (2 won, 1 lost): Acme, Borg and Ceres. Answered with “showed the savings” (2 won), \
          “a discount” (1 lost)."
        ]
    );
    assert_eq!((found.basis.interviews, found.basis.enough), (6, false));
    assert!(found.open_questions.iter().all(|q| !q.contains("Ask the reps")), "they were asked");
    let flaws = model::process::lint(&found.process, None, &model::process::Known::default());
    assert!(flaws.iter().all(|f| f.level != model::process::Level::Error), "{flaws:?}");
}

#[test]
fn answers_do_not_move_the_day_of_the_figures() {
    assert_eq!(told_log().as_of(), time("2026-04-12"));
}

#[test]
fn the_choice_is_varied_and_always_the_same() {
    let log = sample();
    let all = Selection::default();
    let choice = choose(&log, &all, 6, &[], &[]);
    assert_eq!((choice.candidates, choice.chosen.len()), (60, 6));
    assert_eq!(choice, choose(&log, &all, 6, &[], &[]));
    let outcomes: BTreeSet<_> = choice.chosen.iter().map(|c| c.outcome.word()).collect();
    assert_eq!(outcomes.len(), 2, "won and lost");
    let owners: BTreeSet<_> = choice.chosen.iter().filter_map(|c| c.owner.as_deref()).collect();
    assert!(owners.len() >= 5, "{owners:?}");
    let whys: Vec<&str> = choice.chosen.iter().map(|c| c.why.as_str()).collect();
    assert!(whys.iter().any(|w| w.contains("quick: ")) && whys.iter().any(|w| w.contains("slow: ")), "{whys:?}");
    assert!(choice.chosen.iter().all(|c| c.why.starts_with(c.outcome.word())), "{whys:?}");
    // as varied as six deals at random are not: the range of days is wide
    let mut days: Vec<f64> = choice.chosen.iter().filter_map(|c| c.days).collect();
    days.sort_by(f64::total_cmp);
    assert!(days.last().unwrap() > &(days[0] * 3.0), "{days:?}");
}

#[test]
fn a_deal_is_swapped_for_another_that_differs() {
    let log = sample();
    let first = choose(&log, &Selection::default(), 4, &[], &[]);
    let ids: Vec<DealId> = first.chosen.iter().map(|c| c.id).collect();
    let swapped = choose(&log, &Selection::default(), 4, &ids[..3], &ids[3..]);
    let after: Vec<DealId> = swapped.chosen.iter().map(|c| c.id).collect();
    assert_eq!(after[..3], ids[..3]);
    assert_ne!(after[3], ids[3]);
    assert_eq!(choose(&log, &Selection::default(), 2, &ids, &[]).chosen.len(), 4, "what is kept is kept");
}

#[test]
fn few_deals_are_all_taken() {
    let sold = |key: &str, owner: &str, end: &str| deal(key, owner, &[SALE[0], end]);
    let log = log(&[
        sold("1", "Anna", "2026-03-10 rep deal.won Won"),
        sold("2", "Ben", "2026-07-10 rep deal.lost Lost"),
        sold("3", "Ben", "2026-03-12 rep call Call"),
    ]);
    let choice = choose(&log, &Selection::default(), 6, &[], &[]);
    let whys: BTreeMap<_, _> = choice.chosen.iter().map(|c| (c.name.as_str(), c.why.as_str())).collect();
    assert_eq!(whys, BTreeMap::from([("1", "won, as most: 9 days"), ("2", "lost, another rep: Ben")]));
    assert_eq!(choice.sentence, "Chosen to differ, from all 2 closed deals of 2 reps.");
    let none = choose(&EventLogBuilder::default().finish(), &Selection::default(), 6, &[], &[]);
    assert_eq!(none.sentence, "No deal is closed yet. Add one that you remember.");
}
