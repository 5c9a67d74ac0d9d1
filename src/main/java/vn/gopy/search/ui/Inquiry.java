package vn.gopy.search.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;
import vn.gopy.search.SavedSearch;
import vn.gopy.search.SearchRequest;
import vn.gopy.shared.SearchAddress;

/** What the address of the search screen says: words, chosen facet values, order. Without a choice the latest drafts. */
record Inquiry(String words, Map<Facet, Set<String>> chosen, boolean newestFirst) {

    private static final Map<String, Facet> NAMES = names();
    private static final String ORDER = "xep";
    private static final String NEWEST = "moi";

    private static Map<String, Facet> names() {
        Map<String, Facet> names = new LinkedHashMap<>();
        names.put("loai", Facet.TYPE);
        names.put(SearchAddress.DOSSIER, Facet.DOSSIER);
        names.put("du-thao", Facet.DRAFT);
        names.put("nam", Facet.YEAR);
        names.put("co-quan", Facet.UNIT);
        names.put("loai-van-ban", Facet.KIND);
        names.put("trang-thai", Facet.STATE);
        return names;
    }

    static Inquiry of(QueryParameters address) {
        Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
        NAMES.forEach((name, facet) -> {
            Set<String> values = new LinkedHashSet<>(address.getParameters(name));
            values.remove("");
            if (!values.isEmpty()) {
                chosen.put(facet, values);
            }
        });
        if (!address.getParameters().containsKey("du-thao")) {
            chosen.put(Facet.DRAFT, Set.of("LATEST"));
        }
        boolean newestFirst =
                address.getSingleParameter(ORDER).filter(NEWEST::equals).isPresent();
        return new Inquiry(address.getSingleParameter(SearchAddress.WORDS).orElse(""), chosen, newestFirst);
    }

    /** What a kept search asks. */
    static Inquiry of(SavedSearch search) {
        return new Inquiry(search.words(), search.selections(), search.newestFirst());
    }

    /** Whether a kept search asks the same. */
    boolean is(SavedSearch search) {
        SearchRequest own = page(0, 0);
        return own.text().strip().equals(search.words())
                && own.selections().equals(search.selections())
                && newestFirst == search.newestFirst();
    }

    QueryParameters address() {
        Map<String, List<String>> address = new LinkedHashMap<>();
        address.put(SearchAddress.WORDS, List.of(words));
        NAMES.forEach((name, facet) -> {
            Set<String> values = chosen(facet);
            if (!values.isEmpty()) {
                address.put(name, new ArrayList<>(values));
            }
        });
        if (chosen(Facet.DRAFT).isEmpty()) {
            address.put("du-thao", List.of(""));
        } else if (chosen(Facet.DRAFT).equals(Set.of("LATEST"))) {
            address.remove("du-thao");
        }
        if (newestFirst) {
            address.put(ORDER, List.of(NEWEST));
        }
        return new QueryParameters(address);
    }

    Set<String> chosen(Facet facet) {
        return chosen.getOrDefault(facet, Set.of());
    }

    Inquiry withWords(String typed) {
        return new Inquiry(typed, chosen, newestFirst);
    }

    Inquiry inOrder(boolean newest) {
        return new Inquiry(words, chosen, newest);
    }

    Inquiry with(Facet facet, String value, boolean wanted) {
        Map<Facet, Set<String>> changed = new EnumMap<>(Facet.class);
        changed.putAll(chosen);
        Set<String> values = new LinkedHashSet<>(chosen(facet));
        if (wanted) {
            values.add(value);
        } else {
            values.remove(value);
        }
        changed.put(facet, values);
        return new Inquiry(words, changed, newestFirst);
    }

    /** The same words in the drafts chosen, without any other condition. */
    Inquiry withoutFilters() {
        return new Inquiry(words, Map.of(Facet.DRAFT, chosen(Facet.DRAFT)), newestFirst);
    }

    SearchRequest page(int page, int size) {
        Map<Facet, Set<String>> selections = new EnumMap<>(Facet.class);
        chosen.forEach((facet, values) -> {
            if (!values.isEmpty()) {
                selections.put(facet, values);
            }
        });
        return new SearchRequest(words, selections, newestFirst, page, size);
    }
}
