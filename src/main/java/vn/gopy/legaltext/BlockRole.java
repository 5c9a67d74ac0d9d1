package vn.gopy.legaltext;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.parse.Line;
import vn.gopy.legaltext.parse.Marker;

/** What a person says a block is, whatever the parser would have made of it. */
public enum BlockRole {
    PART(Level.PART),
    CHAPTER(Level.CHAPTER),
    SECTION(Level.SECTION),
    SUBSECTION(Level.SUBSECTION),
    ARTICLE(Level.ARTICLE),
    CLAUSE(Level.CLAUSE),
    POINT(Level.POINT),
    /** A heading of a text without Điều, first rank. */
    OUTLINE_1(Level.OUTLINE),
    OUTLINE_2(Level.OUTLINE),
    OUTLINE_3(Level.OUTLINE),
    OUTLINE_4(Level.OUTLINE),
    BULLET(Level.BULLET),
    /** The title of the provision before it. */
    HEADING(null),
    /** Plain text of the provision before it. */
    TEXT(null),
    /** Tên gọi of the document. */
    TITLE(null),
    /** Căn cứ and the enacting line. */
    PREAMBLE(null),
    /** Nơi nhận, signature: from here to the end of the text. */
    CLOSING(null),
    /** The first line of an annex. */
    ANNEX(null);

    private final @Nullable Level level;

    BlockRole(@Nullable Level level) {
        this.level = level;
    }

    /** The level of the provision that begins with such a block; null when none begins. */
    public @Nullable Level level() {
        return level;
    }

    /** 1 to 4 for a rank of {@link Level#OUTLINE}, else 0. */
    public int depth() {
        return level == Level.OUTLINE ? ordinal() - OUTLINE_1.ordinal() + 1 : 0;
    }

    /** The role that a provision of this level begins with; empty levels such as tables have none. */
    public static @Nullable BlockRole of(Level level, @Nullable Integer depth) {
        return switch (level) {
            case PART -> PART;
            case CHAPTER -> CHAPTER;
            case SECTION -> SECTION;
            case SUBSECTION -> SUBSECTION;
            case ARTICLE -> ARTICLE;
            case CLAUSE -> CLAUSE;
            case POINT -> POINT;
            case OUTLINE -> values()[OUTLINE_1.ordinal() + Math.clamp(depth == null ? 1 : depth, 1, 4) - 1];
            case BULLET -> BULLET;
            case PARAGRAPH -> TEXT;
            case TABLE, ALTERNATIVE -> null;
        };
    }

    /**
     * The numbering sign of a line in this role: the printed one with its number, in the style of the level; without a
     * printed number one that has none.
     */
    @Nullable
    Marker marker(Line line) {
        if (level == null) {
            return null;
        }
        Marker printed = Marker.of(line);
        if (printed == null) {
            return new Marker(style(Marker.Style.BULLET), "", 0, "", "", line.shown(), '.', true);
        }
        return new Marker(
                style(printed.style()),
                printed.number(),
                printed.ordinal(),
                printed.suffix(),
                printed.label(),
                printed.rest(),
                '.',
                true);
    }

    private Marker.Style style(Marker.Style printed) {
        return switch (this) {
            case PART -> Marker.Style.PART;
            case CHAPTER -> Marker.Style.CHAPTER;
            case SECTION -> Marker.Style.SECTION;
            case SUBSECTION -> Marker.Style.SUBSECTION;
            case ARTICLE -> Marker.Style.ARTICLE;
            case BULLET -> Marker.Style.BULLET;
            default -> isListStyle(printed) ? printed : this == POINT ? Marker.Style.LETTER : Marker.Style.ARABIC;
        };
    }

    private static boolean isListStyle(Marker.Style style) {
        return style.compareTo(Marker.Style.ALTERNATIVE) > 0 && style != Marker.Style.BULLET;
    }
}
