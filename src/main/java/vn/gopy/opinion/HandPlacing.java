package vn.gopy.opinion;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.draft.anchor.HandRepository;
import vn.gopy.draft.anchor.PlacingByHand;
import vn.gopy.shared.Refusal;

/**
 * Đặt lại chỗ của ý kiến: an opinion of an earlier version is put at a place of a later one, or it is said that it has none
 * there. Versions after that follow from there.
 */
@Service
public class HandPlacing {

    private static final HandRepository.Subject SUBJECT = HandRepository.Subject.COMMENT;

    private final Comments comments;
    private final CommentRepository repository;
    private final CommentAnchors anchors;
    private final PlacingByHand placing;
    private final CommentLog log;

    HandPlacing(
            Comments comments,
            CommentRepository repository,
            CommentAnchors anchors,
            PlacingByHand placing,
            CommentLog log) {
        this.comments = comments;
        this.repository = repository;
        this.anchors = anchors;
        this.placing = placing;
        this.log = log;
    }

    /** An opinion as it was changed, and how it stands to the version now. */
    public record Placed(Comment comment, PlacedOpinion at) {}

    /**
     * Refuses who may not see the opinion, as {@link PlacingByHand} does, and what is no sent opinion of a version before
     * (422).
     */
    @Transactional(readOnly = true)
    public void requirePlaceable(Person asker, CommentId id, VersionId version) {
        placeable(asker, id, placing.require(asker, version));
    }

    private Comment placeable(Person asker, CommentId id, EarlierVersions earlier) {
        Comment comment = comments.get(asker, id);
        boolean sent = comment.isRoot() && comment.state() == CommentState.SENT;
        if (!sent || comment.versionId() == null || !earlier.ids().contains(comment.versionId())) {
            throw Refusal.unprocessable("ANCHOR_NOT_EARLIER");
        }
        return comment;
    }

    /**
     * Puts the opinion there.
     *
     * @param seen the number of the opinion that the asker looked at
     * @param place of that version; null where it has none
     */
    @Transactional
    public Placed put(Person asker, CommentId id, int seen, VersionId version, @Nullable ProvisionId place) {
        return done(asker, id, placing.put(asker, SUBJECT, id, version, place, found(asker, id, seen)));
    }

    /** Lets it stand where the ties of the versions put it. */
    @Transactional
    public Placed release(Person asker, CommentId id, int seen, VersionId version) {
        return done(asker, id, placing.release(asker, SUBJECT, id, version, found(asker, id, seen)));
    }

    private Function<EarlierVersions, PlacingByHand.Placeable<PlacedOpinion>> found(
            Person asker, CommentId id, int seen) {
        return earlier -> {
            Comment comment = placeable(asker, id, earlier);
            return new PlacingByHand.Placeable<>(() -> at(comment, earlier), () -> repository.touch(id, seen));
        };
    }

    private Placed done(Person asker, CommentId id, PlacingByHand.Put<PlacedOpinion> put) {
        Comment comment = comments.get(asker, id);
        log.record(asker, "COMMENT_PLACED", comment, Change.of("anchor", words(put.before()), words(put.after())));
        log.announce(comment, comment.state());
        return new Placed(comment, put.after());
    }

    private PlacedOpinion at(Comment comment, EarlierVersions earlier) {
        return Objects.requireNonNull(anchors.of(earlier, List.of(comment)).get(comment.id()));
    }

    private static String words(PlacedOpinion placed) {
        return placed.anchor().state() + " " + placed.anchor().place();
    }
}
