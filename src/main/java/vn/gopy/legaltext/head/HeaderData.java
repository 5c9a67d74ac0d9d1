package vn.gopy.legaltext.head;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Regime;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.parse.BodyParser;
import vn.gopy.legaltext.parse.Cues;
import vn.gopy.legaltext.parse.Line;
import vn.gopy.legaltext.parse.TextAt;
import vn.gopy.legaltext.parse.Words;
import vn.gopy.vietnamese.Folding;

/** What the head of the first page says about the document: number, issuer, date, draft label, urgency. */
public final class HeaderData {

    private static final Pattern DATE = Pattern.compile(
            "(?iu)ngày[\\s.…]*(\\d{1,2})[\\s.…]*(?:tháng|[/.-])[\\s.…]*(\\d{1,2})[\\s.…]*(?:năm|[/.-])[\\s.…]*(\\d{4})");
    private static final Pattern DATE_LINE =
            Pattern.compile("(?iu)^(.{0,40},\\s*)?ngày\\s*.{0,14}\\s*tháng\\s*.{0,14}\\s*năm\\b.{0,12}$");
    private static final Pattern NUMBER_LINE = Pattern.compile(
            "(?iu)^(luật số|bộ luật số|pháp lệnh số|nghị quyết số|số)\\s*:?\\s*[\\d./_… \\-–\u2011:].*");
    private static final List<String> NUMBER_LINE_BEGINNINGS = List.of("so", "luat", "bo ", "phap", "nghi");
    private static final Pattern DRAFT = Pattern.compile(
            "(?iuU)(?:^|.*?)((?:bản )?(?:DỰ THẢO|Dự thảo)(?:\\s*[-:(]?\\s*(?:lần)?\\s*(?:thứ\\s*)?(?:[0-9]{1,2}|[IVX]{1,4}|nhất|hai|ba|tư|năm|cuối)\\b)?"
                    + "(?:\\s*[,(-]?\\s*(?:ngày)?\\s*\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\s*\\([^)]{0,60}\\))?\\)?)\\s*$");
    private static final Set<String> URGENCY = Set.of("khan", "thuong khan", "hoa toc", "hoa toc hen gio");
    /** A text box with the draft's label runs into the number beside it: "/KH-UBNDDỰ THẢO". */
    private static final Pattern GLUED_DRAFT = Pattern.compile("(?:BẢN )?(?:DỰ THẢO|Dự thảo).*");

    /** Old gazettes print "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998 VỀ …". */
    private static final Pattern TITLED = Pattern.compile(
            "(?iu)(?:^|\\s)của\\s(?<issuer>(?:(?!nghị định|luật|thông tư|quyết định|nghị quyết).){3,120}?)\\ssố\\s*:?\\s*(?<number>\\d[\\d\\p{L}./-]*(?:\\s?[-/]\\s?[\\d\\p{L}]+){0,4})\\s+(?<date>ngày\\s.{5,30}?\\d{4})");

    private static final Pattern NATION = Pattern.compile("\\s*(CỘNG H|Độc lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN VIỆT).*");

    private static final Pattern EDGES = Pattern.compile("^[\\s|_*=-]+|[\\s|_*=-]+$");

    /** Headings of a gazette, and lines that speak of the session of a council. */
    private static final Pattern GAZETTE = Pattern.compile(
            "^(phan van ban|van ban (quy pham|phap luat|hop nhat)|cong bao|chu tich nuoc - |khoa |ky hop|tieu de).*");

    /** Issuers that some files print in small letters. */
    private static final Pattern SMALL_ISSUER = Pattern.compile("^(Chính phủ|Quốc hội|Thủ tướng Chính phủ)$");

    private static final Pattern ASSEMBLY = Pattern.compile("/(?:NQ-)?(UBTV)?QH\\d*$");

    private static final Set<String> LAWS = Set.of("Luật", "BL", "HP", "PL");
    private static final Set<String> GENERAL = Set.of("NĐ", "TT", "TTLT");

    private static final String LETTER = "CV";
    private static final int LETTER_LINES = 8;
    private static final int LONGEST_ISSUER = 300;
    private static final int LONGEST_TITLE = 600;

    private HeaderData() {}

    /**
     * What was found; everything may be missing.
     *
     * @param printed the number in the head itself
     */
    public record Found(
            @Nullable Regime regime,
            @Nullable String type,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable String draftLabel,
            @Nullable String urgency,
            Cues.@Nullable Type bodyType,
            Optional<DocumentNumber> printed,
            List<Warning> warnings) {}

