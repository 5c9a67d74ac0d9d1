package vn.gopy.reader.api;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Consents;
import vn.gopy.round.Invitee;
import vn.gopy.round.Position;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyState;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.WaitingOpinions;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Makes the JSON of how a person stands in a round, as seen from one of its drafts. */
@Component
class Standings {

    private final Consents consents;
    private final Rounds rounds;
    private final Texts texts;

    Standings(Consents consents, Rounds rounds, Texts texts) {
        this.consents = consents;
        this.rounds = rounds;
        this.texts = texts;
    }

    /**
     * One invitation.
     *
     * @param invitee key of the invitee; {@code name} how it is called, {@code ofUnit} whether it is a unit
     * @param sends whether the reader lets the reply go, or prepares it for the head
     * @param position on the draft that is read
     * @param done of how many of the round's {@code drafts} the reply speaks
     * @param changeable whether the position on this draft can be changed now
     * @param unsent the reader's own opinions in the round that are not sent yet
     * @param prepared how many opinions of the unit go out when its head sends
     * @param next the first other draft without a position
     */
    record Standing(
            String invitee,
            String name,
            boolean ofUnit,
            boolean sends,
            @Nullable ReplyState state,
            @Nullable Integer version,
            @Nullable Position position,
            int done,
            int drafts,
            boolean changeable,
            boolean classified,
            Instant closes,
            String deadline,
            @Nullable String sentAt,
            List<UUID> unsent,
            int prepared,
            @Nullable Next next) {}

    record Next(String url, String name) {}

    List<Standing> of(Person asker, Round round, VersionId draft, Locale locale) {
        List<Consents.Standing> standings = consents.of(asker, round);
        Map<VersionId, Rounds.DraftPlace> places =
                standings.isEmpty() ? Map.of() : rounds.places(asker, round.drafts());
        return standings.stream()
                .map(one -> standing(one, round, draft, places, locale))
                .toList();
    }

    private Standing standing(
            Consents.Standing one,
            Round round,
            VersionId draft,
            Map<VersionId, Rounds.DraftPlace> places,
            Locale locale) {
        Invitee invitee = one.invitee();
        Optional<Reply> reply = one.reply();
        Map<VersionId, Position> positions = reply.map(Reply::positions).orElse(Map.of());
        return new Standing(
                invitee.key(),
                invitee.name(),
                invitee.unit() != null,
                one.sends(),
                reply.map(Reply::state).orElse(null),
                reply.map(Reply::version).orElse(null),
                positions.get(draft),
                positions.size(),
                round.drafts().size(),
                one.changeable(),
                invitee.classifiedAt() != null,
                round.deadlineOf(invitee),
                Moments.deadline(round.deadlineOf(invitee), locale),
                reply.map(Reply::sentAt).map(Moments::shortly).orElse(null),
                one.waiting().stream()
                        .filter(waiting -> !waiting.prepared())
                        .map(WaitingOpinions.Waiting::id)
                        .toList(),
                (int) one.waiting().stream()
                        .filter(WaitingOpinions.Waiting::prepared)
                        .count(),
                round.drafts().stream()
                        .filter(other -> !other.equals(draft) && !positions.containsKey(other))
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(place -> new Next(place.path(), place.name().in(texts, locale) + ", " + place.dossier()))
                        .orElse(null));
    }
}
