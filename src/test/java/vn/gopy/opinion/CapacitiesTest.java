package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.opinion.CommentKind.OTHER;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Capacity;
import vn.gopy.round.Visibility;

/** Who may speak in the own name, and who for a unit alone. */
@IntegrationTest
class CapacitiesTest {

    private static final NewComment WORDS = NewComment.of(OTHER, "Ý kiến");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Comments comments;

    @Autowired
    Composing composing;

    @Autowired
    Sending sending;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Person member;
    private Unit unit;
    private Person head;
    private Person staff;
    private Dossier dossier;
    private VersionId draft;
    private ProvisionId clause;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        dossier = committee.dossier(member, Audience.INVITED, Discussion.GROUP);
        draft = texts.published(member, dossier);
        clause = texts.place(draft, "dieu-1").id();
        committee
                .round(draft)
                .asking(unit)
                .asking(member)
                .seen(Visibility.GROUP)
                .open(secretary);
    }

    private NewComment as(Capacity capacity) {
        return new NewComment(
                OTHER,
                "Ý kiến",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                capacity,
                capacity == Capacity.OWN ? null : unit.code(),
                true,
                List.of());
    }

    @Test
    void whoReadsTheDossierOnlyAsSomebodyOfAUnitSpeaksForTheUnitAlone() {
        for (Person asked : List.of(staff, head)) {
            for (NewComment words : List.of(WORDS, WORDS.unsent(), as(Capacity.OWN), as(Capacity.BOTH))) {
                assertThat(Refused.by(() -> composing.create(asked, clause, words)))
                        .isEqualTo("403 OWN_NOT_ALLOWED");
                assertThat(Refused.by(() -> composing.create(asked, dossier.id(), words)))
                        .isEqualTo("403 OWN_NOT_ALLOWED");
            }
        }
        var answer = api.as(staff)
                .post(
                        "/api/v1/provisions/" + clause + "/comments",
                        "{\"kind\":\"OTHER\",\"text\":\"x\",\"capacity\":\"OWN\",\"send\":true}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("OWN_NOT_ALLOWED");
        assertThat(comments.of(member, draft)).isEmpty();
        assertThat(comments.of(secretary, draft)).isEmpty();

        assertThat(composing.create(staff, clause, as(Capacity.UNIT)).state()).isEqualTo(CommentState.UNIT_DRAFT);
        assertThat(composing.create(head, clause, as(Capacity.UNIT)).state()).isEqualTo(CommentState.SENT);
    }

    @Test
    void membersAdvisersTheSecretariatTheChairTheOwnerAndThoseInvitedByNameSpeakForThemselves() {
        Person named = committee.in(unit, UnitRole.STAFF);
        Person asked = committee.in(unit, UnitRole.STAFF);
        Dossier open = committee.dossier(member, Audience.EVERYONE, Discussion.SEALED, named);
        VersionId text = texts.published(member, open);
        committee.round(text).asking(unit).asking(asked).open(secretary);
        committee.takeRoles(member);
        ProvisionId place = texts.place(text, "dieu-1").id();
        Map<String, Person> speaking = Map.of(
                "adviser", committee.person(Role.ADVISER),
                "secretariat", secretary,
                "chair", committee.person(Role.CHAIR),
                "owner without a role", committee.again(member),
                "reader by name", named,
                "invitee by name", asked,
                "member in a unit", committee.in(unit, UnitRole.STAFF, Role.MEMBER));
        speaking.forEach((who, person) -> assertThat(
                        composing.create(person, place, WORDS).state())
                .as(who)
                .isEqualTo(CommentState.SENT));
        assertThat(Refused.by(() -> composing.create(staff, place, WORDS))).isEqualTo("403 OWN_NOT_ALLOWED");
    }

    @Test
    void whatWasWrittenInTheOwnNameIsNotSentByWhoHasNoneAnyMore() {
        Person adviser = committee.in(unit, UnitRole.STAFF, Role.ADVISER);
        Comment own = composing.create(adviser, clause, WORDS.unsent());
        Comment both = composing.create(adviser, clause, as(Capacity.BOTH).unsent());
        Comment units = composing.create(adviser, clause, as(Capacity.UNIT).unsent());
        committee.takeRoles(adviser);
        Person now = committee.again(adviser);

        assertThat(Refused.by(() -> sending.send(now, List.of(own.id())))).isEqualTo("403 OWN_NOT_ALLOWED");
        assertThat(Refused.by(() -> sending.send(now, List.of(both.id())))).isEqualTo("403 OWN_NOT_ALLOWED");
        assertThat(sending.send(now, List.of(units.id())).getFirst().state()).isEqualTo(CommentState.UNIT_DRAFT);
    }

    @Test
    void theHeadSendsWhatSomebodyWroteForBoth() {
        Person adviser = committee.in(unit, UnitRole.STAFF, Role.ADVISER);
        Comment both = composing.create(adviser, clause, as(Capacity.BOTH));
        assertThat(both.state()).isEqualTo(CommentState.UNIT_DRAFT);
        assertThat(sending.send(head, List.of(both.id())).getFirst().state()).isEqualTo(CommentState.SENT);
    }

    @Test
    void aReturnedFileIsNotTakenInInANameThatOneHasNotGot() {
        byte[] file = "Điều 1".getBytes(StandardCharsets.UTF_8);
        var answer = api.as(staff).upload("/api/v1/versions/" + draft + "/returned", "gop-y.docx", file);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("OWN_NOT_ALLOWED");
    }
}
