package vn.gopy.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.ProcessorTime;
import vn.gopy.command.measure.MadeOpinions;
import vn.gopy.consolidation.proposal.Proposals.Proposal;
import vn.gopy.consolidation.proposal.Proposals.Said;

/** Proposals hold what says the same and little else; what contradicts is never proposed to be one. */
class ProposalsTest {

    private static final String PLACE = "dieu-7/khoan-2";

    private static List<Proposal> of(String... texts) {
        return Proposals.of(Stream.of(texts).map(text -> new Said(PLACE, text)).toList());
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    @Test
    void ofTwoThousandWithKnownGroupsMostAreProposedAndHardlyAnyWrongly() {
        for (long seed : new long[] {1, 2, 3}) {
            MadeOpinions.Made made = MadeOpinions.of(2_000, seed);
            long right = 0;
            long proposed = 0;
            for (Proposal proposal : Proposals.of(made.said())) {
                Map<Integer, Long> wishes = new HashMap<>();
                proposal.members().forEach(n -> wishes.merge(made.wish().get(n), 1L, Long::sum));
                proposed += pairs(proposal.members().size());
                right +=
                        wishes.values().stream().mapToLong(ProposalsTest::pairs).sum();
            }
            Map<Integer, Long> all = new HashMap<>();
            made.wish().forEach(wish -> all.merge(wish, 1L, Long::sum));
            long known = all.values().stream().mapToLong(ProposalsTest::pairs).sum();
            double precision = (double) right / proposed;
            double recall = (double) right / known;
            System.out.printf("seed %d: %d known pairs, precision %.3f, recall %.3f%n", seed, known, precision, recall);
            assertThat(precision).isGreaterThanOrEqualTo(0.95);
            assertThat(recall).isGreaterThanOrEqualTo(0.7);
        }
    }

    @Test
    void copiedLettersComeFirst() {
        List<Proposal> proposals = of(
                "Thời hạn 03 ngày là quá ngắn, đề nghị sửa thành “05 ngày làm việc”.",
                "Đề nghị tăng thời gian tham gia ý kiến từ 03 ngày lên 05 ngày làm việc.",
                "Làm rõ thế nào là trường hợp cấp bách.",
                "Đề nghị tăng thời gian tham gia ý kiến từ 03 ngày lên 05 ngày làm việc ;");
        assertThat(proposals.getFirst()).isEqualTo(new Proposal(List.of(1, 3), 1));
    }

    @Test
    void whoWishesItAwayAndWhoWishesMoreOfItAreNotOne() {
        assertThat(of(
                        "Đề nghị bỏ quy định coi như đồng ý khi quá thời hạn.",
                        "Đề nghị giữ quy định coi như đồng ý khi quá thời hạn."))
                .isEmpty();
        assertThat(of("Đề nghị sửa thời hạn thành 05 ngày làm việc.", "Đề nghị sửa thời hạn thành 07 ngày làm việc."))
                .isEmpty();
    }

    @Test
    void nearlyTheSameWordsAtAnotherPlaceAreNotProposed() {
        List<Said> said = List.of(
                new Said("dieu-1", "Đề nghị làm rõ trách nhiệm của người đứng đầu."),
                new Said("dieu-2", "Đề nghị làm rõ thẩm quyền của người đứng đầu cơ quan."));
        assertThat(Proposals.of(said)).isEmpty();
    }

    @Test
    void everyOneIsInAtMostOneProposalAndNothingIsProposedForNothing() {
        assertThat(Proposals.of(List.of())).isEmpty();
        assertThat(of("")).isEmpty();
        MadeOpinions.Made made = MadeOpinions.of(500, 9);
        List<Integer> all = Proposals.of(made.said()).stream()
                .flatMap(proposal -> proposal.members().stream())
                .toList();
        assertThat(all).doesNotHaveDuplicates();
        assertThat(Objects.requireNonNull(all)).allMatch(n -> n >= 0 && n < 500);
    }

    @Test
    void tenThousandTakeSeconds() {
        MadeOpinions.Made made = MadeOpinions.of(10_000, 4);
        assertThat(ProcessorTime.of(() -> Proposals.of(made.said()))).isLessThan(Duration.ofSeconds(20));
    }
}
