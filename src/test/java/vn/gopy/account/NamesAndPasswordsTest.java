package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Refusal;

/** Who may be called what: one rule for user names and unit codes, one for passwords, asked where people are registered. */
@IntegrationTest
class NamesAndPasswordsTest {

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    CommitteeFixture committee;

    private Person register(String username, String password) {
        return people.register(
                Actor.SYSTEM,
                new NewPerson(username, password, "Nguyễn Văn A", "", "", Set.of(Role.MEMBER), List.of()));
    }

    private static void refuses(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void nobodyWaitsWhileThePasswordOfAnotherIsMade(
            @Autowired PeopleRepository repository,
            @Autowired PasswordRule rule,
            @Autowired Trail trail,
            @Autowired Clock clock,
            @Autowired TransactionTemplate transaction)
            throws Exception {
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            PasswordEncoder slow = mock();
            when(slow.encode("mat-khau-dai-2026"))
                    .thenAnswer(asked -> other.submit(() -> register("names.meanwhile", null))
                            .get(30, TimeUnit.SECONDS)
                            .name());
            new People(repository, slow, rule, trail, clock, transaction)
                    .register(
                            Actor.SYSTEM,
                            new NewPerson(
                                    "names.slow",
                                    "mat-khau-dai-2026",
                                    "Nguyễn B",
                                    "",
                                    "",
                                    Set.of(Role.MEMBER),
                                    List.of()));
        }
        assertThat(people.byUsername("names.slow")).isPresent();
    }

