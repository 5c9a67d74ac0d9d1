package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.head.Issuers;
import vn.gopy.legaltext.parse.Words;
import vn.gopy.vietnamese.Syllables;

/**
 * A title that a file prints in capitals, in the letters of running text. Which words are names only the document itself
 * can say, and it nearly always does: its grounds and its first Điều hold the words of the title once more. What stands
 * nowhere in the text is written small unless it is a known name, a symbol, a Roman numeral or an abbreviation.
 */
public final class ReadableTitle {

    private static final Locale VIETNAMESE = Locale.of("vi");
    private static final Pattern SPACES = Pattern.compile("(?U)\\s+");
    private static final Pattern WORD = Pattern.compile("(?U)[\\p{L}\\p{M}\\d]+(?:[./&-][\\p{L}\\p{M}\\d]+)*");
    private static final Pattern ROMAN = Pattern.compile("[IVXLC]+");
    private static final String SENTENCE_ENDS = ".;:!?“\"”(\n";

    /** What a Roman numeral counts. */
    private static final Set<String> COUNTED = Set.of(
            "khóa",
            "khoá",
            "thứ",
            "lần",
            "chương",
            "phần",
            "mục",
            "hạng",
            "loại",
            "cấp",
            "nhóm",
            "đợt",
            "kỳ",
            "lục",
            "quý",
            "giai đoạn",
            "vùng");

    /** Laws whose names go on small: "Luật sửa đổi, bổ sung …", "Luật số 16/1999/QH10". */
    private static final Set<String> NOT_A_NAME = Set.of("sửa", "của", "số", "nước", "về", "này", "năm");

    /** How many places of a word are looked at; the first ones, where the grounds stand, say enough. */
    private static final int MOST_PLACES = 400;

    private static final int LONGEST_RUN = 12;

    private ReadableTitle() {}

    /** The title with its words in capitals as the document writes them, all others as printed. White space folded. */
    public static String of(String printed, Outline outline) {
        return readable(printed, outline);
    }

    /** The same where only the title is known: names that every office knows keep their capitals. */
    public static String of(String printed) {
        return readable(printed, null);
    }

    private static String readable(String printed, @Nullable Outline outline) {
        String title = SPACES.matcher(printed).replaceAll(" ").strip();
        List<Word> words = words(title);
        boolean[] shouted = shouted(title, words);
        if (nothing(shouted)) {
            return title;
        }
        var running = outline == null ? new RunningText(List.of()) : RunningText.of(outline, words);
        String[] spelt = running.spellings(words);
        boolean[] names = names(title, words);
        for (int i = 0; i < spelt.length; i++) {
            if (spelt[i] == null) {
                spelt[i] = unseen(words, i, names[i]);
            }
        }
        nameOfLaw(words, spelt);
        return put(title, words, spelt, shouted);
    }

