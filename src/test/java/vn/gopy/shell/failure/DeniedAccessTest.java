package vn.gopy.shell.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.audit.AuditEntry;
import vn.gopy.audit.AuditQuery;
import vn.gopy.audit.Trail;
import vn.gopy.draft.Dossier;
import vn.gopy.shared.AdjustableClock;

/** Whoever tries what is not for him leaves a row, and not a flood of them. */
@IntegrationTest
class DeniedAccessTest {

    @Autowired
    ApiFixture api;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DeniedAccess denied;

    @Autowired
    Trail trail;

    @Autowired
    AdjustableClock clock;

    private Person owner;
    private Person curious;
    private Dossier dossier;

    @BeforeEach
    void begin() {
        owner = committee.person(Role.MEMBER);
        curious = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
    }

    @Test
    void oneRowForAPersonAndAThingInAMinute() {
        for (int n = 0; n < 5; n++) {
            api.as(curious).get("/api/v1/dossiers/" + dossier.id());
            api.as(curious)
                    .post("/api/v1/dossiers/" + dossier.id() + "/comments", "{\"kind\":\"OTHER\",\"text\":\"a\"}");
        }

        assertThat(rows(curious)).singleElement().satisfies(row -> {
            assertThat(row.action()).isEqualTo("ACCESS_DENIED");
            assertThat(row.subjectType()).isEqualTo("DOSSIER");
            assertThat(row.subjectId()).isEqualTo(dossier.id().value());
        });

        clock.at(
                Instant.now().plus(Duration.ofMinutes(1)),
                () -> api.as(curious).get("/api/v1/dossiers/" + dossier.id()));

        assertThat(rows(curious)).hasSize(2);
    }

    @Test
    void aThingThatIsNotThereAndOnesOwnLeaveNone() {
        api.as(curious).get("/api/v1/dossiers/" + UUID.randomUUID());
        api.as(owner).get("/api/v1/dossiers/" + dossier.id());
        api.as(null).get("/api/v1/dossiers/" + dossier.id());

        assertThat(rows(curious)).isEmpty();
        assertThat(rows(owner)).noneMatch(row -> row.action().equals("ACCESS_DENIED"));
    }

    private List<AuditEntry> rows(Person person) {
        denied.awaitWritten();
        return trail.find(new AuditQuery(null, person.id().value(), null, null, 10));
    }
}