    static Stream<String> namesThatAreNone() {
        return Stream.of(
                "",
                " ",
                ".",
                "a.",
                "-a",
                "_",
                "tab\tname",
                "line\nname",
                "a b",
                "ab\0",
                "thuky\u200b",
                "thuк\u0443",
                "тhuky",
                "ｔhuky",
                "a/b",
                "../x",
                "<b>",
                "a%b",
                "a;b",
                "a@b",
                "ıstanbul",
                "thuky\u202e",
                "x".repeat(65),
                "x".repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("namesThatAreNone")
    void whatIsInvisibleOrLooksLikeAnotherLetterIsNoUserName(String name) {
        refuses("USERNAME_WRONG", () -> register(name, null));
    }

    @ParameterizedTest
    @MethodSource("namesThatAreNone")
    void norACodeOfAUnit(String name) {
        assertThatThrownBy(() -> units.register(Actor.SYSTEM, name, "Sở X", UnitKind.DEPARTMENT))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isIn("UNIT_CODE_WRONG", "TITLE_MISSING"));
    }

    @Test
    void capitalsAndTheWayMarksAreTypedDoNotMatter() {
        Person person = register(" Names.Hoàng ", null);

        assertThat(person.username()).isEqualTo("names.hoàng");
        assertThat(people.byUsername(Normalizer.normalize("NAMES.HOÀNG", Normalizer.Form.NFD)))
                .contains(person);
        refuses("USERNAME_TAKEN", () -> register("NAMES.hoàng", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NAMES.WIDE",
                " names.wide\t",
                "names.wide\u00A0",
                "\u3000ｎａｍｅｓ．ｗｉｄｅ",
                "\u200Bnames.wide\uFEFF",
                "ＮＡＭＥＳ.wide\u202C"
            })
    void whoSignsInMayTypeTheNameWideInCapitalsOrWithBlanksAround(String typed) {
        Person person = people.byUsername("names.wide").orElseGet(() -> register("names.wide", null));

        assertThat(people.byUsername(typed)).contains(person);
        assertThat(NameRule.typed(typed)).isEqualTo("names.wide");
    }

    @Test
    void aUserNameIsNoCodeOfAUnitAndTheOtherWayRound() {
        units.register(Actor.SYSTEM, "NAMES.ĐT", "Sở Đ", UnitKind.DEPARTMENT);
        register("names.person", null);

        refuses("NAME_DOUBLE", () -> register("names.đt", null));
        refuses("NAME_DOUBLE", () -> units.register(Actor.SYSTEM, "Names.Person", "Sở P", UnitKind.DEPARTMENT));
        refuses("UNIT_CODE_TAKEN", () -> units.register(Actor.SYSTEM, "names.đt", "Sở Đ", UnitKind.DEPARTMENT));
    }

    @Test
    void aUnitAndAPersonOfTheSameNameAtTheSameTimeAreNeverBothRegistered() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 10; n++) {
                String name = "names.both" + n;
                CyclicBarrier start = new CyclicBarrier(2);
                var unit = two.submit(() -> {
                    start.await();
                    return units.register(Actor.SYSTEM, name, "Sở B", UnitKind.DEPARTMENT);
                });
                var person = two.submit(() -> {
                    start.await();
                    return register(name, null);
                });
                long done = Stream.of(unit, person)
                        .filter(one -> {
                            try {
                                return one.get() != null;
                            } catch (Exception refused) {
                                assertThat(refused).hasCauseInstanceOf(Refusal.class);
                                return false;
                            }
                        })
                        .count();
                assertThat(done).isEqualTo(1);
            }
        }
    }

    @Test
    void aMembershipInAUnitThatIsNotThereIsRefused() {
        var nowhere = new NewPerson.NewMembership("KHONG-CO", UnitRole.STAFF, "", LocalDate.of(2026, 1, 1));
        refuses(
                "UNIT_UNKNOWN",
                () -> people.register(
                        Actor.SYSTEM,
                        new NewPerson("names.nowhere", null, "Nguyễn Văn A", "", "", Set.of(), List.of(nowhere))));
        assertThat(people.byUsername("names.nowhere")).isEmpty();
    }

    @Test
    void aTabInTheNameOfAUnitIsRefusedAndOneThatIsThereAlreadyHurtsNobody() {
        refuses("CHARACTERS_WRONG", () -> units.register(Actor.SYSTEM, "TAB", "Sở\tThử", UnitKind.DEPARTMENT));
        Unit unit = committee.unit();
        Person member = committee.in(unit, UnitRole.STAFF, Role.MEMBER);
        committee.rename(unit, "Sở\t\"Thử\"\\");

        assertThat(people.byId(member.id()).orElseThrow().memberships())
                .extracting(Membership::unitName, Membership::role)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Sở\t\"Thử\"\\", UnitRole.STAFF));
        assertThat(people.all()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ngắn", "demo", "123456789"})
    void aPasswordHasTenCharacters(String password) {
        refuses("PASSWORD_SHORT", () -> register("names.short", password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aaaaaaaaaaaa",
                "1234567890",
                "0987654321",
                "3456789012",
                "Password123",
                "p a s s w o r d 1",
                "Mật khẩu 123",
                "matkhau2026",
                "abababababab",
                "Names.weak1",
                "names.weak.2026",
                "qwerty123456",
                "vietnam2026!"
            })
    void norIsItAmongThoseThatAreTriedFirst(String password) {
        refuses("PASSWORD_WEAK", () -> register("names.weak", password));
    }

    @Test
    void aPasswordIsBoundedSoThatHashingItIs() {
        refuses("PASSWORD_LONG", () -> register("names.long", "Một câu dài ".repeat(10_000)));
    }

    @Test
    void onlyAnAdministratorRegistersPeopleAndOnlyTheSecretariatBesidesUnits() {
        for (Role role : List.of(Role.SECRETARIAT, Role.CHAIR, Role.MEMBER, Role.ADVISER)) {
            Person asker = committee.person(role);
            refuses(
                    "FORBIDDEN",
                    () -> people.register(
                            asker, new NewPerson("names.x", null, "Nguyễn Văn A", "", "", Set.of(), List.of())));
        }
        Person member = committee.person(Role.MEMBER);
        refuses("FORBIDDEN", () -> units.register(member, "NAMES.U", "Sở X", UnitKind.DEPARTMENT));
    }
}
