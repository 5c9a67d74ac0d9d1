package vn.gopy.consolidation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.merged.Wording.Edit;
import vn.gopy.consolidation.review.ReferenceRules.Place;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structures;

/** What is found before submission in small texts, and what a repair makes of them. */
class SubmissionRulesTest {

    private static final List<String> LIST =
            List.of("QUY CHẾ", "Làm việc của Ban Chỉ đạo", "Điều 1. Trách nhiệm", "1. Thành viên có trách nhiệm:");

    private static Structure structure(List<Block> blocks) {
        var reading =
                new Reading(Reading.READER, "text/plain", blocks, List.of(), List.of(), List.of(), List.of(), null);
        return Structures.of(reading, List.of(), "quy-che.docx", null);
    }

    private static List<Block> blocks(List<String> lines) {
        List<Block> blocks = new ArrayList<>();
        lines.forEach(line -> blocks.add(Block.paragraph(blocks.size(), line)));
        return blocks;
    }

    private static Structure text(List<String> before, String... more) {
        List<String> lines = new ArrayList<>(before);
        lines.addAll(List.of(more));
        return structure(blocks(lines));
    }

    /** The line with the repair. */
    private static String repaired(Structure structure, Finding finding) {
        Edit edit = Objects.requireNonNull(finding.repair());
        String text = structure.standings().stream()
                .flatMap(one -> one.piece().segments().stream())
                .filter(one -> one.block().id() == edit.block())
                .findFirst()
                .orElseThrow()
                .block()
                .text();
        return text.substring(0, edit.from()) + edit.words() + text.substring(edit.to());
    }

    @Test
    void lettersOfTheLatinAlphabetBecomeThoseOfTheVietnamese() {
        Structure wrong = text(
                LIST, "a) họp;", "b) đọc;", "c) góp ý;", "d) biểu quyết;", "e) báo cáo;", "f) bảo mật.", "2. Hết.");
        assertThat(FormRules.listLetters(wrong))
                .extracting(one -> repaired(wrong, one))
                .containsExactly("đ) báo cáo;", "e) bảo mật.");
    }

    @Test
    void lettersInAnotherOrderAreFound() {
        Structure wrong = text(LIST, "a) họp;", "b) đọc;", "c) góp ý;", "d) bàn;", "e) báo cáo;", "đ) giữ bí mật.");
        assertThat(FormRules.listLetters(wrong))
                .extracting(Finding::words, Finding::instead)
                .containsExactly(tuple("e)", "đ)"), tuple("đ)", "e)"));
    }

    @Test
    void lettersInOrderAndGapsAreLeftAlone() {
        assertThat(FormRules.listLetters(
                        text(LIST, "a) họp;", "b) đọc;", "c) góp ý;", "d) bàn;", "đ) báo cáo;", "e) giữ bí mật.")))
                .isEmpty();
        assertThat(FormRules.listLetters(text(LIST, "a) họp;", "c) đọc.", "2. Hết.")))
                .isEmpty();
    }

    @Test
    void aLetterThatTheWordProcessorDrawsHasNoRepair() {
        List<Block> blocks = blocks(LIST);
        for (String label : List.of("a)", "b)", "c)", "d)", "e)", "f)")) {
            blocks.add(Block.paragraph(blocks.size(), "").with(label, "nhiệm vụ " + blocks.size() + ";"));
        }
        assertThat(FormRules.listLetters(structure(blocks)))
                .hasSize(2)
                .allSatisfy(one -> assertThat(one.repair()).isNull());
    }

