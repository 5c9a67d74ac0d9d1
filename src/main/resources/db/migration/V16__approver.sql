-- Who approves the table of a round: a person by name, or whoever heads a unit at that moment; neither is the chair.
ALTER TABLE round
    ADD COLUMN approver_id       uuid REFERENCES person,
    ADD COLUMN approving_unit_id uuid REFERENCES unit,
    ADD CONSTRAINT round_one_approver CHECK (approver_id IS NULL OR approving_unit_id IS NULL);
UPDATE round SET approving_unit_id = consolidator_id;
CREATE INDEX ON round (approver_id);
CREATE INDEX ON round (approving_unit_id);
