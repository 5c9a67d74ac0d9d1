package vn.gopy.consolidation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.consolidation.Point.PointPlace;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.VersionAlignments;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.draft.anchor.Anchoring;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.draft.anchor.HandRepository;
import vn.gopy.draft.anchor.Spot;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.PlacedOpinion;
import vn.gopy.opinion.ThreadFeed;
import vn.gopy.opinion.ThreadFeeds;

/**
 * Every opinion on the versions before one that the asker may see, wherever it was said: in threads and on paper. Each
 * counts once; what became of it stands with it for those who may know.
 */
@Service
public class EarlierOpinions {

    private final ThreadFeeds threads;
    private final PointQuery points;
    private final Anchorings anchorings;
    private final HandRepository hands;
    private final Drafts drafts;
    private final VersionAlignments alignments;
    private final Clock clock;

    EarlierOpinions(
            ThreadFeeds threads,
            PointQuery points,
            Anchorings anchorings,
            HandRepository hands,
            Drafts drafts,
            VersionAlignments alignments,
            Clock clock) {
        this.threads = threads;
        this.points = points;
        this.anchorings = anchorings;
        this.hands = hands;
        this.drafts = drafts;
        this.alignments = alignments;
        this.clock = clock;
    }

    /** In the order of their points, then those that count in no round as they were said. As many statements for all. */
    @Transactional(readOnly = true)
    public List<EarlierOpinion> of(Person asker, VersionId id) {
        EarlierVersions earlier = anchorings.before(drafts.get(asker, id));
        if (earlier.ids().isEmpty()) {
            return List.of();
        }
        ThreadFeed feed = threads.of(asker, id, null);
        List<Comment> said = feed.comments().stream()
                .filter(one -> feed.placed().containsKey(one.id()) && one.state() == CommentState.SENT)
                .toList();
        List<Point> counted = points.onVersions(earlier.ids(), asker, clock.instant());
        List<EarlierOpinion> opinions = new ArrayList<>(counted(counted, said, feed, earlier));
        Set<CommentId> told = opinions.stream()
                .map(EarlierOpinion::comment)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        said.stream()
                .filter(one -> !told.contains(one.id()))
                .forEach(one -> opinions.add(inThread(one, null, at(feed, one))));
        return guessed(asker, id, opinions);
    }

    /** A point that was made of an opinion in a thread stands where that does. */
    private List<EarlierOpinion> counted(
            List<Point> counted, List<Comment> said, ThreadFeed feed, EarlierVersions earlier) {
        Map<CommentId, Comment> byId = said.stream().collect(Collectors.toMap(Comment::id, Function.identity()));
        Map<PointId, Map<VersionId, Anchoring.Hand>> put = hands.of(
                HandRepository.Subject.POINT, counted.stream().map(Point::id).toList());
        return counted.stream()
                .map(point -> {
                    Comment comment = point.commentId() == null ? null : byId.get(point.commentId());
                    return comment == null
                            ? onPaper(point, earlier, put.getOrDefault(point.id(), Map.of()))
                            : inThread(comment, point, at(feed, comment));
                })
                .toList();
    }

    private static PlacedOpinion at(ThreadFeed feed, Comment comment) {
        return Objects.requireNonNull(feed.placed().get(comment.id()));
    }

    /**
     * How a place of the version came to be as it is: its words in every version that had it, oldest first, and what was said of
     * it before with what became of that.
     */
    @Transactional(readOnly = true)
    public Life life(Person asker, ProvisionId id) {
        PlacedProvision place = drafts.provision(asker, id);
        EarlierVersions earlier = anchorings.before(drafts.get(asker, place.versionId()));
        List<EarlierOpinion> said = of(asker, place.versionId()).stream()
                .filter(one -> one.anchor() != null && id.equals(one.anchor().place()))
                .toList();
        return new Life(earlier.lifeOf(id), said);
    }

    /** @param stages the version itself last; none where there is no version before */
    public record Life(List<EarlierVersions.Stage> stages, List<EarlierOpinion> said) {}

    private static EarlierOpinion inThread(Comment comment, @Nullable Point point, PlacedOpinion placed) {
        String who = comment.author().unit() == null
                ? comment.author().name()
                : comment.author().unitName();
        return new EarlierOpinion(
                comment.id(),
                point == null ? null : point.id(),
                comment.version(),
                point == null ? null : point.number(),
                point == null ? who : point.who(),
                comment.text().isBlank() ? Objects.requireNonNullElse(comment.replacement(), "") : comment.text(),
                placed.ordinal(),
                placed.place(),
                placed.anchor(),
                point == null ? null : point.outcome(),
                point == null ? "" : point.answer(),
                comment.restricted() || (point != null && point.restricted()),
                null);
    }

    private static EarlierOpinion onPaper(Point point, EarlierVersions earlier, Map<VersionId, Anchoring.Hand> put) {
        VersionId from = Objects.requireNonNull(point.versionId());
        Optional<PointPlace> main = point.mainPlace();
        Anchoring way = earlier.from(from);
        Anchor anchor = main.map(place -> way.of(new Spot(place.provision(), null), put::get))
                .orElse(null);
        return new EarlierOpinion(
                null,
                point.id(),
                point.version(),
                point.number(),
                point.who(),
                point.text(),
                earlier.ordinal(from),
                main.flatMap(place -> way.name(place.provision())).orElse(""),
                anchor,
                point.outcome(),
                point.answer(),
                point.restricted(),
                null);
    }

    /** For what has lost its place, the new place that speaks most of the same. */
    private List<EarlierOpinion> guessed(Person asker, VersionId id, List<EarlierOpinion> opinions) {
        if (opinions.stream().noneMatch(EarlierOpinions::isLost)) {
            return opinions;
        }
        List<PlacedProvision> fresh = alignments.newPlaces(asker, id);
        var likely = new LikelyPlaces(fresh);
        return opinions.stream()
                .map(one -> isLost(one) ? one.with(likely.of(one.text()).orElse(null)) : one)
                .toList();
    }

    private static boolean isLost(EarlierOpinion opinion) {
        Anchor anchor = opinion.anchor();
        return anchor != null && (anchor.state() == AnchorState.UNPLACED || anchor.state() == AnchorState.REMOVED);
    }
}
