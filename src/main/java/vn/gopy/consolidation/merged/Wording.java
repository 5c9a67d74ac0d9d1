package vn.gopy.consolidation.merged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.merged.PlaceLines.Stretch;
import vn.gopy.legaltext.diff.Change;
import vn.gopy.legaltext.diff.WordDiff;
import vn.gopy.legaltext.diff.Words;

/** From the words of a place to accepted ones: only those that differ, word by word. */
public final class Wording {

    /** Letters that may be marked without having changed. */
    private static final int FEW = 40;

    private Wording() {}

    /**
     * Words of one block that become others.
     *
     * @param to the same place as {@code from} where words only come
     * @param words that come; a line feed begins another paragraph
     */
    public record Edit(int block, int from, int to, String words) {

        /** Whether both touch the same words, or the same place between words. */
        boolean touches(Edit other) {
            return block == other.block && from <= other.to && other.from <= to;
        }
    }

    /**
     * What the place is to say after an accepted wording. The wording is of the whole place, with or without its number;
     * where it has less than half of the place's words and the opinion was about some words that stand there once, it is
     * of those.
     *
     * @param quote the words that the opinion was about; null for the whole place
     */
    public static String target(String now, @Nullable String label, @Nullable String quote, String applied) {
        String own = own(now, label, applied);
        if (quote == null
                || quote.isBlank()
                || kept(now, own) * 2 >= Words.of(now).count()) {
            return own;
        }
        String words = quote.strip();
        int at = now.indexOf(words);
        boolean once = at >= 0 && now.indexOf(words, at + 1) < 0;
        return once ? now.substring(0, at) + applied.strip() + now.substring(at + words.length()) : own;
    }

    private static int kept(String now, String wanted) {
        return WordDiff.of(now, wanted).stream()
                .filter(one -> one.op() == Change.Op.EQUAL)
                .mapToInt(one -> Words.of(one.text()).count())
                .sum();
    }

    /** A wording of a whole place without the number that the place shows before its own words. */
    public static String own(String now, @Nullable String label, String wording) {
        String applied = wording.strip();
        if (label == null || label.isBlank()) {
            return applied;
        }
        Pattern lead = Pattern.compile("^" + Pattern.quote(label.strip()) + "(?:[.):]\\s*|(?<=[.):])\\s*|\\s+)");
        return lead.matcher(now).find() ? applied : lead.matcher(applied).replaceFirst("");
    }

    /** The edits that make of the words in these stretches the wanted ones; white space alone is none. */
    public static List<Edit> edits(List<Stretch> now, String wanted) {
        var text = new StringBuilder();
        now.forEach(one -> text.append(text.isEmpty() ? "" : "\n").append(one.text()));
        var spans = new Spans(text.toString());
        for (Change change : WordDiff.of(text.toString(), wanted)) {
            spans.take(change);
        }
        List<Edit> edits =
                spans.done().stream().flatMap(span -> span.in(now).stream()).toList();
        List<Edit> whole = new ArrayList<>();
        for (int n = 0; n < edits.size(); n++) {
            Edit edit = edits.get(n);
            boolean last = n + 1 == edits.size() || edits.get(n + 1).block() != edit.block();
            whole.add(last ? toEnd(edit, now) : edit);
        }
        return List.copyOf(whole);
    }

    /** A paragraph more begins behind a line: the few words behind it in the line, often its full stop, go and come again. */
    private static Edit toEnd(Edit edit, List<Stretch> now) {
        Stretch line = now.stream()
                .filter(one -> one.block() == edit.block() && edit.from() >= one.from() && edit.to() <= one.to())
                .findFirst()
                .orElseThrow();
        String rest = line.text().substring(edit.to() - line.from());
        return edit.words().indexOf('\n') < 0 || rest.length() > FEW
                ? edit
                : new Edit(edit.block(), edit.from(), line.to(), edit.words() + rest);
    }

    /** Of the edits those that belong together; empty where they touch what was taken before. */
    public static Optional<List<Edit>> beside(List<Edit> taken, List<Edit> edits) {
        List<Edit> fresh = edits.stream().filter(one -> !taken.contains(one)).toList();
        boolean free = fresh.stream().noneMatch(one -> taken.stream().anyMatch(one::touches));
        return free ? Optional.of(fresh) : Optional.empty();
    }

    /** Words of the joined text that become others. */
    private record Span(int from, int to, String words) {

        /** Parted where the stretches are; what comes stands in the first of them. */
        List<Edit> in(List<Stretch> stretches) {
            List<Edit> edits = new ArrayList<>();
            String coming = words;
            int at = 0;
            for (int n = 0; n < stretches.size(); n++) {
                Stretch one = stretches.get(n);
                int end = at + one.text().length();
                int first = Math.max(from, at);
                int last = Math.min(to, end);
                boolean here = first < last || (first == last && edits.isEmpty() && !coming.isEmpty());
                if (here) {
                    edits.add(new Edit(one.block(), one.from() + first - at, one.from() + last - at, coming));
                    coming = "";
                }
                at = end + 1;
            }
            return edits;
        }
    }

    /** Follows the changes through the text that is there, whose white space is its own. */
    private static final class Spans {

        private final String text;
        private final List<Span> spans = new ArrayList<>();
        private int at;
        private int from = -1;
        private boolean owed;
        private final StringBuilder coming = new StringBuilder();

        Spans(String text) {
            this.text = text;
        }

        void take(Change change) {
            if (change.op() == Change.Op.EQUAL) {
                flush();
                owed = !pass(change.text());
            } else {
                from = from < 0 ? at : from;
                if (change.op() == Change.Op.DELETE) {
                    pass(change.text());
                } else {
                    coming.append(change.text());
                }
            }
        }

        /** Whether the white space at the end, if any, was there too. */
        private boolean pass(String words) {
            for (int i = 0; i < words.length(); i++) {
                if (!isBlank(words.charAt(i))) {
                    while (at < text.length() && isBlank(text.charAt(at))) {
                        at++;
                    }
                    at = Math.min(at + 1, text.length());
                }
            }
            int before = at;
            boolean blank = !words.isEmpty() && isBlank(words.charAt(words.length() - 1));
            while (blank && at < text.length() && isBlank(text.charAt(at))) {
                at++;
            }
            return !blank || at > before;
        }

        private static boolean isBlank(char c) {
            return Character.isWhitespace(c) || Character.isSpaceChar(c);
        }

        private void flush() {
            if (from >= 0) {
                int start = from;
                var words = (owed && !coming.isEmpty() && !isBlank(coming.charAt(0)) ? " " : "") + coming;
                // white space that both have stays as it is
                while (start < at && !words.isEmpty() && isBlank(words.charAt(0)) && isBlank(text.charAt(start))) {
                    start++;
                    words = words.substring(1);
                }
                boolean behind = at < text.length() && isBlank(text.charAt(at));
                if (behind && start == from) {
                    words = words.stripTrailing();
                }
                if (start < at || !words.isBlank()) {
                    spans.add(new Span(start, at, words));
                }
                from = -1;
                coming.setLength(0);
            }
        }

        List<Span> done() {
            flush();
            return spans;
        }
    }
}
