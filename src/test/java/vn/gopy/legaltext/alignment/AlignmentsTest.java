package vn.gopy.legaltext.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.OutlineFixture;

class AlignmentsTest {

    private static final String TWO_CHAPTERS = """
            Chương I
            NHỮNG QUY ĐỊNH CHUNG
            Điều 1. Phạm vi điều chỉnh
            Quy chế này quy định nguyên tắc, chế độ trách nhiệm và quan hệ công tác của Ban Chỉ đạo.
            Điều 2. Nguyên tắc làm việc
            1. Ban Chỉ đạo làm việc theo nguyên tắc tập trung dân chủ, thảo luận tập thể.
            2. Trưởng Ban quyết định những vấn đề còn có ý kiến khác nhau và chịu trách nhiệm về quyết định đó.
            Chương II
            TRÁCH NHIỆM VÀ QUAN HỆ CÔNG TÁC
            Điều 3. Trách nhiệm của Trưởng Ban
            1. Chủ trì các phiên họp định kỳ hằng quý và phiên họp đột xuất khi cần thiết.
            2. Phân công nhiệm vụ cho Phó Trưởng Ban và các thành viên theo lĩnh vực.
            Điều 4. Trách nhiệm của Tổ giúp việc
            1. Chuẩn bị tài liệu phục vụ phiên họp và gửi trước ít nhất năm ngày làm việc.
            2. Tổng hợp ý kiến của các thành viên, trình Trưởng Ban xem xét.
            Điều 5. Hiệu lực thi hành
            Quy chế này có hiệu lực kể từ ngày ký.
            """;

    private static Alignment align(String before, String after) {
        return Alignments.of(OutlineFixture.outline(before), OutlineFixture.outline(after));
    }

    private static String told(Tie tie) {
        return tie.kind() + " " + addresses(tie.before()) + " > " + addresses(tie.after())
                + (tie.editorialOnly() ? " *" : "");
    }

    private static String addresses(List<TiedPlace> places) {
        return places.stream().map(TiedPlace::address).collect(Collectors.joining("+"));
    }

    private static List<String> changes(String before, String after) {
        return align(before, after).ties().stream()
                .filter(tie -> tie.kind() != Tie.Kind.SAME)
                .map(AlignmentsTest::told)
                .toList();
    }

    @Test
    void aTextIsTheSameAsItself() {
        Alignment alignment = align(TWO_CHAPTERS, TWO_CHAPTERS);
        assertThat(alignment.ties()).hasSize(13).allSatisfy(tie -> {
            assertThat(tie.kind()).isEqualTo(Tie.Kind.SAME);
            assertThat(tie.similarity()).isEqualTo(1);
            assertThat(addresses(tie.before())).isEqualTo(addresses(tie.after()));
        });
    }

    @Test
    void anArticleSetInShiftsTheNumbersBehindIt() {
        String after = TWO_CHAPTERS
                .replace("Điều 5. Hiệu", "Điều 6. Hiệu")
                .replace("Điều 4. Trách", "Điều 5. Trách")
                .replace(
                        "Điều 3. Trách",
                        "Điều 3. Kinh phí\nKinh phí hoạt động do ngân sách tỉnh bảo đảm.\nĐiều 4. Trách");
        assertThat(changes(TWO_CHAPTERS, after))
                .containsExactly(
                        "NEW  > dieu-3",
                        "RENUMBERED dieu-3 > dieu-4",
                        "RENUMBERED dieu-4 > dieu-5",
                        "RENUMBERED dieu-5 > dieu-6");
    }

    @Test
    void anArticleThatWentToAnotherChapterHasMoved() {
        String nguyenTac = TWO_CHAPTERS.substring(TWO_CHAPTERS.indexOf("Điều 2."), TWO_CHAPTERS.indexOf("Chương II"));
        String after = TWO_CHAPTERS
                .replace(nguyenTac, "")
                .replace("Điều 3.", "Điều 2.")
                .replace("Điều 4.", "Điều 3.")
                .replace("Điều 5.", nguyenTac.replace("Điều 2.", "Điều 4.") + "Điều 5.");
        assertThat(changes(TWO_CHAPTERS, after))
                .containsExactly("RENUMBERED dieu-3 > dieu-2", "RENUMBERED dieu-4 > dieu-3", "MOVED dieu-2 > dieu-4");
    }

