package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.docx;
import static vn.gopy.document.extract.Made.item;
import static vn.gopy.document.extract.Made.level;
import static vn.gopy.document.extract.Made.list;
import static vn.gopy.document.extract.Made.numbering;
import static vn.gopy.document.extract.Made.odt;
import static vn.gopy.document.extract.Made.run;
import static vn.gopy.document.extract.Made.shown;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Warning;

/** Numbers that stand in the lists of a file, not in its words. */
class ListNumbersTest {

    @Nested
    class Word {

        @Test
        void aListThatNamesAStyleHasTheLevelsOfTheStyle() {
            var reading = docx(
                    item(0, "", run("Nguồn vốn")) + item(1, "", run("vốn ngân sách")) + item(1, "", run("vốn khác")),
                    numbering("<w:abstractNum w:abstractNumId=\"3\"><w:styleLink w:val=\"LuatList\"/>"
                            + level(0, "decimal", "Điều %1.") + level(1, "decimal", "%2.")
                            + "</w:abstractNum><w:abstractNum w:abstractNumId=\"4\"><w:numStyleLink w:val=\"LuatList\"/></w:abstractNum>"
                            + list(1, 4) + list(2, 3)));
            assertThat(shown(reading)).containsExactly("Điều 1. Nguồn vốn", "1. vốn ngân sách", "2. vốn khác");
        }

        @Test
        void aStyleIsOnTheLevelThatIsBoundToIt() {
            Map<String, String> parts = new HashMap<>(numbering("<w:abstractNum w:abstractNumId=\"3\">"
                    + level(0, "decimal", "Điều %1.").replace("</w:lvl>", "<w:pStyle w:val=\"TenDieu\"/></w:lvl>")
                    + level(1, "lowerLetter", "%2)").replace("</w:lvl>", "<w:pStyle w:val=\"TenDiem\"/></w:lvl>")
                    + "</w:abstractNum>" + list(1, 3)));
            String style =
                    "<w:style w:type=\"paragraph\" w:styleId=\"%s\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
            parts.put(
                    "word/styles.xml",
                    "<w:styles " + Made.W + ">" + style.formatted("TenDieu") + style.formatted("TenDiem")
                            + "</w:styles>");
            String paragraph = "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr>%s</w:p>";
            var reading = docx(
                    paragraph.formatted("TenDieu", run("Tổ chức"))
                            + paragraph.formatted("TenDiem", run("tổ trưởng;"))
                            + paragraph.formatted("TenDiem", run("tổ viên.")),
                    parts);
            assertThat(shown(reading)).containsExactly("Điều 1. Tổ chức", "a) tổ trưởng;", "b) tổ viên.");
        }

        @Test
        void aFormatOfItsOwnIsDrawnAndNotItsFallback() {
            String custom =
                    "<w:lvl w:ilvl=\"0\"><w:start w:val=\"7\"/><mc:AlternateContent><mc:Choice Requires=\"w14\">"
                            + "<w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt w:val=\"decimal\"/>"
                            + "</mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1.\"/></w:lvl>";
            var reading = docx(
                    item(0, "", run("Mẫu đơn")) + item(0, "", run("Mẫu tờ khai")),
                    numbering("<w:abstractNum w:abstractNumId=\"1\">" + custom + "</w:abstractNum>" + list(1, 1)));
            assertThat(shown(reading)).containsExactly("007. Mẫu đơn", "008. Mẫu tờ khai");
        }

        @Test
        void whatCannotBeDrawnIsSaid() {
            var reading = docx(
                    item(0, "", run("Mẫu đơn")),
                    numbering("<w:abstractNum w:abstractNumId=\"1\">" + level(0, "hebrew1", "%1.") + "</w:abstractNum>"
                            + list(1, 1)));
            assertThat(Made.codes(reading)).contains(Warning.Code.PARTIAL);
        }
    }

    @Nested
    class OpenDocument {

        private static final String LIST = "<text:list-style style:name=\"L\">"
                + "<text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>"
                + "<text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\"/>"
                + "</text:list-style>";

        private static String items(String... contents) {
            var items = new StringBuilder();
            for (String content : contents) {
                items.append("<text:list-item>").append(content).append("</text:list-item>");
            }
            return items.toString();
        }

