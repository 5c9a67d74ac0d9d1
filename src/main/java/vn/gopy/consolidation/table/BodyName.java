package vn.gopy.consolidation.table;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.gopy.legaltext.Body;

/** What a body is called inside a sentence: "Quyết định ban hành Quy chế …", the kind once and not in capitals. */
final class BodyName {

    private static final Pattern SHOUTED_START = Pattern.compile("^\\p{Lu}+(?: \\p{Lu}+)+(?= .*\\p{Ll})");

    private BodyName() {}

    static String of(Body body) {
        var type = Objects.requireNonNullElse(body.type(), "");
        var title = calm(Objects.requireNonNullElse(body.title(), ""));
        return title.regionMatches(true, 0, type, 0, type.length()) ? title : (type + " " + title).strip();
    }

    /** Where only the beginning is in capitals, that is the kind of the text. */
    private static String calm(String title) {
        return SHOUTED_START
                .matcher(title)
                .replaceFirst(start ->
                        start.group().charAt(0) + start.group().substring(1).toLowerCase(Locale.ROOT));
    }
}
