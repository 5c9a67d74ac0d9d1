package vn.gopy.round.running;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.ReplyAccess;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Reminds those who speak for one who is asked, until an answer is sent. */
@Component
class ReminderWords implements NoticeSource {

    static final String KIND = "REMINDER";

    private final ReminderRepository repository;
    private final ToldOf told;
    private final Texts texts;
    private final Clock clock;

    ReminderWords(ReminderRepository repository, ToldOf told, Texts texts, Clock clock) {
        this.repository = repository;
        this.told = told;
        this.texts = texts;
        this.clock = clock;
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
        InviteeId invitee = new InviteeId(notice.subject());
        return repository
                .roundOf(invitee)
                .flatMap(round -> told.known(reader, round, invitee))
                .filter(known -> ReplyAccess.own(reader, known.answer().invitee()))
                .filter(known -> !InviteeStanding.of(known.round(), known.answer(), false, clock.instant())
                        .isAnswered())
                .map(known -> words(known, locale));
    }

    private Words words(ToldOf.Known known, Locale locale) {
        Invitee invitee = known.answer().invitee();
        return new Words(
                texts.get(locale, "notice.reminder", invitee.name()),
                List.of(known.round().title(), Moments.deadline(known.round().deadlineOf(invitee), locale)),
                Addresses.reply(known.round().id()));
    }
}
