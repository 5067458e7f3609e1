//! Files as they lie on the disk: what they are, in which encoding, with which delimiter.

use std::{
    collections::hash_map::Entry,
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use rustc_hash::FxHashMap;

use crate::{
    columnar,
    error::ImportError,
    ocel,
    packed::{self, Part},
    plan::{FilePlan, Format},
    scan::{Scanner, Step},
    unpack::{self, GZIP},
    workbook,
};

/// A file to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The name shown to people.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
    /// Of an archive: the file in it.
    pub(crate) part: Option<Part>,
    /// Of a file in an archive that is read from several places: where it lies unpacked.
    copy: Option<Copy>,
}

/// A file that is removed with the last source that has it.
#[derive(Debug, Clone)]
struct Copy(Arc<tempfile::TempPath>);

impl PartialEq for Copy {
    fn eq(&self, other: &Self) -> bool {
        self.path() == other.path()
    }
}

impl Eq for Copy {}

impl Copy {
    fn path(&self) -> &Path {
        &self.0
    }
}

/// Bytes looked at to tell what a file is.
const HEAD: u64 = 1 << 20;
const TWICE: &str = "this is an archive or a compressed file packed once more";
/// The delimiters known, the likeliest first.
pub const DELIMITERS: [char; 4] = [',', ';', '\t', '|'];

impl Source {
    /// A file called so in messages, and where it lies.
    pub fn new(name: impl Into<String>, path: impl Into<PathBuf>) -> Self {
        Self { name: name.into(), path: path.into(), part: None, copy: None }
    }

    /// A file in this archive.
    pub(crate) fn within(&self, part: Part) -> Self {
        Self { name: format!("{} › {}", self.name, part.name), path: self.path.clone(), part: Some(part), copy: None }
    }

    /// Unpacks a workbook or a Parquet file in an archive, which are read from several places; what is read from its
    /// beginning to its end stays where it is.
    ///
    /// # Errors
    /// If it is damaged, or cannot be unpacked.
    pub(crate) fn unpacked(self) -> Result<Self, ImportError> {
        if self.part.is_none() {
            return Ok(self);
        }
        let (mut inner, state) = unpack::raw(&self)?;
        let fault = |error: io::Error| state.fault(&self).unwrap_or_else(|| self.unreadable(&error));
        let mut head = Vec::new();
        // what is damaged at its beginning is told by the one who reads it
        let begun = inner.by_ref().take(4).read_to_end(&mut head);
        if begun.is_err() || !(workbook::is_one(&head) || columnar::is_one(&head)) {
            return Ok(self);
        }
        let mut file = tempfile::NamedTempFile::new().map_err(|error| self.unreadable(&error))?;
        io::copy(&mut head.chain(inner), &mut file).map_err(fault)?;
        let copy = Copy(Arc::new(file.into_temp_path()));
        Ok(Self { copy: Some(copy), ..self })
    }

    /// True if its bytes are not those on the disk.
    pub(crate) fn is_packed(&self) -> Result<bool, ImportError> {
        let mut head = Vec::new();
        self.open()?.take(2).read_to_end(&mut head).map_err(|error| self.unreadable(&error))?;
        Ok(self.part.is_some() || head == GZIP)
    }

    /// Opens the file; of what is in an archive and not unpacked: the archive.
    pub(crate) fn open(&self) -> Result<File, ImportError> {
        File::open(self.copy.as_ref().map_or(self.path.as_path(), Copy::path)).map_err(|error| self.unreadable(&error))
    }

    /// Its bytes on the disk; 0 if unknown.
    pub(crate) fn size(&self) -> u64 {
        match (&self.copy, &self.part) {
            (Some(copy), _) => std::fs::metadata(copy.path()).map_or(0, |m| m.len()),
            (None, Some(part)) => part.packed,
            (None, None) => std::fs::metadata(&self.path).map_or(0, |m| m.len()),
        }
    }

    pub(crate) fn unreadable(&self, error: &io::Error) -> ImportError {
        if self.path.is_dir() {
            return ImportError::Folder { file: self.name.clone() };
        }
        ImportError::Unreadable { file: self.name.clone(), reason: error.to_string() }
    }

    /// What is wrong with a compressed file.
    pub(crate) fn damaged(&self, reason: String) -> ImportError {
        ImportError::Packed { file: self.name.clone(), reason }
    }

    /// Why an archive is not looked into.
    pub(crate) fn archive(&self, reason: &str) -> ImportError {
        ImportError::Archive { file: self.name.clone(), reason: reason.to_owned() }
    }

