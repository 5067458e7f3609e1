//! Text of a file, decoded piece by piece.

use std::io::{self, Read};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, WINDOWS_1252};

/// Bytes read at once.
const PIECE: usize = 256 * 1024;

/// Decodes what `inner` gives. Bytes that are no UTF-8 in a file that otherwise is are read as Windows-1252.
pub struct Text<R> {
    inner: R,
    decoder: Decoder,
    utf8: bool,
    bytes: Vec<u8>,
    /// Text not yet used.
    pub text: String,
    /// True once the file has ended.
    pub last: bool,
    /// Bytes read so far.
    pub done: u64,
    /// Bytes that were not of the encoding.
    pub foreign: u64,
}

impl<R: Read> Text<R> {
    /// Reads `inner` in `encoding`; a byte order mark is dropped.
    pub fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            utf8: encoding == UTF_8,
            bytes: vec![0; PIECE],
            text: String::with_capacity(2 * PIECE),
            last: false,
            done: 0,
            foreign: 0,
        }
    }

    /// Reads on from `done` bytes after the beginning of the file, where `inner` stands.
    pub fn resumed(inner: R, encoding: &'static Encoding, done: u64) -> Self {
        let decoder = if done == 0 {
            encoding.new_decoder_with_bom_removal()
        } else {
            encoding.new_decoder_without_bom_handling()
        };
        Self { decoder, done, ..Self::new(inner, encoding) }
    }

    /// Drops the first `used` bytes of the text and reads on.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn advance(&mut self, used: usize) -> io::Result<()> {
        self.text.drain(..used);
        let mut filled = 0;
        while filled < self.bytes.len() {
            match self.inner.read(&mut self.bytes[filled..]) {
                Ok(0) => {
                    self.last = true;
                    break;
                }
                Ok(n) => filled += n,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.done += filled as u64;
        let bytes = std::mem::take(&mut self.bytes);
        self.decode(&bytes[..filled]);
        self.bytes = bytes;
        Ok(())
    }

    fn decode(&mut self, mut bytes: &[u8]) {
        loop {
            let room = self.decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len() * 3);
            self.text.reserve(room + 4);
            let (result, read) = self.decoder.decode_to_string_without_replacement(bytes, &mut self.text, self.last);
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => bytes = &bytes[read..],
                DecoderResult::Malformed(length, after) => {
                    self.foreign += 1;
                    let end = read.saturating_sub(usize::from(after));
                    let start = end.saturating_sub(usize::from(length));
                    match bytes.get(start..end) {
                        Some(bad) if self.utf8 => {
                            self.text.push_str(&WINDOWS_1252.decode_without_bom_handling(bad).0);
                        }
                        _ => self.text.push('\u{FFFD}'),
                    }
                    bytes = &bytes[read..];
                }
            }
        }
    }
}