    @Test
    void aChapterBorderThatMovedMovesTheArticlesBehindIt() {
        String after = TWO_CHAPTERS
                .replace("Chương II\nTRÁCH NHIỆM VÀ QUAN HỆ CÔNG TÁC\n", "")
                .replace("Điều 4. ", "Chương II\nTRÁCH NHIỆM VÀ QUAN HỆ CÔNG TÁC\nĐiều 4. ");
        assertThat(changes(TWO_CHAPTERS, after)).containsExactly("MOVED dieu-3 > dieu-3");
    }

    @Test
    void mucThatWereMadeInAChapterMoveNothing() {
        String after = TWO_CHAPTERS
                .replace("Điều 3. ", "Mục 1\nTRÁCH NHIỆM\nĐiều 3. ")
                .replace("Điều 5. ", "Mục 2\nTỔ CHỨC THỰC HIỆN\nĐiều 5. ");
        assertThat(changes(TWO_CHAPTERS, after))
                .containsExactlyInAnyOrder("NEW  > chuong-2/muc-1", "NEW  > chuong-2/muc-2");
    }

    @Test
    void aReferenceThatFollowedTheNumbersIsAnEditNotALoss() {
        String before = """
                Điều 1. Thẩm quyền
                1. Chủ tịch quyết định theo trình tự tại Điều 2.
                2. Hội đồng cho ý kiến.
                Điều 2. Trình tự
                Trình tự gồm ba bước theo quy định của pháp luật về đầu tư công.
                """;
        String after = """
                Điều 1. Giải thích từ ngữ
                Trong Quy chế này, dự án được hiểu là tập hợp đề xuất bỏ vốn.
                Điều 2. Thẩm quyền
                1. Chủ tịch quyết định theo trình tự tại Điều 3.
                2. Hội đồng cho ý kiến.
                Điều 3. Trình tự
                Trình tự gồm ba bước theo quy định của pháp luật về đầu tư công.
                """;
        assertThat(changes(before, after))
                .containsExactly(
                        "NEW  > dieu-1",
                        "EDITED dieu-1 > dieu-2",
                        "EDITED dieu-1/khoan-1 > dieu-2/khoan-1",
                        "RENUMBERED dieu-2 > dieu-3");
    }

    @Test
    void nearlyEqualNeighboursAreToldApartByTheirOwnWordsAndTheirOrder() {
        List<String> offices = List.of("Tài chính", "Nội vụ", "Tư pháp", "Xây dựng", "Y tế", "Công Thương");
        List<String> fewer = new ArrayList<>(offices);
        fewer.remove("Nội vụ");
        assertThat(changes(duties(offices), duties(fewer)))
                .containsExactly(
                        "EDITED dieu-1 > dieu-1",
                        "REMOVED dieu-1/khoan-2 > ",
                        "RENUMBERED dieu-1/khoan-3 > dieu-1/khoan-2",
                        "RENUMBERED dieu-1/khoan-4 > dieu-1/khoan-3",
                        "RENUMBERED dieu-1/khoan-5 > dieu-1/khoan-4",
                        "RENUMBERED dieu-1/khoan-6 > dieu-1/khoan-5");
    }

    private static String duties(List<String> offices) {
        var text = new StringBuilder("Điều 1. Tổ chức thực hiện\n");
        for (int i = 0; i < offices.size(); i++) {
            text.append("%d. Sở %s chủ trì, phối hợp với các cơ quan liên quan tổ chức thực hiện Quy chế này.\n"
                    .formatted(i + 1, offices.get(i)));
        }
        return text.toString();
    }

