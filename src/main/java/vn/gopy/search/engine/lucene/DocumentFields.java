package vn.gopy.search.engine.lucene;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.Match.KeyField;
import vn.gopy.search.engine.TextField;
import vn.gopy.search.engine.TextField.Grain;
import vn.gopy.search.engine.TextField.Part;
import vn.gopy.search.engine.lucene.Vocabulary.Syllable;

/** Turns documents into Lucene's, see {@link IndexSchema}. For one thread. */
final class DocumentFields {

    private static final FieldType PLACED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
    private static final FieldType COUNTED = type(IndexOptions.DOCS_AND_FREQS);

    private final Vocabulary vocabulary = new Vocabulary(
            IndexSchema.analyzer(new TextField(Part.TEXT, Grain.SYLLABLE, false)),
            IndexSchema.analyzer(new TextField(Part.TEXT, Grain.SYLLABLE, true)));

    private static FieldType type(IndexOptions options) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.freeze();
        return type;
    }

    Document of(IndexDocument source) throws IOException {
        Document target = new Document();
        addIdentity(target, source);
        addWords(target, source);
        addKeys(target, source);
        addStored(target, source);
        return target;
    }

    private static void addIdentity(Document target, IndexDocument source) {
        target.add(new StringField(IndexSchema.ID, source.id(), Field.Store.NO));
        target.add(new SortedDocValuesField(IndexSchema.ID, new BytesRef(source.id())));
        target.add(new KeywordField(IndexSchema.GROUP, source.group(), Field.Store.NO));
        target.add(new NumericDocValuesField(IndexSchema.VERSION, source.version()));
        target.add(new NumericDocValuesField(
                IndexSchema.WRITTEN_AT, source.writtenAt().toEpochMilli()));
    }

    private void addWords(Document target, IndexDocument source) throws IOException {
        vocabulary.trim();
        List<Syllable> title = vocabulary.of(source.title());
        addPart(target, Part.TEXT, title, vocabulary.of(source.text()));
        addPart(target, Part.TITLE, List.of(), title);
        addPart(target, Part.CONTEXT, List.of(), vocabulary.of(source.context()));
    }

    private void addPart(Document target, Part part, List<Syllable> heading, List<Syllable> words) {
        for (TextField field : IndexSchema.ways(part)) {
            boolean folded = field.folded();
            TokenStream terms = field.grain() == Grain.PAIR
                    ? new PairStream(vocabulary, heading, words, folded)
                    : new TermStream(terms(heading, folded), terms(words, folded));
            boolean placed = part == Part.TEXT && field.grain() == Grain.SYLLABLE;
            target.add(new Field(IndexSchema.name(field), terms, placed ? PLACED : COUNTED));
        }
    }

    static List<BytesRef> terms(List<Syllable> syllables, boolean folded) {
        return syllables.stream().map(syllable -> syllable.form(folded).bytes()).toList();
    }

    private static void addKeys(Document target, IndexDocument source) {
        source.access().forEach(token -> target.add(new KeywordField(IndexSchema.ACCESS, token, Field.Store.NO)));
        source.facets()
                .forEach((facet, values) -> values.forEach(
                        value -> target.add(new KeywordField(IndexSchema.name(facet), value, Field.Store.NO))));
        source.numbers()
                .forEach(key -> target.add(new StringField(IndexSchema.name(KeyField.NUMBER), key, Field.Store.NO)));
        source.places()
                .forEach(place ->
                        target.add(new StringField(IndexSchema.name(KeyField.PLACE), place.path(), Field.Store.NO)));
    }

    private static void addStored(Document target, IndexDocument source) {
        target.add(new StoredField(IndexSchema.STORED_TITLE, source.title()));
        target.add(new StoredField(IndexSchema.STORED_CONTEXT, source.context()));
        target.add(new StoredField(IndexSchema.STORED_TEXT, source.text()));
        target.add(new StoredField(IndexSchema.STORED_PLACES, PlaceCodec.encode(source.places())));
    }
}
