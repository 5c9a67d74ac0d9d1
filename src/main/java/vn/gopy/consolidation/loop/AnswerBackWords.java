package vn.gopy.consolidation.loop;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consolidation.PointId;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Texts;

/** Tells those who run a round that somebody says something to a result. */
@Component
class AnswerBackWords implements NoticeSource {

    static final String KIND = "RESULT_ANSWERED_BACK";

    private final AnswerBackRepository repository;
    private final Rounds rounds;
    private final Texts texts;

    AnswerBackWords(AnswerBackRepository repository, Rounds rounds, Texts texts) {
        this.repository = repository;
        this.rounds = rounds;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is(Role.SECRETARIAT);
    }

    @Override
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        return repository
                .roundOf(new PointId(notice.subject()))
                .filter(round -> rounds.mayRun(reader))
                .flatMap(round -> rounds.known(reader, List.of(round)).stream().findFirst())
                .map(round -> words(round, locale));
    }

    private Words words(Round round, Locale locale) {
        return new Words(
                texts.get(locale, "notice.answerBack"), List.of(round.title()), Addresses.editions(round.id()));
    }
}
