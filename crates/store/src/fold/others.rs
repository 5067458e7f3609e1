//! What the fold needs to know of the events that set nothing of a deal's state, without reading them back.

use std::collections::{BTreeMap, HashMap};

use model::{
    Event, Side,
    event::kind,
    ids::{DealId, EventId},
};

use super::live;
use crate::{
    bulk::Bulk,
    db::{Session, sql, time},
    error::Result,
};

/// The condition that event `e` sets something of its deal's state, as [`Deal::apply`] has it, or tells who is on it.
macro_rules! sets_state {
    () => {
        "e.kind IN ('deal.created', 'deal.changed', 'deal.tagged', 'deal.untagged', 'stage.entered', 'deal.won', 'deal.lost', 'person.added',
         'person.removed',         'lead.created', 'lead.seen', 'lead.assigned', 'lead.taken', 'lead.dropped', 'lead.reopened', 'lead.merged')"
    };
}

/// The condition that event `e` is no contact with the prospect: what is known or planned, but not done.
macro_rules! is_paper {
    () => {
        "(e.kind = 'note' OR e.kind LIKE 'task.%' OR e.kind LIKE 'answer.%' OR e.kind LIKE 'research%'
         OR e.kind LIKE 'form.%')"
    };
}

/// What is known of a deal's events that set nothing of its state: that alone would not tell when the deal began, and
/// there may be many of them.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Others {
    pub(super) count: i64,
    /// The first of those with a time, and of those without.
    dated: Option<i64>,
    undated: Option<i64>,
    /// True if one of them is a contact with the prospect.
    pub(super) touched: bool,
    /// The numbers of the events that do set it.
    states: Vec<i64>,
}

impl Others {
    /// The numbers of the events that do set the state; they are not kept.
    pub(super) fn take_states(&mut self) -> Vec<i64> {
        std::mem::take(&mut self.states)
    }

    /// Events that stand for all of them.
    pub(super) fn stand_ins(&self, deal: DealId) -> Vec<Event> {
        let one = |at: Option<i64>, undated: bool| {
            Some(Event {
                id: EventId(deal.0),
                deal,
                at: time(at?).ok()?,
                undated,
                kind: kind::ACTIVITY.into(),
                activity: String::new(),
                stage: None,
                side: Side::Unknown,
                actor: None,
                attributes: BTreeMap::new(),
                import: None,
            })
        };
        one(self.dated, false).into_iter().chain(one(self.undated, true)).collect()
    }

    /// True if the order of recording decides whether the deal began with one of them: of the events of its first moment some
    /// tell when it began and some do not.
    pub(super) fn tied(&self, states: &[Event]) -> bool {
        let stand_ins = self.stand_ins(DealId(uuid::Uuid::nil()));
        let all = || stand_ins.iter().chain(states);
        let first = all().map(|event| event.at).min();
        let begins = |event: &Event| !event.undated && !matches!(event.kind.as_str(), kind::WON | kind::LOST);
        let mut firsts = all().filter(|event| Some(event.at) == first).map(begins);
        firsts.next().is_some_and(|begins| firsts.any(|other| other != begins))
    }
}

/// Those of the deals in `{rows}`, by the number of the deal.
pub(super) async fn of(on: &mut impl Session, deals: &Bulk) -> Result<HashMap<i64, Others>> {
    let mut all = HashMap::new();
    sql(concat!(
        "SELECT e.deal, SUM(CASE WHEN ",
        sets_state!(),
        " THEN 0 ELSE 1 END), MIN(CASE WHEN ",
        sets_state!(),
        " OR e.undated THEN NULL ELSE COALESCE(e.at, i.as_of) END), MIN(CASE WHEN ",
        sets_state!(),
        " OR NOT e.undated THEN NULL ELSE COALESCE(e.at, i.as_of) END), STRING_AGG(CASE WHEN ",
        sets_state!(),
        " THEN CAST(e.no AS TEXT) END, ','), SUM(CASE WHEN ",
        sets_state!(),
        " OR ",
        is_paper!(),
        " THEN 0 ELSE 1 END)
          FROM {rows} r JOIN events e ON e.deal = r.no LEFT JOIN imports i ON i.no = e.import WHERE ",
        live!(),
        " GROUP BY e.deal"
    ))
    .rows(deals)
    .each(on, |row| {
        let states = row.maybe_text(4)?.unwrap_or_default();
        let others = Others {
            count: row.int(1)?,
            dated: row.maybe_int(2)?,
            undated: row.maybe_int(3)?,
            touched: row.int(5)? > 0,
            states: states.split(',').filter_map(|no| no.parse().ok()).collect(),
        };
        all.insert(row.int(0)?, others);
        Ok(())
    })
    .await?;
    Ok(all)
}
