//! What was won of quotas, as a metric: the same periods and deals as on the page of attainment.

use std::collections::BTreeMap;

use jiff::{Timestamp, tz::TimeZone};
use model::{
    deal::field,
    quota::{Holder, Quota, same_name},
    rates::Change,
};
use rustc_hash::FxHashSet;

use super::{
    Brought, By, Figure, Question,
    cells::{Cells, Shape},
    tally::Tally,
};
use crate::{
    log::{EventLog, moment},
    measure::{
        Currency,
        attainment::{Holding, Quotas, holdings},
        worth::Worth,
    },
    select::Selection,
    stats::Z_95,
};

/// The quotas that who asks may see.
#[derive(Debug, Clone, Default)]
pub struct QuotaBook {
    /// Of people and teams.
    pub quotas: Vec<Quota>,
    /// Who is in a team, by its name.
    pub members: BTreeMap<String, Vec<String>>,
    /// How values become those of each currency that a quota is in.
    pub currencies: BTreeMap<String, Currency>,
    /// True where there are others, of people, that who asks may not see.
    pub hides: bool,
}

/// Quotas and what was won of them: of periods that are over, and of those that are not.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Attained {
    over: Part,
    running: Part,
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Part {
    quotas: u64,
    quota: f64,
    deals: u64,
    won: f64,
    squares: f64,
}

impl Part {
    fn and(self, o: Self, sign: f64) -> Self {
        let n = |a: u64, b: u64| if sign > 0.0 { a + b } else { a.saturating_sub(b) };
        Self {
            quotas: n(self.quotas, o.quotas),
            quota: self.quota + sign * o.quota,
            deals: n(self.deals, o.deals),
            won: self.won + sign * o.won,
            squares: self.squares + sign * o.squares,
        }
    }
}

impl Attained {
    pub(super) fn with(self, o: Self) -> Self {
        Self { over: self.over.and(o.over, 1.0), running: self.running.and(o.running, 1.0) }
    }

    pub(super) fn without(self, o: Self) -> Self {
        Self { over: self.over.and(o.over, -1.0), running: self.running.and(o.running, -1.0) }
    }

    /// What is over; only where nothing is, what is not.
    fn part(&self) -> &Part {
        if self.over.quotas > 0 { &self.over } else { &self.running }
    }

    pub(super) fn n(&self) -> u64 {
        self.over.quotas + self.running.quotas
    }

    pub(super) fn deals(&self) -> u64 {
        self.part().deals
    }

    /// Σ won ÷ Σ quota and its variance, Σ x² ÷ (Σ quota)²: what is won is a compound Poisson sum, quotas are what they are.
    ///
    /// Source: W. Feller (1968), An Introduction to Probability Theory I, XII.2.
    pub(super) fn share(&self) -> Option<(f64, f64)> {
        let Part { quota, won, squares, .. } = *self.part();
        (quota > 0.0).then(|| (won / quota, squares.max(0.0) / (quota * quota)))
    }

    pub(super) fn figure(&self) -> Figure {
        let Some((share, variance)) = self.share() else {
            return Figure::none("No month or quarter of a quota ends in this time.");
        };
        let spread = Z_95 * variance.sqrt();
        let bounds = (variance > 0.0).then(|| ((share - spread).max(0.0), share + spread));
        Figure::known(share, bounds, self.part().quotas)
    }
}

/// A period of a quota.
struct Row {
    /// How long it is.
    length: i64,
    /// Its last moment.
    at: i64,
    /// Its place among the holders.
    holder: usize,
    attained: Attained,
    /// Deals with their values, in minor units of one currency for all rows.
    deals: Vec<(u32, f64)>,
    without: u64,
}

impl Row {
    /// It counts in the time in which it ends; where that is long enough to hold more than half of it, only if it does: the
    /// 92 days before July begin on the last day of the first quarter.
    fn counts(&self, shape: &Shape<'_>) -> bool {
        let half = self.length / 2;
        let holds_most = |(from, to): (i64, i64)| to - from < half || self.at - from >= half;
        shape.takes(self.at) && shape.span.is_none_or(holds_most)
    }
}

