//! How something that deals had by a moment goes along with their being won: one comparison for proposals, suggestions
//! and tests on history.

use super::result::Among;
use crate::{
    discover::{
        Proportion,
        drivers::{Effect, WonLost},
        sentence::{grouped, percent},
    },
    stats::{
        exact::{benjamini_hochberg, fisher},
        proportion::newcombe,
    },
};

/// The level of the tests.
const LEVEL: f64 = 0.05;
/// A criterion is asked for if at least this share of the won deals had it by then, else wished for.
const NEARLY_ALL: f64 = 0.6;

/// Closed deals that had it by the moment of comparison, against those that had not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Parting {
    pub had: WonLost,
    pub not: WonLost,
    pub among: Among,
    /// Share won with it less share won without it, with its interval at 95 %.
    pub gain: (f64, f64, f64),
    /// Fisher's exact p; adjusted where several were looked at.
    pub p: f64,
}

impl Parting {
    /// None where one side has fewer deals than this.
    pub(crate) fn of(had: WonLost, not: WonLost, among: Among, fewest: u64) -> Option<Self> {
        if had.closed().min(not.closed()) < fewest {
            return None;
        }
        let gain = newcombe(had.won, had.closed(), not.won, not.closed())?;
        Some(Self { had, not, among, gain, p: fisher(had.won, had.lost, not.won, not.lost) })
    }

    /// True if the data supports that deals with it are won more often.
    pub(crate) fn is_supported(&self) -> bool {
        self.p < LEVEL && self.gain.1 > 0.0
    }

    /// True if the data supports that deals with it are won less often.
    pub(crate) fn is_the_other_way_round(&self) -> bool {
        self.p < LEVEL && self.gain.2 < 0.0
    }

    pub(crate) fn won(&self) -> Proportion {
        Proportion::new(self.had.won, self.had.won + self.not.won)
    }

    pub(crate) fn lost(&self) -> Proportion {
        Proportion::new(self.had.lost, self.had.lost + self.not.lost)
    }

    pub(crate) fn effect(&self) -> Effect {
        Effect { value: self.gain.0, low: Some(self.gain.1), high: Some(self.gain.2) }
    }

    /// Of the won deals, the share that had it.
    pub(crate) fn won_share(&self) -> f64 {
        self.won().share.unwrap_or(0.0)
    }

    /// True if a criterion that asks for it should be a required one.
    pub(crate) fn is_needed(&self) -> bool {
        self.is_supported() && self.won_share() >= NEARLY_ALL
    }

    /// True for what most won deals had.
    pub(crate) fn is_usual(&self) -> bool {
        self.won_share() >= NEARLY_ALL
    }

    /// The counts and the difference in words, with how many things were looked at.
    pub(crate) fn evidence(&self, looked_at: usize) -> String {
        let (had, not) = (self.had, self.not);
        let who = match self.among {
            Among::Left => "left the stage",
            Among::MovedOn => "moved on from here",
        };
        let rate = |side: WonLost| percent(side.rate().unwrap_or(0.0));
        let verdict = if self.is_supported() { "" } else { " That is no difference that the data supports." };
        format!(
            "Of the deals that {who}, {} of {} won and {} of {} lost ones had this by then: {} won with it, {} without \
             (difference {} points, 95 %: {} to {}; adjusted for {looked_at} looked at).{verdict}",
            grouped(had.won),
            grouped(had.won + not.won),
            grouped(had.lost),
            grouped(had.lost + not.lost),
            rate(had),
            rate(not),
            points(self.gain.0),
            points(self.gain.1),
            points(self.gain.2)
        )
    }
}

/// Adjusts each p for all that was looked at.
pub(crate) fn adjust<'a>(all: impl Iterator<Item = &'a mut Parting>) {
    let mut all: Vec<&mut Parting> = all.collect();
    let p: Vec<f64> = all.iter().map(|parting| parting.p).collect();
    all.iter_mut().zip(benjamini_hochberg(&p)).for_each(|(parting, p)| parting.p = p);
}

/// A share in whole percent points, with a minus sign where it is below zero.
pub(crate) fn points(share: f64) -> String {
    let whole = (share * 100.0).round();
    if whole < 0.0 { format!("−{:.0}", -whole) } else { format!("{:.0}", whole.abs()) }
}
