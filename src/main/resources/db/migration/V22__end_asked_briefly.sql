-- The same answers as before: each kind is a statement of its own, so that what it asks is planned once in a connection. As one
-- expression all of them were planned for every row that was written.
CREATE OR REPLACE FUNCTION dossiers_of(kind text, thing uuid) RETURNS uuid[] LANGUAGE plpgsql STABLE AS
$$ BEGIN
    IF kind = 'dossier' THEN
        RETURN ARRAY[thing];
    ELSIF kind = 'version' THEN
        RETURN (SELECT array_agg(dossier_id) FROM draft_version WHERE id = thing);
    ELSIF kind = 'comment' THEN
        RETURN (SELECT array_agg(dossier_id) FROM comment WHERE id = thing);
    ELSIF kind = 'round' THEN
        RETURN (SELECT array_agg(v.dossier_id) FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                WHERE rd.round_id = thing);
    ELSIF kind = 'invitee' THEN
        RETURN (SELECT dossiers_of('round', round_id) FROM invitee WHERE id = thing);
    ELSIF kind = 'reply' THEN
        RETURN (SELECT dossiers_of('invitee', invitee_id) FROM reply WHERE id = thing);
    ELSIF kind = 'tie' THEN
        RETURN (SELECT dossiers_of('version', newer_id) FROM alignment_tie WHERE id = thing);
    ELSIF kind = 'point' THEN
        RETURN (SELECT CASE WHEN version_id IS NULL THEN dossiers_of('round', round_id)
                            ELSE dossiers_of('version', version_id) END FROM point WHERE id = thing);
    ELSIF kind = 'group' THEN
        RETURN (SELECT coalesce(array_agg(one), dossiers_of('round', g.round_id))
                FROM issue_group g LEFT JOIN point p ON p.group_id = g.id
                     LEFT JOIN LATERAL unnest(dossiers_of('point', p.id)) one ON true
                WHERE g.id = thing GROUP BY g.round_id);
    END IF;
    RAISE EXCEPTION 'nothing is known of dossiers of a %', kind;
END $$;
