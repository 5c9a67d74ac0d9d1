-- Drafts that came back as Word files with tracked changes and margin comments.
CREATE TABLE returned_file (
    id         uuid PRIMARY KEY,
    version_id uuid        NOT NULL REFERENCES draft_version,
    person_id  uuid        NOT NULL REFERENCES person,  -- who handed it in
    unit_id    uuid REFERENCES unit,                    -- whose words it holds, unless the person's own
    sha256     text        NOT NULL REFERENCES stored_file,
    file_name  text        NOT NULL,
    at         timestamptz NOT NULL
);
CREATE INDEX ON returned_file (version_id);
CREATE TABLE returned_opinion (                         -- what of it has become an opinion
    returned_id uuid NOT NULL REFERENCES returned_file,
    key         text NOT NULL,                          -- place, words and Word author of the change or comment
    comment_id  uuid NOT NULL REFERENCES comment ON DELETE CASCADE,
    word_author text NOT NULL,
    PRIMARY KEY (returned_id, key)
);
CREATE INDEX ON returned_opinion (comment_id);
