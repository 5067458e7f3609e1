-- The short survey. What was answered is counted, apart from who has answered: nothing leads from a person to an answer.

CREATE TABLE pulse_rounds (
    id UUID PRIMARY KEY,
    no BIGINT NOT NULL UNIQUE,
    opened BIGINT NOT NULL,
    closed BIGINT,
    -- the questions as they were asked, as JSON
    questions TEXT NOT NULL,
    -- people who could answer, when it closed
    asked BIGINT,
    -- people who answered
    answers BIGINT NOT NULL DEFAULT 0,
    -- answers that are in what is shown
    shown BIGINT NOT NULL DEFAULT 0,
    -- made up, to show what it looks like
    sample BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE pulse_counts (
    round UUID NOT NULL REFERENCES pulse_rounds (id),
    question BIGINT NOT NULL,
    score BIGINT NOT NULL,
    n BIGINT NOT NULL DEFAULT 0,
    shown BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (round, question, score)
);

-- All rows of a round are written anew with each answer, so that their order tells nothing.
CREATE TABLE pulse_words (
    id UUID PRIMARY KEY,
    round UUID NOT NULL REFERENCES pulse_rounds (id),
    words TEXT NOT NULL,
    shown BOOLEAN NOT NULL DEFAULT FALSE
);

CREATE TABLE pulse_people (
    round UUID NOT NULL REFERENCES pulse_rounds (id),
    person UUID NOT NULL,
    skipped BOOLEAN NOT NULL,
    PRIMARY KEY (round, person)
);