    @Test
    void theSameSentenceInManyArticlesStaysWithItsArticle() {
        String before =
                articles("khoáng sản", "tài nguyên nước", "rừng phòng hộ", "đất trồng lúa", "khí tượng thủy văn");
        String after = articles("khoáng sản", "rừng phòng hộ", "đất trồng lúa", "khí tượng thủy văn");
        assertThat(changes(before, after))
                .containsExactly(
                        "REMOVED dieu-2 > ",
                        "REMOVED dieu-2/khoan-1 > ",
                        "REMOVED dieu-2/khoan-2 > ",
                        "RENUMBERED dieu-3 > dieu-2",
                        "RENUMBERED dieu-4 > dieu-3",
                        "RENUMBERED dieu-5 > dieu-4");
    }

    private static String articles(String... subjects) {
        var text = new StringBuilder();
        for (int i = 0; i < subjects.length; i++) {
            text.append("Điều %d. Quản lý %s\n".formatted(i + 1, subjects[i]));
            text.append("1. Ủy ban nhân dân xã có trách nhiệm quản lý theo quy định của pháp luật.\n");
            text.append("2. Kinh phí thực hiện do ngân sách nhà nước bảo đảm.\n");
        }
        return text.toString();
    }

    @Test
    void aClauseThatWasSplitIsTiedToBothParts() {
        String after = TWO_CHAPTERS.replace(
                "2. Trưởng Ban quyết định những vấn đề còn có ý kiến khác nhau và chịu trách nhiệm về quyết định đó.",
                "2. Trưởng Ban quyết định những vấn đề còn có ý kiến khác nhau.\n"
                        + "3. Trưởng Ban chịu trách nhiệm về quyết định đó.");
        assertThat(changes(TWO_CHAPTERS, after))
                .containsExactly("EDITED dieu-2 > dieu-2", "SPLIT dieu-2/khoan-2 > dieu-2/khoan-2+dieu-2/khoan-3");
    }

    @Test
    void pointsThatWereMergedAreBothTiedToTheOne() {
        String before = """
                Điều 1. Hồ sơ
                1. Hồ sơ gồm có:
                a) Đơn đề nghị theo mẫu số 01;
                b) Bản sao quyết định thành lập tổ chức;
                c) Báo cáo tài chính năm gần nhất;
                d) Danh sách người lao động đang làm việc.
                """;
        String after = """
                Điều 1. Hồ sơ
                1. Hồ sơ gồm có:
                a) Đơn đề nghị theo mẫu số 01;
                b) Bản sao quyết định thành lập tổ chức; báo cáo tài chính năm gần nhất;
                c) Danh sách người lao động đang làm việc.
                """;
        assertThat(changes(before, after))
                .contains(
                        "MERGED dieu-1/khoan-1/diem-b+dieu-1/khoan-1/diem-c > dieu-1/khoan-1/diem-b",
                        "RENUMBERED dieu-1/khoan-1/diem-d > dieu-1/khoan-1/diem-c");
    }

