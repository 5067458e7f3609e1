-- Times are microseconds since 1970, UTC. Ids are 16 bytes. JSON is kept as text.

CREATE TABLE imports (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  files TEXT NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL,
  plan TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'failed', 'undone')),
  report TEXT,
  error TEXT,
  events INTEGER NOT NULL DEFAULT 0,
  deals INTEGER NOT NULL DEFAULT 0,
  -- the latest moment in its data: when its events without a time count as having happened
  as_of INTEGER,
  -- its events are among these numbers
  first_event INTEGER,
  last_event INTEGER,
  undone_at INTEGER
);

CREATE TABLE deals (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  key TEXT NOT NULL,
  -- grows with every change, also when an import is taken back
  version INTEGER NOT NULL DEFAULT 0,
  -- how many events count; a deal without any is not there
  events INTEGER NOT NULL DEFAULT 0,
  -- the fold over these events
  state TEXT NOT NULL DEFAULT ''
);

CREATE TABLE events (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  deal INTEGER NOT NULL REFERENCES deals (no),
  id BLOB NOT NULL,
  -- none: the source gave no time, and the import's as_of stands for it
  at INTEGER,
  undated INTEGER NOT NULL,
  kind TEXT NOT NULL,
  activity TEXT NOT NULL,
  stage TEXT,
  side TEXT NOT NULL,
  actor TEXT,
  attributes TEXT,
  import INTEGER REFERENCES imports (no)
);
CREATE UNIQUE INDEX events_of_deal ON events (deal, id);

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE rejects (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  import INTEGER NOT NULL REFERENCES imports (no),
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  "column" TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX rejects_of_import ON rejects (import, no);

CREATE TABLE lookups (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  field TEXT NOT NULL,
  key TEXT NOT NULL,
  fields TEXT NOT NULL,
  import INTEGER NOT NULL REFERENCES imports (no)
);
CREATE INDEX lookups_by_field ON lookups (field, key, no);

CREATE TABLE users (
  id BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  -- the e-mail address in lower case
  email_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  password_hash TEXT,
  disabled INTEGER NOT NULL,
  created INTEGER NOT NULL
);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  person BLOB NOT NULL REFERENCES users (id),
  expires INTEGER NOT NULL
);
CREATE INDEX sessions_of_person ON sessions (person);

CREATE TABLE links (
  token_hash TEXT PRIMARY KEY,
  person BLOB NOT NULL REFERENCES users (id),
  expires INTEGER NOT NULL
);

CREATE TABLE processes (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  id BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,
  version INTEGER NOT NULL
);

CREATE TABLE process_versions (
  process BLOB NOT NULL REFERENCES processes (id),
  version INTEGER NOT NULL,
  toml TEXT NOT NULL,
  note TEXT NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (process, version)
);
CREATE TRIGGER process_versions_are_not_changed BEFORE UPDATE ON process_versions
BEGIN SELECT RAISE(ABORT, 'versions of a process are append-only'); END;
CREATE TRIGGER process_versions_are_not_deleted BEFORE DELETE ON process_versions
BEGIN SELECT RAISE(ABORT, 'versions of a process are append-only'); END;

-- every version of every page of the manual; the latest is the page, unless it says deleted
CREATE TABLE pages (
  id BLOB NOT NULL,
  version INTEGER NOT NULL,
  section TEXT NOT NULL,
  title TEXT NOT NULL,
  markdown TEXT NOT NULL,
  position REAL NOT NULL,
  deleted INTEGER NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);
