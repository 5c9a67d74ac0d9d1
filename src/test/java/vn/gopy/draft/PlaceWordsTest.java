package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlaceWordsTest {

    private final List<PlacedProvision> places = new ArrayList<>();

    @Test
    void provisionsAreCitedFromSmallToLargeUpToTheArticle() {
        var chapter = place("CHAPTER", "II", "Chương II", null, "", "chuong-2");
        var article = place("ARTICLE", "8", "Điều 8", chapter, "", "dieu-8");
        var clause = place("CLAUSE", "2", "2.", article, "", "dieu-8/khoan-2");
        var point = place("POINT", "đ", "đ)", clause, "", "dieu-8/khoan-2/diem-đ");
        assertThat(words(point)).isEqualTo("Điểm đ khoản 2 Điều 8");
        assertThat(words(chapter)).isEqualTo("Chương II");
    }

    @Test
    void aNumberThatRepeatsTheOneAboveItStandsForBoth() {
        var three = place("OUTLINE", "III", "III-", null, "", "muc-3");
        var second = place("OUTLINE", "3", "3.", three, "", "muc-3/3");
        var third = place("OUTLINE", "3.2", "3.2.", second, "", "muc-3/3/3.2");
        var dash = place("BULLET", null, "-", third, "", "muc-3/3/3.2/gach-2");
        var letter = place("POINT", "a", "a)", second, "", "muc-3/3/diem-a");
        assertThat(words(three)).isEqualTo("Mục III");
        assertThat(words(letter)).isEqualTo("Tiết a điểm 3 mục III");
        assertThat(words(second)).isEqualTo("Điểm 3 mục III");
        assertThat(words(third)).isEqualTo("Điểm 3.2 mục III");
        assertThat(words(dash)).isEqualTo("Gạch đầu dòng thứ 2 điểm 3.2 mục III");
    }

    @Test
    void aRowOfAnAnnexIsKnownByTheNumberInItsFirstCell() {
        var annex = place("ANNEX", null, "PHỤ LỤC II", null, "", "phu-luc-2");
        var table = place("TABLE", null, null, annex, "", "phu-luc-2/bang-1");
        var row = place("ANNEX_ROW", null, null, table, "7 | Bà Tống Diệu Anh", "phu-luc-2/bang-1/dong-8");
        var bare = place("ANNEX_ROW", null, null, table, "Cộng | 12", "phu-luc-2/bang-1/dong-9");
        assertThat(words(row)).isEqualTo("Phụ lục II, số thứ tự 7");
        assertThat(words(bare)).isEqualTo("Phụ lục II, dòng 9");
    }

    @Test
    void theWholeTextIsTheGeneralPart() {
        assertThat(words(place("WHOLE_BODY", null, null, null, "", "toan-van"))).isEqualTo("Ý kiến chung");
    }

    private String words(PlacedProvision place) {
        return new PlaceWords(places).of(place);
    }

    private PlacedProvision place(
            String kind,
            @Nullable String number,
            @Nullable String label,
            @Nullable PlacedProvision parent,
            String text,
            String path) {
        var place = new PlacedProvision(
                new ProvisionId(UUID.randomUUID()),
                null,
                new VersionId(UUID.randomUUID()),
                places.size(),
                PlaceKind.valueOf(kind),
                "QC",
                path,
                parent == null ? null : parent.id(),
                number,
                label,
                null,
                text,
                null,
                null);
        places.add(place);
        return place;
    }
}
