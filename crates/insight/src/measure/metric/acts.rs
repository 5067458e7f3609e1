//! Acts, moments and amounts of deals, read off the rows of a log.

use std::ops::Range;

use model::{
    Outcome, Side,
    metric::{Act, Amount, Moment, Stretch},
    process::lists_word,
    touchpoint::is_kind,
};

use crate::{
    discover::touch::Touching,
    log::{Class, EventLog, Field, MICROS_A_DAY, NEVER, NONE},
    measure::{
        Currency,
        worth::{Worth, Worths},
    },
};

/// Which rows are an act.
pub(super) struct ActIs {
    by_sort: Vec<bool>,
    side: Option<Side>,
    /// By details; none where any will do.
    by_detail: Option<Vec<bool>>,
}

impl ActIs {
    pub(super) fn of(log: &EventLog, act: &Act) -> Self {
        let wanted = act.kind.trim();
        let is = |s: &crate::log::Sort| is_kind(wanted, log.sorts.kinds.get(s.kind), log.sorts.names.get(s.name));
        let tagged = |tag: &String| {
            let texts = &log.details.texts;
            let name = texts.code("tag");
            let has = |set: &Vec<(u32, u32)>| {
                set.iter().any(|(n, value)| Some(*n) == name && lists_word(texts.get(*value), tag.trim()))
            };
            log.details.all.iter().map(has).collect()
        };
        Self { by_sort: log.sorts.all.iter().map(is).collect(), side: act.by, by_detail: act.tag.as_ref().map(tagged) }
    }

    pub(super) fn is(&self, log: &EventLog, row: usize) -> bool {
        self.by_sort[log.events.sort[row] as usize]
            && self.side.is_none_or(|side| log.events.side[row] == side)
            && self.by_detail.as_ref().is_none_or(|sets| sets.get(log.events.detail(row) as usize) == Some(&true))
    }

    pub(super) fn count(&self, log: &EventLog, rows: Range<usize>) -> u64 {
        if self.side.is_none() && self.by_detail.is_none() {
            return log.events.sort[rows].iter().map(|sort| u64::from(self.by_sort[*sort as usize])).sum();
        }
        rows.filter(|row| self.is(log, *row)).count() as u64
    }

    /// True if no event of the log is one.
    pub(super) fn is_none(&self) -> bool {
        !self.by_sort.contains(&true)
    }
}

/// Where on a deal's way something was: before all rows, at a row, or after all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Before,
    Row(usize),
    After,
}

/// A moment of a deal: where on its way, and when in microseconds ([`NEVER`]: undated).
pub(super) type At = (Place, i64);

/// A moment of deals, turned into the numbers of a log.
pub(super) enum MomentIs {
    Created,
    Closed(Option<Outcome>),
    Entered(u32),
    Left(u32),
    Act { act: ActIs, last: bool },
}

impl MomentIs {
    pub(super) fn of(log: &EventLog, moment: &Moment) -> Self {
        let stage = |name: &str| log.sorts.stages.code(name).unwrap_or(NONE);
        match moment {
            Moment::Created => Self::Created,
            Moment::Closed => Self::Closed(None),
            Moment::Won => Self::Closed(Some(Outcome::Won)),
            Moment::Lost => Self::Closed(Some(Outcome::Lost)),
            Moment::Entered(name) => Self::Entered(stage(name)),
            Moment::Left(name) => Self::Left(stage(name)),
            Moment::First(act) => Self::Act { act: ActIs::of(log, act), last: false },
            Moment::Last(act) => Self::Act { act: ActIs::of(log, act), last: true },
        }
    }

    /// When a deal first came to it.
    pub(super) fn first(&self, log: &EventLog, deal: u32) -> Option<At> {
        match self {
            Self::Created => Some((Place::Before, log.deals.created[deal as usize])),
            _ => self.after(log, deal, (Place::Before, i64::MIN)),
        }
    }

    /// When a deal came to it after another moment; the last time, where it is that.
    pub(super) fn after(&self, log: &EventLog, deal: u32, (place, at): At) -> Option<At> {
        let rows = || {
            let all = log.range(deal);
            match place {
                Place::Before => all,
                Place::Row(row) => row + 1..all.end,
                // A closing that no row tells of: what is dated later comes after it.
                Place::After => all.start + log.events.at[all.clone()].partition_point(|row| *row <= at)..all.end,
            }
        };
        let found = |row: usize| (Place::Row(row), log.events.at[row]);
        match self {
            Self::Created => None,
            Self::Closed(wanted) => {
                let outcome = log.outcome(deal);
                if outcome == Outcome::Open || wanted.is_some_and(|wanted| wanted != outcome) {
                    return None;
                }
                // A deal that closed has, with that, been won or lost.
                let closing = closing(log, deal, outcome);
                (closing.0 >= place).then_some(closing)
            }
            Self::Entered(stage) => rows().find(|row| entered(log, *row) == Some(*stage)).map(found),
            Self::Left(stage) => left(log, deal, *stage, place),
            Self::Act { act, last: false } => rows().find(|row| act.is(log, *row)).map(found),
            Self::Act { act, last: true } => rows().rev().find(|row| act.is(log, *row)).map(found),
        }
    }

    /// True for what a closed deal does not come to any more.
    pub(super) fn ends_with_the_deal(&self) -> bool {
        !matches!(self, Self::Act { .. })
    }
}

fn class(log: &EventLog, row: usize) -> Class {
    log.sorts.all[log.events.sort[row] as usize].class
}

