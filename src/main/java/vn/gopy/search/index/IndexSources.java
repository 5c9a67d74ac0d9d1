package vn.gopy.search.index;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.Outline;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.engine.IndexGroup;
import vn.gopy.search.index.SourceQuery.VersionSource;

/** Reads the present state of what changed and makes documents of it. Call it inside one snapshot of the database. */
@Component
class IndexSources {

    private final SourceQuery sources;
    private final DraftsInside drafts;
    private final Clock clock;

    IndexSources(SourceQuery sources, DraftsInside drafts, Clock clock) {
        this.sources = sources;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Everything that can be found in a dossier. */
    List<IndexGroup> groupsOf(UUID dossier) {
        return sources.groupsOf(dossier);
    }

    /** The next groups of the whole database in order of their keys, as many as may be read together; none after the last. */
    List<IndexGroup> page(Optional<IndexGroup> after) {
        return sources.page(after.map(IndexGroup::key).orElse(""));
    }

    /** The documents of the groups as they are now; a group that is gone or not to be found gives none. */
    List<IndexDocument> documents(Collection<IndexGroup> groups) {
        Instant now = clock.instant();
        Map<UUID, Set<String>> readers = new HashMap<>();
        List<IndexDocument> documents = new ArrayList<>();
        for (VersionSource version : sources.versions(ids(groups, IndexEntity.VERSION))) {
            if (version.published()) {
                documents.addAll(of(version, readers(readers, version.dossierId())));
            }
        }
        sources.threads(ids(groups, IndexEntity.THREAD), now)
                .forEach(one -> OpinionDocuments.of(one, readers(readers, one.dossierId()))
                        .ifPresent(documents::add));
        sources.answers(ids(groups, IndexEntity.ANSWER), now)
                .forEach(one -> OpinionDocuments.of(one, readers(readers, one.dossierId()))
                        .ifPresent(documents::add));
        sources.letters(ids(groups, IndexEntity.LETTER), now)
                .forEach(one -> OpinionDocuments.of(one, readers(readers, one.dossierId()))
                        .ifPresent(documents::add));
        return documents;
    }

    private List<IndexDocument> of(VersionSource version, Set<String> access) {
        VersionId id = new VersionId(version.id());
        String number = drafts.outline(id).map(Outline::number).orElse(null);
        return VersionDocuments.of(version, drafts.provisions(id), number, access);
    }

    private Set<String> readers(Map<UUID, Set<String>> known, UUID dossier) {
        return known.computeIfAbsent(dossier, id -> {
            Set<String> tokens = new LinkedHashSet<>(drafts.readerTokens(new DossierId(id)));
            tokens.add(AccessTokens.LEADS);
            return tokens;
        });
    }

    private static List<UUID> ids(Collection<IndexGroup> groups, IndexEntity entity) {
        return groups.stream()
                .filter(group -> group.entity() == entity)
                .map(IndexGroup::id)
                .toList();
    }
}
