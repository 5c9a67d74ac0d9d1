package vn.gopy.round.running;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Texts;

/** Tells those who were asked that the results of a round are there to be read. */
@Component
class ResultWords implements NoticeSource {

    static final String KIND = "RESULTS_ANNOUNCED";

    private final Rounds rounds;
    private final Texts texts;

    ResultWords(Rounds rounds, Texts texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        return rounds.known(reader, List.of(new RoundId(notice.subject()))).stream()
                .findFirst()
                .map(round -> new Words(
                        texts.get(locale, "notice.results"),
                        List.of(round.title()),
                        Addresses.ownOpinions(round.id())));
    }
}
