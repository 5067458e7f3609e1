//! Statements in sentences: where each figure comes from.

use super::{ClawbackLine, ClawbackShare, CorrectionLine, Line, Piece, Statement, price::exact};
use crate::{
    decimal::{Decimal, scaled},
    money::shown,
};

/// Places of a currency unit in which pieces are exact: 2 of the minor unit, 9 each of rate and factor.
const PLACES: u32 = 2 + 2 * Decimal::PLACES;

impl Statement {
    /// Every figure with what it was made from, from the deals down to what is paid and carried.
    pub fn says(&self) -> Vec<String> {
        let money = |minor: i64| format!("{} {}", shown(minor), self.currency);
        let mut said: Vec<String> = self.lines.iter().map(|line| line.says(&self.currency)).collect();
        said.extend(self.target_minor.map(|target| {
            let reached = Decimal::percentage(self.attained_minor, target).unwrap_or_default();
            format!("Target {}: {} won, {reached} %.", money(target), money(self.attained_minor))
        }));
        said.extend(self.accelerated.iter().map(|a| {
            format!("Accelerated: {} of the prices count at {} times their rate.", money(a.price_minor), a.factor)
        }));
        said.push(format!("Subtotal of {}: {}.", counted(self.lines.len(), "deal"), money(self.subtotal_minor)));
        if let (Some(cap), 1..) = (self.cap_minor, self.cut_minor) {
            said.push(format!("The cap of {} for the period takes off {}.", money(cap), money(self.cut_minor)));
        }
        said.extend(self.clawbacks.iter().map(|line| line.says(&self.currency)));
        said.extend(self.corrections.iter().map(|line| line.says(&self.currency)));
        said.push(format!("Earned: {}.", money(self.earned_minor)));
        if self.carried_in_minor > 0 {
            said.push(format!("Carried from earlier periods, to be recovered: {}.", money(self.carried_in_minor)));
        }
        if self.draw.minor > 0 {
            let Self { draw, .. } = self;
            said.push(format!("Draw for {} of {} days: {}.", draw.days, draw.of_days, money(draw.minor)));
        }
        said.push(self.says_total(money));
        said
    }

    fn says_total(&self, money: impl Fn(i64) -> String) -> String {
        let (earned, carried) = (shown(self.earned_minor), shown(self.carried_in_minor));
        let sum = if self.carried_in_minor > 0 { format!("{earned} − {carried}") } else { earned };
        let total = money(self.total_minor);
        match (self.carried_out_minor, self.draw.minor) {
            (0, _) if self.carried_in_minor == 0 => format!("Paid: {total}."),
            (0, _) => format!("Paid: {sum} = {total}."),
            (rest, 0) => format!("Paid: {total}, as {sum} is below 0; {} is carried to later periods.", money(rest)),
            (rest, _) => {
                format!("Paid: {total}, the draw, as {sum} is less; {} is carried to later periods.", money(rest))
            }
        }
    }
}

impl Line {
    /// From the negotiated price to the amount, in a sentence; `currency` is that of the statement.
    pub fn says(&self, currency: &str) -> String {
        let money = |minor: i64| format!("{} {currency}", shown(minor));
        let Self { deal, closed, .. } = self;
        let mut said =
            format!("{deal}, won on {closed} for {} {}", shown(self.negotiated_minor), self.negotiated_currency);
        if let Some(rate) = self.exchange_rate {
            said += &format!(" × {rate} = {}", money(self.price_minor));
        }
        said += ": ";
        said += &self.pieces.iter().map(Piece::says).collect::<Vec<_>>().join(" + ");
        if let Some(sum) = exact(&self.pieces).filter(|_| !self.pieces.is_empty()) {
            said += &format!(" = {}, rounded ", scaled(sum, PLACES));
        }
        said += &money(self.uncapped_minor);
        if self.commission_minor < self.uncapped_minor {
            said += &format!("; the cap per deal leaves {}", money(self.commission_minor));
        }
        if self.share != Decimal::ONE {
            said += &format!("; share of {}: {}", self.share.as_percent(), money(self.amount_minor));
            let rest = self.amount_minor - self.share.of(self.commission_minor).unwrap_or(self.amount_minor);
            if rest != 0 {
                said += &format!(", {} of it from rounding", shown(rest));
            }
        }
        if self.cut_minor > 0 {
            said += &format!("; the cap of the period leaves {}", money(self.paid_minor()));
        }
        said + "."
    }
}

impl Piece {
    fn says(&self) -> String {
        let plain = format!("{} at {}", shown(self.price_minor), self.rate.as_percent());
        if self.factor == Decimal::ONE { plain } else { format!("{plain} × {}", self.factor) }
    }
}

impl ClawbackLine {
    /// What is taken back and why, in a sentence.
    pub fn says(&self, currency: &str) -> String {
        let Self { deal, day, stayed_days, within_days, .. } = self;
        let part = match self.takes {
            ClawbackShare::Full => String::new(),
            ClawbackShare::ProRata => format!("{} of {within_days} days of ", i64::from(*within_days) - stayed_days),
        };
        format!(
            "{deal}: the customer left on {day}, {} after the close; {part}{} paid is taken back: {} {currency}.",
            counted(usize::try_from(*stayed_days).unwrap_or_default(), "day"),
            shown(self.paid_minor),
            shown(self.amount_minor),
        )
    }
}

impl CorrectionLine {
    /// What is corrected and why, in a sentence.
    pub fn says(&self, currency: &str) -> String {
        let sign = if self.amount_minor > 0 { "+" } else { "" };
        let about = self.deal.as_ref().map(|deal| format!(" for {deal}")).unwrap_or_default();
        format!("Correction of {}{about}: {sign}{} {currency} ({}).", self.day, shown(self.amount_minor), self.reason)
    }
}

fn counted(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}
