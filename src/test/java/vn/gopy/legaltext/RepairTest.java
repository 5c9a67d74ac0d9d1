package vn.gopy.legaltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Repair.Spot;

/** What each repair does to the outline, and what it never does: lose a letter. */
class RepairTest {

    private static final String[] REGULATION = {
        "ỦY BAN NHÂN DÂN TỈNH A", // 0
        "QUY CHẾ", // 1
        "Phối hợp công tác", // 2
        "Căn cứ Luật Tổ chức chính quyền địa phương;", // 3
        "Chương I", // 4
        "QUY ĐỊNH CHUNG", // 5
        "Điều 1. Phạm vi điều chỉnh", // 6
        "1. Quy chế này quy định việc phối hợp.", // 7
        "2. Quy chế này áp dụng trong tỉnh.", // 8
        "Điều thứ hai nói về nguyên tắc", // 9
        "a) Đúng pháp luật;", // 10
        "b) Kịp thời. 2. Công khai trên mạng.", // 11
        "của tỉnh", // 12
        "Điều 2. Hiệu lực", // 13
        "Quy chế này có hiệu lực từ ngày ký.", // 14
        "Nơi nhận:", // 15
        "- Như Điều 2;" // 16
    };

    @Test
    void aLineBecomesAnArticleAndWhatFollowsBelongsToIt() {
        Outline outline = repaired(new Repair.Retype(Spot.startOf(9), BlockRole.ARTICLE));

        Provision article = find(outline, "dieu-khong-so");
        assertThat(article.level()).isEqualTo(Level.ARTICLE);
        assertThat(article.number()).isNull();
        assertThat(article.children()).extracting(Provision::label).startsWith("a)", "b)");
    }

    @Test
    void aPrintedNumberIsKeptWhateverLevelItIsGiven() {
        Outline outline = repaired(new Repair.Retype(Spot.startOf(8), BlockRole.ARTICLE));

        assertThat(find(outline, "dieu-2").text()).isEqualTo("Quy chế này áp dụng trong tỉnh.");
    }

    @Test
    void aWronglySeenProvisionBecomesTextOfTheOneBefore() {
        Outline outline = repaired(new Repair.Retype(Spot.startOf(8), BlockRole.TEXT));

        assertThat(find(outline, "dieu-1/khoan-1").text()).contains("2. Quy chế này áp dụng trong tỉnh.");
        assertThat(paths(outline)).doesNotContain("dieu-1/khoan-2");
    }

    @Test
    void aLineBecomesTheTitleOfTheProvisionBefore() {
        Outline outline = repaired(
                new Repair.Retype(Spot.startOf(9), BlockRole.ARTICLE),
                new Repair.Retype(Spot.startOf(10), BlockRole.HEADING));

        assertThat(find(outline, "dieu-khong-so").heading())
                .isEqualTo("Điều thứ hai nói về nguyên tắc a) Đúng pháp luật;");
    }

    @Test
    void promotingAndDemotingMoveOneLevel() {
        assertThat(repairedRole(8, new Repair.Promote(Spot.startOf(8)))).isEqualTo(BlockRole.ARTICLE);
        assertThat(repairedRole(8, new Repair.Demote(Spot.startOf(8)))).isEqualTo(BlockRole.POINT);
        assertThat(repairedRole(13, new Repair.Promote(Spot.startOf(13)))).isEqualTo(BlockRole.CHAPTER);
    }

    @Test
    void aShiftIsKeptAsTheLevelItCameTo() {
        List<Repair> settled = Structures.settled(reading(REGULATION), List.of(new Repair.Promote(Spot.startOf(8))));

        assertThat(settled).containsExactly(new Repair.Retype(Spot.startOf(8), BlockRole.ARTICLE));
    }

    @Test
    void aBrokenParagraphIsJoinedToTheOneBefore() {
        Outline outline = repaired(new Repair.Merge(Spot.startOf(14)));

        assertThat(find(outline, "dieu-2").text()).isEqualTo("Hiệu lực Quy chế này có hiệu lực từ ngày ký.");
    }

