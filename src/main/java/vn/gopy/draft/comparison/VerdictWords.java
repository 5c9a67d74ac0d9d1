package vn.gopy.draft.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.shared.Texts;

/** What became of a place, in words: "Đổi số, sửa". */
final class VerdictWords {

    private final Texts texts;
    private final Locale locale;

    VerdictWords(Texts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** The sentence of a comparison with that key. */
    String of(String key, Object... values) {
        return texts.get(locale, "compare." + key, values);
    }

    /** What a place outside the tree, or one without a number, is called. */
    String place(String kind) {
        return of("place." + kind);
    }

    /**
     * @param moved whether it stands in another unit now
     * @param renumbered whether its number is another one
     * @param spelling whether its words differ in spelling alone
     */
    String verdict(Tie.Kind kind, boolean moved, boolean renumbered, boolean spelling) {
        List<String> parts = new ArrayList<>();
        boolean oneToOne = kind == Tie.Kind.EDITED || kind == Tie.Kind.RENUMBERED || kind == Tie.Kind.MOVED;
        if (oneToOne && (moved || kind == Tie.Kind.MOVED)) {
            parts.add(of("was.MOVED"));
        }
        if (oneToOne && (renumbered || kind == Tie.Kind.RENUMBERED)) {
            parts.add(of("was.RENUMBERED"));
        }
        if (!oneToOne || kind == Tie.Kind.EDITED) {
            parts.add(spelling && kind == Tie.Kind.EDITED ? of("was.spelling") : of("was." + kind));
        }
        return capital(String.join(", ", parts));
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
