//! What was won of what was to be won.

use std::collections::BTreeMap;

use jiff::{civil::Date, tz::TimeZone};
use model::{
    Outcome, Timestamp,
    commission::Period,
    quota::{Holder, Quota, QuotaPeriod, quota_on, same_name},
};
use rustc_hash::FxHashMap;
use serde::Serialize;
use utoipa::ToSchema;

use super::worth::{Currency, LeftOut, Worth, Worths};
use crate::{
    discover::sentence::{counted, percent},
    log::{EventLog, NEVER, NONE, OWNER, TEAM},
    select::Selection,
    table::{Cell, Kind, Table},
};

/// Periods told of each holder.
const MOST: usize = 12;

/// Quotas with what is needed to count by them.
#[derive(Debug)]
pub struct Quotas<'a> {
    /// The quotas of everybody.
    pub quotas: &'a [Quota],
    /// Who is in a team, by its name; of deals that name no team themselves.
    pub members: &'a BTreeMap<String, Vec<String>>,
    /// How values become those of each currency that a quota is in.
    pub currencies: &'a BTreeMap<String, Currency>,
    /// Whose days count.
    pub zone: &'a TimeZone,
}

/// What was won of the quotas.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Attainment {
    /// The moment up to which it is counted.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub as_of: Option<Timestamp>,
    /// In one sentence.
    pub sentence: String,
    /// By holder, teams first, and period, the latest first; at most 12 of each holder.
    pub rows: Vec<Attained>,
}

/// What a holder won in a period.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Attained {
    /// Person or team.
    pub who: Holder,
    /// Its name.
    pub name: String,
    /// How long periods are.
    pub per: QuotaPeriod,
    /// The period: `2026-03`, `2026-Q1`.
    pub period: String,
    /// Its first day.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
    /// Its last day.
    #[schema(value_type = String, format = "date")]
    pub until: Date,
    /// Whether it is over.
    pub over: bool,
    /// ISO 4217.
    pub currency: String,
    /// What was to be won, in minor units.
    pub quota_minor: i64,
    /// What was won, in minor units.
    pub won_minor: i64,
    /// Deals won.
    pub won: u64,
    /// Of these, deals without a value, or in a currency without a rate: not in `won_minor`.
    pub without_value: u64,
    /// `won_minor` / `quota_minor`: 1 is the quota.
    pub share: f64,
    /// In words.
    pub says: String,
}

/// Value of the selected deals won in each period over the quota. The quota of a period is the one that holds on its last
/// day. Deals count for who owns them, by their date of closing; for a team where they name it, or name none and are owned
/// by somebody who is in it.
pub fn attainment(log: &EventLog, selection: &Selection, by: &Quotas<'_>) -> Attainment {
    let as_of = log.as_of();
    let (Some(now), false) = (as_of, by.quotas.is_empty()) else {
        let sentence = if by.quotas.is_empty() { "There are no quotas yet." } else { "There are no deals yet." };
        return Attainment { as_of, sentence: sentence.into(), rows: Vec::new() };
    };
    let today = now.to_zoned_datetime(by.zone.clone()).date();
    let rows: Vec<Attained> = holdings(log, selection, by, today, MOST).iter().map(|of| attained(log, of)).collect();
    let sentence = match rows.iter().filter(|row| row.over).count() as u64 {
        0 if rows.is_empty() => format!("No quota has begun by {}, where the data ends.", today.strftime("%-d %B %Y")),
        0 => "No period of a quota is over yet.".into(),
        over => {
            let reached = rows.iter().filter(|row| row.over && row.won_minor >= row.quota_minor).count();
            format!("The quota was reached in {reached} of {} that are over.", counted(over, "period"))
        }
    };
    Attainment { as_of, sentence, rows }
}

/// A period of somebody's quota, with the deals that they won in it.
#[derive(Debug)]
pub(crate) struct Holding<'q> {
    /// Who has the quota.
    pub who: Holder,
    /// Their name.
    pub name: &'q str,
    /// The quota that holds on the last day of the period.
    pub quota: &'q Quota,
    pub period: Period,
    /// Its first moment, and the first one after it, in microseconds.
    pub begin: i64,
    pub end: i64,
    pub over: bool,
    /// The deals won, with their values in the currency of the quota.
    pub deals: Vec<(u32, Worth)>,
}

/// The periods of all quotas up to today with what was won in them: by holder, teams first, the latest `most` of each.
pub(crate) fn holdings<'q>(
    log: &EventLog,
    selection: &Selection,
    by: &Quotas<'q>,
    today: Date,
    most: usize,
) -> Vec<Holding<'q>> {
    let won = Won::of(log, selection);
    let mut holders: Vec<(Holder, &'q str)> = Vec::new();
    for quota in by.quotas {
        if !holders.iter().any(|(who, name)| quota.is_of(*who, name)) {
            holders.push((quota.who, quota.name.trim()));
        }
    }
    holders.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let mut found = Vec::new();
    for (who, name) in holders {
        let deals = won.deals(log, by, who, name);
        for (period, quota) in periods(by.quotas, (who, name), today, most) {
            found.extend(holding(log, by, &deals, (who, name), period, quota, today));
        }
    }
    found
}

fn holding<'q>(
    log: &EventLog,
    by: &Quotas<'q>,
    deals: &[u32],
    (who, name): (Holder, &'q str),
    period: Period,
    quota: &'q Quota,
    today: Date,
) -> Option<Holding<'q>> {
    let begin = |day: Date| day.to_zoned_datetime(by.zone.clone()).ok().map(|day| day.timestamp().as_microsecond());
    let span = begin(period.from)?..begin(period.until.tomorrow().ok()?)?;
    let own = Currency { name: quota.currency.clone(), ..Currency::default() };
    let worths = Worths::of(log, by.currencies.get(&quota.currency).unwrap_or(&own));
    let within = deals.iter().filter(|deal| span.contains(&log.deals.closed[**deal as usize]));
    let deals = within.map(|deal| (*deal, worths.deal(*deal))).collect();
    Some(Holding { who, name, quota, period, begin: span.start, end: span.end, over: period.until < today, deals })
}

