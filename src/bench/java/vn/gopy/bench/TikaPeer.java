package vn.gopy.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/** Plain Tika in this process: bytes to text by its AutoDetectParser, without OCR. */
final class TikaPeer {

    private final AutoDetectParser parser = new AutoDetectParser();

    /** The length of the text; 0 when Tika refuses the file. */
    int read(byte[] content, String fileName) {
        var context = new ParseContext();
        var ocr = new TesseractOCRConfig();
        ocr.setSkipOcr(true);
        context.set(TesseractOCRConfig.class, ocr);
        var pdf = new PDFParserConfig();
        pdf.setOcrStrategy("no_ocr");
        context.set(PDFParserConfig.class, pdf);
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        var text = new BodyContentHandler(-1);
        try {
            parser.parse(new ByteArrayInputStream(content), text, metadata, context);
        } catch (IOException | SAXException | TikaException refused) {
            return 0;
        }
        return text.toString().length();
    }
}
