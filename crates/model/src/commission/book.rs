//! Puts deals, corrections and churns on the statements they belong to.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;

use super::{
    Churn, Clawback, ClawbackLine, ClawbackShare, CommissionError, Correction, CorrectionLine, DealWithoutPlan,
    DealWithoutRate, Draw, Input, Line, Statement, WonDeal,
    exchange::Exchange,
    price::{pieces, rounded, split},
    roster::{Held, Roster},
};
use crate::decimal::pro_rata;

/// Of a statement: the order in which balances are carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key<'i> {
    person: &'i str,
    /// First day of the period.
    from: Date,
    /// The day since which the person goes by the plan.
    since: Date,
    /// The plan's place among the plans.
    pub(super) plan: usize,
}

pub(super) struct Book<'i> {
    input: &'i Input,
    roster: Roster<'i>,
    exchange: Exchange<'i>,
    pub(super) statements: BTreeMap<Key<'i>, Statement>,
    pub(super) without_plan: Vec<DealWithoutPlan>,
    without_rate: Vec<DealWithoutRate>,
}

impl<'i> Book<'i> {
    /// A book with an empty statement for every period in which someone goes by a plan.
    pub(super) fn open(input: &'i Input) -> Self {
        let mut book = Self {
            input,
            roster: Roster::of(input),
            exchange: Exchange::of(&input.rates),
            statements: BTreeMap::new(),
            without_plan: Vec::new(),
            without_rate: Vec::new(),
        };
        for (person, stretch) in book.roster.stretches().collect::<Vec<_>>() {
            let length = input.plans[stretch.held.plan].period;
            let end = stretch.until.unwrap_or(input.through).min(input.through);
            let mut period = Some(length.around(stretch.from));
            while let Some(running) = period.filter(|period| stretch.from <= end && period.from <= end) {
                let statement = book.statement(person, stretch.held.plan, running.from);
                statement.draw.days += running.days_within(stretch.from, stretch.until);
                statement.target_minor = stretch.held.target_minor;
                period = running.next(length);
            }
        }
        book
    }

    /// The statement that a day's amounts go to.
    fn statement(&mut self, person: &'i str, plan: usize, day: Date) -> &mut Statement {
        let through = self.input.through;
        let terms = &self.input.plans[plan];
        let period = terms.period.around(day);
        let since = self.roster.since(person, plan).unwrap_or(terms.from);
        self.statements.entry(Key { person, from: period.from, since, plan }).or_insert_with(|| Statement {
            person: person.to_owned(),
            plan: terms.id.clone(),
            plan_from: terms.from,
            currency: terms.currency.clone(),
            period,
            complete: period.until <= through,
            target_minor: None,
            attained_minor: 0,
            lines: Vec::new(),
            accelerated: Vec::new(),
            subtotal_minor: 0,
            cap_minor: terms.cap_per_period_minor,
            cut_minor: 0,
            clawbacks: Vec::new(),
            corrections: Vec::new(),
            earned_minor: 0,
            carried_in_minor: 0,
            draw: Draw { of_days: period.days(), ..Draw::default() },
            total_minor: 0,
            carried_out_minor: 0,
        })
    }

    /// Prices the deals in the order in which they were won.
    pub(super) fn post_deals(&mut self) -> Result<(), CommissionError> {
        let mut deals: Vec<&'i WonDeal> = self.input.deals.iter().filter(|d| d.closed <= self.input.through).collect();
        deals.sort_by_key(|deal| deal.closed);
        for deal in deals {
            let Some(first) = deal.split.first() else { continue };
            match self.roster.on(&first.person, deal.closed) {
                Some(held) => self.post_deal(deal, &first.person, held)?,
                None => self.without_plan.push(DealWithoutPlan {
                    deal: deal.id.clone(),
                    person: first.person.clone(),
                    closed: deal.closed,
                }),
            }
        }
        match std::mem::take(&mut self.without_rate) {
            deals if deals.is_empty() => Ok(()),
            deals => Err(CommissionError::NoRate { deals }),
        }
    }

