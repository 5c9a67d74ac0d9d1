package vn.gopy.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The address of the search screen and the names of what it asks: whoever leads there takes them from here. */
public final class SearchAddress {

    public static final String ROUTE = "tra-cuu";

    /** What is searched for. */
    public static final String WORDS = "q";

    /** The id of a dossier within which is searched; may stand several times. */
    public static final String DOSSIER = "ho-so";

    /** The id of a kept search. */
    public static final String KEPT = "luu";

    private SearchAddress() {}

    /** The search for these words. */
    public static String ofWords(String words) {
        return with(WORDS, words);
    }

    /** The search within one dossier, to which words can be added behind {@code &}. */
    public static String ofDossier(Object id) {
        return with(DOSSIER, id.toString());
    }

    /** A kept search. */
    public static String ofKept(Object id) {
        return with(KEPT, id.toString());
    }

    private static String with(String name, String value) {
        return "/" + ROUTE + "?" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
