package vn.gopy.paper;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;

/** What is printed outside the text: page numbers and notes. */
final class PageMargins {

    private PageMargins() {}

    /** The first page has a header of its own, which stays empty. */
    static void numberOnTop(XWPFDocument document, int size) {
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        var paragraph = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        WordFile.style(paragraph, Look.plain(size).centred());
        field(paragraph, Look.plain(size), "PAGE");
    }

    static void note(XWPFDocument document, String note) {
        var look = Look.plain(10).inItalic().centred();
        for (var type : List.of(HeaderFooterType.FIRST, HeaderFooterType.DEFAULT)) {
            var paragraph = document.createFooter(type).createParagraph();
            WordFile.style(paragraph, look);
            WordFile.run(paragraph, look, note);
        }
    }

    static void pageOfPages(XWPFDocument document, Sheet sheet, Optional<String> note) {
        var look = Look.plain(11);
        var paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        WordFile.style(paragraph, look);
        note.ifPresentOrElse(
                words -> {
                    WordFile.run(paragraph, look.inItalic(), words);
                    tabAtRight(paragraph, sheet.textWidth());
                    paragraph.createRun().addTab();
                },
                () -> paragraph.setAlignment(ParagraphAlignment.RIGHT));
        WordFile.run(paragraph, look, "Trang ");
        field(paragraph, look, "PAGE");
        WordFile.run(paragraph, look, "/");
        field(paragraph, look, "NUMPAGES");
    }

    private static void field(XWPFParagraph paragraph, Look look, String instruction) {
        mark(paragraph, look, STFldCharType.BEGIN);
        WordFile.letters(paragraph, look).getCTR().addNewInstrText().setStringValue(instruction);
        mark(paragraph, look, STFldCharType.SEPARATE);
        WordFile.run(paragraph, look, "1");
        mark(paragraph, look, STFldCharType.END);
    }

    private static void mark(XWPFParagraph paragraph, Look look, STFldCharType.Enum type) {
        WordFile.letters(paragraph, look).getCTR().addNewFldChar().setFldCharType(type);
    }

    private static void tabAtRight(XWPFParagraph paragraph, int millimetres) {
        var properties = paragraph.getCTP().isSetPPr()
                ? paragraph.getCTP().getPPr()
                : paragraph.getCTP().addNewPPr();
        var tab = properties.addNewTabs().addNewTab();
        tab.setVal(STTabJc.RIGHT);
        tab.setPos(BigInteger.valueOf(Twips.ofMillimetres(millimetres)));
    }
}
