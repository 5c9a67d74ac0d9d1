package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.legaltext.OutlineFixture.at;
import static vn.gopy.legaltext.OutlineFixture.outline;
import static vn.gopy.legaltext.OutlineFixture.paths;
import static vn.gopy.legaltext.OutlineFixture.warnings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutlinesTest {

    private static final String HEAD = """
            CHÍNH PHỦ
            Số: 30/2020/NĐ-CP
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            Hà Nội, ngày 05 tháng 3 năm 2020
            NGHỊ ĐỊNH
            Về công tác văn thư
            Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
            Chính phủ ban hành Nghị định về công tác văn thư.
            """;

    @Nested
    class Levels {

        @Test
        void fromChapterToPoint() {
            var outline = outline(HEAD + """
                    Chương I
                    QUY ĐỊNH CHUNG
                    Điều 1. Phạm vi điều chỉnh
                    Nghị định này quy định về công tác văn thư.
                    Điều 2. Giải thích từ ngữ
                    1. Khoản một:
                    a) Điểm a;
                    đ) Điểm đ.
                    2. Khoản hai.
                    """);
            assertThat(paths(outline))
                    .containsExactly(
                            "chuong-1",
                            "dieu-1",
                            "dieu-2",
                            "dieu-2/khoan-1",
                            "dieu-2/khoan-1/diem-a",
                            "dieu-2/khoan-1/diem-đ",
                            "dieu-2/khoan-2");
            assertThat(at(outline, "chuong-1").heading()).isEqualTo("QUY ĐỊNH CHUNG");
            assertThat(at(outline, "dieu-1").heading()).isEqualTo("Phạm vi điều chỉnh");
            assertThat(at(outline, "dieu-1").text()).isEqualTo("Nghị định này quy định về công tác văn thư.");
            assertThat(outline.counts())
                    .containsEntry("ARTICLE", 2)
                    .containsEntry("CLAUSE", 2)
                    .containsEntry("POINT", 2);
        }

        @Test
        void chaptersAreNestedInPartsOnlyWhereTheyStartAgain() {
            assertThat(
                            paths(
                                    outline(
                                            HEAD
                                                    + "Phần thứ nhất\nCHUNG\nChương I\nMỘT\nĐiều 1. Một\nX.\nPhần thứ hai\nRIÊNG\nChương II\nHAI\nĐiều 2. Hai\nX.")))
                    .contains("phan-1", "chuong-1", "phan-2", "chuong-2");
            assertThat(
                            paths(
                                    outline(
                                            HEAD
                                                    + "Phần I\nCHUNG\nChương I\nMỘT\nĐiều 1. Một\nX.\nPhần II\nRIÊNG\nChương I\nHAI\nĐiều 2. Hai\nX.")))
                    .contains("phan-1/chuong-1", "phan-2/chuong-1");
        }

        @Test
        void sectionsAndSubsectionsNest() {
            assertThat(
                            paths(
                                    outline(
                                            HEAD
                                                    + "Chương II\nNỘI DUNG\nMục 1. MỘT\nTiểu mục 1. A\nĐiều 1. Một\nX.\nTiểu mục 2. B\nĐiều 2. Hai\nY.\nMục 2\nHAI\nĐiều 3. Ba\nZ.")))
                    .containsSequence("chuong-2", "chuong-2/muc-1", "chuong-2/muc-1/tieu-muc-1", "dieu-1");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Điều 1. Tên",
                    "Điều1. Tên",
                    "Điều 1: Tên",
                    "Điều 1 . Tên",
                    "ĐIỀU 1. Tên",
                    "Điều 1 - Tên",
                    "Điều 1.Tên"
                })
        void articlesInAllSpellings(String heading) {
            var outline = outline(HEAD + heading + "\nNội dung của điều.");
            assertThat(at(outline, "dieu-1").heading()).isEqualTo("Tên");
            assertThat(at(outline, "dieu-1").number()).isEqualTo("1");
        }

        @Test
        void insertedUnitsKeepTheirLetters() {
            var outline = outline(HEAD + """
                    Điều 43. Một
                    3. Khoản.
                    3a. Khoản thêm.
                    4. Khoản.
                    b) Điểm;
                    b1) Điểm thêm;
                    c) Điểm.
                    Điều 43a. Điều thêm
                    X.
                    Điều 44. Hai
                    Y.
                    """);
            assertThat(paths(outline)).contains("dieu-43/khoan-3a", "dieu-43/khoan-4/diem-b1", "dieu-43a", "dieu-44");
        }

        @Test
        void aSentenceAfterTheNumberIsTextNotTitle() {
            var outline = outline(
                    HEAD
                            + "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.\nĐiều 2. Quyết định có hiệu lực từ ngày ký.");
            assertThat(at(outline, "dieu-1").heading()).isNull();
            assertThat(at(outline, "dieu-1").text()).startsWith("Ban hành kèm theo");
        }

        @Test
        void theParagraphAfterTheLastPointBelongsToTheClause() {
            var outline = outline(
                    HEAD
                            + "Điều 1. Một\n1. Khoản:\na) Điểm a.\nĐoạn của điểm a.\nb) Điểm b.\nĐoạn cuối của khoản.\n2. Khoản hai.");
            assertThat(at(outline, "dieu-1/khoan-1/diem-a/doan-2").text()).isEqualTo("Đoạn của điểm a.");
            assertThat(at(outline, "dieu-1/khoan-1/doan-2").text()).isEqualTo("Đoạn cuối của khoản.");
        }

        @Test
        void dashesNestUnderTheirProvision() {
            assertThat(paths(outline(HEAD + "Điều 1. Một\n1. Khoản:\n- Gạch;\n+ Cộng;\n+ Cộng;\n- Gạch.")))
                    .contains("dieu-1/khoan-1/gach-1", "dieu-1/khoan-1/gach-1/gach-1", "dieu-1/khoan-1/gach-2");
        }

        @Test
        void alternativesOfOneProvision() {
            var outline = outline(HEAD
                    + "Điều 16. Kinh phí\nPhương án 1:\n1. Một.\n2. Hai.\nPhương án 2:\n1. Ba.\nĐiều 17. Hiệu lực\nX.");
            assertThat(paths(outline))
                    .contains("dieu-16/phuong-an-1/khoan-2", "dieu-16/phuong-an-2/khoan-1", "dieu-17");
        }

        @Test
        void aTitleOnTwoLinesIsOneTitle() {
            var outline = outline(
                    HEAD + "Chương I\nTỔ CHỨC VÀ\nHOẠT ĐỘNG\nĐiều 1. Trách nhiệm của\ncơ quan chủ trì\nNội dung.");
            assertThat(at(outline, "chuong-1").heading()).isEqualTo("TỔ CHỨC VÀ HOẠT ĐỘNG");
            assertThat(at(outline, "dieu-1").heading()).isEqualTo("Trách nhiệm của cơ quan chủ trì");
        }
    }

    @Nested
    class WhatOnlyLooksLikeStructure {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Điều 12 của Nghị định này.",
                    "Điều 47 của Luật Đầu tư công, trong đó có nội dung.",
                    "Mục đích hoạt động của quỹ là nhân đạo.",
                    "Phần thu nhập chịu thuế được xác định như sau.",
                    "Điều kiện thành lập gồm các nội dung sau.",
                    "Khoản vay được hoàn trả.",
                    "Chương II của Luật này không áp dụng.",
                    "2025. Năm đó không là khoản."
                })
        void isText(String line) {
            var outline =
                    outline(HEAD + "Điều 1. Một\nNội dung theo quy định tại khoản 2.\n" + line + "\nĐiều 2. Hai\nX.");
            assertThat(outline.counts())
                    .containsEntry("ARTICLE", 2)
                    .containsEntry("CHAPTER", 0)
                    .containsEntry("SECTION", 0)
                    .containsEntry("PART", 0)
                    .containsEntry("CLAUSE", 0);
        }

        @Test
        void quotedProvisionsOfAnAmendedLawStayText() {
            var outline = outline(HEAD + """
                    Điều 1. Sửa đổi, bổ sung một số điều
                    1. Sửa đổi, bổ sung Điều 6 như sau:
                    “Điều 6. Chính sách
                    1. Khoản một.
                    2. Bộ trưởng quy định chi tiết Điều này:
                    a) Điểm a.”.
                    2. Bổ sung khoản 3a vào sau khoản 3 Điều 59 như sau:
                    “3a. Báo cáo.”.
                    Điều 2. Hiệu lực thi hành
                    Luật này có hiệu lực.
                    """);
            assertThat(paths(outline)).containsExactly("dieu-1", "dieu-1/khoan-1", "dieu-1/khoan-2", "dieu-2");
            assertThat(at(outline, "dieu-1/khoan-1").text()).contains("“Điều 6. Chính sách\n1. Khoản một.");
        }

        @Test
        void aQuotationWithoutItsEndDoesNotSwallowTheLaw() {
            var outline = outline(HEAD + """
                    Điều 1. Sửa đổi, bổ sung một số điều
                    1. Sửa đổi, bổ sung Điều 6 như sau:
                    “Điều 6. Chính sách
                    1. Khoản một.
                    2. Sửa đổi, bổ sung Điều 7 như sau:
                    “Điều 7. Khác.”.
                    3. Bãi bỏ Điều 8.
                    """);
            assertThat(paths(outline)).contains("dieu-1/khoan-2", "dieu-1/khoan-3");
        }

        @Test
        void rowNumbersOfTablesAreNoClauses() {
            var blocks = new ArrayList<>(
                    OutlineFixture.reading(HEAD + "Điều 1. Một\n1. Khoản.").blocks());
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 3; column++) {
                    blocks.add(new Block(
                            blocks.size(),
                            Block.Kind.CELL,
                            "",
                            column == 0 ? row + 1 + "." : "Ô " + row + column,
                            null,
                            Block.Look.PLAIN,
                            new Block.Cell(0, row, column),
                            0));
                }
            }
            var outline = Outlines.of(OutlineFixture.reading(blocks), "a.docx", null);
            assertThat(outline.counts()).containsEntry("CLAUSE", 1);
            assertThat(at(outline, "dieu-1/khoan-1/bang-1").rows())
                    .containsExactly(List.of("1.", "Ô 01", "Ô 02"), List.of("2.", "Ô 11", "Ô 12"));
        }

        @Test
        void tablesOfContentsAreDropped() {
            var outline =
                    outline("MỤC LỤC\nĐiều 1. Một............ 3\nĐiều 2. Hai............ 4\nĐiều 3. Ba............. 5\n"
                            + HEAD + "Điều 1. Một\nX.\nĐiều 2. Hai\nY.");
            assertThat(outline.counts()).containsEntry("ARTICLE", 2);
            assertThat(outline.dropped()).extracting(Dropped::why).containsOnly(Dropped.Why.TABLE_OF_CONTENTS);
        }
    }

    @Nested
    class Findings {

        @Test
        void gapsRepeatsAndForeignLettersAreReportedNeverRepaired() {
            var outline = outline(
                    HEAD
                            + "Điều 1. Một\na) A;\nb) B;\ne) E;\nf) F.\nĐiều 2. Hai\nX.\nĐiều 2. Ba\nY.\nĐiều 4. Bốn\nZ.\nĐiều 5. Năm\nT.");
            assertThat(warnings(outline))
                    .contains(
                            Warning.Code.NUMBER_GAP,
                            Warning.Code.NUMBER_REPEATED,
                            Warning.Code.LIST_LETTER_NOT_VIETNAMESE);
            assertThat(paths(outline)).contains("dieu-2", "dieu-2~2", "dieu-4").doesNotContain("dieu-3");
        }
    }

    @Nested
    class Bodies {

        private static final String PACKAGE = """
                ỦY BAN NHÂN DÂN
                TỈNH THÁI NGUYÊN
                Số:      /2026/QĐ-UBND
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                DỰ THẢO LẦN 2
                Thái Nguyên, ngày     tháng     năm 2026
                QUYẾT ĐỊNH
                Ban hành Quy chế làm việc
                Căn cứ Luật Tổ chức chính quyền địa phương;
                Theo đề nghị của Giám đốc Sở;
                QUYẾT ĐỊNH:
                Điều 1. Ban hành kèm theo Quyết định này Quy chế.
                Điều 2. Quyết định này có hiệu lực từ ngày ký./.
                Nơi nhận:
                - Như Điều 2;
                - Lưu: VT.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                QUY CHẾ
                LÀM VIỆC
                (Ban hành kèm theo Quyết định số /2026/QĐ-UBND)
                Chương I
                QUY ĐỊNH CHUNG
                Điều 1. Phạm vi
                Quy chế này quy định.
                Điều 2. Hiệu lực
                X.
                PHỤ LỤC I
                DANH MỤC
                1. Một.
                Phụ lục II
                BIỂU MẪU
                Điều 1. Của biểu mẫu.
                """;

        private final Outline outline = outline(PACKAGE);

        @Test
        void theAttachedRegulationIsABodyOfItsOwn() {
            assertThat(outline.bodies()).extracting(Body::code).containsExactly("QD", "QC");
            assertThat(outline.counts()).containsEntry("ARTICLE", 4).containsEntry("ANNEX", 2);
            assertThat(outline.annexes()).extracting(Annex::path).containsExactly("phu-luc-1", "phu-luc-2");
            assertThat(outline.annexes()).extracting(Annex::body).containsOnly("QC");
            assertThat(outline.annexes().getLast().provisions().getFirst().path())
                    .isEqualTo("phu-luc-2/dieu-1");
        }

        @Test
        void aBlankNumberStaysBlankButTellsTypeAndRegime() {
            assertThat(outline.number()).isNull();
            assertThat(outline.type()).isEqualTo("QĐ");
            assertThat(outline.regime()).isEqualTo(Regime.STATE_QPPL);
            assertThat(outline.issuedOn()).isNull();
            assertThat(outline.draftLabel()).isEqualTo("DỰ THẢO LẦN 2");
            assertThat(outline.issuer()).isEqualTo("Ủy ban nhân dân tỉnh Thái Nguyên");
        }

        @Test
        void placesOutsideTheTreeCanBeAddressed() {
            assertThat(outline.bodies().getFirst().places())
                    .extracting(Place::path)
                    .contains(
                            "ten-goi",
                            "can-cu-1",
                            "can-cu-2",
                            "ban-hanh",
                            "noi-nhan-1",
                            "noi-nhan-2",
                            "chu-ky",
                            "toan-van");
        }
    }

    @Nested
    class Plans {

        private final Outline outline = outline("""
                TỈNH ỦY THÁI NGUYÊN
                *
                Số      -CTr/TU
                ĐẢNG CỘNG SẢN VIỆT NAM
                Thái Nguyên, ngày     tháng     năm 2026
                CHƯƠNG TRÌNH HÀNH ĐỘNG
                thực hiện Nghị quyết số 57-NQ/TW
                Thực hiện Nghị quyết số 57-NQ/TW, Tỉnh ủy ban hành Chương trình hành động như sau:
                I. MỤC ĐÍCH, YÊU CẦU
                1. Mục đích
                - Một;
                - Hai.
                2. Yêu cầu
                2.1. Yêu cầu thứ nhất
                a) Điểm a.
                II. TỔ CHỨC THỰC HIỆN
                1. Sở Khoa học và Công nghệ.
                """);

        @Test
        void levelsWithoutArticles() {
            assertThat(paths(outline))
                    .containsExactly(
                            "muc-1",
                            "muc-1/1",
                            "muc-1/1/gach-1",
                            "muc-1/1/gach-2",
                            "muc-1/2",
                            "muc-1/2/2.1",
                            "muc-1/2/2.1/diem-a",
                            "muc-2",
                            "muc-2/1");
            assertThat(at(outline, "muc-1/2/2.1").depth()).isEqualTo(3);
            assertThat(at(outline, "muc-1").heading()).isEqualTo("MỤC ĐÍCH, YÊU CẦU");
        }

        @Test
        void aPartyHeadingMakesItAPartyDocument() {
            assertThat(outline.regime()).isEqualTo(Regime.PARTY);
            assertThat(outline.type()).isEqualTo("CTr");
            assertThat(outline.number()).isNull();
        }
    }

    @Test
    void headerOfALawIsTheDayOfAdoption() {
        var outline = outline("""
                QUỐC HỘI
                Luật số: 80/2015/QH13
                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                LUẬT
                BAN HÀNH VĂN BẢN QUY PHẠM PHÁP LUẬT
                Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
                Điều 1. Phạm vi
                Luật này quy định.
                Luật này đã được Quốc hội khóa XIII, kỳ họp thứ 9 thông qua ngày 22 tháng 6 năm 2015.
                CHỦ TỊCH QUỐC HỘI
                Nguyễn Sinh Hùng
                """);
        assertThat(outline.number()).isEqualTo("80/2015/QH13");
        assertThat(outline.issuedOn()).isEqualTo(LocalDate.of(2015, 6, 22));
        assertThat(outline.title()).isEqualTo("LUẬT BAN HÀNH VĂN BẢN QUY PHẠM PHÁP LUẬT");
        assertThat(outline.bodies().getFirst().closing()).startsWith("Luật này đã được Quốc hội");
    }

    @Test
    void aProblemGivesNoBodies() {
        var outline = Outlines.of(Reading.failed("application/pdf", Problem.NO_TEXT), "a.pdf", null);
        assertThat(outline.bodies()).isEmpty();
        assertThat(outline.problem()).isEqualTo(Problem.NO_TEXT);
    }
}
