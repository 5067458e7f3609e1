//! Statements as people read them, and who may read which.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::{
    commission::{Line, Period, Plan, Statement},
    ids::DealId,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{HeldGroup, Ledger, held::groups};
use crate::{
    guard::Actor,
    permission::{may_see_pay, same_name, sees_all_pay},
    problem::{Answer, Problem},
};

/// Deals without a price that a statement names.
const NAMED: usize = 20;

/// Whose statements, of when.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Name of the person; for all but owners and managers their own, which can be left out.
    pub person: Option<String>,
    /// `2026-03`, `2026-Q1` or `2026`: periods that lie in it. The last period that has statements if neither person nor
    /// period is named.
    pub period: Option<String>,
}

/// What somebody asked for, as far as they may see it.
#[derive(Debug, Clone)]
pub struct Filter {
    person: Option<String>,
    period: Option<Period>,
}

impl Filter {
    /// What was asked for by whom: the one place where it is decided who sees which statements.
    ///
    /// # Errors
    /// 403 for somebody else's statements; 422 for what is no period.
    pub fn of(asked: &Asked, who: &Actor) -> Answer<Self> {
        let named = asked.person.as_deref().map(str::trim).filter(|person| !person.is_empty());
        let person = match named {
            Some(person) if !may_see_pay(who.role, &who.name, person) => {
                return Err(Problem::forbidden("You see your own statements only; ask a manager for those of others."));
            }
            None if !sees_all_pay(who.role) => Some(who.name.clone()),
            person => person.map(str::to_owned),
        };
        let period = asked.period.as_deref().map(str::trim).filter(|period| !period.is_empty());
        let read = |name: &str| {
            Period::named(name).ok_or_else(|| {
                Problem::field("period", format!("{name:?} is no period; write 2026-03, 2026-Q1 or 2026."))
            })
        };
        Ok(Self { person, period: period.map(read).transpose()? })
    }

    /// Whether it was asked for a person or a period.
    fn is_open(&self) -> bool {
        self.person.is_none() && self.period.is_none()
    }

    fn is_whose(&self, person: &str) -> bool {
        self.person.as_deref().is_none_or(|asked| same_name(asked, person))
    }

    /// The statements asked for, the latest period first.
    pub fn statements<'l>(&self, ledger: &'l Ledger) -> Vec<&'l Statement> {
        let of_person = || ledger.statements.iter().filter(|statement| self.is_whose(&statement.person));
        let last = of_person().map(|statement| statement.period).max_by_key(|period| (period.from, period.until));
        let period = if self.is_open() { last } else { self.period };
        let mut found: Vec<&Statement> =
            of_person().filter(|statement| period.is_none_or(|asked| asked.covers(statement.period))).collect();
        found.sort_by(|a, b| b.period.cmp(&a.period).then_with(|| a.person.cmp(&b.person)));
        found
    }

    /// Names of all periods with statements of the person, the latest first.
    pub fn periods(&self, ledger: &Ledger) -> Vec<String> {
        let of_person = ledger.statements.iter().filter(|statement| self.is_whose(&statement.person));
        let periods: BTreeSet<Period> = of_person.map(|statement| statement.period).collect();
        periods.into_iter().rev().map(Period::name).collect()
    }

    /// Everybody with statements.
    pub fn people(&self, ledger: &Ledger) -> Vec<String> {
        let shown = ledger.statements.iter().filter(|statement| self.is_whose(&statement.person));
        let people: BTreeSet<&String> = shown.map(|statement| &statement.person).collect();
        people.into_iter().cloned().collect()
    }

    /// What is on no statement.
    pub fn held(&self, ledger: &Ledger) -> Vec<HeldGroup> {
        let all = ledger.held.iter();
        let own = all.filter(|held| match &held.person {
            Some(person) => self.is_whose(person),
            None => self.person.is_none(),
        });
        groups(own)
    }
}

/// A deal by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[schema(as = CommissionDealName)]
pub struct DealName {
    /// Its id.
    pub id: DealId,
    /// Its name.
    pub name: String,
}

