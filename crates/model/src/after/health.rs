//! How a customer is doing, by facts alone. Every light has its reason in words; there is no score.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AfterSale, DeliveryStanding, LineState, Reached, Today, review::days_between};

/// From when on a fact is a matter of concern. All are days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct HealthLimits {
    /// Without any act of the customer: amber from here on.
    pub quiet_days: u32,
    /// Red from here on.
    pub silent_days: u32,
    /// That a promise of ours is late: amber from the first day, red from here on.
    pub promise_days: u32,
    /// That a delivery has not been confirmed: amber from here on.
    pub unconfirmed_days: u32,
    /// That something of a delivery is missing: amber from the first day, red from here on.
    pub dispute_days: u32,
    /// That a review of the value is late: amber from the first day, red from here on.
    pub review_days: u32,
    /// Before the last day of notice from which on a renewal is due.
    pub renewal_days: u32,
}

impl Default for HealthLimits {
    fn default() -> Self {
        Self {
            quiet_days: 60,
            silent_days: 120,
            promise_days: 14,
            unconfirmed_days: 14,
            dispute_days: 7,
            review_days: 30,
            renewal_days: 60,
        }
    }
}

/// A light, from the one without concern to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Light {
    /// Nothing was written down since the sale.
    Unknown,
    /// No concern.
    Green,
    /// Needs a look.
    Amber,
    /// Needs to be acted on.
    Red,
}

/// What a reason rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HealthFact {
    /// When the customer last did anything.
    Contact,
    /// What we promised.
    Promises,
    /// What was delivered.
    Delivery,
    /// Reviews of the value, on time or not.
    Reviews,
    /// What was achieved.
    Value,
    /// That the customer left.
    Churn,
}

/// Why a light is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HealthReason {
    /// What it rests on.
    pub fact: HealthFact,
    /// The light that this fact alone would give.
    pub light: Light,
    /// The fact, in a sentence.
    pub says: String,
}

/// How a customer is doing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Health {
    /// The worst light of the reasons.
    pub light: Light,
    /// The reasons, the worst first.
    pub reasons: Vec<HealthReason>,
}

/// How the customer of a deal won at `won` is doing. `every_days` is the interval of reviews.
pub fn health(
    after: &AfterSale,
    won: Option<Timestamp>,
    every_days: Option<f64>,
    limits: &HealthLimits,
    today: Today<'_>,
) -> Health {
    if let Some(churn) = &after.churn {
        let says = match churn.reason.as_str() {
            "" => format!("The customer left on {}.", churn.day),
            reason => format!("The customer left on {}: {reason}", churn.day),
        };
        let reason = HealthReason { fact: HealthFact::Churn, light: Light::Red, says };
        return Health { light: Light::Red, reasons: vec![reason] };
    }
    let since_won = after.last_contact.filter(|at| won.is_none_or(|won| *at > won));
    if after.is_untold() && since_won.is_none() {
        return Health { light: Light::Unknown, reasons: Vec::new() };
    }
    let facts = Facts { after, limits, today: today.day() };
    let contact = facts.contact(since_won.or(won).map(|at| today.of(at)), since_won.is_some());
    let review = after.next_review(every_days, today);
    let all = [contact, facts.promises(), facts.delivery(today), facts.reviews(review), facts.value()];
    let mut reasons: Vec<HealthReason> = all.into_iter().flatten().collect();
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.light));
    Health { light: reasons.first().map_or(Light::Unknown, |reason| reason.light), reasons }
}

struct Facts<'a> {
    after: &'a AfterSale,
    limits: &'a HealthLimits,
    today: Date,
}

fn reason(fact: HealthFact, light: Light, says: String) -> Option<HealthReason> {
    Some(HealthReason { fact, light, says })
}

/// Amber at once, red from so many days on.
fn worse_from(red: u32, days: i64) -> Light {
    if days >= i64::from(red) { Light::Red } else { Light::Amber }
}

fn days(n: i64) -> String {
    if n == 1 { "1 day".to_owned() } else { format!("{n} days") }
}

