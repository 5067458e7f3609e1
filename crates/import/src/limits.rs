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
pub const UNPACKED: u64 = 256 << 20;
/// Times its own size that a compressed file may unpack beyond that: text reaches 60, a bomb 1,000.
pub const RATIO: u64 = 200;
/// Bytes of the parts of a workbook that are held in memory: shared texts, styles.
pub const HELD: u64 = 256 << 20;
/// Parts in a workbook's archive.
pub const PARTS: usize = 10_000;
/// Sheets of a workbook.
pub const SHEETS: usize = 200;
/// Columns of a sheet.
pub const COLUMNS: usize = 2_000;
/// Cells of the sheets of an old workbook, which is held in memory as a whole.
pub const CELLS: u64 = 20_000_000;
/// Bytes of the objects of an OCEL log, which are held in memory.
pub const OBJECTS: usize = 1 << 30;
