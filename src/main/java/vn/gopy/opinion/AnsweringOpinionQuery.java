package vn.gopy.opinion;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.round.AnsweringOpinions;
import vn.gopy.round.Invitee;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.Round;
import vn.gopy.shared.Limits;
import vn.gopy.shared.SqlParameters;

@Repository
class AnsweringOpinionQuery implements AnsweringOpinions {

    private final JdbcClient jdbc;
    private final CommentRepository comments;
    private final Sending sending;
    private final PlaceNames names;
    private final Clock clock;

    AnsweringOpinionQuery(JdbcClient jdbc, CommentRepository comments, Sending sending, PlaceNames names, Clock clock) {
        this.jdbc = jdbc;
        this.comments = comments;
        this.sending = sending;
        this.names = names;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Said> of(Person asker, Round round, Invitee invitee) {
        Instant now = clock.instant();
        PlaceNames.Reading places = names.reading();
        return comments.visible(said(asker, round, invitee), asker, now).stream()
                .filter(comment -> comment.id().equals(comment.root()))
                .map(comment -> placed(comment, round, places))
                .sorted(Comparator.comparingInt(Placed::draft)
                        .thenComparing(one -> one.place().position()))
                .map(Placed::said)
                .toList();
    }

    @Override
    public void handIn(Person asker, Collection<UUID> ids) {
        sending.send(asker, ids.stream().map(CommentId::new).toList());
    }

    /** What the unit or the person has said or begins to say; who may see which of it is asked afterwards. */
    private List<CommentId> said(Person asker, Round round, Invitee invitee) {
        return jdbc.sql("""
                SELECT c.id FROM comment c
                WHERE c.id = c.root_id AND c.kind <> 'AGREE'
                  AND CASE WHEN :unit::uuid IS NULL THEN c.unit_id IS NULL AND c.author_id = :person
                           ELSE c.unit_id = :unit END
                  AND ((c.state = 'SENT' AND c.round_id = :round)
                       OR ((c.state = 'UNIT_DRAFT' OR (c.state = 'UNSENT' AND c.author_id = :asker))
                           AND EXISTS (SELECT FROM round_draft rd JOIN draft_version v ON v.id = rd.version_id
                                       WHERE rd.round_id = :round
                                         AND (v.id = c.version_id
                                              OR (c.version_id IS NULL AND v.dossier_id = c.dossier_id)))))
                ORDER BY c.id LIMIT :most
                """)
                .paramSource(SqlParameters.of("round", round.id())
                        .and("unit", invitee.unit())
                        .and("person", invitee.person())
                        .and("asker", asker.id())
                        .and("most", Limits.LIST))
                .query((row, n) -> new CommentId(row.getObject("id", UUID.class)))
                .list();
    }

    private record Placed(int draft, PlaceNames.Place place, Said said) {}

    private static Placed placed(Comment comment, Round round, PlaceNames.Reading places) {
        VersionId version = comment.versionId();
        PlaceNames.Place place = version == null
                ? places.whole(comment.dossierId(), round.drafts())
                : places.of(version, comment.provisionId());
        Said said = new Said(
                comment.id().value(),
                version,
                place.name(),
                place.path(),
                Objects.requireNonNullElse(comment.quote(), ""),
                comment.text(),
                comment.replacement(),
                comment.author().name(),
                switch (comment.state()) {
                    case UNSENT -> Stage.UNSENT;
                    case UNIT_DRAFT -> Stage.PREPARED;
                    case SENT, WITHDRAWN -> Stage.SENT;
                });
        return new Placed(version == null ? -1 : round.drafts().indexOf(version), place, said);
    }
}
