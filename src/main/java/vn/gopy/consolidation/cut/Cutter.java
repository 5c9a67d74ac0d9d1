package vn.gopy.consolidation.cut;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.cut.Cut.Topic;
import vn.gopy.legaltext.citation.Citation;

/**
 * Cuts a text into points: by its numbers, letters and dashes, by lines and sentences that begin with another place, by "đồng thời"
 * between two wishes, by the rows of a table. What only agrees, greets or closes is none. Linear in the length of the text.
 */
public final class Cutter {

    private static final Pattern MARKER = Pattern.compile(
            "\\s*(?:(?<roman>[IVX]{1,5})[.)/]|\\(?(?<number>\\d{1,2}(?:\\.\\d{1,2}){0,3})[.)–-]|\\(?(?<letter>[a-zđ])\\)|(?<dash>[-–+•*]))\\s+"
                    + "|\\s*(?<bare>\\d{1,2}(?:\\.\\d{1,2}){1,3})\\s+");
    private static final Pattern OPENS = Pattern.compile(
            "(?iu)\\s*(tại|về|đối với|ở|điều|khoản|điểm|mục|chương|phần|phụ lục|trang|nơi nhận|k\\.?\\s?\\d|đ\\.?\\s?\\d)(?!\\p{L}).*",
            Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("[.;?!][”\")]?\\s+(?=[\\p{Lu}“])");
    private static final Pattern SPEAKER =
            Pattern.compile("(?iu)\\s*(đ/c|đồng chí|ông|bà|đại diện)\\s[^:\\n]{2,120}:\\s+(?s).*");

    private static final int PLAIN = 9;

    private final String text;
    private final Quotes quotes;
    private final Places places;
    private final List<Cut> cuts = new ArrayList<>();
    private final Deque<Heading> above = new ArrayDeque<>();

    private Cutter(String text) {
        this.text = text;
        this.quotes = new Quotes(text);
        this.places = new Places(text, quotes);
    }

    /** The points in the order of the text; they do not overlap. */
    public static List<Cut> cut(String text) {
        var cutter = new Cutter(text);
        cutter.all();
        return List.copyOf(cutter.cuts);
    }

    private record Heading(int level, int start, int end) {}

    /**
     * Lines that belong together.
     *
     * @param words where they begin behind the marker
     */
    private record Block(int level, int words, int end, boolean marked) {}

    private void all() {
        List<Block> blocks = new ArrayList<>();
        var table = new TableRows(text);
        @Nullable Block open = null;
        int at = start();
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(at, end);
            if (Words.ends(line)) {
                break;
            }
            if (table.isRow(line)) {
                open = closed(blocks, open);
                flush(blocks);
                table.cut(at, end, headings()).ifPresent(cuts::add);
            } else if (line.isBlank()
                    || Words.isFrame(line) && !MARKER.matcher(line).lookingAt()) {
                open = closed(blocks, open);
            } else {
                Block next = begin(line, at, end, open);
                if (next == null) {
                    Block going = Objects.requireNonNull(open);
                    open = new Block(going.level(), going.words(), end, going.marked());
                } else {
                    closed(blocks, open);
                    open = next;
                }
            }
            at = end + 1;
        }
        closed(blocks, open);
        flush(blocks);
    }

    /** Behind the sentence that leads in the opinions, where there is one. */
    private int start() {
        for (int at = 0; at < text.length(); ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(at, end);
            if (Words.leadsIn(line) && !MARKER.matcher(line).lookingAt()) {
                return Math.min(end + 1, text.length());
            }
            at = end + 1;
        }
        return 0;
    }

    private static @Nullable Block closed(List<Block> blocks, @Nullable Block open) {
        if (open != null) {
            blocks.add(open);
        }
        return null;
    }

