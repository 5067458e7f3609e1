//! What a reader hands on, borrowed from the row just read, so that millions of rows need no allocation each.
//!
//! `import` produces facts; the columnar log of `insight` and the writer of `store` both take them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{deal::Outcome, event::Side};

/// A deal as one source row describes it.
#[derive(Debug, Clone, Copy)]
pub struct DealFact<'a> {
    /// The source's id of the deal.
    pub key: &'a str,
    /// Field names (see [`crate::deal::field`]) or attribute names with their values; no empty values.
    pub fields: &'a [(&'a str, &'a str)],
    /// Created or first engaged.
    pub created: Option<Timestamp>,
    /// Closed.
    pub closed: Option<Timestamp>,
    /// As the row says; `None` where it does not say.
    pub outcome: Option<Outcome>,
    /// The stage the row names. For a closed deal `None` unless it names the stage the deal was in.
    pub stage: Option<&'a str>,
    /// When the source last changed the row, where it says so.
    pub modified: Option<Timestamp>,
}

/// One event as one source row (or one dated column of a deal's row) describes it.
#[derive(Debug, Clone, Copy)]
pub struct EventFact<'a> {
    /// The source's id of the deal.
    pub deal: &'a str,
    /// When; `None` where the source has no time.
    pub at: Option<Timestamp>,
    /// See [`crate::event::kind`].
    pub kind: &'a str,
    /// The name a map shows.
    pub activity: &'a str,
    /// The stage entered, or the stage the row names.
    pub stage: Option<&'a str>,
    /// Whose act.
    pub side: Side,
    /// Who.
    pub actor: Option<&'a str>,
    /// Further attributes.
    pub attributes: &'a [(&'a str, &'a str)],
    /// The source's own id of the event. Without one the event is known by deal, kind, activity, time and
    /// how many such came before it, so reading the same file again gives the same keys.
    pub key: Option<&'a str>,
}

/// A row of a file that deals name: a product with its price, an account with its sector, a rep with their manager.
#[derive(Debug, Clone, Copy)]
pub struct LookupFact<'a> {
    /// The deal's field that names it: [`crate::deal::field::PRODUCT`], …, or an attribute's name.
    pub of: &'a str,
    /// Its key, as the lookup file has it.
    pub key: &'a str,
    /// Its other columns; no empty values.
    pub fields: &'a [(&'a str, &'a str)],
}

/// What became of the rows of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Rows {
    /// Rows of data read, of all files that are not ignored.
    pub read: u64,
    /// Rows taken.
    pub imported: u64,
    /// Rows that cannot be read.
    pub rejected: u64,
    /// Rows that were there already.
    pub duplicates: u64,
    /// Rows that can be read but are nothing that happened to a deal: planned, or of no deal. Notes say which.
    #[serde(default)]
    pub left_out: u64,
}

/// Takes facts. The order of calls is the order of the file.
pub trait FactSink {
    /// Why a fact cannot be taken (a full disk, a closed connection).
    type Error;
    /// Says that the facts that follow are of another row of this file of the plan. Takers that count rows heed it.
    fn row(&mut self, file: usize) {
        let _ = file;
    }
    /// Takes a deal.
    ///
    /// # Errors
    /// If the sink cannot take it.
    fn deal(&mut self, fact: DealFact<'_>) -> Result<(), Self::Error>;
    /// Takes an event.
    ///
    /// # Errors
    /// If the sink cannot take it.
    fn event(&mut self, fact: EventFact<'_>) -> Result<(), Self::Error>;
    /// Takes a row of a lookup file.
    ///
    /// # Errors
    /// If the sink cannot take it.
    fn lookup(&mut self, fact: LookupFact<'_>) -> Result<(), Self::Error>;
}

/// A sink of which several threads can each fill a part with the events of one file, which is cut into numbered pieces.
pub trait PartedSink: FactSink<Error: Send> {
    /// What one thread fills.
    type Part: FactPart<Error = Self::Error>;
    /// An empty part.
    fn part(&self) -> Self::Part;
    /// Takes what the parts have of the pieces numbered below `end`, as if the facts had come in the order of the
    /// pieces. Of what several pieces told of a deal itself, the first counts.
    fn absorb(&mut self, parts: Vec<Self::Part>, end: usize);
}

/// What one thread fills; it gets pieces in ascending order.
pub trait FactPart: FactSink + Send {
    /// What follows is of this piece.
    fn piece(&mut self, number: usize);
    /// False for an attribute of events that would be dropped anyhow.
    fn wants(&self, attribute: &str) -> bool;
}
