//! As much of Thrift's compact protocol as is needed to look at sizes before anything is made of them. Source: Apache
//! Thrift, "Thrift Compact protocol encoding".

use std::io::{self, Error, ErrorKind, Read};

use crate::limits;

/// Kinds of values that are told apart here.
pub const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// Reads values one after another.
pub struct Thrift<R> {
    inner: R,
    /// Bytes read.
    pub read: u64,
}

fn broken() -> Error {
    Error::new(ErrorKind::InvalidData, "broken header")
}

impl<R: Read> Thrift<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, read: 0 }
    }

    fn byte(&mut self) -> io::Result<u8> {
        let mut byte = [0];
        self.inner.read_exact(&mut byte)?;
        self.read += 1;
        Ok(byte[0])
    }

    pub fn varint(&mut self) -> io::Result<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(value);
            }
        }
        Err(broken())
    }

    /// A whole number with its sign.
    pub fn int(&mut self) -> io::Result<i64> {
        let value = self.varint()?;
        Ok((value >> 1) as i64 ^ -((value & 1) as i64))
    }

    /// Kind and number of the items that follow.
    pub fn list(&mut self) -> io::Result<(u8, u64)> {
        let head = self.byte()?;
        let len = if head >> 4 == 15 { self.varint()? } else { u64::from(head >> 4) };
        Ok((head & 15, len))
    }

    /// Leaves out bytes.
    pub fn leave_out(&mut self, bytes: u64) -> io::Result<()> {
        let gone = io::copy(&mut (&mut self.inner).take(bytes), &mut io::sink())?;
        self.read += gone;
        if gone == bytes { Ok(()) } else { Err(ErrorKind::UnexpectedEof.into()) }
    }

    /// Gives number and kind of each field of a structure to `on`, which says whether it has read the value.
    pub fn fields(&mut self, on: &mut dyn FnMut(&mut Self, i64, u8) -> io::Result<bool>) -> io::Result<()> {
        self.nested_fields(0, on)
    }

    fn nested_fields(
        &mut self,
        depth: usize,
        on: &mut dyn FnMut(&mut Self, i64, u8) -> io::Result<bool>,
    ) -> io::Result<()> {
        let mut field = 0;
        loop {
            let head = self.byte()?;
            if head == 0 {
                return Ok(());
            }
            field = if head >> 4 == 0 { self.int()? } else { field + i64::from(head >> 4) };
            if !on(self, field, head & 15)? {
                self.skip(head & 15, depth)?;
            }
        }
    }

    fn skip(&mut self, kind: u8, depth: usize) -> io::Result<()> {
        if depth > limits::DEPTH {
            return Err(broken());
        }
        match kind {
            1 | 2 => Ok(()),
            3 => self.leave_out(1),
            4..=6 => self.varint().map(drop),
            7 => self.leave_out(8),
            8 => {
                let bytes = self.varint()?;
                self.leave_out(bytes)
            }
            LIST | 10 => {
                let (kind, len) = self.list()?;
                (0..len).try_for_each(|_| self.skip_item(kind, depth + 1))
            }
            11 => {
                let len = self.varint()?;
                let kinds = if len == 0 { 0 } else { self.byte()? };
                (0..len).try_for_each(|_| {
                    self.skip_item(kinds >> 4, depth + 1)?;
                    self.skip_item(kinds & 15, depth + 1)
                })
            }
            STRUCT => self.nested_fields(depth + 1, &mut |_, _, _| Ok(false)),
            _ => Err(broken()),
        }
    }

    /// Items of lists: unlike fields, truths take a byte.
    fn skip_item(&mut self, kind: u8, depth: usize) -> io::Result<()> {
        if matches!(kind, 1 | 2) { self.leave_out(1) } else { self.skip(kind, depth) }
    }
}
