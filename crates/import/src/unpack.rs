//! Text files, compressed with gzip, in a ZIP archive or neither, as UTF-8.

use std::{
    cell::{Cell, RefCell},
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek as _, SeekFrom},
    rc::Rc,
};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::{decode::Text, error::ImportError, limits, packed::Part, source::Source};

/// How gzip files begin.
pub const GZIP: &[u8] = &[0x1f, 0x8b];
/// Bytes that tell the encoding.
const HEAD: u64 = 4096;

/// How far a file is read and what went wrong.
#[derive(Debug, Default)]
pub struct State {
    packed: Cell<bool>,
    done: Cell<u64>,
    unpacked: Cell<u64>,
    fault: RefCell<Option<String>>,
}

impl State {
    /// True if the bytes are not those on the disk.
    pub fn is_packed(&self) -> bool {
        self.packed.get()
    }

    /// Bytes read from the disk.
    pub fn done(&self) -> u64 {
        self.done.get()
    }

    /// Why unpacking failed, if it did.
    pub fn fault(&self, source: &Source) -> Option<ImportError> {
        self.fault.borrow_mut().take().map(|reason| source.damaged(reason))
    }
}

/// A file's text.
pub struct Opened {
    text: Text<Box<dyn Read>>,
    at: usize,
}

impl Opened {
    /// Opens and unpacks the file. `declared` finds the encoding that the first bytes name.
    ///
    /// # Errors
    /// If it cannot be read or unpacked.
    pub fn new(
        source: &Source,
        declared: fn(&[u8]) -> Option<&'static Encoding>,
    ) -> Result<(Self, Rc<State>), ImportError> {
        let (mut bytes, state) = raw(source)?;
        let mut head = Vec::new();
        if let Err(error) = bytes.by_ref().take(HEAD).read_to_end(&mut head) {
            return Err(state.fault(source).unwrap_or_else(|| source.unreadable(&error)));
        }
        let encoding = encoding(&head).or_else(|| declared(&head)).unwrap_or(UTF_8);
        let text = Text::new(Box::new(io::Cursor::new(head).chain(bytes)) as Box<dyn Read>, encoding);
        Ok((Self { text, at: 0 }, state))
    }

    /// Characters so far that are not of the encoding.
    pub fn foreign(&self) -> u64 {
        self.text.foreign
    }
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(buffer)?;
        self.consume(n);
        Ok(n)
    }
}

impl BufRead for Opened {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at == self.text.text.len() && !self.text.last {
            self.text.advance(self.at)?;
            self.at = 0;
        }
        Ok(&self.text.text.as_bytes()[self.at..])
    }

    fn consume(&mut self, n: usize) {
        self.at = (self.at + n).min(self.text.text.len());
    }
}

/// The encoding by a byte order mark or by the zeros of sixteen-bit text.
fn encoding(head: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Some(encoding);
    }
    match head {
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => Some(UTF_16LE),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// The bytes of a file, unpacked if it is compressed.
///
/// # Errors
/// If it cannot be opened.
pub fn raw(source: &Source) -> Result<(Box<dyn Read>, Rc<State>), ImportError> {
    let state = Rc::new(State::default());
    if let Some(part) = &source.part {
        state.packed.set(true);
        return Ok((of_archive(source, part, &state)?, state));
    }
    let mut file = BufReader::with_capacity(1 << 17, Bytes(source.open()?, state.clone()));
    let packed = file.fill_buf().map_err(|e| source.unreadable(&e))?.starts_with(GZIP);
    state.packed.set(packed);
    if packed {
        let inner = flate2::bufread::MultiGzDecoder::new(file);
        return Ok((Box::new(Guard { inner, state: state.clone() }), state));
    }
    Ok((Box::new(file), state))
}

/// The bytes of a file in an archive.
fn of_archive(source: &Source, part: &Part, state: &Rc<State>) -> Result<Box<dyn Read>, ImportError> {
    let mut file = source.open()?;
    file.seek(SeekFrom::Start(part.start)).map_err(|error| source.unreadable(&error))?;
    let packed = BufReader::with_capacity(1 << 17, Bytes(file, state.clone()).take(part.packed));
    let inner: Box<dyn Read> =
        if part.deflated { Box::new(flate2::bufread::DeflateDecoder::new(packed)) } else { Box::new(packed) };
    let whole = Whole { inner, left: part.size, sum: part.sum, seen: flate2::Crc::new() };
    Ok(Box::new(Guard { inner: whole, state: state.clone() }))
}

/// Sees to it that a file in an archive has the size and the checksum that the archive's list says.
struct Whole {
    inner: Box<dyn Read>,
    left: u64,
    sum: u32,
    seen: flate2::Crc,
}

impl Read for Whole {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.seen.update(&buffer[..n]);
        let over = self.left.checked_sub(n as u64);
        self.left = over.unwrap_or(0);
        if n == 0 && !buffer.is_empty() && self.left > 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if over.is_none() || (n == 0 && !buffer.is_empty() && self.seen.sum() != self.sum) {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "checksum"));
        }
        Ok(n)
    }
}

/// Counts bytes read from the disk.
struct Bytes(File, Rc<State>);

impl Read for Bytes {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.0.read(buffer)?;
        self.1.done.set(self.1.done.get() + n as u64);
        Ok(n)
    }
}

/// Unpacks as long as it is no bomb, and says what is wrong with a damaged file.
struct Guard<R> {
    inner: R,
    state: Rc<State>,
}

impl<R: Read> Read for Guard<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let before = self.state.unpacked.get();
        let result = self.inner.read(buffer);
        let reason = match result {
            Ok(n) => {
                let unpacked = before + n as u64;
                self.state.unpacked.set(unpacked);
                if unpacked <= limits::unpacked(self.state.done()) {
                    return Ok(n);
                }
                format!(
                    "{} bytes of it hold more than {unpacked} bytes, over {} times as much, as only files made to fill \
                     the memory do",
                    self.state.done(),
                    limits::RATIO
                )
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Err(error),
            // what follows the last compressed part is left out, as gzip does
            Err(error) if before > 0 && error.to_string().contains("gzip header") => return Ok(0),
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => {
                format!("it is cut off; the first {before} bytes of its contents are there")
            }
            Err(error) if error.to_string().contains("checksum") => {
                "its checksum is wrong, so it is damaged".to_owned()
            }
            Err(_) => format!("it is damaged after {before} bytes of its contents"),
        };
        *self.state.fault.borrow_mut() = Some(reason.clone());
        Err(io::Error::new(io::ErrorKind::InvalidData, reason))
    }
}
