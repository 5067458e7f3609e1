//! What is to be expected of the open deals, from what became of deals that once stood as they do.

mod expected;
mod fit;
mod held_back;
mod naive;
mod result;
mod say;
mod stays;

use std::collections::BTreeMap;

use jiff::{ToSpan, tz::TimeZone};
use model::{Outcome, Timestamp};

pub use self::result::*;
use self::{
    expected::Sum,
    fit::{DAY, Fit},
    held_back::{Past, Tried, held_back},
    stays::{Stay, stays},
};
use super::{
    review::reviewed,
    worth::{Currency, LeftOut, Worth, Worths},
};
use crate::{
    discover::sentence::{LITTLE, capital, counted},
    log::{EventLog, NEVER, OWNER},
    select::Selection,
    table::{Cell, Kind, Table},
};

/// Owners listed.
const MOST_OWNERS: usize = 100;
/// Months told.
const MONTHS: usize = 6;

/// Until when deals are to be won.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Horizon {
    /// Within so many days.
    Days(u16),
    /// Before this moment.
    Until(Timestamp),
    /// At all.
    Ever,
}

impl Horizon {
    /// Days from a moment on; infinite for ever.
    fn days(self, at: i64) -> f64 {
        match self {
            Self::Days(days) => f64::from(days),
            Self::Until(until) => (until.as_microsecond() - at).max(0) as f64 / DAY as f64,
            Self::Ever => f64::INFINITY,
        }
    }

    fn words(self) -> String {
        match self {
            Self::Days(days) => format!("within {days} days"),
            Self::Until(until) => {
                let last = until.saturating_sub(jiff::SignedDuration::from_secs(1)).unwrap_or(until);
                format!("by the end of {}", last.strftime("%-d %B %Y"))
            }
            Self::Ever => "at all".into(),
        }
    }
}

/// The places of the horizons that every forecast has; those of the ends of months follow.
const CHOSEN: usize = 0;
const WITHIN_30: usize = 1;
const WITHIN_90: usize = 2;
const EVER: usize = 3;
const FIRST_MONTH: usize = 4;

/// What is to be forecast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// Until when deals are to be won.
    pub horizon: Horizon,
    /// The moment up to which everything counts as known; the last of the data if none is given.
    pub at: Option<Timestamp>,
    /// Deals listed at most.
    pub most: usize,
}

/// Forecasts the selected deals that are open at a moment, from what was known then of all deals. Values, owners and what
/// else a selection asks for are those of today.
pub fn forecast(log: &EventLog, selection: &Selection, currency: &Currency, asked: Asked) -> Forecast {
    let Asked { horizon, at, most } = asked;
    let Some(moment) = at.or_else(|| log.as_of()) else { return nothing(currency) };
    let at = moment.as_microsecond();
    let stages = log.sorts.stages.len();
    let all = stays(log);
    let chosen = chosen(log, selection);
    let months = months(moment);
    let ends = months.iter().map(|(_, to)| (*to - at).max(0) as f64 / DAY as f64);
    let horizons: Vec<f64> = [horizon.days(at), 30.0, 90.0, f64::INFINITY].into_iter().chain(ends).collect();
    let worths = Worths::of(log, currency);
    let last = log.as_of_micros();
    let valued = valued(&all, &chosen, &worths, at, last);
    let past =
        Past { stays: &all, stages, chosen: &chosen, worths: &worths, days: horizons[CHOSEN], valued, as_of: at };
    let (fit, tried) = rayon::join(|| Fit::of(&all, stages, at, &horizons), || past.tried());
    let known = fit.closed >= LITTLE;
    let mut found = Found::new(&fit, months.len());
    for stay in all.iter().filter(|stay| standing(stay, at, last) && chosen[stay.deal as usize]) {
        found.take(log, &fit, &worths, stay, at);
    }
    let name = |stage: u32| log.sorts.stages.some(stage).map(str::to_owned);
    let total = known.then(|| found.total.told(&fit.cells, |cell| cell.variance(CHOSEN)));
    let open = found.open;
    Forecast {
        as_of: Some(moment),
        until: until(horizon, moment),
        sentence: say::headline(open, fit.closed, total.as_ref().filter(|_| open > 0), &horizon.words()),
        currency: currency.name.clone(),
        open,
        closed: fit.closed,
        without_value: found.left_out.without,
        unconverted: found.left_out.unconverted(),
        by_owner: if known { found.owners(log, &fit) } else { Vec::new() },
        by_month: if known && open > 0 { found.months(&fit, &months) } else { Vec::new() },
        shares: if known { shares(&fit, &found.by_cell, name) } else { Vec::new() },
        held_back: held_back(horizons[CHOSEN], valued, tried),
        notes: notes(&found, log),
        deals: found.deals(log, &fit, known, at, most),
        total,
    }
}

