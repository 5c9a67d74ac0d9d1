package vn.gopy.consultation;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Membership;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DossierAccess;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.SqlParameters;

/** What waits for a person, and what is new for the person. */
@Service
public class Desk {

    private final DeskQuery query;
    private final Rounds rounds;
    private final Replies replies;
    private final Clock clock;

    Desk(DeskQuery query, Rounds rounds, Replies replies, Clock clock) {
        this.query = query;
        this.rounds = rounds;
        this.replies = replies;
        this.clock = clock;
    }

    /** Something to do, with the path to do it. */
    public sealed interface Task {

        String path();

        /** Own opinions on a draft that are not sent yet. */
        record Unsent(String path, String dossier, int count) implements Task {}

        /** A round that the person, or a unit of the person, has not answered. */
        record ToAnswer(String path, String title, String who, Instant deadline) implements Task {}

        /** A unit's reply that its head has to send. */
        record ToApprove(String path, String title, String who) implements Task {}

        /** Invitees of an open round who have not answered, for the secretariat. */
        record ToRemind(String path, String title, int unopened, int opened, int preparing, Instant deadline)
                implements Task {}

        /** A draft whose structure the person has to check. */
        record ToCheck(String path, String dossier, int ordinal) implements Task {}
    }

    /** A sent opinion or reply that the person may see. */
    public record News(String path, String author, String excerpt, String place, Instant at) {}

    /** What waits, the most urgent kind first. */
    @Transactional(readOnly = true)
    public List<Task> tasks(Person asker) {
        List<Task> tasks = new ArrayList<>();
        for (Round round : rounds.list(asker)) {
            if (round.state(clock.instant()) == RoundState.OPEN) {
                List<Replies.Answer> answers = replies.list(asker, round.id());
                answers.stream()
                        .flatMap(answer -> task(asker, round, answer).stream())
                        .forEach(tasks::add);
                if (asker.is(Role.SECRETARIAT)) {
                    tasks.addAll(toRemind(round, answers));
                }
            }
        }
        tasks.addAll(query.unsent(asker, clock.instant()));
        tasks.addAll(query.toCheck(asker, clock.instant()));
        return tasks;
    }

    private static List<Task> toRemind(Round round, List<Replies.Answer> answers) {
        List<Replies.Answer> open = answers.stream()
                .filter(answer -> answer.invitee().classifiedAt() == null)
                .filter(answer -> answer.reply().map(Reply::state).orElse(ReplyState.PREPARING) != ReplyState.SENT)
                .toList();
        int preparing =
                (int) open.stream().filter(answer -> answer.reply().isPresent()).count();
        int opened = (int) open.stream()
                .filter(answer -> answer.reply().isEmpty() && answer.invitee().openedAt() != null)
                .count();
        return open.isEmpty()
                ? List.of()
                : List.of(new Task.ToRemind(
                        "/dot/" + round.id(),
                        round.title(),
                        open.size() - opened - preparing,
                        opened,
                        preparing,
                        round.closes()));
    }

    private static List<Task> task(Person asker, Round round, Replies.Answer answer) {
        Invitee invitee = answer.invitee();
        boolean own = asker.id().equals(invitee.person());
        UnitRole role = asker.memberships().stream()
                .filter(one -> one.unitId().equals(invitee.unit()))
                .map(Membership::role)
                .findFirst()
                .orElse(null);
        if (invitee.classifiedAt() != null || (!own && role == null)) {
            return List.of();
        }
        ReplyState state = answer.reply().map(Reply::state).orElse(ReplyState.PREPARING);
        String path = "/dot/" + round.id();
        Instant deadline = round.deadlineOf(invitee);
        return switch (state) {
            case PREPARING -> List.of(new Task.ToAnswer(path, round.title(), invitee.name(), deadline));
            case SUBMITTED ->
                role == UnitRole.HEAD ? List.of(new Task.ToApprove(path, round.title(), invitee.name())) : List.of();
            case SENT, REPLACED -> List.of();
        };
    }

    /** The latest that was said, newest first; never more than a dozen. */
    @Transactional(readOnly = true)
    public List<News> news(Person asker) {
        return query.news(asker, clock.instant());
    }
}

@Repository
class DeskQuery {

    private static final int MOST_NEWS = 8;
    private static final int LONGEST_EXCERPT = 140;

    private final JdbcClient jdbc;

    DeskQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Desk.Task.Unsent> unsent(Person asker, Instant now) {
        return jdbc.sql("""
                SELECT d.id, d.title, v.ordinal, count(*) AS number
                FROM comment c JOIN draft_version v ON v.id = c.version_id JOIN dossier d ON d.id = v.dossier_id
                WHERE c.state = 'UNSENT' AND c.author_id = :asker AND %s
                GROUP BY d.id, d.title, v.ordinal ORDER BY max(c.created_at) DESC
                """.formatted(DossierAccess.READABLE))
                .paramSource(DossierAccess.parameters(asker, now))
                .query((row, n) -> new Desk.Task.Unsent(
                        "/ho-so/" + row.getObject("id", UUID.class) + "/du-thao/" + row.getInt("ordinal"),
                        row.getString("title"),
                        row.getInt("number")))
                .list();
    }

    List<Desk.Task.ToCheck> toCheck(Person asker, Instant now) {
        return jdbc.sql("""
                SELECT d.id, d.title, v.ordinal
                FROM draft_version v JOIN dossier d ON d.id = v.dossier_id JOIN series s ON s.id = v.series_id
                WHERE v.state = 'REVIEW' AND s.role = 'MAIN' AND (v.uploaded_by = :asker OR d.owner_id = :asker) AND %s
                ORDER BY v.uploaded_at DESC
                """.formatted(DossierAccess.READABLE))
                .paramSource(DossierAccess.parameters(asker, now))
                .query((row, n) -> new Desk.Task.ToCheck(
                        "/ho-so/" + row.getObject("id", UUID.class), row.getString("title"), row.getInt("ordinal")))
                .list();
    }

    List<Desk.News> news(Person asker, Instant now) {
        SqlParameters parameters = CommentAccess.parameters(asker, now).and("most", MOST_NEWS);
        return jdbc.sql("""
                SELECT d.id, d.title, v.ordinal, m.author_name, m.unit_name, m.text, m.replacement, m.sent_at, p.body, p.path
                FROM comment c JOIN comment m ON m.root_id = c.id JOIN draft_version v ON v.id = c.version_id
                     JOIN dossier d ON d.id = v.dossier_id JOIN provision p ON p.id = c.provision_id
                WHERE c.id = c.root_id AND m.state = 'SENT' AND m.author_id <> :asker AND %s AND %s AND %s
                ORDER BY m.sent_at DESC, m.id DESC LIMIT :most
                """.formatted(CommentAccess.VISIBLE, DossierAccess.VISIBLE, DossierAccess.READABLE))
                .paramSource(parameters)
                .query((row, n) -> new Desk.News(
                        "/ho-so/" + row.getObject("id", UUID.class) + "/du-thao/" + row.getInt("ordinal") + "#"
                                + row.getString("body") + "/" + row.getString("path"),
                        row.getString("unit_name").isEmpty()
                                ? row.getString("author_name")
                                : row.getString("unit_name"),
                        Excerpt.of(
                                row.getString("text").isEmpty() ? row.getString("replacement") : row.getString("text"),
                                LONGEST_EXCERPT),
                        row.getString("title"),
                        row.getTimestamp("sent_at").toInstant()))
                .list();
    }
}
