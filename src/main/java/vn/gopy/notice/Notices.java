package vn.gopy.notice;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;

/** What people are told. Each sees own notices only, in words made of what that person may see at this moment. */
@Service
public class Notices {

    private static final int MOST = 100;

    private final NoticeRepository repository;
    private final Map<String, NoticeSource> sources;
    private final Postbox postbox;
    private final Clock clock;

    Notices(NoticeRepository repository, List<NoticeSource> sources, Postbox postbox, Clock clock) {
        this.repository = repository;
        this.sources = byKind(sources);
        this.postbox = postbox;
        this.clock = clock;
    }

    static Map<String, NoticeSource> byKind(List<NoticeSource> sources) {
        return sources.stream().collect(Collectors.toMap(NoticeSource::kind, Function.identity()));
    }

    /** Whether notices go out by mail as well. */
    public boolean mails() {
        return postbox.configured();
    }

    /** A notice with its words. */
    public record Told(Notice notice, NoticeSource.Words words) {}

    /**
     * Tells a person something in the running transaction. What is told about the same subject before the person has seen
     * or been mailed the last is added to it.
     *
     * @return empty when the person does not want to be told of this kind
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<NoticeId> tell(PersonId person, String kind, UUID subject) {
        return repository.open(person, kind, subject, clock.instant()).or(() -> {
            NoticeId id = NoticeId.next();
            return repository.add(id, person, kind, subject, clock.instant()) ? Optional.of(id) : Optional.empty();
        });
    }

    /** Tells several people of one subject, see {@link #tell(Map, String)}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Collection<PersonId> people, String kind, UUID subject) {
        tell(Map.of(subject, people), kind);
    }

    /**
     * Tells of each subject the people named with it, as {@link #tell(PersonId, String, UUID)} tells one, by one statement
     * however many there are.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Map<UUID, ? extends Collection<PersonId>> subjects, String kind) {
        List<NoticeRepository.Told> told = subjects.entrySet().stream()
                .flatMap(one -> one.getValue().stream()
                        .map(person -> new NoticeRepository.Told(NoticeId.next(), person, one.getKey())))
                .toList();
        if (!told.isEmpty()) {
            repository.tell(told, kind, clock.instant());
        }
    }

    /** Takes back all that was told about a subject. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String kind, UUID subject) {
        repository.forget(kind, subject);
    }

    /** The latest notices of the person, newest first; those of which nothing may be seen any more are missing. */
    @Transactional(readOnly = true)
    public List<Told> of(Person asker, Locale locale) {
        return told(asker, repository.of(asker.id(), MOST), locale);
    }

    /** How many notices the person has not seen. */
    @Transactional(readOnly = true)
    public int unread(Person asker, Locale locale) {
        return told(asker, repository.unread(asker.id(), MOST), locale).size();
    }

    /** The person has seen these; others' notices are not touched. */
    @Transactional
    public void read(Person asker, Collection<NoticeId> seen) {
        repository.read(asker.id(), seen, clock.instant());
    }

    List<Told> told(Person reader, List<Notice> notices, Locale locale) {
        return notices.stream()
                .flatMap(notice -> words(reader, notice, locale).stream().map(words -> new Told(notice, words)))
                .toList();
    }

    private Optional<NoticeSource.Words> words(Person reader, Notice notice, Locale locale) {
        return Optional.ofNullable(sources.get(notice.kind())).flatMap(source -> source.words(reader, notice, locale));
    }
}