impl Facts<'_> {
    fn contact(&self, last: Option<Date>, acted: bool) -> Option<HealthReason> {
        let ago = days_between(last?, self.today).max(0);
        let light = match ago {
            ago if ago >= i64::from(self.limits.silent_days) => Light::Red,
            ago if ago >= i64::from(self.limits.quiet_days) => Light::Amber,
            _ => Light::Green,
        };
        let says = match (acted, ago) {
            (true, 0) => "The customer acted today.".to_owned(),
            (true, ago) => format!("The customer last acted {} ago.", days(ago)),
            (false, 0) => "The sale was today.".to_owned(),
            (false, ago) => format!("The customer has done nothing in the {} since the sale.", days(ago)),
        };
        reason(HealthFact::Contact, light, says)
    }

    fn promises(&self) -> Option<HealthReason> {
        let late = self.after.promises.iter().filter_map(|promise| Some((promise.late_by(self.today)?, promise)));
        if let Some((by, promise)) = late.max_by_key(|(by, _)| *by) {
            let light = worse_from(self.limits.promise_days, by);
            return reason(HealthFact::Promises, light, format!("Promised and {} late: {}", days(by), promise.says));
        }
        let open = self.after.promises.iter().filter(|p| p.state == super::PromiseState::Open).count();
        match (open, self.after.promises.len()) {
            (_, 0) => None,
            (0, _) => reason(HealthFact::Promises, Light::Green, "All that we promised is settled.".to_owned()),
            (1, _) => reason(HealthFact::Promises, Light::Green, "One promise is open and not late.".to_owned()),
            (n, _) => reason(HealthFact::Promises, Light::Green, format!("{n} promises are open, none is late.")),
        }
    }

    fn delivery(&self, today: Today<'_>) -> Option<HealthReason> {
        let delivery = self.after.delivery.as_ref()?;
        let disputed = delivery.lines.iter().filter(|line| line.state == LineState::Disputed);
        match delivery.standing {
            DeliveryStanding::Disputed => {
                let first = disputed.min_by_key(|line| line.at)?;
                let since = first.at.map_or(0, |at| days_between(today.of(at), self.today));
                let what = if first.note.is_empty() { &first.product } else { &first.note };
                let how_long = if since > 0 { format!("for {}", days(since)) } else { "since today".to_owned() };
                let says = format!("Missing or wrong {how_long}: {what}");
                reason(HealthFact::Delivery, worse_from(self.limits.dispute_days, since), says)
            }
            DeliveryStanding::Confirmed => {
                reason(HealthFact::Delivery, Light::Green, "All that was bought arrived.".to_owned())
            }
            DeliveryStanding::Waiting => {
                let since = days_between(today.of(delivery.sent), self.today);
                let late = since >= i64::from(self.limits.unconfirmed_days);
                let light = if late { Light::Amber } else { Light::Green };
                let says = format!("Delivered {} ago and not confirmed by the customer.", days(since));
                reason(HealthFact::Delivery, light, says)
            }
        }
    }

    fn reviews(&self, next: Option<super::NextReview>) -> Option<HealthReason> {
        let next = next?;
        if next.late_days > 0 {
            let light = worse_from(self.limits.review_days, next.late_days);
            return reason(
                HealthFact::Reviews,
                light,
                format!("A review of the value is {} late.", days(next.late_days)),
            );
        }
        let held = self.after.reviews.last()?;
        reason(HealthFact::Reviews, Light::Green, format!("The value was last reviewed on {}.", held.on))
    }

    fn value(&self) -> Option<HealthReason> {
        let review = self.after.reviews.last()?;
        let worst = review.worst()?;
        let short = review.results.iter().find(|result| result.reached == worst)?;
        let (light, says) = match worst {
            Reached::Yes => (Light::Green, "They say that they reached what they wanted.".to_owned()),
            Reached::Partly => (Light::Amber, format!("Reached in part only: {}", short.goal)),
            Reached::No => (Light::Red, format!("Not reached: {}", short.goal)),
        };
        reason(HealthFact::Value, light, says)
    }
}
