package vn.gopy.search.engine;

import java.util.List;
import vn.gopy.search.question.TypedNumber;

/** A condition on documents that every engine can test. Terms are analysed forms, as {@link SearchEngine#analyze} gives. */
public sealed interface Match {

    /** One term in one field; scores by how rare and how frequent it is, times {@code weight}. */
    record Term(TextField field, String term, float weight) implements Match {}

    /** Terms in this order, next to each other. */
    record Phrase(TextField field, List<String> terms, float weight) implements Match {}

    /** An exact key; scores {@code weight} alone. */
    record Key(KeyField field, String key, float weight) implements Match {}

    /** Any term of one field that starts so; every one scores {@code weight} alone. */
    record Starting(TextField field, String start, float weight) implements Match {}

    /** Any key that starts so; scores {@code weight} alone. */
    record KeyStarting(KeyField field, String start, float weight) implements Match {}

    /** A syllable in any part of a document; never scores. */
    record Word(String term, boolean folded) implements Match {}

    /** At least {@code minimum} of these. */
    record AnyOf(List<Match> of, int minimum) implements Match {}

    /** All of these. */
    record AllOf(List<Match> of) implements Match {}

    /** A field of exact keys. */
    enum KeyField {
        /** The document's own id. */
        ID,
        /** Document numbers, see {@link TypedNumber}. */
        NUMBER,
        /** Places such as {@code dieu-5/khoan-2/diem-đ}. */
        PLACE
    }
}
