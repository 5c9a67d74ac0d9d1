package vn.gopy.legaltext.finding;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Regime;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.head.DocumentNumber;
import vn.gopy.legaltext.head.HeaderData;
import vn.gopy.legaltext.parse.BodyParser;
import vn.gopy.legaltext.parse.Cues;
import vn.gopy.legaltext.parse.Line;

/**
 * Rules of form that the first page shows (Nghị định 30/2020/NĐ-CP Điều 8 and Phụ lục I): Quốc hiệu, Tiêu ngữ, number
 * and symbol, place and date, Nơi nhận. Only a text with Quốc hiệu at its head is looked at; laws of the National
 * Assembly, consolidated texts and what is issued with another text have other rules.
 */
public final class FormFindings {

    static final String HEAD = "phan-dau";
    static final String CLOSING = "phan-cuoi";

    private static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";
    private static final Pattern SMALL_NUMBER = Pattern.compile("^\\d(?!\\d).*");
    private static final Pattern SMALL_DAY =
            Pattern.compile("(?iu)ngày\\s+[1-9](?!\\d).*tháng.*|.*tháng\\s+[12](?!\\d).*");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final List<Warning> warnings = new ArrayList<>();

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private FormFindings() {}

    /** @param header what was read from the head */
    public static List<Warning> of(BodyParser.Parsed first, HeaderData.Found header) {
        var findings = new FormFindings();
        Optional<Line> nation = first.head().stream().filter(Cues::isNation).findFirst();
        if (nation.isPresent() && applies(first, header)) {
            List<Line> page = HeaderData.withTitle(first);
            findings.nation(nation.get());
            findings.motto(page);
            boolean annex = first.type().filter(Cues::isAnnexType).isPresent();
            findings.number(page, annex ? HeaderData.number(page) : header.printed(), header);
            findings.date(page);
            findings.recipients(first);
        }
        return List.copyOf(findings.warnings);
    }

    /** What a recognition made of number and date: one wrong digit is another document, so a person looks. */
    public static List<Warning> recognised(HeaderData.Found header) {
        var findings = new FormFindings();
        String number = header.printed().map(DocumentNumber::canonical).orElse(null);
        if (number != null) {
            findings.warn(Warning.Code.OCR, HEAD, Wording.NUMBER_RECOGNISED, number);
        }
        if (header.issuedOn() != null) {
            String day = DAY.format(header.issuedOn());
            findings.warn(Warning.Code.OCR, HEAD, Wording.DAY_RECOGNISED, day);
        }
        return List.copyOf(findings.warnings);
    }

    private static boolean applies(BodyParser.Parsed first, HeaderData.Found header) {
        boolean law = first.type()
                .filter(type -> List.of("Luật", "BL", "HP", "PL", "VBHN", "L").contains(type.symbol()))
                .isPresent();
        boolean consolidated = header.number() != null && header.number().contains("VBHN");
        boolean attached = first.preamble().stream().anyMatch(line -> Cues.isAttachment(line.text()));
        return !law && !consolidated && !attached && header.regime() != Regime.PARTY;
    }

