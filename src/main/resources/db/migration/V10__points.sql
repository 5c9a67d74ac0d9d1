-- Consolidation: nothing that was answered is lost, and sending an opinion waits for no number.

-- A point is there when its opinion is sent; its number follows in the order of creation.
ALTER TABLE point ALTER COLUMN number DROP NOT NULL;
CREATE INDEX ON point (round_id) WHERE number IS NULL;
CREATE INDEX ON point_place (provision_id);

-- A group that has lost its points stays, and what a group was called and answered before is kept.
CREATE TABLE issue_group_history (
    n          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id   uuid        NOT NULL REFERENCES issue_group,     -- where the words are to be looked for
    from_group uuid        NOT NULL REFERENCES issue_group,     -- whose words they were: another where points came from it
    title      text        NOT NULL,
    answer     text        NOT NULL,
    until      timestamptz NOT NULL,
    by_id      uuid        NOT NULL REFERENCES person
);
CREATE INDEX ON issue_group_history (group_id);
CREATE TABLE point_group_history (                  -- in which groups a point has been
    n        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    point_id uuid        NOT NULL REFERENCES point,
    group_id uuid        NOT NULL REFERENCES issue_group,
    until    timestamptz NOT NULL,
    by_id    uuid        NOT NULL REFERENCES person
);
CREATE INDEX ON point_group_history (point_id);

REVOKE DELETE ON issue_group, point FROM ${appRole};
REVOKE UPDATE, DELETE ON issue_group_history, point_group_history FROM ${appRole};
