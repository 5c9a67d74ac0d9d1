-- What an opinion said before its words were changed, once others could read them.
CREATE TABLE comment_wording (
    comment_id  uuid        NOT NULL REFERENCES comment ON DELETE CASCADE,
    version     integer     NOT NULL,               -- of the opinion while it said so
    state       text        NOT NULL CHECK (state IN ('UNIT_DRAFT', 'SENT')),   -- who could read it then
    kind        text        NOT NULL,
    text        text        NOT NULL,
    replacement text,
    until       timestamptz NOT NULL,               -- when other words took their place
    person_id   uuid        NOT NULL REFERENCES person,     -- who changed them
    person_name text        NOT NULL,               -- name and post at that time
    person_post text        NOT NULL,
    PRIMARY KEY (comment_id, version),
    CONSTRAINT comment_wording_text_length CHECK (char_length(text) <= 20000),
    CONSTRAINT comment_wording_replacement_length CHECK (char_length(replacement) <= 20000)
);

-- When the words that stand now took the place of others; null while they are the first, and again when they are sent.
ALTER TABLE comment ADD COLUMN edited_at timestamptz;

-- Files that belong to an opinion: who reads the opinion reads them.
CREATE TABLE comment_file (
    id         uuid PRIMARY KEY,
    comment_id uuid        NOT NULL REFERENCES comment ON DELETE CASCADE,
    sha256     text        NOT NULL REFERENCES stored_file,
    file_name  text        NOT NULL,
    size       bigint      NOT NULL,
    person_id  uuid        NOT NULL REFERENCES person,
    at         timestamptz NOT NULL,
    CONSTRAINT comment_file_file_name_length CHECK (char_length(file_name) <= 200)
);
CREATE INDEX ON comment_file (comment_id);
CREATE INDEX ON comment_file (sha256);
