package vn.gopy.command.measure.training;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.gopy.command.measure.JudgedCollection;
import vn.gopy.search.HitType;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexInUseException;
import vn.gopy.search.engine.IndexedState;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.StoredText;
import vn.gopy.search.engine.lucene.EmbeddedIndex;

/** The provisions of an installation, as its index keeps them. */
public final class InstalledLibrary {

    private static final int GROUPS_AT_ONCE = 200;
    private static final String PROVISION = HitType.PROVISION.name() + ":";

    private InstalledLibrary() {}

    /**
     * Reads them all.
     *
     * @param data the installation's folder of data
     * @throws IndexInUseException while the product runs
     */
    public static List<IndexDocument> provisions(Path data) {
        List<IndexDocument> provisions = new ArrayList<>();
        try (SearchEngine engine = EmbeddedIndex.open(data.resolve("index"), Duration.ofSeconds(30))) {
            List<String> groups = engine.groups("", GROUPS_AT_ONCE);
            while (!groups.isEmpty()) {
                engine.read(ids(engine.states(groups))).forEach(text -> provisions.add(document(text)));
                groups = engine.groups(groups.getLast(), GROUPS_AT_ONCE);
            }
        }
        return provisions;
    }

    /** In order, so that the same library teaches the same. */
    private static List<String> ids(List<IndexedState> states) {
        return states.stream()
                .map(IndexedState::id)
                .filter(id -> id.startsWith(PROVISION))
                .sorted()
                .toList();
    }

    private static IndexDocument document(StoredText text) {
        return JudgedCollection.document(text.id(), text.context(), text.title(), text.text());
    }
}
