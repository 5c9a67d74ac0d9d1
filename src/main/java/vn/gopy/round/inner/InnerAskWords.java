package vn.gopy.round.inner;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.round.Replies;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Tells one of the people of a unit that the unit wants to hear something, until it is said. */
@Component
class InnerAskWords implements NoticeSource {

    static final String KIND = "INNER_ASK";

    private final InnerAskRepository repository;
    private final Rounds rounds;
    private final Replies replies;
    private final Texts texts;

    InnerAskWords(InnerAskRepository repository, Rounds rounds, Replies replies, Texts texts) {
        this.repository = repository;
        this.rounds = rounds;
        this.replies = replies;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        return repository
                .byId(notice.subject())
                .filter(ask -> ask.waits() && ask.person().equals(reader.id()))
                .flatMap(ask -> rounds.known(reader, List.of(ask.round())).stream()
                        .findFirst()
                        .filter(round -> isOf(reader, ask))
                        .map(round -> words(ask, round, locale)));
    }

    private boolean isOf(Person reader, InnerAsk ask) {
        return replies.list(reader, ask.round()).stream()
                .map(Replies.Answer::invitee)
                .anyMatch(invitee -> invitee.id().equals(ask.invitee()) && ReplyAccess.own(reader, invitee));
    }

    private Words words(InnerAsk ask, Round round, Locale locale) {
        return new Words(
                texts.get(locale, "notice.innerAsk", ask.askedBy()),
                List.of(round.title(), Moments.deadline(round.closes(), locale)),
                Addresses.reply(round.id()));
    }
}
