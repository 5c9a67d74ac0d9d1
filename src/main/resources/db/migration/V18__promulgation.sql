-- Đã ban hành: the end of a dossier. From then on it is read and nothing of it changes.
CREATE TABLE promulgation (
    dossier_id  uuid PRIMARY KEY REFERENCES dossier,
    version     integer     NOT NULL DEFAULT 1,
    version_id  uuid        NOT NULL REFERENCES draft_version,  -- the text as it was issued
    number      text        NOT NULL CHECK (number <> ''),      -- số, ký hiệu
    dated       date        NOT NULL,
    recorded_by uuid        NOT NULL REFERENCES person,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT promulgation_number_length CHECK (char_length(number) <= 100)
);
CREATE INDEX ON promulgation (version_id);
ALTER TABLE dossier ADD CONSTRAINT dossier_state CHECK (state IN ('ACTIVE', 'PROMULGATED'));

-- The one rule: a change needs a dossier that has not ended among those it belongs to. Whoever changes something holds the
-- end off until the transaction ends; whoever ends a dossier waits for them and lets nobody in.
CREATE FUNCTION require_unended(dossiers uuid[]) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended(one.id::text, 18))
    FROM (SELECT DISTINCT id FROM unnest(dossiers) AS id WHERE id IS NOT NULL ORDER BY id) one;
    IF (SELECT bool_and(state = 'PROMULGATED') FROM dossier WHERE id = ANY (dossiers)) THEN
        RAISE EXCEPTION 'the dossier has ended' USING ERRCODE = 'GY001';
    END IF;
END $$;

