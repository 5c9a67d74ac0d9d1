package vn.gopy.legaltext.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.gopy.vietnamese.Folding;

/** The fixed words by which the parts of a document are known, compared without marks where files are dirty. */
public final class Cues {

    private static final int SHORT = 120;

    private static final Pattern SIGNATURE =
            Pattern.compile("^(TM|T/M|KT|K/T|TL|T/L|TUQ|TUN|Q)(\\s*[./]\\s*|\\s+)[A-ZĐÀ-Ỹ][A-ZĐÀ-Ỹ ,.\\-–&()]*$");
    private static final Pattern POST = Pattern.compile(
            "^(phó |quyền )?(chủ tịch|thủ tướng|bộ trưởng|thứ trưởng|chánh án"
                    + "|phó chánh án|viện trưởng|tổng kiểm toán|giám đốc|tổng giám đốc|bí thư|phó bí thư|trưởng ban|phó trưởng ban"
                    + "|chánh văn phòng|cục trưởng|tổng cục trưởng|vụ trưởng|chủ nhiệm|thống đốc|phó thủ tướng|tổng thanh tra|phó giám đốc"
                    + "|hiệu trưởng|người ký|thủ trưởng|tổ trưởng|tổng thư ký|trưởng đoàn|đại diện)\\b.*",
            Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ADOPTED = Pattern.compile(
            "^(bo luat|luat|hien phap|phap lenh|nghi quyet|ban hien phap|ban hieu phap)\\b.{0,120}\\b(duoc|da duoc|da)\\b.{0,200}\\bthong qua\\b.*");
    private static final Pattern ATTACHED =
            Pattern.compile("^\\(?\\s*((ban hanh )?(kem theo|cung voi)|ban hanh theo)\\b.*");
    private static final Pattern GROUND = Pattern.compile(
            "^[-–+]?\\s*(can cu|theo de nghi|xet de nghi|xet to trinh|xet|thuc hien|sau khi|theo)\\b.*");
    private static final Pattern ENACTING =
            Pattern.compile("^(.{0,60}\\b)?(quyet dinh|quyet nghi|nghi dinh|thong tu|chi thi|ra quyet dinh"
                    + "|nay quyet dinh|nay nghi dinh|nghi quyet)\\s*:?$");

    private static final Set<String> SHORT_AUTHORITIES = Set.of("chinh phu", "thu tuong chinh phu", "quoc hoi");
    private static final Pattern AUTHORITY = Pattern.compile(
            "^(thu tuong|bo truong|thong doc|chanh an|vien truong|chanh thanh tra|tong|chu tich|chu nhiem|giam doc|cuc truong"
                    + "|truong ban|bi thu|uy ban (nhan dan|thuong vu|mat tran)|hoi dong (nhan dan|tham phan)|ban (thuong vu|chap hanh|chi dao|bi thu|to chuc)"
                    + "|bo chinh tri|tinh uy|thanh uy|dang uy|thuong truc|hieu truong|so|ubnd|hdnd|bch)\\b.*");
    private static final Pattern OPEN_ENDED =
            Pattern.compile(".*\\b(cua|va|cho|thuoc|tai|do|voi|giua|boi|theo|ve|trong|hoac|de)$");

    // what the patterns above can begin with, asked before them because every line is asked
    private static final List<String> ADOPTED_BEGINNINGS = List.of("bo ", "lu", "hi", "ph", "ng", "ban");
    private static final List<String> ATTACHED_BEGINNINGS = List.of("ban hanh", "kem", "cung");
    private static final List<String> ENACTED =
            List.of("quyet dinh", "quyet nghi", "nghi dinh", "thong tu", "chi thi", "nghi quyet");
    private static final List<String> GROUND_BEGINNINGS = List.of("can", "the", "xet", "thu", "sau");
    private static final Openings<String> POSTS = new Openings<>();

    static {
        for (String post : ("phó |quyền|chủ |thủ |bộ |thứ |chánh|viện|tổng|giám|bí |trưởng|cục|vụ |thống|hiệu|người|tổ "
                        + "|đại")
                .split("\\|")) {
            POSTS.add(post, post);
        }
    }

    /** Names of document types, longest first, with their official symbols; "-" for none. */
    public record Type(String name, String symbol, String code, String folded) {
        Type(String name, String symbol, String code) {
            this(name, symbol, code, Folding.fold(name));
        }

        /** Adopted by the Quốc hội or its standing committee, or a consolidation of what was. */
        boolean isLaw() {
            return switch (symbol) {
                case "Luật", "BL", "HP", "PL", "VBHN" -> true;
                default -> false;
            };
        }
    }

    private static final List<Type> TYPES = List.of(
            new Type("Văn bản hợp nhất", "VBHN", "VBHN"),
            new Type("Thông tư liên tịch", "TTLT", "TTLT"),
            new Type("Nghị quyết liên tịch", "NQLT", "NQLT"),
            new Type("Hiến pháp", "HP", "HP"),
            new Type("Bộ luật", "BL", "BL"),
            new Type("Luật", "Luật", "LUAT"),
            new Type("Pháp lệnh", "PL", "PL"),
            new Type("Lệnh", "L", "L"),
            new Type("Nghị quyết", "NQ", "NQ"),
            new Type("Nghị định", "NĐ", "ND"),
            new Type("Quyết định", "QĐ", "QD"),
            new Type("Thông tư", "TT", "TT"),
            new Type("Thông tri", "TT", "TT"),
            new Type("Chỉ thị", "CT", "CT"),
            new Type("Chương trình", "CTr", "CTr"),
            new Type("Kế hoạch", "KH", "KH"),
            new Type("Quy chế", "QC", "QC"),
            new Type("Quy định", "QyĐ", "QyD"),
            new Type("Quy tắc", "QT", "QTac"),
            new Type("Bộ quy tắc", "QT", "QTac"),
            new Type("Quy trình", "QTr", "QTr"),
            new Type("Quy hoạch", "QH", "QH"),
            new Type("Chế độ", "CĐ", "CD"),
            new Type("Điều lệ", "ĐL", "DL"),
            new Type("Nội quy", "NQy", "NQy"),
            new Type("Hướng dẫn", "HD", "HD"),
            new Type("Thông báo", "TB", "TB"),
            new Type("Thông cáo", "TC", "TC"),
            new Type("Báo cáo", "BC", "BC"),
            new Type("Biên bản", "BB", "BB"),
            new Type("Tờ trình", "TTr", "TTr"),
            new Type("Đề án", "ĐA", "DA"),
            new Type("Dự án", "DA", "DuAn"),
            new Type("Phương án", "PA", "PA"),
            new Type("Kết luận", "KL", "KL"),
            new Type("Chiến lược", "CL", "CL"),
            new Type("Công điện", "CĐ", "CDien"),
            new Type("Công văn", "CV", "CV"),
            new Type("Hợp đồng", "HĐ", "HDong"),
            new Type("Giấy mời", "GM", "GM"),
            new Type("Án lệ", "AL", "AL"),
            new Type("Tuyên bố", "TBo", "TBo"),
            new Type("Danh mục", "DM", "DM"),
            new Type("Danh sách", "DS", "DS"),
            new Type("Phụ lục", "Phụ lục", "PLuc"));

    private static final List<List<Type>> BY_LETTER = IntStream.rangeClosed(0, 'z')
            .mapToObj(letter -> TYPES.stream()
                    .filter(type -> type.folded().charAt(0) == letter)
                    .toList())
            .toList();

    private static final Map<String, Type> BY_SYMBOL = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (Type type : TYPES) {
            BY_SYMBOL.putIfAbsent(type.symbol(), type);
            BY_SYMBOL.putIfAbsent(type.code(), type);
        }
    }

