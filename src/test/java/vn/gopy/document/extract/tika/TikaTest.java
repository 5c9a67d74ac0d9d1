package vn.gopy.document.extract.tika;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.junit.jupiter.api.Test;

/** A drawing in SVG is XML and may hold words. What a file may set in motion is what is named, and nothing else that lies on the class path. */
class TikaTest {

    @Test
    void noParserOpensArchivesProgramsPicturesMediaOrFonts() {
        var types = new TreeSet<String>();
        for (MediaType type : Tika.PARSER.getSupportedTypes(new ParseContext())) {
            types.add(type.toString());
        }
        assertThat(types)
                .isNotEmpty()
                .allSatisfy(
                        type -> assertThat(type)
                                .doesNotMatch(
                                        "(image/(?!svg\\+xml)|audio/|video/|font/).*|application/(zip|gzip|x-(7z|rar|tar|bzip|executable|sh|font)).*"));
    }

    @Test
    void noParserStartsAProgramOrRecognisesLetters() {
        Set<String> names = new TreeSet<>();
        for (Parser parser : Tika.PARSER.getAllComponentParsers()) {
            names.add(parser.getClass().getSimpleName());
        }
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name)
                        .doesNotContainIgnoringCase("external")
                        .doesNotContainIgnoringCase("ocr")
                        .doesNotContainIgnoringCase("tesseract")
                        .doesNotContainIgnoringCase("package"));
    }
}
