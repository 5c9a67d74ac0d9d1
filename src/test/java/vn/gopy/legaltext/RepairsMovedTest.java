package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairsMovedTest {

    private static List<Block> blocks(String... texts) {
        return IntStream.range(0, texts.length)
                .mapToObj(i -> Block.paragraph(i, texts[i]))
                .toList();
    }

    @Test
    void aRepairFollowsItsParagraph() {
        List<Block> before = blocks("Điều 1", "Điều 2", "Điều 2", "Điều 3");
        List<Block> after = blocks("Điều 1", "mới", "Điều 2", "Điều 2", "Điều 3");
        assertThat(RepairsMoved.to(
                        before,
                        after,
                        List.of(
                                new Repair.Merge(Repair.Spot.startOf(3)),
                                new Repair.Split(new Repair.Spot(2, 4)),
                                new Repair.Retype(Repair.Spot.startOf(0), BlockRole.CLAUSE))))
                .containsExactly(
                        new Repair.Merge(Repair.Spot.startOf(4)),
                        new Repair.Split(new Repair.Spot(3, 4)),
                        new Repair.Retype(Repair.Spot.startOf(0), BlockRole.CLAUSE));
    }

    @Test
    void repairsOfSuppliedWordsFollowThemAndGoWithThem() {
        Repair.Spot first = Repair.Spot.startOf(Repair.FIRST_SUPPLIED);
        Repair.Spot second = Repair.Spot.startOf(Repair.FIRST_SUPPLIED + 1);
        assertThat(RepairsMoved.to(
                        blocks("cũ", "Điều 1", "Điều 2"),
                        blocks("mới", "Điều 0", "Điều 1", "Điều 2"),
                        List.of(
                                new Repair.Supply(Repair.Spot.startOf(0), "mất"),
                                new Repair.Supply(Repair.Spot.startOf(2), "còn"),
                                new Repair.Merge(first),
                                new Repair.Merge(second))))
                .containsExactly(new Repair.Supply(Repair.Spot.startOf(3), "còn"), new Repair.Merge(first));
    }

    @Test
    void aRepairOfAParagraphThatIsAnotherNowIsGivenUp() {
        assertThat(RepairsMoved.to(
                        blocks("Điều 1", "cũ"),
                        blocks("Điều 1", "mới"),
                        List.of(new Repair.Promote(Repair.Spot.startOf(1)))))
                .isEmpty();
    }
}
