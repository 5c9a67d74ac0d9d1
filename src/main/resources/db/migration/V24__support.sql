-- Vào hồ sơ để hỗ trợ: for a while an administrator reads one dossier, with a reason that the secretariat is shown.
CREATE TABLE support (
    id         uuid PRIMARY KEY,
    dossier_id uuid        NOT NULL REFERENCES dossier ON DELETE CASCADE,
    person_id  uuid        NOT NULL REFERENCES person,
    reason     text        NOT NULL CHECK (reason <> ''),
    begins_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    ended_at   timestamptz,                         -- earlier, by whom
    ended_by   uuid REFERENCES person,
    CHECK (ends_at > begins_at AND (ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT support_reason_length CHECK (char_length(reason) <= 500)
);
CREATE INDEX ON support (dossier_id, person_id);
CREATE INDEX ON support (person_id, begins_at);
REVOKE DELETE ON support FROM ${appRole};
