package vn.gopy.document.extract.word;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.RemarkPlaces;
import vn.gopy.document.extract.WordClock;

/**
 * The comments of a binary Word file: their signs, texts, authors, and the bookmarks of the words that they are about, each
 * in a table of its own.
 */
final class DocRemarks {

    /** Where the pairs of place and length of the tables begin in the head of the file. */
    private static final int PAIRS = 154;

    private static final int SIGNS = 4;
    private static final int TEXTS = 5;
    private static final int OWNERS = 36;
    private static final int BOOKMARKS = 37;
    private static final int BEGINS = 42;
    private static final int ENDS = 43;
    private static final int MOMENTS = 112;

    private static final int SIGN_BYTES = 30;
    private static final int MOMENT_BYTES = 18;

    private record Comment(String id, String author, String at, String text, int parent) {}

    private enum Kind {
        END,
        BEGIN,
        SIGN
    }

    private record Mark(int at, Kind kind, String id) {}

    private final ByteBuffer head;
    private final ByteBuffer tables;
    private final List<Comment> comments = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private int passed;

    private DocRemarks(byte[] main, byte[] table) {
        head = ByteBuffer.wrap(main).order(ByteOrder.LITTLE_ENDIAN);
        tables = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads the tables.
     *
     * @param main the stream of the text, with the head of the file
     * @param texts what all comments say, one behind the other
     * @throws RuntimeException when they are broken
     */
    static DocRemarks of(byte[] main, byte[] tables, Supplier<String> texts) {
        var remarks = new DocRemarks(main, tables);
        if (remarks.length(SIGNS) > 0) {
            remarks.read(texts.get());
        }
        return remarks;
    }

    /** Those of a file whose tables are broken. */
    static DocRemarks none() {
        return new DocRemarks(new byte[PAIRS], new byte[0]);
    }

    private int place(int table) {
        return head.getInt(PAIRS + table * 8);
    }

    /** The file says how many tables it has; a table beyond is empty. */
    private int length(int table) {
        int count = head.getShort(PAIRS - 2) & 0xFFFF;
        return table < count ? head.getInt(PAIRS + table * 8 + 4) : 0;
    }

    private void read(String texts) {
        int count = (length(SIGNS) - 4) / (4 + SIGN_BYTES);
        int data = place(SIGNS) + 4 * (count + 1);
        List<String> owners = owners();
        for (int i = 0; i < count; i++) {
            int sign = data + i * SIGN_BYTES;
            String id = String.valueOf(i);
            int owner = tables.getShort(sign + 20) & 0xFFFF;
            int from = tables.getInt(place(TEXTS) + 4 * i);
            int to = tables.getInt(place(TEXTS) + 4 * (i + 1));
            boolean moments = length(MOMENTS) >= (i + 1) * MOMENT_BYTES;
            int moment = moments ? place(MOMENTS) + i * MOMENT_BYTES : 0;
            comments.add(new Comment(
                    id,
                    owner < owners.size() ? owners.get(owner) : "",
                    moments ? WordClock.moment(tables.getInt(moment)) : "",
                    words(texts.substring(Math.min(from, texts.length()), Math.min(to, texts.length()))),
                    moments && tables.getInt(moment + 6) > 0 ? i + tables.getInt(moment + 10) : -1));
            marks.add(new Mark(tables.getInt(place(SIGNS) + 4 * i), Kind.SIGN, id));
            int name = tables.getInt(sign + 26);
            if (name != -1) {
                bookmark(name, id);
            }
        }
        marks.sort(Comparator.comparingInt(Mark::at).thenComparing(Mark::kind));
    }

    private List<String> owners() {
        List<String> owners = new ArrayList<>();
        int at = place(OWNERS);
        int end = at + length(OWNERS);
        while (at + 2 <= end) {
            int length = tables.getShort(at) & 0xFFFF;
            owners.add(new String(tables.array(), at + 2, length * 2, StandardCharsets.UTF_16LE));
            at += 2 + length * 2;
        }
        return owners;
    }

    /** The words that a comment is about lie between the ends of the bookmark that has its number. */
    private void bookmark(int name, String id) {
        Map<Integer, Integer> numbers = new HashMap<>();
        int table = place(BOOKMARKS);
        int count = length(BOOKMARKS) < 6 ? 0 : tables.getShort(table + 2) & 0xFFFF;
        int more = length(BOOKMARKS) < 6 ? 0 : tables.getShort(table + 4) & 0xFFFF;
        int at = table + 6;
        for (int i = 0; i < count; i++) {
            int letters = tables.getShort(at) & 0xFFFF;
            at += 2 + letters * 2;
            numbers.put(tables.getInt(at + 2), i);
            at += more;
        }
        Integer number = numbers.get(name);
        if (number == null) {
            return;
        }
        int begin = tables.getInt(place(BEGINS) + 4 * number);
        int end = tables.getShort(place(BEGINS) + 4 * (count + 1) + 4 * number) & 0xFFFF;
        marks.add(new Mark(begin, Kind.BEGIN, id));
        marks.add(new Mark(tables.getInt(place(ENDS) + 4 * end), Kind.END, id));
    }

    private static String words(String text) {
        return text.replace('\r', '\n')
                .replace('\u000B', '\n')
                .replace('\t', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                .strip();
    }

    /** Whether something stands before this letter of the file. */
    boolean isNear(int letter) {
        return passed < marks.size() && marks.get(passed).at() <= letter;
    }

    /** The reading has come to this letter of the file: what stands before it is at this place. */
    void pass(int letter, RemarkPlaces places, int block, int offset) {
        while (isNear(letter)) {
            Mark mark = marks.get(passed++);
            switch (mark.kind()) {
                case BEGIN -> places.start(mark.id(), block, offset);
                case END -> places.end(mark.id(), block, offset);
                case SIGN -> places.sign(mark.id(), block, offset);
            }
        }
    }

    /** Gives all to {@code list}. */
    void giveTo(BlockList list, RemarkPlaces places) {
        int first = list.remarks();
        for (Comment comment : comments) {
            boolean answers = comment.parent() >= 0 && comment.parent() < comments.size();
            list.remark(places.of(comment.id())
                    .said(
                            comment.author(),
                            comment.at(),
                            comment.text(),
                            answers ? first + comment.parent() : -1,
                            false));
        }
    }
}
