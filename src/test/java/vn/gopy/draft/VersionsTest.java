package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Sha256;

/** What stays the same from one version to the next, and what becomes of files that cannot be taken as they are. */
@IntegrationTest
class VersionsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftsInside inside;

    @Autowired
    Dossiers dossiers;

    @Autowired
    StructureJob structure;

    @Autowired
    JdbcClient sql;

    @Value("${gopy.data}")
    Path data;

    private Person owner;
    private Dossier dossier;

    @BeforeEach
    void dossier() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
    }

    private LineageId lineage(VersionId version, String path) {
        return texts.place(version, path).lineage();
    }

    @Test
    void anOfficeThatTakesSmallFilesOnlyRefusesALargerOne(@Autowired InstallationSettings settings) {
        Person administrator = committee.person(Role.ADMINISTRATOR);
        Settings usual = settings.get();
        Settings small = settings.change(
                administrator,
                usual,
                new Settings(usual.office(), new Settings.Practice(1, 3, List.of()), usual.days()));
        try {
            UploadedFile large = new UploadedFile("lon.txt", new byte[(1 << 20) + 1], "");
            assertThatThrownBy(() -> drafts.upload(owner, dossier.id(), null, large))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("TOO_LARGE");
                        assertThat(refusal.arguments()).containsExactly(1);
                    });
        } finally {
            settings.change(administrator, small, usual);
        }
    }

    @Test
    void whatIsPlainlyTheSameKeepsItsLineageWhereverItStands() {
        VersionId first = texts.published(owner, dossier);
        VersionId second = texts.published(
                owner,
                dossier,
                List.of(
                        "QUY CHẾ",
                        "Làm việc của Ban Chỉ đạo",
                        "Điều 1. Phạm vi điều chỉnh",
                        "Quy chế này quy định việc phối hợp giữa các cơ quan.",
                        "Điều 2. Nguyên tắc",
                        "Tập trung, dân chủ, thiểu số phục tùng đa số.",
                        "Điều 3. Trách nhiệm",
                        "1. Thành viên cho ý kiến bằng văn bản.",
                        "2. Cơ quan Thường trực gửi tài liệu trước phiên họp 03 ngày làm việc.",
                        "Điều 4. Hiệu lực",
                        "Quy chế này có hiệu lực kể từ ngày ký."));

        assertThat(lineage(second, "dieu-1")).isEqualTo(lineage(first, "dieu-1"));
        assertThat(lineage(second, "dieu-3/khoan-1"))
                .as("moved with its article, and behind the other clause before")
                .isEqualTo(lineage(first, "dieu-2/khoan-2"));
        assertThat(lineage(second, "dieu-3/khoan-2")).isEqualTo(lineage(first, "dieu-2/khoan-1"));
        assertThat(lineage(second, "dieu-4")).isEqualTo(lineage(first, "dieu-3"));
        assertThat(lineage(second, "ten-goi")).isEqualTo(lineage(first, "ten-goi"));
        assertThat(inside.provisions(first))
                .extracting(PlacedProvision::lineage)
                .doesNotContain(lineage(second, "dieu-2"));
    }

    @Test
    void aFewOtherWordsInTheSamePlaceKeepTheLineageOtherWordsDoNot() {
        VersionId first = texts.published(owner, dossier);
        VersionId second = texts.published(
                owner,
                dossier,
                DraftFixture.REGULATION.stream()
                        .map(line -> line.replace("03 ngày", "05 ngày")
                                .replace("Thành viên cho ý kiến bằng văn bản.", "Bãi bỏ."))
                        .toList());

        assertThat(lineage(second, "dieu-2/khoan-1")).isEqualTo(lineage(first, "dieu-2/khoan-1"));
        assertThat(lineage(second, "dieu-2/khoan-2")).isNotEqualTo(lineage(first, "dieu-2/khoan-2"));
    }

    @Test
    void noTwoPlacesOfAVersionShareALineage() {
        texts.published(owner, dossier);
        VersionId second = texts.published(
                owner,
                dossier,
                Stream.concat(
                                DraftFixture.REGULATION.stream(),
                                Stream.of("Điều 4. Hiệu lực", "Quy chế này có hiệu lực kể từ ngày ký."))
                        .toList());
        assertThat(inside.provisions(second))
                .extracting(PlacedProvision::lineage)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
    }

    @Test
    void lineagesAreGivenWhenTheCheckIsFinished() {
        VersionId review = texts.review(owner, dossier, DraftFixture.REGULATION);
        assertThat(lineage(review, "dieu-1")).isNull();
        drafts.publish(owner, review);
        assertThat(lineage(review, "dieu-1")).isNotNull();
        assertThat(Refused.by(() -> drafts.publish(owner, review))).isEqualTo("409 NOT_IN_REVIEW");
    }

    @Test
    void computingTheStructureAgainAndAtTheSameTimeKeepsTheIds() {
        VersionId review = texts.review(owner, dossier, DraftFixture.REGULATION);
        List<ProvisionId> ids =
                inside.provisions(review).stream().map(PlacedProvision::id).toList();
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> structure.run(review.toString())),
                        CompletableFuture.runAsync(() -> structure.run(review.toString())))
                .join();
        assertThat(inside.provisions(review)).extracting(PlacedProvision::id).containsExactlyElementsOf(ids);
    }

    @Test
    void aWordFileIsReadAndABrokenOneIsKeptAsFailed() throws IOException {
        byte[] word = word(DraftFixture.REGULATION);
        byte[] broken = withBrokenText(word);
        VersionId good = drafts.upload(owner, dossier.id(), null, new UploadedFile("lan-1.docx", word, ""))
                .id();
        VersionId bad = drafts.upload(owner, dossier.id(), null, new UploadedFile("lan-2.docx", broken, ""))
                .id();

        assertThat(read(good).state()).isEqualTo(VersionState.REVIEW);
        assertThat(texts.place(good, "dieu-2/khoan-2").text()).contains("bằng văn bản");
        DraftVersion failed = read(bad);
        assertThat(failed.state()).isEqualTo(VersionState.FAILED);
        assertThat(failed.problem()).isNotNull();
        assertThat(failed.ordinal()).isEqualTo(2);
        assertThat(drafts.file(owner, bad).getContentAsByteArray()).isEqualTo(broken);
        assertThat(Refused.by(() -> drafts.outline(owner, bad))).isEqualTo("409 NOT_READ");
        assertThat(Refused.by(() -> drafts.publish(owner, bad))).isEqualTo("409 NOT_IN_REVIEW");
    }

    @Test
    void aStateSecretLeavesNoRowAndNoFile() throws IOException {
        byte[] secret = word(Stream.concat(Stream.of("MẬT"), DraftFixture.REGULATION.stream())
                .toList());
        UploadedFile upload = new UploadedFile("mat.docx", secret, "");
        NewDossier wanted = new NewDossier("Hồ sơ mật", "QC", Audience.INVITED, Discussion.SEALED, List.of(), null);

        assertThat(Refused.by(() -> drafts.upload(owner, dossier.id(), null, upload)))
                .isEqualTo("422 STATE_SECRET_MARK");
        assertThat(Refused.by(() -> drafts.uploadPaper(owner, dossier.id(), SeriesRole.REPORT, upload)))
                .isEqualTo("422 STATE_SECRET_MARK");
        assertThat(Refused.by(() -> drafts.begin(owner, upload, outline -> wanted)))
                .isEqualTo("422 STATE_SECRET_MARK");

        assertThat(drafts.of(owner, dossier.id())).isEmpty();
        assertThat(dossiers.list(owner, DossierFilter.ALL))
                .extracting(Dossier::title)
                .doesNotContain("Hồ sơ mật");
        assertThat(sql.sql("SELECT count(*) FROM stored_file WHERE sha256 = :sha256")
                        .param("sha256", Sha256.of(secret))
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(names(data)).isNotEmpty().doesNotContain(Sha256.of(secret));
    }

    /** Of all that lies below a folder; the index goes on meanwhile, and files of it go. */
    private static List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                names.add(file.getFileName().toString());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) throws IOException {
                return gone instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, gone);
            }
        });
        return names;
    }

    @Test
    void papersStandBesideTheMainDraftEachInASeriesOfItsOwn() {
        VersionId main = texts.published(owner, dossier);
        byte[] letter = "Tờ trình về việc ban hành Quy chế".getBytes(StandardCharsets.UTF_8);
        VersionId paper = drafts.uploadPaper(
                        owner, dossier.id(), SeriesRole.SUBMISSION, new UploadedFile("to-trinh.txt", letter, ""))
                .id();

        assertThat(drafts.of(owner, dossier.id())).extracting(DraftVersion::id).containsExactly(main, paper);
        assertThat(drafts.get(owner, paper).ordinal()).isEqualTo(1);
        assertThat(Refused.by(() -> drafts.uploadPaper(
                        owner, dossier.id(), SeriesRole.MAIN, new UploadedFile("a.txt", letter, ""))))
                .isEqualTo("422 ROLE_UNKNOWN");
    }

    private DraftVersion read(VersionId id) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        DraftVersion version = drafts.get(owner, id);
        while (version.state() == VersionState.RECEIVED && Instant.now().isBefore(end)) {
            structure.run(id.toString());
            version = drafts.get(owner, id);
        }
        return version;
    }

    private static byte[] word(List<String> lines) throws IOException {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            lines.forEach(line -> document.createParagraph().createRun().setText(line));
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** The same package, its main part cut off in the middle. */
    private static byte[] withBrokenText(byte[] word) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(word));
                var out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                boolean main = entry.getName().equals("word/document.xml");
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content, 0, main ? content.length / 2 : content.length);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
