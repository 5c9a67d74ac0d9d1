package vn.gopy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gopy.TestLength;
import vn.gopy.legaltext.Difference;
import vn.gopy.legaltext.SecondReading;

/** The second reader, in the child that serves the product. */
class SecondReadingTest {

    private static ChildReader reader;

    @BeforeAll
    static void start() throws IOException {
        reader = new ChildReader(ChildReader.Settings.standard().asPool());
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void wordsOfAnEmbeddedFileThatOurReaderDoesNotReadAreFound() {
        byte[] file =
                FileInFile.docx("Điều 1. Phạm vi điều chỉnh", "Quy định này quy định việc quản lý quỹ sáng kiến.");
        SecondReading second = reader.compare(file, "du-thao.docx");
        assertThat(second.outcome()).isEqualTo(SecondReading.Outcome.COMPARED);
        assertThat(second.differences()).anySatisfy(it -> assertThat(it.words()).contains(FileInFile.INSIDE));
    }

    @Test
    void aFileOnWhichBothAgreeGivesNothing() {
        byte[] page = "<html><body><p>Điều 1. Phạm vi</p><p>Quy định này áp dụng cho mọi cơ quan.</p></body></html>"
                .getBytes(StandardCharsets.UTF_8);
        SecondReading second = reader.compare(page, "trang.html");
        assertThat(second.outcome()).isEqualTo(SecondReading.Outcome.COMPARED);
        assertThat(second.differences()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotCompared() {
        assertThat(reader.compare(new byte[] {1, 2, 3}, "hong.docx")).isEqualTo(SecondReading.none());
        assertThat(reader.compare("PK".getBytes(StandardCharsets.UTF_8), "hong.docx"))
                .isEqualTo(SecondReading.none());
    }

    /** Where both read the same, nobody is troubled: at most 2 of 100 files may give a difference that is none. */
    @Test
    void realDocumentsGiveHardlyAnyFalseAlarm() throws IOException {
        String folder = System.getenv("GOPY_SAMPLES");
        assumeTrue(folder != null, "Set GOPY_SAMPLES to the folder of sample documents");
        var alarms = new ArrayList<String>();
        List<Path> files = samples(Path.of(folder).resolve("docs"));
        for (Path file : files) {
            for (Difference one :
                    reader.compare(Files.readAllBytes(file), file.toString()).differences()) {
                // files that are embedded are text that we do not read: a difference indeed
                if (!one.words().contains("EMBED") && !one.before().contains("ĐÍNH KÈM")) {
                    alarms.add(file.getFileName() + ": " + one);
                }
            }
        }
        assertThat(files).hasSizeGreaterThan(10);
        assertThat(alarms.size()).as("%s", alarms).isLessThanOrEqualTo(files.size() * 2 / 100);
    }

    /** All of them take a minute; a few of each format show what matters. */
    private static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            return TestLength.isLong()
                    ? files
                    : files.stream().filter(it -> files.indexOf(it) % 6 == 0).toList();
        }
    }
}
