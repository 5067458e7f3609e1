//! Workbooks around one hostile part, as checksums of archives keep damaged copies of whole files from getting far.

use std::io::{Cursor, Write as _};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
/// Parts of an XLSX workbook, and what they are where they are not hostile.
const PARTS: [(&str, &[u8]); 4] = [
    ("xl/worksheets/sheet1.xml", include_bytes!("../seeds/sheet/sheet")),
    ("xl/sharedStrings.xml", include_bytes!("../seeds/sheet/strings")),
    ("xl/styles.xml", include_bytes!("../seeds/sheet/styles")),
    ("xl/workbook.xml", include_bytes!("../seeds/sheet/book")),
];

/// A workbook of which one part, told by the first byte, is what follows: its name and its bytes. `FUZZ_KEEP` names a file
/// into which it is written, for the corpus of the tests.
pub fn whole(bytes: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    let (which, part) = bytes.split_first()?;
    let (name, whole) = match which {
        0..=2 => ("deals.xlsx", xlsx(usize::from(*which), part)?),
        5 => ("deals.xlsx", xlsx(3, part)?),
        3 => ("deals.ods", archive(&[("content.xml", part)])?),
        4 => ("deals.xls", old(part)?),
        _ => return None,
    };
    if let Some(path) = std::env::var_os("FUZZ_KEEP") {
        std::fs::write(path, &whole).ok()?;
    }
    Some((name, whole))
}

fn xlsx(hostile: usize, part: &[u8]) -> Option<Vec<u8>> {
    let mut parts = vec![("[Content_Types].xml", TYPES.as_bytes()), ("xl/_rels/workbook.xml.rels", RELS.as_bytes())];
    for (at, (name, usual)) in PARTS.iter().enumerate() {
        parts.push((*name, if at == hostile { part } else { &usual[1..] }));
    }
    archive(&parts)
}

fn archive(parts: &[(&str, &[u8])]) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(CompressionMethod::Stored)).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// A workbook of before 2007 with this stream of records.
fn old(stream: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    file.create_stream("/Workbook").ok()?.write_all(stream).ok()?;
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}
