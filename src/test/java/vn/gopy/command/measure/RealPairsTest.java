package vn.gopy.command.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gopy.TestLength;
import vn.gopy.document.extract.Extraction;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.alignment.Alignment;
import vn.gopy.legaltext.alignment.Alignments;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.legaltext.alignment.TiedPlace;

/** Real documents in two versions, and real texts changed by a script. GOPY_SAMPLES says where they are. */
class RealPairsTest {

    private static Path samples = Path.of("");

    @BeforeAll
    static void find() {
        String folder = System.getenv("GOPY_SAMPLES");
        assumeTrue(folder != null, "Set GOPY_SAMPLES to the folder of sample documents");
        samples = Path.of(folder, "docs");
    }

    private static Outline outline(String file) {
        try {
            byte[] content = Files.readAllBytes(samples.resolve(file));
            return Outlines.of(Extraction.read(content, file), file, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Alignment align(String before, String after) {
        return Alignments.of(outline(before), outline(after));
    }

    private static List<String> told(Alignment alignment) {
        return alignment.ties().stream()
                .map(tie -> tie.kind() + " " + addresses(tie.before()) + " > " + addresses(tie.after()))
                .toList();
    }

    private static String addresses(List<TiedPlace> places) {
        return String.join("+", places.stream().map(TiedPlace::address).toList());
    }

    @Test
    void twoFilesOfOneTextDifferInNothing() {
        assertThat(align("docx/luat-34-2018-qh14_sua-gddh__ban1.docx", "docx/luat-34-2018-qh14_sua-gddh__ban2.docx")
                        .ties())
                .isNotEmpty()
                .allMatch(tie -> tie.kind() == Tie.Kind.SAME);
    }

    @Test
    void oneTextTypedTwiceDiffersInSpellingAndHardlyElse() {
        List<Tie> ties =
                align("doc/hien-phap-2013.doc", "html/tvpl_hien-phap-2013.html").ties();
        assertThat(ties).allMatch(tie -> tie.before().size() == 1 && tie.after().size() == 1);
        assertThat(ties).filteredOn(Tie::editorialOnly).hasSizeGreaterThan(50);
        assertThat(ties)
                .filteredOn(tie -> tie.kind() != Tie.Kind.SAME && !tie.editorialOnly())
                .hasSizeLessThan(20);
    }

    @Test
    void whatAnAmendingLawChangedIsFoundInTheConsolidatedText() {
        List<String> told = told(align(
                "docx/luat-80-2015-qh13_ban-hanh-vbqppl.docx", "pdf/vbhn-23-vbhn-vpqh_vbqppl_cong-bao-1093-1094.pdf"));
        assertThat(told)
                .contains(
                        "SAME dieu-1 > dieu-1",
                        "SAME dieu-5 > dieu-5",
                        "EDITED dieu-4 > dieu-4",
                        "EDITED dieu-6 > dieu-6",
                        "NEW  > dieu-6/khoan-2",
                        "EDITED dieu-6/khoan-2 > dieu-6/khoan-3",
                        "EDITED dieu-6/khoan-3 > dieu-6/khoan-4",
                        "EDITED dieu-12/khoan-2 > dieu-12/khoan-2");
    }

    @Test
    void aLawThatReplacesAnotherKeepsWhatItTookOver() {
        List<String> told = told(align("docx/luat-45-2013-qh13_dat-dai.docx", "docx/luat-31-2024-qh15_dat-dai.docx"));
        assertThat(told)
                .contains(
                        "EDITED dieu-1 > dieu-1",
                        "MOVED dieu-4 > dieu-12",
                        "EDITED dieu-3/khoan-4 > dieu-3/khoan-1",
                        "EDITED dieu-5/khoan-3 > dieu-3/khoan-13",
                        "MOVED dieu-3/khoan-24 > dieu-3/khoan-47",
                        "SPLIT chuong-6 > chuong-6+chuong-7");
    }

    @Test
    void scriptedChangesOfRealTextsAreFound() {
        for (String file :
                List.of("docx/luat-80-2015-qh13_ban-hanh-vbqppl.docx", "docx/nd-30-2020-nd-cp_cong-tac-van-thu.docx")) {
            Outline real = outline(file);
            assertThat(share(real, 0.1)).as(file).isGreaterThanOrEqualTo(0.99);
            assertThat(share(real, 0.3)).as(file).isGreaterThanOrEqualTo(0.96);
        }
    }

    private static double share(Outline real, double edits) {
        int[] figures = {0, 0};
        TestLength.rounds(1, 30).forEach(seed -> {
            Random random = new Random(seed);
            MadeDraft draft = MadeDraft.like(real, random);
            Rightness rightness = Rightness.of(draft, new EditScript(draft, random, edits));
            figures[0] += rightness.places();
            figures[1] += rightness.wrong().size();
        });
        return 1 - (double) figures[1] / figures[0];
    }
}
