package vn.gopy.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexGroup;

/** Makes the documents of groups, in one snapshot of the database; a group that cannot be read costs only itself. */
final class GroupReader {

    private final IndexSources sources;
    private final TransactionTemplate snapshot;

    GroupReader(IndexSources sources, PlatformTransactionManager transactions) {
        this.sources = sources;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /** @param failed groups without documents because they cannot be read, with the reason */
    record Read(List<IndexDocument> documents, Map<IndexGroup, Throwable> failed) {}

    /** Fails only when nothing can be read at this moment. */
    Read read(Collection<IndexGroup> groups) {
        try {
            return new Read(together(groups), Map.of());
        } catch (RuntimeException | StackOverflowError failed) {
            if (!Poison.isCauseOf(failed)) {
                throw failed;
            }
            return oneByOne(groups);
        }
    }

    private Read oneByOne(Collection<IndexGroup> groups) {
        List<IndexDocument> documents = new ArrayList<>();
        Map<IndexGroup, Throwable> failures = new LinkedHashMap<>();
        for (IndexGroup group : groups) {
            try {
                documents.addAll(together(List.of(group)));
            } catch (RuntimeException | StackOverflowError failed) {
                if (!Poison.isCauseOf(failed)) {
                    throw failed;
                }
                failures.put(group, failed);
            }
        }
        return new Read(documents, failures);
    }

    private List<IndexDocument> together(Collection<IndexGroup> groups) {
        return snapshot.execute(status -> sources.documents(groups));
    }
}
