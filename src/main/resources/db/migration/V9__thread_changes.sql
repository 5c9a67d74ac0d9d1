-- What changed since a reader last asked. The transaction of a change is its mark: those not yet finished when a reader
-- asks are asked for again, so nothing is missed, whatever the order in which transactions end.
ALTER TABLE comment ADD COLUMN changed xid8 NOT NULL DEFAULT pg_current_xact_id();
CREATE FUNCTION comment_changed() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NEW.changed := pg_current_xact_id(); RETURN NEW; END $$;
CREATE TRIGGER comment_changed BEFORE UPDATE ON comment FOR EACH ROW EXECUTE FUNCTION comment_changed();
CREATE INDEX ON comment (version_id, changed);
CREATE INDEX ON comment (dossier_id, changed) WHERE version_id IS NULL;

-- First opinions that are no more: no words, only what decides who saw them and so is told that they are gone.
CREATE TABLE comment_gone (
    id         uuid PRIMARY KEY,
    dossier_id uuid    NOT NULL REFERENCES dossier,
    version_id uuid REFERENCES draft_version,
    author_id  uuid    NOT NULL REFERENCES person,
    unit_id    uuid REFERENCES unit,
    round_id   uuid REFERENCES round,
    state      text    NOT NULL,
    visibility text    NOT NULL,
    restricted boolean NOT NULL,
    changed    xid8    NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX ON comment_gone (version_id, changed);
CREATE INDEX ON comment_gone (dossier_id, changed) WHERE version_id IS NULL;
CREATE FUNCTION comment_gone() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    INSERT INTO comment_gone (id, dossier_id, version_id, author_id, unit_id, round_id, state, visibility, restricted)
    VALUES (OLD.id, OLD.dossier_id, OLD.version_id, OLD.author_id, OLD.unit_id, OLD.round_id, OLD.state,
            OLD.visibility, OLD.restricted);
    RETURN NULL;
END $$;
CREATE TRIGGER comment_gone AFTER DELETE ON comment FOR EACH ROW WHEN (OLD.id = OLD.root_id)
    EXECUTE FUNCTION comment_gone();
