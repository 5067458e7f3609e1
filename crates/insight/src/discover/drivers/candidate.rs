//! Something that may distinguish won from lost deals: which deals are compared, and on which side each is.

use rayon::prelude::*;

use super::{DriverKind, history::History};
use crate::{select::Selection, stats::stratified::Table};

/// Side of a deal that is not compared.
pub(super) const ABSENT: u8 = u8::MAX;
/// Bands of equal count into which a time that is held equal is cut.
const BANDS: usize = 5;

/// A value of an attribute.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub name: String,
    pub selection: Option<Selection>,
}

/// One thing to look at.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub id: String,
    pub kind: DriverKind,
    pub title: String,
    /// Follows `deals`: `with “Demo attended”`.
    pub with: String,
    pub activity: Option<String>,
    pub stage: Option<String>,
    pub among: String,
    /// What the bands hold equal.
    pub held: Option<String>,
    /// The attribute that it is, by name: it is not held equal to itself.
    pub field: Option<String>,
    /// The values of an attribute with several; empty for what a deal has (1) or has not (0).
    pub values: Vec<Value>,
    /// Each deal's side: 0 without, 1 with, or the place of the value; [`ABSENT`]: not compared.
    pub side: Vec<u8>,
    /// Each deal's band; only deals of one band are compared.
    pub band: Vec<u8>,
    /// With and without among all closed deals, counted plainly.
    pub naive: Table,
    pub deals_with: Option<Selection>,
}

impl Candidate {
    /// One that compares all deals on one of the two sides, by nothing else.
    pub(super) fn new(id: String, kind: DriverKind, title: String, with: String, side: Vec<u8>) -> Self {
        Self {
            id,
            kind,
            title,
            with,
            activity: None,
            stage: None,
            among: "closed deals".into(),
            held: None,
            field: None,
            values: Vec::new(),
            band: vec![0; side.len()],
            side,
            naive: Table::default(),
            deals_with: None,
        }
    }

    /// How many sides there are.
    pub(super) fn sides(&self) -> usize {
        self.values.len().max(2)
    }
}

/// Counts won and lost deals with and without; `None` is not counted.
pub(super) fn table(history: &History<'_>, with: impl Fn(usize) -> Option<bool> + Sync) -> Table {
    let count = |mut table: Table, row: usize| {
        if let Some(with) = with(row) {
            table.count(with, history.won[row]);
        }
        table
    };
    (0..history.len())
        .into_par_iter()
        .with_min_len(4096)
        .fold(Table::default, count)
        .reduce(Table::default, Table::plus)
}

/// Cuts the compared deals into bands of equal count by a length.
pub(super) fn bands(side: &[u8], length: impl Fn(usize) -> i64) -> Vec<u8> {
    let compared = || (0..side.len()).filter(|row| side[*row] != ABSENT);
    let lengths: Vec<i64> = compared().map(length).collect();
    let cuts = cuts(&mut lengths.clone(), BANDS);
    let mut bands = vec![0; side.len()];
    for (row, length) in compared().zip(lengths) {
        bands[row] = cuts.iter().filter(|cut| length >= **cut).count() as u8;
    }
    bands
}

/// Where values, which are reordered, are to be cut into parts of equal count.
pub(super) fn cuts(values: &mut [i64], parts: usize) -> Vec<i64> {
    let n = values.len();
    let (mut rest, mut below) = (values, 0);
    let mut cuts = Vec::new();
    for rank in (1..parts).map(|cut| n * cut / parts).filter(|rank| *rank < n) {
        let (_, cut, _) = rest.select_nth_unstable(rank - below);
        cuts.push(*cut);
        rest = &mut std::mem::take(&mut rest)[rank - below..];
        below = rank;
    }
    cuts
}
