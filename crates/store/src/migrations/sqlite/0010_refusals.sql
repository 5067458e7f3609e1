-- Requests that were refused: who tried what, and from where. The oldest go beyond the last 100,000; nothing else is
-- changed or deleted.
CREATE TABLE refusals (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  -- who was signed in, if anybody
  "by" TEXT,
  role TEXT,
  method TEXT NOT NULL,
  -- the path as the router knows it, and as it was asked for
  route TEXT NOT NULL,
  path TEXT NOT NULL,
  action TEXT NOT NULL,
  status INTEGER NOT NULL,
  why TEXT NOT NULL,
  -- the network that the request came from, not the address
  network TEXT NOT NULL
);
CREATE TRIGGER refusals_are_not_changed BEFORE UPDATE ON refusals
BEGIN SELECT RAISE(ABORT, 'refusals are append-only'); END;
CREATE TRIGGER refusals_are_not_deleted BEFORE DELETE ON refusals
WHEN OLD.no > (SELECT MAX(no) FROM refusals) - 100000
BEGIN SELECT RAISE(ABORT, 'refusals are append-only'); END;
