//! The ZIP archive that a workbook is, measured before anything of it is taken into memory.

use std::io::{BufReader, Read};

use zip::ZipArchive;

use super::{PASSWORD, broken};
use crate::{error::ImportError, limits, source::Source};

/// What kind of workbook it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Ods,
    Old,
}

/// What kind of workbook the archive is, if it unpacks to a size that is reasonable.
///
/// # Errors
/// If it is none, is damaged, or goes beyond the [`limits`].
pub fn measure(source: &Source) -> Result<Kind, ImportError> {
    let file = BufReader::new(source.open()?);
    let mut archive = ZipArchive::new(file).map_err(|_| source.binary("a ZIP archive that is damaged or cut off"))?;
    if archive.len() > limits::PARTS {
        return Err(broken(source, format!("its archive has more than {} parts", limits::PARTS)));
    }
    let has = |name: &str| archive.file_names().flatten().any(|n| n.eq_ignore_ascii_case(name));
    let kind = if has("xl/workbook.xml") {
        Kind::Xlsx
    } else if has("xl/workbook.bin") {
        return Err(source.binary("a binary workbook (XLSB)"));
    } else if has("content.xml") {
        Kind::Ods
    } else {
        return Err(source.binary("an office document that is no workbook"));
    };
    let size = source.size();
    let mut sum = Sum { all: 0, held: 0, limit: limits::unpacked(size), size };
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|error| broken(source, in_words(&error)))?;
        let name = part.name().map_err(|error| broken(source, in_words(&error)))?.to_ascii_lowercase();
        if part.is_dir() || !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let streamed = name.starts_with("xl/worksheets/") || name == "content.xml";
        sum.add(part, streamed).map_err(|reason| broken(source, reason))?;
    }
    Ok(kind)
}

/// What is wrong with an archive.
pub fn in_words(error: &zip::result::ZipError) -> String {
    let text = error.to_string();
    if text.to_lowercase().contains("password") {
        PASSWORD.to_owned()
    } else {
        format!("its archive is damaged ({text})")
    }
}

struct Sum {
    all: u64,
    held: u64,
    limit: u64,
    size: u64,
}

impl Sum {
    /// Unpacks a part without keeping it.
    fn add(&mut self, mut part: impl Read, streamed: bool) -> Result<(), String> {
        let mut buffer = vec![0; 1 << 16];
        let mut since = 0;
        let mut first = true;
        loop {
            let n = match part.read(&mut buffer) {
                Ok(0) => return Ok(()),
                Ok(n) => n,
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(format!("its archive is damaged ({error})")),
            };
            let piece = &buffer[..n];
            if std::mem::take(&mut first) && memchr::memmem::find(piece, b"<!DOCTYPE").is_some() {
                return Err(
                    "one of its parts declares a document type (<!DOCTYPE …>), which workbooks never do".to_owned()
                );
            }
            self.all += n as u64;
            self.held += if streamed { 0 } else { n as u64 };
            since = memchr::memrchr(b'>', piece).map_or(since + n as u64, |at| (n - at) as u64);
            if self.all > self.limit {
                return Err(format!(
                    "its {} bytes hold more than {}, over {} times as much, as only files made to fill the memory do",
                    self.size,
                    self.limit,
                    limits::RATIO
                ));
            }
            if self.held > limits::HELD {
                return Err(format!("its shared texts and styles are larger than {} MiB", limits::HELD >> 20));
            }
            if since > limits::TOKEN {
                return Err(format!("one of its cells or tags is larger than {} MiB", limits::TOKEN >> 20));
            }
        }
    }
}
