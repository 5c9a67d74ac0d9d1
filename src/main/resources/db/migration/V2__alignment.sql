-- What became of the places of a version in the next one of its series: proposed by the words, said by people.
CREATE TABLE alignment_tie (
    id             uuid PRIMARY KEY,
    older_id       uuid    NOT NULL REFERENCES draft_version,
    newer_id       uuid    NOT NULL REFERENCES draft_version,
    position       integer NOT NULL,                -- reading order of the newer version
    kind           text    NOT NULL CHECK (kind IN ('SAME', 'RENUMBERED', 'MOVED', 'EDITED', 'SPLIT', 'MERGED', 'REMOVED', 'NEW')),
    similarity     double precision NOT NULL,
    editorial_only boolean NOT NULL,
    evidence       text[]  NOT NULL,
    state          text    NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'REJECTED')),
    decided_by     uuid REFERENCES person,
    decided_at     timestamptz,
    CHECK ((state = 'PROPOSED') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL))
);
CREATE INDEX ON alignment_tie (newer_id, older_id);
CREATE INDEX ON alignment_tie (older_id);
CREATE TABLE alignment_end (
    tie_id       uuid    NOT NULL REFERENCES alignment_tie ON DELETE CASCADE,
    provision_id uuid    NOT NULL REFERENCES provision,
    newer        boolean NOT NULL,                  -- on which side it stands
    main         boolean NOT NULL,                  -- of several the one that goes on
    PRIMARY KEY (tie_id, provision_id)
);
CREATE INDEX ON alignment_end (provision_id);
