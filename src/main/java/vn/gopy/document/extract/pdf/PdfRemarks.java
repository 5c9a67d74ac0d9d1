package vn.gopy.document.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationTextMarkup;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.pdf.PdfPage.Glyph;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;
import vn.gopy.vietnamese.VietnameseText;

/** What people noted on the pages of a PDF file, with the words under it, and the files that are packed into it. */
final class PdfRemarks {

    private static final Set<String> NOTES = Set.of(
            "Text", "FreeText", "Highlight", "Underline", "Squiggly", "StrikeOut", "Caret", "Square", "Circle", "Ink");
    private static final int MOST = 5_000;
    private static final int MOST_NAMES = 20;

    /** A note on a page, before its words have become part of a block. */
    private record Note(int page, String quote, String author, String at, String text) {}

    private final List<Note> notes = new ArrayList<>();

    /** Takes the notes of page {@code number}, counting from 1, whose letters are these. */
    void take(PDPage page, int number, List<Glyph> glyphs) {
        try {
            for (PDAnnotation annotation : page.getAnnotations()) {
                String text = annotation.getContents();
                boolean says = text != null && !text.isBlank() && NOTES.contains(annotation.getSubtype());
                if (says && notes.size() < MOST) {
                    notes.add(new Note(
                            number, quote(page, annotation, glyphs), author(annotation), at(annotation), text.strip()));
                }
            }
        } catch (IOException | RuntimeException broken) {
            // notes of this page cannot be read; its text can
        }
    }

    private static String author(PDAnnotation annotation) {
        String author = annotation instanceof PDAnnotationMarkup markup ? markup.getTitlePopup() : null;
        return author == null ? "" : VietnameseText.normalise(author);
    }

    private static String at(PDAnnotation annotation) throws IOException {
        Calendar at = annotation instanceof PDAnnotationMarkup markup ? markup.getCreationDate() : null;
        return at == null ? "" : at.toInstant().toString();
    }

    private static String quote(PDPage page, PDAnnotation annotation, List<Glyph> glyphs) {
        float[] quads = annotation instanceof PDAnnotationTextMarkup markup ? markup.getQuadPoints() : null;
        if (quads == null) {
            return "";
        }
        PDRectangle crop = page.getCropBox();
        var words = new ArrayList<String>();
        for (int i = 0; i + 7 < quads.length; i += 8) {
            float left = Math.min(quads[i], quads[i + 4]) - crop.getLowerLeftX();
            float right = Math.max(quads[i + 2], quads[i + 6]) - crop.getLowerLeftX();
            float top = crop.getUpperRightY() - Math.max(quads[i + 1], quads[i + 5]);
            float bottom = crop.getUpperRightY() - Math.min(quads[i + 1], quads[i + 5]);
            List<Glyph> under = glyphs.stream()
                    .filter(it -> it.x() + it.width() / 2 >= left && it.x() + it.width() / 2 <= right)
                    .filter(it -> it.y() - it.size() / 4 >= top && it.y() - it.size() / 4 <= bottom)
                    .toList();
            words.add(PdfLine.of(under, 1).stream().map(PdfLine::text).collect(Collectors.joining(" ")));
        }
        return VietnameseText.normalise(String.join(" ", words));
    }

    /** Tells the list, when its blocks stand. */
    void tell(BlockList list) {
        for (Note note : notes) {
            list.remark(new Reading.Remark(
                    block(list.blocks(), note), note.quote(), note.author(), note.at(), note.text()));
        }
    }

    /** The block that holds the words, or the first of the page. */
    private static int block(List<Block> blocks, Note note) {
        List<Block> here =
                blocks.stream().filter(it -> it.page() == note.page()).toList();
        return here.stream()
                .filter(it -> !note.quote().isEmpty() && it.text().contains(note.quote()))
                .findFirst()
                .or(() -> here.stream().findFirst())
                .map(Block::id)
                .orElse(0);
    }

    /** Names the files that are packed into the document; they are not read. */
    static void tellAttachments(PDDocument document, BlockList list) {
        var names = new TreeSet<String>();
        try {
            PDDocumentNameDictionary dictionary = document.getDocumentCatalog().getNames();
            PDEmbeddedFilesNameTreeNode files = dictionary == null ? null : dictionary.getEmbeddedFiles();
            if (files != null) {
                collect(files, names);
            }
        } catch (IOException | RuntimeException broken) {
            // no names are known then
        }
        if (!names.isEmpty()) {
            list.warn(Warning.Code.PARTIAL, Wording.ATTACHMENTS_NOT_READ, String.join(", ", names));
        }
    }

    private static void collect(PDNameTreeNode<PDComplexFileSpecification> node, Set<String> names) throws IOException {
        if (node.getNames() != null) {
            node.getNames().forEach((key, file) -> {
                if (names.size() < MOST_NAMES) {
                    String name = file.getFilename();
                    names.add(VietnameseText.normalise(name == null ? key : name));
                }
            });
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, names);
            }
        }
    }
}
