//! What everybody won by week since their first day.

use std::collections::BTreeMap;

use jiff::{ToSpan, civil::Date};
use model::{Outcome, Timestamp, event::kind};
use rustc_hash::FxHashMap;

use super::{RampBasis, RampMeasure, day, given};
use crate::{
    log::{EventLog, NEVER, NONE, OWNER},
    measure::worth::{Worth, Worths},
    select::Selection,
};

/// Weeks that are counted one by one.
const MOST_WEEKS: usize = 520;
const WEEK: i64 = 7 * 86_400_000_000;
/// Days after the beginning of the data within which a first deal may be somebody's first or not.
const BEGINNING: i64 = 28;

/// Somebody with what they won.
#[derive(Debug)]
pub(super) struct Person {
    pub name: String,
    pub start: Date,
    pub given: bool,
    pub perhaps_before: bool,
    /// Whether the data tells of them from their first day on.
    pub followed: bool,
    /// Whole weeks since the first day.
    pub weeks: usize,
    /// Won in each whole week, in the measure.
    pub by_week: Vec<i64>,
    /// Won by the end of each whole week, in the measure; before the first, nothing.
    by_end: Vec<i64>,
    /// Deals won by the end of each whole week; before the first, none.
    deals_by_end: Vec<u64>,
    pub won: u64,
    pub amount: i64,
    pub without_value: u64,
    pub tasks: u64,
    /// Of these, those of whole weeks.
    pub tasks_in_weeks: u64,
    from: i64,
}

impl Person {
    /// What they had won by the end of a week, in the measure.
    pub(super) fn by(&self, week: usize) -> i64 {
        self.by_end[week]
    }

    /// How many deals.
    pub(super) fn deals_by(&self, week: usize) -> u64 {
        self.deals_by_end[week]
    }

    /// The last day of a week.
    pub(super) fn day_of(&self, week: usize) -> Date {
        self.start.checked_add((week as i64 * 7 - 1).max(0).days()).unwrap_or(self.start)
    }

    /// The place of the whole week that a moment lies in; none before the first day and after the last whole week.
    fn week(&self, at: i64) -> Option<usize> {
        let week = usize::try_from((at - self.from).div_euclid(WEEK)).ok()?;
        (week < self.weeks).then_some(week)
    }
}