    @Test
    void twoProvisionsInOneParagraphAreCutApartAndTheSecondIsRecognised() {
        int offset = REGULATION[11].indexOf("2. Công khai");
        Outline outline = repaired(
                new Repair.Retype(Spot.startOf(9), BlockRole.CLAUSE),
                new Repair.Split(new Spot(11, offset)),
                new Repair.Retype(new Spot(11, offset), BlockRole.CLAUSE));

        assertThat(texts(outline)).contains("Kịp thời.").anyMatch(text -> text.startsWith("Công khai trên mạng."));
    }

    @Test
    void aJoinedParagraphCanBeCutAtItsSeamAgain() {
        Repair merge = new Repair.Merge(Spot.startOf(14));
        Repair split = new Repair.Split(Spot.startOf(14));

        assertThat(repaired(merge, split).bodies()).isEqualTo(repaired().bodies());
    }

    @Test
    void whatIsLeftOutIsKeptWithItsReason() {
        Outline outline = repaired(new Repair.Drop(Spot.startOf(8), Dropped.Why.RUNNING_HEADER));

        assertThat(outline.dropped()).contains(new Dropped(REGULATION[8], Dropped.Why.RUNNING_HEADER));
        assertThat(texts(outline)).doesNotContain("Quy chế này áp dụng trong tỉnh.");
    }

    @Test
    void theBordersOfTitlePreambleAndClosingFollowThePerson() {
        Outline outline = repaired(
                new Repair.Retype(Spot.startOf(1), BlockRole.TITLE),
                new Repair.Retype(Spot.startOf(2), BlockRole.TITLE),
                new Repair.Retype(Spot.startOf(14), BlockRole.CLOSING));

        Body body = outline.bodies().getFirst();
        assertThat(body.title()).isEqualTo("QUY CHẾ Phối hợp công tác");
        assertThat(body.closing()).startsWith(REGULATION[14]);
    }

    @Test
    void anAnnexBeginsWhereThePersonSays() {
        Outline outline = repaired(new Repair.Retype(Spot.startOf(15), BlockRole.ANNEX));

        assertThat(outline.annexes()).hasSize(1);
        assertThat(outline.bodies().getFirst().closing()).isEmpty();
    }

    @Test
    void everyLetterStaysInExactlyOnePlaceWhateverIsRepaired() {
        String before = letters(String.join("", REGULATION));
        for (int block = 0; block < REGULATION.length; block++) {
            for (Repair repair : allAt(block)) {
                assertThat(letters(all(repaired(repair)))).as("%s", repair).isEqualTo(before);
            }
        }
    }

    @Test
    void aNewerReadingWithOtherLevelsKeepsWhatWasRepaired() {
        Repair repair = new Repair.Retype(Spot.startOf(9), BlockRole.ARTICLE);
        Block.Look bold = new Block.Look(0, true, false, false, true, "Heading 1", "");
        List<Block> newer = blocks(REGULATION).stream()
                .map(block -> new Block(block.id(), block.kind(), "", block.text(), null, bold, null, 1))
                .toList();

        Outline outline = Outlines.of(reading(newer), List.of(repair), "a.docx", null);

        assertThat(find(outline, "dieu-khong-so").level()).isEqualTo(Level.ARTICLE);
    }

    @Test
    void aRepairWhosePlaceIsGoneIsToldAndChangesNothing() {
        Repair lost = new Repair.Merge(Spot.startOf(99));
        Structure structure = Structures.of(reading(REGULATION), List.of(lost), "a.docx", null);

        assertThat(structure.lost()).containsExactly(lost);
        assertThat(structure.outline().bodies()).isEqualTo(repaired().bodies());
        assertThat(structure.outline().warnings()).extracting(Warning::code).contains(Warning.Code.REPAIR_LOST);
    }

    private static final String MISSING = "Biểu mẫu gửi trước ngày 15 tháng 12.";

    private static Reading missing(String... words) {
        return reading(REGULATION)
                .with(Stream.of(words)
                        .map(it -> SecondReading.warning(
                                new Difference(Difference.Kind.ONLY_SECOND, it, "quy định việc phối hợp.")))
                        .toList());
    }

