package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.document.FileInFile;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Warning;

/** What only the second reader found stands among the findings of the check, once, at the place after which it stood. */
@IntegrationTest
class SecondReadingJobTest {

    private static final String PAGE = "Quy định này quy định việc quản lý quỹ sáng kiến.";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    ApiFixture api;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureJob structure;

    @Autowired
    SecondReadingJob second;

    @Autowired
    StructureChecks checks;

    @Autowired
    Turns turns;

    /** A draft whose own page says this, with a file inside the file, after the first reading. */
    private VersionId structured(Person owner, Dossier dossier) {
        byte[] file = FileInFile.docx("Điều 1. Phạm vi điều chỉnh", PAGE);
        VersionId id = drafts.upload(owner, dossier.id(), null, new UploadedFile("du-thao.docx", file, "Lần đầu"))
                .id();
        structure.run(id.toString());
        return id;
    }

    @Test
    void theCheckShowsItAndTheVersionNumberStays() {
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(owner);
        VersionId id = structured(owner, dossier);
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

    @Test
    void aPressPutsTheWordsIntoTheTextAndTheNextTakesThemOut() {
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(owner);
        VersionId id = structured(owner, dossier);
        second.run(id.toString());
        String path = "/app-api/versions/" + id;
        Answer before = api.as(owner).get(path + "/structure");
        JsonNode missing = before.json().path("missing").path(0);
        assertThat(before.json()
                        .path("findings")
                        .path(missing.path("finding").asInt())
                        .path("code")
                        .asString())
                .isEqualTo("UNREAD_TEXT");
        String words = missing.path("words").asString();
        String body = "{\"repairs\":[{\"op\":\"SUPPLY\",\"block\":1,\"offset\":%d,\"words\":\"%s\"}]}";
        int end = PAGE.length();

        assertThat(put(owner, path, before, body.formatted(end, "Điều khoản ai đó nghĩ ra"))
                        .code())
                .isEqualTo("REPAIR_NO_PLACE");
        Answer after = put(owner, path, before, body.formatted(end, words));

        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().path("missing")).isEmpty();
        assertThat(after.json().path("pieces").path(2).path("supplied").asBoolean())
                .isTrue();
        assertThat(drafts.provisions(owner, id))
                .anySatisfy(it -> assertThat(it.text()).contains(FileInFile.INSIDE));
        assertThat(put(owner, path, before, body.formatted(end, words)).status())
                .isEqualTo(412);
        Answer undone = put(owner, path, after, "{\"repairs\":[]}");
        assertThat(undone.json().path("missing")).hasSize(1);
        assertThat(drafts.provisions(owner, id))
                .noneSatisfy(it -> assertThat(it.text()).contains(FileInFile.INSIDE));
    }

    @Test
    void anotherTextOfTheChangesKeepsWhatTheSecondReaderFound() {
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(owner);
        VersionId id = structured(owner, dossier);
        second.run(id.toString());

        StructureChecks.Check check =
                checks.reread(owner, id, drafts.get(owner, id).version(), Changes.ORIGINAL);

        assertThat(check.structure().outline().warnings())
                .filteredOn(it -> it.code() == Warning.Code.UNREAD_TEXT)
                .hasSize(1);
    }

    @Test
    void aRepairAndASecondReadingThatMeetAreBothKept() {
        Person owner = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(owner);
        for (boolean repairFirst : List.of(true, false)) {
            VersionId id = structured(owner, dossier);
            int seen = drafts.get(owner, id).version();
            Runnable repair = () -> checks.apply(owner, id, seen, List.of(new Repair.Merge(new Repair.Spot(1, 0))));
            Runnable reading = () -> second.run(id.toString());

            assertThat(repairFirst ? turns.of(repair, reading) : turns.of(reading, repair))
                    .containsExactly("done", "done");

            assertThat(checks.get(owner, id).structure().repairs()).hasSize(1);
            assertThat(drafts.outline(owner, id).warnings())
                    .extracting(Warning::code)
                    .contains(Warning.Code.UNREAD_TEXT);
        }
    }

    private Answer put(Person who, String path, Answer seen, String body) {
        return api.as(who).ifMatch(seen.response().getHeader("ETag")).send("PUT", path + "/outline", body);
    }
}
