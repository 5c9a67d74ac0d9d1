package vn.gopy.search.index;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.FoundKind;
import vn.gopy.draft.inside.FoundSource;
import vn.gopy.draft.inside.FoundText;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.IndexGroup;

/** Reads the present state of what changed and makes documents of it. Call it inside one snapshot of the database. */
@Component
class IndexSources {

    private static final UUID FIRST = new UUID(0, 0);
    private static final int WEIGHT_OF_PAGE = 200;

    private final List<FoundSource> inOrderOfKeys;
    private final DraftsInside drafts;
    private final Clock clock;

    IndexSources(List<FoundSource> sources, DraftsInside drafts, Clock clock) {
        this.inOrderOfKeys = sources.stream()
                .sorted(Comparator.comparing(
                        source -> IndexEntity.of(source.kind()).name()))
                .toList();
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Everything that can be found in the dossiers. */
    List<IndexGroup> groupsOf(Collection<UUID> dossiers) {
        if (dossiers.isEmpty()) {
            return List.of();
        }
        return inOrderOfKeys.stream()
                .flatMap(source -> source.in(dossiers).stream().map(IndexEntity.of(source.kind())::group))
                .toList();
    }

    /** The dossiers whose readers changed by the mere passing of time. */
    Set<UUID> dossiersTurned(Instant after, Instant until) {
        return inOrderOfKeys.stream()
                .flatMap(source -> source.dossiersTurned(after, until).stream())
                .collect(Collectors.toSet());
    }

    /**
     * The next groups of the whole database in order of their keys, of one entity: as many as may be read together. None
     * after the last.
     */
    List<IndexGroup> page(Optional<IndexGroup> after) {
        String key = after.map(IndexGroup::key).orElse("");
        for (FoundSource source : inOrderOfKeys) {
            IndexEntity entity = IndexEntity.of(source.kind());
            UUID from =
                    key.startsWith(entity.name() + ":") ? after.orElseThrow().id() : FIRST;
            if (entity.group(from).key().compareTo(key) >= 0) {
                List<UUID> page = source.after(from, WEIGHT_OF_PAGE / entity.weight());
                if (!page.isEmpty()) {
                    return page.stream().map(entity::group).toList();
                }
            }
        }
        return List.of();
    }

    /** The documents of the groups as they are now; a group that is gone or not to be found gives none. */
    List<IndexDocument> documents(Collection<IndexGroup> groups) {
        Instant now = clock.instant();
        List<Read> read = new ArrayList<>();
        for (FoundSource source : inOrderOfKeys) {
            List<UUID> things = ids(groups, IndexEntity.of(source.kind()));
            if (!things.isEmpty()) {
                source.texts(things, now).forEach(text -> read.add(new Read(source.kind(), text)));
            }
        }
        Map<UUID, Set<String>> known = readers(read);
        return read.stream()
                .flatMap(one -> {
                    Set<String> readers =
                            Objects.requireNonNull(known.get(one.text().filing().dossier()));
                    return IndexDocuments.of(one.kind(), one.text(), readers).stream();
                })
                .toList();
    }

    private record Read(FoundKind kind, FoundText text) {}

    private Map<UUID, Set<String>> readers(List<Read> read) {
        Set<UUID> dossiers =
                read.stream().map(one -> one.text().filing().dossier()).collect(Collectors.toSet());
        Map<UUID, List<String>> named = drafts.readerTokens(dossiers);
        return dossiers.stream().collect(Collectors.toMap(id -> id, id -> {
            Set<String> tokens = new LinkedHashSet<>(named.getOrDefault(id, List.of()));
            tokens.add(AccessTokens.LEADS);
            return tokens;
        }));
    }

    private static List<UUID> ids(Collection<IndexGroup> groups, IndexEntity entity) {
        return groups.stream()
                .filter(group -> group.entity() == entity)
                .map(IndexGroup::id)
                .toList();
    }
}