    private void warn(Warning.Code code, String place, Wording wording, Object... arguments) {
        warnings.add(new Warning(code, place, Sentence.of(wording, arguments)));
    }

    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = c == ' ' || c >= '\t' && c <= '\r';
            boolean again = blank && !plain.isEmpty() && plain.charAt(plain.length() - 1) == ' ';
            boolean dash = c >= '\u2010' && c <= '\u2015' || c == '\u2212';
            if (!again) {
                plain.append(blank ? ' ' : dash ? '-' : c);
            }
        }
        return plain.toString().strip();
    }

    private void nation(Line line) {
        String printed = plain(line.text());
        boolean alone = printed.length() <= NATION.length() + 2;
        if (alone && !printed.replace("HOÀ", "HÒA").equals(NATION)) {
            warn(Warning.Code.FORM_NATION, HEAD, Wording.NATION_WRITTEN, printed);
        }
    }

    private void motto(List<Line> head) {
        Optional<Line> motto = head.stream().filter(Cues::isMotto).findFirst();
        if (motto.isEmpty()) {
            boolean inside = head.stream()
                    .anyMatch(line ->
                            line.text().length() < 400 && plain(line.text()).contains(MOTTO));
            if (!inside) {
                warn(Warning.Code.FORM_MOTTO, HEAD, Wording.MOTTO_ABSENT);
            }
        } else if (!plain(motto.get().text()).contains(MOTTO)) {
            String printed = plain(motto.get().text());
            warn(Warning.Code.FORM_MOTTO, HEAD, Wording.MOTTO_WRITTEN, printed);
        }
    }

    private void number(List<Line> head, Optional<DocumentNumber> number, HeaderData.Found header) {
        boolean line = head.stream().anyMatch(it -> HeaderData.isNumberLine(it.text()));
        if (number.isEmpty()) {
            warn(Warning.Code.FORM_NUMBER, HEAD, line ? Wording.NUMBER_WITHOUT_SYMBOL : Wording.NUMBER_LINE_ABSENT);
            return;
        }
        String canonical = number.get().canonical();
        if (canonical != null && SMALL_NUMBER.matcher(canonical).matches()) {
            warn(Warning.Code.FORM_NUMBER, HEAD, Wording.NUMBER_WITHOUT_ZERO, canonical);
        }
        if (canonical != null && isMisread(head, canonical)) {
            warn(Warning.Code.OCR, HEAD, Wording.NUMBER_RECOGNISED, canonical);
        }
        symbol(number.get().type(), header);
    }

    /** The digits do not stand in the line as they were read: a letter among them was taken for one. */
    private static boolean isMisread(List<Line> head, String canonical) {
        Matcher digits = DIGITS.matcher(canonical);
        List<String> lines = head.stream()
                .map(Line::text)
                .filter(HeaderData::isNumberLine)
                .map(text -> text.replace(" ", ""))
                .toList();
        return !lines.isEmpty()
                && digits.lookingAt()
                && lines.stream().noneMatch(text -> text.contains(digits.group()));
    }

    /** The symbol of the number names a type; the title names another. */
    private void symbol(@Nullable String symbol, HeaderData.Found header) {
        Optional<String> named = Optional.ofNullable(header.bodyType()).map(Cues.Type::symbol);
        if (symbol != null && named.isPresent() && !symbol.equals(named.get())) {
            warn(
                    Warning.Code.FORM_NUMBER,
                    HEAD,
                    Wording.SYMBOL_OF_ANOTHER_KIND,
                    symbol,
                    Objects.requireNonNull(header.bodyType()).name());
        }
    }

    private void date(List<Line> head) {
        Optional<Line> date =
                head.stream().filter(line -> HeaderData.isDateLine(line.text())).findFirst();
        boolean inside = head.stream()
                .anyMatch(line -> line.text().length() < 400
                        && line.text().contains("ngày ")
                        && line.text().contains("tháng"));
        if (date.isEmpty() && !inside) {
            warn(Warning.Code.FORM_DATE, HEAD, Wording.DATE_ABSENT);
        }
        date.map(line -> plain(line.text())).ifPresent(text -> {
            int comma = text.indexOf(',');
            if (comma < 1) {
                warn(Warning.Code.FORM_DATE, HEAD, Wording.DATE_WITHOUT_PLACE, text);
            }
            String time = text.substring(comma + 1).strip();
            if (SMALL_DAY.matcher(time).matches()) {
                warn(Warning.Code.FORM_DATE, HEAD, Wording.DATE_WITHOUT_ZERO, time);
            }
        });
    }

    private void recipients(BodyParser.Parsed first) {
        boolean listed = first.closing().stream().anyMatch(line -> Cues.isRecipients(line.text()));
        if (!first.closing().isEmpty() && !listed) {
            warn(Warning.Code.FORM_RECIPIENTS, CLOSING, Wording.RECIPIENTS_ABSENT);
        }
    }
}
