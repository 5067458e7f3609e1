-- questions about some deals, put to one rep by a link; the answers are events of the deals
CREATE TABLE interviews (
  id BLOB PRIMARY KEY,
  rep TEXT NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  revoked INTEGER,
  opened INTEGER,
  answered INTEGER,
  done INTEGER,
  reminded INTEGER
);

CREATE TABLE interview_deals (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  interview BLOB NOT NULL REFERENCES interviews (id),
  deal BLOB NOT NULL,
  -- why it was chosen, in words
  why TEXT NOT NULL,
  done INTEGER,
  UNIQUE (interview, deal)
);

-- an interview may have several links that work: what is kept of one cannot be shown again
CREATE TABLE interview_links (
  token_hash TEXT PRIMARY KEY,
  interview BLOB NOT NULL REFERENCES interviews (id),
  expires INTEGER NOT NULL
);
CREATE INDEX links_of_interview ON interview_links (interview);
