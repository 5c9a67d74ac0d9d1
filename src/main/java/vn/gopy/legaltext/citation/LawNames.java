package vn.gopy.legaltext.citation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.parse.TextAt;
import vn.gopy.vietnamese.Folding;

/**
 * Where the name of a law ends. Names hold commas and "và" ("Luật An toàn, vệ sinh lao động"), so the known ones stand in
 * a list; of others the signs of an end are taken: a number, a year, a sign, a word that begins a predicate.
 */
final class LawNames {

    private static final int MOST_WORDS = 20;

    /** Words that no name goes on with. */
    private static final Set<String> ENDS = Set.of(
            "này", "được", "đã", "có", "quy", "thì", "để", "là", "theo", "hoặc", "tại", "số", "năm", "ngày", "phải",
            "sẽ", "không", "khi", "nếu", "đối", "về", "của", "do", "cho", "hay", "ban", "trong", "trừ", "cũng", "bị",
            "mà", "ở", "từ", "đến", "như", "nêu", "nói", "trên", "sau", "trước", "và", "hiện", "kể", "các", "sửa",
            "còn");

    /** One word further; the names that end here, in small letters, with their marks. */
    private record Step(Map<String, Step> next, List<String> names) {
        Step() {
            this(new HashMap<>(), new ArrayList<>(1));
        }

        /** Marks count where one syllable is all there is: "Giá" is a law, "gia" is not. */
        boolean endsName(String word, boolean single) {
            return !names.isEmpty() && (!single || names.contains(word.toLowerCase(Locale.ROOT)));
        }
    }

    private static final Step KNOWN = read();

    private LawNames() {}

    private static Step read() {
        var root = new Step();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(LawNames.class.getResourceAsStream("law-names.txt")), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').forEach(line -> {
                Step at = root;
                for (String word : plain(line).split(" ")) {
                    at = at.next().computeIfAbsent(word, w -> new Step());
                }
                at.names().add(line.toLowerCase(Locale.ROOT));
            });
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return root;
    }

    /**
     * Behind the name that begins here; -1 when none does.
     *
     * @param capitals whether the text is set in capitals, so that these do not show where a name begins
     */
    static int end(String text, int at, boolean capitals) {
        int known = known(text, at);
        return known >= 0 || capitals ? known : unknown(text, at);
    }

    private static int known(String text, int from) {
        Step step = KNOWN;
        int best = -1;
        int at = from;
        while (TextAt.isWord(text, at)) {
            int end = TextAt.wordEnd(text, at);
            String word = text.substring(at, Math.min(end, at + 12));
            step = step.next().get(Folding.fold(word));
            if (step == null) {
                break;
            }
            best = step.endsName(word, at == from) ? end : best;
            at = afterSigns(text, end);
        }
        return best;
    }

    private static int afterSigns(String text, int end) {
        int at = TextAt.skip(text, end);
        char c = TextAt.charAt(text, at);
        return c == ',' || c == '-' ? TextAt.skip(text, at + 1) : at;
    }

    private static int unknown(String text, int from) {
        // of old texts: "Pháp lệnh thừa kế ngày 30-8-1990"
        boolean small = !Character.isUpperCase(TextAt.charAt(text, from));
        int end = -1;
        int at = from;
        int firstPause = -1;
        for (int words = 0; words < MOST_WORDS && Character.isLetter(TextAt.charAt(text, at)); words++) {
            int wordEnd = TextAt.wordEnd(text, at);
            String word = text.substring(at, Math.min(wordEnd, at + 8));
            if (ENDS.contains(word)) {
                boolean numbered = numbered(text, at);
                if (!word.equals("và")) {
                    return numbered ? end : small ? -1 : firstPause < 0 ? end : firstPause;
                }
                firstPause = firstPause < 0 ? end : firstPause;
            }
            end = wordEnd;
            at = TextAt.skip(text, wordEnd);
            if (TextAt.charAt(text, at) == ',') {
                firstPause = firstPause < 0 ? end : firstPause;
                at = TextAt.skip(text, at + 1);
            }
        }
        return small ? -1 : firstPause < 0 ? end : firstPause;
    }

    /** "số 30", "năm 2019", "ngày 5": what proves that everything before it was the name. */
    private static boolean numbered(String text, int at) {
        int end = TextAt.anyWord(text, at, "số", "năm", "ngày");
        return end >= 0 && TextAt.isDigit(text, TextAt.skip(text, end));
    }

    /** Small letters without marks, words parted by one blank, signs left out. */
    static String plain(@Nullable String name) {
        String folded = Folding.fold(name == null ? "" : name);
        var out = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }
}
