-- Mẫu câu trả lời: words that answers begin with, of one round or of the installation.
CREATE TABLE answer_template (
    id       uuid PRIMARY KEY,
    version  integer     NOT NULL DEFAULT 1,
    round_id uuid REFERENCES round,                 -- null: for every round
    outcome  text,                                  -- the outcome it goes with; null: any
    text     text        NOT NULL CHECK (char_length(text) <= 20000),
    gone     boolean     NOT NULL DEFAULT false,
    made_by  uuid        NOT NULL REFERENCES person,
    made_at  timestamptz NOT NULL
);
CREATE INDEX ON answer_template (round_id) WHERE NOT gone;
REVOKE DELETE ON answer_template FROM ${appRole};

-- Hỏi cơ quan chuyên môn: a unit is asked about a point of somebody else; trao đổi lại: what its author said when asked again.
CREATE TABLE point_inquiry (
    id          uuid PRIMARY KEY,
    version     integer     NOT NULL DEFAULT 1,
    point_id    uuid        NOT NULL REFERENCES point,
    kind        text        NOT NULL CHECK (kind IN ('UNIT', 'AUTHOR')),
    unit_id     uuid REFERENCES unit,
    question    text        NOT NULL CHECK (char_length(question) <= 20000),
    due         date,
    asked_by    uuid        NOT NULL REFERENCES person,
    asked_at    timestamptz NOT NULL,
    answer      text        NOT NULL DEFAULT '' CHECK (char_length(answer) <= 20000),
    answered_by uuid REFERENCES person,
    answered_at timestamptz,
    CHECK ((kind = 'UNIT') = (unit_id IS NOT NULL)),
    CHECK ((answered_by IS NULL) = (answered_at IS NULL))
);
CREATE INDEX ON point_inquiry (point_id);
CREATE INDEX ON point_inquiry (unit_id) WHERE answered_at IS NULL;
REVOKE DELETE ON point_inquiry FROM ${appRole};
CREATE INDEX ON point (assignee_id, round_id);
