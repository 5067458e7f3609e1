//! ZIP archives of tables: what lies in them and where. Nothing is written to the disk: a file in an archive is read
//! from its place.

use std::{
    fs::File,
    io::{BufReader, Read as _},
};

use zip::{CompressionMethod, ZipArchive};

use crate::{error::ImportError, limits, source::Source};

/// How ZIP archives begin.
pub const ZIP: &[u8] = b"PK\x03\x04";
/// How those without a file begin.
const NONE: &[u8] = b"PK\x05\x06";
/// What makes an archive a document of an office program.
const DOCUMENTS: [&str; 5] =
    ["xl/workbook.xml", "xl/workbook.bin", "content.xml", "word/document.xml", "ppt/presentation.xml"];

/// A file in an archive, and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name in the archive, with its folders.
    pub name: String,
    /// Bytes before it.
    pub start: u64,
    /// Its bytes in the archive.
    pub packed: u64,
    /// Its bytes when it is unpacked.
    pub size: u64,
    /// Checksum (CRC-32) of these.
    pub sum: u32,
    /// True if it is compressed (Deflate), false if it lies there as it is.
    pub deflated: bool,
}

/// The files in an archive, without those that systems put there for themselves; none for a workbook and for what is no
/// archive or so damaged that its list of files cannot be read.
///
/// # Errors
/// If the file cannot be read, or the archive is one that is not looked into.
pub fn parts(source: &Source) -> Result<Option<Vec<Part>>, ImportError> {
    let mut head = [0; 4];
    let read = source.open()?.read(&mut head).map_err(|error| source.unreadable(&error))?;
    let refuse = |reason: &str| Err(source.archive(reason));
    if head[..read].starts_with(NONE) {
        return refuse("the archive holds no file");
    }
    if !head[..read].starts_with(ZIP) {
        return Ok(None);
    }
    let Ok(mut archive) = ZipArchive::new(BufReader::new(source.open()?)) else { return Ok(None) };
    let names = names(&archive);
    if is_document(&names) {
        return Ok(None);
    }
    if archive.len() > limits::MEMBERS {
        return refuse(&format!("the archive holds {} files, more than {}", archive.len(), limits::MEMBERS));
    }
    if let Some(name) = names.iter().find(|name| leads_out(name)) {
        return refuse(&format!("the archive holds {name:?}, a name that leads out of it"));
    }
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        parts.extend(part(source, &mut archive, at)?);
    }
    if parts.is_empty() {
        return refuse("the archive holds no file");
    }
    let (size, all) = (source.size(), parts.iter().map(|p| p.size).fold(0, u64::saturating_add));
    if all > limits::unpacked(size) {
        let reason = format!(
            "its {size} bytes hold {all}, over {} times as much, as only files made to fill the memory do",
            limits::RATIO
        );
        return Err(source.damaged(reason));
    }
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Some(parts))
}

fn names(archive: &ZipArchive<BufReader<File>>) -> Vec<String> {
    archive.file_names().map(|n| n.map(|n| n.into_owned()).unwrap_or_default()).collect()
}

/// True for an archive with files of these names that is a document of an office program.
fn is_document(names: &[String]) -> bool {
    names.iter().any(|name| DOCUMENTS.iter().any(|d| name.eq_ignore_ascii_case(d)))
}

/// True for an archive that is no document of an office program.
///
/// # Errors
/// If the file cannot be read.
pub fn holds_no_document(source: &Source) -> Result<bool, ImportError> {
    let archive = ZipArchive::new(BufReader::new(source.open()?));
    Ok(archive.is_ok_and(|archive| !is_document(&names(&archive))))
}

/// The file at a place of the list; none if it is not for people.
fn part(source: &Source, archive: &mut ZipArchive<BufReader<File>>, at: usize) -> Result<Option<Part>, ImportError> {
    let damaged = |error: zip::result::ZipError| source.damaged(format!("its archive is damaged ({error})"));
    let file = archive.by_index_raw(at).map_err(damaged)?;
    let name = file.name().map_err(damaged)?.into_owned();
    if !file.is_file() || is_of_system(&name) {
        return Ok(None);
    }
    if file.encrypted() {
        return Err(source.archive(&format!("the archive protects {name:?} by a password")));
    }
    let deflated = match file.compression() {
        CompressionMethod::Stored => false,
        CompressionMethod::Deflated => true,
        other => {
            let reason = format!("the archive compresses {name:?} in a way that is not known ({other})");
            return Err(source.archive(&reason));
        }
    };
    let Some(start) = file.data_start() else {
        return Err(source.damaged(format!("{name:?} is in its list of files but not in it")));
    };
    let (packed, size, sum) = (file.compressed_size(), file.size(), file.crc32());
    Ok(Some(Part { name, start, packed, size, sum, deflated }))
}

/// True for names that mean a place outside of the folder where the archive is unpacked.
fn leads_out(name: &str) -> bool {
    let drive = name.as_bytes().get(1) == Some(&b':');
    drive || name.starts_with(['/', '\\']) || name.contains('\0') || name.split(['/', '\\']).any(|part| part == "..")
}

/// True for what systems put into an archive for themselves.
fn is_of_system(name: &str) -> bool {
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    name.starts_with("__MACOSX/")
        || base.starts_with('.')
        || ["Thumbs.db", "desktop.ini"].iter().any(|known| base.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("deals.csv", false)]
    #[case("export/2026/deals.csv", false)]
    #[case("export\\deals.csv", false)]
    #[case("a..b.csv", false)]
    #[case("../deals.csv", true)]
    #[case("export/../../deals.csv", true)]
    #[case("export\\..\\deals.csv", true)]
    #[case("/etc/passwd", true)]
    #[case("\\\\server\\deals.csv", true)]
    #[case("C:\\deals.csv", true)]
    #[case("deals\0.csv", true)]
    fn names_that_lead_out_are_known(#[case] name: &str, #[case] expected: bool) {
        assert_eq!(leads_out(name), expected);
    }

    #[rstest]
    #[case("__MACOSX/._deals.csv", true)]
    #[case("export/.DS_Store", true)]
    #[case("export/Thumbs.db", true)]
    #[case("export/deals.csv", false)]
    fn what_systems_add_is_known(#[case] name: &str, #[case] expected: bool) {
        assert_eq!(is_of_system(name), expected);
    }
}