/// A statement in a row.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommissionStatementRow)]
pub struct StatementRow {
    /// Who.
    pub person: String,
    /// Id of the plan.
    pub plan: String,
    /// The plan's name.
    pub plan_name: String,
    /// Name of the period: `2026-03`, `2026-Q1`, `2026`.
    pub period: String,
    /// Its first day.
    #[schema(value_type = String, format = "date")]
    pub from: Date,
    /// Its last day.
    #[schema(value_type = String, format = "date")]
    pub until: Date,
    /// False while the period still runs.
    pub complete: bool,
    /// Currency of the amounts.
    pub currency: String,
    /// How many deals.
    pub deals: usize,
    /// What they won for, cumulated.
    pub attained_minor: i64,
    /// The target.
    pub target_minor: Option<i64>,
    /// What the deals, corrections and clawbacks come to.
    pub earned_minor: i64,
    /// What is paid.
    pub total_minor: i64,
    /// What is owed to later periods.
    pub carried_out_minor: i64,
    /// Deals of the period that are not counted, because something is missing.
    pub waits: usize,
}

/// A statement with where each figure comes from.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = CommissionStatementView)]
pub struct StatementView {
    /// Name of the period: `2026-03`, `2026-Q1`, `2026`.
    pub name: String,
    /// The figures.
    pub statement: Statement,
    /// The version of the plan.
    pub plan: Plan,
    /// What the plan pays, in sentences.
    pub plan_says: Vec<String>,
    /// Each line in a sentence, in the order of the lines.
    pub lines_say: Vec<String>,
    /// What follows after the lines, down to what is paid and carried, in sentences.
    pub then_says: Vec<String>,
    /// Names of the deals, by key.
    pub deals: BTreeMap<String, DealName>,
    /// Deals of the period that are not counted, because something is missing: the amounts will change. At most 20.
    pub waits: Vec<DealName>,
}

impl Ledger {
    /// The statement in a row.
    pub fn row(&self, statement: &Statement) -> StatementRow {
        let plan = self.book.version(&statement.plan, statement.plan_from);
        StatementRow {
            person: statement.person.clone(),
            plan: statement.plan.clone(),
            plan_name: plan.map(|plan| plan.name.clone()).unwrap_or_default(),
            period: statement.period.name(),
            from: statement.period.from,
            until: statement.period.until,
            complete: statement.complete,
            currency: statement.currency.clone(),
            deals: statement.lines.len(),
            attained_minor: statement.attained_minor,
            target_minor: statement.target_minor,
            earned_minor: statement.earned_minor,
            total_minor: statement.total_minor,
            carried_out_minor: statement.carried_out_minor,
            waits: self.waiting(statement).count(),
        }
    }

    /// Deals that will be on a statement once what is missing is there.
    pub fn waiting(&self, statement: &Statement) -> impl Iterator<Item = &DealName> {
        let (person, period) = (statement.person.clone(), statement.period);
        let waits = self.held.iter().filter(move |held| {
            let in_period = held.day.is_some_and(|day| period.from <= day && day <= period.until);
            in_period && held.person.as_deref() == Some(&person) && held.why != super::Why::NoPlan
        });
        waits.map(|held| &held.deal)
    }

    /// The statement with where each figure comes from; `None` for one of a plan that is no more.
    pub fn view(&self, statement: &Statement) -> Option<StatementView> {
        let plan = self.book.version(&statement.plan, statement.plan_from)?;
        let mut lines_say = self.named(statement).says();
        let then_says = lines_say.split_off(statement.lines.len().min(lines_say.len()));
        let keys = statement.lines.iter().map(|line| &line.deal);
        let keys = keys.chain(statement.clawbacks.iter().map(|line| &line.deal));
        let keys = keys.chain(statement.corrections.iter().filter_map(|line| line.deal.as_ref()));
        let deals = keys.filter_map(|key| Some((key.clone(), self.names.get(key)?.clone()))).collect();
        Some(StatementView {
            name: statement.period.name(),
            statement: statement.clone(),
            plan_says: plan.says(),
            plan: plan.clone(),
            lines_say,
            then_says,
            deals,
            waits: self.waiting(statement).take(NAMED).cloned().collect(),
        })
    }

    /// The statement with the deals' names in place of their keys.
    fn named(&self, statement: &Statement) -> Statement {
        let mut named = statement.clone();
        named.lines.iter_mut().for_each(|line| line.deal = self.name(&line.deal));
        named.clawbacks.iter_mut().for_each(|line| line.deal = self.name(&line.deal));
        named.corrections.iter_mut().for_each(|line| line.deal = line.deal.as_ref().map(|deal| self.name(deal)));
        named
    }

    /// The line in a sentence, with the deal's name.
    pub fn line_says(&self, line: &Line, currency: &str) -> String {
        Line { deal: self.name(&line.deal), ..line.clone() }.says(currency)
    }

    /// The name of a deal; its key where it has none.
    pub fn name(&self, key: &str) -> String {
        self.names.get(key).map_or_else(|| key.to_owned(), |deal| deal.name.clone())
    }
}
