//! What one deal pays: marginal rates on its part of the cumulated price, and how that is shared.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Plan, Share};
use crate::{
    decimal::{Decimal, round_half_even},
    money::sum,
};

/// A part of a deal's price to which one rate and one factor apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = CommissionPiece)]
pub struct Piece {
    /// Cumulated price of the period where it begins, in minor units.
    pub from_minor: i64,
    /// The part of the price, in minor units.
    pub price_minor: i64,
    /// Share of it that is paid.
    pub rate: Decimal,
    /// What the rate is multiplied by; 1 below the accelerators.
    pub factor: Decimal,
}

impl Piece {
    /// Its commission in 10^-18 minor units, exact; `None` if that is too large.
    pub(super) fn exact(&self) -> Option<i128> {
        let rate = self.rate.units().checked_mul(self.factor.units())?;
        rate.checked_mul(self.price_minor.into())
    }
}

/// The pieces of a price that comes on top of `before`. Each lies between two neighbours among the steps where a tier or
/// an accelerator begins; the step of an accelerator is rounded half-even to a minor unit. `None` if it is too large.
pub(super) fn pieces(plan: &Plan, target_minor: Option<i64>, before: i64, price_minor: i64) -> Option<Vec<Piece>> {
    let accelerated = match target_minor {
        Some(target) => {
            plan.accelerators.iter().map(|a| Some((a.above.of(target)?, a.factor))).collect::<Option<_>>()?
        }
        None => Vec::new(),
    };
    let end = before.checked_add(price_minor)?;
    let steps = plan.tiers.iter().map(|tier| tier.from_minor).chain(accelerated.iter().map(|(from, _)| *from));
    let mut bounds: Vec<i64> = steps.filter(|step| before < *step && *step < end).chain([before, end]).collect();
    bounds.sort_unstable();
    bounds.dedup();
    let piece = |from: i64, to: i64| Piece {
        from_minor: from,
        price_minor: to - from,
        rate: plan.tiers.iter().rfind(|tier| tier.from_minor <= from).map_or(plan.rate, |tier| tier.rate),
        factor: accelerated.iter().rfind(|(step, _)| *step <= from).map_or(Decimal::ONE, |(_, factor)| *factor),
    };
    Some(bounds.windows(2).map(|pair| piece(pair[0], pair[1])).collect())
}

/// The sum of the pieces, exact in 10^-18 minor units.
pub(super) fn exact(pieces: &[Piece]) -> Option<i128> {
    pieces.iter().try_fold(0_i128, |sum, piece| sum.checked_add(piece.exact()?))
}

/// The sum of the pieces, rounded half-even to a minor unit.
pub(super) fn rounded(pieces: &[Piece]) -> Option<i64> {
    i64::try_from(round_half_even(exact(pieces)?, Decimal::SCALE * Decimal::SCALE)).ok()
}

/// Each one's part, rounded half-even to a minor unit; what rounding leaves goes to the first, so that the parts sum to
/// the amount.
pub(super) fn split(amount_minor: i64, shares: &[Share]) -> Option<Vec<i64>> {
    let mut parts = shares.iter().map(|share| share.share.of(amount_minor)).collect::<Option<Vec<i64>>>()?;
    let left = amount_minor.checked_sub(sum(parts.iter().copied())?)?;
    if let Some(first) = parts.first_mut() {
        *first = first.checked_add(left)?;
    }
    Some(parts)
}
