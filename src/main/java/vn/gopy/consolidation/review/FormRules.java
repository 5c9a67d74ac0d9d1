package vn.gopy.consolidation.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.merged.Wording.Edit;
import vn.gopy.consolidation.review.FileWords.Words;
import vn.gopy.consolidation.review.Finding.Rule;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Regime;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structure.Zone;

/** Rules that look at one text alone: its end mark, the letters of its lists, the bodies that it names. */
public final class FormRules {

    /** The letters of lists: those of the Vietnamese alphabet without ă â ê ô ơ ư (Nghị định 78/2025/NĐ-CP, by example). */
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";

    /** The district level, which is no more since 01/7/2025; who has its tasks now, the text must say. */
    private static final Pattern DISTRICT = Pattern.compile(
            "(?:[Ủủ]y ban|[Uu]ỷ ban|Hội đồng) nhân dân (?:cấp )?huyện|(?:UBND|HĐND) (?:cấp )?huyện|(?<!\\p{L})cấp huyện");

    private static final Pattern LETTER = Pattern.compile("^([a-zđ])\\)");

    private static final int FEWEST_LATIN = 5;
    private static final int AROUND = 30;

    private FormRules() {}

    /** "./." in a text of the Party, where a plain full stop stands (Hướng dẫn 05-HD/VPTW). */
    public static List<Finding> endMarks(Structure structure) {
        List<Finding> findings = new ArrayList<>();
        if (structure.outline().regime() != Regime.PARTY) {
            return findings;
        }
        for (Words words : FileWords.of(structure)) {
            String text = words.text();
            int end = text.stripTrailing().length();
            if (text.startsWith("./.", end - 3)) {
                var repair = new Edit(words.block(), words.at(end - 3), words.at(end), ".");
                findings.add(finding(Rule.END_MARK, words, "./.", ".", repair));
            }
        }
        return findings;
    }

    private static Finding finding(Rule rule, Words words, String now, String instead, @Nullable Edit repair) {
        return new Finding(rule, words.row().body(), words.row().path(), now, instead, repair);
    }

    // ---- a, b, c, d, đ, e

    /** Letters of lists that are those of the Latin alphabet, or stand in another order. */
    public static List<Finding> listLetters(Structure structure) {
        List<Finding> findings = new ArrayList<>();
        List<Words> words = FileWords.of(structure);
        for (Body body : structure.outline().bodies()) {
            body.provisions().forEach(provision -> lists(body.code(), provision, words, findings));
        }
        return findings;
    }

    /** A letter that comes too late is none for the parser of lists: its line is asked, wherever that stands below. */
    private static void lists(String body, Provision provision, List<Words> words, List<Finding> findings) {
        boolean list = provision.children().stream().anyMatch(child -> child.level() == Level.POINT);
        if (list) {
            list(marked(body, provision.path(), words), findings);
        }
        provision.children().forEach(child -> lists(body, child, words, findings));
    }

    private record Marked(Words words, String letter) {}

    private static List<Marked> marked(String body, String path, List<Words> words) {
        List<Marked> marked = new ArrayList<>();
        for (Words one : words) {
            String below =
                    one.row().path().startsWith(path + "/") ? one.row().path().substring(path.length() + 1) : "";
            boolean inside = one.row().body().equals(body)
                    && (!below.isEmpty() || one.row().path().equals(path));
            Matcher letter = LETTER.matcher(one.segment().shown());
            if (inside && below.indexOf('/') < 0 && letter.find()) {
                marked.add(new Marked(one, letter.group(1)));
            }
        }
        return marked;
    }

    private static void list(List<Marked> marked, List<Finding> findings) {
        String letters = marked.stream().map(Marked::letter).collect(Collectors.joining());
        if (isWrong(letters)) {
            for (int n = 0; n < marked.size(); n++) {
                if (letters.charAt(n) != LETTERS.charAt(n)) {
                    findings.add(letter(marked.get(n), LETTERS.substring(n, n + 1)));
                }
            }
        }
    }

    /** A letter that is missing only is another matter: nobody knows whether the rest should move. */
    private static boolean isWrong(String letters) {
        if (letters.length() < 2 || letters.length() > LETTERS.length() || letters.charAt(0) != 'a') {
            return false;
        }
        String expected = LETTERS.substring(0, letters.length());
        boolean latin = letters.length() >= FEWEST_LATIN && LATIN.startsWith(letters);
        boolean habit = letters.contains("de") && letters.indexOf('đ') < 0;
        boolean order = sorted(letters).equals(sorted(expected));
        return !letters.equals(expected) && (latin || habit || order);
    }

    private static String sorted(String letters) {
        return letters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static Finding letter(Marked marked, String instead) {
        Words words = marked.words();
        int at = words.text().indexOf(marked.letter());
        Edit repair = words.segment().lead().isEmpty()
                ? new Edit(words.block(), words.at(at), words.at(at + 1), instead)
                : null;
        return new Finding(
                Rule.LIST_LETTER, words.row().body(), words.row().path(), marked.letter() + ")", instead + ")", repair);
    }

    // ---- bodies

    /**
     * Bodies by a name that they do not have any more, and those of the district level. Grounds keep the names of their time,
     * and so does a name that is told as a former one.
     *
     * @param renamed former names with those of today
     */
    public static List<Finding> retiredBodies(Structure structure, Map<String, String> renamed) {
        List<Finding> findings = new ArrayList<>();
        Pattern former = renamed.isEmpty() ? null : anyOf(renamed);
        for (Words words : FileWords.of(structure)) {
            if (words.row().zone() == Zone.HEAD || words.row().zone() == Zone.PREAMBLE) {
                continue;
            }
            String text = words.text();
            Matcher name = former == null ? null : former.matcher(text);
            while (name != null && name.find()) {
                String now = Objects.requireNonNull(renamed.get(name.group()));
                if (!text.startsWith(now, name.start()) && !isTold(text, name.start())) {
                    var repair = new Edit(words.block(), words.at(name.start()), words.at(name.end()), now);
                    findings.add(finding(Rule.RETIRED_BODY, words, name.group(), now, repair));
                }
            }
            Matcher district = DISTRICT.matcher(text);
            while (district.find()) {
                if (!isTold(text, district.start())) {
                    findings.add(new Finding(
                            Rule.RETIRED_BODY, words.row().body(), words.row().path(), district.group(), "", null));
                }
            }
        }
        return findings;
    }

    /** The longest first, so that no name is found within another. */
    private static Pattern anyOf(Map<String, String> renamed) {
        String names = renamed.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<!\\p{L})(?:" + names + ")(?!\\p{L})");
    }

    private static boolean isTold(String text, int at) {
        String before = text.substring(Math.max(0, at - AROUND), at);
        return before.contains("trước đây") || before.contains("nguyên là") || before.contains("hợp nhất");
    }
}
