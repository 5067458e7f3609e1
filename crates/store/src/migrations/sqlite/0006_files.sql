-- files of the content library, by name; what a name held before is not kept
CREATE TABLE files (
  name TEXT PRIMARY KEY,
  -- grows with every replacement
  version INTEGER NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL
);
