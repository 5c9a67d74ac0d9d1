package vn.gopy.consolidation.archive;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.audit.AuditEntry;
import vn.gopy.audit.AuditQuery;
import vn.gopy.audit.Trail;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.shared.Moments;

/** What goes with a dossier as lines for a spreadsheet: the letters that came in, and who did what with it when. */
@Component
class ArchivedRecords {

    /** So many of the latest rows of each subject. */
    private static final int MOST_ROWS = 10_000;

    /** What a leader has read is nobody else's business. */
    private static final Set<String> READING = Set.of("REPLIES_READ");

    private final Replies replies;
    private final Trail trail;

    ArchivedRecords(Replies replies, Trail trail) {
        this.replies = replies;
        this.trail = trail;
    }

    /** The letters by which a round was answered, as far as the person may read the answers. */
    String letters(Person asker, Round round) {
        return lines(
                List.of("Cơ quan, cá nhân", "Số, ký hiệu", "Ngày văn bản", "Ngày gửi"),
                replies.list(asker, round.id()).stream()
                        .filter(answer -> answer.readable()
                                && answer.reply().filter(Reply::isSent).isPresent())
                        .map(answer ->
                                line(answer.invitee().name(), answer.reply().orElseThrow())));
    }

    private static List<String> line(String name, Reply reply) {
        return List.of(
                name,
                reply.letterNumber(),
                reply.letterDate() == null ? "" : Moments.date(reply.letterDate()),
                reply.sentAt() == null
                        ? ""
                        : Moments.date(reply.sentAt().atZone(Moments.ZONE).toLocalDate()));
    }

    /** The rows of the trail about these subjects, in the order of time: codes, names and hashes, no words. */
    String trail(Collection<UUID> subjects) {
        return lines(
                List.of("Lúc", "Người thực hiện", "Việc", "Đối tượng", "Mã đối tượng", "Mã kiểm tra"),
                subjects.stream()
                        .flatMap(subject -> trail.find(new AuditQuery(subject, null, null, null, MOST_ROWS)).stream())
                        .filter(row -> !READING.contains(row.action()))
                        .sorted(Comparator.comparing(AuditEntry::at))
                        .map(row -> List.of(
                                row.at().toString(),
                                row.actorName(),
                                row.action(),
                                row.subjectType(),
                                String.valueOf(row.subjectId()),
                                row.contentHash())));
    }

    private static String lines(List<String> heading, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(heading), rows)
                .map(row -> row.stream().map(ArchivedRecords::cell).collect(Collectors.joining(";", "", "\r\n")))
                .collect(Collectors.joining());
    }

    /** In quotes; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String cell(String words) {
        String safe = words.isEmpty() || "=+-@\t\r".indexOf(words.charAt(0)) < 0 ? words : "'" + words;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
