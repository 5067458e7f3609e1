-- things beside deals that people keep: products, plans of commission, working days; every version is kept, the latest
-- one is the thing, unless it says deleted
CREATE TABLE records (
  kind TEXT NOT NULL,
  id UUID NOT NULL,
  version BIGINT NOT NULL,
  content TEXT NOT NULL,
  deleted BOOLEAN NOT NULL,
  "by" TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (kind, id, version)
);
CREATE TRIGGER records_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON records
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- links by which strangers see one quote; what is kept of one cannot be shown again
CREATE TABLE quote_links (
  token_hash TEXT PRIMARY KEY,
  deal UUID NOT NULL,
  quote TEXT NOT NULL,
  expires BIGINT NOT NULL,
  revoked BIGINT
);
CREATE INDEX links_of_quote ON quote_links (deal, quote);