    /** Whether a line gives the number of the document. */
    public static boolean isNumberLine(String text) {
        if (text.length() >= 90) {
            return false;
        }
        for (String words : NUMBER_LINE_BEGINNINGS) {
            if (Folding.startsWith(text, words)) {
                return NUMBER_LINE.matcher(text).matches();
            }
        }
        return false;
    }

    /** Whether a line gives place and date. */
    public static boolean isDateLine(String text) {
        return text.length() < 90
                && TextAt.holds(text, "tháng")
                && DATE_LINE.matcher(text).matches();
    }

    /** Whether a line gives place and date with nothing left blank. */
    public static boolean isDated(String text) {
        return isDateLine(text) && lastDate(text).isPresent();
    }

    /** Whether a line gives the number of the document with nothing left blank. */
    public static boolean isNumbered(Line line) {
        return isNumberLine(line.text())
                && number(List.of(line)).map(DocumentNumber::canonical).isPresent();
    }

    /** The header data of a body, with the name of its file as a last resort. */
    public static Found of(BodyParser.Parsed body, String fileName) {
        List<Line> head = body.type().filter(Cues::isAnnexType).isPresent() ? body.head() : withTitle(body);
        String title = body.body().title();
        boolean mayBeDated = title != null && title.length() <= LONGEST_TITLE && TextAt.holds(title, "ngày");
        Matcher titled = TITLED.matcher(mayBeDated ? title : "");
        boolean inTitle = mayBeDated && titled.find();
        Optional<DocumentNumber> printed = number(head);
        Optional<DocumentNumber> number = printed.filter(found -> found.canonical() != null || !inTitle)
                .or(() -> inTitle ? DocumentNumber.find(titled.group("number")) : Optional.empty())
                .or(() -> consolidated(body, title == null ? "" : title));
        boolean party = head.stream().anyMatch(Cues::isParty);
        boolean law = body.type().filter(HeaderData::isLaw).isPresent();
        String symbol = number.map(DocumentNumber::type).orElse(null);
        String type =
                symbol == null ? body.type().map(Cues.Type::symbol).orElse(isLetter(body) ? LETTER : null) : symbol;
        boolean adopted = law && !"VBHN".equals(symbol);
        String label = draftLabel(head);
        var cues = new FileName(fileName);
        Optional<DocumentNumber> named = number.isPresent() || body.head().isEmpty() ? Optional.empty() : cues.number();
        String namedLabel = label == null ? cues.draftLabel() : null;
        return new Found(
                regime(party, law, number, body),
                type,
                number.or(() -> named).map(DocumentNumber::canonical).orElse(null),
                issuer(body, number.orElse(null), inTitle ? titled.group("issuer") : ""),
                issuedOn(body, head, adopted, inTitle ? titled.group("date") : ""),
                label == null ? namedLabel : label,
                urgency(head),
                body.type().orElse(null),
                printed,
                fromFileName(named.map(DocumentNumber::canonical).orElse(null), namedLabel));
    }

    /** A letter names no type; it is addressed to somebody. */
    private static boolean isLetter(BodyParser.Parsed body) {
        return Stream.concat(body.head().stream(), body.preamble().stream().limit(LETTER_LINES))
                .anyMatch(line -> Folding.startsWith(line.text(), "kinh gui"));
    }

    private static List<Warning> fromFileName(@Nullable String... values) {
        var warnings = new ArrayList<Warning>();
        for (String value : values) {
            if (value != null) {
                warnings.add(new Warning(
                        Warning.Code.FROM_FILE_NAME, null, Sentence.of(Sentence.Wording.TAKEN_FROM_FILE_NAME, value)));
            }
        }
        return warnings;
    }

    private static @Nullable Regime regime(
            boolean party, boolean law, Optional<DocumentNumber> number, BodyParser.Parsed body) {
        if (party) {
            return Regime.PARTY;
        }
        boolean general = law || body.type().filter(HeaderData::isGeneral).isPresent();
        if (general) {
            return Regime.STATE_QPPL;
        }
        boolean state = number.isEmpty()
                && body.head().stream()
                        .anyMatch(line -> line.text().length() < LONGEST_ISSUER
                                && Folding.fold(line.text()).contains("cong hoa xa hoi chu nghia viet nam"));
        return number.map(DocumentNumber::regime).orElse(state ? Regime.STATE_ADMIN : null);
    }

