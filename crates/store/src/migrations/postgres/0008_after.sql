-- links by which a customer sees one thing of a deal, by its kind; what is kept of one cannot be shown again
CREATE TABLE deal_links (
  token_hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  deal UUID NOT NULL,
  expires BIGINT NOT NULL,
  revoked BIGINT
);
CREATE INDEX links_of_deal ON deal_links (deal, kind);

-- files attached to deals; what each is called, and by whom it was attached, its deal's events tell
CREATE TABLE deal_files (
  id UUID PRIMARY KEY,
  deal UUID NOT NULL,
  size BIGINT NOT NULL,
  content BYTEA NOT NULL
);
CREATE INDEX files_of_deal ON deal_files (deal);
