package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.document.extract.Made.codes;
import static vn.gopy.document.extract.Made.docx;
import static vn.gopy.document.extract.Made.run;
import static vn.gopy.document.extract.Made.shown;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Warning;

/** Signs and looks that change what the words mean. */
class SignsTest {

    @Test
    void oneTableKnowsTheFontsOfSigns() {
        assertThat(SymbolFonts.shown("\uF0B3 \u00A3 b", "Symbol")).isEqualTo("≥ ≤ β");
        assertThat(SymbolFonts.shown("o\uF0FEx\u00FC", "Wingdings")).isEqualTo("□☑☒✓");
        assertThat(SymbolFonts.shown("PR", "Wingdings 2")).isEqualTo("✓☑");
        assertThat(SymbolFonts.shown("a", "Webdings")).isEqualTo("✔");
        assertThat(SymbolFonts.shown("oF", "Times New Roman")).isEqualTo("oF");
        assertThat(SymbolFonts.shown("ế", "Symbol")).isEqualTo("ế");
        assertThat(SymbolFonts.bullet("\uF02D", "Symbol")).isEqualTo("-");
        assertThat(SymbolFonts.bullet("\u00A7", "Wingdings")).isEqualTo("•");
        assertThat(SymbolFonts.bullet("\uF06F", "Wingdings")).isEqualTo("□");
    }

    private static String styled(String properties, String text) {
        return run(text).replace("<w:r>", "<w:r><w:rPr>" + properties + "</w:rPr>");
    }

    @Nested
    class Word {

        @Test
        void lettersInAFontOfSignsAreSigns() {
            String symbol = "<w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/>";
            var reading = docx("<w:p>" + run("Đạt ") + styled(symbol, "\uF0B3") + run(" 60, sai số ")
                    + styled(symbol, "\u00B1") + run(" 1") + "</w:p>");
            assertThat(shown(reading)).containsExactly("Đạt ≥ 60, sai số ± 1");
        }

        @Test
        void nothingPrivateLeavesAReaderWithoutAWord() {
            var reading = docx("<w:p>" + run("Mức \uE123 và \uF8F0") + "</w:p>");
            assertThat(shown(reading)).containsExactly("Mức □ và □");
            assertThat(codes(reading)).contains(Warning.Code.PARTIAL);
        }

        @Test
        void aFormulaIsOneLine() {
            String t = "<m:r><m:t>%s</m:t></m:r>";
            String body = "<w:p><m:oMath>" + t.formatted("T=")
                    + "<m:f><m:num>" + t.formatted("x-y") + "</m:num><m:den>" + t.formatted("2") + "</m:den></m:f>"
                    + "<m:sSup><m:e>" + t.formatted("z") + "</m:e><m:sup>" + t.formatted("n+1") + "</m:sup></m:sSup>"
                    + "<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>" + t.formatted("a+b")
                    + "</m:e></m:rad>"
                    + "<m:d><m:e>" + t.formatted("q") + "</m:e></m:d></m:oMath></w:p>";
            assertThat(shown(docx(body))).containsExactly("T=(x-y)/2z^(n+1)√(a+b)(q)");
        }

        @Test
        void capitalsByFormatAreCapitals() {
            assertThat(shown(docx("<w:p>" + styled("<w:caps/>", "Chương ii") + "</w:p>")))
                    .containsExactly("CHƯƠNG II");
        }

        @Test
        void whatIsCrossedOutIsSaid() {
            var reading = docx("<w:p>" + styled("<w:strike/>", "ba mươi ngày") + run(" sáu mươi ngày") + "</w:p>");
            assertThat(codes(reading)).containsExactly(Warning.Code.STRUCK_OUT);
            assertThat(reading.warnings().getFirst().message().arguments()).containsExactly("ba mươi ngày");
            assertThat(codes(docx("<w:p>" + styled("<w:strike w:val=\"0\"/>", "ba mươi ngày") + "</w:p>")))
                    .isEmpty();
        }

        @Test
        void aRaisedDigitBehindADigitIsNotANumberOfItsOwn() {
            String raised = "<w:vertAlign w:val=\"superscript\"/>";
            assertThat(shown(docx("<w:p>" + run("10") + styled(raised, "6") + run(" kg, 20 m") + styled(raised, "2")
                            + "</w:p>")))
                    .containsExactly("10⁶ kg, 20 m2");
        }

        @Test
        void ofFieldsOnlyTheOuterResultIsRead() {
            String mark = "<w:r><w:fldChar w:fldCharType=\"%s\"/></w:r>";
            String code = "<w:r><w:instrText>%s</w:instrText></w:r>";
            String inner = mark.formatted("begin")
                    + code.formatted("REF x")
                    + mark.formatted("separate")
                    + run("SAI")
                    + mark.formatted("end");
            var reading = docx("<w:p>" + run("Gửi ") + mark.formatted("begin") + code.formatted("IF") + inner
                    + code.formatted("= 1") + mark.formatted("separate") + run("Bà Hà") + mark.formatted("end")
                    + run(" đọc")
                    + "</w:p><w:p>" + mark.formatted("begin") + code.formatted("hỏng") + "</w:p>" + Made.p("còn đây"));
            assertThat(shown(reading)).containsExactly("Gửi Bà Hà đọc", "còn đây");
        }

