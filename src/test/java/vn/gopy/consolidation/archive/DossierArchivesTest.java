package vn.gopy.consolidation.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Attachments;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.opinion.Sending;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.letter.SignedCopies;
import vn.gopy.shared.Sha256;

/** A dossier is taken away whole, and the list in it lets everybody check that nothing was changed. */
@IntegrationTest
class DossierArchivesTest {

    private static final UploadedFile SIGNED =
            new UploadedFile("ban-ky.txt", "Bản ký".getBytes(StandardCharsets.UTF_8), "");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    SignedCopies copies;

    @Autowired
    Editions editions;

    @Autowired
    DossierArchives archives;

    @Autowired
    Composing composing;

    @Autowired
    Attachments attachments;

    @Autowired
    Sending sending;

    private Person secretary;
    private Person owner;
    private Dossier dossier;

    @BeforeEach
    void twoDraftsAndARound() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
        VersionId first = texts.published(owner, dossier);
        VersionId paper = texts.paper(owner, dossier, SeriesRole.SUBMISSION, List.of("TỜ TRÌNH", "Kính trình."));
        Round round = committee.round(first, paper).asking(owner).open(secretary);
        Comment opinion = composing.create(
                owner,
                texts.place(first, "dieu-2/khoan-1").id(),
                NewComment.of(CommentKind.EDIT, "Xem phụ lục.").unsent());
        attachments.attach(
                owner, opinion.id(), new UploadedFile("Phụ lục.txt", "Số liệu".getBytes(StandardCharsets.UTF_8), ""));
        sending.send(owner, List.of(opinion.id()));
        replies.full(committee.person(Role.CHAIR), round.id());
        replies.putAll(owner, round.id(), Objects.requireNonNull(owner.username()), Position.AGREE, "");
        replies.send(owner, round.id(), Objects.requireNonNull(owner.username()));
        copies.keep(secretary, round.id(), Objects.requireNonNull(owner.username()), SIGNED, OptionalInt.empty());
        rounds.close(secretary, round.id());
        editions.freeze(secretary, round.id(), null, 0);
        List<String> next = new ArrayList<>(DraftFixture.REGULATION);
        next.set(6, "2. Thành viên cho ý kiến trên nền tảng số.");
        texts.published(owner, dossier, next);
    }

    private Map<String, byte[]> taken(Person asker) throws IOException {
        var bytes = new ByteArrayOutputStream();
        archives.of(asker, dossier.id()).writeTo(bytes);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    @Test
    void itHoldsDraftsComparisonTablesPapersAndEditions() throws IOException {
        Map<String, byte[]> parts = taken(secretary);
        String folder = "4. Lấy ý kiến/";
        assertThat(parts.keySet())
                .contains(
                        "1. Dự thảo/Lần 1, du-thao.txt",
                        "1. Dự thảo/Lần 2, du-thao.txt",
                        "2. Tài liệu kèm theo/Tờ trình, tai-lieu.txt",
                        "3. So sánh/Lần 2 với lần 1.docx",
                        folder + "Bảng tổng hợp, Tờ trình.docx",
                        folder + "Bảng tổng hợp.docx",
                        folder + "Bảng tổng hợp.xlsx",
                        folder + "Báo cáo số liệu.docx",
                        folder + "Bản tổng hợp lần 1.docx",
                        folder + "Tệp kèm ý kiến số 1, Phụ lục.txt",
                        folder + "Công văn xin ý kiến.docx",
                        folder + "Văn bản góp ý.csv",
                        folder + "Văn bản góp ý, bản ký, " + owner.name() + ", ban-ky.txt");
        assertThat(new String(Objects.requireNonNull(parts.get("Nhật ký.csv")), StandardCharsets.UTF_8))
                .contains("DOSSIER_CREATED", "VERSION_PUBLISHED", "ROUND_OPENED", "EDITION_FROZEN", owner.name())
                .doesNotContain("REPLIES_READ");
        assertThat(new String(
                        Objects.requireNonNull(parts.get("1. Dự thảo/Lần 1, du-thao.txt")), StandardCharsets.UTF_8))
                .isEqualTo(String.join("\n", DraftFixture.REGULATION));
    }

    @Test
    void theListNamesEveryPartWithItsSizeAndHash() throws IOException {
        Map<String, byte[]> parts = taken(secretary);
        byte[] list = Objects.requireNonNull(parts.remove(DossierArchive.LIST));
        List<String> expected = new ArrayList<>(List.of("\uFEFFTệp;Số byte;SHA-256"));
        parts.forEach((name, bytes) -> expected.add("\"%s\";%d;%s".formatted(name, bytes.length, Sha256.of(bytes))));
        assertThat(new String(list, StandardCharsets.UTF_8).lines()).containsExactlyElementsOf(expected);
    }

    @Test
    void onlyThoseWhoRunRoundsAndLeadTakeItAway() throws IOException {
        assertThat(Refused.by(() -> archives.of(owner, dossier.id()))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> archives.of(committee.person(Role.MEMBER), dossier.id())))
                .isEqualTo("404 NOT_FOUND");
        assertThat(taken(committee.person(Role.CHAIR)))
                .containsKey("1. Dự thảo/Lần 2, du-thao.txt")
                .doesNotContainKey("4. Lấy ý kiến/Công văn xin ý kiến.docx");
    }

    @Test
    void namesAreThoseThatFilesCanHaveEachOnce() throws IOException {
        DossierArchive.Content empty = () -> new ByteArrayInputStream(new byte[0]);
        var archive = new DossierArchive(
                "x.zip",
                List.of(
                        new DossierArchive.Part("1. A/a/../b.txt", empty),
                        new DossierArchive.Part("1. A/a/../b.txt", empty)));
        var bytes = new ByteArrayOutputStream();
        archive.writeTo(bytes);
        List<String> names = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        assertThat(names).containsExactly("1. A/a .. b.txt", "1. A/a .. b (2).txt", DossierArchive.LIST);
    }
}