    @Test
    void anArticleOfWhichAClauseBecameAnArticleWasSplitAndBackwardsMerged() {
        String before = """
                Điều 1. Phiên họp của Ban Chỉ đạo
                1. Ban Chỉ đạo họp định kỳ 06 tháng một lần; họp đột xuất theo yêu cầu của Trưởng Ban.
                2. Phiên họp được tổ chức trực tiếp, trực tuyến hoặc kết hợp; do Trưởng Ban hoặc Phó Trưởng Ban chủ trì.
                3. Kết luận của người chủ trì được thông báo bằng văn bản trong thời hạn 03 ngày kể từ ngày kết thúc phiên họp.
                4. Đại diện Tổ tư vấn, cơ quan, chuyên gia được mời dự phiên họp khi cần thiết.
                Điều 2. Lấy ý kiến bằng văn bản
                1. Phiếu lấy ý kiến hợp lệ khi thành viên ký tên hoặc xác nhận trên nền tảng số.
                """;
        String after = """
                Điều 1. Phiên họp của Ban Chỉ đạo
                1. Ban Chỉ đạo họp định kỳ mỗi quý một lần; họp đột xuất theo yêu cầu của Trưởng Ban.
                2. Phiên họp được tổ chức trực tiếp, trực tuyến hoặc kết hợp; do Trưởng Ban hoặc Phó Trưởng Ban chủ trì.
                3. Đại diện Tổ tư vấn, cơ quan, chuyên gia được mời dự phiên họp khi cần thiết.
                Điều 2. Kết luận phiên họp và theo dõi thực hiện kết luận
                1. Kết luận của người chủ trì phiên họp được thông báo bằng văn bản trong thời hạn 03 ngày làm việc kể từ ngày kết thúc phiên họp.
                2. Nhiệm vụ nêu trong kết luận phải xác định rõ cơ quan chủ trì, thời hạn, sản phẩm và được cập nhật trên hệ thống.
                Điều 3. Lấy ý kiến bằng văn bản
                1. Phiếu lấy ý kiến hợp lệ khi thành viên ký tên hoặc xác nhận trên nền tảng số.
                """;
        assertThat(changes(before, after))
                .contains(
                        "SPLIT dieu-1 > dieu-1+dieu-2",
                        "EDITED dieu-1/khoan-3 > dieu-2/khoan-1",
                        "NEW  > dieu-2/khoan-2",
                        "RENUMBERED dieu-2 > dieu-3");
        assertThat(changes(after, before)).contains("MERGED dieu-1+dieu-2 > dieu-1");
    }

    @Test
    void anArticleThatWasCutInClausesWasSplit() {
        String before = """
                Điều 1. Họp
                Ban Chỉ đạo họp định kỳ mỗi quý một lần. Thành viên vắng mặt phải báo cáo Trưởng Ban bằng văn bản.
                """;
        String after = """
                Điều 1. Họp
                1. Ban Chỉ đạo họp định kỳ mỗi quý một lần.
                2. Thành viên vắng mặt phải báo cáo Trưởng Ban bằng văn bản.
                """;
        assertThat(changes(before, after)).containsExactly("SPLIT dieu-1 > dieu-1+dieu-1/khoan-1+dieu-1/khoan-2");
    }

    @Test
    void spellingLetterCaseAbbreviationsAndBlanksAreNoChangeOfContent() {
        String before = """
                Điều 1. Trách nhiệm của UBND tỉnh
                1. UBND tỉnh chỉ đạo sở KH&CN, thuỷ lợi và văn hoá thực hiện kĩ lưỡng.
                2. Ban hành quy chế.
                """;
        String after = """
                Điều 1. Trách nhiệm của Ủy ban nhân dân tỉnh
                1. Ủy ban nhân dân tỉnh chỉ đạo Sở Khoa học và công nghệ, thủy lợi và văn hóa thực hiện kỹ lưỡng.
                2. Ban hành quy chế nội bộ.
                """;
        assertThat(changes(before, after))
                .containsExactly(
                        "EDITED dieu-1 > dieu-1",
                        "EDITED dieu-1/khoan-1 > dieu-1/khoan-1 *",
                        "EDITED dieu-1/khoan-2 > dieu-1/khoan-2");
        assertThat(align(before, after).ties().get(1).evidence()).contains(Evidence.SAME_BUT_SPELLING);
    }

