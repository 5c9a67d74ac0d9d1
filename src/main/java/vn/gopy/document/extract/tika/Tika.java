package vn.gopy.document.extract.tika;

import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.extractor.ParsingEmbeddedDocumentExtractor;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.epub.EpubParser;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.TNEFParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.ooxml.xwpf.ml2006.Word2006MLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.microsoft.xml.SpreadsheetMLParser;
import org.apache.tika.parser.microsoft.xml.WordMLParser;
import org.apache.tika.parser.odf.FlatOpenDocumentParser;
import org.apache.tika.parser.odf.OpenDocumentParser;
import org.apache.tika.parser.pdf.PDFParser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.parser.txt.TXTParser;
import org.apache.tika.parser.xml.DcXMLParser;

/**
 * The detectors and parsers that are used, named one by one: no archives, programs, pictures or media, nothing that starts
 * another program, and never the recognition of letters, which stays with us.
 */
final class Tika {

    static final Detector DETECTOR = new DefaultDetector();

    static final AutoDetectParser PARSER = new AutoDetectParser(
            DETECTOR,
            new OOXMLParser(),
            new OfficeParser(),
            new RTFParser(),
            new PDFParser(),
            new JSoupParser(),
            new TXTParser(),
            new OpenDocumentParser(),
            new FlatOpenDocumentParser(),
            new WordMLParser(),
            new SpreadsheetMLParser(),
            new Word2006MLParser(),
            new RFC822Parser(),
            new TNEFParser(),
            new EpubParser(),
            new DcXMLParser());

    /** More characters than that no document has. */
    static final int MOST_CHARACTERS = 40_000_000;

    private Tika() {}

    /** Everything that stands in the file: both sides of changes, headers, notes, form values; a drawn sign once. */
    static ParseContext everything() {
        var context = new ParseContext();
        context.set(Parser.class, PARSER);
        context.set(OfficeParserConfig.class, office());
        context.set(PDFParserConfig.class, pdf());
        var embedded = new ParsingEmbeddedDocumentExtractor(context);
        // the name of a picture is no word of the document
        embedded.setWriteFileNameToContent(false);
        context.set(EmbeddedDocumentExtractor.class, embedded);
        return context;
    }

    /** As it is meant to be read: changes accepted, without headers and footers. */
    static ParseContext page() {
        var context = new ParseContext();
        context.set(Parser.class, PARSER);
        var office = office();
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeHeadersAndFooters(false);
        context.set(OfficeParserConfig.class, office);
        context.set(PDFParserConfig.class, pdf());
        return context;
    }

    private static OfficeParserConfig office() {
        var config = new OfficeParserConfig();
        config.setUseSAXDocxExtractor(true);
        config.setUseSAXPptxExtractor(true);
        config.setIncludeDeletedContent(true);
        config.setIncludeMoveFromContent(true);
        config.setIncludeHeadersAndFooters(true);
        config.setExtractMacros(false);
        return config;
    }

    private static PDFParserConfig pdf() {
        var config = new PDFParserConfig();
        config.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        config.setExtractInlineImages(false);
        config.setSuppressDuplicateOverlappingText(true);
        config.setExtractBookmarksText(false);
        return config;
    }
}
