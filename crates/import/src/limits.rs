//! How much a foreign file may make the program hold or unpack: what is larger is refused with a reason.

/// Bytes of one XML tag, text or JSON value.
pub const TOKEN: u64 = 16 << 20;
/// Elements or values within each other.
pub const DEPTH: usize = 256;
/// Different names of attributes or columns.
pub const NAMES: usize = 10_000;
/// Bytes of the text of one case of an event log.
pub const CASE: usize = 256 << 20;
/// Bytes up to which a compressed file may unpack whatever its own size is.
const UNPACKED: u64 = 256 << 20;
/// Times its own size that a compressed file may unpack beyond that: text reaches 60, a bomb 1,000.
pub const RATIO: u64 = 200;
/// Bytes of the parts of a workbook that are held in memory: shared texts, styles.
pub const HELD: u64 = 256 << 20;
/// Parts in a workbook's archive.
pub const PARTS: usize = 10_000;
/// Files in an archive of tables.
pub const MEMBERS: usize = 1_000;
/// Sheets of a workbook.
pub const SHEETS: usize = 200;
/// Columns of a sheet.
pub const COLUMNS: usize = 2_000;
/// Cells of the sheets of an old workbook, which is held in memory as a whole.
pub const CELLS: u64 = 20_000_000;
/// Bytes of one page of a Parquet file, unpacked.
pub const PAGE: u64 = 256 << 20;
/// Bytes of the pages of all columns of a Parquet file that are held at a time.
pub const PAGES: u64 = 1 << 30;
/// Rows that a Parquet file may have whatever its size is.
pub const ROWS: u64 = 10_000_000;
/// Rows for each of its bytes beyond that: a log that packs well has one in five.
pub const ROWS_A_BYTE: u64 = 8;
/// Bytes of the objects of an OCEL log, which are held in memory.
pub const OBJECTS: usize = 1 << 30;

/// Bytes that a compressed file of so many bytes may unpack to.
pub fn unpacked(size: u64) -> u64 {
    UNPACKED.max(size.saturating_mul(RATIO))
}
