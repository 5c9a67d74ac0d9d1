package vn.gopy.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.ending.Promulgations;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/** The plain pages of a dossier that has ended are read, and offer nothing that would be refused. */
@IntegrationTest
class PlainEndedTest {

    private static final String AGREE = "Nhất trí với toàn bộ dự thảo";
    private static final String BOX = "name=\"noiDung\"";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Promulgations promulgations;

    @Autowired
    Rounds rounds;

    @Autowired
    ApiFixture api;

    private String shown(Person asker, String path) {
        return new String(api.as(asker).get(path).response().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** The round has closed and is not locked: who is late is still taken, until the dossier ends. */
    @Test
    void neitherABoxNorConsentIsOffered() {
        Person secretary = committee.person(Role.SECRETARIAT);
        Person member = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(secretary);
        VersionId draft = texts.published(secretary, dossier);
        Round round = committee.round(draft).asking(member).open(secretary);
        rounds.close(secretary, round.id());
        String address = "/don-gian/ho-so/" + dossier.id() + "/du-thao/1";
        String part = PlainAddresses.page(address, Part.anchor(texts.place(draft, "dieu-2")));
        assertThat(shown(member, address)).contains(AGREE);
        assertThat(shown(member, part)).contains(BOX);

        promulgations.record(
                secretary, dossier.id(), dossier.version(), draft, "12-QĐ/BCĐ", LocalDate.of(2026, 11, 30));

        assertThat(shown(member, address)).contains("Điều 2").doesNotContain(AGREE);
        assertThat(shown(member, part)).contains("Điều 2").doesNotContain(BOX);
    }
}
