package vn.gopy.round;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.VersionId;

/**
 * Counts answers. Over all drafts an invitee counts once, by the hardest thing said: not agreed before agreed with
 * opinions before agreed.
 */
final class AnswerCounting {

    private AnswerCounting() {}

    static AnswerCounts of(
            Round round, List<Invitee> invitees, List<Reply> replies, @Nullable VersionId draft, Instant now) {
        Map<InviteeId, Reply> sent = replies.stream()
                .filter(Reply.Sent.class::isInstance)
                .collect(Collectors.toMap(Reply::inviteeId, Function.identity()));
        List<Invitee> asked = invitees.stream().filter(Invitee::invited).toList();
        // What stands for one that was asked is no answer from outside the list.
        Set<ReplyId> counted = of(asked, sent).map(Reply::id).collect(Collectors.toSet());
        int agreed = count(asked, sent, draft, Position.AGREE);
        int agreedWith = count(asked, sent, draft, Position.AGREE_WITH);
        int objected = count(asked, sent, draft, Position.OBJECT);
        int classified =
                (int) asked.stream().filter(one -> one.classifiedAt() != null).count();
        List<Invitee> silent = asked.stream()
                .filter(one -> one.classifiedAt() == null && !sent.containsKey(one.id()))
                .toList();
        return new AnswerCounts(
                asked.size(),
                agreed,
                agreedWith,
                objected,
                classified,
                silent.size(),
                (int) silent.stream().filter(one -> deemed(round, one, now)).count(),
                (int) of(asked, sent).filter(Reply::late).count(),
                (int) asked.stream().filter(Invitee::extended).count(),
                (int) of(invitees.stream().filter(one -> !one.invited()).toList(), sent)
                        .filter(reply -> !counted.contains(reply.id()))
                        .count());
    }

    private static Stream<Reply> of(List<Invitee> invitees, Map<InviteeId, Reply> sent) {
        return invitees.stream().flatMap(one -> Optional.ofNullable(sent.get(one.id())).stream());
    }

    /** All of it for one round; of how far the silent have come only where {@code progress} may be told. */
    static RoundFigures figures(
            Round round, List<Invitee> invitees, List<Reply> replies, boolean progress, Instant now) {
        Map<VersionId, AnswerCounts> drafts = new LinkedHashMap<>();
        round.drafts().forEach(draft -> drafts.put(draft, of(round, invitees, replies, draft, now)));
        Map<InviteeId, Boolean> sent = replies.stream().collect(Collectors.toMap(Reply::inviteeId, Reply::isSent));
        List<Invitee> silent = invitees.stream()
                .filter(one -> progress && one.invited() && one.classifiedAt() == null)
                .filter(one -> !sent.getOrDefault(one.id(), false))
                .toList();
        long preparing =
                silent.stream().filter(one -> sent.containsKey(one.id())).count();
        long opened = silent.stream()
                .filter(one -> !sent.containsKey(one.id()) && one.openedAt() != null)
                .count();
        return new RoundFigures(of(round, invitees, replies, null, now), drafts, (int) preparing, (int) opened);
    }

    /** Silence speaks when the invitee's own deadline has passed. */
    private static boolean deemed(Round round, Invitee invitee, Instant now) {
        return round.silence() != null && !now.isBefore(round.deadlineOf(invitee));
    }

    private static int count(
            List<Invitee> asked, Map<InviteeId, Reply> sent, @Nullable VersionId draft, Position position) {
        return (int) asked.stream()
                .filter(one -> one.classifiedAt() == null)
                .flatMap(one ->
                        Optional.ofNullable(sent.get(one.id())).flatMap(reply -> position(reply, draft)).stream())
                .filter(position::equals)
                .count();
    }

    private static Optional<Position> position(Reply reply, @Nullable VersionId draft) {
        return draft != null
                ? Optional.ofNullable(reply.positions().get(draft))
                : reply.positions().values().stream().max(Enum::compareTo);
    }
}
