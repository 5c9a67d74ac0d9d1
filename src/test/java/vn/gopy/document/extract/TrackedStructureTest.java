package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.docx;
import static vn.gopy.document.extract.Made.item;
import static vn.gopy.document.extract.Made.level;
import static vn.gopy.document.extract.Made.list;
import static vn.gopy.document.extract.Made.numbering;
import static vn.gopy.document.extract.Made.odt;
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

    @Nested
    class OpenDocument {

        private static final String LIST =
                "<text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/></text:list-style>";

        private static String region(String id, String content) {
            return "<text:changed-region xml:id=\"" + id + "\">" + content + "</text:changed-region>";
        }

        private static final String INFO =
                "<office:change-info><dc:creator>Hoa</dc:creator><dc:date>2026-05-06T07:08:09</dc:date></office:change-info>";

        @Test
        void anInsertedItemDoesNotCountInTheOriginal() {
            String text = "<text:tracked-changes>" + region("c", "<text:insertion>" + INFO + "</text:insertion>")
                    + "</text:tracked-changes><text:list text:style-name=\"L\">"
                    + "<text:list-item><text:p>thu<text:change-start text:change-id=\"c\"/></text:p></text:list-item>"
                    + "<text:list-item><text:p>vay<text:change-end text:change-id=\"c\"/></text:p></text:list-item>"
                    + "<text:list-item><text:p>chi</text:p></text:list-item></text:list>";
            assertThat(shown(odt(LIST, text))).containsExactly("1. thu", "2. vay", "3. chi");
            assertThat(odt(LIST, text).revisions())
                    .extracting(Reading.Revision::text)
                    .containsExactly("\n", "vay");
            assertThat(shown(odt(LIST, text, Changes.ORIGINAL))).containsExactly("1. thu", "2. chi");
        }

        @Test
        void whatCameAndWentAndWhatOnlyLooksOtherwiseIsNoChange() {
            String text = "<text:tracked-changes>"
                    + region(
                            "a",
                            "<text:deletion>" + INFO + "<text:p>tối đa</text:p></text:deletion><text:insertion>" + INFO
                                    + "</text:insertion>")
                    + region("b", "<text:format-change>" + INFO + "</text:format-change>") + "</text:tracked-changes>"
                    + "<text:p>Mức <text:change text:change-id=\"a\"/><text:change-start text:change-id=\"b\"/>chi<text:change-end text:change-id=\"b\"/></text:p>";
            assertThat(shown(odt("", text, Changes.ORIGINAL))).containsExactly("Mức chi");
            assertThat(odt("", text).revisions()).isEmpty();
        }

        @Test
        void deletedWordsAreReadAsWordsOfThePage() {
            String styles =
                    "<style:font-face style:name=\"S1\" svg:font-family=\"Symbol\"/><style:style style:name=\"S\"><style:text-properties style:font-name=\"S1\"/></style:style>";
            String text = "<text:tracked-changes>"
                    + region(
                            "a",
                            "<text:deletion>" + INFO
                                    + "<text:p>từ<text:s/>năm<text:tab/><text:span text:style-name=\"S\">\u00B3</text:span></text:p><text:p>sáu</text:p></text:deletion>")
                    + "</text:tracked-changes><text:p>Hạn <text:change text:change-id=\"a\"/>.</text:p>";
            assertThat(odt(styles, text).revisions())
                    .extracting(Reading.Revision::text)
                    .containsExactly("từ năm ≥\nsáu");
        }
    }

    @Nested
    class RichText {

        private static final String LIST =
                "{\\*\\revtbl{Unknown;}{Hoa;}}{\\*\\listtable{\\list{\\listlevel\\levelnfc0\\levelstartat1"
                        + "{\\leveltext\\'02\\'00.;}{\\levelnumbers\\'01;}}{\\listname ;}\\listid77}}"
                        + "{\\*\\listoverridetable{\\listoverride\\listid77\\listoverridecount0\\ls1}}";

        private static String item(String drawn, String content) {
            return "\\pard\\ls1\\ilvl0{\\listtext " + drawn + "\\tab}" + content;
        }

        @Test
        void aDeletedItemNeitherCountsNorGivesItsNumberAway() {
            String text = LIST + item("1.", "thu\\par ") + item("2.", "{\\deleted\\revauthdel1 vay\\par }")
                    + item("3.", "chi\\par ") + "\\pard hết\\par ";
            assertThat(shown(Made.rtf(text))).containsExactly("1. thu", "2. chi", "hết");
            assertThat(shown(Made.rtf(text, Changes.ORIGINAL))).containsExactly("1. thu", "2. vay", "3. chi", "hết");
            assertThat(Made.rtf(text).revisions())
                    .extracting(Reading.Revision::text, Reading.Revision::author)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("vay", "Hoa"),
                            org.assertj.core.groups.Tuple.tuple("\n", "Hoa"));
        }

        @Test
        void whatCameAndWentIsNoChangeAndAMoveIsReadOnce() {
            Reading reading = Made.rtf(
                    "Mức {\\revised\\deleted tối đa }chi {\\mvf\\mvauth1\\mvdate5 này }là năm {\\mvt\\mvauth1\\mvdate5 này}\\par ");
            assertThat(shown(reading)).containsExactly("Mức chi là năm này");
            assertThat(reading.revisions())
                    .hasSize(2)
                    .allMatch(one -> !one.move().isEmpty());
        }

        @Test
        void aDeletedRowIsGone() {
            String row = "\\trowd%s\\cellx1000%s\\cellx2000 \\pard\\intbl %s\\cell %s\\cell\\row ";
            Reading reading = Made.rtf(row.formatted("", "", "1", "Hạng A")
                    + row.formatted("\\cldel", "\\cldel", "2", "Hạng B")
                    + row.formatted("", "", "2", "Hạng C"));
            assertThat(shown(reading)).containsExactly("1", "Hạng A", "2", "Hạng C");
            assertThat(reading.blocks().getLast().cell().row()).isEqualTo(1);
            assertThat(reading.revisions()).extracting(Reading.Revision::text).contains("Hạng B");
        }
    }

    @Nested
    class WebPage {

        @Test
        void changesOfAPageAreChanges() {
            Reading reading = Made.html(
                    "<p>Hạn <del cite=\"mailto:Hoa\" datetime=\"2026-03-04T21:30\">năm</del> <ins cite=\"mailto:Hoa\">sáu</ins> ngày</p>");
            assertThat(shown(reading)).containsExactly("Hạn sáu ngày");
            assertThat(reading.revisions()).extracting(Reading.Revision::text).containsExactly("năm", "sáu");
            assertThat(reading.revisions()).extracting(Reading.Revision::author).containsExactly("Hoa", "Hoa");
        }
    }
}
