package vn.gopy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.shared.Texts;

/** What nobody has looked at is mailed once, one mail for each person and run, and only what that person may still see. */
@IntegrationTest
class MailDigestTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    NoticeRepository repository;

    @Autowired
    NoticeChoiceRepository chosen;

    @Autowired
    People people;

    @Autowired
    Texts texts;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private final Set<UUID> hidden = new HashSet<>();
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Notices notices;
    private Person person;
    private String address;

    @BeforeEach
    void start() {
        server.start();
        notices = new Notices(
                repository, List.of(new Plain()), postbox(server.getSmtp().getPort(), "x@y.vn"), clock);
        person = committee.person(Role.MEMBER);
        address = person.username() + "@tinh.gov.vn";
        people.changeMailAddress(person, address);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    /** Speaks of everything but what is hidden. */
    private final class Plain implements NoticeSource {

        @Override
        public String kind() {
            return "PLAIN";
        }

        @Override
        public Optional<Words> words(Person reader, Notice notice, Locale locale) {
            return hidden.contains(notice.subject())
                    ? Optional.empty()
                    : Optional.of(new Words(
                            "Có mới: " + notice.subject(), List.of("Quy chế làm việc: 01"), "/tra-cuu?luu=1"));
        }
    }

    private static Postbox postbox(int port, String from) {
        return new Postbox(provider(port), "127.0.0.1", from);
    }

    private static ObjectProvider<JavaMailSender> provider(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        return new ObjectProvider<>() {
            @Override
            public JavaMailSender getObject() {
                return sender;
            }
        };
    }

    private MailDigest digest(int port, String from) {
        return digest(port, from, clock);
    }

    private MailDigest digest(int port, String from, Clock at) {
        return new MailDigest(
                repository, notices, people, postbox(port, from), texts, "https://gopy.tinh.vn/", at, transactions);
    }

    private MailDigest digest() {
        return digest(server.getSmtp().getPort(), "Góp Ý <gopy@tinh.gov.vn>");
    }

    private UUID tell(Person someone) {
        UUID subject = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> notices.tell(someone.id(), "PLAIN", subject));
        return subject;
    }

    private List<MimeMessage> mailsTo(String to) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(to))
                .toList();
    }

    @Test
    void severalNoticesAreOnePlainMailAndAreNotMailedAgain() throws Exception {
        UUID one = tell(person);
        UUID two = tell(person);
        digest().run();
        digest().run();

        assertThat(mailsTo(address)).hasSize(1);
        MimeMessage mail = mailsTo(address).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Góp Ý: 02 thông báo mới");
        assertThat(mail.getContentType()).startsWith("text/plain");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString())
                .contains("Có mới: " + one, "Có mới: " + two, "  - Quy chế làm việc: 01")
                .contains("https://gopy.tinh.vn/tra-cuu?luu=1");
    }

    @Test
    void whatWasSeenInTheProductIsNotMailed() {
        tell(person);
        notices.read(
                person,
                notices.of(person, Texts.VIETNAMESE).stream()
                        .map(told -> told.notice().id())
                        .toList());
        digest().run();

        assertThat(mailsTo(address)).isEmpty();
    }

    @Test
    void whatMayNotBeSeenAnyMoreIsNotMailed() throws Exception {
        hidden.add(tell(person));
        UUID still = tell(person);
        digest().run();

        assertThat(mailsTo(address)).hasSize(1);
        assertThat(mailsTo(address).getFirst().getContent().toString())
                .contains(still.toString())
                .doesNotContain(hidden.iterator().next().toString());
    }

    @Test
    void withoutAnAddressOrAServerNothingIsSent() {
        Person silent = committee.person(Role.MEMBER);
        tell(silent);
        tell(person);
        digest(server.getSmtp().getPort(), "").run();
        assertThat(server.getReceivedMessages()).isEmpty();

        digest().run();
        assertThat(mailsTo(address)).hasSize(1);
        assertThat(mailsTo(silent.username())).isEmpty();
    }

    @Test
    void aServerThatIsDownLosesNothing() {
        tell(person);
        int port = server.getSmtp().getPort();
        server.stop();
        digest(port, "gopy@tinh.gov.vn").run();
        server.start();
        digest().run();

        assertThat(mailsTo(address)).hasSize(1);
    }

    /** What comes while the server takes its time is a notice of its own, told without waiting and mailed next time. */
    @Test
    void nobodyWaitsForTheMailServerAndNothingIsLostMeanwhile() throws Exception {
        UUID subject = tell(person);
        int port = server.getSmtp().getPort();
        AtomicInteger sent = new AtomicInteger();
        Postbox waiting = new Postbox(provider(port), "127.0.0.1", "gopy@tinh.gov.vn") {
            @Override
            void send(String to, String id, String title, String text) {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                        .isFalse();
                if (sent.getAndIncrement() == 0) {
                    new TransactionTemplate(transactions)
                            .executeWithoutResult(status -> notices.tell(person.id(), "PLAIN", subject));
                }
                super.send(to, id, title, text);
            }
        };
        MailDigest digest = new MailDigest(
                repository, notices, people, waiting, texts, "https://gopy.tinh.vn/", clock, transactions);
        digest.run();
        assertThat(mailsTo(address)).hasSize(1);
        digest.run();
        assertThat(mailsTo(address)).hasSize(2);
        digest.run();
        assertThat(mailsTo(address)).hasSize(2);
    }

    @Test
    void aNoticeOnItsWayIsTakenByNobodyElseUntilItsMailerIsDead() {
        tell(person);
        Instant now = clock.instant();
        assertThat(claimed(now)).hasSize(1);
        assertThat(claimed(now.plusSeconds(60))).isEmpty();
        assertThat(claimed(now.plus(NoticeRepository.LONGEST_CLAIM))).hasSize(1);
    }

    private List<Notice> claimed(Instant now) {
        return new TransactionTemplate(transactions)
                .execute(status -> repository.claim(person.id(), now, now, now.minus(NoticeRepository.LONGEST_CLAIM)));
    }

    @Test
    void aMailRepeatedAfterACrashHasTheSameMessageId() throws Exception {
        tell(person);
        new TransactionTemplate(transactions).executeWithoutResult(crash -> {
            digest().run();
            crash.setRollbackOnly();
        });
        digest().run();

        assertThat(mailsTo(address)).hasSize(2);
        assertThat(mailsTo(address).get(0).getMessageID())
                .isEqualTo(mailsTo(address).get(1).getMessageID())
                .endsWith("@tinh.gov.vn>");
    }

    @Test
    void oldNoticesAreNotMailedWhenAServerIsNamedLater() {
        tell(person);
        digest(server.getSmtp().getPort(), "gopy@tinh.gov.vn", Clock.offset(clock, Duration.ofDays(4)))
                .run();

        assertThat(mailsTo(address)).isEmpty();
    }

    private void choose(NoticeWay way) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> chosen.put(person.id(), "PLAIN", way));
    }

    private int told() {
        return notices.of(person, Texts.VIETNAMESE).size();
    }

    @Test
    void whatIsNotWantedIsNotToldOneByOneNorToMany() {
        choose(NoticeWay.NONE);
        tell(person);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> notices.tell(List.of(person.id()), "PLAIN", UUID.randomUUID()));
        digest().run();

        assertThat(told()).isZero();
        assertThat(mailsTo(address)).isEmpty();
        choose(NoticeWay.MAIL);
        tell(person);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatIsWantedInTheProductAloneIsNotMailed() {
        choose(NoticeWay.PRODUCT);
        tell(person);
        digest().run();

        assertThat(told()).isEqualTo(1);
        assertThat(mailsTo(address)).isEmpty();
    }

    @Test
    void whatIsWantedOnceADayIsMailedWithTheNextMorning() {
        choose(NoticeWay.DAILY);
        tell(person);
        tell(person);
        digest().run();
        assertThat(mailsTo(address)).isEmpty();

        Clock tomorrow = Clock.offset(clock, Duration.ofDays(1));
        digest(server.getSmtp().getPort(), "gopy@tinh.gov.vn", tomorrow).run();
        digest(server.getSmtp().getPort(), "gopy@tinh.gov.vn", tomorrow).run();
        assertThat(mailsTo(address)).hasSize(1);
        assertThat(told()).isEqualTo(2);
    }

    /** Whatever the zone of the machine. */
    @Test
    void theMorningIsThatOfTheOffice() {
        assertThat(MailDigest.daily(Instant.parse("2026-11-30T00:00:00Z"))).isEqualTo("2026-11-30T00:00:00Z");
        assertThat(MailDigest.daily(Instant.parse("2026-11-29T23:59:59.999Z"))).isEqualTo("2026-11-29T00:00:00Z");
        assertThat(MailDigest.daily(Instant.parse("2026-11-30T23:00:00Z"))).isEqualTo("2026-11-30T00:00:00Z");
    }
}
