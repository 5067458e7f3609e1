//! Who and what took part in a deal, as far as the log tells.

use std::collections::BTreeSet;

use model::{Side, event::kind};

use crate::log::{Class, EventLog, NEVER, NONE};

/// Places of the touchpoints of a deal: dated acts, neither stages nor closings.
pub(super) fn touches(log: &EventLog, deal: u32) -> impl Iterator<Item = usize> + '_ {
    let is_touch =
        |i: &usize| log.events.at[*i] != NEVER && log.sorts.all[log.events.sort[*i] as usize].class == Class::Activity;
    log.range(deal).filter(is_touch)
}

/// How many people of the prospect are known: those who acted, or those who were put on the deal, whichever are more.
pub(super) fn people(log: &EventLog, deal: u32) -> usize {
    let acted: BTreeSet<u32> =
        touches(log, deal).filter(|i| log.events.side[*i] == Side::Prospect).map(|i| log.events.actor[i]).collect();
    let acted = acted.into_iter().filter(|actor| *actor != NONE && log.actors.some(*actor) != log.owner(deal)).count();
    let is_person = |i: &usize| {
        let sort = log.sorts.all[log.events.sort[*i] as usize];
        log.sorts.kinds.get(sort.kind) == kind::PERSON
    };
    acted.max(log.range(deal).filter(is_person).count())
}
