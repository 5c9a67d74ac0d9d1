package vn.gopy.search.question;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.search.Facet;
import vn.gopy.shared.Limits;
import vn.gopy.vietnamese.analysis.EvenFolding;

/**
 * Reads what a person typed: quoted phrases, minus words, filters such as {@code loai:QĐ}, document numbers in full or
 * short ({@code NQ 57}), places ({@code điểm đ khoản 2 Điều 5}, {@code Đ12 k1}); the rest is words. Any input is read, none
 * is an error; what stands behind the limits is left out and counted.
 */
final class QuestionReader {

    static final int MAX_CHARACTERS = Limits.QUESTION;
    static final int MAX_WORDS = 64;

    private static final Pattern FILTER = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(loai|nam|co-quan|trang-thai|vien-dan):(?:\"([^\"]{0,100})\"|([^\\s\"]{1,100}))");
    private static final Pattern QUOTED =
            Pattern.compile("(-?)[\"\u201C\u201D\u201E]([^\"\u201C\u201D\u201E]*)[\"\u201C\u201D\u201E]");
    private static final Pattern MINUS = Pattern.compile("(?<!\\S)-(\\p{L}[\\p{L}\\p{M}\\p{N}]*)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200D\u2060\uFEFF\u00AD\\p{Cc}]");

    private final StringBuilder rest;
    private final List<String> phrases = new ArrayList<>();
    private final List<String> excluded = new ArrayList<>();
    private final List<List<String>> numbers = new ArrayList<>();
    private final List<List<String>> places = new ArrayList<>();
    private final List<List<String>> cited = new ArrayList<>();
    private final List<String> lifted = new ArrayList<>();
    private final Map<Facet, Set<String>> narrowed = new EnumMap<>(Facet.class);
    private int leftOut;

    private QuestionReader(String typed) {
        rest = new StringBuilder(typed);
    }

    static Question read(String typed) {
        String nfc = Normalizer.normalize(INVISIBLE.matcher(typed).replaceAll(" "), Normalizer.Form.NFC);
        int cut = Math.min(nfc.length(), MAX_CHARACTERS);
        QuestionReader reader = new QuestionReader(nfc.substring(0, cut));
        reader.leftOut =
                (int) WORD.matcher(nfc.substring(cut)).results().limit(10_000).count();
        return reader.read();
    }

    private Question read() {
        take(FILTER, true, this::narrow);
        take(QUOTED, false, this::quote);
        take(MINUS, false, found -> excluded.add(found.group(1)));
        takeNumbers();
        takePlaces();
        return new Question(
                firstWords(), phrases, excluded, numbers, places, String.join(" ", lifted), cited, narrowed, leftOut);
    }

    private interface Taking {
        void take(Matcher found);
    }

    /** HandRepository every find on and blanks it out, so that later steps do not see it. */
    private void take(Pattern pattern, boolean folded, Taking taking) {
        Matcher matcher = pattern.matcher(folded ? EvenFolding.fold(rest.toString()) : rest.toString());
        while (matcher.find()) {
            taking.take(matcher);
            blank(matcher.start(), matcher.end());
        }
    }

    private void blank(int start, int end) {
        rest.replace(start, end, " ".repeat(end - start));
    }

    private void narrow(Matcher found) {
        int group = found.group(2) == null ? 3 : 2;
        String value = rest.substring(found.start(group), found.end(group)).strip();
        if (value.isEmpty()) {
            return;
        }
        if (found.group(1).equals("vien-dan")) {
            cite(value);
            return;
        }
        Facet facet = switch (found.group(1)) {
            case "loai" -> Facet.KIND;
            case "nam" -> Facet.YEAR;
            case "co-quan" -> Facet.UNIT;
            default -> FacetValues.isDraft(value) ? Facet.DRAFT : Facet.STATE;
        };
        narrowed.computeIfAbsent(facet, none -> new LinkedHashSet<>()).add(value);
    }

    private void cite(String number) {
        TypedNumber.findIn(number).forEach(one -> cited.add(List.of(one.narrowestKey())));
        ShortNumber.findIn(number).forEach(one -> cited.add(List.of(one.key())));
    }

    private void quote(Matcher found) {
        String phrase = found.group(2).strip();
        if (WORD.matcher(phrase).find()) {
            (found.group(1).isEmpty() ? phrases : excluded).add(phrase);
        }
    }

    private void takeNumbers() {
        for (TypedNumber number : TypedNumber.findIn(rest.toString())) {
            numbers.add(List.copyOf(number.keys()));
            lift(number.start(), number.end());
        }
        for (ShortNumber number : ShortNumber.findIn(rest.toString())) {
            numbers.add(List.of(number.key()));
            lift(number.start(), number.end());
        }
    }

    private void takePlaces() {
        for (TypedPlace place : TypedPlace.findIn(rest.toString())) {
            places.add(place.readings());
            lift(place.start(), place.end());
        }
    }

    private void lift(int start, int end) {
        lifted.add(rest.substring(start, end));
        blank(start, end);
    }

    private String firstWords() {
        Matcher words = WORD.matcher(rest);
        int count = 0;
        int end = 0;
        while (words.find()) {
            count++;
            if (count <= MAX_WORDS) {
                end = words.end();
            }
        }
        leftOut += Math.max(0, count - MAX_WORDS);
        return rest.substring(0, end).strip();
    }
}
