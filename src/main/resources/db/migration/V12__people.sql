-- A unit that went into another one: it is asked no more, and the people of the other one speak for it.
ALTER TABLE unit ADD COLUMN merged_into uuid REFERENCES unit;
ALTER TABLE unit ADD COLUMN merged_on date;
ALTER TABLE unit ADD CONSTRAINT unit_merged CHECK ((merged_into IS NULL) = (merged_on IS NULL) AND merged_into <> id);
CREATE INDEX ON unit (merged_into);

-- Ủy quyền: what a head lends to somebody of the unit, until a day and as long as the giver is its head.
ALTER TABLE unit_membership ADD COLUMN delegated_by uuid REFERENCES person;
ALTER TABLE unit_membership ADD CONSTRAINT unit_membership_delegated
    CHECK (delegated_by IS NULL OR (role = 'HEAD' AND valid_to IS NOT NULL AND delegated_by <> person_id));
CREATE INDEX ON unit_membership (delegated_by) WHERE delegated_by IS NOT NULL;

-- Nhóm lấy ý kiến: those who are asked together, in one press.
CREATE TABLE asked_group (
    id         uuid PRIMARY KEY,
    version    integer     NOT NULL DEFAULT 1,
    name       text        NOT NULL,
    created_at timestamptz NOT NULL,
    CONSTRAINT asked_group_name_length CHECK (char_length(name) <= 200)
);
CREATE UNIQUE INDEX ON asked_group (folded(name));
CREATE TABLE asked_group_member (
    group_id  uuid    NOT NULL REFERENCES asked_group ON DELETE CASCADE,
    position  integer NOT NULL,
    unit_id   uuid REFERENCES unit,
    person_id uuid REFERENCES person,
    PRIMARY KEY (group_id, position),
    CHECK ((person_id IS NULL) <> (unit_id IS NULL))
);

-- Devices that let their person in again without a password. Only what was made of the secret is kept; it is another one
-- after each use, and one that was used before is known as stolen.
CREATE TABLE remembered_device (
    id               uuid PRIMARY KEY,
    person_id        uuid        NOT NULL REFERENCES person,
    secret_hash      text        NOT NULL,
    former_hash      text        NOT NULL DEFAULT '',
    changed_at       timestamptz NOT NULL,          -- when the secret became another one
    label            text        NOT NULL,          -- browser and system, as the browser says
    password_changes integer     NOT NULL,          -- a changed password forgets the device
    created_at       timestamptz NOT NULL,
    used_at          timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    CONSTRAINT remembered_device_label_length CHECK (char_length(label) <= 200)
);
CREATE INDEX ON remembered_device (person_id);
