//! From events to the state of deals.

mod leads;
mod others;

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{
    Deal, Event, Outcome, Side, Timestamp,
    ids::{DealId, EventId, ImportId},
    lead::Lead,
    people::{DealPerson, people},
};

use others::Others;

use crate::{
    bulk::{Bulk, Column},
    db::{Columns, Session, Tx, sql, time},
    error::Result,
};

/// How many deals are folded at a time.
const AT_A_TIME: usize = 2_000;

/// The columns [`event`] reads, of events `e` of deals `d`, with the import `i` they came from, if any.
macro_rules! event_columns {
    () => {
        "d.id, e.id, COALESCE(e.at, i.as_of), e.undated, e.kind, e.activity, e.stage, e.side, e.actor, e.attributes, i.id, e.deal"
    };
}

/// The condition that event `e` of import `i` counts: entered by hand, or of an import that is done.
macro_rules! live {
    () => {
        "(e.import IS NULL OR i.status = 'done')"
    };
}

pub(crate) use {event_columns, live};

/// A row of [`event_columns`].
pub(crate) fn event(row: &dyn Columns) -> Result<Event> {
    Ok(Event {
        deal: DealId(row.id(0)?),
        id: EventId(row.id(1)?),
        at: time(row.int(2)?)?,
        undated: row.bool(3)?,
        kind: row.text(4)?,
        activity: row.text(5)?,
        stage: row.maybe_text(6)?,
        side: side(row.str(7)?),
        actor: row.maybe_text(8)?,
        attributes: attributes(row.maybe_text(9)?)?,
        import: row.maybe_id(10)?.map(ImportId),
    })
}

fn side(word: &str) -> Side {
    match word {
        "prospect" => Side::Prospect,
        "rep" => Side::Rep,
        "system" => Side::System,
        _ => Side::Unknown,
    }
}

/// Attributes as stored: JSON, nothing where there are none.
pub(crate) fn attributes(text: Option<String>) -> Result<BTreeMap<String, String>> {
    text.map_or_else(|| Ok(BTreeMap::new()), |text| Ok(serde_json::from_str(&text)?))
}

/// The order in which events are folded: time, then recording. They come in the order of recording.
pub(crate) fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|e| e.at);
    events
}

