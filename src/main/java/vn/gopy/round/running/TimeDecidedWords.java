package vn.gopy.round.running;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.round.ReplyAccess;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Tells those who asked for more time what was decided. */
@Component
class TimeDecidedWords implements NoticeSource {

    static final String KIND = "TIME_DECIDED";

    private final TimeRequestRepository repository;
    private final ToldOf told;
    private final Texts texts;

    TimeDecidedWords(TimeRequestRepository repository, ToldOf told, Texts texts) {
        this.repository = repository;
        this.told = told;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mustBeTold() {
        return true;
    }

    @Override
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        return repository
                .byId(notice.subject())
                .flatMap(request -> request.decision()
                        .flatMap(decision -> told.known(reader, request.round(), request.invitee())
                                .filter(known ->
                                        ReplyAccess.own(reader, known.answer().invitee()))
                                .map(known -> words(request, decision, known, locale))));
    }

    private Words words(TimeRequest request, TimeRequest.Decision decision, ToldOf.Known known, Locale locale) {
        String name = known.answer().invitee().name();
        return new Words(
                decision.granted()
                        .map(until -> texts.get(locale, "notice.timeGranted", name, Moments.deadline(until, locale)))
                        .orElseGet(() -> texts.get(locale, "notice.timeDeclined", name)),
                List.of(known.round().title()),
                Addresses.reply(request.round()));
    }
}
