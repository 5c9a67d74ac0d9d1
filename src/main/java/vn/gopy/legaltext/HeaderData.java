package vn.gopy.legaltext;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.vietnamese.Folding;

/** What the head of the first page says about the document: number, issuer, date, draft label, urgency. */
final class HeaderData {

    private static final Pattern DATE =
            Pattern.compile("(?iu)ngày\\s*(\\d{1,2})\\s*(?:tháng|[/.-])\\s*(\\d{1,2})\\s*(?:năm|[/.-])\\s*(\\d{4})");
    private static final Pattern DATE_LINE =
            Pattern.compile("(?iu)^(.{0,40},\\s*)?ngày\\s*.{0,14}\\s*tháng\\s*.{0,14}\\s*năm\\b.{0,12}$");
    private static final Pattern NUMBER_LINE = Pattern.compile(
            "(?iu)^(luật số|bộ luật số|pháp lệnh số|nghị quyết số|số)\\s*:?\\s*[\\d./_… \\-–\u2011:].*");
    private static final Pattern DRAFT = Pattern.compile(
            "(?U)(?:^|.*?)((?:BẢN )?(?:DỰ THẢO|Dự thảo)(?:\\s*(?:lần|LẦN|Lần)?\\s*(?:thứ\\s*)?[0-9]{1,2}|\\s+(?:lần|LẦN|Lần)\\s+\\p{L}+)?(?:\\s*\\([^)]{0,60}\\))?)\\s*$");
    private static final Set<String> URGENCY = Set.of("khan", "thuong khan", "hoa toc", "hoa toc hen gio");
    private static final Pattern FILE_DRAFT =
            Pattern.compile("(?:du thao|du-thao|duthao|lan|v)[ _-]*(?:lan[ _-]*)?(\\d{1,2})(?!\\d)");

    /** Old gazettes print "NGHỊ ĐỊNH CỦA CHÍNH PHỦ SỐ 29/1998/NĐ-CP NGÀY 11 THÁNG 5 NĂM 1998 VỀ …". */
    private static final Pattern TITLED = Pattern.compile(
            "(?iu)(?:^|\\s)của\\s(?:(?!nghị định|luật|thông tư|quyết định|nghị quyết).){3,120}?\\ssố\\s*:?\\s*(\\d[\\d\\p{L}./-]*(?:\\s?[-/]\\s?[\\d\\p{L}]+){0,4})\\s+(ngày\\s.{5,30}?\\d{4})");

    private static final Pattern NATION = Pattern.compile("\\s*(CỘNG H|Độc lập|ĐỘC LẬP|ĐẢNG CỘNG SẢN VIỆT).*");

    private static final int LONGEST_ISSUER = 300;
    private static final int LONGEST_TITLE = 600;

    private HeaderData() {}

    /** What was found; everything may be missing. */
    record Found(
            @Nullable Regime regime,
            @Nullable String type,
            @Nullable String number,
            @Nullable String issuer,
            @Nullable LocalDate issuedOn,
            @Nullable String draftLabel,
            @Nullable String urgency) {}

    static boolean isNumberLine(String text) {
        return text.length() < 90 && NUMBER_LINE.matcher(text).matches();
    }

    static boolean isDateLine(String text) {
        return text.length() < 90 && DATE_LINE.matcher(text).matches();
    }

    static Found of(BodyParser.Parsed body, String fileName) {
        List<Line> head = withTitle(body);
        String title = body.body().title();
        Matcher titled = TITLED.matcher(title == null || title.length() > LONGEST_TITLE ? "" : title);
        boolean inTitle = titled.find();
        Optional<DocumentNumber> number = number(head)
                .filter(found -> found.canonical() != null || !inTitle)
                .or(() -> inTitle ? DocumentNumber.find(titled.group(1)) : Optional.empty());
        boolean party = head.stream().anyMatch(Cues::isParty);
        boolean law = body.type().filter(HeaderData::isLaw).isPresent();
        String symbol = number.map(DocumentNumber::type).orElse(null);
        String type = symbol == null ? body.type().map(Cues.Type::symbol).orElse(null) : symbol;
        Regime regime =
                party ? Regime.PARTY : number.map(DocumentNumber::regime).orElse(law ? Regime.STATE_QPPL : null);
        if (regime != Regime.PARTY && law) {
            regime = Regime.STATE_QPPL;
        }
        return new Found(
                regime,
                type,
                number.map(DocumentNumber::canonical).orElse(null),
                issuer(body),
                issuedOn(body, head, law, inTitle ? titled.group(2) : ""),
                draftLabel(head, fileName),
                urgency(head));
    }

