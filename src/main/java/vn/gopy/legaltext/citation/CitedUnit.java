package vn.gopy.legaltext.citation;

import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One step of a citation, such as {@code khoản 2}.
 *
 * @param number Arabic where Roman or words are printed, letters small: {@code 5a}, {@code đ1}, {@code 1.3}; null for the
 *     unit in which the citation itself stands ("Điều này"), empty for the only one of its kind ("Phụ lục")
 */
public record CitedUnit(Kind kind, @Nullable String number) {

    /** The kinds of units, from the smallest to the greatest. */
    public enum Kind {
        SENTENCE("câu", "cau"),
        BULLET("gạch đầu dòng", "gach"),
        PARAGRAPH("đoạn", "doan"),
        SUBPOINT("tiết", "tiet"),
        POINT("điểm", "diem"),
        CLAUSE("khoản", "khoan"),
        ARTICLE("Điều", "dieu"),
        SUBSECTION("Tiểu mục", "tieu-muc"),
        SECTION("Mục", "muc"),
        CHAPTER("Chương", "chuong"),
        PART("Phần", "phan"),
        FORM("Mẫu số", "mau"),
        ANNEX("Phụ lục", "phu-luc"),
        /** Only in notes: a line of a page. */
        LINE("dòng", "dong"),
        /** Only in notes: a printed page. */
        PAGE("trang", "trang");

        private final String word;
        private final String segment;

        Kind(String word, String segment) {
            this.word = word;
            this.segment = segment;
        }

        String segment() {
            return segment;
        }

        /** As official letters write it: {@code Điều}, {@code khoản}. */
        public String word() {
            return word;
        }
    }

    /** Stands in the place where the citation itself stands. */
    boolean isThis() {
        return number == null;
    }

    /** In the syntax of outline paths, such as {@code khoan-2}. */
    String segment() {
        return number == null || number.isEmpty() ? kind.segment : kind.segment + "-" + number;
    }

    /** A path of an outline as a letter names the place: {@code khoản 2 Điều 5} for {@code dieu-5/khoan-2}. */
    public static String wordsOf(String path) {
        var words = new ArrayList<String>();
        for (String segment : path.split("/")) {
            String plain = segment.indexOf('~') < 0 ? segment : segment.substring(0, segment.indexOf('~'));
            int dash = plain.lastIndexOf('-');
            String number = plain.substring(dash + 1);
            words.addFirst(Arrays.stream(Kind.values())
                    .filter(kind -> dash > 0 && kind.segment.equals(plain.substring(0, dash)))
                    .map(kind -> new CitedUnit(kind, number).words())
                    .findFirst()
                    .orElse("mục " + number));
        }
        return String.join(" ", words);
    }

    /** For people, such as {@code khoản 2}. */
    public String words() {
        return number == null ? kind.word + " này" : number.isEmpty() ? kind.word : kind.word + " " + number;
    }
}
