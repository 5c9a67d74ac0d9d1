-- Xin gia hạn: one who is asked in a round wants more time, and the secretariat grants it or does not.
CREATE TABLE time_request (
    id         uuid PRIMARY KEY,
    version    integer     NOT NULL DEFAULT 1,
    invitee_id uuid        NOT NULL REFERENCES invitee,
    until      timestamptz NOT NULL,
    reason     text        NOT NULL CHECK (char_length(reason) <= 20000),
    asked_by   uuid        NOT NULL REFERENCES person,
    asked_at   timestamptz NOT NULL,
    granted    timestamptz,                         -- the deadline that was given
    answer     text        NOT NULL DEFAULT '' CHECK (char_length(answer) <= 20000),
    decided_by uuid REFERENCES person,
    decided_at timestamptz,
    CONSTRAINT time_request_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL)
                                           AND (granted IS NULL OR decided_at IS NOT NULL))
);
CREATE INDEX ON time_request (invitee_id);
CREATE UNIQUE INDEX ON time_request (invitee_id) WHERE decided_at IS NULL;

-- Đôn đốc: by hand, at set days before the deadline, by telephone.
CREATE TABLE reminder (
    id          uuid PRIMARY KEY,
    invitee_id  uuid        NOT NULL REFERENCES invitee,
    kind        text        NOT NULL CHECK (kind IN ('HAND', 'SET', 'CALL')),
    day         date        NOT NULL,               -- on which it was done, where the office is
    deadline    timestamptz,                        -- of which a set one reminds
    days_before integer,
    note        text        NOT NULL DEFAULT '' CHECK (char_length(note) <= 20000),
    by_id       uuid REFERENCES person,
    at          timestamptz NOT NULL,
    CONSTRAINT reminder_set CHECK ((kind = 'SET') = (deadline IS NOT NULL) AND (kind = 'SET') = (days_before IS NOT NULL)
                                   AND (kind = 'SET') = (by_id IS NULL))
);
CREATE INDEX ON reminder (invitee_id);
CREATE UNIQUE INDEX ON reminder (invitee_id, day) WHERE kind = 'HAND';
CREATE UNIQUE INDEX ON reminder (invitee_id, deadline, days_before) WHERE kind = 'SET';
