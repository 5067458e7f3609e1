//! The terms of an index, and which of them a word may mean.

use rustc_hash::FxHashMap;

use super::query::{edits, met};
use crate::log::Dictionary;

/// Most terms that one word of a query stands for.
const MOST_TERMS: usize = 2_000;
/// Most terms that are looked at for one word of a query.
const MOST_TRIED: usize = 60_000;

const BEGIN: char = '\u{2}';
const END: char = '\u{3}';

/// Terms by number, with the documents that have them.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    dictionary: Dictionary,
    documents: Vec<Vec<u32>>,
    /// The terms that have two letters in a row; their beginning and end count as letters.
    pairs: FxHashMap<(char, char), Vec<u32>>,
}

impl Terms {
    /// The number of a term, which is taken in if it is new.
    pub(super) fn intern(&mut self, term: &str) -> u32 {
        let known = self.dictionary.len();
        let code = self.dictionary.intern(term);
        if self.dictionary.len() > known {
            self.documents.push(Vec::new());
            for pair in pairs(term) {
                self.pairs.entry(pair).or_default().push(code);
            }
        }
        code
    }

    /// Notes that a document has a term.
    pub(super) fn add(&mut self, term: u32, document: u32) {
        if let Some(documents) = self.documents.get_mut(term as usize) {
            documents.push(document);
        }
    }

    /// The documents that have a term, the newest last.
    pub(super) fn documents(&self, term: u32) -> &[u32] {
        self.documents.get(term as usize).map_or(&[], Vec::as_slice)
    }

    /// The text of a term.
    pub(super) fn text(&self, term: u32) -> &str {
        self.dictionary.get(term)
    }

    /// The terms that a word may mean, the best first, each with how well it is met.
    pub(super) fn meant(&self, word: &str) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = Vec::new();
        for term in self.candidates(word) {
            if let Some(score) = met(word, self.dictionary.get(term)) {
                found.push((term, score));
            }
        }
        found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        found.truncate(MOST_TERMS);
        found
    }

    /// Terms that share enough pairs of letters with a word to be what it means.
    fn candidates(&self, word: &str) -> Vec<u32> {
        let own = pairs(word);
        let wrong = edits(word);
        // a letter that is wrong spoils two pairs, two that change places spoil three
        let spoilt = if wrong == 1 { 3 } else { 2 * wrong };
        // a term that holds the word has all its pairs but those of the beginning and the end
        let whole = own.iter().filter(|pair| pair.0 != BEGIN && pair.1 != END).count();
        let fewest = match whole {
            0 => 1,
            _ if wrong == 0 => whole,
            _ => whole.min(own.len().saturating_sub(spoilt)).max(1),
        };
        let lists = own.iter().filter(|pair| whole > 0 || pair.0 == BEGIN).filter_map(|pair| self.pairs.get(pair));
        let mut counts = vec![0_u8; self.documents.len()];
        let mut enough = Vec::new();
        for list in lists {
            for term in list {
                let Some(count) = counts.get_mut(*term as usize) else { continue };
                *count = count.saturating_add(1);
                if usize::from(*count) == fewest {
                    enough.push(*term);
                }
            }
        }
        if enough.len() > MOST_TRIED {
            enough.sort_unstable_by_key(|term| std::cmp::Reverse(counts.get(*term as usize).copied()));
            enough.truncate(MOST_TRIED);
        }
        enough
    }
}

/// The pairs of letters of a term, each once.
fn pairs(term: &str) -> Vec<(char, char)> {
    let letters = || std::iter::once(BEGIN).chain(term.chars()).chain([END]);
    let mut all: Vec<(char, char)> = letters().zip(letters().skip(1)).collect();
    all.sort_unstable();
    all.dedup();
    all
}