    @Test
    void aTextOfThePartyEndsWithAFullStop() {
        List<String> party = List.of(
                "ĐẢNG CỘNG SẢN VIỆT NAM",
                "TỈNH ỦY THÁI NGUYÊN",
                "Số 12-QĐ/TU",
                "QUYẾT ĐỊNH",
                "ban hành Quy chế làm việc",
                "Điều 1. Ban hành Quy chế.",
                "Điều 2. Quyết định có hiệu lực từ ngày ký./.");
        Structure wrong = structure(blocks(party));
        assertThat(FormRules.endMarks(wrong)).singleElement().satisfies(one -> {
            assertThat(repaired(wrong, one)).isEqualTo("Điều 2. Quyết định có hiệu lực từ ngày ký.");
            assertThat(one.key()).isEqualTo("END_MARK-6-41");
        });
        List<String> state = new ArrayList<>(party);
        state.set(0, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        state.set(1, "ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN");
        state.set(2, "Số: 12/QĐ-UBND");
        assertThat(FormRules.endMarks(structure(blocks(state)))).isEmpty();
    }

    @Test
    void bodiesByTheirFormerNamesAreFoundOnceAndNotWhereTheNameIsTold() {
        Map<String, String> renamed = Map.of(
                "Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ", "Sở Khoa học", "Sở Khoa học và Công nghệ");
        Structure text = text(
                LIST,
                "a) phối hợp với Sở Thông tin và Truyền thông;",
                "b) gửi Sở Khoa học và Công nghệ (trước đây là Sở Thông tin và Truyền thông);",
                "c) báo cáo UBND huyện.");
        List<Finding> found = FormRules.retiredBodies(text, renamed);
        assertThat(found).extracting(Finding::words).containsExactly("Sở Thông tin và Truyền thông", "UBND huyện");
        assertThat(repaired(text, found.getFirst())).isEqualTo("a) phối hợp với Sở Khoa học và Công nghệ;");
        assertThat(found.getLast().repair()).isNull();
    }

    private static final List<String> BEFORE = List.of(
            "QUY CHẾ",
            "Làm việc của Ban Chỉ đạo",
            "Điều 1. Phạm vi",
            "Quy chế này quy định việc phối hợp.",
            "Điều 2. Họp",
            "1. Ban Chỉ đạo họp hằng quý.",
            "2. Tài liệu gửi trước theo khoản 1 Điều 3.",
            "Điều 3. Tài liệu",
            "1. Tài liệu gửi trước 03 ngày.",
            "2. Tài liệu mật gửi riêng.",
            "Điều 4. Hiệu lực",
            "Quy chế có hiệu lực từ ngày ký.");

    /** A new Điều 2 comes in, and all behind it have another number. */
    private static List<String> after(String citing) {
        return List.of(
                "QUY CHẾ",
                "Làm việc của Ban Chỉ đạo",
                "Điều 1. Phạm vi",
                "Quy chế này quy định việc phối hợp.",
                "Điều 2. Nguyên tắc",
                "1. Tập trung dân chủ.",
                "Điều 3. Họp",
                "1. Ban Chỉ đạo họp hằng quý.",
                "2. Tài liệu gửi trước theo " + citing + ".",
                "Điều 4. Tài liệu",
                "1. Tài liệu gửi trước 03 ngày.",
                "2. Tài liệu mật gửi riêng.",
                "Điều 5. Hiệu lực",
                "Quy chế có hiệu lực từ ngày ký.");
    }

    private static Map<Place, Place> moved(Structure structure) {
        String body = structure.outline().bodies().getFirst().code();
        Map<Place, Place> now = new HashMap<>();
        now.put(new Place(body, "dieu-1"), new Place(body, "dieu-1"));
        for (int n = 2; n < 5; n++) {
            for (String below : List.of("", "/khoan-1", "/khoan-2")) {
                now.put(new Place(body, "dieu-" + n + below), new Place(body, "dieu-" + (n + 1) + below));
            }
        }
        return now;
    }

    @Test
    void aReferenceThatRenumberingHasBrokenIsRepaired() {
        Structure now = structure(blocks(after("khoản 1 Điều 3")));
        List<Finding> found = ReferenceRules.of(now, structure(blocks(BEFORE)).outline(), moved(now));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.words()).isEqualTo("khoản 1 Điều 3");
            assertThat(one.instead()).isEqualTo("khoản 1 Điều 4");
            assertThat(repaired(now, one)).isEqualTo("2. Tài liệu gửi trước theo khoản 1 Điều 4.");
        });
    }

    @Test
    void aReferenceThatWasFollowedOrSaysSomethingElseIsLeftAlone() {
        Structure followed = structure(blocks(after("khoản 1 Điều 4")));
        assertThat(ReferenceRules.of(followed, structure(blocks(BEFORE)).outline(), moved(followed)))
                .isEmpty();
    }

    @Test
    void whatAReferenceLedToMayBeGone() {
        Structure now = structure(blocks(after("khoản 1 Điều 3")));
        Map<Place, Place> without = moved(now);
        String body = now.outline().bodies().getFirst().code();
        without.remove(new Place(body, "dieu-3/khoan-1"));
        assertThat(ReferenceRules.of(now, structure(blocks(BEFORE)).outline(), without))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.instead()).isEmpty();
                    assertThat(one.repair()).isNull();
                });
    }

    @Test
    void aReferenceToWhatWasNeverThereIsToldInAFirstDraftToo() {
        Structure now = structure(blocks(after("khoản 7 Điều 4")));
        assertThat(ReferenceRules.of(now, null, Map.of()))
                .extracting(Finding::words)
                .containsExactly("khoản 7 Điều 4");
    }
}
