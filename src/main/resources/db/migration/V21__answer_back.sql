-- Trao đổi lại: whoever said a point says, once and within a window after the announcement, that its answer misses it.
CREATE TABLE answer_back (
    point_id  uuid PRIMARY KEY REFERENCES point,
    text      text        NOT NULL CHECK (text <> ''),
    person_id uuid        NOT NULL REFERENCES person,
    at        timestamptz NOT NULL,
    CONSTRAINT answer_back_text_length CHECK (char_length(text) <= 20000)
);
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON answer_back
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('point', 'point_id');
REVOKE UPDATE, DELETE ON answer_back FROM ${appRole};

-- What the desk asks and keeps ready belongs to dossiers too; templates for every round belong to none.
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON point_inquiry
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('point', 'point_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON answer_template
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('round', 'round_id');
