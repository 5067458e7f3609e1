-- things beside deals that people keep: products, plans of commission, working days; every version is kept, the latest
-- one is the thing, unless it says deleted
CREATE TABLE records (
  kind TEXT NOT NULL,
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  deleted INTEGER NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (kind, id, version)
);
CREATE TRIGGER records_are_not_changed BEFORE UPDATE ON records
BEGIN SELECT RAISE(ABORT, 'versions of a record are append-only'); END;
CREATE TRIGGER records_are_not_deleted BEFORE DELETE ON records
BEGIN SELECT RAISE(ABORT, 'versions of a record are append-only'); END;

-- links by which strangers see one quote; what is kept of one cannot be shown again
CREATE TABLE quote_links (
  token_hash TEXT PRIMARY KEY,
  deal BLOB NOT NULL,
  quote TEXT NOT NULL,
  expires INTEGER NOT NULL,
  revoked INTEGER
);
CREATE INDEX links_of_quote ON quote_links (deal, quote);
