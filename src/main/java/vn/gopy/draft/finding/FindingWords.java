package vn.gopy.draft.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Part;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.Texts;

/** Puts what was noticed about a text into words, when somebody reads it. */
public final class FindingWords {

    private static final String KEY = "finding.";

    /** More of a text than this nobody reads within a sentence. */
    private static final int LONGEST_PART = 1_000;

    private FindingWords() {}

    /** The sentence in the language, beginning with a capital. */
    public static String of(Texts texts, Locale locale, Sentence sentence) {
        Wording wording = sentence.wording();
        List<String> arguments = sentence.arguments();
        int own = wording.own().size();
        List<Object> values = new ArrayList<>(values(texts, locale, wording.own(), arguments.subList(0, own)));
        if (!wording.each().isEmpty()) {
            values.add(list(texts, locale, wording, arguments.subList(own, arguments.size())));
        }
        return capital(texts.get(locale, KEY + wording, values.toArray()));
    }

    private static String list(Texts texts, Locale locale, Wording wording, List<String> arguments) {
        int size = wording.each().size();
        List<String> items = new ArrayList<>();
        for (int at = 0; at < arguments.size(); at += size) {
            List<Object> values = values(texts, locale, wording.each(), arguments.subList(at, at + size));
            items.add(texts.get(locale, KEY + wording + ".each", values.toArray()));
        }
        return items.stream().collect(Collectors.joining(wording.between()));
    }

    private static List<Object> values(Texts texts, Locale locale, List<Part> parts, List<String> arguments) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String argument = arguments.get(i);
            values.add(
                    switch (parts.get(i)) {
                        case TEXT -> Excerpt.of(argument, LONGEST_PART);
                        case UNIT -> texts.get(locale, KEY + "unit." + argument);
                        case METHOD -> texts.get(locale, KEY + "method." + argument);
                    });
        }
        return values;
    }

    private static String capital(String words) {
        int first = words.isEmpty() ? 0 : words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }
}
