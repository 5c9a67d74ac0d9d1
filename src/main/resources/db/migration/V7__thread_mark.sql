-- What people say of a thread without words: that they agree with its first opinion, and that it is talked out.
CREATE TABLE thread_mark (
    comment_id  uuid        NOT NULL REFERENCES comment ON DELETE CASCADE,
    kind        text        NOT NULL CHECK (kind IN ('AGREED', 'RESOLVED')),
    person_id   uuid        NOT NULL REFERENCES person,
    person_name text        NOT NULL,               -- name and post at that time
    person_post text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (comment_id, kind, person_id)
);
CREATE UNIQUE INDEX ON thread_mark (comment_id) WHERE kind = 'RESOLVED';
