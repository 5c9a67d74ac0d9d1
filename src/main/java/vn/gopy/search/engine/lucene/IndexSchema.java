package vn.gopy.search.engine.lucene;

import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import vn.gopy.search.Facet;
import vn.gopy.search.engine.Match.KeyField;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.vietnamese.analysis.FoldedSyllableAnalyzer;
import vn.gopy.vietnamese.analysis.FoldedSyllablePairAnalyzer;
import vn.gopy.vietnamese.analysis.SyllableAnalyzer;
import vn.gopy.vietnamese.analysis.SyllablePairAnalyzer;

/**
 * The fields of the index. {@code text} holds heading and words together, the words of the heading three times, since so
 * an article ranks measurably better; {@code title} is the heading alone and {@code context} the document's name.
 */
public final class IndexSchema {

    /** Changes whenever fields or analysis change; an index with another one is rebuilt. */
    static final String FINGERPRINT = "gopy-3/lucene-10";

    /** The field of the id. */
    public static final String ID = "id";

    static final String GROUP = "group";
    static final String ACCESS = "access";
    static final String VERSION = "version";
    static final String WRITTEN_AT = "written_at";
    static final String STORED_TITLE = "stored_title";
    static final String STORED_CONTEXT = "stored_context";
    static final String STORED_TEXT = "stored_text";
    static final String STORED_PLACES = "stored_places";

    private static final Analyzer SYLLABLES = new SyllableAnalyzer();
    private static final Analyzer PAIRS = new SyllablePairAnalyzer();
    private static final Analyzer FOLDED = new FoldedSyllableAnalyzer();
    private static final Analyzer FOLDED_PAIRS = new FoldedSyllablePairAnalyzer();

    private IndexSchema() {}

    static String name(TextField field) {
        return field.part().name().toLowerCase(Locale.ROOT)
                + (field.folded() ? "_f" : "")
                + (field.grain() == Grain.PAIR ? "_bi" : "");
    }

    static String name(KeyField field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    static String name(Facet facet) {
        return "facet_" + facet.name().toLowerCase(Locale.ROOT);
    }

    static Analyzer analyzer(TextField field) {
        return field.grain() == Grain.SYLLABLE
                ? (field.folded() ? FOLDED : SYLLABLES)
                : (field.folded() ? FOLDED_PAIRS : PAIRS);
    }

    /** The four ways in which the words of a part are kept. */
    static List<TextField> ways(Part part) {
        return List.of(
                new TextField(part, Grain.SYLLABLE, false),
                new TextField(part, Grain.PAIR, false),
                new TextField(part, Grain.SYLLABLE, true),
                new TextField(part, Grain.PAIR, true));
    }
}