    /** Which words stand in capitals though they need not: the whole title, or two such words and more in a row. */
    private static boolean[] shouted(String title, List<Word> words) {
        var shouted = new boolean[words.size()];
        if (Words.isCapitals(title)) {
            Arrays.fill(shouted, true);
            return shouted;
        }
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            boolean loud = i < words.size() && isLoud(words.get(i));
            if (!loud) {
                Arrays.fill(shouted, from, i, i - from > 1);
                from = i + 1;
            }
        }
        return shouted;
    }

    private static boolean isLoud(Word word) {
        return Words.isCapitals(word.written()) && Syllables.isSyllable(word.small());
    }

    private static boolean nothing(boolean[] marks) {
        for (boolean mark : marks) {
            if (mark) {
                return false;
            }
        }
        return true;
    }

    /** A word of a text: where it stands, as written, and in small letters. */
    private record Word(int start, int end, String written, String small, boolean beginsSentence) {}

    private static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        Matcher matcher = WORD.matcher(text);
        int before = 0;
        while (matcher.find()) {
            String written = matcher.group();
            boolean begins = words.isEmpty() || endsSentence(text, before, matcher.start());
            words.add(new Word(matcher.start(), matcher.end(), written, written.toLowerCase(VIETNAMESE), begins));
            before = matcher.end();
        }
        return words;
    }

    private static boolean endsSentence(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** A word that the text does not say. */
    private static String unseen(List<Word> words, int at, boolean name) {
        Word word = words.get(at);
        boolean counted = at > 0 && COUNTED.contains(words.get(at - 1).small());
        boolean syllable = Syllables.isSyllable(word.small());
        boolean roman = ROMAN.matcher(word.written()).matches()
                && Words.roman(word.written()) > 0
                && (counted || !syllable && word.written().length() > 1);
        boolean symbol = word.written().chars().anyMatch(Character::isDigit)
                || word.written().contains("/");
        boolean abbreviation = !syllable && word.written().indexOf('-') < 0;
        if (roman || symbol || abbreviation) {
            return word.written();
        }
        return name ? first(word.small()) : word.small();
    }

    /** True for each first letter of a name that every office knows. */
    private static boolean[] names(String title, List<Word> words) {
        String spelt = Issuers.withNames(title.toLowerCase(VIETNAMESE));
        var names = new boolean[words.size()];
        for (int i = 0; i < names.length; i++) {
            int start = words.get(i).start();
            names[i] = start < spelt.length() && Character.isUpperCase(spelt.charAt(start));
        }
        return names;
    }

    /** "Luật Đất đai", "Bộ luật Dân sự": the name of a law begins with a capital. */
    private static void nameOfLaw(List<Word> words, String[] spelt) {
        int at = 0;
        for (String kind : List.of("luật", "bộ luật", "pháp lệnh")) {
            String[] parts = kind.split(" ");
            boolean here = words.size() > parts.length;
            for (int i = 0; here && i < parts.length; i++) {
                here = words.get(i).small().equals(parts[i]);
            }
            at = here ? parts.length : at;
        }
        if (at > 0 && !NOT_A_NAME.contains(words.get(at).small())) {
            spelt[at] = first(spelt[at]);
        }
    }

    private static String put(String title, List<Word> words, String[] spelt, boolean[] shouted) {
        var out = new StringBuilder(title);
        for (int i = 0; i < spelt.length; i++) {
            if (shouted[i]) {
                out.replace(words.get(i).start(), words.get(i).end(), spelt[i]);
            }
        }
        return first(out.toString());
    }

    /** The words with a capital at their beginning. */
    static String first(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(VIETNAMESE) + words.substring(1);
    }

    /** The document's words in mixed case, with the places of those that the title has. */
    private record RunningText(List<Word> text, Map<String, List<Integer>> places) {

        RunningText(List<Word> text) {
            this(text, new HashMap<>());
        }

        static RunningText of(Outline outline, List<Word> title) {
            var running = new RunningText(new ArrayList<>());
            Set<String> wanted = new HashSet<>();
            title.forEach(word -> wanted.add(word.small()));
            for (Body body : outline.bodies()) {
                running.add(body.preamble(), wanted);
                running.add(body.provisions(), wanted);
                running.add(body.closing(), wanted);
            }
            outline.annexes().forEach(annex -> running.add(annex.provisions(), wanted));
            return running;
        }

        private void add(List<Provision> provisions, Set<String> wanted) {
            for (Provision provision : provisions) {
                if (provision.heading() != null) {
                    add(provision.heading(), wanted);
                }
                add(provision.text(), wanted);
                if (provision.rows() != null) {
                    provision.rows().forEach(row -> row.forEach(cell -> add(cell, wanted)));
                }
                add(provision.children(), wanted);
            }
        }

        private void add(String piece, Set<String> wanted) {
            for (String line : piece.split("\n")) {
                if (Words.isCapitals(line)) {
                    continue;
                }
                for (Word word : words(line)) {
                    if (wanted.contains(word.small())) {
                        places.computeIfAbsent(word.small(), any -> new ArrayList<>())
                                .add(text.size());
                    }
                    text.add(word);
                }
            }
        }

        /** Each word as most runs of words that the text shares with the title write it; null for one it does not say. */
        String[] spellings(List<Word> title) {
            List<Map<String, Integer>> votes = new ArrayList<>();
            title.forEach(word -> votes.add(new HashMap<>()));
            for (int i = 0; i < title.size(); i++) {
                List<Integer> starts = places.getOrDefault(title.get(i).small(), List.of());
                int longest = 0;
                for (int start : starts.subList(0, Math.min(MOST_PLACES, starts.size()))) {
                    longest = Math.max(longest, shared(title, i, start));
                }
                for (int start : starts.subList(0, Math.min(MOST_PLACES, starts.size()))) {
                    int run = shared(title, i, start);
                    if (run == longest) {
                        vote(votes, i, start, run);
                    }
                }
            }
            return votes.stream().map(RunningText::winner).toArray(String[]::new);
        }

        private int shared(List<Word> title, int from, int start) {
            int run = 0;
            while (run < LONGEST_RUN
                    && from + run < title.size()
                    && start + run < text.size()
                    && text.get(start + run)
                            .small()
                            .equals(title.get(from + run).small())) {
                run++;
            }
            return run;
        }

        /** Longer runs know more; a capital that only begins a sentence says nothing. */
        private void vote(List<Map<String, Integer>> votes, int from, int start, int run) {
            for (int k = 0; k < run; k++) {
                Word word = text.get(start + k);
                if (!isLoud(word)
                        && !(word.beginsSentence()
                                && Character.isUpperCase(word.written().charAt(0)))) {
                    votes.get(from + k).merge(word.written(), run * run, Integer::sum);
                }
            }
        }

        private static @Nullable String winner(Map<String, Integer> votes) {
            return votes.entrySet().stream()
                    .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
    }
}
