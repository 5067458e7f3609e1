//! Whether commissions can be computed from an input.

use std::collections::{HashMap, HashSet};

use super::{Assignment, CommissionError, ExchangeRate, Input, Plan, WonDeal};
use crate::decimal::Decimal;

type Checked = Result<(), CommissionError>;

pub(super) fn check(input: &Input) -> Checked {
    input.plans.iter().try_for_each(Plan::check)?;
    versions(&input.plans)?;
    assignments(input)?;
    rates(&input.rates)?;
    deals(&input.deals)?;
    churns(input)
}

fn versions(plans: &[Plan]) -> Checked {
    for (i, plan) in plans.iter().enumerate() {
        for other in plans[..i].iter().filter(|other| other.id == plan.id) {
            let day = plan.from.max(other.from);
            if plan.holds(day) && other.holds(day) {
                return Err(CommissionError::Overlap { plan: plan.id.clone(), day });
            }
        }
    }
    Ok(())
}

fn assignments(input: &Input) -> Checked {
    let plans: HashSet<&str> = input.plans.iter().map(|plan| plan.id.as_str()).collect();
    let mut begun = HashSet::new();
    let mut flaw = |a: &Assignment| {
        if !plans.contains(a.plan.as_str()) {
            Some("there is no such plan")
        } else if a.until.is_some_and(|until| until < a.from) {
            Some("it ends before it begins")
        } else if a.target_minor.is_some_and(|target| target <= 0) {
            Some("its target is not above 0")
        } else {
            (!begun.insert((a.person.clone(), a.from))).then_some("another one begins on that day")
        }
    };
    let wrong = input.assignments.iter().find_map(|a| flaw(a).map(|problem| (a, problem)));
    wrong.map_or(Ok(()), |(a, problem)| {
        Err(CommissionError::Assignment { person: a.person.clone(), from: a.from, problem })
    })
}

fn rates(rates: &[ExchangeRate]) -> Checked {
    rates.iter().find(|rate| rate.rate <= Decimal::ZERO).map_or(Ok(()), |rate| {
        Err(CommissionError::Rate { from: rate.from.clone(), to: rate.to.clone(), day: rate.day })
    })
}

fn deals(deals: &[WonDeal]) -> Checked {
    let mut seen = HashSet::new();
    let mut flaw = |deal: &WonDeal| {
        let people: HashSet<&str> = deal.split.iter().map(|share| share.person.as_str()).collect();
        let whole: i128 = deal.split.iter().map(|share| share.share.units()).sum();
        if !seen.insert(deal.id.clone()) {
            Some("it is listed twice")
        } else if deal.price_minor < 0 {
            Some("its price is below 0; use a correction")
        } else if deal.currency.is_empty() {
            Some("it has no currency")
        } else if deal.split.is_empty() {
            Some("nobody shares it")
        } else if people.len() < deal.split.len() {
            Some("someone shares it twice")
        } else if deal.split.iter().any(|share| share.share <= Decimal::ZERO) {
            Some("a share is not above 0")
        } else {
            (whole != Decimal::ONE.units()).then_some("its shares do not sum to 1")
        }
    };
    let wrong = deals.iter().find_map(|deal| flaw(deal).map(|problem| (deal, problem)));
    wrong.map_or(Ok(()), |(deal, problem)| Err(CommissionError::Deal { deal: deal.id.clone(), problem }))
}

fn churns(input: &Input) -> Checked {
    let closed: HashMap<&str, _> = input.deals.iter().map(|deal| (deal.id.as_str(), deal.closed)).collect();
    let mut seen = HashSet::new();
    for churn in &input.churns {
        let problem = match closed.get(churn.deal.as_str()) {
            None => Some("there is no such deal"),
            Some(closed) if churn.day < *closed => Some("the deal was won later"),
            Some(_) => (!seen.insert(&churn.deal)).then_some("the deal is listed twice"),
        };
        if let Some(problem) = problem {
            return Err(CommissionError::Churn { deal: churn.deal.clone(), day: churn.day, problem });
        }
    }
    Ok(())
}