    /// What the file holds: one format, or one a sheet of a workbook.
    pub(crate) fn formats(&self) -> Result<Vec<Format>, ImportError> {
        if self.part.is_some() && self.copy.is_none() {
            return self.compressed().map(|format| vec![format]);
        }
        if self.copy.is_some() && packed::holds_no_document(self)? {
            return Err(self.archive(TWICE));
        }
        let mut head = Vec::new();
        self.open()?.take(HEAD).read_to_end(&mut head).map_err(|error| self.unreadable(&error))?;
        if head.is_empty() {
            return Err(ImportError::Empty { file: self.name.clone() });
        }
        if workbook::is_one(&head) {
            return workbook::sheets(self);
        }
        if columnar::is_one(&head) {
            return columnar::look(self).map(|format| vec![format]);
        }
        if head.starts_with(GZIP) {
            return self.compressed().map(|format| vec![format]);
        }
        if let Some(format) = crate::mail::format(&head, &self.name) {
            return Ok(vec![format]);
        }
        if let Some(looks_like) = magic(&head) {
            return Err(self.binary(looks_like));
        }
        let encoding = encoding(&head).ok_or_else(|| self.binary("binary data"))?;
        let (text, _) = encoding.decode_with_bom_removal(&head);
        self.of_text(&text, encoding, head.len() as u64 == HEAD).map(|format| vec![format])
    }

    fn of_text(&self, text: &str, encoding: &'static Encoding, cut: bool) -> Result<Format, ImportError> {
        let start = text.trim_start();
        if start.is_empty() {
            return Err(ImportError::Empty { file: self.name.clone() });
        }
        if start.starts_with('<') {
            return self.of_markup(start);
        }
        if is_json(start) {
            return self.of_json(start);
        }
        Ok(Format::Delimited { encoding: label(encoding), delimiter: delimiter(text, cut) })
    }

    fn of_json(&self, text: &str) -> Result<Format, ImportError> {
        if ocel::is_one(text) {
            return Ok(Format::Ocel { object_type: String::new(), object_types: Vec::new() });
        }
        if ocel::is_old(text) {
            return Err(self.binary("an object-centric event log of the first version (OCEL 1.0)"));
        }
        Err(self.binary("a JSON document"))
    }

    fn of_markup(&self, text: &str) -> Result<Format, ImportError> {
        let (root, declares) = root(text);
        match root.rsplit(':').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "html" => Err(self.binary("a web page (HTML)")),
            "" if declares.is_some_and(|name| name.eq_ignore_ascii_case("html")) => {
                Err(self.binary("a web page (HTML)"))
            }
            "log" => Ok(Format::Xes),
            _ if declares.is_some_and(|name| name.eq_ignore_ascii_case("log")) => Ok(Format::Xes),
            _ => Err(self.binary("an XML document without an XES <log>")),
        }
    }

    fn compressed(&self) -> Result<Format, ImportError> {
        let mut head = Vec::new();
        let (inner, state) = unpack::raw(self)?;
        // what is damaged further on is told when it is read
        if let Err(error) = inner.take(HEAD).read_to_end(&mut head)
            && head.is_empty()
        {
            return Err(state.fault(self).unwrap_or_else(|| self.unreadable(&error)));
        }
        if head.is_empty() {
            return Err(ImportError::Empty { file: self.name.clone() });
        }
        if let Some(format) = crate::mail::format(&head, &self.name) {
            return Ok(format);
        }
        if holds_files(&head) {
            return Err(self.archive(TWICE));
        }
        if let Some(looks_like) = magic(&head) {
            return Err(self.binary(looks_like));
        }
        let encoding = encoding(&head).ok_or_else(|| self.binary("binary data, packed"))?;
        let (text, _) = encoding.decode_with_bom_removal(&head);
        self.of_text(&text, encoding, head.len() as u64 == HEAD)
    }

    pub(crate) fn binary(&self, looks_like: &str) -> ImportError {
        ImportError::Binary { file: self.name.clone(), looks_like: looks_like.to_owned() }
    }
}

/// The sources of a plan, and what archives among them hold, which is looked up once.
pub(crate) struct Given<'s> {
    sources: &'s [Source],
    archives: FxHashMap<usize, Vec<Part>>,
}

impl<'s> Given<'s> {
    pub(crate) fn new(sources: &'s [Source]) -> Self {
        Self { sources, archives: FxHashMap::default() }
    }

    /// What a plan means by a file: the whole of a source, or a file in it.
    ///
    /// # Errors
    /// If it is not given, the archive cannot be read, or has no such file.
    pub(crate) fn of(&mut self, file: &FilePlan) -> Result<Source, ImportError> {
        let source = self.sources.get(file.source).ok_or_else(|| not_given(file))?;
        let Some(name) = &file.part else { return Ok(source.clone()) };
        let parts = match self.archives.entry(file.source) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(packed::parts(source)?.unwrap_or_default()),
        };
        let part = parts.iter().find(|part| part.name == *name).ok_or_else(|| ImportError::Plan {
            file: source.name.clone(),
            column: None,
            reason: format!("the plan names {name:?} in it, but there is no such file; make the plan anew."),
        })?;
        let within = source.within(part.clone());
        if file.is_left_out() { Ok(within) } else { within.unpacked() }
    }
}

