-- The signed copy of a letter keeps the name under which it was handed in.
ALTER TABLE letter
    ADD COLUMN signed_name text NOT NULL DEFAULT '',
    ADD CONSTRAINT letter_signed_named CHECK ((signed_file IS NULL) = (signed_name = '')),
    ADD CONSTRAINT letter_signed_name_length CHECK (char_length(signed_name) <= 200);

-- Rounds older than the choice of an approver were given one by V16, and nobody let that one read their drafts.
WITH given AS (
    INSERT INTO dossier_grant (dossier_id, unit_id, source_id, valid_from)
    SELECT DISTINCT v.dossier_id, r.approving_unit_id, r.id, r.opens_at
    FROM round r JOIN round_draft rd ON rd.round_id = r.id JOIN draft_version v ON v.id = rd.version_id
         JOIN dossier d ON d.id = v.dossier_id AND d.state <> 'PROMULGATED'
    WHERE r.approving_unit_id IS NOT NULL
    ON CONFLICT DO NOTHING
    RETURNING dossier_id)
INSERT INTO index_outbox (entity, id) SELECT DISTINCT 'DOSSIER', dossier_id FROM given;

-- What a head lends may be for one round alone.
ALTER TABLE unit_membership
    ADD COLUMN round_id uuid REFERENCES round,
    ADD CONSTRAINT unit_membership_round_lent CHECK (round_id IS NULL OR delegated_by IS NOT NULL);
CREATE INDEX ON unit_membership (round_id) WHERE round_id IS NOT NULL;
