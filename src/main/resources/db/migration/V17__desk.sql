-- The desk: what a person did last can be undone, groups have sides, points may be cut out of a text.
ALTER TABLE issue_group DROP COLUMN conflict;       -- two sides in it say so
ALTER TABLE point ADD COLUMN side text NOT NULL DEFAULT ''  -- luồng ý kiến within its group; empty: on none
    CONSTRAINT point_side CHECK (side IN ('', 'A', 'B', 'C', 'D'));
ALTER TABLE point ADD COLUMN withdrawn boolean NOT NULL DEFAULT false;  -- cut into others, or its entry was undone; keeps its number
CREATE VIEW standing_point AS SELECT * FROM point WHERE NOT withdrawn;

-- A text as it was cut into points.
CREATE TABLE cut_text (
    id       uuid PRIMARY KEY,
    round_id uuid        NOT NULL REFERENCES round,
    text     text        NOT NULL CHECK (char_length(text) <= 20000),
    made_by  uuid        NOT NULL REFERENCES person,
    made_at  timestamptz NOT NULL
);
CREATE INDEX ON cut_text (round_id);
CREATE TRIGGER cut_text_stays
    BEFORE DELETE OR UPDATE ON cut_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE point_source ADD COLUMN cut_text_id uuid REFERENCES cut_text;
ALTER TABLE point_source ADD COLUMN cut_start integer;  -- offsets in UTF-16 units of that text
ALTER TABLE point_source ADD COLUMN cut_end integer;
ALTER TABLE point_source ADD COLUMN cut_from uuid REFERENCES point;     -- the point whose words it was, withdrawn since
ALTER TABLE point_source ADD CONSTRAINT point_source_cut
    CHECK ((cut_text_id IS NULL) = (cut_start IS NULL) AND (cut_start IS NULL) = (cut_end IS NULL) AND cut_start < cut_end);
CREATE INDEX ON point_source (cut_text_id);
CREATE INDEX ON point_source (cut_from);

-- What a person changed on the desk of a round, so that it can be undone while it stands.
CREATE TABLE desk_change (
    n         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    round_id  uuid        NOT NULL REFERENCES round,
    by_id     uuid        NOT NULL REFERENCES person,
    at        timestamptz NOT NULL,
    kind      text        NOT NULL,
    before    text        NOT NULL,                 -- JSON: the points and groups as they stood
    after     text        NOT NULL,
    undone_at timestamptz
);
CREATE INDEX ON desk_change (round_id, by_id, n) WHERE undone_at IS NULL;

-- Không gộp: points that were proposed to be put together and are not to be proposed again.
CREATE TABLE refused_proposal (
    round_id uuid        NOT NULL REFERENCES round,
    points   uuid[]      NOT NULL CHECK (cardinality(points) <= 1000),  -- ascending
    by_id    uuid        NOT NULL REFERENCES person,
    at       timestamptz NOT NULL
);
CREATE INDEX ON refused_proposal (round_id);
REVOKE UPDATE, DELETE ON refused_proposal, cut_text FROM ${appRole};
REVOKE DELETE ON desk_change FROM ${appRole};