    private static Structure supplied(Reading reading, Repair... repairs) {
        return Structures.of(reading, List.of(repairs), "a.docx", null);
    }

    @Test
    void wordsThatOnlyTheSecondReaderFoundStandWhereThePersonSaysAndTheFindingGoes() {
        Structure structure =
                supplied(missing(MISSING), new Repair.Supply(new Spot(7, REGULATION[7].length()), MISSING));

        assertThat(texts(structure.outline()))
                .containsSubsequence("Quy chế này quy định việc phối hợp.", MISSING, "Quy chế này áp dụng trong tỉnh.");
        assertThat(structure.lost()).isEmpty();
        assertThat(structure.outline().warnings())
                .extracting(Warning::code)
                .doesNotContain(Warning.Code.UNREAD_TEXT, Warning.Code.REPAIR_LOST);
    }

    @Test
    void suppliedWordsStandBeforeABlockWithinItAndAreRepairedLikeAnyOther() {
        assertThat(texts(supplied(missing(MISSING), new Repair.Supply(Spot.startOf(11), MISSING))
                        .outline()))
                .containsSubsequence("Đúng pháp luật;", MISSING, "Kịp thời. 2. Công khai trên mạng.");
        int offset = REGULATION[11].indexOf("2. Công khai");
        assertThat(texts(supplied(
                                missing(MISSING),
                                new Repair.Supply(new Spot(11, offset), MISSING),
                                new Repair.Merge(Spot.startOf(Repair.FIRST_SUPPLIED)),
                                new Repair.Merge(new Spot(11, offset)))
                        .outline()))
                .contains("Kịp thời. " + MISSING + " 2. Công khai trên mạng.");
        Structure article = supplied(
                missing(MISSING),
                new Repair.Supply(new Spot(7, REGULATION[7].length()), MISSING),
                new Repair.Retype(Spot.startOf(Repair.FIRST_SUPPLIED), BlockRole.CLAUSE));
        assertThat(find(article.outline(), "dieu-1").children()).hasSize(3);
        Structure behindJoined = supplied(
                missing(MISSING),
                new Repair.Merge(Spot.startOf(8)),
                new Repair.Supply(new Spot(7, REGULATION[7].length()), MISSING));
        assertThat(behindJoined.standings().stream().map(it -> it.piece().shown()))
                .containsSubsequence(REGULATION[7], MISSING, REGULATION[8]);
    }

    @Test
    void onlyWordsOfAFindingAreSuppliedAndEachFindingOnce() {
        Repair.Supply invented = new Repair.Supply(Spot.startOf(7), "Ai cũng được miễn phí.");
        Repair.Supply once = new Repair.Supply(Spot.startOf(7), MISSING);
        Repair.Supply nowhere = new Repair.Supply(Spot.startOf(99), MISSING);

        assertThat(supplied(missing(MISSING), invented).lost()).containsExactly(invented);
        assertThat(supplied(missing(MISSING), once, once).lost()).containsExactly(once);
        assertThat(supplied(missing(MISSING, MISSING), once, once).lost()).isEmpty();
        assertThat(supplied(missing(MISSING), nowhere).lost()).containsExactly(nowhere);
        String endless = "chữ ".repeat(5_000);
        assertThat(supplied(
                                missing(endless),
                                new Repair.Supply(
                                        Spot.startOf(7),
                                        missing(endless)
                                                .warnings()
                                                .getFirst()
                                                .message()
                                                .arguments()
                                                .getFirst()))
                        .lost())
                .as("of which a finding has only the beginning")
                .hasSize(1);
    }

    @Test
    void everyParagraphIsShownBesideThePlaceItsWordsStandIn() {
        Structure structure = Structures.of(reading(REGULATION), List.of(), "a.docx", null);

        assertThat(structure.standings())
                .allSatisfy(standing -> assertThat(standing.row()).isNotNegative());
        assertThat(rowOf(structure, 7).path()).isEqualTo("dieu-1/khoan-1");
        assertThat(standing(structure, 7).begins()).isTrue();
        assertThat(standing(structure, 5).role()).isEqualTo(BlockRole.HEADING);
        assertThat(rowOf(structure, 15).zone()).isEqualTo(Structure.Zone.CLOSING);
    }