/// Everybody who owns one of the deals, or whose first day was given and has come.
pub(super) fn people(
    log: &EventLog,
    selection: &Selection,
    by: &RampBasis<'_>,
    measure: RampMeasure,
    now: Timestamp,
) -> Vec<Person> {
    let deals = selection.deals(log);
    let owner = |deal: u32| log.deals.fields.get(OWNER).map_or(NONE, |field| field.code(deal));
    let mut first: FxHashMap<u32, i64> = FxHashMap::default();
    let mut begins = NEVER;
    for deal in log.all() {
        begins = begins.min(log.deals.created[deal as usize]);
    }
    for deal in &deals {
        let created = log.deals.created[*deal as usize];
        let known = first.entry(owner(*deal)).or_insert(NEVER);
        *known = (*known).min(created);
    }
    first.remove(&NONE);
    let names = log.deals.fields.get(OWNER).map(|field| &field.values);
    let mut all: BTreeMap<String, (Option<i64>, Vec<u32>)> = BTreeMap::new();
    // spellings of one name are one person, called as the first of them
    let mut called: BTreeMap<String, String> = BTreeMap::new();
    let mut codes: Vec<(u32, i64)> = first.into_iter().collect();
    codes.sort_unstable();
    for (code, at) in codes {
        let Some(name) = names.and_then(|names| names.some(code)) else { continue };
        let name = called.entry(name.trim().to_lowercase()).or_insert_with(|| name.trim().to_owned()).clone();
        let (known, owners) = all.entry(name).or_insert((None, Vec::new()));
        *known = Some(known.map_or(at, |known| known.min(at)));
        owners.push(code);
    }
    for name in by.starts.keys().filter(|name| !called.contains_key(&name.trim().to_lowercase())) {
        all.insert(name.trim().to_owned(), (None, Vec::new()));
    }
    let begins_on = Timestamp::from_microsecond(begins).ok().map(|at| day(at, by.zone));
    let mut found = Vec::new();
    let mut of_code: FxHashMap<u32, usize> = FxHashMap::default();
    for (name, (first, owners)) in all {
        let said = given(by.starts, &name);
        let seen = first.filter(|at| *at != NEVER).and_then(|at| Timestamp::from_microsecond(at).ok());
        let Some(start) = said.or_else(|| seen.map(|at| day(at, by.zone))) else { continue };
        let Ok(from) = start.to_zoned_datetime(by.zone.clone()) else { continue };
        let from = from.timestamp().as_microsecond();
        if from > now.as_microsecond() {
            continue;
        }
        let weeks = (((now.as_microsecond() - from) / WEEK) as usize).min(MOST_WEEKS);
        let near = seen.is_some_and(|at| at.as_microsecond() - begins < BEGINNING * WEEK / 7);
        owners.iter().for_each(|code| {
            of_code.insert(*code, found.len());
        });
        found.push(Person {
            name,
            start,
            given: said.is_some(),
            perhaps_before: said.is_none() && near,
            followed: said.map_or(!near, |said| begins_on.is_some_and(|begins| begins <= said)),
            weeks,
            by_week: vec![0; weeks],
            by_end: vec![0; weeks + 1],
            deals_by_end: vec![0; weeks + 1],
            won: 0,
            amount: 0,
            without_value: 0,
            tasks: 0,
            tasks_in_weeks: 0,
            from,
        });
    }
    let worths = Worths::of(log, by.currency);
    for deal in deals.into_iter().filter(|deal| log.outcome(*deal) == Outcome::Won) {
        let at = log.deals.closed[deal as usize];
        let Some(person) = of_code.get(&owner(deal)).map(|place| &mut found[*place]) else { continue };
        if at == NEVER || at < person.from {
            continue;
        }
        let worth = worths.deal(deal);
        let minor = if let Worth::Known(minor) = worth { minor } else { 0 };
        let amount = if measure == RampMeasure::Value { minor } else { 1 };
        person.won += 1;
        person.without_value += u64::from(!matches!(worth, Worth::Known(_)));
        person.amount = person.amount.saturating_add(amount);
        if let Some(week) = person.week(at) {
            person.by_week[week] = person.by_week[week].saturating_add(amount);
            person.deals_by_end[week + 1] += 1;
        }
    }
    for person in &mut found {
        for week in 0..person.weeks {
            person.by_end[week + 1] = person.by_end[week].saturating_add(person.by_week[week]);
            person.deals_by_end[week + 1] += person.deals_by_end[week];
        }
    }
    tasks(log, &mut found);
    found
}

/// Counts the tasks that everybody ticked.
fn tasks(log: &EventLog, people: &mut [Person]) {
    let done: Vec<bool> = log.sorts.all.iter().map(|sort| log.sorts.kinds.get(sort.kind) == kind::TASK_DONE).collect();
    if !done.contains(&true) {
        return;
    }
    let place = |name: &str| people.iter().position(|person| model::quota::same_name(&person.name, name));
    let of_actor: Vec<Option<usize>> = log.actors.iter().map(place).collect();
    for i in log.all().flat_map(|deal| log.range(deal)) {
        let (at, actor) = (log.events.at[i], log.events.actor[i]);
        if !done[log.events.sort[i] as usize] || at == NEVER {
            continue;
        }
        let person = of_actor.get(actor as usize).copied().flatten().map(|place| &mut people[place]);
        if let Some(person) = person.filter(|person| at >= person.from) {
            person.tasks += 1;
            person.tasks_in_weeks += u64::from(person.week(at).is_some());
        }
    }
}
