-- links by which a customer sees one thing of a deal, by its kind; what is kept of one cannot be shown again
CREATE TABLE deal_links (
  token_hash TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  deal BLOB NOT NULL,
  expires INTEGER NOT NULL,
  revoked INTEGER
);
CREATE INDEX links_of_deal ON deal_links (deal, kind);

-- files attached to deals; what each is called, and by whom it was attached, its deal's events tell
CREATE TABLE deal_files (
  id BLOB PRIMARY KEY,
  deal BLOB NOT NULL,
  size INTEGER NOT NULL,
  content BLOB NOT NULL
);
CREATE INDEX files_of_deal ON deal_files (deal);
