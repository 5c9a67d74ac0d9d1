package vn.gopy.consolidation.cut;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.cut.Cut.Topic;
import vn.gopy.vietnamese.Folding;

/** The words by which letters ask, agree, begin and end; without marks and case. */
final class Words {

    private static final Pattern ASKS =
            pattern("de nghi|kien nghi|de xuat|bo sung|sua|bo (tu|cum|noi dung|quy dinh|doan|khoan|diem"
                    + "|ky hieu|muc|dieu)|thay|nen|can (quy|lam|viet|bo|sua|xem|co|thiet|phai|ra|nghien)|chua|khong (nen|nhat tri|dong y|phu hop"
                    + "|thong nhat|con|quy)|lam ro|quy dinh ro|xem xet|nghien cuu|ra soat|dieu chinh|chinh sua|chinh ly|luu y|ghep|tach|la qua"
                    + "|trung|sai|thieu");
    private static final Pattern AGREES = pattern("nhat tri|thong nhat|dong y|tan thanh");
    private static final Pattern ALSO =
            pattern("dong thoi,? (de nghi |kien nghi )?(bo|sua|bo sung|thay|dieu chinh|ra soat|xem xet"
                    + "|quy dinh|lam ro|nghien cuu|tach|ghep)");
    private static final Pattern FRAME = Pattern.compile(
            "(kinh gui|thuc hien|sau khi nghien cuu|qua nghien cuu|tran trong|so ?:|so \\d"
                    + "|v/v|phuc dap|cong hoa|doc lap|dang cong san|day dong thoi la|thoi gian ?:|dia diem ?:|thanh phan|chu tri ?:"
                    + "|ngay \\d|.{0,30}, ngay|t/?m\\b|tm\\.|kt\\.|bien ban|ket luan cua|y kien phat bieu|cong van|phu luc kem)(?s).*");
    private static final Pattern LEADS_IN = pattern("nhu sau ?:$|cu the ?:$");
    private static final Pattern ENDS = Pattern.compile("(tren day la|ket luan cua|tran trong)(?s).*");
    private static final Pattern RECIPIENTS_END = Pattern.compile("noi nhan ?:?");
    private static final Pattern ABOUT_DRAFT =
            Pattern.compile("(doi voi|ve) (toan bo |noi dung )?(cac )?(du thao|phu luc|to trinh|danh sach)[^:]{0,200}");

    private static final Pattern ROW =
            pattern("(so thu tu|stt|nhiem vu so|nhiem vu thu|dong so|dong thu|muc so) (?<row>\\d{1,4})");

    private Words() {}

    private static Pattern pattern(String words) {
        return Pattern.compile("(?<![\\p{L}\\d])(" + words + ")(?![\\p{L}\\d])");
    }

    static String fold(String words) {
        return Folding.fold(words.strip()).replaceAll("\\s+", " ");
    }

    static boolean asks(String words) {
        return ASKS.matcher(fold(words)).find();
    }

    /** Says yes and nothing else. */
    static boolean onlyAgrees(String words) {
        return AGREES.matcher(fold(words)).find() && !asks(words);
    }

    /** Belongs to the letter, not to what is said of the draft. */
    static boolean isFrame(String line) {
        String folded = fold(line);
        return FRAME.matcher(folded).matches() && !asks(line)
                || leadsIn(line)
                || line.strip().length() > 3 && line.equals(line.toUpperCase(Locale.ROOT));
    }

    static boolean leadsIn(String line) {
        return LEADS_IN.matcher(fold(line)).find();
    }

    /** Nothing of what follows is said of the draft. */
    static boolean ends(String line) {
        String folded = fold(line);
        return ENDS.matcher(folded).matches() || RECIPIENTS_END.matcher(folded).matches();
    }

    static boolean isAboutDraft(String heading) {
        return ABOUT_DRAFT.matcher(fold(heading)).matches();
    }

    /** Where "đồng thời bỏ …" begins a second wish; -1 for nowhere. */
    static int also(String words) {
        String folded = Folding.fold(words);
        Matcher found = ALSO.matcher(folded);
        return folded.length() == words.length() && found.find() ? found.start() : -1;
    }

    /** The number of the row of an annex that is spoken of; null for none. */
    static @Nullable String row(String words) {
        String folded = fold(words);
        Matcher found = ROW.matcher(folded);
        return find(folded, "phu luc|danh sach|bang|nhiem vu so") && found.find() ? found.group("row") : null;
    }

    static Topic topic(String words) {
        String folded = fold(words);
        if (find(folded, "noi nhan")) {
            return Topic.RECIPIENTS;
        }
        if (find(folded, "phan can cu|can cu ban hanh|can cu phap ly|bo sung can cu|ve can cu|cac can cu")) {
            return Topic.GROUNDS;
        }
        if (find(folded, "ten goi|ten du thao|ten (cua )?(quy che|quyet dinh|van ban)|trich yeu")) {
            return Topic.TITLE;
        }
        if (find(folded, "tham quyen ky|the thuc de ky|chu ky|nguoi ky")) {
            return Topic.SIGNATURE;
        }
        if (find(folded, "cau ban hanh|loi ban hanh")) {
            return Topic.ENACTING;
        }
        boolean general = find(
                folded,
                "toan van|toan bo (du thao|van ban)|chinh ta|the thuc|ky thuat trinh bay|y kien chung|bo cuc"
                        + "|toan bo noi dung");
        return general ? Topic.GENERAL : Topic.NONE;
    }

    private static boolean find(String folded, String words) {
        return pattern(words).matcher(folded).find();
    }
}
