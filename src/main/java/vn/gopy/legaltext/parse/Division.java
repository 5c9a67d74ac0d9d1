package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.parse.Marker.Style;
import vn.gopy.vietnamese.Folding;

/**
 * Cuts a file into its texts: the issuing text, what is issued with it, and the annexes. The cues, in order of
 * reliability, are the line "(Ban hành kèm theo …)", a type in capitals after a signature, a second Quốc hiệu, and
 * numbers that begin again.
 */
public final class Division {

    private static final int TITLE_REACH = 12;
    private static final int MOST_TITLE_LINES = 5;

    private static final Pattern ANNEX = Pattern.compile(
            "^(phu luc|phu bieu)\\s*(so\\s*)?[:.]?\\s*([ivxlc]+|\\d{1,3}[a-z]?|[a-h])?\\s*([.:\\-–(/*].*|\\s.*)?$");
    private static final Pattern FORM = Pattern.compile(
            "^(mau|bieu|bieu mau|mau bieu|bang)\\s*(so\\s*)?[:.]?\\s*(\\d{1,3}[a-z]?|[ivxlc]+)([./-][a-z0-9-]+)*\\s*([.:(].*|\\s.*)?$");
    private static final Pattern LIST =
            Pattern.compile("^(danh muc|danh sach|bang phan cong|bieu tong hop|de cuong)\\b.*");

    /** What an annex can begin with. */
    private static final List<String> BEGINNINGS = List.of("phu", "mau", "bieu", "bang", "danh", "de cuong");

    private static final Pattern ISSUER = Pattern.compile(
            "uy ban|hoi dong|bo |so |tinh|thanh pho|chinh phu|quoc hoi|ban |huyen|quan |dang (uy|bo)|xa |phuong |van phong");

    /** One text of the file: lines from start to end. */
    public record Part(boolean annex, int start, int end) {}

    private final List<Line> lines;
    private final @Nullable Marker[] markers;
    private final boolean[] quoted;
    private final DocumentHeads heads;
    private final List<Part> parts = new ArrayList<>();

    private boolean closed;
    private boolean begun;
    private boolean inAnnex;
    private boolean annexIsForm;
    private boolean annexFile;
    private String annexNumber = "";

    private Division(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted) {
        this.lines = lines;
        this.markers = markers;
        this.quoted = quoted;
        this.heads = DocumentHeads.of(lines, quoted);
    }

    /** The texts of a file in their order. */
    public static List<Part> of(List<Line> lines, @Nullable Marker[] markers, boolean[] quoted) {
        var division = new Division(lines, markers, quoted);
        division.divide();
        return division.parts;
    }

