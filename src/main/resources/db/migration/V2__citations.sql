-- What texts cite, and by what a document is known. Which document a citation means is decided when it is read, within
-- the reader's rights: a text that arrives later is found without writing anything, a hidden one is not found at all.
CREATE TABLE document_identity (
    version_id uuid PRIMARY KEY REFERENCES draft_version,
    number     text,                                -- canonical; null when blank
    type       text,                                -- symbol of the kind
    title      text,
    issued_on  date,
    issuer     text,
    scanned_by integer NOT NULL                     -- which recogniser wrote the citations of the version
);
CREATE TABLE document_key (
    version_id uuid NOT NULL REFERENCES draft_version,
    key        text NOT NULL,
    PRIMARY KEY (version_id, key)
);
CREATE INDEX ON document_key (key);
CREATE TABLE citation (
    version_id   uuid    NOT NULL REFERENCES draft_version,
    position     integer NOT NULL,                  -- order in the document
    provision_id uuid    NOT NULL REFERENCES provision ON DELETE CASCADE,
    heading      boolean NOT NULL,                  -- the words stand in the heading, else in the text
    start_at     integer NOT NULL,                  -- UTF-16 units
    end_at       integer NOT NULL,
    target_id    uuid REFERENCES provision ON DELETE CASCADE,   -- a place of the same version
    path         text    NOT NULL DEFAULT '',       -- of the place in another document; '' for the whole
    keys         text[]  NOT NULL DEFAULT '{}',     -- of the other document
    type         text,
    number       text,
    name         text,
    year         integer,
    issued_on    date,
    issuer       text,
    attached     text,                              -- kind of the text issued with that document
    PRIMARY KEY (version_id, position)
);
CREATE INDEX ON citation USING gin (keys);
CREATE INDEX ON citation (provision_id);
CREATE INDEX ON citation (target_id);
