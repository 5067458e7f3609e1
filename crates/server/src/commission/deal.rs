//! Who gets what for one deal.

use jiff::civil::Date;
use model::{Decimal, commission::CorrectionLine, money::Money};
use serde::Serialize;
use utoipa::ToSchema;

use super::{Ledger, held::groups};
use crate::{guard::Actor, permission::may_see_pay};

/// What a person gets for a deal.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommissionDealShare)]
pub struct DealShare {
    /// Who.
    pub person: String,
    /// Their share of the deal's commission.
    pub share: Decimal,
    /// What they get for it, less what the cap of the period takes off; none for who may not see it, or without a plan.
    pub amount: Option<Money>,
    /// Name of the period that it counts in.
    pub period: Option<String>,
    /// The period has ended.
    pub ended: bool,
    /// Where the amount comes from, in a sentence.
    pub says: Option<String>,
}

/// The commission of a deal.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DealCommission {
    /// The price that it is counted on; none for a deal that does not count.
    pub price: Option<Money>,
    /// Number of the quote that the prospect accepted for this price; none where it is the deal's value.
    pub quote: Option<String>,
    /// The day on which it was won.
    #[schema(value_type = Option<String>, format = "date")]
    pub closed: Option<Date>,
    /// Who shares it, the first one first.
    pub shares: Vec<DealShare>,
    /// What was added or taken off by hand, of those whose pay one may see.
    pub corrections: Vec<DealCorrection>,
    /// Why it pays nobody, and what to do; none where it pays.
    pub held: Option<String>,
    /// There is a plan of commission.
    pub plans: bool,
    /// Whether who asks may split and correct.
    pub may_change: bool,
}

/// An amount added or taken off by hand.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommissionDealCorrection)]
pub struct DealCorrection {
    /// Who.
    pub person: String,
    /// Currency of the amount.
    pub currency: String,
    /// The correction.
    pub line: CorrectionLine,
}

/// The commission of a deal, as far as somebody may see it.
pub fn of_deal(ledger: &Ledger, key: &str, who: &Actor, leads: bool) -> DealCommission {
    let sees = |person: &str| may_see_pay(who.role, &who.name, person);
    let known = ledger.deals.get(key);
    let share = |of: &model::commission::Share| {
        let statements = ledger.statements.iter().filter(|statement| statement.person == of.person);
        let found = statements
            .flat_map(|statement| statement.lines.iter().map(move |line| (statement, line)))
            .find(|(_, line)| line.deal == key);
        let seen = found.filter(|_| sees(&of.person));
        DealShare {
            person: of.person.clone(),
            share: of.share,
            amount: seen.map(|(s, line)| Money { minor: line.paid_minor(), currency: s.currency.clone() }),
            period: found.map(|(statement, _)| statement.period.name()),
            ended: found.is_some_and(|(statement, _)| statement.complete),
            says: seen.map(|(statement, line)| ledger.line_says(line, &statement.currency)),
        }
    };
    let corrected = ledger.statements.iter().filter(|statement| sees(&statement.person)).flat_map(|statement| {
        let own = statement.corrections.iter().filter(|line| line.deal.as_deref() == Some(key));
        own.map(|line| DealCorrection {
            person: statement.person.clone(),
            currency: statement.currency.clone(),
            line: line.clone(),
        })
    });
    let name = ledger.names.get(key);
    let held = groups(ledger.held.iter().filter(|held| Some(&held.deal) == name));
    let price = known.map(|(deal, _)| Money { minor: deal.price_minor, currency: deal.currency.clone() });
    DealCommission {
        price,
        quote: known.and_then(|(_, quote)| quote.clone()),
        closed: known.map(|(deal, _)| deal.closed),
        shares: known.map(|(deal, _)| deal.split.iter().map(share).collect()).unwrap_or_default(),
        corrections: corrected.collect(),
        held: held.into_iter().next().map(|group| group.says),
        plans: ledger.book.since().is_some(),
        may_change: leads,
    }
}
