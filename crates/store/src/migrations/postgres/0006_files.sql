-- files of the content library, by name; what a name held before is not kept
CREATE TABLE files (
  name TEXT PRIMARY KEY,
  -- grows with every replacement
  version BIGINT NOT NULL,
  size BIGINT NOT NULL,
  content BYTEA NOT NULL,
  "by" TEXT,
  at BIGINT NOT NULL
);
