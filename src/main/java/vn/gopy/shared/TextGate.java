package vn.gopy.shared;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gate through which every text comes in. Behind it a text is in Unicode form NFC, its lines end with {@code \n}, it
 * holds no control characters, no noncharacters, no halves of characters and none that turn the direction of writing or
 * cannot be seen; within one line words stand one space apart; what has nothing to be seen in it is empty. Each kind adds its length and what it may hold.
 */
public enum TextGate {

    /** One line; line breaks of a title that was copied become spaces. */
    TITLE(Limits.TITLE),

    /** One line that is taken in at a glance. */
    LINE(Limits.LINE),

    /** The name of somebody or something; refuses line breaks and tabs, which come from copied tables. */
    NAME(Limits.NAME),

    /** The number of a letter; refuses line breaks and tabs. */
    NUMBER(Limits.NUMBER),

    /** Sentences, in lines. */
    TEXT(Limits.TEXT),

    /** Sentences whose beginning and end stay as they are: a wording that stands within other words. */
    WORDING(Limits.TEXT),

    /** Words before or behind others, likewise. */
    CONTEXT(Limits.CONTEXT),

    /** What is typed into the search box. */
    QUESTION(Limits.QUESTION),

    /** The name of a file, without its folders. Never refused: what may not stand in it is left out. */
    FILE_NAME(Limits.NAME);

    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");
    private static final Pattern BREAKS = Pattern.compile("[ \u00A0]*[\n\t]+[ \u00A0]*");
    private static final Pattern BLANKS = Pattern.compile("[\n\t\\p{Zs}]+");
    private static final int LONGEST_ENDING = 10;

    private final int most;

    TextGate(int most) {
        this.most = most;
    }

    /** How many characters it may have. */
    public int most() {
        return most;
    }

    /**
     * The text as it is kept; empty for null and for what cannot be seen.
     *
     * @throws Refusal CHARACTERS_WRONG, NAME_TOO_LONG, LINE_TOO_LONG or TEXT_TOO_LONG
     */
    public String pass(@Nullable String written) {
        if (written == null) {
            return "";
        }
        String clean = cleaned(written);
        if (clean.codePointCount(0, clean.length()) > most) {
            throw Refusal.unprocessable(tooLong(), most);
        }
        return clean;
    }

    /** The same for a text that may be absent: null stays null, an empty one stays empty. */
    public @Nullable String passOrNull(@Nullable String written) {
        return written == null ? null : pass(written);
    }

    /**
     * The same for a text that must be there.
     *
     * @param missing code of the refusal when there is nothing to be seen
     */
    public String require(@Nullable String written, String missing) {
        String clean = pass(written);
        if (clean.isBlank()) {
            throw Refusal.unprocessable(missing);
        }
        return clean;
    }

    /**
     * The same for a line that stands in a file, where nobody can be asked to mend it: what may not stand in a text is left
     * out, and a long one is cut.
     */
    public String found(String line) {
        String clean = cleaned(String.join(" ", lines(line)).replace('\t', ' '));
        return clean.codePointCount(0, clean.length()) <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Whether the text passes. */
    public boolean takes(String written) {
        try {
            pass(written);
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    /** Whether there is no character in it that no text has: none that controls, half of one, or none at all. */
    public static boolean isText(String written) {
        return LINE_END.matcher(written).replaceAll("\n").codePoints().noneMatch(TextGate::isForbidden);
    }

    /** The lines of a text as they can be printed, one at least: tabs stay, whatever no text holds is left out. */
    public static List<String> lines(String text) {
        StringBuilder printed = new StringBuilder(text.length());
        LINE_END.matcher(text)
                .replaceAll("\n")
                .codePoints()
                .filter(point -> !isForbidden(point))
                .forEach(printed::appendCodePoint);
        return List.of(printed.toString().split("\n", -1));
    }

    private String tooLong() {
        return switch (this) {
            case TITLE, NAME, NUMBER, QUESTION, FILE_NAME -> "NAME_TOO_LONG";
            case LINE -> "LINE_TOO_LONG";
            case TEXT, WORDING, CONTEXT -> "TEXT_TOO_LONG";
        };
    }

    private String cleaned(String written) {
        String seen = withoutUnseen(LINE_END.matcher(written).replaceAll("\n"));
        String text = Normalizer.normalize(seen, Normalizer.Form.NFC);
        String shaped = switch (this) {
            case TITLE, LINE, QUESTION -> spaced(text);
            case NAME, NUMBER -> spaced(onOneLine(text));
            case TEXT -> text.strip();
            case WORDING, CONTEXT -> text;
            case FILE_NAME -> fileName(text);
        };
        return showsSomething(shaped) || this == WORDING || this == CONTEXT ? shaped : "";
    }

    private static String spaced(String line) {
        return BLANKS.matcher(line).replaceAll(" ").strip();
    }

    private static String onOneLine(String text) {
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            throw Refusal.unprocessable("CHARACTERS_WRONG");
        }
        return text;
    }

    private String withoutUnseen(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(this::keeps).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private boolean keeps(int point) {
        boolean forbidden = isForbidden(point);
        if (forbidden && this != FILE_NAME) {
            throw Refusal.unprocessable("CHARACTERS_WRONG");
        }
        return !forbidden && !isUnseen(point);
    }

    private static boolean isForbidden(int point) {
        return isControl(point) || Character.getType(point) == Character.SURROGATE || isNoCharacter(point);
    }

    private static boolean isControl(int point) {
        return Character.getType(point) == Character.CONTROL && point != '\n' && point != '\t';
    }

    private static boolean isNoCharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    /** Format characters; the joiners stay, for other scripts and for pictures need them between their letters. */
    private static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT && point != 0x200C && point != 0x200D;
    }

    private static boolean showsSomething(String text) {
        return text.codePoints().anyMatch(TextGate::isSeen);
    }

    private static boolean isSeen(int point) {
        boolean blankLetter = switch (point) {
            case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> false;
        };
        return !blankLetter
                && switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK -> false;
                    default -> true;
                };
    }

    /** The last part of a path, on one line; a long one keeps its ending. */
    private static String fileName(String path) {
        String line = BREAKS.matcher(path).replaceAll(" ");
        String name = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1)
                .strip();
        int length = name.codePointCount(0, name.length());
        if (length <= Limits.NAME) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot < 0 || name.length() - dot > LONGEST_ENDING ? "" : name.substring(dot);
        int kept = Limits.NAME - 1 - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + "…" + ending.toLowerCase(Locale.ROOT);
    }
}
