package vn.gopy.round.running;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Tells those who run rounds that somebody wants more time, until it is decided. */
@Component
class TimeAskedWords implements NoticeSource {

    static final String KIND = "TIME_ASKED";

    private final TimeRequestRepository repository;
    private final ToldOf told;
    private final Rounds rounds;
    private final Texts texts;

    TimeAskedWords(TimeRequestRepository repository, ToldOf told, Rounds rounds, Texts texts) {
        this.repository = repository;
        this.told = told;
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
                .byId(notice.subject())
                .filter(request -> request.waits() && rounds.mayRun(reader))
                .flatMap(request -> told.known(reader, request.round(), request.invitee())
                        .map(known -> new Words(
                                texts.get(
                                        locale,
                                        "notice.timeAsked",
                                        known.answer().invitee().name()),
                                List.of(known.round().title(), Moments.deadline(request.until(), locale)),
                                Addresses.round(request.round()))));
    }
}
