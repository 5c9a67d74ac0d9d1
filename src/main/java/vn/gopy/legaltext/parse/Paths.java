package vn.gopy.legaltext.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Level;

/**
 * Gives every provision its path. Articles are numbered through the body, so their path is {@code dieu-5} whatever
 * chapter they stand in: moving a chapter's border does not move its articles. Below an article paths nest
 * ({@code dieu-5/khoan-2/diem-a}); Mục nests in its Chương; a Chương nests in its Phần only where chapter numbers start
 * again in each Phần. In texts without Điều the Roman level is {@code muc-2} and what is below keeps its printed number
 * ({@code muc-2/2/2.1}). Unnumbered paragraphs are {@code doan-2} when they are the second of their provision. A path
 * met again gets {@code ~2}.
 */
final class Paths {

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private final String prefix;
    private final boolean chaptersRestart;

    private Paths(String prefix, boolean chaptersRestart) {
        this.prefix = prefix;
        this.chaptersRestart = chaptersRestart;
    }

    static void give(Node root, String prefix) {
        new Paths(prefix, restarts(root)).children(root, prefix, prefix);
    }

    private static boolean restarts(Node root) {
        var numbers = new HashSet<String>();
        for (Node part : root.children) {
            for (Node chapter : part.level == Level.PART ? part.children : java.util.List.<Node>of()) {
                if (chapter.level == Level.CHAPTER && chapter.marker != null && !numbers.add(chapter.marker.number())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * @param base the path that nested provisions extend
     * @param group the path of the grouping unit
     */
    private void children(Node node, String base, String group) {
        int paragraphs = node.text.isEmpty() ? 0 : 1;
        int bullets = 0;
        int tables = 0;
        for (Node child : node.children) {
            String segment = switch (child.level) {
                case PARAGRAPH -> "doan-" + ++paragraphs;
                case BULLET -> "gach-" + ++bullets;
                case TABLE -> "bang-" + ++tables;
                default -> segment(child);
            };
            child.path = unique(join(baseOf(child, base, group), segment));
            children(child, child.path, child.path);
        }
    }

    private String baseOf(Node child, String base, String group) {
        return switch (child.level) {
            case PART, ARTICLE -> child.level == Level.ARTICLE || !base.startsWith(prefix) ? prefix : base;
            case CHAPTER -> chaptersRestart ? base : prefix;
            default -> base;
        };
    }

    private static String segment(Node node) {
        Marker marker = node.marker;
        if (marker == null) {
            return "doan";
        }
        boolean numbered = !marker.number().isEmpty();
        String number = numbered ? marker.number().toLowerCase(Locale.ROOT) : "khong-so";
        String arabic = numbered ? marker.ordinal() + marker.suffix() : number;
        return switch (node.level) {
            case PART -> "phan-" + arabic;
            case CHAPTER -> "chuong-" + arabic;
            case SECTION -> "muc-" + arabic;
            case SUBSECTION -> "tieu-muc-" + arabic;
            case ARTICLE -> "dieu-" + arabic;
            case CLAUSE -> "khoan-" + plain(number);
            case POINT -> "diem-" + plain(number);
            case ALTERNATIVE -> "phuong-an-" + arabic;
            default -> outline(marker, number);
        };
    }

    private static String outline(Marker marker, String number) {
        return switch (java.util.Objects.requireNonNull(marker.style())) {
            case ROMAN -> "muc-" + marker.ordinal();
            case UPPER -> "phan-" + number;
            default -> plain(number);
        };
    }

    /** 01 and 1 are the same number. */
    private static String plain(String number) {
        return number.length() > 1 && number.charAt(0) == '0' ? plain(number.substring(1)) : number;
    }

    private static String join(@Nullable String base, String segment) {
        return base == null || base.isEmpty() ? segment : base + "/" + segment;
    }

    private String unique(String path) {
        if (used.add(path)) {
            return path;
        }
        int n = repeats.merge(path, 1, Integer::sum) + 1;
        String other = path + "~" + n;
        used.add(other);
        return other;
    }
}