    fn post_deal(&mut self, deal: &'i WonDeal, first: &'i str, held: Held) -> Result<(), CommissionError> {
        let overflow = || CommissionError::Overflow { what: format!("deal {}", deal.id) };
        let plan = &self.input.plans[held.plan];
        let foreign = deal.currency != plan.currency;
        let exchange_rate = self.exchange.on(&deal.currency, &plan.currency, deal.closed).filter(|_| foreign);
        if foreign && exchange_rate.is_none() {
            let (from, to) = (deal.currency.clone(), plan.currency.clone());
            self.without_rate.push(DealWithoutRate { deal: deal.id.clone(), from, to, day: deal.closed });
            return Ok(());
        }
        let price_minor = exchange_rate.map_or(Some(deal.price_minor), |rate| rate.of(deal.price_minor));
        let price_minor = price_minor.ok_or_else(overflow)?;
        let statement = self.statement(first, held.plan, deal.closed);
        let before = statement.attained_minor;
        statement.attained_minor = before.checked_add(price_minor).ok_or_else(overflow)?;
        let pieces = pieces(plan, held.target_minor, before, price_minor).ok_or_else(overflow)?;
        let uncapped_minor = rounded(&pieces).ok_or_else(overflow)?;
        let commission_minor = plan.cap_per_deal_minor.map_or(uncapped_minor, |cap| uncapped_minor.min(cap));
        let parts = split(commission_minor, &deal.split).ok_or_else(overflow)?;
        for (share, amount_minor) in deal.split.iter().zip(parts) {
            let own = self.roster.on(&share.person, deal.closed).map(|own| own.plan);
            let own = own.filter(|own| self.input.plans[*own].currency == plan.currency);
            let line = Line {
                deal: deal.id.clone(),
                closed: deal.closed,
                first: first.to_owned(),
                negotiated_minor: deal.price_minor,
                negotiated_currency: deal.currency.clone(),
                exchange_rate,
                price_minor,
                pieces: pieces.clone(),
                uncapped_minor,
                commission_minor,
                share: share.share,
                amount_minor,
                cut_minor: 0,
            };
            self.statement(&share.person, own.unwrap_or(held.plan), deal.closed).lines.push(line);
        }
        Ok(())
    }

    pub(super) fn post_corrections(&mut self) -> Result<(), CommissionError> {
        let input = self.input;
        for correction in input.corrections.iter().filter(|c| c.day <= input.through) {
            let Correction { person, day, amount_minor, currency, reason, deal } = correction;
            let plan = self.paying(person, *day, currency).ok_or_else(|| CommissionError::Correction {
                person: person.clone(),
                day: *day,
                currency: currency.clone(),
            })?;
            let (reason, deal) = (reason.clone(), deal.clone());
            let line = CorrectionLine { day: *day, amount_minor: *amount_minor, reason, deal };
            self.statement(person, plan, *day).corrections.push(line);
        }
        Ok(())
    }

    /// The plan whose statement takes an amount that no deal of the day brings: the one that the person goes by or went
    /// by last, or by which they have had a share of somebody's deal.
    fn paying(&self, person: &str, day: Date, currency: &str) -> Option<usize> {
        let shared = || {
            let of_person = self.statements.keys().rev().filter(|key| key.person == person && key.from <= day);
            of_person.map(|key| key.plan).find(|plan| self.input.plans[*plan].currency == currency)
        };
        self.roster.last(&self.input.plans, person, day, currency).or_else(shared)
    }

    /// Takes back what was paid for deals whose customers left. The caps of the periods have been applied before.
    pub(super) fn post_clawbacks(&mut self) -> Result<(), CommissionError> {
        let input = self.input;
        let terms: HashMap<&str, &'i Clawback> = input.deals.iter().filter_map(|deal| self.clawback(deal)).collect();
        let left = input.churns.iter().filter(|churn| churn.day <= input.through);
        let left: HashMap<&str, &'i Churn> = left.map(|churn| (churn.deal.as_str(), churn)).collect();
        let mut due = Vec::new();
        for (key, statement) in &self.statements {
            for line in &statement.lines {
                let deal = line.deal.as_str();
                if let (Some(churn), Some(clawback)) = (left.get(deal), terms.get(deal)) {
                    let overflow = || CommissionError::Overflow { what: format!("deal {deal}") };
                    let taken = taken_back(clawback, churn.day, line).ok_or_else(overflow)?;
                    due.extend(taken.map(|taken| (*key, taken)));
                }
            }
        }
        due.sort_by_key(|(_, taken)| taken.day);
        for (key, taken) in due {
            let currency = &input.plans[key.plan].currency;
            let plan = self.paying(key.person, taken.day, currency).unwrap_or(key.plan);
            self.statement(key.person, plan, taken.day).clawbacks.push(taken);
        }
        Ok(())
    }

    /// What the plan that prices a deal takes back.
    fn clawback(&self, deal: &'i WonDeal) -> Option<(&'i str, &'i Clawback)> {
        let plan = self.roster.on(&deal.split.first()?.person, deal.closed)?.plan;
        self.input.plans[plan].clawback.as_ref().map(|clawback| (deal.id.as_str(), clawback))
    }
}

/// What a churn takes back of a line: the inner `None` where that is nothing, the outer where it is too large.
fn taken_back(clawback: &Clawback, day: Date, line: &Line) -> Option<Option<ClawbackLine>> {
    let within = i64::from(clawback.within_days);
    let stayed_days = day.duration_since(line.closed).as_hours() / 24;
    let paid_minor = line.paid_minor();
    let taken = match clawback.takes {
        _ if stayed_days > within => 0,
        ClawbackShare::Full => paid_minor,
        ClawbackShare::ProRata => pro_rata(paid_minor, within - stayed_days, within)?,
    };
    let amount_minor = taken.checked_neg()?;
    let (deal, within_days, takes) = (line.deal.clone(), clawback.within_days, clawback.takes);
    Some((taken != 0).then_some(ClawbackLine { deal, day, stayed_days, within_days, takes, paid_minor, amount_minor }))
}
