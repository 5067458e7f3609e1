//! Searching names: deals, the people on them, accounts. Words may be misspelt, begun, or without their accents.
//!
//! Every word of every name is a term; pairs of letters lead to the terms that may be meant, an edit distance decides,
//! and lists of documents per term are met in the middle. All of it grows with every commit; see
//! `docs/decisions/0037-search.md`.

mod fold;
mod index;
mod query;
mod terms;

pub use self::{
    index::{Found, Kind, SearchIndex},
    query::{Piece, Query},
};

#[cfg(test)]
mod tests;
