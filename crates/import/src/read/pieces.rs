//! A file of text in pieces of whole records, for several threads.

use std::{
    fs::File,
    io::{self, Read as _},
};

/// Bytes of a piece.
pub const PIECE: usize = 1 << 20;
/// A piece that has grown to so many times its size without an end of a record is not cut any more.
const LIMIT: usize = 4;

/// Cuts a file. Where a record ends is told from the number of quotation marks before it; that may be wrong where
/// marks stand within cells, so whoever reads a piece has to check that it is used up by whole records.
#[derive(Debug)]
pub struct Pieces {
    file: File,
    size: usize,
    rest: Vec<u8>,
    offset: u64,
    next: usize,
    ended: bool,
}

/// One piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Its number, from 0.
    pub number: usize,
    /// Bytes before it.
    pub offset: u64,
    /// True if nothing follows.
    pub last: bool,
    /// False if no end of a record was found for it.
    pub whole: bool,
}

impl Pieces {
    /// Cuts `file` into pieces of about `size` bytes.
    pub fn new(file: File, size: usize) -> Self {
        Self { file, size, rest: Vec::new(), offset: 0, next: 0, ended: false }
    }

    /// Puts the next piece into `bytes`.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn next(&mut self, bytes: &mut Vec<u8>) -> io::Result<Option<Piece>> {
        if self.ended {
            return Ok(None);
        }
        bytes.clear();
        bytes.reserve(self.size + self.rest.len());
        bytes.append(&mut self.rest);
        let mut whole = true;
        loop {
            let read = (&mut self.file).take(self.size as u64).read_to_end(bytes)?;
            if read < self.size {
                self.ended = true;
                break;
            }
            if let Some(end) = last_end(bytes) {
                self.rest.extend_from_slice(&bytes[end..]);
                bytes.truncate(end);
                break;
            }
            if bytes.len() > self.size * LIMIT {
                (whole, self.ended) = (false, true);
                break;
            }
        }
        let piece = Piece { number: self.next, offset: self.offset, last: self.ended && whole, whole };
        self.next += 1;
        self.offset += bytes.len() as u64;
        Ok((!bytes.is_empty() || piece.number == 0).then_some(piece))
    }
}

/// Behind the last line feed that stands outside of quotation marks, if the text begins outside of them.
fn last_end(bytes: &[u8]) -> Option<usize> {
    let marks = |part: &[u8]| memchr::memchr_iter(b'"', part).count();
    let mut open = marks(bytes) % 2 == 1;
    let mut end = bytes.len();
    while let Some(feed) = memchr::memrchr(b'\n', &bytes[..end]) {
        open ^= marks(&bytes[feed..end]) % 2 == 1;
        if !open {
            return Some(feed + 1);
        }
        end = feed;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    use rstest::rstest;

    #[rstest]
    #[case("a,b\nc,", Some(4))]
    #[case("a\nb\n", Some(4))]
    #[case("a,\"b\nc\nd", Some(0).filter(|_| false))]
    #[case("a\nb,\"c\nd", Some(2))]
    #[case("a\n\"b\"\"\nc\"\nd", Some(10))]
    #[case("no line feed", None)]
    #[case("", None)]
    fn ends_of_records(#[case] text: &str, #[case] end: Option<usize>) {
        assert_eq!(last_end(text.as_bytes()), end);
    }
}