/// A plan names a file that is not there.
pub(crate) fn not_given(file: &FilePlan) -> ImportError {
    let reason = "the plan names this file, but it is not given; add it.".to_owned();
    ImportError::Plan { file: file.name.clone(), column: None, reason }
}

/// True for archives, compressed files and what else is read from several places.
fn holds_files(head: &[u8]) -> bool {
    let packed = ARCHIVES.iter().any(|(start, _)| head.starts_with(start));
    packed || is_tar(head) || head.starts_with(GZIP) || workbook::is_one(head) || head.starts_with(columnar::MAGIC)
}

/// Archives and compressed files that are not looked into.
const ARCHIVES: [(&[u8], &str); 5] = [
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
];

/// True for archives of tar, with or without gzip.
fn is_tar(head: &[u8]) -> bool {
    head.get(257..262) == Some(b"ustar")
}

/// True for what is a JSON object or a list of them, whatever the spaces.
fn is_json(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    matches!((signs.next(), signs.next()), (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '[')))
}

/// The outermost element of an XML text, and the name that its document type has; empty if there is none.
fn root(text: &str) -> (&str, Option<&str>) {
    let name =
        |rest: &'_ str| rest.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/' | '[')).unwrap_or(rest.len());
    let mut declares = None;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let skip = |end: &str| rest.find(end).map_or("", |at| &rest[at + end.len()..]);
        if rest.starts_with("!--") {
            rest = skip("-->");
        } else if rest.starts_with('?') {
            rest = skip("?>");
        } else if rest.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("!DOCTYPE")) {
            let doctype = rest[8..].trim_start();
            declares = Some(&doctype[..name(doctype)]);
            rest = skip(">");
        } else if !rest.starts_with('!') {
            return (&rest[..name(rest)], declares);
        }
    }
    ("", declares)
}

fn magic(head: &[u8]) -> Option<&'static str> {
    if is_tar(head) {
        return Some("a TAR archive");
    }
    const KNOWN: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF document"),
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"SQLite format 3", "an SQLite database"),
        (b"\x7fELF", "a program"),
        (b"MZ\x90", "a program"),
    ];
    KNOWN.iter().chain(&ARCHIVES).find(|(start, _)| head.starts_with(start)).map(|(_, name)| *name)
}

/// The encoding that the first bytes are in; `None` for what is no text.
fn encoding(head: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return Some(encoding);
    }
    let sample = &head[..head.len().min(4096) & !1];
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half > 0 && odd * 10 > half * 4 && even * 20 < half {
        return Some(UTF_16LE);
    }
    if half > 0 && even * 10 > half * 4 && odd * 20 < half {
        return Some(UTF_16BE);
    }
    if memchr::memchr(0, head).is_some() {
        return None;
    }
    let utf8 = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    };
    if utf8 {
        return Some(UTF_8);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(head, true);
    Some(detector.guess(None, chardetng::Utf8Detection::Deny))
}

/// The label under which a plan names an encoding.
fn label(encoding: &'static Encoding) -> String {
    encoding.name().to_ascii_lowercase()
}

/// The delimiter that splits most rows of `text` as it splits the header, into the most cells.
fn delimiter(text: &str, cut: bool) -> char {
    let mut best = (0.0, ',');
    for candidate in DELIMITERS {
        let (columns, even) = shape(text, candidate as u8, cut);
        let score = if columns < 2 { 0.0 } else { even * 100.0 + columns as f64 };
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

/// Cells of the header and the share of the first rows that have as many.
fn shape(text: &str, delimiter: u8, cut: bool) -> (usize, f64) {
    let mut scanner = Scanner::new(text, 1, delimiter, !cut);
    let mut cells = Vec::new();
    let mut header = None;
    let (mut rows, mut even) = (0.0, 0.0);
    while rows < 200.0 {
        match scanner.step(&mut cells) {
            Step::More => break,
            Step::Unclosed(_) | Step::Long(_) => rows += 1.0,
            Step::Record(1) if cells.first().is_some_and(|c| crate::table::is_hint(c)) => {}
            Step::Record(_) => match header {
                None => header = Some(cells.len()),
                Some(columns) => {
                    rows += 1.0;
                    even += f64::from(u8::from(cells.len() == columns));
                }
            },
        }
    }
    (header.unwrap_or(0), if rows == 0.0 { 1.0 } else { even / rows })
}