    /** The block that begins with this line; null where the line goes on with the one before. */
    private @Nullable Block begin(String line, int at, int end, @Nullable Block open) {
        Matcher marker = MARKER.matcher(line);
        if (marker.lookingAt()) {
            return new Block(level(marker), at + marker.end(), end, true);
        }
        if (open == null
                || OPENS.matcher(line).matches()
                || SPEAKER.matcher(line).matches()) {
            int indent = line.length() - line.stripLeading().length();
            return new Block(PLAIN, at + indent, end, false);
        }
        return null;
    }

    private static int level(Matcher marker) {
        if (marker.group("roman") != null) {
            return 1;
        }
        String number = marker.group("number") == null ? marker.group("bare") : marker.group("number");
        if (number != null) {
            return 2 + (int) number.chars().filter(c -> c == '.').count();
        }
        return marker.group("letter") != null ? 6 : 7;
    }

    private void flush(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean deeper = i + 1 < blocks.size() && blocks.get(i + 1).level() > block.level();
            block(block, deeper);
        }
        blocks.clear();
    }

    private void block(Block block, boolean deeper) {
        while (!above.isEmpty() && above.getLast().level() >= block.level()) {
            above.removeLast();
        }
        String words = text.substring(block.words(), block.end()).strip();
        if (words.endsWith(":") || deeper && !Words.asks(words)) {
            above.addLast(new Heading(block.level(), block.words(), block.end()));
            return;
        }
        int from = block.words();
        int colon = colon(block);
        if (colon >= 0 && (Words.isAboutDraft(text.substring(from, colon)) || isSpeaker(block))) {
            above.addLast(new Heading(block.level(), from, colon));
            from = colon + 1;
        }
        sentences(from, block.end(), block.marked());
    }

    private boolean isSpeaker(Block block) {
        return SPEAKER.matcher(text.substring(block.words(), block.end())).matches();
    }

    private int colon(Block block) {
        for (int i = block.words(); i < block.end(); i++) {
            if (text.charAt(i) == ':' && !quotes.at(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Cuts one block where another place, or another wish, begins. */
    private void sentences(int from, int end, boolean marked) {
        int start = from;
        for (int next : breaks(from, end)) {
            if (Words.asks(text.substring(start, next)) && (places.leads(next, end) || isAlso(next))) {
                add(start, next, marked);
                start = next;
            } else if (Words.onlyAgrees(text.substring(start, next)) && places.leads(next, end)) {
                start = next;
            }
        }
        add(start, end, marked);
    }

    private boolean isAlso(int at) {
        return Words.also(text.substring(at, Math.min(text.length(), at + 40))) == 0;
    }

    private List<Integer> breaks(int from, int end) {
        var breaks = new ArrayList<Integer>();
        Matcher sentence = SENTENCE.matcher(text).region(from, end);
        while (sentence.find()) {
            if (!quotes.at(sentence.start())) {
                breaks.add(sentence.end());
            }
        }
        for (int at = from; at < end; ) {
            int also = Words.also(text.substring(at, end));
            if (also < 0) {
                break;
            }
            if (!quotes.at(at + also) && !breaks.contains(at + also)) {
                breaks.add(at + also);
            }
            at += also + 1;
        }
        breaks.sort(null);
        return breaks;
    }

    private void add(int from, int to, boolean marked) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == ',')) {
            end--;
        }
        if (start == end) {
            return;
        }
        String words = text.substring(start, end);
        List<String> headings = headings();
        List<Citation> cited = places.of(start, end, headings);
        boolean said = Words.asks(words) || !Words.onlyAgrees(words) && (marked || !cited.isEmpty());
        if (said) {
            cuts.add(new Cut(start, end, headings, cited, Words.row(words), topic(words, cited, headings)));
        }
    }

    private Topic topic(String words, List<Citation> cited, List<String> headings) {
        if (!cited.isEmpty() && places.isLed(words)) {
            return Topic.NONE;
        }
        Topic own = Words.topic(words);
        return own != Topic.NONE || headings.isEmpty() ? own : Words.topic(headings.getLast());
    }

    private List<String> headings() {
        return above.stream()
                .map(heading -> text.substring(heading.start(), heading.end()).strip())
                .toList();
    }
}
