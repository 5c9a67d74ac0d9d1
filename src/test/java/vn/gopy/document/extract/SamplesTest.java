package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.gopy.document.ChildReader;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Outlines;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.ReadableTitle;

/** Real documents, counted by hand. They are no part of the project: GOPY_SAMPLES says where they are. */
class SamplesTest {

    private static final Set<String> COUNTED =
            Set.of("PART", "CHAPTER", "SECTION", "SUBSECTION", "ARTICLE", "CLAUSE", "POINT");

    /** Hostile files that have text all the same; every other one has a named problem. */
    private static final Map<String, Set<Problem>> NAMED = Map.of(
            "enc_doc_pw_tika.doc", Set.of(Problem.PASSWORD_PROTECTED),
            "enc_docx_agile.docx", Set.of(Problem.PASSWORD_PROTECTED),
            "enc_odt.odt", Set.of(Problem.PASSWORD_PROTECTED),
            "enc_pdf_unicode_userpw.pdf", Set.of(Problem.PASSWORD_PROTECTED),
            "gen_zipbomb_docx_300mb.docx", Set.of(Problem.TOO_LARGE),
            "gen_exe_named.docx", Set.of(Problem.NOT_A_DOCUMENT),
            "macro_docm.docm", Set.of(Problem.TYPE_NOT_ALLOWED),
            "font_pdf_empty_tounicode.pdf", Set.of(Problem.NO_TEXT),
            "gen_5000_empty_pages.pdf", Set.of(Problem.NO_TEXT),
            "gen_truncated_real.docx", Set.of(Problem.CORRUPT));

    private static Path samples = Path.of("");

    @BeforeAll
    static void find() {
        String folder = System.getenv("GOPY_SAMPLES");
        assumeTrue(folder != null, "Set GOPY_SAMPLES to the folder of sample documents");
        samples = Path.of(folder);
    }

    @Test
    void everyHandCountedCellIsRight() throws IOException {
        List<String> lines = Files.readAllLines(samples.resolve("expected.tsv"));
        String[] names = lines.getFirst().split("\t", -1);
        var wrong = new ArrayList<String>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Outline outline = outline(samples.resolve("docs").resolve(cells[0]));
            for (int i = 1; i < cells.length; i++) {
                if (!cells[i].isEmpty() && !matches(outline, names[i], cells[i])) {
                    wrong.add(cells[0] + " " + names[i] + " is not " + cells[i]);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void titlesInCapitalsAreReadAsTheTextWritesThem() throws IOException {
        Map<String, List<String>> wanted = Map.of(
                "docx/luat-16-1999-qh10_si-quan.docx",
                List.of("của Quốc hội nước Cộng hoà xã hội chủ nghĩa Việt Nam", "16/1999/QH10"),
                "pdf/tt-120-2025-tt-btc.pdf",
                List.of("Nghị định số 186/2025/NĐ-CP", "của Chính phủ"),
                "docx/nq-92-2026-nq-hdnd-hanoi__soft-break.docx",
                List.of("thành phố Hà Nội"),
                "doc/qd-445-qd-bnnmt_bai-bo-tthc.doc",
                List.of("Bộ Nông nghiệp và Môi trường"),
                "docx/luat-24-2008-qh12_quoc-tich__track-changes.docx",
                List.of("Luật Quốc tịch Việt Nam", "khóa XII"));
        for (var one : wanted.entrySet()) {
            Outline outline = outline(samples.resolve("docs").resolve(one.getKey()));
            assertThat(ReadableTitle.of(outline.title(), outline)).contains(one.getValue());
        }
    }

    private static boolean matches(Outline outline, String name, String wanted) {
        List<Provision> articles = new ArrayList<>();
        for (Body body : outline.bodies()) {
            collect(body.provisions(), articles);
        }
        if (COUNTED.contains(name)) {
            return List.of(wanted.split("\\|"))
                    .contains(String.valueOf(outline.counts().get(name)));
        }
        return switch (name) {
            case "number" -> wanted.equals(outline.number());
            case "issuedOn" -> wanted.equals(String.valueOf(outline.issuedOn()));
            case "firstArticleHeading" -> wanted.equals(articles.getFirst().heading());
            default -> wanted.equals(articles.getLast().heading());
        };
    }

    private static void collect(List<Provision> provisions, List<Provision> articles) {
        for (Provision provision : provisions) {
            if (provision.level() == vn.gopy.legaltext.Level.ARTICLE) {
                articles.add(provision);
            }
            collect(provision.children(), articles);
        }
    }

    @Test
    void oneTextInThreeFormatsGivesOneOutline() throws IOException {
        var doc = outline(samples.resolve("docs/doc/hien-phap-2013.doc"));
        var odt = outline(samples.resolve("docs/odt/derived_hien-phap-2013.odt"));
        var html = outline(samples.resolve("docs/html/tvpl_hien-phap-2013.html"));
        assertThat(odt.bodies().getFirst().provisions())
                .isEqualTo(doc.bodies().getFirst().provisions());
        assertThat(html.counts()).isEqualTo(doc.counts());
    }

    @Test
    void hostileFilesGiveTextOrANamedProblem() throws IOException {
        try (var reader = new ChildReader(ChildReader.Settings.standard().asPool());
                Stream<Path> files = Files.list(samples.resolve("nasty"))) {
            for (Path file : files.filter(path -> !path.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                var reading = reader.read(Files.readAllBytes(file), name);
                if (NAMED.containsKey(name)) {
                    assertThat(reading.problem()).as(name).isIn(NAMED.get(name));
                }
                assertThat(reading.problem()).as(name).isNotIn(Problem.CRASH, Problem.TIMEOUT, Problem.OUT_OF_MEMORY);
                Outlines.of(reading, name, null);
            }
        }
    }

    private static Outline outline(Path file) throws IOException {
        return Outlines.of(Extraction.read(Files.readAllBytes(file), file.toString()), file.toString(), null);
    }
}