        @Test
        void aTickedBoxOfAFormIsSeen() {
            String box =
                    "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/>%s</w:checkBox></w:ffData></w:fldChar></w:r>"
                            + "<w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
            assertThat(shown(docx("<w:p>" + box.formatted("<w:checked/>") + run(" Đồng ý ") + box.formatted("")
                            + run(" Không") + "</w:p>")))
                    .containsExactly("☒ Đồng ý ☐ Không");
        }
    }

    @Nested
    class OpenDocument {

        @Test
        void fontsOfSignsAreKnownByTheirFamilyAndBulletsDoNotColourOtherWords() {
            String styles = "<style:font-face style:name=\"W1\" svg:font-family=\"'Wingdings'\"/>"
                    + "<style:style style:name=\"T\"><style:text-properties style:font-name=\"W1\"/></style:style>"
                    + "<style:style style:name=\"P\"/><text:list-style style:name=\"L\"><text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"\uF0D8\">"
                    + "<style:text-properties style:font-name=\"W1\"/></text:list-level-style-bullet></text:list-style>";
            var reading = Made.odt(
                    styles,
                    "<text:list text:style-name=\"L\"><text:list-item><text:p text:style-name=\"P\"><text:span text:style-name=\"T\">o</text:span> Ao</text:p></text:list-item></text:list>");
            assertThat(shown(reading)).containsExactly("• □ Ao");
        }

        @Test
        void capitalsStruckWordsAndFormulasAreRead() {
            String styles =
                    "<style:style style:name=\"C\"><style:text-properties fo:text-transform=\"uppercase\"/></style:style>"
                            + "<style:style style:name=\"X\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>";
            String text =
                    "<text:p text:style-name=\"C\">mục i</text:p><text:p><text:span text:style-name=\"X\">năm</text:span> sáu</text:p>"
                            + "<text:p>T = <draw:frame><draw:object xlink:href=\"./Object 1\"/></draw:frame></text:p>";
            var reading = Extraction.read(
                    Made.openDocument(
                            styles,
                            text,
                            java.util.Map.of(
                                    "Object 1/content.xml",
                                    "<math><semantics><mrow><mfrac><mrow><mi>A</mi><mo>+</mo><mi>B</mi></mrow><mn>4</mn></mfrac><msup><mi>k</mi><mn>3</mn></msup></mrow><annotation>{A+B} over 4</annotation></semantics></math>")),
                    "a.odt");
            assertThat(shown(reading)).containsExactly("MỤC I", "năm sáu", "T = (A+B)/4k^3");
            assertThat(codes(reading)).containsExactly(Warning.Code.STRUCK_OUT);
        }
    }

    @Nested
    class RichText {

        @Test
        void theSetOfSignsAndSpacesOfTheirOwnAreRead() {
            String fonts =
                    "{\\fonttbl{\\f0\\fcharset163 Arial;}{\\f1\\fcharset2 Symbol;}{\\f2\\fcharset2 Riêng;}}\\f0 ";
            var reading = Made.rtf(fonts
                    + "Đạt {\\f1\\'b3} 60,\\enspace sai{\\f1 \\u-3919?}1 {\\f2 k}{\\caps ii}{\\strike năm}\\par ");
            assertThat(shown(reading)).containsExactly("Đạt ≥ 60, sai±1 □IInăm");
            assertThat(codes(reading)).containsExactly(Warning.Code.STRUCK_OUT, Warning.Code.PARTIAL);
        }

        @Test
        void aFormulaThatIsNotReadIsSaid() {
            assertThat(codes(Made.rtf("T = {\\mmath{\\*\\moMath{\\mr x}}}\\par ")))
                    .containsExactly(Warning.Code.PARTIAL);
        }
    }

    @Nested
    class WebPage {

        @Test
        void looksThatChangeTheWordsAreRead() {
            var reading =
                    Made.html("<style>.hoa { text-transform: uppercase; } .bo { text-decoration: line-through }</style>"
                            + "<p><span style=\"font-family:Symbol\">&#179;</span> 60 <font face=\"Wingdings\">o</font> 10<sup>3</sup> m<sup>2</sup></p>"
                            + "<p class=\"hoa\">mục i</p><p><span class=\"bo\">năm</span> sáu</p>"
                            + "<p>T = <math><mfrac><mi>a</mi><mn>2</mn></mfrac></math></p>");
            assertThat(shown(reading)).containsExactly("≥ 60 □ 10³ m2", "MỤC I", "năm sáu", "T = a/2");
            assertThat(codes(reading)).containsExactly(Warning.Code.STRUCK_OUT);
        }
    }
}
