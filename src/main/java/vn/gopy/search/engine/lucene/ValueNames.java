package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import vn.gopy.search.Facet;

/**
 * The values of facets as words, by their number in a segment: looked up once for a segment, which never changes, and not
 * one by one for every question. Forgotten with the segment.
 */
final class ValueNames {

    private final Map<IndexReader.CacheKey, Map<Facet, String[]>> bySegment =
            Collections.synchronizedMap(new WeakHashMap<>());

    /** All values of the facet in the segment, in order; not to be changed. */
    String[] of(Facet facet, LeafReader segment, SortedSetDocValues values) throws IOException {
        IndexReader.CacheHelper identity = segment.getCoreCacheHelper();
        if (identity == null) {
            return read(values);
        }
        Map<Facet, String[]> known = bySegment.computeIfAbsent(
                identity.getKey(), fresh -> Collections.synchronizedMap(new EnumMap<>(Facet.class)));
        String[] names = known.get(facet);
        if (names == null) {
            names = read(values);
            known.put(facet, names);
        }
        return names;
    }

    private static String[] read(SortedSetDocValues values) throws IOException {
        String[] names = new String[(int) values.getValueCount()];
        TermsEnum each = values.termsEnum();
        for (int ordinal = 0; ordinal < names.length; ordinal++) {
            names[ordinal] = each.next().utf8ToString();
        }
        return names;
    }
}