/// The quotas that a question is about.
#[derive(Default)]
pub(super) struct Attaining {
    pub holders: Vec<String>,
    rows: Vec<Row>,
    /// Why there is nothing to tell.
    pub trouble: Option<String>,
    notes: Vec<String>,
}

impl Attaining {
    pub(super) fn of(log: &EventLog, question: &Question) -> Self {
        let trouble = |says: &str| Self { trouble: Some(says.to_owned()), ..Self::default() };
        let book = &question.quotas;
        let (who, names) = match wanted(question) {
            Ok(wanted) => wanted,
            Err(says) => return trouble(says),
        };
        let has = |who: Holder| book.quotas.iter().any(|quota| quota.who == who);
        let who = who.unwrap_or(if has(Holder::Team) { Holder::Team } else { Holder::Person });
        if !has(who) {
            return trouble(match (who, book.hides, book.quotas.is_empty()) {
                (Holder::Person, true, _) => HIDDEN,
                (_, _, true) => "There are no quotas yet: set them under Settings → Quotas.",
                (Holder::Team, ..) => "No team has a quota: set one under Settings → Quotas.",
                (Holder::Person, ..) => "Nobody has a quota of their own: set one under Settings → Quotas.",
            });
        }
        let Some(now) = moment(question.last(log)) else { return trouble("There are no deals yet.") };
        let today = now.to_zoned_datetime(question.zone.clone()).date();
        let (members, currencies, zone) = (&book.members, &book.currencies, &question.zone);
        let quotas = Quotas { quotas: &book.quotas, members, currencies, zone };
        let mut found = holdings(log, &Selection::default(), &quotas, today, usize::MAX);
        found.retain(|of| of.who == who && names.is_none_or(|names| names.iter().any(|name| same_name(name, of.name))));
        if found.is_empty() {
            return trouble("No quota of theirs has begun.");
        }
        let mut all = Self::default();
        let several = found.iter().map(|of| &of.quota.currency).collect::<FxHashSet<_>>().len() > 1;
        let mut foreign = 0;
        for of in &found {
            let change = match several {
                true => change(&question.currency, &of.quota.currency),
                false => Some(Change::Same),
            };
            match change.and_then(|change| row(of, change, &mut all.holders)) {
                Some(row) => all.rows.push(row),
                None => foreign += 1,
            }
        }
        all.notes = notes(&all.rows, foreign, who == Holder::Person && book.hides, zone);
        all
    }

    pub(super) fn gather(&self, shape: &Shape<'_>) -> Cells {
        let mut cells = shape.empty();
        for row in self.rows.iter().filter(|row| row.counts(shape)) {
            cells.without += row.without;
            shape.whole(&mut cells, row.holder).merge(Tally::Attained(row.attained));
            let step = shape.step(row.at);
            if let Some(tally) = step.and_then(|step| shape.in_step(&mut cells, row.holder, step)) {
                tally.merge(Tally::Attained(row.attained));
            }
        }
        cells.add_up(shape);
        cells
    }

    /// The deals behind the figure of the wanted groups.
    pub(super) fn drill(&self, log: &EventLog, shape: &Shape<'_>, wanted: &[bool]) -> Vec<Brought> {
        let is_wanted = |row: &&Row| {
            let group = if shape.axes.is_empty() { 0 } else { row.holder };
            row.counts(shape) && wanted.get(group) == Some(&true)
        };
        let rows: Vec<&Row> = self.rows.iter().filter(is_wanted).collect();
        let any_over = rows.iter().any(|row| row.attained.over.quotas > 0);
        let counts = rows.into_iter().filter(|row| !any_over || row.attained.over.quotas > 0);
        let brought = |(deal, minor): &(u32, f64)| Brought {
            deal: *deal,
            at: log.closed(*deal),
            yes: None,
            amount: Some(*minor),
        };
        counts.flat_map(|row| row.deals.iter().map(brought)).collect()
    }

