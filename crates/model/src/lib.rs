//! The words of Stagecraft: deals, events, actors, stages, tasks, exit criteria, processes,
//! commissions, leads, quotes, working days.
//!
//! Pure types and rules. Nothing here reads a file, a clock or a random number.

pub mod address;
pub mod after;
pub mod alias;
pub mod calendar;
pub mod commission;
pub mod consent;
pub mod custom_field;
pub mod deal;
pub mod decimal;
pub mod event;
pub mod fact;
pub mod feedback;
pub mod ids;
pub mod interview;
pub mod language;
pub mod lead;
pub mod letter;
pub mod meeting;
pub mod metric;
pub mod money;
pub mod objection;
pub mod people;
pub mod process;
pub mod quota;
pub mod quote;
pub mod rates;
pub mod research;
pub mod schema;
pub mod sequence;
pub mod tags;
pub mod touchpoint;

pub use deal::{Deal, Outcome};
pub use decimal::Decimal;
pub use event::{Event, Side};
pub use jiff::Timestamp;
