package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.docx;
import static vn.gopy.document.extract.Made.item;
import static vn.gopy.document.extract.Made.level;
import static vn.gopy.document.extract.Made.list;
import static vn.gopy.document.extract.Made.numbering;
import static vn.gopy.document.extract.Made.p;
import static vn.gopy.document.extract.Made.run;
import static vn.gopy.document.extract.Made.shown;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;

/** Tracked changes that make or take paragraphs, rows and cells. */
class TrackedStructureTest {

    private static final String DELETED_MARK = "<w:rPr><w:del w:author=\"A\"/></w:rPr>";

    private static String deleted(String text) {
        return "<w:del w:author=\"A\"><w:r><w:delText xml:space=\"preserve\">" + text + "</w:delText></w:r></w:del>";
    }

    @Nested
    class Word {

        private static final Map<String, String> LIST = numbering(
                "<w:abstractNum w:abstractNumId=\"1\">" + level(0, "decimal", "%1.") + "</w:abstractNum>" + list(1, 1));

        @Test
        void aDeletedItemNeitherCountsNorGivesItsNumberAway() {
            var reading = docx(
                    item(0, "", run("Thu phí"))
                            + item(0, DELETED_MARK, deleted("Miễn phí"))
                            + p("Điều 2. Chi")
                            + item(0, DELETED_MARK, deleted("Chi khác"))
                            + item(0, "", run("Chi lương")),
                    LIST);
            assertThat(shown(reading)).containsExactly("1. Thu phí", "Điều 2. Chi", "2. Chi lương");
        }

        @Test
        void whatIsJoinedHasTheNumberOfTheParagraphThatEndsIt() {
            var reading = docx(item(0, DELETED_MARK, run("Thu phí ")) + p("và lệ phí"), LIST);
            assertThat(shown(reading)).containsExactly("Thu phí và lệ phí");
        }

        @Test
        void aParagraphThatNothingGoesOnWithStandsAlone() {
            String table = "<w:tbl><w:tr><w:tc>" + p("ô") + "</w:tc></w:tr></w:tbl>";
            assertThat(shown(docx(item(0, DELETED_MARK, run("Thu phí")) + table, LIST)))
                    .containsExactly("1. Thu phí", "ô");
        }

        @Test
        void rowsAndCellsGoAndCome() {
            String row = "<w:tr><w:trPr>%s</w:trPr><w:tc>" + p("%s") + "</w:tc><w:tc>" + p("%s") + "</w:tc></w:tr>";
            String body = "<w:tbl>" + row.formatted("", "1", "Hạng A")
                    + row.formatted("<w:del w:author=\"A\"/>", "2", "Hạng B")
                    + row.formatted("<w:ins w:author=\"B\"/>", "2", "Hạng C")
                    + row.formatted("<w:ins w:author=\"B\"/><w:del w:author=\"A\"/>", "3", "Hạng D") + "</w:tbl>";
            Reading reading = docx(body);
            assertThat(shown(reading)).containsExactly("1", "Hạng A", "2", "Hạng C");
            assertThat(reading.blocks().getLast().cell().row()).isEqualTo(1);
            assertThat(reading.revisions())
                    .extracting(Reading.Revision::text)
                    .contains("2\nHạng B\n", "Hạng C")
                    .noneMatch(text -> text.contains("Hạng D"));
            assertThat(shown(docx(body, Changes.ORIGINAL))).containsExactly("1", "Hạng A", "2", "Hạng B");
        }

        @Test
        void aDeletedCellMovesTheNext() {
            String cell = "<w:tc><w:tcPr>%s</w:tcPr>" + p("%s") + "</w:tc>";
            Reading reading = docx(
                    "<w:tbl><w:tr>" + cell.formatted("", "một") + cell.formatted("<w:cellDel w:author=\"A\"/>", "hai")
                            + cell.formatted("", "ba") + "</w:tr></w:tbl>");
            assertThat(shown(reading)).containsExactly("một", "ba");
            assertThat(reading.blocks().getLast().cell().column()).isEqualTo(1);
        }

        @Test
        void whatCameAndWentIsNoChange() {
            String body = "<w:p>" + run("Mức chi ") + "<w:ins w:author=\"B\">" + deleted("tối đa ") + run("là ")
                    + "</w:ins>" + run("mười triệu") + "</w:p>";
            assertThat(shown(docx(body))).containsExactly("Mức chi là mười triệu");
            assertThat(docx(body).revisions())
                    .extracting(Reading.Revision::text)
                    .containsExactly("là ");
            assertThat(shown(docx(body, Changes.ORIGINAL))).containsExactly("Mức chi mười triệu");
        }

        @Test
        void deletedWordsAreReadAsWordsOfThePage() {
            Reading reading = docx("<w:p>" + run("Theo ")
                    + "<w:del w:author=\"A\"><w:r><w:delText>Nghị định 9/NĐ</w:delText><w:noBreakHyphen/><w:delText>CP</w:delText><w:tab/>"
                    + "<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r></w:del>" + run("luật") + "</w:p>");
            assertThat(reading.revisions())
                    .extracting(Reading.Revision::text)
                    .containsExactly("Nghị định 9/NĐ\u2011CP ≥");
        }

        @Test
        void theEndsOfAMoveKnowEachOther() {
            Reading reading = docx("<w:p>"
                    + "<w:moveFromRangeStart w:id=\"1\" w:name=\"m7\"/><w:moveFrom w:author=\"A\">" + run("câu này ")
                    + "</w:moveFrom><w:moveFromRangeEnd w:id=\"1\"/>" + run("đứng trước ")
                    + "<w:moveToRangeStart w:id=\"2\" w:name=\"m7\"/><w:moveTo w:author=\"A\">" + run("câu này")
                    + "</w:moveTo><w:moveToRangeEnd w:id=\"2\"/></w:p>");
            assertThat(reading.revisions()).extracting(Reading.Revision::move).containsExactly("m7", "m7");
        }

        @Test
        void aMarkThatCameIsAChange() {
            Reading reading = docx(
                    "<w:p><w:pPr><w:rPr><w:ins w:author=\"B\"/></w:rPr></w:pPr>" + run("một") + "</w:p>" + p("hai"));
            assertThat(reading.revisions()).extracting(Reading.Revision::text).containsExactly("\n");
        }
    }
}
