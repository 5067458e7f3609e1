//! Times that are kept in order beside the log say what the events say, whatever changed since.

use std::collections::BTreeMap;

use model::{
    Deal, Event, Side, Timestamp,
    event::kind,
    ids::{DealId, EventId},
};

use crate::{
    log::{EventLog, EventLogBuilder},
    measure::{
        Step,
        metric::{By, Chosen, Figures, Question, figures, standard},
    },
    select::Selection,
};

/// One in so many deals is of an owner, fewer than are read from what is kept in order.
const OWNERS: usize = 6;
const STAGES: [&str; 4] = ["Connecting", "Presenting", "Closing", "Connecting"];

/// A deal with stages, mails both ways, and perhaps an end.
fn invented(n: usize, random: &mut fastrand::Rng) -> (Deal, Vec<Event>) {
    let key = format!("D{n}");
    let id = DealId::of_key(&key);
    let mut at = 1_700_000_000 + random.i64(0..30_000_000);
    let mut events: Vec<Event> = Vec::new();
    let mut tell = |kind: &str, activity: &str, stage: Option<&str>, side: Side, undated: bool| {
        at += random.i64(0..3) * random.i64(1..400_000);
        events.push(Event {
            id: EventId::of_key(&format!("{key} {}", events.len())),
            deal: id,
            at: Timestamp::from_second(at).unwrap(),
            undated,
            kind: kind.to_owned(),
            activity: activity.to_owned(),
            stage: stage.map(str::to_owned),
            side,
            actor: None,
            attributes: BTreeMap::new(),
            import: None,
        });
    };
    for stage in &STAGES[..1 + n % STAGES.len()] {
        tell(kind::STAGE, stage, Some(stage), Side::Rep, n.is_multiple_of(17));
        tell("email.sent", "Email", None, Side::Rep, false);
        tell("email.received", "Reply", None, Side::Prospect, false);
    }
    match n % 5 {
        0 | 1 => tell(kind::WON, "Won", None, Side::Rep, false),
        2 => tell(kind::LOST, "Lost", None, Side::Rep, false),
        _ => tell("email.received", "Question", None, Side::Prospect, false),
    }
    let mut deal = Deal::new(id, &key);
    events.iter().for_each(|event| deal.apply(event));
    deal.owner = Some(format!("Rep {}", n % OWNERS));
    (deal, events)
}

fn built(all: &BTreeMap<usize, (Deal, Vec<Event>)>) -> EventLog {
    let mut builder = EventLogBuilder::default();
    all.values().for_each(|(deal, events)| builder.add(deal, events));
    builder.finish()
}

fn asked(log: &EventLog, selection: &Selection) -> Vec<Figures> {
    let times = ["time-in-stage", "time-to-answer", "their-answer"];
    let pages = standard(log, &Chosen::default()).into_iter().filter(|page| times.contains(&page.metric.id.as_str()));
    let question = |by: &[By]| Question {
        selection: selection.clone(),
        by: by.to_vec(),
        step: Some(Step::Month),
        ..Question::default()
    };
    let by =
        [vec![By::Field("owner".into())], vec![By::Stage, By::Field("owner".into())], vec![By::Created(Step::Month)]];
    pages
        .flat_map(|page| by.iter().map(move |by| (page.metric.clone(), by)).collect::<Vec<_>>())
        .map(|(metric, by)| figures(log, &metric, &question(by)))
        .collect()
}

fn json(found: &[Figures]) -> serde_json::Value {
    serde_json::to_value(found).unwrap()
}

#[test]
fn times_in_order_follow_every_change() {
    let mut random = fastrand::Rng::with_seed(7);
    let mut all: BTreeMap<usize, _> = (0..900).map(|n| (n, invented(n, &mut random))).collect();
    let mut log = built(&all);
    let selection = Selection::default();
    assert!(asked(&log, &selection).iter().all(|found| found.total.n > 500), "there are times to put in order");
    // few changes are read anew, many throw away what is kept
    for changes in [1, 5, 40, 200] {
        for _ in 0..changes {
            let n = random.usize(0..1_000);
            if let Some((deal, _)) = all.remove(&n).filter(|_| n.is_multiple_of(3)) {
                log.remove(deal.id);
            } else {
                let (deal, events) = invented(n, &mut random);
                log.put(&deal, &events);
                all.insert(n, (deal, events));
            }
        }
        assert_eq!(json(&asked(&log, &selection)), json(&asked(&built(&all), &selection)), "after {changes} changes");
    }
}

#[test]
fn times_in_order_are_those_of_the_deals_one_by_one() {
    let mut random = fastrand::Rng::with_seed(8);
    let log = built(&(0..900).map(|n| (n, invented(n, &mut random))).collect());
    let whole = asked(&log, &Selection::default());
    for owner in 0..OWNERS {
        let owner = format!("Rep {owner}");
        let one =
            Selection { fields: BTreeMap::from([("owner".to_owned(), vec![owner.clone()])]), ..Selection::default() };
        let one = asked(&log, &one);
        assert_eq!(one.len(), whole.len());
        for (one, whole) in one.iter().zip(&whole).filter(|(_, whole)| whole.by == ["owner"]) {
            let group = whole.groups.iter().find(|group| group.values == [owner.as_str()]).unwrap();
            assert_eq!(group.figure, one.total, "{owner}");
        }
    }
}
