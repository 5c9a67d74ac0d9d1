package vn.gopy.paper.tracked;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Letters of an XML text: what they stand for, and how they are written. */
final class XmlText {

    private static final Pattern ENTITY = Pattern.compile("&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|[a-z]{2,4});");

    private XmlText() {}

    /** The letters that such text stands for; null where it holds more than letters and entities. */
    static @Nullable String read(String written) {
        if (written.indexOf('<') >= 0) {
            return null;
        }
        if (written.indexOf('&') < 0) {
            return written;
        }
        Matcher entity = ENTITY.matcher(written);
        var text = new StringBuilder();
        while (entity.find()) {
            String letter = letter(entity.group(1));
            if (letter == null) {
                return null;
            }
            entity.appendReplacement(text, Matcher.quoteReplacement(letter));
        }
        return entity.appendTail(text).toString();
    }

    private static @Nullable String letter(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> name.startsWith("#") ? byNumber(name) : null;
        };
    }

    private static @Nullable String byNumber(String name) {
        int code =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : null;
    }

    /** The letters as they are written between tags and in attributes; those that XML has no room for are left out. */
    static String write(String text) {
        var written = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> written.append("&amp;");
                case '<' -> written.append("&lt;");
                case '>' -> written.append("&gt;");
                case '"' -> written.append("&quot;");
                default -> {
                    if (isAllowed(c)) {
                        written.appendCodePoint(c);
                    }
                }
            }
        });
        return written.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' && c < 0xD800 || c == '\t' || c >= 0xE000 && c < 0xFFFE || c >= 0x10000;
    }

    /** The value of an attribute of a tag; null where it has none of that name. */
    static @Nullable String attribute(String tag, String name) {
        Matcher found = Pattern.compile(
                        "\\s(?:[\\w.-]+:)?" + Pattern.quote(name) + "\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')")
                .matcher(tag);
        if (!found.find()) {
            return null;
        }
        return read(found.group(1) == null ? found.group(2) : found.group(1));
    }
}
