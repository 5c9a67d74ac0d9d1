package vn.gopy.opinion;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.shared.Sha256;

/** Gives a page the threads that its reader may see, and afterwards only what is different. */
@Service
public class ThreadFeeds {

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
    // Each statement looks at its own moment in a transaction as well; without one its end need not be told to the
    // database.
    @Transactional(readOnly = true, propagation = Propagation.SUPPORTS)
    public ThreadFeed of(Person asker, VersionId version, @Nullable String since) {
        DraftVersion draft = drafts.get(asker, version);
        EarlierVersions earlier = anchorings.before(draft);
        Beside read = Beside.of(draft, earlier.ids());
        Instant now = clock.instant();
        Optional<Mark> asked = Mark.of(since);
        ThreadFeedQuery.Point point =
                query.point(read, asked.map(Mark::transaction).orElse(null), asker, now);
        Mark mark = new Mark(point.life(), point.transaction(), terms(asker, earlier, point));
        Optional<Mark> before = asked.filter(mark::follows);
        if (before.isEmpty()) {
            List<Comment> all = comments.visible(read, asker, now);
            return new ThreadFeed(all, anchors.of(earlier, all), marks(all), List.of(), mark.toString(), true);
        }
        String from = before.get().transaction();
        List<Comment> changed = comments.changed(read, from, asker, now);
        return new ThreadFeed(
                changed, anchors.of(earlier, changed), marks(changed), point.vanished(), mark.toString(), false);
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