/// A moment as precise as the databases keep it.
pub(crate) fn kept(at: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

/// The fold of events that are in order, of which some stand for `more` others.
fn fold(id: DealId, key: &str, version: i64, events: &[Event], more: i64) -> Deal {
    let mut deal = Deal::new(id, key);
    for event in events {
        deal.apply(event);
    }
    // counts its events, and grows also where fewer of them count than before
    deal.version = (deal.version + more).max(version + 1);
    deal
}

/// A deal's row before it is folded anew.
struct Row {
    no: i64,
    id: DealId,
    key: String,
    version: i64,
}

/// A deal as it was folded.
struct Folded {
    no: i64,
    /// How many events count.
    count: i64,
    /// One of them is a contact with the prospect.
    touched: bool,
    /// Who is on it, while it is open.
    people: Vec<DealPerson>,
    deal: Deal,
}

impl Folded {
    /// What became of it as a lead; none where it is no lead, or not there.
    fn lead(&self) -> Option<&Lead> {
        self.deal.lead.as_ref().filter(|_| self.count > 0)
    }
}

/// Folds deals anew, given by their numbers, and writes their rows.
pub(crate) async fn refold(tx: &mut Tx, deals: &[i64]) -> Result<()> {
    for some in deals.chunks(AT_A_TIME) {
        refold_some(tx, some).await?;
    }
    Ok(())
}

async fn refold_some(tx: &mut Tx, deals: &[i64]) -> Result<()> {
    let wanted = Bulk::of_ints("no", deals.iter().copied());
    // also takes the lock of the rows, so nobody else adds events to these deals before the end of the transaction
    let rows =
        sql("UPDATE deals SET version = version WHERE no IN (SELECT no FROM {rows} r) RETURNING no, id, key, version")
            .rows(&wanted)
            .all(tx, |r| Ok(Row { no: r.int(0)?, id: DealId(r.id(1)?), key: r.text(2)?, version: r.int(3)? }))
            .await?;
    let mut others = others::of(tx, &wanted).await?;
    let states = others.values_mut().flat_map(Others::take_states);
    let mut events = live_events(tx, &Bulk::of_ints("no", states), STATES).await?;
    let of = |no: &i64| events.get(no).map_or(&[][..], Vec::as_slice);
    let tied: HashSet<i64> = others.iter().filter(|(no, others)| others.tied(of(no))).map(|(no, _)| *no).collect();
    let touched: HashSet<i64> = others.iter().filter(|(_, others)| others.touched).map(|(no, _)| *no).collect();
    if !tied.is_empty() {
        events.extend(live_events(tx, &Bulk::of_ints("no", tied.iter().copied()), ALL).await?);
    }
    let folded = rows.iter().map(|row| {
        let mut events = events.remove(&row.no).unwrap_or_default();
        let tied = tied.contains(&row.no);
        let others = if tied { Others::default() } else { others.remove(&row.no).unwrap_or_default() };
        let stand_ins = others.stand_ins(row.id);
        let (more, count) = (others.count - stand_ins.len() as i64, others.count + events.len() as i64);
        events.extend(stand_ins);
        let events = in_order(events);
        let deal = fold(row.id, &row.key, row.version, &events, more);
        let people = if deal.outcome == Outcome::Open { people(&events) } else { Vec::new() };
        Folded { no: row.no, count, touched: touched.contains(&row.no), people, deal }
    });
    let folded: Vec<Folded> = folded.collect();
    write(tx, &folded).await?;
    leads::keep(tx, &folded).await
}

/// Events that count, by the number of their deal: all of some deals, or those with some numbers.
async fn live_events(on: &mut impl Session, wanted: &Bulk, from: &'static str) -> Result<HashMap<i64, Vec<Event>>> {
    let mut events: HashMap<i64, Vec<Event>> = HashMap::new();
    sql(from)
        .rows(wanted)
        .each(on, |row| {
            events.entry(row.int(11)?).or_default().push(event(row)?);
            Ok(())
        })
        .await?;
    Ok(events)
}

/// The events that count of the deals in `{rows}`.
const ALL: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM {rows} r JOIN deals d ON d.no = r.no JOIN events e ON e.deal = d.no LEFT JOIN imports i ON i.no = e.import WHERE ",
    live!(),
    " ORDER BY e.no"
);

/// The events with the numbers in `{rows}`.
const STATES: &str = concat!(
    "SELECT ",
    event_columns!(),
    " FROM {rows} r JOIN events e ON e.no = r.no JOIN deals d ON d.no = e.deal LEFT JOIN imports i ON i.no = e.import
      ORDER BY e.no"
);

async fn write(tx: &mut Tx, folded: &[Folded]) -> Result<()> {
    let (mut no, mut version, mut count, mut state) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut lead = Vec::new();
    for one in folded {
        no.push(Some(one.no));
        version.push(Some(one.deal.version));
        count.push(Some(one.count));
        state.push(Some(serde_json::to_string(&one.deal)?));
        lead.push(one.lead().map(|lead| lead.state.word().to_owned()));
    }
    let rows = Bulk::new(vec![
        ("no", Column::Int(no)),
        ("version", Column::Int(version)),
        ("events", Column::Int(count)),
        ("state", Column::Text(state)),
        ("lead", Column::Text(lead)),
    ]);
    sql("UPDATE deals SET version = r.version, events = r.events, state = r.state, lead = r.lead FROM {rows} r WHERE deals.no = r.no")
        .rows(&rows)
        .run(tx)
        .await?;
    Ok(())
}
