package vn.gopy.legaltext;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence as it is kept: which one it is, and what stands in it. It gets its words when it is shown, in the language of
 * whoever reads it.
 *
 * @param arguments as many as the wording has places
 */
public record Sentence(Wording wording, List<String> arguments) {

    public Sentence {
        arguments = List.copyOf(arguments);
        int beyond = arguments.size() - wording.own().size();
        boolean fits = wording.each().isEmpty()
                ? beyond == 0
                : beyond >= 0 && beyond % wording.each().size() == 0;
        if (!fits) {
            throw new IllegalArgumentException(wording + " does not go with " + arguments);
        }
    }

    /** A sentence with what stands in it, as text. */
    public static Sentence of(Wording wording, Object... arguments) {
        return new Sentence(
                wording, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** A sentence with a list at its end, whose items have as many parts as the wording says. */
    public static Sentence listing(Wording wording, Stream<?> parts, Object... arguments) {
        return new Sentence(
                wording,
                Stream.concat(Arrays.stream(arguments), parts)
                        .map(String::valueOf)
                        .toList());
    }

    /** A sentence that was kept in words, as all were once. */
    public static Sentence valueOf(String words) {
        return of(Wording.WRITTEN, words);
    }

    /** What may stand at a place of a sentence. */
    public enum Part {
        /** Names, numbers, words of the document: the same in every language. */
        TEXT,
        /** How a unit is called, a {@link Unit}. */
        UNIT,
        /** How an old encoding was recognised, an {@link Origin.Method}. */
        METHOD
    }

    /** What numbers count. */
    public enum Unit {
        PART,
        CHAPTER,
        SECTION,
        SUBSECTION,
        ARTICLE,
        ALTERNATIVE,
        HEADING,
        NUMBER,
        LETTER
    }

    /**
     * The sentences. They are kept by these names, so none may go and none may change its parts; the words stand under
     * {@code finding.<NAME>} among those of the screens.
     */
    public enum Wording {
        WRITTEN(Part.TEXT),

        /** Numbers, and the one that they should precede. */
        NUMBERS_MISSING(Part.UNIT, Part.TEXT, Part.TEXT),
        /** The first and the last of many, and the one that they should precede. */
        NUMBER_RANGE_MISSING(Part.UNIT, Part.TEXT, Part.TEXT, Part.TEXT),
        NUMBER_COMES_FIRST(Part.UNIT, Part.TEXT),
        NUMBER_TWICE(Part.UNIT, Part.TEXT),
        NUMBERS_ANEW(Part.UNIT, Part.TEXT),
        NUMBER_BEHIND(Part.UNIT, Part.TEXT, Part.UNIT, Part.TEXT),
        LETTER_OUTSIDE_LISTS(Part.TEXT),

        UNIT_WITHOUT_TITLE(Part.TEXT),
        /** Chapters and articles stated, chapters and articles counted. */
        COUNTS_DIFFER(Part.TEXT, Part.TEXT, Part.TEXT, Part.TEXT),
        /** Where, and what is not there. */
        CITED_MISSING(Part.TEXT, Part.TEXT),
        CITED_MISSING_IN_TEXT(Part.TEXT),
        /** The annex as it is cited. */
        ANNEX_NOT_IN_FILE(Part.TEXT),

        /** How many, then for each what it is, and where the file has pages the page that it begins on. */
        SEVERAL_DOCUMENTS("; ", List.of(Part.TEXT), Part.TEXT),
        SEVERAL_DOCUMENTS_AT_PAGES("; ", List.of(Part.TEXT), Part.TEXT, Part.TEXT),

        TAKEN_FROM_FILE_NAME(Part.TEXT),
        NUMBER_RECOGNISED(Part.TEXT),
        DAY_RECOGNISED(Part.TEXT),
        NATION_WRITTEN(Part.TEXT),
        MOTTO_ABSENT,
        MOTTO_WRITTEN(Part.TEXT),
        NUMBER_LINE_ABSENT,
        NUMBER_WITHOUT_SYMBOL,
        NUMBER_WITHOUT_ZERO(Part.TEXT),
        SYMBOL_OF_ANOTHER_KIND(Part.TEXT, Part.TEXT),
        DATE_ABSENT,
        DATE_WITHOUT_PLACE(Part.TEXT),
        DATE_WITHOUT_ZERO(Part.TEXT),
        RECIPIENTS_ABSENT,

        REPAIRS_LOST(Part.TEXT),
        /** Words, and those before them. */
        UNREAD_AFTER(Part.TEXT, Part.TEXT),
        UNREAD_AT_BEGINNING(Part.TEXT),
        REPEATED_WORDS(Part.TEXT),
        READ_PLAINLY,
        /** Names of files. */
        ATTACHMENTS_NOT_READ(Part.TEXT),
        FILE_TOO_LONG,
        /** For each encoding its name, how it was recognised, paragraphs, and the share of Vietnamese syllables. */
        CONVERTED("; ", List.of(), Part.TEXT, Part.METHOD, Part.TEXT, Part.TEXT),
        CHANGES_FINAL(Part.TEXT),
        CHANGES_ORIGINAL(Part.TEXT),
        CHANGES_SHOWN(Part.TEXT),
        MARGIN_COMMENTS(Part.TEXT),
        MARGINS_PARTLY_READ,
        NOTES_PARTLY_READ,
        FOOTNOTES_PARTLY_READ,
        COMMENTS_PARTLY_READ,
        /** The words. */
        STRUCK_OUT(Part.TEXT),
        /** How many. */
        SIGNS_UNKNOWN(Part.TEXT),
        /** Names of parts. */
        PARTS_NOT_READ(Part.TEXT),
        NUMBERS_NOT_DRAWN(Part.TEXT),
        RECOGNISED(Part.TEXT),
        /** The mean confidence, then for each doubtful page its number and confidence. */
        RECOGNISED_WITH_DOUBTS(", ", List.of(Part.TEXT), Part.TEXT, Part.TEXT),
        /** Numbers of pages, and the mean confidence. */
        PAGES_RECOGNISED(Part.TEXT, Part.TEXT),
        ONLY_PAGES_RECOGNISED(Part.TEXT, Part.TEXT),
        PAGES_NOT_RECOGNISED(Part.TEXT),
        PAGES_NOT_READ(Part.TEXT),
        ONLY_PAGES_READ(Part.TEXT),
        PAGES_WITHOUT_TEXT(Part.TEXT),
        /** Pages, and how many more there are. */
        MORE_PAGES_WITHOUT_TEXT(Part.TEXT, Part.TEXT);

        private final List<Part> own;
        private final List<Part> each;
        private final String between;

        Wording(Part... own) {
            this.own = List.of(own);
            this.each = List.of();
            this.between = "";
        }

        Wording(String between, List<Part> own, Part... each) {
            this.own = own;
            this.each = List.of(each);
            this.between = between;
        }

        /** The parts that stand once. */
        public List<Part> own() {
            return own;
        }

        /** The parts of each item of the list at the end; none where there is no list. */
        public List<Part> each() {
            return each;
        }

        /** What stands between two items. */
        public String between() {
            return between;
        }
    }
}