-- The dossiers that something belongs to: of a round and what is said about all of it, those of all its drafts.
CREATE FUNCTION dossiers_of(kind text, thing uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS
$$ BEGIN RETURN CASE kind
    WHEN 'dossier' THEN ARRAY[thing]
    WHEN 'version' THEN (SELECT array_agg(dossier_id) FROM draft_version WHERE id = thing)
    WHEN 'comment' THEN (SELECT array_agg(dossier_id) FROM comment WHERE id = thing)
    WHEN 'round' THEN (SELECT array_agg(v.dossier_id) FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                       WHERE rd.round_id = thing)
    WHEN 'invitee' THEN (SELECT dossiers_of('round', round_id) FROM invitee WHERE id = thing)
    WHEN 'reply' THEN (SELECT dossiers_of('invitee', invitee_id) FROM reply WHERE id = thing)
    WHEN 'tie' THEN (SELECT dossiers_of('version', newer_id) FROM alignment_tie WHERE id = thing)
    WHEN 'point' THEN (SELECT CASE WHEN version_id IS NULL THEN dossiers_of('round', round_id)
                                   ELSE dossiers_of('version', version_id) END FROM point WHERE id = thing)
    WHEN 'group' THEN (SELECT coalesce(array_agg(one), dossiers_of('round', g.round_id))
                       FROM issue_group g LEFT JOIN point p ON p.group_id = g.id
                            LEFT JOIN LATERAL unnest(dossiers_of('point', p.id)) one ON true
                       WHERE g.id = thing GROUP BY g.round_id)
    END; END $$;

-- Refuses a change of a row. The arguments are pairs of what it belongs to and the column that says to which; the first
-- column with something in it decides.
CREATE FUNCTION refuse_after_end() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE
    thing uuid;
BEGIN
    FOR n IN 0 .. TG_NARGS - 1 BY 2 LOOP
        IF TG_OP = 'INSERT' THEN
            EXECUTE format('SELECT ($1).%I', TG_ARGV[n + 1]) INTO thing USING NEW;
        ELSE
            EXECUTE format('SELECT ($1).%I', TG_ARGV[n + 1]) INTO thing USING OLD;
        END IF;
        IF thing IS NOT NULL THEN
            PERFORM require_unended(dossiers_of(TG_ARGV[n], thing));
            EXIT;
        END IF;
    END LOOP;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

-- Ten thousand points come with one statement, so they are asked about once.
CREATE FUNCTION refuse_points_after_end() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    PERFORM require_unended(CASE WHEN version_id IS NULL THEN dossiers_of('round', round_id)
                                 ELSE dossiers_of('version', version_id) END)
    FROM (SELECT DISTINCT round_id, version_id FROM added) one;
    RETURN NULL;
END $$;
CREATE TRIGGER refuse_after_end AFTER INSERT ON point REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_points_after_end();

-- The dossier itself asks without holding the end off: its row does.
CREATE FUNCTION refuse_dossier_after_end() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
    IF OLD.state = 'PROMULGATED' THEN
        RAISE EXCEPTION 'the dossier has ended' USING ERRCODE = 'GY001';
    END IF;
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER refuse_after_end BEFORE UPDATE OR DELETE ON dossier
    FOR EACH ROW EXECUTE FUNCTION refuse_dossier_after_end();

CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON dossier_grant
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('dossier', 'dossier_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON series
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('dossier', 'dossier_id');
-- What is found in a text anew, as by a better reader, stays possible.
CREATE TRIGGER refuse_after_end BEFORE INSERT OR DELETE OR UPDATE OF label, state, repairs, file_sha256, file_name, ordinal
    ON draft_version FOR EACH ROW EXECUTE FUNCTION refuse_after_end('dossier', 'dossier_id');
CREATE TRIGGER refuse_after_end BEFORE UPDATE OF state ON alignment_tie
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'newer_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON anchor
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'version_id');

CREATE TRIGGER refuse_after_end BEFORE UPDATE OR DELETE ON round
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('round', 'id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON round_draft
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'version_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON round_question
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'version_id', 'round', 'round_id');
-- That somebody opened the text is no change of the round.
CREATE TRIGGER refuse_after_end BEFORE INSERT OR DELETE
    OR UPDATE OF name, post, person_group, ordinal, invited, closes_at, classified_at, classified_by
    ON invitee FOR EACH ROW EXECUTE FUNCTION refuse_after_end('round', 'round_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON deadline_extension
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('round', 'round_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON time_request
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('invitee', 'invitee_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON reminder
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('invitee', 'invitee_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON inner_ask
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('invitee', 'invitee_id');

CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON letter_draft
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'version_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON reply
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('invitee', 'invitee_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON reply_for
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('invitee', 'invitee_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON reply_position
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'version_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON reply_step
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('reply', 'reply_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON reply_signer
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('reply', 'reply_id');

CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON comment
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('dossier', 'dossier_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON comment_place
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('comment', 'comment_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON comment_reader
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('comment', 'comment_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON comment_file
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('comment', 'comment_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON comment_wording
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('comment', 'comment_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON thread_mark
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('comment', 'comment_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON kept_opinion
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('comment', 'comment_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON returned_file
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'version_id');

-- A point may still get its number, which is given when points are first listed.
CREATE TRIGGER refuse_change_after_end BEFORE DELETE
    OR UPDATE OF version, version_id, group_id, kind, text, replacement, outcome, basis, applied_text, assignee_id, restricted,
                 side, withdrawn
    ON point FOR EACH ROW EXECUTE FUNCTION refuse_after_end('point', 'id');
CREATE TRIGGER refuse_after_end BEFORE UPDATE OR DELETE ON point_place
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('point', 'point_id');
CREATE TRIGGER refuse_after_end BEFORE UPDATE OR DELETE ON issue_group
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('group', 'id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON edition
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('version', 'version_id', 'round', 'round_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT ON cut_text
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('round', 'round_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON desk_change
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('round', 'round_id');
CREATE TRIGGER refuse_after_end BEFORE INSERT OR UPDATE OR DELETE ON refused_proposal
    FOR EACH ROW EXECUTE FUNCTION refuse_after_end('round', 'round_id');
REVOKE DELETE ON promulgation FROM ${appRole};
