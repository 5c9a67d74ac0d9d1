package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Warning;

/** Reads one annex: its label, its heading, and whatever structure it has of its own. */
public final class AnnexParser {

    private static final int MOST_HEADING_LINES = 8;

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^(phụ lục|phụ biểu|mẫu|biểu mẫu|biểu|mẫu biểu|bảng)(\\s*số)?\\s*[:.]?\\s*([IVXLC]+|\\d{1,3}[a-zđ]?([./-][\\p{L}\\d]+)*|[A-H])?(?![\\p{L}\\d])");
    private static final Pattern TAIL = Pattern.compile("[.:\\s]+$");
    private static final Pattern GAPS = Pattern.compile("[\\s:]+");
    private static final Pattern LEAD = Pattern.compile("^[\\s.:–-]+");

    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final Division.Part part;

    /** @param part the lines of the annex */
    public AnnexParser(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted, Division.Part part) {
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
        this.part = part;
    }

    /** An annex and what was noticed in it. */
    public record Parsed(Annex annex, List<Warning> warnings) {}

    /**
     * Reads the annex.
     *
     * @param body code of the body that it belongs to; null for the whole document
     * @param path of the annex
     * @param dropped receives what is left out
     */
    public Parsed parse(@Nullable String body, String path, List<Dropped> dropped) {
        String first = lines.get(part.start()).shown();
        int labelEnd = labelEnd(first);
        String label = first.substring(0, labelEnd).strip();
        var heading = new ArrayList<String>();
        String rest = LEAD.matcher(first.substring(labelEnd)).replaceFirst("").strip();
        if (!rest.isEmpty()) {
            heading.add(rest);
        }
        int from = headingEnd(part.start() + 1, heading);
        var tree = new Tree(lines, markers, quoted, part.end(), dropped);
        for (int i = from; i < part.end(); i++) {
            tree.add(i);
        }
        Node root = tree.finish(path);
        List<Provision> provisions = root.children.stream().map(Node::provision).toList();
        var annex = new Annex(
                label.isEmpty() ? null : label,
                heading.isEmpty() ? null : String.join("\n", heading),
                "",
                body,
                path,
                provisions,
                Places.rows(provisions));
        return new Parsed(annex, tree.warnings());
    }

    private int headingEnd(int from, List<String> heading) {
        int at = from;
        while (at < part.end() && at < from + MOST_HEADING_LINES) {
            Line line = lines.get(at);
            boolean empty = !line.isTable() && !Words.hasWord(line.shown());
            boolean title = !line.isTable()
                    && markers[at] == null
                    && (line.isProminent()
                            || Cues.isAttachment(line.text())
                            || line.look().italic() && heading.size() < 3)
                    && line.text().length() < 400;
            if (!empty && !title && line.role() != BlockRole.HEADING || line.role() == BlockRole.TEXT) {
                return at;
            }
            if (!empty) {
                heading.add(line.shown());
            }
            at++;
        }
        return at;
    }

    /** "Phụ lục I", "Mẫu số 01a"; the whole line when it is a title such as DANH SÁCH …. */
    private static int labelEnd(String line) {
        var matcher = LABEL.matcher(line);
        return matcher.find() ? matcher.end() : 0;
    }

    private static String withoutZeros(String number) {
        int at = 0;
        while (at + 1 < number.length() && number.charAt(at) == '0' && Character.isDigit(number.charAt(at + 1))) {
            at++;
        }
        return number.substring(at);
    }

    /** The path of an annex by its label. */
    public static String path(String firstLine, int ordinal) {
        String label = firstLine.substring(0, labelEnd(firstLine)).strip();
        String bare = TAIL.matcher(label).replaceFirst("");
        String[] words = GAPS.split(bare);
        String number = words.length == 0 ? "" : words[words.length - 1];
        int roman = Words.roman(number.toUpperCase(Locale.ROOT));
        boolean digits = !number.isEmpty() && Character.isDigit(number.charAt(0));
        String value = roman > 0 ? Integer.toString(roman) : digits ? withoutZeros(number) : Integer.toString(ordinal);
        String kind = label.toLowerCase(Locale.ROOT).startsWith("mẫu") ? "mau-" : "phu-luc-";
        return kind + value.toLowerCase(Locale.ROOT).replace('/', '-').replace('.', '-');
    }
}
