package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.ChangedPerson.Place;
import vn.gopy.shared.Refusal;

/** What an administrator changes about people and units, by whom else it is refused, and what two do at once. */
@IntegrationTest
class AccountsTest {

    private static final String PASSWORD = "Một câu dài dễ nhớ";

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    SignIn signIn;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    JdbcClient jdbc;

    private Person admin;

    @BeforeEach
    void administrator() {
        admin = committee.person(Role.ADMINISTRATOR);
    }

    private static ChangedPerson named(Person person, String name) {
        return new ChangedPerson(null, name, person.salutation(), person.post(), person.roles(), places(person));
    }

    private static List<Place> places(Person person) {
        return person.memberships().stream().map(Place::of).toList();
    }

    @Test
    void namePostRolesAndPlacesAreChangedAndTheTrailSaysWhich() {
        Unit before = committee.unit();
        Unit after = committee.unit();
        Person person = committee.in(before, UnitRole.STAFF, Role.MEMBER);

        Person changed = accounts.change(
                admin,
                person,
                new ChangedPerson(
                        null,
                        "Trần Thị C",
                        "Đ/c",
                        "Phó Giám đốc",
                        Set.of(Role.ADVISER),
                        List.of(new Place(after.code(), UnitRole.HEAD, "Phó Giám đốc"))));

        assertThat(changed.displayName()).isEqualTo("Đ/c Trần Thị C");
        assertThat(changed.username()).as("a user name stays").isEqualTo(person.username());
        assertThat(changed.roles()).containsExactly(Role.ADVISER);
        assertThat(changed.memberships())
                .extracting(Membership::unitCode, Membership::role)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(after.code(), UnitRole.HEAD));
        assertThat(trail(person, "PERSON_CHANGED"))
                .containsExactlyInAnyOrder("name", "salutation", "post", "roles", "memberships");
        assertThat(accounts.change(admin, changed, named(changed, changed.name()))
                        .memberships())
                .as("what is named again goes on")
                .isEqualTo(changed.memberships());
    }

    private List<String> trail(Person person, String action) {
        return jdbc.sql("SELECT field FROM audit_entry WHERE subject_id = ? AND action = ?")
                .param(person.id().value())
                .param(action)
                .query(String.class)
                .list();
    }

    @Test
    void whoHadNoAccountGetsOneByAUserNameThatIsFree() {
        Person person =
                people.register(admin, new NewPerson(null, null, "Lê Văn D", "", "", Set.of(Role.MEMBER), List.of()));
        assertThat(Refused.by(() -> accounts.givePassword(admin, person, PASSWORD)))
                .isEqualTo("409 USERNAME_MISSING");
        var wanted = new ChangedPerson(admin.username(), "Lê Văn D", "", "", Set.of(Role.MEMBER), List.of());
        assertThat(Refused.by(() -> accounts.change(admin, person, wanted))).isEqualTo("409 USERNAME_TAKEN");

        Person changed = accounts.change(
                admin,
                person,
                new ChangedPerson("Accounts.LeVanD", "Lê Văn D", "", "", Set.of(Role.MEMBER), List.of()));

        assertThat(changed.username()).isEqualTo("accounts.levand");
    }

    @Test
    void aPersonThatSomebodyElseChangedMeanwhileIsNotChanged() {
        Person seen = committee.person(Role.MEMBER);
        Person changed = accounts.change(admin, seen, named(seen, "Một"));

        assertThat(Refused.by(() -> accounts.change(admin, seen, named(seen, "Hai"))))
                .isEqualTo("412 STALE");
        assertThat(Refused.by(() -> accounts.close(admin, seen))).isEqualTo("412 STALE");
        assertThat(Refused.by(() -> accounts.givePassword(admin, seen, PASSWORD)))
                .isEqualTo("412 STALE");
        assertThat(committee.again(seen)).isEqualTo(changed);
    }

    @Test
    void aClosedAccountIsOpenedAgainWithThePasswordThatItHad() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);

        Person closed = accounts.close(admin, person);
        assertThat(closed.enabled()).isFalse();
        Person open = accounts.open(admin, closed);

        assertThat(open.enabled()).isTrue();
        assertThat(people.password(open.id())).isEqualTo(people.password(person.id()));
        assertThat(trail(person, "ACCOUNT_CLOSED")).hasSize(1);
        assertThat(trail(person, "ACCOUNT_OPENED")).hasSize(1);
    }

    @Test
    void aGivenPasswordEndsTheSessionsThatBeganWithTheOneBefore() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        var session = (SignedIn) signIn.loadUserByUsername(person.username());
        assertThat(people.signedIn(session.getUsername(), session.passwordChanges(), null))
                .isPresent();

        accounts.givePassword(admin, person, "Một câu dài khác hẳn");

        assertThat(people.signedIn(session.getUsername(), session.passwordChanges(), null))
                .isEmpty();
        assertThat(Refused.by(() -> accounts.givePassword(admin, committee.again(person), "123")))
                .isEqualTo("422 PASSWORD_SHORT");
        assertThat(Refused.by(() -> accounts.givePassword(admin, admin, PASSWORD)))
                .isEqualTo("409 PASSWORD_OWN");
    }

    @Test
    void aFirstPasswordOfThreeDigitsIsRefusedAtItsField() {
        var wanted = new NewPerson("accounts.short", "123", "Lê Văn E", "", "", Set.of(), List.of());

        assertThat(Refused.by(() -> people.register(admin, wanted))).isEqualTo("422 PASSWORD_SHORT");
        assertThat(people.byUsername("accounts.short")).isEmpty();
    }

    @Test
    void onlyAnAdministratorDoesAnyOfThis() {
        Person person = committee.person(Role.MEMBER);
        Unit unit = committee.unit();
        for (Role role : List.of(Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.ADVISER)) {
            Person asker = committee.person(role);
            Stream.<Callable<?>>of(
                            () -> accounts.all(asker),
                            () -> accounts.change(asker, person, named(person, "Khác")),
                            () -> accounts.close(asker, person),
                            () -> accounts.open(asker, person),
                            () -> accounts.givePassword(asker, person, PASSWORD),
                            () -> units.entries(asker),
                            () -> units.change(asker, unit, "Khác", UnitKind.OTHER, true))
                    .forEach(act -> assertThat(Refused.by(act::call)).isEqualTo("403 FORBIDDEN"));
        }
        assertThat(committee.again(person)).isEqualTo(person);
    }

    @Test
    void twoAdministratorsThatCloseEachOtherAtTheSameTimeAreNeverBothGone() throws Exception {
        Person one = committee.withPassword(PASSWORD, Role.ADMINISTRATOR);
        Person other = committee.withPassword(PASSWORD, Role.ADMINISTRATOR);
        closeAllAdministratorsBut(one, other);
        CyclicBarrier start = new CyclicBarrier(2);
        try (var two = Executors.newFixedThreadPool(2)) {
            var first = two.submit(() -> {
                start.await();
                return outcome(() -> accounts.close(one, other));
            });
            var second = two.submit(() -> {
                start.await();
                return outcome(() -> accounts.change(
                        other, one, new ChangedPerson(null, one.name(), "", "", Set.of(Role.MEMBER), List.of())));
            });
            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder("done", "409 LAST_ADMINISTRATOR");
        }
    }

    private static String outcome(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (Refusal refusal) {
            return refusal.kind().status() + " " + refusal.code();
        }
    }

    /** The others have no password, so that they count for nothing. */
    private void closeAllAdministratorsBut(Person one, Person other) {
        jdbc.sql("""
                UPDATE person SET password_hash = NULL
                WHERE id IN (SELECT person_id FROM person_role WHERE role = 'ADMINISTRATOR') AND id NOT IN (?, ?)
                """).param(one.id().value()).param(other.id().value()).update();
    }

    @Test
    void aRenamedUnitIsStillKnownByTheNameThatItHadUnlessThatWasAMistake() {
        Unit unit = committee.unit();
        Unit renamed = units.change(admin, unit, "Sở Khoa học và Công nghệ", UnitKind.DEPARTMENT, true);
        Unit corrected = units.change(admin, renamed, "Sở Khoa học, Công nghệ", UnitKind.OTHER, false);

        assertThat(Refused.by(() -> units.change(admin, unit, "Cũ", UnitKind.OTHER, true)))
                .isEqualTo("412 STALE");
        assertThat(units.entries(admin))
                .filteredOn(entry -> entry.unit().id().equals(unit.id()))
                .containsExactly(new UnitEntry(corrected, List.of(unit.name()), List.of(), null, null, 0));
    }

    @Test
    void aPlaceInAUnitThatIsNotThereChangesNothing() {
        Person person = committee.person(Role.MEMBER);
        var wanted =
                new ChangedPerson(null, "Khác", "", "", Set.of(), List.of(new Place("KHONG-CO", UnitRole.STAFF, "")));

        assertThat(Refused.by(() -> accounts.change(admin, person, wanted))).isEqualTo("422 UNIT_UNKNOWN");
        assertThat(committee.again(person)).isEqualTo(person);
    }
}
