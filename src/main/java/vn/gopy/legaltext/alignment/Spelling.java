package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.legaltext.diff.Words;
import vn.gopy.vietnamese.OfficialAbbreviations;
import vn.gopy.vietnamese.analysis.EvenSpelling;

/** What two texts may differ in without saying anything else: spelling, letter case, abbreviations, white space. */
public final class Spelling {

    private static final Pattern BLANKS = Pattern.compile("(?U)[\\s\\p{Z}]+");

    /** By the first word, in its own letter case. */
    private static final Map<String, List<Abbreviation>> ABBREVIATIONS = abbreviations();

    private Spelling() {}

    /** An abbreviation as words and signs, with each of its readings in one spelling without blanks. */
    private record Abbreviation(List<String> words, List<String> readings) {}

    private static Map<String, List<Abbreviation>> abbreviations() {
        Map<String, List<Abbreviation>> all = new HashMap<>();
        OfficialAbbreviations.readings().forEach((written, readings) -> {
            List<String> words = words(written);
            all.computeIfAbsent(words.getFirst(), any -> new ArrayList<>())
                    .add(new Abbreviation(
                            words, readings.stream().map(Spelling::bare).toList()));
        });
        all.values()
                .forEach(list -> list.sort(
                        (one, other) -> other.words().size() - one.words().size()));
        return all;
    }

    private static List<String> words(String text) {
        Words words = Words.of(text);
        var list = new ArrayList<String>(words.count());
        for (int i = 0; i < words.count(); i++) {
            list.add(words.word(i));
        }
        return list;
    }

    /** One word or sign in the one spelling that is compared. */
    static String even(String word) {
        return switch (word) {
            case "“", "”", "„", "«", "»" -> "\"";
            case "‘", "’", "`", "´" -> "'";
            case "–", "—", "‐", "‑", "−" -> "-";
            default -> EvenSpelling.of(word);
        };
    }

    /** A text in one spelling without blanks. */
    static String bare(String text) {
        return words(text).stream().map(Spelling::even).collect(Collectors.joining());
    }

    /** A text as written, every run of white space as one blank. */
    static String oneSpaced(String text) {
        return isOneSpaced(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
    }

    private static boolean isOneSpaced(String text) {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c == ' ';
            if (plain
                    ? blank
                    : c < ' ' || c == '\u007F' || (c >= '\u0080' && c <= '\u00A0') || Character.isSpaceChar(c)) {
                return false;
            }
            blank = plain;
        }
        return !blank || text.isEmpty();
    }

    /** Whether two different texts say the same in the same words, but for spelling and abbreviations. */
    public static boolean alike(String one, String other) {
        List<String> first = words(one);
        List<String> second = words(other);
        return bare(one).equals(bare(other)) || reads(first, second) || reads(second, first);
    }

    /** Whether whole words of a text say it, in whatever spelling. */
    public static boolean holds(String text, String words) {
        List<String> all = words(text).stream().map(Spelling::even).toList();
        List<String> wanted = words(words).stream().map(Spelling::even).toList();
        return !wanted.isEmpty() && Collections.indexOfSubList(all, wanted) >= 0;
    }

    /** Whether the second is the first with some abbreviations of the first written out. */
    private static boolean reads(List<String> written, List<String> full) {
        String target = full.stream().map(Spelling::even).collect(Collectors.joining());
        int at = 0;
        for (int i = 0; i < written.size(); ) {
            Step step = step(written, i, target, at);
            if (step.words() == 0) {
                return false;
            }
            i += step.words();
            at += step.letters();
        }
        return at == target.length();
    }

    private record Step(int words, int letters) {}

    /** As it is written where that fits, else written out. */
    private static Step step(List<String> written, int i, String target, int at) {
        String word = even(written.get(i));
        for (Abbreviation abbreviation : ABBREVIATIONS.getOrDefault(written.get(i), List.of())) {
            int end = i + abbreviation.words().size();
            if (end <= written.size() && written.subList(i, end).equals(abbreviation.words())) {
                for (String reading : abbreviation.readings()) {
                    if (target.startsWith(reading, at)) {
                        return new Step(end - i, reading.length());
                    }
                }
            }
        }
        return target.startsWith(word, at) ? new Step(1, word.length()) : new Step(0, 0);
    }
}
