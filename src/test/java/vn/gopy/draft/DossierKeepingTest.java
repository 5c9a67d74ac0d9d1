package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.audit.AuditEntry;
import vn.gopy.audit.AuditQuery;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Actor;

/** The owner of a dossier and the secretariat name it, say who may read it, and delete it while nothing hangs on it. */
@IntegrationTest
class DossierKeepingTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    People accounts;

    @Autowired
    DraftFixture texts;

    @Autowired
    Dossiers dossiers;

    @Autowired
    DossierKeeping keeping;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftsInside inside;

    @Autowired
    Trail trail;

    @Autowired
    ApiFixture api;

    private Person owner;
    private Person other;
    private Dossier dossier;

    @BeforeEach
    void begin() {
        owner = committee.person(Role.MEMBER);
        other = committee.person(Role.ADVISER);
        dossier = committee.sealed(owner);
    }

    private static String name(Person person) {
        return Objects.requireNonNull(person.username());
    }

    private List<String> trace() {
        return trail.find(new AuditQuery(dossier.id().value(), null, null, null, 50)).reversed().stream()
                .map(entry -> entry.action() + (entry.field().isEmpty() ? "" : " " + entry.field()))
                .toList();
    }

    @Test
    void anotherTitleAndAudienceStandAtOnceAndInTheTrail() {
        Dossier renamed = keeping.change(owner, dossier.id(), 1, DossierChange.titled("Đề cương  mới\n của Ban"));
        Dossier opened = keeping.change(owner, dossier.id(), 2, DossierChange.readBy(Audience.EVERYONE));

        assertThat(renamed.title()).isEqualTo("Đề cương mới của Ban");
        assertThat(opened.version()).isEqualTo(3);
        assertThat(dossiers.get(other, dossier.id()).title()).isEqualTo(renamed.title());
        assertThat(trace()).containsExactly("DOSSIER_CREATED", "DOSSIER_CHANGED title", "DOSSIER_CHANGED audience");
    }

    @Test
    void whoIsNamedReadsAndWhoIsNamedNoMoreDoesNot() {
        keeping.change(owner, dossier.id(), 1, DossierChange.naming(List.of(name(other))));
        assertThat(dossiers.mayRead(other, dossier.id())).isTrue();
        assertThat(keeping.readers(owner, dossier.id()))
                .extracting(DossierReader::username, DossierReader::named)
                .containsExactly(tuple(name(other), true));

        keeping.change(owner, dossier.id(), 2, DossierChange.naming(List.of()));

        assertThat(dossiers.mayRead(other, dossier.id())).isFalse();
        assertThat(keeping.readers(owner, dossier.id())).isEmpty();
        assertThat(trace()).containsExactly("DOSSIER_CREATED", "DOSSIER_READER_ADDED", "DOSSIER_READER_REMOVED");
    }

    @Test
    void atMostTwentyAreSuggestedByTheTypedWordsInOneStatement() {
        people("Trịnh Đức", 3);
        int few = StatementCounter.count(() -> keeping.candidates(owner, dossier.id(), "trinh duc"));
        List<String> many = people("Trịnh Đức", 22);

        assertThat(keeping.candidates(owner, dossier.id(), "trinh duc")).hasSize(20);
        assertThat(StatementCounter.count(() -> keeping.candidates(owner, dossier.id(), "trinh duc")))
                .isEqualTo(few);
        String last = many.getLast();
        DossierReader.Candidate found =
                keeping.candidates(owner, dossier.id(), "(" + last + ")").getFirst();
        assertThat(found.username()).isEqualTo(last);
        assertThat(keeping.candidates(owner, dossier.id(), found.label())).containsExactly(found);
        assertThat(keeping.candidates(owner, dossier.id(), "trinh%duc")).isEmpty();
    }

    private List<String> people(String name, int many) {
        return IntStream.range(0, many)
                .mapToObj(n -> accounts.register(
                        Actor.SYSTEM,
                        new NewPerson("c" + UUID.randomUUID(), null, name, "Đ/c", "", Set.of(Role.MEMBER), List.of())))
                .map(DossierKeepingTest::name)
                .toList();
    }

    @Test
    void whoReadsTheDossierAnywayOrReadsNoContentIsNotSuggested() {
        keeping.change(owner, dossier.id(), 1, DossierChange.naming(List.of(name(other))));
        Person plain = committee.person(Role.ADVISER);
        Person gone = committee.person(Role.ADVISER);
        committee.disable(gone);
        List<Person> all = Stream.concat(
                        Stream.of(owner, other, plain, committee.again(gone)),
                        Stream.of(Role.values()).map(role -> committee.person(role)))
                .toList();

        for (Person person : all) {
            boolean expected = person.enabled() && person.readsContent() && !dossiers.mayRead(person, dossier.id());
            assertThat(keeping.candidates(owner, dossier.id(), name(person)))
                    .as(person.roles() + " " + person.username())
                    .hasSize(expected ? 1 : 0);
        }
        assertThat(Refused.by(() -> keeping.candidates(other, dossier.id(), "")))
                .isEqualTo("403 FORBIDDEN");
    }

    @Test
    void whomARoundInvitesIsNotTakenOutWithTheNamedOnes() {
        Person secretary = committee.person(Role.SECRETARIAT);
        Unit unit = committee.unit();
        Person head = committee.in(unit, UnitRole.HEAD);
        committee.round(texts.published(owner, dossier)).asking(unit).open(secretary);

        keeping.change(secretary, dossier.id(), 1, DossierChange.naming(List.of()));

        assertThat(dossiers.mayRead(head, dossier.id())).isTrue();
        assertThat(keeping.readers(owner, dossier.id()))
                .extracting(DossierReader::name, DossierReader::named)
                .containsExactly(tuple(unit.name(), false));
    }

    @Test
    void twoWhoChangeAtOnceDoNotUndoEachOther() {
        keeping.change(owner, dossier.id(), 1, DossierChange.titled("Tên thứ nhất"));

        assertThat(Refused.by(() -> keeping.change(owner, dossier.id(), 1, DossierChange.titled("Tên thứ hai"))))
                .isEqualTo("412 STALE");
    }

    @Test
    void readersAndStrangersChangeNothing() {
        keeping.change(owner, dossier.id(), 1, DossierChange.naming(List.of(name(other))));
        Person stranger = committee.person(Role.MEMBER);

        for (DossierChange change : List.of(DossierChange.titled("x"), DossierChange.naming(List.of()))) {
            assertThat(Refused.by(() -> keeping.change(other, dossier.id(), 2, change)))
                    .isEqualTo("403 FORBIDDEN");
            assertThat(Refused.by(() -> keeping.change(stranger, dossier.id(), 2, change)))
                    .isEqualTo("404 NOT_FOUND");
        }
        assertThat(Refused.by(() -> keeping.readers(other, dossier.id()))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> keeping.delete(other, dossier.id(), 2))).isEqualTo("403 FORBIDDEN");
    }

    @Test
    void aDossierOfUncheckedDraftsIsDeletedWithThemAndItsNumberIsNotGivenAgain() {
        VersionId draft = texts.review(owner, dossier, DraftFixture.REGULATION);

        keeping.delete(owner, dossier.id(), 1);

        assertThat(Refused.by(() -> dossiers.get(owner, dossier.id()))).isEqualTo("404 NOT_FOUND");
        assertThat(inside.version(draft)).isEmpty();
        assertThat(trace()).containsExactly("DOSSIER_CREATED", "DOSSIER_DELETED title");
        assertThat(trail.find(new AuditQuery(draft.value(), null, null, null, 50)))
                .extracting(AuditEntry::action)
                .contains("VERSION_DELETED");
        assertThat(committee.sealed(owner).number()).isGreaterThan(dossier.number());
    }

    @Test
    void aDossierWithACheckedDraftStays() {
        texts.published(owner, dossier);

        assertThat(Refused.by(() -> keeping.delete(owner, dossier.id(), 1))).isEqualTo("409 DOSSIER_IN_USE");
        assertThat(drafts.of(owner, dossier.id())).hasSize(1);
    }

    @Test
    void overTheApiWhatIsLeftOutStaysAndChecksAnswerInTheirOrder() {
        String path = "/api/v1/dossiers/" + dossier.id();

        assertThat(api.as(owner).send("PATCH", path, "{\"title\":\"\"}").status())
                .isEqualTo(428);
        assertThat(api.as(owner)
                        .ifMatch("\"7\"")
                        .send("PATCH", path, "{\"title\":\"\"}")
                        .status())
                .isEqualTo(412);
        assertThat(api.as(owner)
                        .ifMatch("\"1\"")
                        .send("PATCH", path, "{\"title\":null}")
                        .code())
                .isEqualTo("TITLE_MISSING");
        assertThat(api.as(owner)
                        .ifMatch("\"1\"")
                        .send("PATCH", path, "{\"people\":[\"không có ai\"]}")
                        .code())
                .isEqualTo("PERSON_UNKNOWN");

        Answer changed = api.as(owner)
                .ifMatch("\"1\"")
                .send("PATCH", path, "{\"people\":[\"%s\"],\"unknown\":1}".formatted(name(other)));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.response().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().get("title").asString()).isEqualTo(dossier.title());
        assertThat(api.as(owner)
                        .get(path + "/readers")
                        .json()
                        .at("/items/0/username")
                        .asString())
                .isEqualTo(name(other));
    }
}
