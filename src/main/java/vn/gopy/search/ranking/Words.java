package vn.gopy.search.ranking;

import java.util.Arrays;
import vn.gopy.vietnamese.analysis.EvenFolding;
import vn.gopy.vietnamese.analysis.EvenSpelling;

/**
 * A text as syllables, each as a number of 64 bits that stands for its spelling, with marks and without, and where its
 * sentences and numbered clauses begin. A pair of neighbours is a number too, see {@link #pair}.
 */
public final class Words {

    /** Longer texts are cut: of 42,558 articles one in a hundred is longer than 2,200 syllables. */
    static final int MOST = 3_000;

    private static final int REMEMBERED = 1 << 15;
    private static final Form[] FORMS = new Form[REMEMBERED];

    private long[] accented = new long[64];
    private long[] folded = new long[64];
    private int length;
    private int[] sentences = new int[8];
    private int sentenceCount;
    private int[] clauses = new int[8];
    private int clauseCount;

    /** A spelling that was worked out before; immutable, so that threads may share it without a lock. */
    private record Form(long raw, long accented, long folded) {}

    private Words() {}

    /** Takes a text in NFC apart. */
    public static Words of(String text) {
        Words words = new Words();
        words.read(text);
        return words;
    }

    /** How many syllables. */
    public int length() {
        return length;
    }

    /** The syllables with their marks, or without; for {@link #length()} places. */
    public long[] syllables(boolean withoutMarks) {
        return withoutMarks ? folded : accented;
    }

    /** How many sentences; 0 of an empty text. */
    public int sentences() {
        return sentenceCount;
    }

    /** Where the sentence of this number begins; the one behind the last: the end. */
    public int sentence(int number) {
        return number < sentenceCount ? sentences[number] : length;
    }

    /** How many clauses: what stands before the first numbered one counts as one too. */
    public int clauses() {
        return clauseCount;
    }

    /** Where the clause of this number begins; the one behind the last: the end. */
    public int clause(int number) {
        return number < clauseCount ? clauses[number] : length;
    }

    /** The number of a pair of neighbours. */
    public static long pair(long first, long second) {
        return mix(first * 0x9E3779B97F4A7C15L + Long.rotateLeft(second, 23) + 0x632BE59BD9B4E019L);
    }

    /** The number of a syllable in the spelling that is compared. */
    static long number(String syllable) {
        long number = 0xCBF29CE484222325L;
        for (int i = 0; i < syllable.length(); i++) {
            number = (number ^ syllable.charAt(i)) * 0x100000001B3L;
        }
        return mix(number);
    }

    private static long mix(long number) {
        long mixed = (number ^ (number >>> 32)) * 0xD6E8FEB86659FD93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 32);
    }

    private void read(String text) {
        boolean ended = true;
        boolean newClause = true;
        int at = 0;
        while (at < text.length() && length < MOST) {
            char c = text.charAt(at);
            if (!isWord(c)) {
                boolean end = isEnd(c) && (at + 1 == text.length() || !isWord(text.charAt(at + 1)));
                if (end || c == '\n') {
                    ended = true;
                    newClause = true;
                } else if (!Character.isWhitespace(c)) {
                    newClause = false;
                }
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && isWord(text.charAt(end))) {
                end++;
            }
            boolean numbered = newClause && isNumber(text, at, end);
            if (ended || numbered) {
                beginSentence();
            }
            if (numbered || length == 0) {
                beginClause();
            }
            add(text, at, end);
            ended = false;
            newClause = false;
            at = numbered ? end + 1 : end; // the dot behind a clause's number ends no sentence
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isEnd(char c) {
        return c == '.' || c == ';' || c == ':' || c == '!' || c == '?';
    }

    /** {@code 1.}, {@code 12.}, {@code 3a.} */
    private static boolean isNumber(String text, int start, int end) {
        if (end >= text.length()
                || text.charAt(end) != '.'
                || end - start > 3
                || !Character.isDigit(text.charAt(start))) {
            return false;
        }
        int digits = start;
        while (digits < end && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return end - digits <= 1 && (end + 1 == text.length() || !isWord(text.charAt(end + 1)));
    }

    private void beginSentence() {
        if (sentenceCount > 0 && sentences[sentenceCount - 1] == length) {
            return;
        }
        sentences = grown(sentences, sentenceCount);
        sentences[sentenceCount++] = length;
    }

    private void beginClause() {
        if (clauseCount > 0 && clauses[clauseCount - 1] == length) {
            return;
        }
        clauses = grown(clauses, clauseCount);
        clauses[clauseCount++] = length;
    }

    private static int[] grown(int[] places, int count) {
        return count < places.length ? places : Arrays.copyOf(places, count * 2);
    }

    private void add(String text, int start, int end) {
        if (length == accented.length) {
            accented = Arrays.copyOf(accented, length * 2);
            folded = Arrays.copyOf(folded, length * 2);
        }
        Form form = form(text, start, end);
        accented[length] = form.accented();
        folded[length] = form.folded();
        length++;
    }

    private static Form form(String text, int start, int end) {
        long raw = 0xCBF29CE484222325L;
        for (int i = start; i < end; i++) {
            raw = (raw ^ text.charAt(i)) * 0x100000001B3L;
        }
        raw = mix(raw);
        int slot = (int) raw & (REMEMBERED - 1);
        Form known = FORMS[slot];
        if (known != null && known.raw() == raw) {
            return known;
        }
        String even = EvenSpelling.of(text.substring(start, end));
        Form form = new Form(raw, number(even), number(EvenFolding.fold(even)));
        FORMS[slot] = form;
        return form;
    }
}
