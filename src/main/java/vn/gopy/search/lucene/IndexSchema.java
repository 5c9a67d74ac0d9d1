package vn.gopy.search.lucene;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import vn.gopy.search.Facet;
import vn.gopy.search.IndexDocument;
import vn.gopy.search.Match.KeyField;
import vn.gopy.search.TextField.Grain;
import vn.gopy.search.TextField.Part;
import vn.gopy.vietnamese.analysis.FoldedSyllableAnalyzer;
import vn.gopy.vietnamese.analysis.FoldedSyllablePairAnalyzer;
import vn.gopy.vietnamese.analysis.SyllableAnalyzer;
import vn.gopy.vietnamese.analysis.SyllablePairAnalyzer;

/**
 * The fields of the index. {@code text} holds heading and words together, since an article without its heading ranks
 * measurably worse; {@code title} and {@code context} add the weight of the heading and of the document's name.
 */
final class IndexSchema {

    /** Changes whenever fields or analysis change; an index with another one is rebuilt. */
    static final String FINGERPRINT = "gopy-1/lucene-10";

    static final String ID = "id";
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

    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS, true);
    private static final FieldType PRESENCE = type(IndexOptions.DOCS, false);

    private IndexSchema() {}

    private static FieldType type(IndexOptions options, boolean norms) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(!norms);
        type.freeze();
        return type;
    }

    static String name(vn.gopy.search.TextField field) {
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

    /** The field that tells whether a syllable stands anywhere in a document. */
    static String anywhere(boolean folded) {
        return folded ? "anywhere_f" : "anywhere";
    }

    static Analyzer analyzer(vn.gopy.search.TextField field) {
        return field.grain() == Grain.SYLLABLE
                ? (field.folded() ? FOLDED : SYLLABLES)
                : (field.folded() ? FOLDED_PAIRS : PAIRS);
    }

    static Analyzer analyzer() {
        Map<String, Analyzer> byField = new HashMap<>();
        for (Part part : Part.values()) {
            for (vn.gopy.search.TextField field : ways(part)) {
                byField.put(name(field), analyzer(field));
            }
        }
        byField.put(anywhere(false), SYLLABLES);
        byField.put(anywhere(true), FOLDED);
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), byField);
    }

    private static List<vn.gopy.search.TextField> ways(Part part) {
        return List.of(
                new vn.gopy.search.TextField(part, Grain.SYLLABLE, false),
                new vn.gopy.search.TextField(part, Grain.PAIR, false),
                new vn.gopy.search.TextField(part, Grain.SYLLABLE, true),
                new vn.gopy.search.TextField(part, Grain.PAIR, true));
    }

    static Document toLucene(IndexDocument source) {
        Document target = new Document();
        addIdentity(target, source);
        addWords(target, source);
        addKeys(target, source);
        addStored(target, source);
        return target;
    }

    private static void addIdentity(Document target, IndexDocument source) {
        target.add(new StringField(ID, source.id(), Field.Store.NO));
        target.add(new SortedDocValuesField(ID, new BytesRef(source.id())));
        target.add(new KeywordField(GROUP, source.group(), Field.Store.NO));
        target.add(new NumericDocValuesField(VERSION, source.version()));
        target.add(new NumericDocValuesField(WRITTEN_AT, source.writtenAt().toEpochMilli()));
    }

    private static void addWords(Document target, IndexDocument source) {
        Map<Part, List<String>> values = new EnumMap<>(Part.class);
        values.put(Part.TEXT, List.of(source.title(), source.text()));
        values.put(Part.TITLE, List.of(source.title()));
        values.put(Part.CONTEXT, List.of(source.context()));
        values.forEach((part, texts) -> ways(part).forEach(field -> addText(target, field, texts)));
        for (String text : List.of(source.title(), source.context(), source.text())) {
            target.add(new Field(anywhere(false), text, PRESENCE));
            target.add(new Field(anywhere(true), text, PRESENCE));
        }
    }

    private static void addText(Document target, vn.gopy.search.TextField field, List<String> texts) {
        boolean positions = field.part() == Part.TEXT && field.grain() == Grain.SYLLABLE;
        for (String text : texts) {
            if (!text.isEmpty()) {
                target.add(new Field(name(field), text, positions ? TextField.TYPE_NOT_STORED : COUNTED));
            }
        }
    }

    private static void addKeys(Document target, IndexDocument source) {
        source.access().forEach(token -> target.add(new KeywordField(ACCESS, token, Field.Store.NO)));
        source.facets()
                .forEach((facet, values) ->
                        values.forEach(value -> target.add(new KeywordField(name(facet), value, Field.Store.NO))));
        source.numbers().forEach(key -> target.add(new StringField(name(KeyField.NUMBER), key, Field.Store.NO)));
        source.places()
                .forEach(place -> target.add(new StringField(name(KeyField.PLACE), place.path(), Field.Store.NO)));
    }

    private static void addStored(Document target, IndexDocument source) {
        target.add(new StoredField(STORED_TITLE, source.title()));
        target.add(new StoredField(STORED_CONTEXT, source.context()));
        target.add(new StoredField(STORED_TEXT, source.text()));
        target.add(new StoredField(STORED_PLACES, PlaceCodec.encode(source.places())));
    }
}