/// What was forecast at the beginning of each month, with nothing known but what was known then, and what came: at most
/// the last twelve of which the horizon is over.
pub fn forecast_accuracy(
    log: &EventLog,
    selection: &Selection,
    currency: &Currency,
    horizon: Horizon,
) -> Vec<Accuracy> {
    tried(log, &selection.deals(log), currency, horizon).into_iter().map(|tried| tried.accuracy).collect()
}

/// A forecast of the past with what came: the moment at which it was made, the deal, and by how much it was off.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PastForecast {
    /// In microseconds: the beginning of a month in UTC.
    pub at: i64,
    /// The deal's number.
    pub deal: u32,
    /// (chance − outcome)².
    pub error: f64,
}

/// The single forecasts that [`forecast_accuracy`] rests on, in order of time.
pub(crate) fn past_forecasts(log: &EventLog, deals: &[u32], currency: &Currency, days: u16) -> Vec<PastForecast> {
    let of_moment = |tried: Tried| {
        let at = tried.accuracy.at.as_microsecond();
        let each = tried.deals.into_iter().zip(tried.ours);
        each.map(move |(deal, foretold)| PastForecast { at, deal, error: foretold.error() })
    };
    tried(log, deals, currency, Horizon::Days(days)).into_iter().flat_map(of_moment).collect()
}

fn tried(log: &EventLog, deals: &[u32], currency: &Currency, horizon: Horizon) -> Vec<Tried> {
    let as_of = log.as_of_micros();
    if as_of == NEVER {
        return Vec::new();
    }
    let (all, chosen, worths) = (stays(log), flags(log, deals), Worths::of(log, currency));
    let (stages, days) = (log.sorts.stages.len(), horizon.days(as_of));
    let valued = valued(&all, &chosen, &worths, as_of, as_of);
    Past { stays: &all, stages, chosen: &chosen, worths: &worths, days, valued, as_of }.tried()
}

fn nothing(currency: &Currency) -> Forecast {
    Forecast {
        as_of: None,
        until: None,
        sentence: say::headline(0, 0, None, ""),
        currency: currency.name.clone(),
        open: 0,
        closed: 0,
        without_value: 0,
        unconverted: Vec::new(),
        total: None,
        by_owner: Vec::new(),
        by_month: Vec::new(),
        deals: Vec::new(),
        shares: Vec::new(),
        held_back: None,
        notes: Vec::new(),
    }
}

/// True for a stay in which the deal stands at this moment; where nobody knows since when, if it is open still and the
/// moment is not before the `last` one that is known.
fn standing(stay: &Stay, at: i64, last: i64) -> bool {
    let undated = stay.from == NEVER && stay.left == NEVER && stay.closed == NEVER;
    stay.stands(at) || undated && at >= last
}

/// Whether an open deal has a value.
fn valued(stays: &[Stay], chosen: &[bool], worths: &Worths<'_>, at: i64, last: i64) -> bool {
    let mut open = stays.iter().filter(|stay| standing(stay, at, last) && chosen[stay.deal as usize]);
    open.any(|stay| matches!(worths.deal(stay.deal), Worth::Known(_)))
}

fn chosen(log: &EventLog, selection: &Selection) -> Vec<bool> {
    flags(log, &selection.deals(log))
}

fn flags(log: &EventLog, deals: &[u32]) -> Vec<bool> {
    let mut chosen = vec![false; log.deals.rows()];
    deals.iter().for_each(|deal| chosen[*deal as usize] = true);
    chosen
}

fn until(horizon: Horizon, at: Timestamp) -> Option<Timestamp> {
    match horizon {
        Horizon::Days(days) => at.checked_add(jiff::SignedDuration::from_hours(24 * i64::from(days))).ok(),
        Horizon::Until(until) => Some(until),
        Horizon::Ever => None,
    }
}

/// The months from that of the moment on, in UTC: first moments and those after.
fn months(at: Timestamp) -> Vec<(i64, i64)> {
    let first = at.to_zoned_datetime(TimeZone::UTC).date().first_of_month();
    let begin = |n: usize| {
        let day = first.checked_add((n as i64).months()).ok()?;
        Some(day.to_zoned_datetime(TimeZone::UTC).ok()?.timestamp().as_microsecond())
    };
    (0..MONTHS).map_while(|n| Some((begin(n)?, begin(n + 1)?))).collect()
}

