-- Giữ nguyên ý kiến đã góp: an opinion that says once more, in a later round, what a point of an earlier one said.
CREATE TABLE kept_opinion (
    comment_id uuid PRIMARY KEY REFERENCES comment ON DELETE CASCADE,
    point_id   uuid NOT NULL REFERENCES point,
    round_id   uuid NOT NULL REFERENCES round       -- in which it is said once more
);
CREATE INDEX ON kept_opinion (point_id);
CREATE INDEX ON kept_opinion (round_id);

-- Through whose hands a reply of a unit goes between its staff and its head; a unit without a row has none.
CREATE TABLE reply_route (
    unit_id   uuid PRIMARY KEY REFERENCES unit,
    version   integer NOT NULL DEFAULT 1,
    reviewers uuid[]  NOT NULL,
    set_by    uuid    NOT NULL REFERENCES person,
    CONSTRAINT reply_route_reviewers CHECK (cardinality(reviewers) <= 2)
);
ALTER TABLE reply ADD COLUMN awaits uuid REFERENCES person;    -- whose turn it is; null: the head's
CREATE INDEX ON reply (awaits);

-- Whom to call about an answer: of a unit, or of a person.
CREATE TABLE call_contact (
    id         uuid PRIMARY KEY,
    version    integer NOT NULL DEFAULT 1,
    unit_id    uuid UNIQUE REFERENCES unit,
    person_id  uuid UNIQUE REFERENCES person,
    name       text    NOT NULL DEFAULT '' CHECK (char_length(name) <= 200),
    phone      text    NOT NULL CHECK (char_length(phone) <= 100),
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
);

-- Lấy ý kiến trong cơ quan: a unit asks one of its people before it answers.
CREATE TABLE inner_ask (
    id          uuid PRIMARY KEY,
    version     integer     NOT NULL DEFAULT 1,
    invitee_id  uuid        NOT NULL REFERENCES invitee,
    person_id   uuid        NOT NULL REFERENCES person,
    question    text        NOT NULL DEFAULT '' CHECK (char_length(question) <= 20000),
    asked_by    uuid        NOT NULL REFERENCES person,
    asked_at    timestamptz NOT NULL,
    answer      text        NOT NULL DEFAULT '' CHECK (char_length(answer) <= 20000),
    answered_at timestamptz,
    UNIQUE (invitee_id, person_id)
);
CREATE INDEX ON inner_ask (person_id);
