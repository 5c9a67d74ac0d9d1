package vn.gopy.opinion;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.round.Deadlines;
import vn.gopy.round.RoundId;
import vn.gopy.round.SentOpinions;
import vn.gopy.shared.SqlParameters;

@Repository
class SentOpinionQuery implements SentOpinions {

    private static final String ON_DRAFT = """
            EXISTS (SELECT FROM comment c
                    WHERE c.round_id = r.id AND c.id = c.root_id AND c.state = 'SENT' AND c.kind <> 'AGREE'
                      AND %s
                      AND (c.version_id = asked.id OR (c.version_id IS NULL AND c.dossier_id = asked.dossier_id))
                      AND (NOT c.late OR rp.sent_at IS NULL OR c.sent_at <= rp.sent_at))""";

    private final JdbcClient jdbc;

    SentOpinionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void judgeLateness(RoundId round) {
        jdbc.sql("""
                UPDATE comment c SET late = c.sent_at >= d.deadline
                FROM (SELECT c.id, coalesce((SELECT %s FROM invitee i WHERE i.round_id = r.id AND %s LIMIT 1),
                                            coalesce(r.closed_at, r.closes_at)) AS deadline
                      FROM comment c JOIN round r ON r.id = c.round_id WHERE r.id = :round) d
                WHERE d.id = c.id AND c.late <> (c.sent_at >= d.deadline)
                """.formatted(
                                Deadlines.OF_INVITEE,
                                "(c.unit_id = i.unit_id OR (c.unit_id IS NULL AND c.author_id = i.person_id))"))
                .paramSource(SqlParameters.of("round", round))
                .update();
    }

    @Override
    public String onDraftOfPosition() {
        return "("
                + ON_DRAFT.formatted("c.unit_id = i.unit_id")
                + " OR "
                + ON_DRAFT.formatted("c.author_id = i.person_id AND (c.unit_id IS NULL OR c.capacity = 'BOTH')")
                + " OR "
                + ON_DRAFT.formatted("rp.capacity = 'BOTH' AND c.unit_id = (SELECT answering.unit_id"
                        + " FROM invitee answering WHERE answering.id = rp.invitee_id)")
                + ")";
    }
}
