package vn.gopy.opinion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.anchor.Anchorings;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.shared.Refusal;

/**
 * Đặt lại chỗ của ý kiến: those who may finish the check of a version put an opinion of an earlier one at a place of it,
 * or say that it has none. Versions after it follow from there.
 */
@Service
public class HandPlacing {

    private final Comments comments;
    private final CommentRepository repository;
    private final CommentAnchorRepository hands;
    private final CommentAnchors anchors;
    private final Anchorings anchorings;
    private final Drafts drafts;
    private final CommentLog log;

    HandPlacing(
            Comments comments,
            CommentRepository repository,
            CommentAnchorRepository hands,
            CommentAnchors anchors,
            Anchorings anchorings,
            Drafts drafts,
            CommentLog log) {
        this.comments = comments;
        this.repository = repository;
        this.hands = hands;
        this.anchors = anchors;
        this.anchorings = anchorings;
        this.drafts = drafts;
        this.log = log;
    }

    /** An opinion as it was changed, and how it stands to the version now. */
    public record Placed(Comment comment, PlacedOpinion at) {}

    /**
     * Refuses who may not see the opinion or the version (404), who may not place opinions on it (403), before its check is
     * finished (409), and what is no sent opinion of a version before it (422).
     */
    @Transactional(readOnly = true)
    public void requirePlaceable(Person asker, CommentId id, VersionId version) {
        placeable(asker, id, version);
    }

    private Comment placeable(Person asker, CommentId id, VersionId version) {
        Comment comment = comments.get(asker, id);
        DraftVersion read = drafts.get(asker, version);
        if (!drafts.mayPublish(asker, read)) {
            throw Refusal.forbidden();
        }
        if (read.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        boolean sent = comment.isRoot() && comment.state() == CommentState.SENT;
        if (!sent
                || comment.versionId() == null
                || !anchorings.before(read).ids().contains(comment.versionId())) {
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
        drafts.hold(version);
        Comment comment = placeable(asker, id, version);
        if (place != null && !drafts.provision(asker, place).versionId().equals(version)) {
            throw Refusal.unprocessable("PLACES_ELSEWHERE");
        }
        PlacedOpinion before = at(asker, comment, version);
        change(id, seen);
        hands.put(id, version, place, asker.id(), log.now());
        return recorded(asker, comment, version, before);
    }

    /** Lets it stand where the ties of the versions put it. */
    @Transactional
    public Placed release(Person asker, CommentId id, int seen, VersionId version) {
        drafts.hold(version);
        Comment comment = placeable(asker, id, version);
        PlacedOpinion before = at(asker, comment, version);
        change(id, seen);
        hands.forget(id, version);
        return recorded(asker, comment, version, before);
    }

    private void change(CommentId id, int seen) {
        if (!repository.touch(id, seen)) {
            throw Refusal.stale();
        }
    }

    private Placed recorded(Person asker, Comment comment, VersionId version, PlacedOpinion before) {
        PlacedOpinion after = at(asker, comment, version);
        log.record(asker, "COMMENT_PLACED", comment, Change.of("anchor", words(before), words(after)));
        log.announce(comment, comment.state());
        return new Placed(comments.get(asker, comment.id()), after);
    }

    private PlacedOpinion at(Person asker, Comment comment, VersionId version) {
        EarlierVersions earlier = anchorings.before(drafts.get(asker, version));
        Map<CommentId, PlacedOpinion> placed = anchors.of(earlier, List.of(comment));
        return Optional.ofNullable(placed.get(comment.id())).orElseThrow();
    }

    private static String words(PlacedOpinion placed) {
        return placed.anchor().state() + " " + placed.anchor().place();
    }
}
