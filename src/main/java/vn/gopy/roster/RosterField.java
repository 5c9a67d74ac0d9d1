package vn.gopy.roster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.gopy.vietnamese.Folding;

/** What a column of a list may hold, by the headings that offices give it. */
public enum RosterField {
    /** Họ và tên: its heading makes the list one of people. */
    NAME("Họ và tên", "Họ tên"),
    SALUTATION("Xưng hô"),
    POST("Chức danh", "Chức vụ"),
    /** By its code, its name or a name that it had. */
    UNIT("Cơ quan", "Đơn vị", "Đơn vị công tác", "Cơ quan, đơn vị", "Nơi công tác"),
    UNIT_ROLE("Vai trò trong cơ quan"),
    ROLES("Vai trò", "Vai trò trong Ban"),
    USERNAME("Tên đăng nhập", "Tài khoản"),
    FROM("Từ ngày"),
    /** Tên cơ quan: its heading makes the list one of units. */
    UNIT_NAME("Tên cơ quan", "Tên đơn vị", "Tên cơ quan, đơn vị"),
    CODE("Mã", "Mã cơ quan", "Ký hiệu", "Mã, ký hiệu văn bản"),
    KIND("Loại", "Loại cơ quan");

    private final List<String> headings;

    RosterField(String... headings) {
        this.headings = List.of(headings);
    }

    /** The heading in our own lists. */
    public String heading() {
        return headings.getFirst();
    }

    static Optional<RosterField> of(String heading) {
        String folded = plain(heading);
        return Arrays.stream(values())
                .filter(field -> field.headings.stream().map(RosterField::plain).anyMatch(folded::equals))
                .findFirst();
    }

    /** Words as they are compared: without marks, capitals and signs. */
    static String plain(String words) {
        return Folding.fold(words).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
