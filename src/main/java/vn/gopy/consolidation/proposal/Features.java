package vn.gopy.consolidation.proposal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.gopy.vietnamese.Folding;

/** What an opinion says, to be compared: its syllables and pairs of them, weighted by how rare they are, and what it wishes. */
final class Features {

    /** Said in every opinion, whatever it wishes. */
    private static final Set<String> EMPTY =
            Set.copyOf(List.of(("de nghi kien xuat kinh quy co quan soan thao xem xet nghien cuu tai ve doi voi"
                            + " du noi dung la va cua cac nhung cho vi do nay duoc theo thi ma nhu tren trong den tu"
                            + " khoan dieu diem muc chuong ly lam nen can rang hon sua dieu chinh quy dinh them bo sung xoa ro giai thich thay thanh con sau ban dang")
                    .split(" ")));

    /** What can be wished, by the words for it with their marks: "bỏ" is not "bổ sung". */
    private static final List<Pattern> WISHES = List.of(
            wish("bỏ|xóa|xoá|bãi bỏ|không (nên )?(quy định|đưa|để)|không cần"),
            wish("bổ sung|thêm|đưa thêm"),
            wish("làm rõ|quy định rõ|nêu rõ|giải thích|cụ thể hóa|cụ thể hoá|viết rõ|ghi rõ|rõ hơn"),
            wish(
                    "sửa|điều chỉnh|chỉnh sửa|thay (từ|cụm|bằng|thế|đổi)|tăng|giảm|nâng|kéo dài|rút ngắn|quy định là|quy định .{1,80} là|lên"),
            wish("giữ|giữ nguyên"));

    /** Holds the word for a wish and wishes nothing by it. */
    private static final Pattern NO_WISH = wish("bỏ phiếu|bỏ trống|(xóa|xoá) đói|giữ (vai trò|chức|bí mật|gìn|vị trí)");

    /** Not to do away with it, or not to change it, is to keep it. */
    private static final Pattern KEPT = wish("không (nên |cần |được )?(bãi bỏ|bỏ|xóa|xoá|sửa|thay đổi|điều chỉnh)");

