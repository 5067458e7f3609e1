//! Texts kept once and known by number.

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

/// Stands for "none" where a code is expected.
pub(crate) const NONE: u32 = u32::MAX;

/// Texts in one arena, numbered in the order in which they first came.
#[derive(Debug, Clone, Default)]
pub(crate) struct Dictionary {
    text: String,
    ends: Vec<usize>,
    codes: HashTable<u32>,
}

impl Dictionary {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The text with this code; empty for [`NONE`].
    pub(crate) fn get(&self, code: u32) -> &str {
        text(&self.text, &self.ends, code)
    }

    /// The text with this code; `None` for [`NONE`].
    pub(crate) fn some(&self, code: u32) -> Option<&str> {
        (code != NONE).then(|| self.get(code))
    }

    /// The code of a text, if it is in here.
    pub(crate) fn code(&self, wanted: &str) -> Option<u32> {
        self.find(hash(wanted), wanted)
    }

    fn find(&self, hash: u64, wanted: &str) -> Option<u32> {
        self.codes.find(hash, |code| self.get(*code) == wanted).copied()
    }

    /// The code of a text, which is taken in if it is new.
    pub(crate) fn intern(&mut self, new: &str) -> u32 {
        self.intern_hashed(hash(new), new)
    }

    /// [`Dictionary::intern`] where the [`hash`] is known.
    pub(crate) fn intern_hashed(&mut self, known: u64, new: &str) -> u32 {
        if let Some(code) = self.find(known, new) {
            return code;
        }
        let Self { text: arena, ends, codes } = self;
        arena.push_str(new);
        ends.push(arena.len());
        let code = (ends.len() - 1) as u32;
        codes.insert_unique(known, code, |code| hash(text(arena, ends, *code)));
        code
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|code| self.get(code))
    }
}

fn text<'a>(arena: &'a str, ends: &[usize], code: u32) -> &'a str {
    let at = code as usize;
    let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    ends.get(at).map_or("", |&end| &arena[start..end])
}

/// Hash of one text.
pub(crate) fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_code() {
        let mut texts = Dictionary::default();
        let codes: Vec<u32> = ["a", "", "ä", "a", ""].iter().map(|t| texts.intern(t)).collect();
        assert_eq!(codes, [0, 1, 2, 0, 1]);
        assert_eq!(texts.iter().collect::<Vec<_>>(), ["a", "", "ä"]);
        assert_eq!((texts.code("ä"), texts.code("b"), texts.some(NONE)), (Some(2), None, None));
    }
}
