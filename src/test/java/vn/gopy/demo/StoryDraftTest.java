package vn.gopy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StoryDraftTest {

    private static final StoryCalendar CALENDAR = new StoryCalendar(LocalDate.of(2026, 11, 24));

    @ParameterizedTest
    @EnumSource(StoryDraft.class)
    void theSameDayGivesTheSameBytes(StoryDraft draft) {
        assertThat(draft.word(CALENDAR)).isEqualTo(draft.word(CALENDAR));
    }

    @ParameterizedTest
    @EnumSource(StoryDraft.class)
    void everyFileIsOnA4WithTheMarginsOfPartyTextsAndSaysThatItIsAnExample(StoryDraft draft) throws IOException {
        try (var word = open(draft)) {
            var section = word.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).hasToString("11906");
            assertThat(section.getPgMar().getLeft()).hasToString("1701");
            assertThat(section.getPgMar().getRight()).hasToString("850");
            assertThat(word.getFooterList())
                    .isNotEmpty()
                    .allSatisfy(footer -> assertThat(footer.getText().strip()).isEqualTo("Dữ liệu minh họa"));
        }
    }

    @ParameterizedTest
    @EnumSource(StoryDraft.class)
    void noNoteOfTheStoryTellerReachesTheReader(StoryDraft draft) throws IOException {
        assertThat(paragraphs(draft))
                .noneMatch(text -> text.contains("cố ý") || text.contains("**") || text.contains("{"));
    }

    @ParameterizedTest
    @CsvSource({"WORKING_RULES_1, 3, 17, 5", "WORKING_RULES_2, 3, 19, 4", "ADVISERS_1, 3, 10, 0", "ADVISERS_2, 3, 10, 0"
    })
    void aDecisionHoldsItsArticlesAndThoseOfTheAttachedRegulation(
            StoryDraft draft, int decision, int regulation, int chapters) throws IOException {
        var lines = paragraphs(draft);
        var start = lines.indexOf("QUY CHẾ");
        assertThat(articles(lines.subList(0, start))).isEqualTo(numbered(decision));
        assertThat(articles(lines.subList(start, lines.size()))).isEqualTo(numbered(regulation));
        assertThat(lines.stream().filter(line -> line.matches("Chương [IVX]+"))).hasSize(chapters);
    }

    @Test
    void theProgrammeHasNoArticlesAndTwelveTasks() throws IOException {
        assertThat(articles(paragraphs(StoryDraft.PROGRAMME_1))).isEmpty();
        try (var word = open(StoryDraft.PROGRAMME_1)) {
            var tasks = word.getTables().getLast();
            assertThat(tasks.getRows()).hasSize(13);
            assertThat(tasks.getRow(12).getCell(1).getText())
                    .isEqualTo("Hoàn thành phổ cập kỹ năng số cho người dân trong độ tuổi lao động");
        }
    }

    @Test
    void theSecondDraftKeepsTheTwoFaultsThatCheckingMustFind() throws IOException {
        assertThat(paragraphs(StoryDraft.WORKING_RULES_2))
                .anyMatch(line -> line.startsWith("đ) Bảo đảm") && line.endsWith("theo Điều 16 Quy chế này."))
                .anyMatch(line -> line.startsWith("1. Kết luận của người chủ trì phiên họp")
                        && line.contains("03 ngày làm việc"));
    }

    @Test
    void formMarksOfTheStateAreGoneFromTheSecondDraft() throws IOException {
        assertThat(paragraphs(StoryDraft.WORKING_RULES_1)).anyMatch(line -> line.endsWith("./."));
        assertThat(paragraphs(StoryDraft.WORKING_RULES_2)).noneMatch(line -> line.endsWith("./."));
    }

    private static List<String> numbered(int count) {
        return Stream.iterate(1, n -> n + 1)
                .limit(count)
                .map(n -> "Điều " + n + ".")
                .toList();
    }

    private static List<String> articles(List<String> lines) {
        return lines.stream()
                .filter(line -> line.matches("Điều \\d+\\. .*"))
                .map(line -> line.substring(0, line.indexOf('.') + 1))
                .toList();
    }

    private static List<String> paragraphs(StoryDraft draft) throws IOException {
        try (var word = open(draft)) {
            return word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
        }
    }

    private static XWPFDocument open(StoryDraft draft) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(draft.word(CALENDAR)));
    }
}
