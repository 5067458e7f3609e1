-- which imports said how a deal stands
CREATE TABLE told (
  deal INTEGER NOT NULL REFERENCES deals (no),
  import INTEGER NOT NULL REFERENCES imports (no),
  PRIMARY KEY (deal, import)
) WITHOUT ROWID;
INSERT INTO told (deal, import)
SELECT DISTINCT deal, import FROM events WHERE kind IN ('deal.created', 'deal.changed') AND import IS NOT NULL;

-- the latest moment in the data, at most that of the import; none where no row has a time
ALTER TABLE imports ADD COLUMN exported INTEGER;
UPDATE imports SET exported = CASE WHEN as_of > at THEN at ELSE as_of END WHERE as_of <> at;
