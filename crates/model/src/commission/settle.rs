//! Caps, sums and balances of the statements.

use std::collections::HashMap;

use super::{Accelerated, CommissionError, Plan, Statement};
use crate::{
    decimal::{Decimal, pro_rata},
    money::sum,
};

impl Statement {
    /// Lets the cap of the period take off from the deals won last.
    pub(super) fn cap(&mut self) -> Option<()> {
        let cap = self.cap_minor.unwrap_or(i64::MAX);
        let mut paid = 0_i64;
        for line in &mut self.lines {
            let left = line.amount_minor.min(cap.checked_sub(paid)?);
            line.cut_minor = line.amount_minor.checked_sub(left)?;
            paid = paid.checked_add(left)?;
        }
        Some(())
    }

    /// Adds up, and settles with what is carried in. `None` if it is too large.
    ///
    /// What is not earned but paid as a draw, or was taken back beyond what was earned, is carried: paid = earned −
    /// carried in + carried out, and carried out is 0 unless the draw is paid.
    fn settle(&mut self, plan: &Plan, carried_in_minor: i64) -> Option<()> {
        self.accelerated = self.accelerated_by_factor()?;
        self.subtotal_minor = sum(self.lines.iter().map(|line| line.amount_minor))?;
        self.cut_minor = sum(self.lines.iter().map(|line| line.cut_minor))?;
        let clawed_back = sum(self.clawbacks.iter().map(|line| line.amount_minor))?;
        let corrected = sum(self.corrections.iter().map(|line| line.amount_minor))?;
        self.earned_minor = sum([self.subtotal_minor, self.cut_minor.checked_neg()?, clawed_back, corrected])?;
        self.draw.minor = pro_rata(plan.draw_minor, self.draw.days, self.draw.of_days)?;
        self.carried_in_minor = carried_in_minor;
        let due = self.earned_minor.checked_sub(carried_in_minor)?;
        self.total_minor = due.max(self.draw.minor);
        self.carried_out_minor = self.total_minor.checked_sub(due)?;
        Some(())
    }

    fn accelerated_by_factor(&self) -> Option<Vec<Accelerated>> {
        let mut found: Vec<Accelerated> = Vec::new();
        let own = self.lines.iter().filter(|line| line.first == self.person);
        for piece in own.flat_map(|line| &line.pieces).filter(|piece| piece.factor != Decimal::ONE) {
            match found.iter_mut().find(|known| known.factor == piece.factor) {
                Some(known) => known.price_minor = known.price_minor.checked_add(piece.price_minor)?,
                None => found.push(Accelerated { factor: piece.factor, price_minor: piece.price_minor }),
            }
        }
        Some(found)
    }

    pub(super) fn overflow(&self) -> CommissionError {
        CommissionError::Overflow { what: format!("the statement of {} from {}", self.person, self.period.from) }
    }
}

/// Settles statements in the order in which each person's balance is carried, by currency.
pub(super) fn settle<'s>(
    statements: impl Iterator<Item = (&'s Plan, &'s mut Statement)>,
) -> Result<(), CommissionError> {
    let mut owed: HashMap<(String, String), i64> = HashMap::new();
    for (plan, statement) in statements {
        let owed = owed.entry((statement.person.clone(), statement.currency.clone())).or_default();
        statement.settle(plan, *owed).ok_or_else(|| statement.overflow())?;
        *owed = statement.carried_out_minor;
    }
    Ok(())
}
