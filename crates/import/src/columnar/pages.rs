//! Pages of a column: how large they are before they are unpacked, and what in them would make the decoders ask for more
//! memory than the page has bytes.

use std::{
    fs::File,
    io::{self, BufReader, Read as _, Seek as _, SeekFrom},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use parquet::{
    basic::{Encoding, Type},
    column::page::{Page, PageMetadata, PageReader},
    errors::{ParquetError, Result},
};

use super::thrift::Thrift;
use crate::limits;

/// The largest pages of a column, unpacked.
#[derive(Debug, Clone, Copy, Default)]
pub struct Largest {
    /// Of values.
    pub data: u64,
    /// Of the dictionary.
    pub dictionary: u64,
}

/// Looks at the headers of all pages between two places of a file, up to the first that is too large.
pub fn measure(file: &File, start: u64, bytes: u64) -> io::Result<Largest> {
    const DICTIONARY: i64 = 2;
    let mut input = BufReader::new(file.try_clone()?);
    input.seek(SeekFrom::Start(start))?;
    let mut thrift = Thrift::new(input.take(bytes));
    let mut largest = Largest::default();
    while thrift.read < bytes {
        let (mut kind, mut unpacked, mut packed) = (0, -1, -1);
        thrift.fields(&mut |thrift, field, _| {
            match field {
                1 => kind = thrift.int()?,
                2 => unpacked = thrift.int()?,
                3 => packed = thrift.int()?,
                _ => return Ok(false),
            }
            Ok(true)
        })?;
        let (Ok(unpacked), Ok(packed)) = (u64::try_from(unpacked), u64::try_from(packed)) else {
            return Err(io::ErrorKind::InvalidData.into());
        };
        let place = if kind == DICTIONARY { &mut largest.dictionary } else { &mut largest.data };
        *place = (*place).max(unpacked).max(packed);
        if *place > limits::PAGE {
            break;
        }
        thrift.leave_out(packed)?;
    }
    Ok(largest)
}

/// Lets one page of values through at a time, so that no more of them are held.
#[derive(Debug, Default)]
pub struct Gate {
    open: AtomicBool,
    passed: AtomicBool,
}

impl Gate {
    /// Opens it for one page.
    pub fn open(&self) {
        self.passed.store(false, Ordering::Relaxed);
        self.open.store(true, Ordering::Relaxed);
    }

    /// True if a page has come through since.
    pub fn has_passed(&self) -> bool {
        self.passed.load(Ordering::Relaxed)
    }
}

/// Hands on pages that are plausible.
pub struct Guard {
    pub inner: Box<dyn PageReader>,
    pub gate: Arc<Gate>,
    pub of: Type,
    /// True if a value may be missing.
    pub optional: bool,
    /// True if the column is said to have values that begin as the one before.
    pub prefixed: bool,
    pub has_dictionary: bool,
}

fn implausible(what: &str) -> ParquetError {
    ParquetError::General(what.to_owned())
}

impl Guard {
    fn check(&mut self, page: &Page) -> Result<()> {
        match page {
            Page::DictionaryPage { buf, num_values, .. } => {
                let most = if self.of == Type::BYTE_ARRAY { buf.len() / 4 } else { buf.len() };
                self.has_dictionary = true;
                if *num_values as usize > most {
                    return Err(implausible("a dictionary says that it has more values than bytes"));
                }
                Ok(())
            }
            Page::DataPage { buf, num_values, encoding, def_level_encoding, .. } => {
                let start = match (self.optional, def_level_encoding) {
                    (false, _) => 0,
                    (true, Encoding::RLE) => match buf.first_chunk::<4>() {
                        Some(len) => (u32::from_le_bytes(*len) as usize).saturating_add(4),
                        None => 0,
                    },
                    (true, _) => (*num_values as usize).div_ceil(8),
                };
                self.check_values(buf.get(start..), *num_values, *encoding)
            }
            Page::DataPageV2 { buf, num_values, encoding, def_levels_byte_len, rep_levels_byte_len, .. } => {
                let start = (*def_levels_byte_len as usize).saturating_add(*rep_levels_byte_len as usize);
                self.check_values(buf.get(start..), *num_values, *encoding)
            }
        }
    }

    fn check_values(&self, values: Option<&[u8]>, most: u32, encoding: Encoding) -> Result<()> {
        let values = values.ok_or_else(|| implausible("a page ends too early"))?;
        let count = |bytes: &[u8]| delta_end(bytes, u64::from(most)).ok_or_else(|| implausible("lengths are damaged"));
        match encoding {
            Encoding::RLE_DICTIONARY | Encoding::PLAIN_DICTIONARY if !self.has_dictionary => {
                Err(implausible("its dictionary is missing"))
            }
            Encoding::DELTA_LENGTH_BYTE_ARRAY => count(values).map(drop),
            Encoding::DELTA_BYTE_ARRAY if !self.prefixed => Err(implausible("an encoding is not declared")),
            Encoding::DELTA_BYTE_ARRAY => {
                let suffixes = count(values)?;
                count(values.get(suffixes..).unwrap_or_default()).map(drop)
            }
            _ => Ok(()),
        }
    }
}

impl Iterator for Guard {
    type Item = Result<Page>;

    fn next(&mut self) -> Option<Self::Item> {
        self.get_next_page().transpose()
    }
}

impl PageReader for Guard {
    fn get_next_page(&mut self) -> Result<Option<Page>> {
        if !self.gate.open.load(Ordering::Relaxed) {
            return Ok(None);
        }
        let Some(page) = self.inner.get_next_page()? else { return Ok(None) };
        self.check(&page)?;
        if page.is_data_page() {
            self.gate.open.store(false, Ordering::Relaxed);
            self.gate.passed.store(true, Ordering::Relaxed);
        }
        Ok(Some(page))
    }

    fn peek_next_page(&mut self) -> Result<Option<PageMetadata>> {
        self.inner.peek_next_page()
    }

    fn skip_next_page(&mut self) -> Result<()> {
        self.inner.skip_next_page()
    }
}

/// Where a run of whole numbers in DELTA_BINARY_PACKED ends; `None` if it is damaged or has more than `most` of them.
/// Source: Apache Parquet, "Encodings", delta encoding.
fn delta_end(bytes: &[u8], most: u64) -> Option<usize> {
    let mut thrift = Thrift::new(bytes);
    let block = thrift.varint().ok()?;
    let parts = thrift.varint().ok()?;
    let count = thrift.varint().ok()?;
    thrift.varint().ok()?;
    if count > most || parts == 0 || parts > limits::PAGE || block / parts == 0 || block > limits::PAGE {
        return None;
    }
    let each = block / parts;
    let mut left = count.saturating_sub(1);
    while left > 0 {
        thrift.varint().ok()?;
        let at = usize::try_from(thrift.read).ok()?;
        let widths = bytes.get(at..at.checked_add(usize::try_from(parts).ok()?)?)?;
        thrift.leave_out(parts).ok()?;
        for width in widths {
            if left == 0 {
                break;
            }
            thrift.leave_out(u64::from(*width) * each / 8).ok()?;
            left = left.saturating_sub(each);
        }
    }
    usize::try_from(thrift.read).ok()
}
