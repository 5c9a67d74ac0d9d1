package vn.gopy.opinion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.Anchoring;
import vn.gopy.draft.anchor.EarlierVersions;
import vn.gopy.draft.anchor.HandRepository;
import vn.gopy.draft.anchor.Spot;

/** Finds where opinions of earlier versions stand now: as the ties of the versions say, and where people have put them. */
@Component
class CommentAnchors {

    private final HandRepository hands;

    CommentAnchors(HandRepository hands) {
        this.hands = hands;
    }

    /** For each of the first opinions that was said of one of the versions. One statement, however many they are. */
    Map<CommentId, PlacedOpinion> of(EarlierVersions earlier, Collection<Comment> comments) {
        Set<VersionId> versions = Set.copyOf(earlier.ids());
        List<Comment> roots = comments.stream()
                .filter(Comment::isRoot)
                .filter(one -> one.versionId() != null && versions.contains(one.versionId()))
                .toList();
        if (roots.isEmpty()) {
            return Map.of();
        }
        Map<CommentId, Map<VersionId, Anchoring.Hand>> put = hands.of(
                HandRepository.Subject.COMMENT, roots.stream().map(Comment::id).toList());
        Map<CommentId, PlacedOpinion> placed = new HashMap<>();
        roots.forEach(root -> placed.put(root.id(), placed(root, earlier, put.getOrDefault(root.id(), Map.of()))));
        return placed;
    }

    private static PlacedOpinion placed(Comment root, EarlierVersions earlier, Map<VersionId, Anchoring.Hand> put) {
        VersionId from = Objects.requireNonNull(root.versionId());
        ProvisionId origin = Objects.requireNonNull(root.provisionId());
        Anchoring way = earlier.from(from);
        Anchor anchor = way.of(new Spot(origin, root.quotation()), put::get);
        return new PlacedOpinion(
                anchor,
                from,
                earlier.ordinal(from),
                origin,
                way.name(origin).orElse(""),
                uptake(root.replacement(), anchor, way));
    }

    private static @Nullable Uptake uptake(@Nullable String proposed, Anchor anchor, Anchoring way) {
        if (proposed == null) {
            return null;
        }
        ProvisionId place = anchor.place();
        return Uptake.of(proposed, anchor, place == null ? null : way.now(place).orElse(null));
    }
}
