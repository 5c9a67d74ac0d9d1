package vn.gopy.document.extract.tika;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.sax.ToXMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import vn.gopy.document.extract.Refused;
import vn.gopy.legaltext.Problem;

/**
 * A file of a format that no reader of ours knows, as Tika gives it: a page with headings, paragraphs, lists and tables, and
 * the files that came with it, which are not opened here.
 */
public final class TikaPage {

    private static final int MOST_FILES = 50;
    private static final int MOST_BYTES = 50 << 20;

    /** A file that came with another. */
    public record Attachment(String name, byte[] content) {}

    private final String page;
    private final Files files;

    private TikaPage(String page, Files files) {
        this.page = page;
        this.files = files;
    }

    /** Opens the file; refuses what cannot be opened, and says why. */
    public static TikaPage of(byte[] content, String fileName) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        ParseContext context = Tika.page();
        var files = new Files();
        context.set(EmbeddedDocumentExtractor.class, files);
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        var page = new Page();
        try (var in = TikaInputStream.get(content, metadata)) {
            Tika.PARSER.parse(in, page, metadata, context);
        } catch (EncryptedDocumentException closed) {
            throw new Refused(Problem.PASSWORD_PROTECTED);
        } catch (TikaException | SAXException | IOException broken) {
            throw new Refused(Problem.CORRUPT);
        }
        return new TikaPage(page.toString(), files);
    }

    /** The page, UTF-8. */
    public byte[] html() {
        return page.getBytes(StandardCharsets.UTF_8);
    }

    /** The files that came with it, in their order, at most 50 and 50 MB together. */
    public List<Attachment> attachments() {
        return files.found;
    }

    /** Whether there were more than those. */
    public boolean hasMore() {
        return files.more;
    }

    /** Ends where no document is as long. */
    private static final class Page extends ToXMLContentHandler {

        private long characters;

        @Override
        public void characters(char[] letters, int start, int length) throws SAXException {
            characters += length;
            if (characters > Tika.MOST_CHARACTERS) {
                throw new SAXException("More text than any document has");
            }
            super.characters(letters, start, length);
        }
    }

    private static final class Files implements EmbeddedDocumentExtractor {

        private final List<Attachment> found = new ArrayList<>();
        private int bytes;
        private boolean more;

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return true;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler page, Metadata metadata, boolean outputHtml)
                throws IOException {
            byte[] content = in.readNBytes(MOST_BYTES - bytes + 1);
            if (found.size() == MOST_FILES || bytes + content.length > MOST_BYTES) {
                more = true;
                return;
            }
            bytes += content.length;
            String name = Optional.ofNullable(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))
                    .orElse("");
            found.add(new Attachment(name, content));
        }
    }
}
