package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.Refusal;

/** Devices that are remembered, and links to set a password: what opens, and what an attacker comes with in vain. */
@IntegrationTest
class RememberedDevicesTest {

    private static final String PASSWORD = "Một câu dài dễ nhớ";

    @Autowired
    RememberedDevices devices;

    @Autowired
    PasswordLinks links;

    @Autowired
    FirstAdministrator first;

    @Autowired
    Accounts accounts;

    @Autowired
    People people;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient sql;

    private String remembered(Person person) {
        return devices.remember(person, "Chrome, Windows").orElseThrow();
    }

    private Optional<RememberedDevices.Entry> later(Duration after, String token) {
        return clock.at(Instant.now().plus(after), () -> devices.enter(token));
    }

    private Optional<Person> session(RememberedDevices.Entry entry) {
        var in = (SignedIn) entry.account();
        return people.signedIn(in.getUsername(), in.passwordChanges(), in.device());
    }

    @Test
    void theDeviceOpensWithASecretThatIsAnotherOneEachTime() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String token = remembered(person);

        var entry = devices.enter(token).orElseThrow();

        assertThat(entry.account().getUsername()).isEqualTo(person.username());
        assertThat(entry.token()).isNotNull().isNotEqualTo(token);
        assertThat(session(entry)).isPresent();
        assertThat(sql.sql("SELECT secret_hash || former_hash FROM remembered_device WHERE person_id = ?")
                        .param(person.id().value())
                        .query(String.class)
                        .single())
                .as("what is kept opens nothing")
                .doesNotContain(token.substring(37));
        assertThat(devices.enter(token))
                .as("what a page asked for at the same moment")
                .hasValueSatisfying(same -> assertThat(same.token()).isNull());
        assertThat(devices.enter(entry.token())).isPresent();
    }

    @Test
    void anAnswerThatWasLostOnTheWayCostsNobodyTheDevice() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String token = remembered(person);
        devices.enter(token).orElseThrow();

        var again = later(Duration.ofMinutes(20), token).orElseThrow();

        assertThat(again.token()).isNotNull();
        assertThat(later(Duration.ofMinutes(40), again.token())).isPresent();
    }

    @Test
    void aCopiedSecretIsFoundOutAndEndsWhatItOpened() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String stolen = remembered(person);
        var thief = devices.enter(stolen).orElseThrow();
        assertThat(session(thief)).isPresent();

        // the owner comes with the copied one, as if an answer had been lost; then the thief with what the theft gave
        var owner = later(Duration.ofMinutes(20), stolen).orElseThrow();
        assertThat(later(Duration.ofMinutes(30), thief.token())).isEmpty();

        assertThat(session(thief)).as("the thief's session").isEmpty();
        assertThat(session(owner)).isEmpty();
        assertThat(later(Duration.ofMinutes(31), owner.token())).isEmpty();
        assertThat(devices.of(person, person.id())).isEmpty();
        assertThat(sql.sql("SELECT count(*) FROM audit_entry WHERE subject_id = ? AND action = 'DEVICE_COPIED'")
                        .param(person.id().value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void whatIsNoTokenOpensNothingAndHarmsNobody() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String token = remembered(person);
        for (String odd :
                List.of("", ".", "x".repeat(100_000), token.substring(1), token + "=", token.replace('.', ','))) {
            assertThat(devices.enter(odd)).isEmpty();
            devices.leave(odd);
        }
        String other = token.substring(0, 37) + "A".repeat(43);
        devices.leave(other);
        assertThat(devices.of(person, person.id()))
                .as("who does not know the secret")
                .hasSize(1);
        assertThat(devices.enter(token)).isPresent();
    }

    @Test
    void itEndsAfterNinetyDaysHoweverOftenItIsUsed() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String token = remembered(person);

        String renewed = later(Duration.ofDays(89), token).orElseThrow().token();

        assertThat(later(Duration.ofDays(90).plusSeconds(5), renewed)).isEmpty();
    }

    @Test
    void aChangedPasswordAClosedAccountAndAnAdministratorsRoleForgetIt() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        Person changing = committee.withPassword(PASSWORD, Role.MEMBER);
        String one = remembered(changing);
        accounts.givePassword(admin, changing, "Một câu dài khác hẳn");
        assertThat(devices.of(changing, changing.id())).isEmpty();
        assertThat(devices.enter(one)).isEmpty();

        Person closing = committee.withPassword(PASSWORD, Role.MEMBER);
        String two = remembered(closing);
        var session = devices.enter(two).orElseThrow();
        accounts.close(admin, closing);
        assertThat(devices.enter(session.token())).isEmpty();

        Person rising = committee.withPassword(PASSWORD, Role.MEMBER);
        String three = remembered(rising);
        committee.takeRoles(rising);
        sql.sql("INSERT INTO person_role VALUES (?, 'ADMINISTRATOR')")
                .param(rising.id().value())
                .update();
        assertThat(devices.enter(three)).isEmpty();
        assertThat(devices.remember(committee.again(rising), "")).isEmpty();
    }

    @Test
    void aForgottenDeviceEndsTheSessionsThatItBegan() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        var entry = devices.enter(remembered(person)).orElseThrow();
        Person stranger = committee.person(Role.SECRETARIAT);
        DeviceId device = devices.of(person, person.id()).getFirst().id();

        assertThat(Refused.by(() -> devices.of(stranger, person.id()))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> devices.forgetAll(stranger, person.id()))).isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> devices.forget(stranger, device))).isEqualTo("404 NOT_FOUND");
        assertThat(session(entry)).isPresent();
        devices.forgetAll(committee.person(Role.ADMINISTRATOR), person.id());

        assertThat(session(entry)).isEmpty();
        assertThat(devices.enter(entry.token())).isEmpty();
    }

    @Test
    void onlySoManyAreRememberedTheOneUsedLongestAgoIsForgotten() {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String oldest = remembered(person);
        for (int n = 0; n < 10; n++) {
            remembered(person);
        }
        assertThat(devices.of(person, person.id())).hasSize(10);
        assertThat(devices.enter(oldest)).isEmpty();
    }

    @Test
    void twoRequestsWithTheSameSecretAtTheSameMomentBothComeInAndOneRenewsIt() throws Exception {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String token = remembered(person);
        CyclicBarrier start = new CyclicBarrier(2);
        List<Optional<RememberedDevices.Entry>> both;
        try (var two = Executors.newFixedThreadPool(2)) {
            var one = two.submit(() -> {
                start.await();
                return devices.enter(token);
            });
            var other = two.submit(() -> {
                start.await();
                return devices.enter(token);
            });
            both = List.of(one.get(), other.get());
        }

        assertThat(both).allMatch(Optional::isPresent);
        List<String> renewed = both.stream()
                .map(entry -> entry.orElseThrow().token())
                .filter(next -> next != null)
                .toList();
        assertThat(renewed).hasSize(1);
        assertThat(devices.enter(renewed.getFirst())).isPresent();
    }

    @Test
    void aLinkSetsThePasswordOnceAndEndsWhatTheOldOneOpened() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String device = remembered(person);
        String older = links.give(admin, person.id());
        String token = links.give(admin, person.id());
        assertThat(links.valid(older)).as("a newer one was given").isFalse();

        assertThat(Refused.by(() -> links.use(token, "123"))).isEqualTo("422 PASSWORD_SHORT");
        assertThat(Refused.by(() -> links.use(token, null))).isEqualTo("422 PASSWORD_SHORT");
        links.use(token, "Một câu dài khác hẳn");

        assertThat(people.password(person.id()).orElseThrow().changes()).isOne();
        assertThat(devices.enter(device)).isEmpty();
        assertThat(Refused.by(() -> links.use(token, "Một câu thứ ba nữa"))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void aLinkIsForItsPurposeItsPersonAndADayOnly() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String token = links.give(admin, person.id());

        assertThat(first.valid(token)).as("it makes no administrator").isFalse();
        assertThat(Refused.by(() -> first.create(token, "links.ke-gian", "Kẻ gian", "Một câu dài khác hẳn")))
                .isEqualTo("404 NOT_FOUND");
        assertThat(clock.at(Instant.now().plus(Duration.ofHours(24)), () -> links.valid(token)))
                .isFalse();
        assertThat(links.valid(token)).isTrue();
        accounts.givePassword(admin, person, "Một câu dài khác hẳn");
        assertThat(links.valid(token)).as("changed otherwise meanwhile").isFalse();

        String next = links.give(admin, person.id());
        accounts.close(admin, committee.again(person));
        assertThat(Refused.by(() -> links.use(next, "Một câu dài khác nữa"))).isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> links.give(admin, person.id()))).isEqualTo("409 ACCOUNT_CLOSED");
        assertThat(Refused.by(() -> links.give(admin, admin.id()))).isEqualTo("409 PASSWORD_OWN");
        assertThat(Refused.by(() -> links.give(committee.person(Role.SECRETARIAT), person.id())))
                .isEqualTo("403 FORBIDDEN");
    }

    @Test
    void ofTwoWhoUseALinkAtTheSameTimeOneSetsThePassword() throws Exception {
        Person person = committee.withPassword(PASSWORD, Role.MEMBER);
        String token = links.give(committee.person(Role.ADMINISTRATOR), person.id());
        CyclicBarrier start = new CyclicBarrier(2);
        List<String> outcomes;
        try (var two = Executors.newFixedThreadPool(2)) {
            var one = two.submit(() -> used(start, token, "Một câu dài thứ nhất"));
            var other = two.submit(() -> used(start, token, "Một câu dài thứ hai"));
            outcomes = List.of(one.get(), other.get());
        }

        assertThat(outcomes).containsExactlyInAnyOrder("done", "NOT_FOUND");
        assertThat(people.password(person.id()).orElseThrow().changes()).isOne();
    }

    private String used(CyclicBarrier start, String token, String password) throws Exception {
        start.await();
        try {
            links.use(token, password);
            return "done";
        } catch (Refusal refused) {
            return refused.code();
        }
    }
}