    /** In some files the number stands under the title. */
    private static List<Line> withTitle(BodyParser.Parsed body) {
        var lines = new ArrayList<Line>(body.head());
        lines.addAll(body.preamble().subList(0, Math.min(6, body.preamble().size())));
        return lines;
    }

    private static boolean isLaw(Cues.Type type) {
        return Set.of("Luật", "BL", "HP", "PL").contains(type.symbol());
    }

    /** The first number that these lines print, blank ones included. */
    static Optional<DocumentNumber> number(List<Line> head) {
        for (Line line : head) {
            for (String text : line.isTable() ? List.<String>of() : List.of(line.text())) {
                int from = numberStart(text);
                Optional<DocumentNumber> found =
                        from < 0 ? Optional.empty() : DocumentNumber.find(text.substring(from));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
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
            Optional<LocalDate> date =
                    Cues.isGround(line.text()) || line.text().length() > 120 ? Optional.empty() : lastDate(line.text());
            if (date.isPresent()) {
                return date.get();
            }
        }
        return lastDate(inTitle).orElse(null);
    }

    private static Optional<LocalDate> lastDate(String text) {
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

    private static @Nullable String draftLabel(List<Line> head, String fileName) {
        for (Line line : head) {
            Matcher matcher = DRAFT.matcher(line.text());
            if (line.text().length() < 80 && matcher.matches()) {
                return matcher.group(1);
            }
        }
        String name = Folding.fold(fileName);
        Matcher matcher = FILE_DRAFT.matcher(name);
        boolean says =
                name.contains("du thao") || name.contains("du-thao") || name.contains("duthao") || name.contains("lan");
        return says && matcher.find() ? "Dự thảo lần " + Integer.parseInt(matcher.group(1)) : null;
    }

    private static @Nullable String urgency(List<Line> head) {
        return head.stream()
                .map(Line::text)
                .filter(text -> Words.isCapitals(text) && URGENCY.contains(Folding.fold(text)))
                .findFirst()
                .orElse(null);
    }

    // ---- the issuer

    private static @Nullable String issuer(BodyParser.Parsed body) {
        var parts = new ArrayList<String>();
        for (Line line : body.head()) {
            String text = line.text().length() > LONGEST_ISSUER ? "" : withoutNation(line.text());
            if (!text.isEmpty() && isIssuerPart(line, text)) {
                parts.add(text);
            } else if (!parts.isEmpty() && (Cues.isNation(line) || isNumberLine(text) || Cues.isParty(line))) {
                break;
            }
            if (parts.size() == 4) {
                break;
            }
        }
        if (parts.isEmpty()) {
            return body.type().filter(HeaderData::isLaw).isPresent() ? "Quốc hội" : null;
        }
        return Issuers.name(parts);
    }

    /** Issuer and Quốc hiệu can stand on one line, apart only by spaces. */
    private static String withoutNation(String text) {
        return NATION.matcher(text).replaceFirst("").replaceAll("^[\\s|_*-]+|[\\s|_*-]+$", "");
    }

    private static boolean isIssuerPart(Line line, String text) {
        return !line.isTable()
                        && Words.isCapitals(text)
                        && text.length() < 120
                        && !Cues.isNation(line)
                        && !Cues.isParty(line)
                        && !Cues.isMotto(line)
                        && !isNumberLine(text)
                        && !DRAFT.matcher(text).matches()
                        && !URGENCY.contains(Folding.fold(text))
                        && Cues.typeLine(line).isEmpty()
                        && !Folding.fold(text).startsWith("so")
                || text.startsWith("SỞ ");
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