    @Test
    void aProvisionInACellMakesTheTableALayoutOfThePage() {
        var cells = new ArrayList<>(blocks(REGULATION));
        for (int i = 0; i < 2; i++) {
            cells.add(new Block(
                    17 + i, Block.Kind.CELL, "", "Ô số " + i, null, Block.Look.PLAIN, new Block.Cell(0, 0, i), 1));
        }
        Outline outline = Outlines.of(
                reading(cells), List.of(new Repair.Retype(Spot.startOf(17), BlockRole.CLAUSE)), "a.docx", null);

        assertThat(texts(outline)).contains("Ô số 0");
    }

    // ---- the example

    private static List<Repair> allAt(int block) {
        return Stream.concat(
                        Stream.of(BlockRole.values())
                                .map(role -> (Repair) new Repair.Retype(Spot.startOf(block), role)),
                        Stream.of(
                                new Repair.Promote(Spot.startOf(block)),
                                new Repair.Demote(Spot.startOf(block)),
                                new Repair.Merge(Spot.startOf(block)),
                                new Repair.Split(new Spot(block, 5)),
                                new Repair.Drop(Spot.startOf(block), Dropped.Why.PAGE_NUMBER)))
                .toList();
    }

    private static Outline repaired(Repair... repairs) {
        return Outlines.of(reading(REGULATION), List.of(repairs), "a.docx", null);
    }

    private static BlockRole repairedRole(int block, Repair repair) {
        return standing(Structures.of(reading(REGULATION), List.of(repair), "a.docx", null), block)
                .role();
    }

    private static Structure.Standing standing(Structure structure, int block) {
        return structure.standings().stream()
                .filter(standing -> standing.piece().start().equals(Spot.startOf(block)))
                .findFirst()
                .orElseThrow();
    }

    private static Structure.Row rowOf(Structure structure, int block) {
        return structure.rows().get(standing(structure, block).row());
    }

    private static List<Block> blocks(String... lines) {
        var blocks = new ArrayList<Block>();
        for (String line : lines) {
            blocks.add(Block.paragraph(blocks.size(), line));
        }
        return blocks;
    }

    private static Reading reading(String... lines) {
        return reading(blocks(lines));
    }

    private static Reading reading(List<Block> blocks) {
        return new Reading(Reading.READER, "text/plain", blocks, List.of(), List.of(), List.of(), List.of(), null);
    }

    private static Provision find(Outline outline, String path) {
        return provisions(outline)
                .filter(provision -> provision.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + path + " in " + paths(outline)));
    }

    private static List<String> paths(Outline outline) {
        return provisions(outline).map(Provision::path).toList();
    }

    private static List<String> texts(Outline outline) {
        return provisions(outline).map(Provision::text).toList();
    }

    private static Stream<Provision> provisions(Outline outline) {
        return Stream.concat(
                        outline.bodies().stream().flatMap(body -> body.provisions().stream()),
                        outline.annexes().stream().flatMap(annex -> annex.provisions().stream()))
                .flatMap(RepairTest::withChildren);
    }

    private static Stream<Provision> withChildren(Provision provision) {
        return Stream.concat(Stream.of(provision), provision.children().stream().flatMap(RepairTest::withChildren));
    }

    private static String all(Outline outline) {
        var all = new StringBuilder();
        outline.bodies()
                .forEach(body -> all.append(body.head())
                        .append(body.title())
                        .append(body.preamble())
                        .append(body.closing()));
        outline.annexes()
                .forEach(annex ->
                        all.append(annex.label()).append(annex.heading()).append(annex.text()));
        provisions(outline)
                .forEach(one -> all.append(one.label() == null ? "" : one.label())
                        .append(one.heading() == null ? "" : one.heading())
                        .append(one.text()));
        outline.dropped().forEach(one -> all.append(one.text()));
        return all.toString().replace("null", "");
    }

    /** Letters and digits, sorted: where they stand may change, which they are may not. */
    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
