package vn.gopy.legaltext.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of issuing bodies, printed in capitals, in the spelling of running text (Nghị định 30/2020/NĐ-CP, Phụ lục II:
 * names of bodies, of places, and of what a ministry is about).
 */
public final class Issuers {

    /** After these the next words are the name of a place. */
    private static final Set<String> PLACES =
            Set.of("tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "tp", "tp.");

    private static final Set<String> BODIES = Set.of(
            "ỦY", "UỶ", "HỘI", "BỘ", "SỞ", "CHÍNH", "QUỐC", "BAN", "VĂN", "VIỆN", "TÒA", "TOÀ", "THỦ", "CỤC", "TỔNG",
            "ĐẢNG", "TỈNH", "THÀNH", "KIỂM", "THANH", "NGÂN", "TRUNG", "CHI", "ĐOÀN", "CÔNG", "TỔ", "TRƯỜNG", "LIÊN",
            "MẶT", "CHỦ", "BẢO", "HUYỆN", "BCĐ", "PHÒNG", "NHÀ", "HIỆP", "UBND", "HĐND");

    private static final Pattern PLACE_LINE = Pattern.compile(
            "^(TỈNH(?! [ỦU][YỶ])|THÀNH PHỐ|TP\\.?|HUYỆN(?! [ỦU][YỶ])|QUẬN(?! [ỦU][YỶ])|XÃ|PHƯỜNG|THỊ XÃ|THỊ TRẤN|ĐẶC KHU) .*");
    private static final Pattern OPEN_ENDED = Pattern.compile(".*(?: (?:VỀ|CỦA|VÀ|DÂN|TRỰC THUỘC|THẨM PHÁN)|,)$");
    private static final Pattern PARTY_BODY =
            Pattern.compile("^(TỈNH [ỦU][YỶ]|THÀNH [ỦU][YỶ]|HUYỆN [ỦU][YỶ]|ĐẢNG [ỦU][YỶ]|BAN CHẤP HÀNH TRUNG ƯƠNG).*");
    private static final Pattern OFFICE = Pattern.compile(
            "^(VĂN PHÒNG|[ỦU][YỶ] BAN KIỂM TRA|BAN (TỔ CHỨC|TUYÊN GIÁO|DÂN VẬN|NỘI CHÍNH|THƯỜNG VỤ|KINH TẾ).*)$");

    /** As official texts write them; the longer before what they contain. */
    private static final List<Pattern> NAMES = new ArrayList<>();

    private static final List<String> SPELLINGS = List.of(
            "Thủ tướng Chính phủ",
            "Văn phòng Chính phủ",
            "Thanh tra Chính phủ",
            "Chính phủ",
            "Ủy ban Thường vụ Quốc hội",
            "Văn phòng Quốc hội",
            "Quốc hội",
            "Hội đồng Thẩm phán",
            "Tòa án nhân dân",
            "Viện kiểm sát nhân dân",
            "Ngân hàng Nhà nước",
            "Mặt trận Tổ quốc",
            "Ủy ban Kiểm tra",
            "Ủy ban Mặt trận",
            "Ủy ban Trung ương",
            "Ủy ban Dân tộc",
            "Ban Chấp hành",
            "Ban Thường vụ",
            "Ban Chỉ đạo",
            "Ban Bí thư",
            "Bộ Chính trị",
            "Tổng Bí thư",
            "Thanh niên Cộng sản",
            "Hồ Chí Minh",
            "Liên hiệp Phụ nữ",
            "Hội Nông dân",
            "Hội Cựu chiến binh",
            "Liên đoàn Lao động",
            "Trung ương Đảng",
            "Trung ương",
            "Tỉnh ủy",
            "Thành ủy",
            "Huyện ủy",
            "Đảng ủy",
            "Đảng bộ",
            "Việt Nam");

    private static final List<String> SMALL_SPELLINGS =
            SPELLINGS.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();

    /** What a ministry or a department is about is part of its name: Bộ Văn hóa, Thể thao và Du lịch. */
    private static final Pattern FIELD = Pattern.compile(
            "(?U)\\b(bộ|sở|cục|chi cục|(?<!ủy )ban|trường|ban quản lý)(?= (?!trưởng|chính trị|chỉ huy|thường|chấp|chỉ|bí))((?: (?!tỉnh|thành phố|thuộc)[\\p{L}&,-]+)+)",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> FIELD_BODIES = List.of("bộ", "sở", "cục", "trường", "ban quản lý");
    private static final Pattern FIELD_BREAK = Pattern.compile("(?U)(^ ?| và |, | - )(\\p{L})");
    private static final Pattern TONE = Pattern.compile("(?U)(?:(?<!q)u([ỳýỷỹỵ])|o([àáảãạèéẻẽẹ]))(?!\\p{L})");
    private static final String OLD_TONES = "ỳýỷỹỵàáảãạèéẻẽẹ";
    private static final String NEW_TONES = "ùúủũụòóỏõọòóỏõọ";

    static {
        SPELLINGS.forEach(name -> NAMES.add(Pattern.compile(
                "(?U)(?<!\\p{L})(?<![Ủủ]y )" + Pattern.quote(name) + "(?!\\p{L})",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)));
    }

    private Issuers() {}

    /** The issuer of the lines above the number: the last body, the lines before it are the one above it. */
    static String name(List<String> lines) {
        int from = 0;
        for (int i = 1; i < lines.size(); i++) {
            String first = lines.get(i).split(" ")[0];
            boolean goesOn = OPEN_ENDED.matcher(lines.get(i - 1)).matches();
            if (BODIES.contains(first) && !isPlace(lines.get(i)) && !goesOn) {
                from = i;
            }
        }
        String name = official(String.join(" ", lines.subList(from, lines.size())));
        boolean office = from > 0
                && OFFICE.matcher(lines.get(from)).matches()
                && PARTY_BODY.matcher(lines.get(from - 1)).matches();
        return office ? name + " " + above(lines.get(from - 1), name) : name;
    }

    /** "VĂN PHÒNG" under "TỈNH ỦY A" is Văn phòng Tỉnh ủy A. */
    private static String above(String body, String office) {
        boolean central = body.startsWith("BAN CHẤP HÀNH");
        return central ? (office.startsWith("Văn phòng") ? "Trung ương Đảng" : "Trung ương") : official(body);
    }

    /** Begins as names of bodies do. */
    static boolean isBody(String line) {
        return BODIES.contains(line.split(" ", 2)[0]);
    }

    /** A line that only says which place the body above belongs to. */
    static boolean isPlace(String line) {
        return PLACE_LINE.matcher(line).matches();
    }

    /** The name in the spelling of running text. */
    static String official(String capitals) {
        String small = withNewTones(capitals.toLowerCase(Locale.ROOT).strip());
        String text = mayHaveField(small) ? FIELD.matcher(small).replaceAll(Issuers::field) : small;
        return capitalised(withPlaces(withNames(text)));
    }

    /** The same letters, with the capitals of the names that official texts know; no letter is moved or changed. */
    public static String withNames(String words) {
        String small = words.toLowerCase(Locale.ROOT);
        String text = words;
        for (int i = 0; i < SPELLINGS.size(); i++) {
            if (small.contains(SMALL_SPELLINGS.get(i))) {
                text = NAMES.get(i).matcher(text).replaceAll(SPELLINGS.get(i));
            }
        }
        return text;
    }

    /** A ủy ban is about nothing but the place that it is of. */
    private static boolean mayHaveField(String small) {
        for (String body : FIELD_BODIES) {
            if (small.contains(body)) {
                return true;
            }
        }
        int at = small.indexOf("ban");
        while (at >= 0 && small.startsWith("ủy ", at - 3)) {
            at = small.indexOf("ban", at + 3);
        }
        return at >= 0;
    }

    private static String field(java.util.regex.MatchResult match) {
        Matcher breaks = FIELD_BREAK.matcher(match.group(2));
        String name = breaks.replaceAll(found -> found.group(1) + found.group(2).toUpperCase(Locale.ROOT));
        return Matcher.quoteReplacement(match.group(1) + name);
    }

    private static String withPlaces(String text) {
        String[] words = text.split(" ");
        boolean place = false;
        for (int i = 0; i < words.length; i++) {
            String next = i + 1 < words.length ? words[i + 1] : "";
            boolean names = PLACES.contains(words[i])
                    && !next.equals("hội")
                    && !(words[i].equals("khu") && (i == 0 || !words[i - 1].equals("đặc")));
            boolean first = (words[i].equals("thành") && next.equals("phố"))
                    || words[i].equals("thị") && (next.equals("xã") || next.equals("trấn"))
                    || words[i].equals("đặc") && next.equals("khu");
            if (place && !names && !first) {
                words[i] = capitalised(words[i]);
            }
            boolean party = i > 0
                    && words[i].equals("ủy")
                    && Set.of("Tỉnh", "Thành", "Huyện").contains(words[i - 1]);
            place = names || party || place;
        }
        return String.join(" ", words);
    }

    /** Ủy, not Uỷ: the tone stands where official texts put it today. */
    private static String withNewTones(String text) {
        boolean old = false;
        for (int i = 1; i < text.length() && !old; i++) {
            char vowel = text.charAt(i - 1);
            old = (vowel == 'u' || vowel == 'o') && OLD_TONES.indexOf(text.charAt(i)) >= 0;
        }
        return old ? moved(text) : text;
    }

    private static String moved(String text) {
        return TONE.matcher(text).replaceAll(match -> {
            char old = match.group().charAt(1);
            char base = match.group().charAt(0) == 'u' ? 'y' : "èéẻẽẹ".indexOf(old) >= 0 ? 'e' : 'a';
            return NEW_TONES.charAt(OLD_TONES.indexOf(old)) + String.valueOf(base);
        });
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
