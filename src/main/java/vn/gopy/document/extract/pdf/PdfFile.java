package vn.gopy.document.extract.pdf;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The one way in which PDF files are opened. */
public final class PdfFile {

    private PdfFile() {}

    /**
     * The file, wholly in memory, with every page under its number also where its page tree is odd; the caller closes it.
     *
     * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException where only a password opens it
     * @throws IOException where it is no PDF file or broken
     */
    public static PDDocument opened(byte[] content) throws IOException {
        PDDocument document = Loader.loadPDF(content, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        PageTree.mend(document);
        return document;
    }
}