    @Test
    void groundsTitleAndRowsOfAnAnnexAreTiedToo() {
        String before = """
                QUYẾT ĐỊNH
                Về việc ban hành Quy chế làm việc
                Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
                Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;
                QUYẾT ĐỊNH:
                Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chỉ đạo.
                """;
        String after = before.replace("Quy chế làm việc\n", "Quy chế làm việc của Ban Chỉ đạo\n")
                .replace(
                        "Căn cứ Nghị định",
                        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025;\nCăn cứ Nghị định");
        assertThat(changes(before, after)).containsExactly("EDITED ten-goi > ten-goi", "NEW  > can-cu-2");
    }

    @Test
    void severalBodiesAreToldApartByTheirCodes() {
        String decision = """
                QUYẾT ĐỊNH
                Về việc ban hành Quy chế
                Căn cứ Luật Tổ chức chính quyền địa phương;
                QUYẾT ĐỊNH:
                Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc.
                Điều 2. Quyết định này có hiệu lực từ ngày ký.
                TM. ỦY BAN NHÂN DÂN
                CHỦ TỊCH
                QUY CHẾ
                Làm việc của Ban Chỉ đạo
                (Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 3 năm 2026)
                """;
        Alignment alignment = align(decision + TWO_CHAPTERS, decision + TWO_CHAPTERS.replace("hằng quý", "hằng tháng"));
        assertThat(alignment.ties().stream().map(AlignmentsTest::told))
                .contains(
                        "SAME QD/dieu-2 > QD/dieu-2",
                        "SAME QC/dieu-2 > QC/dieu-2",
                        "EDITED QC/dieu-3/khoan-1 > QC/dieu-3/khoan-1");
    }

    @Test
    void everyPlaceIsInExactlyOneTieAndBackwardsTheTiesAreTheSame() {
        String after = TWO_CHAPTERS
                .replace("Điều 2. Nguyên tắc làm việc", "Điều 2. Chế độ làm việc và hội họp")
                .replace("2. Phân công nhiệm vụ cho Phó Trưởng Ban và các thành viên theo lĩnh vực.\n", "");
        Alignment forth = align(TWO_CHAPTERS, after);
        List<String> old = forth.ties().stream()
                .flatMap(tie -> tie.before().stream())
                .map(TiedPlace::address)
                .toList();
        List<String> fresh = forth.ties().stream()
                .flatMap(tie -> tie.after().stream())
                .map(TiedPlace::address)
                .toList();
        assertThat(old).doesNotHaveDuplicates().hasSize(13);
        assertThat(fresh).doesNotHaveDuplicates().hasSize(12);
        assertThat(pairs(align(after, TWO_CHAPTERS), false)).isEqualTo(pairs(forth, true));
    }

    private static Set<String> pairs(Alignment alignment, boolean forth) {
        return alignment.ties().stream()
                .map(tie -> forth
                        ? addresses(tie.before()) + ">" + addresses(tie.after())
                        : addresses(tie.after()) + ">" + addresses(tie.before()))
                .collect(Collectors.toSet());
    }

    @Test
    void theOrderOfBodiesAndAnnexesInTheOutlineSaysNothing() {
        String text = TWO_CHAPTERS + "TM. BAN CHỈ ĐẠO\nPhụ lục I\nDANH SÁCH\n1. Ông Nguyễn Văn A, Trưởng Ban.\n"
                + "Phụ lục II\nMẪU BÁO CÁO\n1. Tình hình chung của đơn vị trong kỳ báo cáo.\n";
        Outline before = OutlineFixture.outline(text);
        Outline after = OutlineFixture.outline(text.replace("hằng quý", "hằng tháng"));
        assertThat(before.annexes()).hasSize(2);
        assertThat(Alignments.of(turned(before), after)).isEqualTo(Alignments.of(before, after));
        assertThat(Alignments.of(before, turned(after))).isEqualTo(Alignments.of(before, after));
    }

    private static Outline turned(Outline outline) {
        var bodies = new ArrayList<>(outline.bodies());
        var annexes = new ArrayList<>(outline.annexes());
        Collections.reverse(bodies);
        Collections.reverse(annexes);
        return Outline.of(bodies, annexes);
    }

    @Test
    void aFileWithoutTextHasNoPlaces() {
        assertThat(align("", TWO_CHAPTERS).ties()).allMatch(tie -> tie.kind() == Tie.Kind.NEW);
        assertThat(align("", "").ties()).isEmpty();
    }

    private static final String BODY =
            OutlineFixture.outline(TWO_CHAPTERS).bodies().getFirst().code();

    private static Choice.At at(String path) {
        return new Choice.At(BODY, path);
    }

    private static Choice choice(List<String> before, List<String> after) {
        return new Choice(
                before.stream().map(AlignmentsTest::at).toList(),
                after.stream().map(AlignmentsTest::at).toList());
    }

    private static List<String> changes(String after, Choice... choices) {
        return Alignments.of(OutlineFixture.outline(TWO_CHAPTERS), OutlineFixture.outline(after), List.of(choices))
                .ties()
                .stream()
                .filter(tie -> tie.kind() != Tie.Kind.SAME)
                .map(AlignmentsTest::told)
                .toList();
    }

    @Test
    void whatAPersonSaysIsSoAndWhatStandsBelowFollows() {
        String after = TWO_CHAPTERS
                .replace("Điều 4. Trách nhiệm của Tổ giúp việc", "Điều 4. Kinh phí hoạt động")
                .replace(
                        "1. Chuẩn bị tài liệu phục vụ phiên họp và gửi trước ít nhất năm ngày làm việc.",
                        "1. Ngân sách tỉnh bảo đảm.")
                .replace(
                        "2. Tổng hợp ý kiến của các thành viên, trình Trưởng Ban xem xét.",
                        "2. Mức chi theo quy định.");
        List<String> alone = changes(after);
        assertThat(alone).contains("REMOVED dieu-4 > ", "NEW  > dieu-4");

        List<String> chosen = changes(after, choice(List.of("dieu-4"), List.of("dieu-4")));

        assertThat(chosen).contains("EDITED dieu-4 > dieu-4").doesNotContain("REMOVED dieu-4 > ", "NEW  > dieu-4");
    }

    @Test
    void whatAPersonHasTakenApartIsNotTiedAgain() {
        Alignment apart = Alignments.of(
                OutlineFixture.outline(TWO_CHAPTERS),
                OutlineFixture.outline(TWO_CHAPTERS),
                List.of(choice(List.of("dieu-4"), List.of()), choice(List.of(), List.of("dieu-4"))));
        assertThat(apart.ties())
                .filteredOn(tie -> tie.evidence().contains(Evidence.CHOSEN))
                .extracting(AlignmentsTest::told)
                .containsExactly("REMOVED dieu-4 > ", "NEW  > dieu-4");
        assertThat(apart.ties()).filteredOn(tie -> told(tie).endsWith("dieu-5")).hasSize(1);
    }

    @Test
    void aPlaceIsChosenToHaveBecomeSeveralAndSeveralToHaveBecomeOne() {
        assertThat(changes(TWO_CHAPTERS, choice(List.of("dieu-1"), List.of("dieu-1", "dieu-5"))))
                .contains("SPLIT dieu-1 > dieu-1+dieu-5", "REMOVED dieu-5 > ");
        assertThat(changes(TWO_CHAPTERS, choice(List.of("dieu-1", "dieu-5"), List.of("dieu-5"))))
                .contains("MERGED dieu-1+dieu-5 > dieu-5", "NEW  > dieu-1");
    }

    @Test
    void theMostAlikeOfSeveralIsTheOneThatGoesOn() {
        Tie split = Alignments.of(
                        OutlineFixture.outline(TWO_CHAPTERS),
                        OutlineFixture.outline(TWO_CHAPTERS),
                        List.of(choice(List.of("dieu-5"), List.of("dieu-1", "dieu-5"))))
                .ties()
                .stream()
                .filter(tie -> tie.kind() == Tie.Kind.SPLIT)
                .findFirst()
                .orElseThrow();
        assertThat(split.main())
                .isNotNull()
                .extracting(main -> main.after().path())
                .isEqualTo("dieu-5");
    }

    @Test
    void aChoiceOfWhatIsNoMoreSaysNothingAndTheFirstOfTwoCounts() {
        assertThat(changes(TWO_CHAPTERS, choice(List.of("dieu-9"), List.of("dieu-1"))))
                .isEmpty();
        assertThat(changes(
                        TWO_CHAPTERS,
                        choice(List.of("dieu-1"), List.of("dieu-1")),
                        choice(List.of("dieu-1"), List.of("dieu-5"))))
                .isEmpty();
    }
}
