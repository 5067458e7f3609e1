-- What goes out with a mail, until it is sent.
CREATE TABLE mail_attachments (
    mail UUID PRIMARY KEY REFERENCES mails (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content BYTEA NOT NULL
);
