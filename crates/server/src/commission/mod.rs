//! Commission: who is paid what for the deals that were won.
//!
//! [`Book`] is what managers keep: plans, who goes by them, exchange rates. [`Picture`] is what the log and the events of
//! some deals say of the deals won. [`Ledger`] is what follows from both, by [`model::commission`].

mod book;
mod change;
mod deal;
mod held;
mod ledger;
mod picture;
mod sheet;
mod told;
mod view;

pub use self::{
    book::{ASSIGNMENT, Book, Kept, Names, PLAN, Versions},
    change::{keep_if_sound, refused},
    deal::{DealCommission, DealShare, of_deal},
    held::{Held, HeldGroup, Why},
    ledger::{Commissions, Ledger},
    picture::{LARGEST_MINOR, Picture},
    sheet::{sheets, table},
    view::{Asked, DealName, Filter, StatementRow, StatementView},
};