    private void divide() {
        int start = 0;
        boolean annex = false;
        annexFile = lines.stream()
                .filter(line -> Words.hasWord(line.shown()))
                .findFirst()
                .filter(Division::isAnnexLine)
                .isPresent();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (quoted[i] || line.isTable() || line.text().isEmpty()) {
                continue;
            }
            notice(i, line);
            boolean said = line.role() != null;
            boolean annexHere = said ? line.role() == BlockRole.ANNEX && i > 0 : begun && isAnnex(i, line);
            boolean headHere = !said && !annexHere && begun && opensDocument(i);
            boolean bodyHere = headHere || !said && !annexHere && begun && isAttached(i, line);
            if (annexHere || bodyHere) {
                int from = headHere ? heads.from(i, start) : bodyHere ? headOf(i, start) : i;
                if (from > start) {
                    parts.add(new Part(annex, start, from));
                }
                start = from;
                annex = annexHere;
                begin(annexHere, line);
            }
        }
        if (start < lines.size()) {
            parts.add(new Part(annex, start, lines.size()));
        }
    }

    private void begin(boolean annex, Line line) {
        inAnnex = annex;
        closed = false;
        begun = annex;
        annexIsForm = annex && !ANNEX.matcher(Cues.folded(line.text())).matches();
        annexNumber = annex ? number(line.text()) : "";
    }

    private void notice(int i, Line line) {
        Marker marker = markers[i];
        boolean numbered = marker != null && marker.style() != Style.BULLET;
        begun = begun || i > 2 && (numbered || Cues.isGround(line.text()));
        closed = closed || begun && ends(line.text()) && !isUnitTitle(lines, markers, i);
    }

    private static boolean ends(String text) {
        return Cues.isEndMark(text) || Cues.isRecipients(text) || Cues.isSignature(text) || Cues.isPost(text);
    }

    private static String number(String text) {
        var matcher = ANNEX.matcher(Cues.folded(text));
        return matcher.matches() && matcher.group(3) != null ? matcher.group(3) : "";
    }

    /** "Phụ lục I", alone or with its title, as the first line of a file. */
    static boolean isAnnexLine(Line line) {
        return line.text().length() < 200
                && line.text().startsWith("P")
                && !Words.endsSentence(line.text())
                && ANNEX.matcher(Cues.folded(line.text())).matches();
    }

    private static boolean mayBeAnnex(String text) {
        boolean capital = "PMBDĐ".indexOf(text.charAt(0)) >= 0;
        for (String word : capital ? BEGINNINGS : List.<String>of()) {
            if (Folding.startsWith(text, word)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnnex(int i, Line line) {
        String text = line.text();
        if (text.length() > 200 || !line.auto().isEmpty() || !mayBeAnnex(text)) {
            return false;
        }
        String folded = Cues.folded(text);
        if (ANNEX.matcher(folded).matches()) {
            return isAnnexHeading(i, line, text)
                    && !(inAnnex && !number(text).isEmpty() && number(text).equals(annexNumber));
        }
        if (inAnnex && !annexIsForm) {
            return false;
        }
        if (!closed && !inAnnex && !annexFile) {
            return false;
        }
        boolean prominent = line.isProminent() || line.look().boldLead() || attachedSoon(i, 4);
        if (FORM.matcher(folded).matches()) {
            return prominent && text.length() < 120 && !Words.endsSentence(text);
        }
        return (closed || inAnnex)
                && LIST.matcher(folded).matches()
                && Words.isCapitals(text)
                && (attachedSoon(i, 6) || !inAnnex);
    }

    /** "Phụ lục I ban hành kèm theo Nghị định này quy định …" is a sentence, PHỤ LỤC I a heading. */
    private boolean isAnnexHeading(int i, Line line, String text) {
        boolean capitals = Words.isCapitals(text.substring(0, Math.min(7, text.length())));
        boolean alone = text.length() <= 16 || number(text).length() + 12 >= text.length();
        if (!capitals && !text.startsWith("Phụ")) {
            return false;
        }
        if (alone) {
            return capitals || line.isProminent() || closed || inAnnex;
        }
        boolean titled = Words.isCapitals(text) || (line.isProminent() && !Words.endsSentence(text));
        boolean named = (closed || inAnnex) && (isCapitalTitle(text) || attachedSoon(i + 1, 3));
        return titled || closed && capitals || named && !Words.endsSentence(text);
    }

    /** "Phụ lục I: DANH MỤC TÀI KHOẢN". */
    private static boolean isCapitalTitle(String text) {
        int at = text.length() > 8 ? text.indexOf(' ', 8) : -1;
        return at > 0 && Words.isCapitals(text.substring(at));
    }

    private boolean attachedSoon(int i, int reach) {
        for (int k = i; k < Math.min(lines.size(), i + reach); k++) {
            if (Cues.isAttachment(lines.get(k).text())) {
                return true;
            }
        }
        return false;
    }

    /** A whole head, of which an annex may show a pattern with blanks. */
    private boolean opensDocument(int i) {
        return heads.isFilled(i) && (closed || inAnnex || heads.areSeveral()) || heads.isHead(i) && closed && !inAnnex;
    }

    private boolean isAttached(int i, Line line) {
        if (Cues.typeLine(line).isEmpty()
                || line.text().endsWith(":")
                || markers[i] != null
                || isUnitTitle(lines, markers, i)) {
            return false;
        }
        if (inAnnex) {
            return Words.isCapitals(line.text())
                    && attachedSoon(i, 8)
                    && startsAgain(i)
                    && Cues.typeLine(line)
                            .filter(type -> type.code().startsWith("Q"))
                            .isPresent();
        }
        boolean attached = attachedSoon(i, 8);
        return closed ? attached || startsAgain(i) : attached && startsAgain(i);
    }

    /** The lines under "Chương II" are its title, though they may read QUY ĐỊNH CHUNG or THỦ TƯỚNG CHÍNH PHỦ. */
    static boolean isUnitTitle(List<Line> lines, @Nullable Marker[] markers, int i) {
        for (int k = i - 1; k >= Math.max(0, i - MOST_TITLE_LINES); k--) {
            Marker above = markers[k];
            if (above != null) {
                return above.style().isGrouping();
            }
            if (lines.get(k).isTable() || !lines.get(k).isProminent()) {
                return false;
            }
        }
        return false;
    }

    /** Điều 1, Chương I or Phần I comes soon. */
    private boolean startsAgain(int i) {
        for (int k = i + 1; k < Math.min(lines.size(), i + 2 * TITLE_REACH); k++) {
            Marker marker = quoted[k] ? null : markers[k];
            if (marker != null && marker.style() != Style.BULLET && marker.ordinal() == 1) {
                return true;
            }
        }
        return false;
    }

    /** The issuer and Quốc hiệu that stand above the title of an attached text belong to it. */
    private int headOf(int title, int start) {
        int from = title;
        for (int k = title - 1; k > Math.max(start, title - TITLE_REACH); k--) {
            Line line = lines.get(k);
            if (Cues.isNation(line) || Cues.isParty(line)) {
                from = k;
                while (from - 1 > start && isIssuerLine(lines.get(from - 1))) {
                    from--;
                }
                return from;
            }
        }
        return from;
    }

    static boolean isIssuerLine(Line line) {
        String folded = Cues.folded(line.text());
        return Words.isCapitals(line.text()) && ISSUER.matcher(folded).lookingAt();
    }
}
