//! What was bought, delivered, and confirmed by whoever bought it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{attribute, list, text};
use crate::{
    decimal::Decimal,
    event::{Event, Side, kind},
};

/// How a line of a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LineState {
    /// The customer has said nothing yet.
    #[default]
    Waiting,
    /// It arrived.
    Confirmed,
    /// Something is missing or wrong.
    Disputed,
}

/// How a delivery stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum DeliveryStanding {
    /// The customer has not said of every line that it arrived.
    Waiting,
    /// All arrived.
    Confirmed,
    /// Something is missing or wrong.
    Disputed,
}

/// Something that was delivered, and what was last said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DeliveryLine {
    /// Short id, unique in the delivery.
    pub id: String,
    /// What.
    pub product: String,
    /// How much of it, where known.
    pub quantity: Option<Decimal>,
    /// How it stands.
    pub state: LineState,
    /// Who said so.
    pub by: Option<String>,
    /// True if that was the customer on their page; false for what we wrote down.
    pub theirs: bool,
    /// How it was told: `page`, `mail`, `call`, `visit`.
    pub how: String,
    /// When.
    #[schema(value_type = Option<String>, format = "date-time")]
    pub at: Option<Timestamp>,
    /// What is missing or wrong.
    pub note: String,
}

/// A line as it is written down when it is delivered.
#[derive(Deserialize)]
struct Bought {
    id: String,
    product: String,
    #[serde(default)]
    quantity: Option<Decimal>,
}

/// A delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Delivery {
    /// What was delivered.
    pub lines: Vec<DeliveryLine>,
    /// How it stands.
    pub standing: DeliveryStanding,
    /// Who said that it was delivered.
    pub sent_by: Option<String>,
    /// When, for the last time.
    #[schema(value_type = String, format = "date-time")]
    pub sent: Timestamp,
    /// What they said to the customer.
    pub note: String,
}

impl DeliveryLine {
    /// A line of which nobody has said anything.
    pub fn new(id: impl Into<String>, product: impl Into<String>, quantity: Option<Decimal>) -> Self {
        let (state, by, theirs, how, at, note) = Default::default();
        Self { id: id.into(), product: product.into(), quantity, state, by, theirs, how, at, note }
    }
}

impl Delivery {
    /// Delivered, or once more: what was confirmed of the same stays confirmed.
    pub(super) fn sent(before: Option<Self>, event: &Event) -> Option<Self> {
        let Ok(lines) = serde_json::from_str::<Vec<Bought>>(&text(event, attribute::LINES)) else {
            return before;
        };
        let known = before.map_or_else(Vec::new, |before| before.lines);
        let kept = |line: Bought| {
            let same = |old: &&DeliveryLine| {
                old.state == LineState::Confirmed
                    && (&old.id, &old.product, old.quantity) == (&line.id, &line.product, line.quantity)
            };
            let old = known.iter().find(same).cloned();
            old.unwrap_or_else(|| DeliveryLine::new(line.id, line.product, line.quantity))
        };
        let lines: Vec<DeliveryLine> = lines.into_iter().map(kept).collect();
        let standing = standing(&lines);
        let note = text(event, attribute::NOTE);
        Some(Self { lines, standing, sent_by: event.actor.clone(), sent: event.at, note })
    }

    pub(super) fn answer(&mut self, event: &Event) {
        let named = list(event, attribute::LINES);
        let state = if event.kind == kind::DELIVERY_CONFIRMED { LineState::Confirmed } else { LineState::Disputed };
        let theirs = event.side == Side::Prospect;
        let told_by = Some(text(event, attribute::TOLD_BY)).filter(|by| !by.is_empty());
        for line in self.lines.iter_mut().filter(|line| named.contains(&line.id)) {
            line.state = state;
            line.by = if theirs { event.actor.clone() } else { told_by.clone().or_else(|| event.actor.clone()) };
            (line.theirs, line.at) = (theirs, Some(event.at));
            (line.how, line.note) = (text(event, attribute::HOW), text(event, attribute::NOTE));
        }
        self.standing = standing(&self.lines);
    }
}

fn standing(lines: &[DeliveryLine]) -> DeliveryStanding {
    match () {
        () if lines.iter().any(|line| line.state == LineState::Disputed) => DeliveryStanding::Disputed,
        () if lines.iter().all(|line| line.state == LineState::Confirmed) => DeliveryStanding::Confirmed,
        () => DeliveryStanding::Waiting,
    }
}
