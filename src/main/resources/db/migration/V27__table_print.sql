-- A consolidated table that is written as a PDF file behind the scenes, once for what it says; kept for a day.
CREATE TABLE table_print (
    sha256   text PRIMARY KEY,                      -- of the round, the name and the content in UTF-8
    round_id uuid        NOT NULL REFERENCES round,
    name     text        NOT NULL,                  -- of the file
    content  text        NOT NULL,                  -- JSON; empty once the file is written
    state    text        NOT NULL CHECK (state IN ('WAITING', 'DONE', 'FAILED')),
    written  integer     NOT NULL DEFAULT 0,        -- how many of its opinions are written
    said     integer     NOT NULL,
    file     bytea,
    asked_at timestamptz NOT NULL,                  -- for the last time
    CONSTRAINT table_print_name_length CHECK (char_length(name) <= 500),
    CHECK ((state = 'DONE') = (file IS NOT NULL))
);
CREATE INDEX ON table_print (asked_at);
CREATE INDEX ON table_print (round_id);
CREATE TABLE table_print_reader (                   -- who has asked for it: its words are those that this person may read
    sha256    text NOT NULL REFERENCES table_print ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES person,
    PRIMARY KEY (sha256, person_id)
);
CREATE INDEX ON table_print_reader (person_id);
