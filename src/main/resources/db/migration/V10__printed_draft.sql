-- How a draft was set when it was printed: which place stands in which line of which page. "Trang 6, dòng 4" of a letter
-- leads there, also after the structure was repaired. A row more only where it is set otherwise than the last time.
CREATE TABLE printed_draft (
    version_id uuid        NOT NULL REFERENCES draft_version ON DELETE CASCADE,
    number     integer     NOT NULL CHECK (number > 0),
    pages      jsonb       NOT NULL,                -- pages of lines: the address of the place of each
    printed_at timestamptz NOT NULL,
    PRIMARY KEY (version_id, number)
);