    private Cues() {}

    static String folded(String text) {
        return Folding.fold(text.length() > 400 ? text.substring(0, 400) : text);
    }

    /** The type whose name is this line, or begins it in capitals. */
    public static Optional<Type> typeLine(Line line) {
        String text = line.text();
        if (text.length() > 300 || !Words.startsUpper(text) || !line.auto().isEmpty()) {
            return Optional.empty();
        }
        boolean copy = text.startsWith("BẢN ") || text.startsWith("Bản ");
        String name = copy ? text.substring(4) : text;
        return mayBeType(name) ? typeOf(line, name) : Optional.empty();
    }

    private static boolean mayBeType(String text) {
        char first = text.isEmpty() ? 0 : Folding.folded(text.charAt(0));
        for (Type type : first < BY_LETTER.size() ? BY_LETTER.get(first) : List.<Type>of()) {
            if (Folding.startsWith(text, type.folded())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Type> typeOf(Line line, String text) {
        String folded = Folding.fold(text);
        for (Type type : TYPES) {
            String name = type.folded();
            if (!folded.startsWith(name)) {
                continue;
            }
            String rest = folded.substring(name.length()).strip();
            boolean whole = rest.isEmpty() || rest.equals("*") || isRule(rest);
            boolean capitals = Words.isCapitals(text.substring(0, name.length()));
            if (whole && (capitals || line.isProminent())) {
                return Optional.of(type);
            }
            boolean word =
                    folded.length() > name.length() && folded.charAt(name.length()) == ' ' && !rest.startsWith("-");
            boolean ofSomeone = rest.startsWith("cua ") && line.isProminent() && text.length() < 100;
            if (word && (capitals || ofSomeone) && !Words.endsSentence(text)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static boolean isRule(String text) {
        return text.chars().allMatch(c -> "-_*.".indexOf(c) >= 0);
    }

    /** The type that a title begins with, however it is written: "Nghị định của Chính phủ". */
    static Optional<Type> namedType(String title) {
        String folded = folded(title);
        return TYPES.stream()
                .filter(type -> folded.startsWith(type.folded())
                        && (folded.length() == type.folded().length()
                                || folded.startsWith(" ", type.folded().length())))
                .findFirst();
    }

    /** Who decides, on a line of its own above the grounds: CHÍNH PHỦ, BỘ TRƯỞNG BỘ NỘI VỤ. */
    public static boolean isAuthority(String text) {
        if (text.length() > SHORT || !Words.startsUpper(text)) {
            return false;
        }
        String folded = folded(text);
        return SHORT_AUTHORITIES.contains(folded)
                || Words.isCapitals(text) && AUTHORITY.matcher(folded).matches();
    }

    /** Ends in a word after which a name must come. */
    static boolean isOpenEnded(String text) {
        return text.endsWith(",") || OPEN_ENDED.matcher(folded(text)).matches();
    }

    /** All kinds of documents that are known by name. */
    public static List<Type> types() {
        return TYPES;
    }

    /** The type of a file that is an annex and nothing else. */
    static Type annexType() {
        return TYPES.getLast();
    }

    /** Whether it is the type of a file that is an annex and nothing else. */
    public static boolean isAnnexType(Type type) {
        return type == annexType();
    }

    /** The type with this symbol in a number, such as QĐ. */
    public static Optional<Type> typeOfSymbol(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    /** Whether a line is the name of the state in the head. */
    public static boolean isNation(Line line) {
        return Folding.startsWith(line.text(), "cong hoa xa hoi chu nghia viet nam");
    }

    /** Whether a line is the name of the Party in the head. */
    public static boolean isParty(Line line) {
        return Folding.startsWith(line.text(), "dang cong san viet nam");
    }

    /** Whether a line is "Độc lập - Tự do - Hạnh phúc". */
    public static boolean isMotto(Line line) {
        if (!Folding.startsWith(line.text(), "d") && !line.text().startsWith(" ")) {
            return false;
        }
        String folded = folded(line.text()).replace(" ", "");
        return folded.startsWith("doclap") && folded.contains("hanhphuc");
    }

    /** (Ban hành kèm theo Quyết định số …). */
    public static boolean isAttachment(String text) {
        return text.length() < 400
                && (text.startsWith("(") || Words.startsUpper(text))
                && begins(text, "(", ATTACHED_BEGINNINGS)
                && ATTACHED.matcher(folded(text)).matches();
    }

    /** Whether a line gives a legal ground: "Căn cứ Luật …". */
    public static boolean isGround(String text) {
        return !text.isEmpty()
                && "CcTtXxSs-–+".indexOf(text.charAt(0)) >= 0
                && begins(text, "-–+", GROUND_BEGINNINGS)
                && GROUND.matcher(folded(text)).matches();
    }

    /** Whether one of the plain words stands at the beginning, behind one of the signs and blanks. */
    private static boolean begins(String text, String signs, List<String> words) {
        int at = !text.isEmpty() && signs.indexOf(text.charAt(0)) >= 0 ? 1 : 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        for (String word : words) {
            if (Folding.startsWith(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    static boolean isEnacting(String text) {
        if (text.length() >= SHORT || !Words.isCapitals(text)) {
            return false;
        }
        String folded = folded(text);
        for (String words : ENACTED) {
            if (folded.contains(words)) {
                return ENACTING.matcher(folded).matches();
            }
        }
        return false;
    }

    /** Whether a line begins the list of recipients. */
    public static boolean isRecipients(String text) {
        boolean likely = text.length() > 7 && Folding.startsWith(text, "noi ");
        String folded = likely && text.length() < 4000 ? folded(head(text)) : "";
        return (folded.startsWith("noi nhan") || folded.startsWith("noi gui"))
                && (folded.startsWith("noi nhan:")
                        || folded.startsWith("noi nhan :")
                        || folded.equals("noi nhan")
                        || folded.startsWith("noi gui:"));
    }

    private static String head(String text) {
        return text.length() > 60 ? text.substring(0, 60) : text;
    }

    static boolean isSignature(String text) {
        return text.length() < SHORT
                && text.length() > 1
                && "TKQ".indexOf(text.charAt(0)) >= 0
                && (text.charAt(1) <= ' ' || "MLUT/.".indexOf(text.charAt(1)) >= 0)
                && SIGNATURE.matcher(text).matches();
    }

    /** A post alone on a line in capitals: CHỦ TỊCH, BỘ TRƯỞNG BỘ NỘI VỤ. */
    static boolean isPost(String text) {
        return text.length() < 80
                && !text.isEmpty()
                && POSTS.count(Openings.slot(text, 0)) > 0
                && Words.isCapitals(text)
                && POST.matcher(text.toLowerCase(java.util.Locale.ROOT)).matches();
    }

    /** "Luật này được Quốc hội … thông qua ngày …": the last sentence of a law, no provision. */
    public static boolean isAdoption(String text) {
        return text.length() < 500
                && begins(text, "", ADOPTED_BEGINNINGS)
                && ADOPTED.matcher(folded(text)).matches();
    }

    /** Above the signature of a consolidated text. */
    static boolean isCertification(String text) {
        return text.length() < 80 && text.startsWith("X") && Folding.startsWith(text, "xac thuc van ban hop nhat");
    }

    /** "./." closes the text of a state document. */
    static boolean isEndMark(String text) {
        return text.endsWith("./.") || text.endsWith("./") || text.endsWith(". /.");
    }
}
