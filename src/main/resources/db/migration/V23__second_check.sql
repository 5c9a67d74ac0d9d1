-- Kiểm tra lần hai: another person of the secretariat has read an answer and stands by it. It is about exactly what was read:
-- what the points and the answer were then is kept, and the check stands while they are the same.
ALTER TABLE point ADD COLUMN decided_by uuid REFERENCES person;         -- who gave the outcome; null: nobody, or long ago
ALTER TABLE point ADD COLUMN assignee_unit_id uuid REFERENCES unit;     -- its people of the secretariat are to answer
ALTER TABLE point ADD CHECK (assignee_id IS NULL OR assignee_unit_id IS NULL);
CREATE OR REPLACE VIEW standing_point AS SELECT * FROM point WHERE NOT withdrawn; -- with the new columns
CREATE INDEX ON point (assignee_unit_id, round_id) WHERE assignee_unit_id IS NOT NULL;
CREATE TABLE second_check (
    group_id   uuid PRIMARY KEY REFERENCES issue_group,
    version    integer     NOT NULL DEFAULT 1,
    seen       text        NOT NULL CHECK (char_length(seen) = 64), -- answer_state of the group as it was read
    checked_by uuid        NOT NULL REFERENCES person,
    checked_at timestamptz NOT NULL
);
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON second_check
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('group', 'group_id');

-- The points of a group with what was decided of them, and their answer, as one short value.
CREATE FUNCTION answer_state(thing uuid) RETURNS text LANGUAGE sql STABLE AS
$$ SELECT encode(sha256(convert_to(g.answer || ' ' || coalesce(string_agg(
              p.id || ' ' || coalesce(p.outcome, '') || ' ' || coalesce(p.applied_text, ''), ' ' ORDER BY p.id), ''), 'UTF8')), 'hex')
   FROM issue_group g LEFT JOIN standing_point p ON p.group_id = g.id WHERE g.id = thing GROUP BY g.id $$;
