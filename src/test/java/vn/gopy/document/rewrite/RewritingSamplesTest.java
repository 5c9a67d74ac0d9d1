package vn.gopy.document.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import vn.gopy.TestLength;
import vn.gopy.document.extract.Extraction;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Reading;
import vn.gopy.vietnamese.VietnameseText;

/** Changes and comments by chance in real Word files. They are no part of the project: GOPY_SAMPLES says where they are. */
class RewritingSamplesTest {

    private static final String US = "Tổ giúp việc";
    private static final String AT = "2026-11-30T09:00:00Z";
    private static final Set<String> OTHERS =
            Set.of("word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml");

    /** In the short form the small ones, among them every way of building that was ever seen to be hard. */
    private static final long SMALL = 35_000;

    @TestFactory
    Stream<DynamicTest> changesInRealFilesCanBeTakenBackAndAccepted() throws IOException {
        return samples().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> changed(file)));
    }

    @TestFactory
    Stream<DynamicTest> anotherWordProcessorOpensThemAndSavesAllOfIt() throws IOException {
        assumeTrue(TestLength.isLong(), "Only in a long run");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/soffice")), "LibreOffice is not there");
        return samples().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> saved(file)));
    }

    private static Stream<Path> samples() throws IOException {
        String folder = System.getenv("GOPY_SAMPLES");
        assumeTrue(folder != null, "Set GOPY_SAMPLES to the folder of sample documents");
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(folder, "docs/docx"))) {
            files = all.filter(file -> file.toString().endsWith(".docx"))
                    .filter(file -> TestLength.isLong() || size(file) < SMALL)
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(5);
        return files.stream();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * @param uncommented the same as {@code after} without the remarks
     * @param expected the words of the blocks when all that was written is accepted
     */
    private record Made(byte[] before, byte[] after, byte[] uncommented, List<String> expected) {}

    private static Made made(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        Reading reading = Extraction.read(content, "x.docx", Changes.FINAL);
        Marking marking =
                marking(reading, new Random(file.getFileName().toString().hashCode()));
        Rewriting.Result result = Rewriting.of(content, marking).orElseThrow();
        assertThat(result.changes())
                .hasSizeGreaterThanOrEqualTo(marking.changes().size() * 95 / 100);
        assertThat(result.remarks())
                .hasSizeGreaterThanOrEqualTo(marking.remarks().size() * 95 / 100);
        Marking changes = new Marking(marking.lines(), marking.changes(), List.of());
        return new Made(
                content,
                result.file(),
                Rewriting.of(content, changes).orElseThrow().file(),
                expected(reading, marking, result.changes()));
    }

    private static void changed(Path file) throws IOException {
        Made made = made(file);
        Map<String, byte[]> before = WordXml.parts(made.before());
        Map<String, byte[]> after = WordXml.parts(made.after());
        before.forEach((name, bytes) -> {
            if (!OTHERS.contains(name)) {
                assertThat(after.get(name)).as(name).isEqualTo(bytes);
            }
        });
        assertThat(WordXml.rejected(after.get("word/document.xml"), US).lines())
                .containsExactlyElementsOf(WordXml.rejected(before.get("word/document.xml"), US)
                        .lines()
                        .toList());
        assertThat(texts(Extraction.read(made.after(), "x.docx", Changes.FINAL)))
                .containsExactlyElementsOf(made.expected());
    }

    private static void saved(Path file) throws IOException, InterruptedException {
        Made made = made(file);
        byte[] saved = savedByOffice(made.after());
        if (!sameLetters(saved, made.after())) {
            assumeTrue(
                    sameLetters(savedByOffice(made.before()), made.before()),
                    "LibreOffice does not keep the words of this file as it is");
            if (WordXml.parts(made.before()).containsKey("word/footnotes.xml")) {
                // It mixes up the notes of a text with many comments, whatever these look like; the changes it keeps.
                byte[] uncommented = savedByOffice(made.uncommented());
                assertThat(sameLetters(uncommented, made.uncommented())).isTrue();
                return;
            }
        }
        assertThat(letters(saved, Changes.FINAL)).isEqualTo(letters(made.after(), Changes.FINAL));
        assertThat(letters(saved, Changes.ORIGINAL)).isEqualTo(letters(made.after(), Changes.ORIGINAL));
        assertThat(ours(saved)).isEqualTo(ours(made.after())).isPositive();
    }

    private static byte[] savedByOffice(byte[] file) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("merged");
        Files.createDirectories(folder.resolve("out"));
        Path copy = Files.write(folder.resolve("x.docx"), file);
        Process office = new ProcessBuilder(
                        "/usr/bin/soffice",
                        "--headless",
                        "-env:UserInstallation=file://" + folder.resolve("profile"),
                        "--convert-to",
                        "docx",
                        "--outdir",
                        folder.resolve("out").toString(),
                        copy.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(office.waitFor(180, TimeUnit.SECONDS)).isTrue();
        byte[] saved = Files.readAllBytes(folder.resolve("out/x.docx"));
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(one -> one.toFile().delete());
        }
        return saved;
    }

    private static boolean sameLetters(byte[] one, byte[] other) {
        return Stream.of(Changes.FINAL, Changes.ORIGINAL)
                .allMatch(changes -> letters(one, changes).equals(letters(other, changes)));
    }

    private static String letters(byte[] file, Changes changes) {
        return letters(Extraction.read(file, "x.docx", changes));
    }

    private static long ours(byte[] file) {
        return Extraction.read(file, "x.docx", Changes.FINAL).remarks().stream()
                .filter(one -> one.author().equals("Sở Tài chính"))
                .count();
    }

    private static String letters(Reading reading) {
        return String.join("", texts(reading)).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> texts(Reading reading) {
        return reading.blocks().stream()
                .map(Block::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Marking marking(Reading reading, Random chance) {
        List<Marking.Change> changes = new ArrayList<>();
        List<Marking.Remark> remarks = new ArrayList<>();
        List<Block> blocks = reading.blocks();
        int step = Math.max(2, blocks.size() / 60);
        for (int n = chance.nextInt(step); n < blocks.size(); n += step) {
            Block block = blocks.get(n);
            boolean ours = block.kind() == Block.Kind.PARAGRAPH || block.kind() == Block.Kind.CELL;
            String text = block.text();
            if (!ours || block.raw() != null || text.length() < 20) {
                continue;
            }
            int from = boundary(text, chance.nextInt(text.length() / 2));
            int to = boundary(text, from + 1 + chance.nextInt(Math.max(1, text.length() - from)));
            if (from == to) {
                continue;
            }
            switch (chance.nextInt(5)) {
                case 0 -> changes.add(new Marking.Change(n, from, from, " chữ <thêm> & \"mới\"", US, AT));
                case 1 -> changes.add(new Marking.Change(n, from, to, "", US, AT));
                case 2 -> changes.add(new Marking.Change(n, text.length(), text.length(), "\nDòng mới.", US, AT));
                case 3 -> changes.add(new Marking.Change(n, 0, text.length(), "", US, AT));
                default -> {
                    changes.add(new Marking.Change(n, from, to, " thay bằng từ khác", US, AT));
                    changes.add(new Marking.Change(n, text.length(), text.length(), " và đoạn cuối", US, AT));
                }
            }
            remarks.add(new Marking.Remark(n, from, to, "Đề nghị viết rõ.\nTiếp thu.", "Sở Tài chính", AT));
        }
        return new Marking(Marking.of(blocks, List.of(), List.of()).lines(), changes, remarks);
    }

    /** Where a word ends. */
    private static int boundary(String text, int at) {
        int blank = text.indexOf(' ', Math.min(at, text.length() - 1));
        return blank < 0 ? text.length() : blank;
    }

    private static List<String> expected(Reading reading, Marking marking, Set<Integer> written) {
        List<String> texts =
                new ArrayList<>(reading.blocks().stream().map(Block::text).toList());
        for (int n = marking.changes().size() - 1; n >= 0; n--) {
            Marking.Change one = marking.changes().get(n);
            if (written.contains(n)) {
                String text = texts.get(one.block());
                texts.set(one.block(), text.substring(0, one.from()) + one.words() + text.substring(one.to()));
            }
        }
        return texts.stream()
                .flatMap(text -> Stream.of(text.split("\n")))
                .map(VietnameseText::normalise)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