    /** Nghị định and thông tư are always văn bản quy phạm pháp luật. */
    private static boolean isGeneral(Cues.Type type) {
        return GENERAL.contains(type.symbol()) && !type.name().equals("Thông tri");
    }

    /** A consolidated text has its own number above the signature. */
    private static Optional<DocumentNumber> consolidated(BodyParser.Parsed body, String title) {
        boolean titled = title.startsWith("Văn bản hợp nhất số ") && title.length() < LONGEST_TITLE;
        return titled
                ? DocumentNumber.find(title.substring(19))
                : number(body.closing().subList(0, Math.min(4, body.closing().size())))
                        .filter(found -> "VBHN".equals(found.type()));
    }

    /** In some files the number stands under the title. */
    public static List<Line> withTitle(BodyParser.Parsed body) {
        var lines = new ArrayList<Line>(body.head());
        lines.addAll(body.preamble().subList(0, Math.min(6, body.preamble().size())));
        return lines;
    }

    private static boolean isLaw(Cues.Type type) {
        return LAWS.contains(type.symbol());
    }

    /** The first number that these lines print, blank ones included. */
    public static Optional<DocumentNumber> number(List<Line> head) {
        for (Line line : head) {
            for (String text : line.isTable() ? List.<String>of() : List.of(line.text())) {
                int from = numberStart(text);
                Optional<DocumentNumber> found =
                        from < 0 ? Optional.empty() : DocumentNumber.find(withoutDraft(text.substring(from)));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static String withoutDraft(String text) {
        boolean draft = text.contains("DỰ THẢO") || text.contains("Dự thảo");
        return draft ? GLUED_DRAFT.matcher(text).replaceFirst("") : text;
    }

    private static final Pattern NUMBER_START = Pattern.compile(
            "^(?:(?:bo )?luat|phap lenh|nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|van ban hop nhat)?\\s*so(?![a-z])");
    /** In a line that holds the whole header, the sign of the number is "Số:". */
    private static final Pattern NUMBER_INSIDE = Pattern.compile("(?<![a-z])so\\s*:");

    private static int numberStart(String text) {
        if (text.length() > 400 || Cues.isGround(text)) {
            return -1;
        }
        String folded = Folding.fold(text);
        if (!folded.contains("so")) {
            return -1;
        }
        Matcher matcher = NUMBER_START.matcher(folded);
        if (matcher.find() && text.length() < 120) {
            return Math.min(matcher.end(), text.length());
        }
        Matcher inside = NUMBER_INSIDE.matcher(folded);
        return inside.find() ? Math.min(inside.end(), text.length()) : -1;
    }

    private static @Nullable LocalDate issuedOn(BodyParser.Parsed body, List<Line> head, boolean law, String inTitle) {
        if (law) {
            for (Line line : body.closing()) {
                if (Cues.isAdoption(line.text())) {
                    Optional<LocalDate> adopted = lastDate(line.text());
                    if (adopted.isPresent()) {
                        return adopted.get();
                    }
                }
            }
        }
        for (Line line : head) {
            boolean long_ = line.text().length() > (line.text().contains(" | ") ? 400 : 120);
            Optional<LocalDate> date = Cues.isGround(line.text()) || long_ ? Optional.empty() : lastDate(line.text());
            if (date.isPresent()) {
                return date.get();
            }
        }
        return lastDate(inTitle)
                .or(() -> consolidated(body, "").isPresent() ? lastDateOf(body.closing()) : Optional.empty())
                .orElse(null);
    }

    private static Optional<LocalDate> lastDateOf(List<Line> lines) {
        for (Line line : lines) {
            Optional<LocalDate> date = isDateLine(line.text()) ? lastDate(line.text()) : Optional.empty();
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> lastDate(String text) {
        if (!TextAt.holds(text, "ngày")) {
            return Optional.empty();
        }
        Matcher matcher = DATE.matcher(text);
        LocalDate last = null;
        while (matcher.find()) {
            try {
                last = LocalDate.of(
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(1)));
            } catch (DateTimeException impossible) {
                // "ngày 31 tháng 2" is a slip of the typist, not a date
            }
        }
        return Optional.ofNullable(last);
    }

    private static @Nullable String draftLabel(List<Line> head) {
        for (Line line : head) {
            boolean likely = line.text().length() < 100 && TextAt.holds(line.text(), "thảo");
            Matcher matcher = likely ? DRAFT.matcher(line.text()) : null;
            if (matcher != null && matcher.matches()) {
                return matcher.group(1).strip();
            }
        }
        return null;
    }

    private static @Nullable String urgency(List<Line> head) {
        return head.stream()
                .map(Line::text)
                .filter(text -> text.length() < 60
                        && Words.isCapitals(text)
                        && URGENCY.stream().anyMatch(Folding.fold(text)::startsWith))
                .findFirst()
                .orElse(null);
    }

    // ---- the issuer

    private static @Nullable String issuer(BodyParser.Parsed body, @Nullable DocumentNumber number, String inTitle) {
        String canonical = number == null || number.canonical() == null ? "" : number.canonical();
        Matcher assembly = ASSEMBLY.matcher(canonical);
        if (assembly.find()) {
            return assembly.group(1) == null ? "Quốc hội" : "Ủy ban Thường vụ Quốc hội";
        }
        List<String> parts = issuerLines(body.head());
        boolean framed = body.head().stream().anyMatch(line -> Cues.isNation(line) || Cues.isParty(line));
        if (!parts.isEmpty() && (framed || Issuers.isBody(parts.getFirst().toUpperCase(Locale.ROOT)))) {
            return Issuers.name(parts);
        }
        if (body.type().filter(HeaderData::isLaw).isPresent()) {
            return "Quốc hội";
        }
        return authority(body)
                .or(() -> inTitle.isEmpty() ? Optional.empty() : Optional.of(Issuers.official(inTitle)))
                .orElse(null);
    }

    private static List<String> issuerLines(List<Line> head) {
        var parts = new ArrayList<String>();
        boolean ended = false;
        for (Line line : head) {
            String text = line.text().length() > LONGEST_ISSUER ? "" : withoutNation(line.text());
            boolean part = !text.isEmpty() && isIssuerPart(line, text);
            // the cells of the header are read by rows in some files: the place stands after Quốc hiệu
            if (part && (!ended || parts.size() == 1 && Issuers.isPlace(text))) {
                parts.add(text);
            } else if (!parts.isEmpty() && isNumberLine(text) || parts.size() == 4) {
                return parts;
            }
            ended |= !parts.isEmpty() && (Cues.isNation(line) || Cues.isParty(line));
        }
        return parts;
    }

    /** "CHÍNH PHỦ" or "BỘ TRƯỞNG BỘ NỘI VỤ" above the grounds, in texts that begin with their type. */
    private static Optional<String> authority(BodyParser.Parsed body) {
        return body.preamble().stream()
                .limit(3)
                .map(Line::text)
                .filter(Cues::isAuthority)
                .map(Issuers::official)
                .findFirst();
    }

    /** Issuer and Quốc hiệu can stand on one line, apart only by spaces. */
    private static String withoutNation(String text) {
        String before = holdsNation(text) ? NATION.matcher(text).replaceFirst("") : text;
        String bare = hasEdge(before) ? EDGES.matcher(before).replaceAll("") : before;
        int joint = bare.startsWith("VĂN BẢN HỢP NHẤT - ") ? bare.indexOf(" - ") + 3 : 0;
        return bare.substring(joint);
    }

    private static boolean holdsNation(String text) {
        return text.contains("CỘNG H")
                || text.contains("ộc lập")
                || text.contains("ỘC LẬP")
                || text.contains("ĐẢNG CỘNG SẢN VIỆT");
    }

    private static boolean hasEdge(String text) {
        return !text.isEmpty()
                && !(Character.isLetterOrDigit(text.charAt(0))
                        && Character.isLetterOrDigit(text.charAt(text.length() - 1)));
    }

    private static boolean isIssuerPart(Line line, String text) {
        if (line.isTable() || text.length() >= 120 || !Words.isCapitals(text)) {
            return SMALL_ISSUER.matcher(text).matches();
        }
        String folded = Folding.fold(text);
        return !Cues.isNation(line)
                && !Cues.isParty(line)
                && !Cues.isMotto(line)
                && !isNumberLine(text)
                && !(TextAt.holds(text, "thảo") && DRAFT.matcher(text).matches())
                && URGENCY.stream().noneMatch(folded::startsWith)
                && Cues.typeLine(line).isEmpty()
                && !GAZETTE.matcher(folded).matches()
                && (!folded.startsWith("so") || text.startsWith("SỞ "));
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
