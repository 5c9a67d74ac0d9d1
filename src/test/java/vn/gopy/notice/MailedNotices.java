package vn.gopy.notice;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.shared.Texts;

/** The mails that the product's own digest makes of its own notices, taken in instead of being sent. */
@Lazy
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class MailedNotices {

    private final People people;
    private final MailDigest digest;
    private final Map<PersonId, String> addresses = new HashMap<>();
    private final Map<String, String> taken = new HashMap<>();

    MailedNotices(
            NoticeRepository repository,
            Notices notices,
            People people,
            Texts texts,
            ObjectProvider<JavaMailSender> nobody,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.people = people;
        Postbox postbox = new Postbox(nobody, "127.0.0.1", "gopy@tinh.gov.vn") {
            @Override
            void send(String to, String id, String subject, String text) {
                taken.merge(to, subject + "\n" + text, (one, other) -> one + "\n" + other);
            }
        };
        digest = new MailDigest(
                repository, notices, people, postbox, texts, "https://gopy.tinh.vn/", clock, transactions);
    }

    /** From now on they are mailed what they have not seen. */
    public void reach(List<Person> persons) {
        persons.forEach(person -> {
            String address = person.username() + "@tinh.gov.vn";
            people.changeMailAddress(person, address);
            addresses.put(person.id(), address);
        });
    }

    /** What is mailed now to each of them; nothing to those who are not mailed. */
    public Map<PersonId, String> deliver() {
        taken.clear();
        digest.run();
        Map<PersonId, String> mails = new HashMap<>();
        addresses.forEach((person, address) -> {
            if (taken.containsKey(address)) {
                mails.put(person, Objects.requireNonNull(taken.get(address)));
            }
        });
        return mails;
    }
}