fn entered(log: &EventLog, row: usize) -> Option<u32> {
    let sort = &log.sorts.all[log.events.sort[row] as usize];
    (sort.class == Class::Stage).then_some(sort.stage)
}

/// The last closing of a closed deal, dated as the deal is.
fn closing(log: &EventLog, deal: u32, outcome: Outcome) -> At {
    let wanted = if outcome == Outcome::Won { Class::Won } else { Class::Lost };
    let row = log.range(deal).rev().find(|row| class(log, *row) == wanted);
    (row.map_or(Place::After, Place::Row), log.deals.closed[deal as usize])
}

/// When a stage was first left after a place: with the next row that enters another stage, closes, or leaves.
fn left(log: &EventLog, deal: u32, stage: u32, after: Place) -> Option<At> {
    let mut inside = false;
    for row in log.range(deal) {
        let sort = &log.sorts.all[log.events.sort[row] as usize];
        let out = match sort.class {
            Class::Stage if sort.stage == stage => {
                inside = true;
                false
            }
            Class::Stage | Class::Won | Class::Lost => true,
            Class::Left => sort.stage == stage,
            Class::Activity | Class::Admin => false,
        };
        if inside && out {
            if Place::Row(row) > after {
                return Some((Place::Row(row), log.events.at[row]));
            }
            inside = false;
        }
    }
    None
}

/// An amount of deals, turned into the numbers of a log.
pub(super) enum AmountIs<'a> {
    One,
    Value(Worths<'a>),
    /// As agreed on; else by the code of the field's value.
    Discount {
        field: Option<&'a Field>,
        shares: Vec<Option<f64>>,
    },
    Touches(Touching<'a>),
    /// By the code of the field's value.
    Field {
        field: Option<&'a Field>,
        numbers: Vec<Option<f64>>,
    },
    Events(ActIs),
    Days {
        from: MomentIs,
        to: MomentIs,
    },
}

impl<'a> AmountIs<'a> {
    pub(super) fn of(log: &'a EventLog, amount: &Amount, currency: &Currency) -> Self {
        match amount {
            Amount::One => Self::One,
            Amount::Value => Self::Value(Worths::of(log, currency)),
            Amount::Discount => {
                let field = discount_field(log);
                Self::Discount {
                    field,
                    shares: field.map_or_else(Vec::new, |f| f.values.iter().map(percent).collect()),
                }
            }
            Amount::Touches => Self::Touches(Touching::of(log)),
            Amount::Field(name) => {
                let field = log.deals.field(name.trim());
                Self::Field { field, numbers: field.map_or_else(Vec::new, |f| f.values.iter().map(parsed).collect()) }
            }
            Amount::Events(act) => Self::Events(ActIs::of(log, act)),
            Amount::Days(Stretch { from, to }) => {
                Self::Days { from: MomentIs::of(log, from), to: MomentIs::of(log, to) }
            }
        }
    }

    /// None where the deal has no such amount.
    pub(super) fn read(&self, log: &EventLog, deal: u32) -> Option<f64> {
        match self {
            Self::One => Some(1.0),
            Self::Value(worths) => value(worths, deal),
            Self::Discount { field, shares } => {
                let told = || *shares.get(field.as_ref()?.code(deal) as usize)?;
                log.agreed_discount(deal).or_else(told)
            }
            Self::Touches(acts) => Some(acts.touches(deal).count() as f64),
            Self::Field { field, numbers } => *numbers.get(field.as_ref()?.code(deal) as usize)?,
            Self::Events(act) => Some(act.count(log, log.range(deal)) as f64),
            Self::Days { from, to } => {
                let begun = from.first(log, deal)?;
                let ended = to.after(log, deal, begun)?;
                let dated = begun.1 != NEVER && ended.1 != NEVER && ended.1 >= begun.1;
                dated.then(|| (ended.1 - begun.1) as f64 / MICROS_A_DAY)
            }
        }
    }
}

/// A number as people write it into a field: `12`, `12.5`, `12,5`, `12 %`.
fn parsed(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let number = text.parse().or_else(|_| text.replacen(',', ".", 1).parse::<f64>()).ok()?;
    number.is_finite().then_some(number)
}

/// The first field that is called a discount and holds percents.
fn discount_field(log: &EventLog) -> Option<&Field> {
    let called = |field: &&Field| field.name.to_lowercase().contains("discount");
    log.deals
        .fields
        .iter()
        .filter(called)
        .find(|field| field.values.iter().any(|text| percent(text).is_some()) && log.has_field(&field.name))
}

/// A percentage as a share; none of what is no percentage of a price.
fn percent(text: &str) -> Option<f64> {
    parsed(text).filter(|percent| (0.0..=100.0).contains(percent)).map(|percent| percent / 100.0)
}

/// The value in minor units; none where the deal has no value, or one in a currency without a rate.
pub(super) fn value(worths: &Worths<'_>, deal: u32) -> Option<f64> {
    match worths.deal(deal) {
        Worth::Known(minor) => Some(minor as f64),
        Worth::None | Worth::Foreign => None,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("12", Some(12.0))]
    #[case(" 12.5 % ", Some(12.5))]
    #[case("12,5", Some(12.5))]
    #[case("-3", Some(-3.0))]
    #[case("a few", None)]
    #[case("NaN", None)]
    #[case("inf", None)]
    #[case("", None)]
    fn numbers_in_fields(#[case] text: &str, #[case] number: Option<f64>) {
        assert_eq!(parsed(text), number);
    }
}
