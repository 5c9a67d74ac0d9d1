package vn.gopy.document.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.legaltext.Problem;

class FileKindTest {

    private static FileKind.Verdict of(String name, String content) {
        return FileKind.of(name, content.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "a.doc, {\\rtf1 text}, RTF",
        "a.doc, <html><body>text</body></html>, HTML",
        "a.PDF, %PDF-1.7 text, PDF",
        "a.txt, plain text, TEXT",
        "a.htm, <!DOCTYPE html><p>text, HTML"
    })
    void contentDecidesWithinTheFamily(String name, String content, FileKind kind) {
        assertThat(of(name, content)).isEqualTo(new FileKind.Verdict.Accepted(kind));
    }

    @ParameterizedTest
    @CsvSource({
        "a.zip, PK, TYPE_NOT_ALLOWED",
        "a.docm, PK, NOT_A_DOCUMENT",
        "a.exe, MZ, TYPE_NOT_ALLOWED",
        "noending, text, TYPE_NOT_ALLOWED",
        "a.docx, MZ, NOT_A_DOCUMENT",
        "a.odt, some text, NOT_A_DOCUMENT",
        "a.docx, %PDF-1.4 x, TYPE_MISMATCH",
        "a.docx, <html><body>text</body></html>, TYPE_MISMATCH",
        "a.rtf, <!DOCTYPE html><p>text, TYPE_MISMATCH",
        "a.pdf, {\\rtf1 x}, TYPE_MISMATCH"
    })
    void therestIsRefused(String name, String content, Problem problem) {
        assertThat(of(name, content)).isEqualTo(new FileKind.Verdict.Rejected(problem));
    }

    @Test
    void anEmptyFileIsEmpty() {
        assertThat(of("a.docx", "")).isEqualTo(new FileKind.Verdict.Rejected(Problem.EMPTY));
    }

    @ParameterizedTest
    @CsvSource({
        "MẬT, true",
        "TỐI MẬT, true",
        "TUYỆT MẬT, true",
        "M Ậ T, true",
        "[ TỐI MẬT ], true",
        "BẢO MẬT, false",
        "Mật khẩu, false",
        "MẬT ĐỘ, false",
        "mật, false",
        "MẤT, false"
    })
    void theStampOfAStateSecretStandsAlone(String text, boolean stamp) {
        assertThat(SecretStamp.isStamp(text)).isEqualTo(stamp);
    }

    @Test
    void aStampedFileGivesNothingButTheProblem() {
        var reading = Extraction.read("TUYỆT MẬT\nQUYẾT ĐỊNH\nĐiều 1. Một".getBytes(UTF_8), "a.txt");
        assertThat(reading.problem()).isEqualTo(Problem.STATE_SECRET_MARK);
        assertThat(reading.blocks()).isEmpty();
        assertThat(reading.dropped()).isEmpty();
    }
}
