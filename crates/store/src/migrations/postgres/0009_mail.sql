-- the address that an event is about: whose consent it tells, who became known, who wrote
ALTER TABLE events ADD COLUMN contact TEXT GENERATED ALWAYS AS (
  CASE
    WHEN kind IN ('consent.given', 'consent.withdrawn', 'contact.blocked') THEN lower(trim(attributes::jsonb ->> 'contact'))
    WHEN kind = 'person.added' THEN lower(trim(attributes::jsonb ->> 'email'))
    WHEN kind = 'email.received' THEN lower(trim(attributes::jsonb ->> 'from'))
  END
) STORED;
CREATE INDEX events_of_contact ON events (contact) WHERE contact IS NOT NULL;

-- the mailbox of the workspace (no person) and those of its people; passwords are sealed with the key beside the database
CREATE TABLE mail_accounts (
  id UUID PRIMARY KEY,
  person UUID UNIQUE REFERENCES users (id),
  settings TEXT NOT NULL,
  smtp_password BYTEA NOT NULL,
  imap_password BYTEA NOT NULL,
  changed BIGINT NOT NULL,
  -- how far the folder was read, when it was looked into last, and what went wrong then
  uid_validity BIGINT,
  uid_last BIGINT,
  looked BIGINT,
  trouble TEXT
);

-- addresses (ann@acme.com) and domains (@acme.com) nobody is to write to
CREATE TABLE do_not_contact (
  contact TEXT PRIMARY KEY,
  why TEXT NOT NULL,
  "by" TEXT,
  at BIGINT NOT NULL
);

-- every mail that was to go out; what it says never changes, and what becomes of it is kept in mail_news
CREATE TABLE mails (
  id UUID PRIMARY KEY,
  account UUID NOT NULL,
  deal UUID,
  "by" TEXT,
  recipient TEXT NOT NULL,
  recipient_name TEXT NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  answers TEXT,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  enrolment UUID,
  step BIGINT,
  -- what of the token of its unsubscribe link is kept
  unsubscribe TEXT NOT NULL UNIQUE,
  created BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'failed', 'refused', 'uncertain', 'cancelled')),
  due BIGINT NOT NULL,
  tries BIGINT NOT NULL DEFAULT 0,
  reason TEXT,
  sent BIGINT,
  -- the deal has the event that tells of it
  recorded BOOLEAN NOT NULL DEFAULT false
);
CREATE INDEX mails_due ON mails (due) WHERE state IN ('queued', 'sending');
CREATE INDEX mails_unrecorded ON mails (sent) WHERE state = 'sent' AND NOT recorded;
CREATE INDEX mails_of_deal ON mails (deal, created);
CREATE INDEX mails_of_account ON mails (account, sent) WHERE sent IS NOT NULL;
CREATE INDEX mails_by_time ON mails (created);
CREATE TRIGGER mails_are_not_changed
BEFORE UPDATE OF id, account, deal, "by", recipient, recipient_name, message_id, answers, subject, body, enrolment, step ON mails
FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER mails_are_not_deleted BEFORE DELETE OR TRUNCATE ON mails
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE mail_news (
  no BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail UUID NOT NULL REFERENCES mails (id),
  state TEXT NOT NULL,
  reason TEXT,
  "by" TEXT,
  at BIGINT NOT NULL
);
CREATE INDEX news_of_mail ON mail_news (mail, no);
CREATE TRIGGER mail_news_are_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON mail_news
FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- what came in, once for a message in however many mailboxes
CREATE TABLE received (
  id UUID PRIMARY KEY,
  account UUID NOT NULL,
  message_id TEXT NOT NULL UNIQUE,
  -- reply, unmatched, automatic, bounce, bulk, own, flood
  class TEXT NOT NULL,
  deal UUID,
  mail UUID,
  sender TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  why TEXT NOT NULL,
  at BIGINT NOT NULL,
  came BIGINT NOT NULL,
  settled TEXT
);
CREATE INDEX received_of_deal ON received (deal, at);
CREATE INDEX received_from ON received (sender, came);
CREATE INDEX received_unmatched ON received (came) WHERE class = 'unmatched' AND settled IS NULL;

-- who goes through a sequence; the deal's events tell what became of it, this says when to look again
CREATE TABLE enrolments (
  id UUID PRIMARY KEY,
  sequence UUID NOT NULL,
  deal UUID NOT NULL,
  running BOOLEAN NOT NULL,
  due BIGINT NOT NULL,
  begun BIGINT NOT NULL
);
CREATE INDEX enrolments_due ON enrolments (due) WHERE running;
CREATE INDEX enrolments_of_deal ON enrolments (deal);
CREATE INDEX enrolments_of_sequence ON enrolments (sequence);

-- what somebody is told of, once for a person and an event
CREATE TABLE notices (
  id UUID PRIMARY KEY,
  person UUID NOT NULL REFERENCES users (id),
  event UUID NOT NULL,
  kind TEXT NOT NULL,
  deal UUID,
  says TEXT NOT NULL,
  at BIGINT NOT NULL,
  -- shown in the program
  shown BOOLEAN NOT NULL,
  read BIGINT,
  -- none, at-once, digest
  mail TEXT NOT NULL,
  mailed BIGINT,
  UNIQUE (person, event, kind)
);
CREATE INDEX notices_of_person ON notices (person, at);
CREATE INDEX notices_to_mail ON notices (mail, at) WHERE mailed IS NULL AND mail <> 'none';

-- what goes to another program, once for a webhook and an event
CREATE TABLE deliveries (
  id UUID PRIMARY KEY,
  webhook UUID NOT NULL,
  event UUID NOT NULL,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  at BIGINT NOT NULL,
  -- waiting, done, failed
  state TEXT NOT NULL,
  due BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  answer TEXT,
  UNIQUE (webhook, event, kind)
);
CREATE INDEX deliveries_due ON deliveries (due) WHERE state = 'waiting';
CREATE INDEX deliveries_of_webhook ON deliveries (webhook, at);
