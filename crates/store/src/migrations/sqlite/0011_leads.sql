-- what an import brought: `export` of a CRM, `list` of leads, `merge` of two leads into one; of the last two nothing
-- follows for the deals of the first
ALTER TABLE imports ADD COLUMN kind TEXT NOT NULL DEFAULT 'export';

-- what became of a deal that began as a lead: `open`, `dropped`, `taken`, `merged`; none for the others
ALTER TABLE deals ADD COLUMN lead TEXT;

-- what lists of leads ask for, beside the state of their deal; of those alone that began as leads
CREATE TABLE leads (
  deal INTEGER PRIMARY KEY REFERENCES deals (no),
  state TEXT NOT NULL,
  outcome TEXT NOT NULL,
  -- in lower case; empty for none
  owner TEXT NOT NULL,
  source TEXT NOT NULL,
  campaign TEXT NOT NULL,
  list TEXT NOT NULL,
  received INTEGER NOT NULL,
  assigned INTEGER,
  rule TEXT,
  -- somebody has been in touch
  touched INTEGER NOT NULL,
  value_minor INTEGER,
  currency TEXT NOT NULL,
  -- name, company, address in lower case
  words TEXT NOT NULL
);
CREATE INDEX leads_by_state ON leads (state, received, deal);
CREATE INDEX leads_by_source ON leads (source, state);
CREATE INDEX leads_by_list ON leads (list, state);
CREATE INDEX leads_by_owner ON leads (owner, state);

-- by what the people of leads and open deals are found again
CREATE TABLE contacts (
  key TEXT NOT NULL,
  deal INTEGER NOT NULL REFERENCES deals (no),
  who TEXT NOT NULL,
  PRIMARY KEY (key, deal)
);
CREATE INDEX contacts_of_deal ON contacts (deal);

-- two that may be one, until somebody says so
CREATE TABLE doubts (
  id BLOB PRIMARY KEY,
  lead BLOB NOT NULL,
  other BLOB NOT NULL,
  why TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- `same` or `different`
  decided TEXT,
  "by" TEXT,
  -- the merge, where they were the same
  import BLOB,
  UNIQUE (lead, other)
);
CREATE INDEX doubts_open ON doubts (decided, at);
