//! Where cells of delimited text end.

use wide::u8x16;

/// Bytes looked at together, one bit of a mask each.
const BLOCK: usize = 64;
/// Bytes compared by one instruction.
const LANE: usize = 16;

/// Finds delimiters and line breaks. Cells are short, so one look at a block answers for several of them.
#[derive(Debug)]
pub struct Ends {
    delimiter: u8,
    /// Where the block begins that `mask` is of.
    block: usize,
    mask: u64,
}

impl Ends {
    /// With this delimiter.
    pub fn new(delimiter: u8) -> Self {
        Self { delimiter, block: usize::MAX, mask: 0 }
    }

    /// The first delimiter or line break in `bytes`, the same at every call, from `at` on.
    #[inline]
    pub fn next(&mut self, bytes: &[u8], at: usize) -> Option<usize> {
        let mut block = at - at % BLOCK;
        if block != self.block {
            self.look(bytes, block);
        }
        let mut mask = self.mask & (u64::MAX << (at % BLOCK));
        while mask == 0 {
            block += BLOCK;
            if block >= bytes.len() {
                return None;
            }
            self.look(bytes, block);
            mask = self.mask;
        }
        Some(block + mask.trailing_zeros() as usize)
    }

    fn look(&mut self, bytes: &[u8], block: usize) {
        let rest = bytes.get(block..).unwrap_or_default();
        self.block = block;
        self.mask = match rest.first_chunk::<BLOCK>() {
            Some(chunk) => self.mask_of(chunk),
            None => {
                let mut chunk = [0; BLOCK];
                chunk[..rest.len()].copy_from_slice(rest);
                self.mask_of(&chunk) & !(u64::MAX << rest.len())
            }
        };
    }

    fn mask_of(&self, chunk: &[u8; BLOCK]) -> u64 {
        let [delimiter, feed, carriage] = [self.delimiter, b'\n', b'\r'].map(u8x16::splat);
        chunk.as_chunks::<LANE>().0.iter().rev().fold(0, |mask, lane| {
            let lane = u8x16::new(*lane);
            let ends = lane.simd_eq(delimiter) | lane.simd_eq(feed) | lane.simd_eq(carriage);
            (mask << LANE) | u64::from(ends.to_bitmask())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Texts of all lengths around a block's, thrown together; from every place on.
    #[test]
    fn finds_what_a_look_at_every_byte_finds() {
        let mut state = 3_u64;
        let mut below = |n: u64| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            (state % n) as usize
        };
        for len in 0..150 {
            let signs: &[u8] = if len % 2 == 0 { b"ab;\n\r\xc3\0" } else { b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;\n" };
            let bytes: Vec<u8> = (0..len).map(|_| signs[below(signs.len() as u64)]).collect();
            let mut ends = Ends::new(b';');
            for at in 0..=len {
                let expected = bytes[at..].iter().position(|b| matches!(b, b';' | b'\n' | b'\r')).map(|n| at + n);
                assert_eq!(ends.next(&bytes, at), expected, "{bytes:?} from {at}");
            }
        }
    }
}