    pub(super) fn notes(&self) -> &[String] {
        &self.notes
    }
}

const HIDDEN: &str = "Quotas of people are seen by who leads and by themselves; what others see too counts those of teams. \
    Set one for a team under Settings → Quotas.";

/// Of whom: people or teams, if it is said, and of which.
type Wanted<'q> = (Option<Holder>, Option<&'q Vec<String>>);

fn wanted(question: &Question) -> Result<Wanted<'_>, &'static str> {
    let holder = |name: &str| match name {
        field::OWNER => Some(Holder::Person),
        field::TEAM => Some(Holder::Team),
        _ => None,
    };
    let by = match &question.by[..] {
        [] => None,
        [By::Field(name)] if holder(name).is_some() => holder(name),
        _ => return Err("Quotas are of people and teams: break attainment down by owner or by team."),
    };
    let mut rest = question.selection.clone();
    let chosen = question.selection.fields.iter().find_map(|(name, values)| Some((holder(name)?, name, values)));
    let Some((who, name, values)) = chosen else {
        return if rest == Selection::default() { Ok((by, None)) } else { Err(FILTERED) };
    };
    rest.fields.remove(name);
    if rest != Selection::default() || by.is_some_and(|by| by != who) {
        return Err(FILTERED);
    }
    Ok((Some(who), Some(values)))
}

const FILTERED: &str =
    "A quota is of all deals of who has it: choose people or teams, and take every other filter away.";

/// How amounts in the currency of a quota become those of the question's.
fn change(to: &Currency, from: &str) -> Option<Change> {
    if from == to.name { Some(Change::Same) } else { to.changes.get(from).copied() }
}

/// None where the quota is nothing, or too large.
fn row(of: &Holding<'_>, change: Change, holders: &mut Vec<String>) -> Option<Row> {
    let quota = change.of(of.quota.amount_minor).filter(|minor| *minor > 0)? as f64;
    let holder = holders.iter().position(|name| name == of.name).unwrap_or_else(|| {
        holders.push(of.name.to_owned());
        holders.len() - 1
    });
    let value = |(deal, worth): &(u32, Worth)| match worth {
        Worth::Known(minor) => change.of(*minor).map(|minor| (*deal, minor as f64)),
        Worth::None | Worth::Foreign => None,
    };
    let deals: Vec<(u32, f64)> = of.deals.iter().filter_map(value).collect();
    let part = Part {
        quotas: 1,
        quota,
        deals: deals.len() as u64,
        won: deals.iter().map(|(_, minor)| minor).sum(),
        squares: deals.iter().map(|(_, minor)| minor * minor).sum(),
    };
    let none = Part::default();
    let attained =
        if of.over { Attained { over: part, running: none } } else { Attained { over: none, running: part } };
    Some(Row {
        length: of.end - of.begin,
        at: of.end - 1,
        holder,
        attained,
        without: (of.deals.len() - deals.len()) as u64,
        deals,
    })
}

fn notes(rows: &[Row], foreign: u64, hides: bool, zone: &TimeZone) -> Vec<String> {
    let mut notes = Vec::new();
    let until = |at: i64| moment(at).map(|at: Timestamp| at.to_zoned_datetime(zone.clone()).strftime("%-d %B %Y"));
    let running = rows.iter().filter(|row| row.attained.running.quotas > 0).map(|row| row.at).max();
    if let Some(last) = running.and_then(until) {
        notes.push(format!(
            "What runs until {last} is not over yet: it counts, as far as it has come, only where nothing else does."
        ));
    }
    if foreign > 0 {
        notes.push("Quotas in a currency without a rate are left out.".to_owned());
    }
    if hides {
        notes.push("Of your own quota alone: those of others are seen by who leads.".to_owned());
    }
    notes
}
