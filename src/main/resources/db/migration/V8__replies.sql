-- Why a deadline moved: of all, or of one invitee.
CREATE TABLE deadline_extension (
    id              uuid PRIMARY KEY,
    round_id        uuid        NOT NULL REFERENCES round,
    invitee_id      uuid REFERENCES invitee,        -- null: the general deadline
    deadline_before timestamptz NOT NULL,
    deadline        timestamptz NOT NULL,
    reason          text        NOT NULL CHECK (char_length(reason) <= 20000),
    by_id           uuid        NOT NULL REFERENCES person,
    at              timestamptz NOT NULL
);
CREATE INDEX ON deadline_extension (round_id);

-- What an invitee has said in a round is looked up for each reply that agrees.
CREATE INDEX ON comment (round_id, unit_id) WHERE round_id IS NOT NULL;
CREATE INDEX ON comment (round_id, author_id) WHERE round_id IS NOT NULL;

-- A reply is the work of the secretariat from the moment it enters a letter, not from the sending on.
COMMENT ON COLUMN reply.entered_by IS 'the secretariat entered it from a letter; null: the unit or person itself';

-- An answer is late by the later of the invitee's own and the general deadline.
UPDATE reply rp SET late = rp.sent_at >= greatest(i.closes_at, coalesce(r.closed_at, r.closes_at))
FROM invitee i JOIN round r ON r.id = i.round_id
WHERE i.id = rp.invitee_id AND rp.sent_at IS NOT NULL;