        private static String p(String text) {
            return "<text:p>" + text + "</text:p>";
        }

        @Test
        void headingsHaveTheNumbersOfTheirLevel() {
            String outline = "<text:outline-style>"
                    + "<text:outline-level-style text:level=\"1\" loext:num-list-format=\"Mục %1%.\" style:num-format=\"I\"/>"
                    + "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\" text:display-levels=\"2\"/>"
                    + "</text:outline-style><style:style style:name=\"None\" style:list-style-name=\"\"/>";
            String h = "<text:h text:outline-level=\"%s\" %s>%s</text:h>";
            assertThat(shown(odt(
                            outline,
                            h.formatted("1", "", "Thu")
                                    + h.formatted("2", "", "phí")
                                    + h.formatted("2", "", "lệ phí")
                                    + h.formatted("1", "text:style-name=\"None\"", "Lời dẫn")
                                    + h.formatted("1", "", "Chi")
                                    + h.formatted(
                                            "2", "text:restart-numbering=\"true\" text:start-value=\"5\"", "lương"))))
                    .containsExactly("Mục I. Thu", "I.1. phí", "I.2. lệ phí", "Lời dẫn", "Mục II. Chi", "II.5. lương");
        }

        @Test
        void anItemWithoutAParagraphOfItsOwnIsNotCounted() {
            String list = "<text:list text:style-name=\"L\" %s>%s</text:list>";
            String sub = "<text:list>%s</text:list>";
            assertThat(shown(odt(
                            LIST,
                            list.formatted("xml:id=\"l1\"", items(p("Thu") + sub.formatted(items(p("phí")))))
                                    + p("Xen giữa.")
                                    + list.formatted("", items(p("Danh sách khác")))
                                    + list.formatted(
                                            "text:continue-list=\"l1\"",
                                            items(sub.formatted(items(p("lệ phí"))), p("Chi"))))))
                    .containsExactly("1. Thu", "a) phí", "Xen giữa.", "1. Danh sách khác", "b) lệ phí", "2. Chi");
        }

        @Test
        void theHeadOfAListIsNotCounted() {
            String list = "<text:list text:style-name=\"L\"><text:list-header>" + p("Gồm:") + "</text:list-header>"
                    + items(p("thu"), "<text:p>chi</text:p><text:p>và vay</text:p>") + "</text:list>";
            assertThat(shown(odt(LIST, list))).containsExactly("Gồm:", "1. thu", "2. chi", "và vay");
        }

        @Test
        void zeroLedNumbersAreDrawn() {
            String style =
                    "<text:list-style style:name=\"Z\"><text:list-level-style-number text:level=\"1\" style:num-format=\"01\" style:num-suffix=\".\"/></text:list-style>";
            assertThat(shown(odt(style, "<text:list text:style-name=\"Z\">" + items(p("thu")) + "</text:list>")))
                    .containsExactly("01. thu");
        }
    }

    @Nested
    class WebPage {

        @Test
        void listsAreNumberedAsABrowserDoes() {
            assertThat(shown(Made.html(
                            "<style>ol.chu li, .la-ma { list-style-type: upper-roman } @media print { ol { list-style: none } }</style>"
                                    + "<ol class=\"la-ma\" start=\"3\"><li>thu</li><li value=\"7\">chi</li><li>05 ngày</li></ol>"
                                    + "<ol reversed type=\"a\"><li>hai</li><li>một</li></ol>"
                                    + "<ol style=\"list-style: decimal-leading-zero inside\"><li>vay</li><li>2. gõ tay</li></ol>"
                                    + "<ul style=\"list-style-type:none\"><li>trơn</li></ul>")))
                    .containsExactly(
                            "III. thu",
                            "VII. chi",
                            "VIII. 05 ngày",
                            "b) hai",
                            "a) một",
                            "01. vay",
                            "2. gõ tay",
                            "trơn");
        }

        @Test
        void whatCannotBeDrawnIsSaid() {
            assertThat(Made.codes(Made.html("<ol style=\"list-style-type:hebrew\"><li>thu</li></ol>")))
                    .containsExactly(Warning.Code.PARTIAL);
        }
    }
}
