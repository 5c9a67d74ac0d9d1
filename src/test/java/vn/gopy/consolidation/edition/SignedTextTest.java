package vn.gopy.consolidation.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.edition.Edition.Likeness;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.TableText;
import vn.gopy.paper.HeaderBlock.Family;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.figures.OutcomeCounts;

/** What a signed file says that the frozen edition does not, and the other way round. */
class SignedTextTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);

    private static final ConsolidatedTable TABLE = new ConsolidatedTable(
            new ConsolidatedTable.Heading(
                    Family.PARTY,
                    ConsolidatedTable.Kind.OTHER,
                    null,
                    "TỔ GIÚP VIỆC",
                    "12-BTH/TGV",
                    "Thái Nguyên",
                    DAY,
                    "dự thảo Quy chế"),
            new ConsolidatedTable.Opening(
                    null,
                    "Tổ giúp việc",
                    "Tổ giúp việc",
                    null,
                    List.of(),
                    new AnswerCounts(1, 0, 1, 0, 0, 0, 0, 0, 0, 0),
                    new OutcomeCounts(1, 1, 0, 0, 0, 0, 0)),
            List.of(new ConsolidatedTable.Section(
                    "",
                    List.of(new ConsolidatedTable.Row(
                            "Khoản 2 Điều 7",
                            List.of(new ConsolidatedTable.Opinion(
                                    List.of(new ConsolidatedTable.Contributor("Sở Tư pháp", null, "")),
                                    "Đề nghị quy định rõ thời hạn 05 ngày.",
                                    Optional.empty())),
                            "Tiếp thu, triển khai ngay.")))),
            new ConsolidatedTable.Signature(List.of(), List.of("TỔ TRƯỞNG"), "Trần Quốc Hưng"),
            DAY,
            "");

    private static Likeness with(String from, String to) {
        return SignedText.compare(TABLE, TableText.of(TABLE).replace(from, to));
    }

    @Test
    void theSameWordsInAnotherOrderAndWithRepeatedHeadsAreTheSame() {
        String heads = "NHÓM VẤN ĐỀ, ĐIỀU, KHOẢN\nCHỦ THỂ GÓP Ý\nNỘI DUNG GÓP Ý\nNỘI DUNG TIẾP THU, GIẢI TRÌNH\n";
        assertThat(with("Khoản 2 Điều 7", heads + "Điều 7 khoản 2\n" + heads).same())
                .isTrue();
    }

    @Test
    void aChangedFigureIsFound() {
        assertThat(with("05 ngày", "07 ngày")).isEqualTo(new Likeness(List.of("05"), List.of("07")));
        assertThat(with(" ngay.", ".")).isEqualTo(new Likeness(List.of("ngay"), List.of()));
        assertThat(with(" ngay.", " ngay, trừ trường hợp mật."))
                .isEqualTo(new Likeness(List.of(), List.of("trừ", "trường", "hợp", "mật")));
    }

    @Test
    void aWordThatAReaderHasPartedOrJoinedIsNoDifference() {
        assertThat(with("triển khai", "triể n kh ai").same()).isTrue();
        assertThat(with("thời hạn", "thờihạn").same()).isTrue();
    }
}