/// The periods up to today with their quotas, the latest first.
fn periods<'q>(quotas: &'q [Quota], (who, name): (Holder, &str), today: Date, most: usize) -> Vec<(Period, &'q Quota)> {
    let mut found = Vec::new();
    let mut day = today;
    while found.len() < most {
        let Some(first) = quota_on(quotas, who, name, day) else { break };
        let period = first.per.around(day);
        let last = quota_on(quotas, who, name, period.until).filter(|last| last.per == first.per);
        found.push((period, last.unwrap_or(first)));
        let Ok(before) = period.from.yesterday() else { break };
        day = before;
    }
    found
}

/// The won deals with their moments of closing.
struct Won {
    by_owner: FxHashMap<u32, Vec<u32>>,
    by_team: FxHashMap<u32, Vec<u32>>,
}

impl Won {
    fn of(log: &EventLog, selection: &Selection) -> Self {
        let mut won = Self { by_owner: FxHashMap::default(), by_team: FxHashMap::default() };
        let code = |place: usize, deal: u32| log.deals.fields.get(place).map_or(NONE, |field| field.code(deal));
        let dated = |deal: &u32| log.outcome(*deal) == Outcome::Won && log.deals.closed[*deal as usize] != NEVER;
        for deal in selection.deals(log).into_iter().filter(dated) {
            won.by_owner.entry(code(OWNER, deal)).or_default().push(deal);
            won.by_team.entry(code(TEAM, deal)).or_default().push(deal);
        }
        won
    }

    fn deals(&self, log: &EventLog, by: &Quotas<'_>, who: Holder, name: &str) -> Vec<u32> {
        let named = |place: usize, wanted: &dyn Fn(&str) -> bool| {
            let values = log.deals.fields.get(place).map(|field| &field.values);
            let all = values.into_iter().flat_map(|values| (0_u32..).zip(values.iter()));
            all.filter(|(_, value)| wanted(value)).map(|(code, _)| code).collect::<Vec<u32>>()
        };
        let of = |codes: Vec<u32>, deals: &FxHashMap<u32, Vec<u32>>| -> Vec<u32> {
            codes.iter().filter_map(|code| deals.get(code)).flatten().copied().collect()
        };
        match who {
            Holder::Person => of(named(OWNER, &|owner| same_name(owner, name)), &self.by_owner),
            Holder::Team => {
                let mut deals = of(named(TEAM, &|team| same_name(team, name)), &self.by_team);
                let members = by.members.iter().find(|(team, _)| same_name(team, name)).map(|(_, members)| members);
                let is = |owner: &str| members.is_some_and(|all| all.iter().any(|member| same_name(member, owner)));
                let theirs = of(named(OWNER, &is), &self.by_owner);
                deals.extend(theirs.into_iter().filter(|deal| log.team(*deal).is_none()));
                deals
            }
        }
    }
}

fn attained(log: &EventLog, of: &Holding<'_>) -> Attained {
    let Holding { who, name, quota, period, over, .. } = *of;
    let (won, mut won_minor, mut left_out) = (of.deals.len() as u64, 0_i64, LeftOut::default());
    for (deal, worth) in &of.deals {
        match *worth {
            Worth::Known(minor) => won_minor = won_minor.saturating_add(minor),
            none => left_out.take(log, *deal, none),
        }
    }
    let without_value = left_out.without + left_out.unconverted().iter().map(|u| u.deals as u64).sum::<u64>();
    // quotas of 0 are refused; one that is here all the same is no more than its deals
    let share = if quota.amount_minor > 0 { won_minor as f64 / quota.amount_minor as f64 } else { 0.0 };
    let told = counted(won, "deal");
    let so_far = if over { "" } else { " so far" };
    let says = match (won, quota.amount_minor > 0) {
        (0, _) => format!("No deal won{so_far}."),
        (_, true) if without_value < won => format!("{} of the quota{so_far}, {told} won.", percent(share)),
        _ => format!("{told} won{so_far}; no share of the quota can be told."),
    };
    Attained {
        who,
        name: name.to_owned(),
        per: quota.per,
        period: period.name(),
        from: period.from,
        until: period.until,
        over,
        currency: quota.currency.clone(),
        quota_minor: quota.amount_minor,
        won_minor,
        won,
        without_value,
        share,
        says,
    }
}

impl Attainment {
    /// One row a holder and period.
    pub fn rows(&self) -> Table {
        let columns = [
            ("who", Kind::Text),
            ("name", Kind::Text),
            ("period", Kind::Text),
            ("from", Kind::Day),
            ("until", Kind::Day),
            ("over", Kind::Boolean),
            ("currency", Kind::Text),
            ("quota", Kind::Money),
            ("won_value", Kind::Money),
            ("won", Kind::Integer),
            ("without_value", Kind::Integer),
            ("share", Kind::Number),
        ];
        let row = |row: &Attained| {
            vec![
                Cell::from(if row.who == Holder::Team { "team" } else { "person" }),
                Cell::from(&row.name),
                Cell::from(&row.period),
                row.from.into(),
                row.until.into(),
                row.over.into(),
                Cell::from(&row.currency),
                Cell::money(row.quota_minor),
                Cell::money(row.won_minor),
                row.won.into(),
                row.without_value.into(),
                row.share.into(),
            ]
        };
        Table::new(&columns, self.rows.iter().map(row).collect())
    }

    /// The table as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        self.rows().csv()
    }
}