    private static final int REMOVE = 1;
    private static final int ADD = 1 << 1;
    private static final int EDIT = 1 << 3;
    private static final int KEEP = 1 << 4;

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\d]+");
    private static final Pattern CITED = Pattern.compile("(khoan|dieu|diem|muc|chuong|k|d)[. ]?\\d+[a-z]?");

    private final int[] ids;
    private final float[] weights;
    private final Set<String> numbers;
    private final int wishes;

    private Features(int[] ids, float[] weights, Set<String> numbers, int wishes) {
        this.ids = ids;
        this.weights = weights;
        this.numbers = numbers;
        this.wishes = wishes;
    }

    private static Pattern wish(String words) {
        return Pattern.compile("(?<!\\p{L})(" + words + ")(?!\\p{L})", Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);
    }

    private static int wishes(String text) {
        String composed =
                NO_WISH.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
        int wishes = KEPT.matcher(composed).find() ? KEEP : 0;
        composed = KEPT.matcher(composed).replaceAll(" ");
        for (int n = 0; n < WISHES.size(); n++) {
            wishes |= WISHES.get(n).matcher(composed).find() ? 1 << n : 0;
        }
        return wishes;
    }

    /** The words without what differs between copies: marks, case, blanks, signs. */
    static String plain(String text) {
        return BETWEEN.matcher(Folding.fold(text)).replaceAll(" ").strip();
    }

    private static List<String> syllables(String text) {
        List<String> kept = new ArrayList<>();
        for (String syllable :
                plain(CITED.matcher(Folding.fold(text)).replaceAll(" ")).split(" ")) {
            if (!syllable.isEmpty() && !EMPTY.contains(syllable)) {
                kept.add(syllable);
            }
        }
        return kept;
    }

    /** The features of all; how rare a word is, is counted among them. */
    static List<Features> of(List<String> texts) {
        Map<String, Integer> known = new HashMap<>();
        List<int[]> terms = new ArrayList<>();
        List<List<String>> words = new ArrayList<>();
        for (String text : texts) {
            List<String> syllables = syllables(text);
            words.add(syllables);
            Set<Integer> own = new HashSet<>();
            for (int i = 0; i < syllables.size(); i++) {
                own.add(known.computeIfAbsent(syllables.get(i), none -> known.size()));
                if (i > 0) {
                    own.add(known.computeIfAbsent(syllables.get(i - 1) + " " + syllables.get(i), none -> known.size()));
                }
            }
            terms.add(own.stream().mapToInt(Integer::intValue).sorted().toArray());
        }
        int[] holding = new int[known.size()];
        terms.forEach(own -> Arrays.stream(own).forEach(id -> holding[id]++));
        List<Features> features = new ArrayList<>();
        for (int n = 0; n < texts.size(); n++) {
            features.add(of(words.get(n), terms.get(n), holding, texts.size(), wishes(texts.get(n))));
        }
        return features;
    }

    private static Features of(List<String> words, int[] ids, int[] holding, int all, int wishes) {
        float[] weights = new float[ids.length];
        double sum = 0;
        for (int i = 0; i < ids.length; i++) {
            weights[i] = (float) Math.log(1 + (double) all / holding[ids[i]]);
            sum += weights[i] * weights[i];
        }
        for (int i = 0; i < ids.length; i++) {
            weights[i] /= (float) Math.sqrt(sum);
        }
        Set<String> numbers = new HashSet<>();
        for (String word : words) {
            if (Character.isDigit(word.charAt(0))) {
                numbers.add(word.replaceFirst("^0+(?=\\d)", ""));
            }
        }
        return new Features(ids, weights, numbers, wishes);
    }

    /** Cosine of the weighted words, from 0 to 1. */
    double likeness(Features other) {
        double sum = 0;
        int i = 0;
        int k = 0;
        while (i < ids.length && k < other.ids.length) {
            if (ids[i] == other.ids[k]) {
                sum += weights[i++] * other.weights[k++];
            } else if (ids[i] < other.ids[k]) {
                i++;
            } else {
                k++;
            }
        }
        return Math.min(1, sum);
    }

    /** Whether they can be of one mind: they wish the same way, and the numbers of one are among those of the other. */
    boolean mayAgree(Features other) {
        boolean way = wishes == 0 || other.wishes == 0 || (wishes & other.wishes) != 0;
        return way
                && numbers.isEmpty() == other.numbers.isEmpty()
                && (numbers.containsAll(other.numbers) || other.numbers.containsAll(numbers));
    }

    /**
     * Whether they cannot both be followed: one wishes away what the other wishes to keep, to add to or to change, one keeps what
     * the other changes, or each names a number that the other does not.
     */
    boolean opposes(Features other) {
        boolean away = isAgainst(REMOVE, KEEP | ADD | EDIT, other) || other.isAgainst(REMOVE, KEEP | ADD | EDIT, this);
        boolean same = isAgainst(KEEP, EDIT, other) || other.isAgainst(KEEP, EDIT, this);
        return away || same || (!numbers.containsAll(other.numbers) && !other.numbers.containsAll(numbers));
    }

    private boolean isAgainst(int wish, int contrary, Features other) {
        return (wishes & wish) != 0
                && (wishes & contrary) == 0
                && (other.wishes & contrary) != 0
                && (other.wishes & wish) == 0;
    }

    /** So many minima of the hashed words, in one number. */
    int minima(int from, int rows) {
        int hash = 1;
        for (int row = from; row < from + rows; row++) {
            int least = Integer.MAX_VALUE;
            for (int id : ids) {
                least = Math.min(least, mixed(id, row));
            }
            hash = hash * 31 + least;
        }
        return hash;
    }

    private static int mixed(int id, int row) {
        int h = id * 0x9E3779B1 ^ row * 0x85EBCA77;
        h ^= h >>> 15;
        h *= 0x2C1B3C6D;
        h ^= h >>> 12;
        h *= 0x297A2D39;
        return h ^ h >>> 15;
    }
}
