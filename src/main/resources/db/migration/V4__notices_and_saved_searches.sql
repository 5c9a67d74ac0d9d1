-- Notices to people, and searches that somebody keeps. Ids only: the words are made when a notice is read, by what its
-- reader may see then.

---------------------------------------------------------------------------------------------------- notice
CREATE TABLE notice (
    id         uuid PRIMARY KEY,
    person_id  uuid        NOT NULL REFERENCES person,
    kind       text        NOT NULL,
    subject_id uuid        NOT NULL,                    -- what it is about, by its kind
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    read_at    timestamptz,
    mailed_at  timestamptz                              -- told by mail, or not to be told any more
);
CREATE INDEX ON notice (person_id, updated_at);
CREATE INDEX ON notice (updated_at) WHERE mailed_at IS NULL;

---------------------------------------------------------------------------------------------------- search
CREATE TABLE recent_search (
    person_id uuid        NOT NULL REFERENCES person,
    words     text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (person_id, words)
);
CREATE TABLE saved_search (
    id           uuid PRIMARY KEY,
    version      integer     NOT NULL DEFAULT 1,
    person_id    uuid        NOT NULL REFERENCES person,
    name         text        NOT NULL,
    words        text        NOT NULL,
    selections   jsonb       NOT NULL DEFAULT '{}',     -- facet to chosen values
    newest_first boolean     NOT NULL DEFAULT false,
    alert        boolean     NOT NULL DEFAULT false,
    created_at   timestamptz NOT NULL
);
CREATE INDEX ON saved_search (person_id);
CREATE INDEX ON saved_search (id) WHERE alert;
CREATE TABLE saved_search_known (                       -- what its person was told of, or knew from the beginning
    search_id uuid NOT NULL REFERENCES saved_search ON DELETE CASCADE,
    hit_id    text NOT NULL,
    notice_id uuid REFERENCES notice ON DELETE CASCADE, -- null: from the beginning
    PRIMARY KEY (search_id, hit_id)
);
CREATE INDEX ON saved_search_known (notice_id);
CREATE TABLE index_arrival (                            -- newly searchable, not yet compared with the saved searches
    n      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    hit_id text NOT NULL
);
