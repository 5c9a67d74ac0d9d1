package vn.gopy.opinion;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.Turns;

/** Gives a page the threads that its reader may see, and afterwards only what is different. */
@Service
public class ThreadFeeds {

    /** As long as somebody may still be looking at the draft without its margin. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Turns whole = Turns.ofProcessors(LONGEST_WAIT);
    private final ThreadFeedQuery query;
    private final CommentRepository comments;
    private final CommentAnchors anchors;
    private final ThreadMarkRepository marks;
    private final Anchorings anchorings;
    private final Drafts drafts;
    private final Clock clock;

    ThreadFeeds(
            ThreadFeedQuery query,
            CommentRepository comments,
            CommentAnchors anchors,
            ThreadMarkRepository marks,
            Anchorings anchorings,
            Drafts drafts,
            Clock clock) {
        this.query = query;
        this.comments = comments;
        this.anchors = anchors;
        this.marks = marks;
        this.anchorings = anchorings;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * The threads of the version, of those before it and on its whole dossier, that the asker may see.
     *
     * @param since the mark of the feed before; everything comes when it is null, of another life of the database or not a
     *     mark at all, and when what the asker may see has changed by other things than words: roles, units, a round that
     *     closed, what became of the places of earlier versions
     */
    public ThreadFeed of(Person asker, VersionId version, @Nullable String since) {
        Standing standing = standing(asker, version, since);
        if (standing.before.isEmpty()) {
            // Many come at once when a round begins or closes: those who wait hold no connection of the database.
            try (Turns.Turn turn = whole.take()) {
                List<Comment> all = comments.visible(standing.read, asker, clock.instant());
                return feed(standing, all, true);
            }
        }
        return feed(standing, changed(asker, standing), false);
    }

    /** Whether a page with that mark would be given anything. */
    public boolean hasNews(Person asker, VersionId version, String since) {
        Standing standing = standing(asker, version, since);
        return standing.before.isEmpty()
                || !standing.vanished.isEmpty()
                || !changed(asker, standing).isEmpty();
    }

    private List<Comment> changed(Person asker, Standing standing) {
        String from = standing.before.orElseThrow().transaction();
        return comments.changed(standing.read, from, asker, clock.instant());
    }

    private ThreadFeed feed(Standing standing, List<Comment> given, boolean whole) {
        return new ThreadFeed(
                given,
                anchors.of(standing.earlier, given),
                marks(given),
                whole ? List.of() : standing.vanished,
                standing.mark.toString(),
                whole);
    }

    /**
     * Where a page stands that asks.
     *
     * @param mark up to where it is told now
     * @param before the mark that it has, if what is different since then is enough
     */
    private record Standing(
            Beside read, EarlierVersions earlier, Mark mark, Optional<Mark> before, List<CommentId> vanished) {}

    // No transaction: each statement looks at its own moment within one as well, and a connection that is kept from the
    // first
    // to the last would be kept while others wait.
    private Standing standing(Person asker, VersionId version, @Nullable String since) {
        DraftVersion draft = drafts.get(asker, version);
        EarlierVersions earlier = anchorings.before(draft);
        Beside read = Beside.of(draft, earlier.ids());
        Optional<Mark> asked = Mark.of(since);
        ThreadFeedQuery.Point point =
                query.point(read, asked.map(Mark::transaction).orElse(null), asker, clock.instant());
        Mark mark = new Mark(point.life(), point.transaction(), terms(asker, earlier, point));
        return new Standing(read, earlier, mark, asked.filter(mark::follows), point.vanished());
    }

    /** What was said without words of these threads; nothing of those that were taken back. */
    @Transactional(readOnly = true)
    public Map<CommentId, List<ThreadMark>> marks(Collection<Comment> comments) {
        List<CommentId> roots = comments.stream()
                .filter(one -> one.isRoot() && one.state() == CommentState.SENT)
                .map(Comment::id)
                .toList();
        return roots.isEmpty() ? Map.of() : marks.of(roots);
    }

    /** What is seen of opinions, and where, besides the opinions themselves, as one short word. */
    private static String terms(Person asker, EarlierVersions earlier, ThreadFeedQuery.Point point) {
        List<Object> facts = new ArrayList<>(List.of(asker.id(), earlier.state(), new TreeSet<>(asker.roles())));
        asker.memberships().forEach(one -> facts.add(one.unitId() + " " + one.role()));
        if (asker.is(Role.CHAIR)) {
            facts.addAll(point.closed());
        }
        return Sha256.of(facts.toString()).substring(0, 16);
    }

    /**
     * Up to where a page has been told.
     *
     * @param life of the database server: numbers of another one mean nothing
     * @param transaction the oldest that was not finished then
     */
    private record Mark(String life, String transaction, String terms) {

        static Optional<Mark> of(@Nullable String written) {
            return Optional.ofNullable(written)
                    .filter(text -> text.matches("[0-9a-z]{1,20}\\.[0-9]{1,19}\\.[0-9a-f]{16}"))
                    .map(text -> text.split("\\."))
                    .map(part -> new Mark(part[0], part[1], part[2]));
        }

        boolean follows(Mark before) {
            return life.equals(before.life) && terms.equals(before.terms);
        }

        @Override
        public String toString() {
            return life + "." + transaction + "." + terms;
        }
    }
}
