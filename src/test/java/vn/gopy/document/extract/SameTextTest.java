package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Provision;
import vn.gopy.vietnamese.Folding;

/**
 * One text in two files gives one outline: the same places with the same words. Words are compared without marks and
 * case, because editors of the two files spelled them differently; diagrams and tables are left out, because formats
 * keep them differently.
 */
class SameTextTest {

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z0-9]+");

    private static final int FIRST_LETTERS = 4;

    private static Path samples = Path.of("");

    @BeforeAll
    static void find() {
        String folder = System.getenv("GOPY_SAMPLES");
        assumeTrue(folder != null, "Set GOPY_SAMPLES to the folder of sample documents");
        samples = Path.of(folder).resolve("docs");
    }

    @ParameterizedTest
    @CsvSource({
        "doc/hien-phap-2013.doc, odt/derived_hien-phap-2013.odt",
        "doc/hien-phap-2013.doc, pdf/hien-phap-2013_van-ban-goc.pdf",
        "doc/hien-phap-2013.doc, html/tvpl_hien-phap-2013.html",
        "doc/nd-30-2020_phu-luc-1.doc, docx/nd-30-2020_phu-luc-1.docx",
        "doc/nd-30-2020_phu-luc-3.doc, docx/nd-30-2020_phu-luc-3.docx",
        "doc/hd-36-hd-vptw_the-thuc-van-ban-dang.doc, docx/hd-36-hd-vptw_the-thuc-van-ban-dang.docx",
        "doc/qd-445-qd-bnnmt_bai-bo-tthc.doc, pdf/qd-445-qd-bnnmt_bai-bo-tthc.pdf",
        "docx/nd-30-2020-nd-cp_cong-tac-van-thu.docx, pdf/derived_nd-30-2020-nd-cp.pdf",
        "docx/luat-34-2018-qh14_sua-gddh__ban1.docx, docx/luat-34-2018-qh14_sua-gddh__ban2.docx",
        "docx/bl-100-2015-qh13_hinh-su.docx, html/vbpl_bl-100-2015-qh13.html"
    })
    void samePlaces(String one, String other) throws IOException {
        var a = outline(one);
        var b = outline(other);
        List<String> places = places(a);
        var wrong = new ArrayList<>(places);
        wrong.removeAll(places(b));
        assertThat(wrong.size())
                .as(() -> "Only in the first: " + wrong.subList(0, Math.min(20, wrong.size())))
                .isLessThanOrEqualTo(places.size() / 150);
        assertThat(Math.abs(places.size() - places(b).size())).isLessThanOrEqualTo(places.size() / 150);
        assertThat(b.annexes()).hasSameSizeAs(a.annexes());
        assertThat(b.type()).isEqualTo(a.type());
        assertThat(b.issuer()).isEqualTo(a.issuer());
        assertThat(b.issuedOn()).isEqualTo(a.issuedOn());
    }

    private static Outline outline(String file) throws IOException {
        return Outlines.of(Extraction.read(Files.readAllBytes(samples.resolve(file)), file), "a", null);
    }

    private static List<String> places(Outline outline) {
        var places = new ArrayList<String>();
        outline.bodies().forEach(body -> collect(body.provisions(), places));
        outline.annexes().forEach(annex -> places.add(annex.path()));
        return places;
    }

    private static void collect(List<Provision> provisions, List<String> places) {
        for (Provision provision : provisions) {
            if (provision.level() != Level.PARAGRAPH && provision.level() != Level.TABLE) {
                places.add(provision.path() + " " + words(provision));
            }
            collect(provision.children(), places);
        }
    }

    /** The first words, of title and text together: what is the title of a line depends on its look. */
    private static String words(Provision provision) {
        String heading = provision.heading() == null ? "" : provision.heading();
        String letters =
                NO_LETTERS.matcher(Folding.fold(heading + provision.text())).replaceAll("");
        return letters.substring(0, Math.min(FIRST_LETTERS, letters.length()));
    }
}
