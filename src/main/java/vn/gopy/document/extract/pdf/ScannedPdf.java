package vn.gopy.document.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.gopy.document.extract.BlockList;
import vn.gopy.document.extract.Recognition;
import vn.gopy.document.extract.Refused;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Sentence.Wording;
import vn.gopy.legaltext.Warning;

/**
 * PDF files whose letters stand in pictures. Without a usable text layer all pages are recognised; of a file with text only
 * those pages that are nothing but a picture. What comes out goes the way of every other PDF.
 */
public final class ScannedPdf {

    private static final int DOUBTFUL = 75;
    private static final int SHORT_LIST = 12;

    private final PDDocument document;
    private final BlockList list = new BlockList();
    private final PictureLetters letters;

    private ScannedPdf(PDDocument document, Recognition recognition) {
        this.document = document;
        this.letters = new PictureLetters(document, recognition, list);
    }

    /** Recognises the letters that are to be had in no other way. */
    public static Reading read(byte[] content, Recognition recognition) {
        try {
            Reading text = PdfReader.read(content);
            return text.hasPictures() ? PdfReader.read(content, recognition) : text;
        } catch (Refused refused) {
            if (refused.problem() != Problem.NO_TEXT) {
                throw refused;
            }
        }
        return readAll(content, recognition);
    }

    private static Reading readAll(byte[] content, Recognition recognition) {
        try (PDDocument document = PdfFile.opened(content)) {
            return new ScannedPdf(document, recognition).readAll();
        } catch (InvalidPasswordException locked) {
            throw new Refused(Problem.PASSWORD_PROTECTED);
        } catch (IOException broken) {
            throw new Refused(Problem.CORRUPT);
        }
    }

    private Reading readAll() {
        var pages = new ArrayList<List<PdfLine>>();
        int count = document.getNumberOfPages();
        while (pages.size() < count && letters.goesOn()) {
            pages.add(letters.lines(pages.size()));
        }
        if (letters.confidences().isEmpty()) {
            throw new Refused(Problem.NO_TEXT);
        }
        letters.confidences().forEach(list::recognised);
        list.warn(Warning.Code.OCR, words());
        if (pages.size() < count) {
            list.warn(Warning.Code.TRUNCATED, Wording.ONLY_PAGES_RECOGNISED, pages.size(), count);
        }
        if (letters.failed() > 0) {
            list.warn(Warning.Code.PARTIAL, Wording.PAGES_NOT_RECOGNISED, letters.failed());
        }
        return PdfReader.ofLines(list, pages);
    }

    private Sentence words() {
        List<Integer> doubtful = letters.confidences().entrySet().stream()
                .filter(page -> page.getValue() < DOUBTFUL)
                .limit(SHORT_LIST)
                .flatMap(page -> Stream.of(page.getKey(), page.getValue()))
                .toList();
        return doubtful.isEmpty()
                ? Sentence.of(Wording.RECOGNISED, letters.confidence())
                : Sentence.listing(Wording.RECOGNISED_WITH_DOUBTS, doubtful.stream(), letters.confidence());
    }
}
