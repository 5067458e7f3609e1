-- work of the team that is not a version of anything yet, such as the choices in a proposal; the latest state alone
CREATE TABLE drafts (
  name TEXT PRIMARY KEY,
  -- grows with every change
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL
);
