package vn.gopy.plain;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Consents;
import vn.gopy.round.Invitee;
import vn.gopy.round.Position;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyState;
import vn.gopy.round.Round;
import vn.gopy.round.figures.WaitingOpinions;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Puts into words how it stands with the invitations of a person; what can be done is what {@link Consents} says. */
@Component
class StandingWords {

    private final Texts texts;

    StandingWords(Texts texts) {
        this.texts = texts;
    }

    List<Standing> of(List<Consents.Standing> standings, Round round, VersionId draft, Locale locale) {
        return standings.stream()
                .map(one -> standing(one, round, draft, locale))
                .toList();
    }

    private Standing standing(Consents.Standing one, Round round, VersionId draft, Locale locale) {
        Invitee invitee = one.invitee();
        boolean unit = invitee.unit() != null;
        Map<VersionId, Position> said = one.reply().map(Reply::positions).orElse(Map.of());
        Optional<Position> position = Optional.ofNullable(said.get(draft));
        boolean sent = one.reply().filter(Reply::isSent).isPresent();
        boolean complete = said.keySet().containsAll(round.drafts()) && !sent && invitee.classifiedAt() == null;
        boolean preparing = one.reply()
                .map(Reply::state)
                .filter(ReplyState.PREPARING::equals)
                .isPresent();
        int drafts = round.drafts().size();
        String next = !complete || !one.changeable() ? "" : one.sends() ? "gui" : preparing ? "trinh" : "";
        return new Standing(
                invitee.key(),
                unit ? invitee.name() : texts.get(locale, "plain.whose.own"),
                unit,
                words(one, position, said.size(), drafts, locale),
                position.map(Position::name).orElse(null),
                one.reply().map(Reply::version).orElse(0),
                one.changeable(),
                one.changeable() && position.isEmpty(),
                next,
                goes(one, said.size(), drafts, locale),
                Moments.deadline(round.deadlineOf(invitee), locale),
                one.waiting().stream()
                        .filter(waiting -> !waiting.prepared())
                        .map(WaitingOpinions.Waiting::id)
                        .toList(),
                (int) one.waiting().stream()
                        .filter(WaitingOpinions.Waiting::prepared)
                        .count());
    }

    private String words(Consents.Standing one, Optional<Position> position, int done, int drafts, Locale locale) {
        if (one.invitee().classifiedAt() != null) {
            return texts.get(locale, "plain.standing.classified");
        }
        String of =
                drafts < 2 ? "" : " " + texts.get(locale, "plain.standing.of", Figures.two(done), Figures.two(drafts));
        if (position.isEmpty()) {
            return texts.get(locale, "plain.standing.none") + (done > 0 ? of : "");
        }
        String words = texts.get(locale, "plain.position." + position.get());
        Reply reply = one.reply().orElseThrow();
        if (reply.isSent()) {
            return texts.get(
                    locale, "plain.standing.sent", words, Moments.shortly(Objects.requireNonNull(reply.sentAt())));
        }
        String key = one.invitee().unit() == null
                ? "plain.standing.own"
                : reply.state() == ReplyState.SUBMITTED ? "plain.standing.submitted" : "plain.standing.unit";
        return texts.get(locale, key, words) + of;
    }

    private String goes(Consents.Standing one, int done, int drafts, Locale locale) {
        if (!one.sends()) {
            return texts.get(locale, "plain.goes.head");
        }
        return done + 1 >= drafts
                ? texts.get(locale, "plain.goes.now")
                : texts.get(locale, "plain.goes.later", Figures.two(drafts));
    }
}