/// The open deals while they are added up.
struct Found {
    open: u64,
    /// Deals of which nobody knows since when they are in their stage.
    undated: u64,
    total: Sum,
    /// By the owner's code.
    by_owner: BTreeMap<u32, Sum>,
    by_month: Vec<Sum>,
    by_cell: Vec<u64>,
    left_out: LeftOut,
    /// Expected value, deal, its cell, since when it stands there.
    listed: Vec<(f64, u32, usize, i64, Option<i64>)>,
}

impl Found {
    fn new(fit: &Fit, months: usize) -> Self {
        let cells = fit.cells.len();
        Self {
            open: 0,
            undated: 0,
            total: Sum::new(cells),
            by_owner: BTreeMap::new(),
            by_month: vec![Sum::new(cells); months],
            by_cell: vec![0; cells],
            left_out: LeftOut::default(),
            listed: Vec::new(),
        }
    }

    fn take(&mut self, log: &EventLog, fit: &Fit, worths: &Worths<'_>, stay: &Stay, at: i64) {
        let age = (stay.from != NEVER).then(|| (at - stay.from) as f64 / DAY as f64);
        let place = fit.cell(stay.stage, age);
        let cell = &fit.cells[place];
        let worth = worths.deal(stay.deal);
        let minor = if let Worth::Known(minor) = worth { Some(minor) } else { None };
        self.left_out.take(log, stay.deal, worth);
        self.open += 1;
        self.undated += u64::from(age.is_none());
        self.by_cell[place] += 1;
        self.total.add(place, cell.shares[CHOSEN], minor);
        let owner = log.deals.fields.get(OWNER).map_or(crate::log::NONE, |field| field.code(stay.deal));
        let cells = fit.cells.len();
        self.by_owner.entry(owner).or_insert_with(|| Sum::new(cells)).add(place, cell.shares[CHOSEN], minor);
        let mut before = 0.0;
        for (month, sum) in self.by_month.iter_mut().enumerate() {
            let by_then = cell.shares[FIRST_MONTH + month];
            sum.add(place, (by_then - before).max(0.0), minor);
            before = by_then;
        }
        let expected = cell.shares[CHOSEN] * minor.unwrap_or(0) as f64;
        self.listed.push((expected, stay.deal, place, stay.from, minor));
    }

    fn owners(&self, log: &EventLog, fit: &Fit) -> Vec<ExpectedOf> {
        let names = log.deals.fields.get(OWNER).map(|field| &field.values);
        let name = |code: u32| names.and_then(|names| names.some(code)).unwrap_or_default().to_owned();
        let told = |sum: &Sum| sum.told(&fit.cells, |cell| cell.variance(CHOSEN));
        let owner = |(code, sum): (&u32, &Sum)| ExpectedOf { owner: name(*code), expected: told(sum) };
        let mut owners: Vec<ExpectedOf> = self.by_owner.iter().map(owner).collect();
        owners.sort_by(|a, b| {
            let most = b.expected.value_minor.cmp(&a.expected.value_minor);
            most.then(b.expected.won.total_cmp(&a.expected.won)).then_with(|| a.owner.cmp(&b.owner))
        });
        owners.truncate(MOST_OWNERS);
        owners
    }

    fn months(&self, fit: &Fit, months: &[(i64, i64)]) -> Vec<ExpectedIn> {
        let of_month = |(place, (sum, (from, to))): (usize, (&Sum, &(i64, i64)))| {
            let share = |cell: &fit::Cell| {
                let before = if place == 0 { 0.0 } else { cell.shares[FIRST_MONTH + place - 1] };
                (cell.shares[FIRST_MONTH + place] - before).max(0.0)
            };
            let variance = |cell: &fit::Cell| share(cell) * (1.0 - share(cell)) / (cell.weight + 1.0);
            let (from, to) = (Timestamp::from_microsecond(*from).ok()?, Timestamp::from_microsecond(*to).ok()?);
            Some(ExpectedIn { from, to, expected: sum.told(&fit.cells, variance) })
        };
        self.by_month.iter().zip(months).enumerate().filter_map(of_month).collect()
    }

