package vn.gopy.search.engine.lucene;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Sets of exact values of one field, of which a document has at least one: a person's dossiers and rights, and chosen facet
 * values. The same sets are asked for again and again, and each of their values costs a look-up, so it is kept which
 * documents of a segment they hold. A set is known by all its values: who may read one dossier less asks for another set.
 */
final class ValueSets {

    private static final long MOST_BYTES = 64L << 20;
    private static final int BYTES_OF_A_VALUE = 160;
    private static final int MOST_AGAIN = 200;

    /** The index may have grown since it was reckoned how much room a set takes. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<Asked, ValueSet> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, ValueSet set) -> set.bytes)
            .expireAfterWrite(KEPT)
            .build();

    /** The searches of one question ask for the very same set: it is known again without looking at its values. */
    private final Cache<Set<String>, Map<String, ValueSet>> again =
            Caffeine.newBuilder().weakKeys().maximumSize(MOST_AGAIN).build();

    private record Asked(String field, Set<String> values) {}

    /**
     * The set of these values.
     *
     * @param values that nobody can change any more
     * @param documents of the index, for which room is reckoned
     */
    ValueSet of(String field, Set<String> values, int documents) {
        return Objects.requireNonNull(again.get(values, fresh -> new ConcurrentHashMap<>()))
                .computeIfAbsent(field, first -> known(first, values, documents));
    }

    private ValueSet known(String field, Set<String> values, int documents) {
        return Objects.requireNonNull(kept.get(new Asked(field, values), fresh -> new ValueSet(fresh, documents)));
    }

    /** One set, with what is known of the segments that it was asked for. */
    static final class ValueSet {

        private final Asked asked;
        private final int bytes;

        /** A segment never changes; what is deleted of it is for others to heed. It is forgotten with its segment. */
        private final Map<IndexReader.CacheKey, FixedBitSet> bySegment =
                Collections.synchronizedMap(new WeakHashMap<>());

        private ValueSet(Asked asked, int documents) {
            this.asked = asked;
            this.bytes = BYTES_OF_A_VALUE * asked.values().size() + documents / Byte.SIZE;
        }

        /** The documents of the segment that have at least one of the values, deleted ones too; not to be changed. */
        FixedBitSet in(LeafReader segment) throws IOException {
            IndexReader.CacheHelper identity = segment.getCoreCacheHelper();
            if (identity == null) {
                return read(segment);
            }
            FixedBitSet known = bySegment.get(identity.getKey());
            if (known == null) {
                known = read(segment);
                bySegment.put(identity.getKey(), known);
            }
            return known;
        }

        private FixedBitSet read(LeafReader segment) throws IOException {
            FixedBitSet documents = new FixedBitSet(segment.maxDoc());
            Terms terms = segment.terms(asked.field());
            if (terms == null) {
                return documents;
            }
            List<BytesRef> inOrder =
                    asked.values().stream().map(BytesRef::new).sorted().toList();
            TermsEnum each = terms.iterator();
            PostingsEnum holders = null;
            for (BytesRef value : inOrder) {
                if (each.seekExact(value)) {
                    holders = each.postings(holders, PostingsEnum.NONE);
                    holders.nextDoc();
                    holders.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, documents, 0);
                }
            }
            return documents;
        }
    }
}
