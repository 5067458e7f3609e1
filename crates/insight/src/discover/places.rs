//! Moves from one step to another, numbered.

use rustc_hash::FxHashMap;

/// Above this number of names moves are found by a hash map, else by a square table.
const SQUARE: usize = 512;

/// Moves from one step to another, numbered as they are met.
#[derive(Clone, Default)]
pub(super) struct Places {
    names: usize,
    /// Number plus one by `from * names + to`; empty where `found` is used.
    square: Vec<u32>,
    found: FxHashMap<(u32, u32), u32>,
    all: Vec<(u32, u32)>,
}

impl Places {
    pub(super) fn new(names: usize) -> Self {
        let square = if names <= SQUARE { vec![0; names * names] } else { Vec::new() };
        Self { names, square, ..Self::default() }
    }

    /// The moves by number.
    pub(super) fn all(&self) -> &[(u32, u32)] {
        &self.all
    }

    /// How many moves there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The number of a move that was met.
    pub(super) fn of(&self, from: u32, to: u32) -> usize {
        match self.square.get(from as usize * self.names + to as usize) {
            Some(number) => (*number as usize).saturating_sub(1),
            None => self.found.get(&(from, to)).copied().unwrap_or_default() as usize,
        }
    }

    /// The number of a move, a new one for a new move.
    #[inline]
    pub(super) fn met(&mut self, from: u32, to: u32) -> usize {
        match self.square.get(from as usize * self.names + to as usize) {
            Some(number) if *number > 0 => *number as usize - 1,
            _ => self.look(from, to),
        }
    }

    #[cold]
    fn look(&mut self, from: u32, to: u32) -> usize {
        let next = self.all.len() as u32;
        let number = match self.square.get_mut(from as usize * self.names + to as usize) {
            Some(cell) => {
                *cell = next + 1;
                next
            }
            None => *self.found.entry((from, to)).or_insert(next),
        };
        if number == next {
            self.all.push((from, to));
        }
        number as usize
    }
}