    /// Those of whom most is expected.
    fn deals(mut self, log: &EventLog, fit: &Fit, known: bool, at: i64, most: usize) -> Vec<ForecastDeal> {
        let chance = |place: usize| fit.cells[place].shares[CHOSEN];
        self.listed
            .sort_by(|a, b| b.0.total_cmp(&a.0).then(chance(b.2).total_cmp(&chance(a.2))).then_with(|| a.1.cmp(&b.1)));
        self.listed.truncate(most);
        self.listed
            .iter()
            .map(|(_, deal, place, from, minor)| {
                let cell = &fit.cells[*place];
                let share = |horizon: usize| known.then(|| cell.shares[horizon]);
                ForecastDeal {
                    deal: reviewed(log, *deal),
                    stage: log.sorts.stages.some(cell.stage).map(str::to_owned),
                    days: (*from != NEVER).then(|| (at - from) as f64 / DAY as f64),
                    chance: share(CHOSEN),
                    within_30: share(WITHIN_30),
                    within_90: share(WITHIN_90),
                    ever: share(EVER),
                    alike: cell.decided,
                    expected_minor: share(CHOSEN)
                        .zip(*minor)
                        .map(|(share, minor)| (share * minor as f64).round() as i64),
                }
            })
            .collect()
    }
}

/// The shares that open deals have, and all others that rest on a deal, in the order of the log's stages.
fn shares(fit: &Fit, open: &[u64], name: impl Fn(u32) -> Option<String>) -> Vec<StageShare> {
    let cells = fit.cells.iter().zip(open).enumerate();
    // the last cell of a stage is that of unknown ages: told only where a deal stands so
    let told = |(place, (cell, open)): &(usize, (&fit::Cell, &u64))| {
        let by_age = fit.cells.get(place + 1).is_some_and(|next| next.stage == cell.stage);
        **open > 0 || by_age && cell.decided > 0
    };
    let share = |(_, (cell, open)): (usize, (&fit::Cell, &u64))| StageShare {
        stage: name(cell.stage),
        from_days: cell.from as u64,
        to_days: cell.to.map(|to| to as u64),
        decided: cell.decided,
        won: cell.won,
        chance: cell.shares[CHOSEN],
        within_30: cell.shares[WITHIN_30],
        within_90: cell.shares[WITHIN_90],
        ever: cell.shares[EVER],
        open: *open,
    };
    cells.filter(told).map(share).collect()
}

fn notes(found: &Found, log: &EventLog) -> Vec<String> {
    let mut notes = Vec::new();
    if found.undated > 0 {
        let deals = counted(found.undated, "open deal");
        notes.push(format!(
            "Nobody knows since when {deals} stand in their stage; they have the share of the stage as a whole."
        ));
    }
    if found.left_out.without > 0 {
        let deals = counted(found.left_out.without, "open deal");
        notes.push(format!("{} without a value: counted among deals, not in sums.", capital(&deals)));
    }
    for foreign in found.left_out.unconverted() {
        let deals = counted(foreign.deals as u64, "open deal");
        notes.push(format!(
            "{} in {}, for which there is no exchange rate: counted among deals, not in sums.",
            capital(&deals),
            foreign.currency
        ));
    }
    let lost =
        log.all().filter(|deal| log.outcome(*deal) != Outcome::Open && log.closed(*deal).is_none()).count() as u64;
    if lost > 0 {
        notes.push(format!(
            "{} without a date of closing: no part of the history.",
            capital(&counted(lost, "closed deal"))
        ));
    }
    notes
}

impl Forecast {
    /// One row a deal, those of whom most is expected first; the chances as fractions.
    pub fn rows(&self) -> Table {
        let columns = [
            ("deal", Kind::Text),
            ("name", Kind::Text),
            ("account", Kind::Text),
            ("owner", Kind::Text),
            ("stage", Kind::Text),
            ("days", Kind::Number),
            ("value", Kind::Money),
            ("currency", Kind::Text),
            ("chance", Kind::Number),
            ("within_30", Kind::Number),
            ("within_90", Kind::Number),
            ("ever", Kind::Number),
            ("alike", Kind::Integer),
            ("expected", Kind::Money),
            ("expected_currency", Kind::Text),
        ];
        let row = |deal: &ForecastDeal| {
            let about = &deal.deal;
            let names = [about.account.as_ref(), about.owner.as_ref(), deal.stage.as_ref()].map(Cell::from);
            let value = [deal.days.into(), Cell::money(about.value_minor), about.currency.as_ref().into()];
            let chances = [deal.chance, deal.within_30, deal.within_90, deal.ever].map(Cell::from);
            let expected = [deal.alike.into(), Cell::money(deal.expected_minor), Cell::from(&self.currency)];
            let head = [Cell::from(about.deal.to_string()), Cell::from(&about.name)];
            head.into_iter().chain(names).chain(value).chain(chances).chain(expected).collect()
        };
        Table::new(&columns, self.deals.iter().map(row).collect())
    }

    /// The table as CSV, safe to open in a spreadsheet.
    pub fn csv(&self) -> String {
        self.rows().csv()
    }
}
