//! Who may give which discount.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{Quote, QuoteError, total};
use crate::{decimal::Decimal, money::shown};

/// Limits of discount by role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuoteDiscountPolicy)]
pub struct DiscountPolicy {
    /// Ascending; the last has no limit.
    pub limits: Vec<DiscountLimit>,
    /// True if no line alone may have a larger discount either.
    #[serde(default)]
    pub each_line: bool,
}

/// The discount that a role may give alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = QuoteDiscountLimit)]
pub struct DiscountLimit {
    /// The role: `rep`.
    pub role: String,
    /// Percent of the list price, the limit included; any if left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub up_to_percent: Option<Decimal>,
}

/// A discount that needs someone's approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = QuoteApprovalNeeded)]
pub struct Approval {
    /// The lowest role that may give it.
    pub role: String,
    /// The product with the discount; `None` for the whole quote.
    pub product: Option<String>,
    /// The discount, in minor units.
    pub discount_minor: i64,
    /// The list price that it comes off, in minor units.
    pub list_minor: i64,
    /// The discount in percent of the list price, rounded half-even to two places.
    pub percent: Decimal,
    /// What the one who asks may give.
    pub limit_percent: Decimal,
}

impl Default for DiscountPolicy {
    /// A rep up to 10 %, a manager up to 25 %, an owner any; on the whole quote.
    fn default() -> Self {
        let limit = |role: &str, up_to_percent| DiscountLimit { role: role.to_owned(), up_to_percent };
        let percent = |percent: i128| Decimal::of_units(percent * Decimal::SCALE);
        let limits = vec![limit("rep", percent(10)), limit("manager", percent(25)), limit("owner", None)];
        Self { limits, each_line: false }
    }
}

impl DiscountPolicy {
    /// Looks whether it can be decided by.
    ///
    /// # Errors
    /// [`QuoteError::Policy`] if the limits do not ascend, repeat a role, or leave a discount that nobody may give.
    pub fn check(&self) -> Result<(), QuoteError> {
        let Some((last, below)) = self.limits.split_last() else {
            return Err(QuoteError::Policy("there is none; the last role needs to be free to give any"));
        };
        let percents: Option<Vec<Decimal>> = below.iter().map(|limit| limit.up_to_percent).collect();
        let mut roles: Vec<&str> = self.limits.iter().map(|limit| limit.role.as_str()).collect();
        roles.sort_unstable();
        match percents {
            _ if last.up_to_percent.is_some() => Err(QuoteError::Policy("the last role needs to be free to give any")),
            None => Err(QuoteError::Policy("only the last role can be free to give any")),
            Some(percents) if !percents.is_sorted_by(|a, b| a < b) => Err(QuoteError::Policy("they need to ascend")),
            Some(percents) if percents.iter().any(|p| *p < Decimal::ZERO) => {
                Err(QuoteError::Policy("none can be below 0"))
            }
            Some(_) if roles.windows(2).any(|pair| pair[0] == pair[1]) => {
                Err(QuoteError::Policy("each role can have only one"))
            }
            Some(_) => Ok(()),
        }
    }

    /// What a role may give; nothing for one without a limit of its own. `None` is any.
    fn limit(&self, role: &str) -> Option<Decimal> {
        self.limits.iter().find(|limit| limit.role == role).map_or(Some(Decimal::ZERO), |limit| limit.up_to_percent)
    }

    /// The lowest role that may take a discount off a price.
    fn may(&self, discount_minor: i64, list_minor: i64) -> Option<&DiscountLimit> {
        let enough =
            |limit: &&DiscountLimit| limit.up_to_percent.is_none_or(|p| !exceeds(discount_minor, list_minor, p));
        self.limits.iter().find(enough)
    }
}

/// True if a discount is more than so many percent of the list price, before any rounding.
fn exceeds(discount_minor: i64, list_minor: i64, percent: Decimal) -> bool {
    i128::from(discount_minor) * 100 * Decimal::SCALE > percent.units() * i128::from(list_minor)
}

/// Whose approval a quote needs that someone with this role makes; `None` if their limit covers its discounts. Of several
/// discounts the one that needs the highest role is told.
///
/// # Errors
/// [`QuoteError`] if the quote cannot be computed or the limits cannot be decided by.
pub fn needs_approval(quote: &Quote, policy: &DiscountPolicy, role: &str) -> Result<Option<Approval>, QuoteError> {
    policy.check()?;
    let total = total(quote)?;
    let Some(limit_percent) = policy.limit(role) else { return Ok(None) };
    let lines = total.lines.iter().filter(|_| policy.each_line);
    let lines = lines.map(|line| (Some(line.product.clone()), line.discount_minor, line.list_minor));
    let discounts = std::iter::once((None, total.discounted_minor, total.list_minor)).chain(lines);
    let over = discounts.filter(|(_, discount, list)| exceeds(*discount, *list, limit_percent));
    let needed = over.filter_map(|(product, discount_minor, list_minor)| {
        let percent = Decimal::percentage(discount_minor, list_minor).unwrap_or_default();
        let role = policy.may(discount_minor, list_minor)?.role.clone();
        Some(Approval { role, product, discount_minor, list_minor, percent, limit_percent })
    });
    let rank = |needed: &Approval| policy.limits.iter().position(|limit| limit.role == needed.role);
    Ok(needed.reduce(|highest, next| if rank(&next) > rank(&highest) { next } else { highest }))
}

impl Approval {
    /// What needs approval, by whom and why, in a sentence.
    pub fn says(&self) -> String {
        let Self { percent, limit_percent, role, .. } = self;
        let of = self.product.as_ref().map(|product| format!(" of {product}")).unwrap_or_default();
        let (discount, list) = (shown(self.discount_minor), shown(self.list_minor));
        let limit = match *limit_percent == Decimal::ZERO {
            true => "you may not give any alone".to_owned(),
            false => format!("you may give up to {limit_percent} % alone"),
        };
        format!(
            "A discount of {discount} on the list price{of} of {list} ({percent} %) needs approval by: {role}; {limit}."
        )
    }
}
