package vn.gopy.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.command.FolderImport.Outcome;
import vn.gopy.document.FileInFile;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.DraftsInside;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.Warning;

/** A folder of documents becomes dossiers, once; what cannot be taken in is told with its reason and leaves nothing. */
@IntegrationTest
class FolderImportTest {

    private static int next;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftsInside inside;

    @Autowired
    Dossiers dossiers;

    @TempDir
    Path folder;

    private Person owner;

    @BeforeEach
    void owner() {
        owner = committee.person(Role.MEMBER);
    }

    /** A decision with words that no other test has. */
    private static String decision() {
        return """
                ỦY BAN NHÂN DÂN TỈNH
                Số: %d/QĐ-UBND
                QUYẾT ĐỊNH
                Về việc thành lập Tổ công tác số %1$d
                Điều 1. Thành lập Tổ công tác
                Tổ công tác làm việc theo quy chế.
                Điều 2. Hiệu lực
                Quyết định có hiệu lực từ ngày ký.
                """.formatted(++next);
    }

    private void write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private List<Outcome> run(Audience audience, boolean publish) throws IOException {
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
        new FolderImport(drafts, inside, owner, audience, publish, false)
                .run(FolderImport.files(folder), outcomes::add);
        return outcomes;
    }

    private List<Dossier> library() {
        return dossiers.list(owner, DossierFilter.ALL).stream()
                .filter(dossier -> dossier.owner().equals(owner.id()))
                .toList();
    }

    @Test
    void everyDocumentBecomesADossierNamedByItsHeader() throws IOException {
        write("nam-2026/quyet-dinh.txt", decision());
        assertThat(run(Audience.EVERYONE, true))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Imported.class, one -> assertThat(one.state()).isEqualTo(VersionState.PUBLISHED));

        assertThat(library()).singleElement().satisfies(dossier -> {
            assertThat(dossier.title()).isEqualTo("Quyết định về việc thành lập Tổ công tác số " + next);
            assertThat(dossier.kind()).isEqualTo("QĐ");
            assertThat(dossier.audience()).isEqualTo(Audience.EVERYONE);
        });
    }

    @Test
    void aDraftWaitsForItsCheckUnlessItShallBePublished() throws IOException {
        write("quyet-dinh.txt", decision());

        assertThat(run(Audience.INVITED, false))
                .singleElement()
                .isInstanceOfSatisfying(
                        Outcome.Imported.class, one -> assertThat(one.state()).isEqualTo(VersionState.REVIEW));
        assertThat(run(Audience.INVITED, true)).singleElement().isInstanceOf(Outcome.Known.class);
        assertThat(drafts.of(owner, library().getFirst().id()))
                .as("a second run with --publish finishes what the first left")
                .allMatch(version -> version.state() == VersionState.PUBLISHED);
    }

    @Test
    void theSameBytesAreTakenInOnceWhateverTheirName() throws IOException {
        String content = decision();
        write("a.txt", content);
        write("ban-sao/a (2).txt", content);

        assertThat(run(Audience.INVITED, false))
                .extracting(outcome -> (Object) outcome.getClass())
                .containsExactlyInAnyOrder(Outcome.Imported.class, Outcome.Known.class);
        assertThat(run(Audience.INVITED, false)).allMatch(Outcome.Known.class::isInstance);
        assertThat(library()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsToldWithItsReasonAndLeavesNoDossier() throws IOException {
        write("hong.docx", "PK\u0003\u0004 nothing of a package");
        write("anh.png", "no picture either");
        write("mat.txt", "MẬT\n" + decision());
        write("trong.txt", "");
        write("tot.txt", decision());

        List<Outcome> outcomes = run(Audience.INVITED, false);
        assertThat(outcomes)
                .filteredOn(Outcome.Failed.class::isInstance)
                .extracting(one -> one.file().getFileName() + " " + ((Outcome.Failed) one).code())
                .containsExactlyInAnyOrder(
                        "hong.docx CORRUPT",
                        "anh.png TYPE_NOT_ALLOWED",
                        "mat.txt STATE_SECRET_MARK",
                        "trong.txt EMPTY");
        assertThat(library()).hasSize(1);
    }

    @Test
    void eachFileIsReadTwiceAtOnceAndWhereTheReadersDifferIsTold() throws IOException {
        Files.write(
                folder.resolve("kem-tep.docx"),
                FileInFile.docx(
                        "QUY CHẾ", "Điều 1. Phạm vi", "Quy chế này áp dụng trong tỉnh số %d.".formatted(++next)));
        Files.write(folder.resolve("mot-minh.txt"), decision().getBytes(StandardCharsets.UTF_8));
        List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());

        new FolderImport(drafts, inside, owner, Audience.INVITED, true, true)
                .run(FolderImport.files(folder), outcomes::add);

        assertThat(outcomes)
                .extracting(one -> one.file().getFileName() + " " + ((Outcome.Imported) one).differences())
                .containsExactlyInAnyOrder("kem-tep.docx 1", "mot-minh.txt 0");
        assertThat(outcomes).allSatisfy(one -> {
            Outcome.Imported imported = (Outcome.Imported) one;
            assertThat(imported.state()).isEqualTo(VersionState.PUBLISHED);
            assertThat(inside.outline(imported.version()).orElseThrow().warnings())
                    .filteredOn(it -> it.code() == Warning.Code.UNREAD_TEXT)
                    .hasSize(imported.differences());
        });
    }

    @Test
    void hiddenFilesAndLocksOfWordAreNoDocuments() throws IOException {
        write(".DS_Store", "x");
        write(".git/config", "x");
        write("~$quyet-dinh.docx", "x");
        write("quyet-dinh.txt", decision());

        assertThat(FolderImport.files(folder))
                .extracting(file -> folder.relativize(file).toString())
                .containsExactly("quyet-dinh.txt");
    }
}
