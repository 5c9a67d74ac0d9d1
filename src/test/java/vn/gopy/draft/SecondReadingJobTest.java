package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.document.FileInFile;
import vn.gopy.legaltext.Warning;

/** What only the second reader found stands among the findings of the check, once, at the place after which it stood. */
@IntegrationTest
class SecondReadingJobTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureJob structure;

    @Autowired
    SecondReadingJob second;

    @Autowired
    StructureChecks checks;

    @Test
    void theCheckShowsItAndTheVersionNumberStays() {
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(owner);
        byte[] file =
                FileInFile.docx("Điều 1. Phạm vi điều chỉnh", "Quy định này quy định việc quản lý quỹ sáng kiến.");
        VersionId id = drafts.upload(owner, dossier.id(), null, new UploadedFile("du-thao.docx", file, "Lần đầu"))
                .id();
        structure.run(id.toString());
        DraftVersion before = drafts.get(owner, id);

        second.run(id.toString());
        second.run(id.toString());

        assertThat(drafts.get(owner, id).version()).isEqualTo(before.version());
        assertThat(drafts.outline(owner, id).warnings())
                .filteredOn(it -> it.code() == Warning.Code.UNREAD_TEXT)
                .singleElement()
                .satisfies(it -> assertThat(it.message().arguments().getFirst()).contains(FileInFile.INSIDE));
        assertThat(checks.get(owner, id).history().program()).isEqualTo("Apache POI");
        assertThat(checks.get(owner, id).structure().outline().warnings())
                .extracting(Warning::code)
                .contains(Warning.Code.UNREAD_TEXT);
    }
}
