package vn.gopy.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.notice.Notices.Told;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Sha256;
import vn.gopy.shared.Texts;

/**
 * Mails people what they have not seen in the product yet: at most one mail for each person and run, plain text, titles
 * only, in words of what the person may see at that moment. A notice counts as mailed when the server has taken the mail;
 * a crash in between sends the same mail again under the same Message-ID, by which mail servers drop the second.
 */
@Component
class MailDigest {

    private static final Logger log = LoggerFactory.getLogger(MailDigest.class);

    /** What is older was told in the product long enough, such as before a mail server was named. */
    private static final Duration LONGEST = Duration.ofDays(3);

    /** Before the day's work begins. */
    private static final LocalTime DAILY_AT = LocalTime.of(7, 0);

    private final NoticeRepository repository;
    private final Notices notices;
    private final People people;
    private final Postbox postbox;
    private final Texts texts;
    private final String address;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailDigest(
            NoticeRepository repository,
            Notices notices,
            People people,
            Postbox postbox,
            Texts texts,
            @Value("${gopy.url:}") String address,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.notices = notices;
        this.people = people;
        this.postbox = postbox;
        this.texts = texts;
        this.address = address.replaceFirst("/+$", "");
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Goes through everybody once; one person's failing mail is tried again in the next run and holds up nobody else. */
    @Scheduled(fixedDelayString = "${gopy.mail.every:PT15M}")
    void run() {
        if (!postbox.configured()) {
            return;
        }
        for (PersonId person : repository.toBeMailed(daily(clock.instant()))) {
            Digest digest = transaction.execute(status -> prepare(person));
            try {
                digest.mail().ifPresent(this::send);
                settle(digest, true);
            } catch (MailException notTaken) {
                log.warn("The mail server did not take a digest: {}", notTaken.toString());
                settle(digest, false);
            }
        }
    }

    /** When the mails of those who want one a day were due last. */
    static Instant daily(Instant now) {
        ZonedDateTime today = now.atZone(Moments.ZONE).with(DAILY_AT);
        return (now.isBefore(today.toInstant()) ? today.minusDays(1) : today).toInstant();
    }

    /** @param taken the notices that it settles, also those of which nothing is told any more */
    private record Digest(List<NoticeId> taken, Optional<Mail> mail) {}

    private record Mail(String to, String id, String subject, String text) {}

    /** No transaction is open while the server is spoken to: it may take its time, and nobody waits for it. */
    private void send(Mail mail) {
        postbox.send(mail.to(), mail.id(), mail.subject(), mail.text());
    }

    private void settle(Digest digest, boolean mailed) {
        transaction.executeWithoutResult(status -> {
            if (mailed) {
                repository.mailed(digest.taken(), clock.instant());
            } else {
                repository.release(digest.taken());
            }
        });
    }

    private Digest prepare(PersonId id) {
        Instant now = clock.instant();
        List<Notice> taken = repository.claim(id, now, daily(now), now.minus(NoticeRepository.LONGEST_CLAIM));
        List<Notice> unseen = taken.stream()
                .filter(notice -> notice.readAt() == null)
                .filter(notice -> notice.updatedAt().isAfter(now.minus(LONGEST)))
                .toList();
        Optional<Person> person = people.byId(id).filter(Person::enabled);
        Optional<String> to = people.mailAddress(id);
        Optional<Mail> mail = person.flatMap(reader -> to.flatMap(address -> mail(reader, address, unseen)));
        return new Digest(taken.stream().map(Notice::id).toList(), mail);
    }

    private Optional<Mail> mail(Person person, String to, List<Notice> unseen) {
        List<Told> told = notices.told(person, unseen, Texts.VIETNAMESE);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        String ids = told.stream()
                .map(one -> one.notice().id() + "@" + one.notice().updatedAt())
                .collect(Collectors.joining(","));
        String subject = say("notice.mail.subject", Figures.two(told.size()));
        return Optional.of(new Mail(to, Sha256.of(ids), subject, text(person, told)));
    }

    private String text(Person person, List<Told> told) {
        List<String> lines = new ArrayList<>();
        lines.add(say("notice.mail.greeting", person.displayName()));
        for (Told one : told) {
            lines.add("");
            lines.add(one.words().title());
            one.words().lines().forEach(line -> lines.add("  - " + line));
            if (!address.isEmpty()) {
                lines.add("  " + address + one.words().path());
            }
        }
        lines.add("");
        lines.add(say("notice.mail.foot"));
        return String.join("\r\n", lines) + "\r\n";
    }

    private String say(String key, Object... values) {
        return texts.get(Texts.VIETNAMESE, key, values);
    }
}
