-- The short survey. What was answered is counted, apart from who has answered: nothing leads from a person to an answer.

CREATE TABLE pulse_rounds (
    id BLOB PRIMARY KEY,
    no INTEGER NOT NULL UNIQUE,
    opened INTEGER NOT NULL,
    closed INTEGER,
    -- the questions as they were asked, as JSON
    questions TEXT NOT NULL,
    -- people who could answer, when it closed
    asked INTEGER,
    -- people who answered
    answers INTEGER NOT NULL DEFAULT 0,
    -- answers that are in what is shown
    shown INTEGER NOT NULL DEFAULT 0,
    -- made up, to show what it looks like
    sample BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE pulse_counts (
    round BLOB NOT NULL REFERENCES pulse_rounds (id),
    question INTEGER NOT NULL,
    score INTEGER NOT NULL,
    n INTEGER NOT NULL DEFAULT 0,
    shown INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (round, question, score)
) WITHOUT ROWID;

-- In the order of random ids, which is not the order of writing.
CREATE TABLE pulse_words (
    id BLOB PRIMARY KEY,
    round BLOB NOT NULL REFERENCES pulse_rounds (id),
    words TEXT NOT NULL,
    shown BOOLEAN NOT NULL DEFAULT FALSE
) WITHOUT ROWID;

CREATE TABLE pulse_people (
    round BLOB NOT NULL REFERENCES pulse_rounds (id),
    person BLOB NOT NULL,
    skipped BOOLEAN NOT NULL,
    PRIMARY KEY (round, person)
) WITHOUT ROWID;
