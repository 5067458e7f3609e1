-- What became of a version: proposed, then active or declined. The last one that became active is what deals begin with.
CREATE TABLE process_states (
  no INTEGER PRIMARY KEY AUTOINCREMENT,
  process BLOB NOT NULL REFERENCES processes (id),
  version INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('proposed', 'active', 'declined')),
  note TEXT NOT NULL,
  "by" TEXT,
  at INTEGER NOT NULL
);
CREATE INDEX states_of_process ON process_states (process, no);
INSERT INTO process_states (process, version, state, note, "by", at)
SELECT process, version, 'active', note, "by", at FROM process_versions ORDER BY process, version;

CREATE TRIGGER process_states_are_not_changed BEFORE UPDATE ON process_states
BEGIN SELECT RAISE(ABORT, 'states of a process are append-only'); END;
CREATE TRIGGER process_states_are_not_deleted BEFORE DELETE ON process_states
BEGIN SELECT RAISE(ABORT, 'states of a process are append-only'); END;
