//! Plans in sentences.

use super::{Clawback, ClawbackShare, PeriodLength, Plan};
use crate::money::shown;

impl PeriodLength {
    /// `month`, `quarter`, `year`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

impl Plan {
    /// What the plan pays, in sentences.
    pub fn says(&self) -> Vec<String> {
        let money = |minor: i64| format!("{} {}", shown(minor), self.currency);
        let period = self.period.word();
        let mut rates = format!("{} of the negotiated price", self.rate.as_percent());
        for tier in &self.tiers {
            rates += &format!(", {} above {}", tier.rate.as_percent(), money(tier.from_minor));
        }
        let mut said = vec![format!("{rates}; prices are added up by the {period}.")];
        said.extend(self.target_minor.map(|target| format!("Target: {} a {period}.", money(target))));
        for step in &self.accelerators {
            said.push(format!("Above {} of the target, rates count {} times.", step.above.as_percent(), step.factor));
        }
        said.extend(self.cap_per_deal_minor.map(|cap| format!("A deal pays at most {}.", money(cap))));
        said.extend(
            self.cap_per_period_minor.map(|cap| format!("The deals of a {period} pay at most {}.", money(cap))),
        );
        if self.draw_minor > 0 {
            let draw = money(self.draw_minor);
            said.push(format!("At least {draw} is paid a {period}, recovered from what is earned later."));
        }
        said.extend(self.clawback.as_ref().map(Clawback::says));
        said
    }
}

impl Clawback {
    fn says(&self) -> String {
        let how = match self.takes {
            ClawbackShare::Full => "all of it is",
            ClawbackShare::ProRata => "the part for the days that are missing is",
        };
        format!("If the customer leaves within {} days, {how} taken back.", self.within_days)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_plan_with_everything() {
        let plan: Plan = serde_json::from_str(
            r#"{"id": "s", "name": "S", "currency": "EUR", "from": "2026-01-01", "period": "quarter", "rate": "0.05",
                "tiers": [{"from_minor": 5000000, "rate": "0.085"}], "target_minor": 12000000,
                "accelerators": [{"above": "1.2", "factor": "1.5"}], "cap_per_deal_minor": 100000,
                "cap_per_period_minor": 200000, "draw_minor": 50000,
                "clawback": {"within_days": 90, "takes": "pro-rata"}}"#,
        )
        .unwrap();
        assert_eq!(
            plan.says(),
            [
                "5 % of the negotiated price, 8.5 % above 50,000.00 EUR; prices are added up by the quarter.",
                "Target: 120,000.00 EUR a quarter.",
                "Above 120 % of the target, rates count 1.5 times.",
                "A deal pays at most 1,000.00 EUR.",
                "The deals of a quarter pay at most 2,000.00 EUR.",
                "At least 500.00 EUR is paid a quarter, recovered from what is earned later.",
                "If the customer leaves within 90 days, the part for the days that are missing is taken back.",
            ]
        );
    }
}
