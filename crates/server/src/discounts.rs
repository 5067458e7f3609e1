//! Who may give which discount.

use model::quote::DiscountPolicy;

use crate::{
    permission::Role,
    problem::{Answer, Problem},
    state::App,
};

/// The setting that holds the limits.
const DISCOUNTS: &str = "discounts";

/// Roles that limits are told of, the lowest first.
const ROLES: [Role; 3] = [Role::Rep, Role::Manager, Role::Owner];

impl App {
    /// The limits of discount.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn discounts(&self) -> Answer<DiscountPolicy> {
        let kept = self.store.setting(DISCOUNTS).await?;
        Ok(kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default())
    }

    /// Keeps the limits of discount.
    ///
    /// # Errors
    /// 422 where they cannot be decided by; if the database cannot be written.
    pub async fn keep_discounts(&self, policy: DiscountPolicy) -> Answer<DiscountPolicy> {
        let known = policy.limits.iter().map(|limit| limit.role.as_str()).eq(ROLES.iter().map(|role| role.word()));
        if !known {
            return Err(Problem::field("limits", "Name the limits of rep, manager and owner, in this order."));
        }
        let hundred = model::Decimal::percentage(1, 1);
        if policy.limits.iter().any(|limit| limit.up_to_percent > hundred) {
            return Err(Problem::field("limits", "A discount is at most 100 %."));
        }
        policy.check().map_err(|error| Problem::field("limits", error.to_string()))?;
        self.store.set_setting(DISCOUNTS, serde_json::to_value(&policy).map_err(Problem::internal)?).await?;
        Ok(policy)
    }
}
