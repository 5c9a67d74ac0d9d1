package vn.gopy.round;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.round.figures.EnteredOpinions;
import vn.gopy.shared.Refusal;

/** How it stands with the invitations of a person, for the screen on which they are answered. */
@Service
public class Answering {

    private final Rounds rounds;
    private final ReplyRepository repository;
    private final ReplyStepRepository steps;
    private final AnsweringOpinions opinions;
    private final EnteredOpinions enteredOpinions;
    private final Clock clock;

    Answering(
            Rounds rounds,
            ReplyRepository repository,
            ReplyStepRepository steps,
            AnsweringOpinions opinions,
            EnteredOpinions enteredOpinions,
            Clock clock) {
        this.rounds = rounds;
        this.repository = repository;
        this.steps = steps;
        this.opinions = opinions;
        this.enteredOpinions = enteredOpinions;
        this.clock = clock;
    }

    /**
     * One invitation.
     *
     * @param entered whether a reply is there that the secretariat enters from a letter and has not sent
     * @param acts what the person can do with the reply now
     * @param asksHat whether the person is asked in the own name too and has not answered there, so that it has to be said
     *     whose the reply is
     * @param replaced how many earlier replies it has taken the place of
     * @param opinions by draft in the order of the text, then what was entered in the order of the table
     */
    public record Sheet(
            Round round,
            Invitee invitee,
            Optional<Reply> reply,
            boolean entered,
            Set<ReplyAct> acts,
            boolean asksHat,
            int replaced,
            List<ReplyStep> steps,
            List<AnsweringOpinions.Said> opinions) {

        public Sheet {
            steps = List.copyOf(steps);
            opinions = List.copyOf(opinions);
        }

        /** Whether the person can do it now. */
        public boolean may(ReplyAct act) {
            return acts.contains(act);
        }

        /** Whether the reply speaks on every draft of the round. */
        public boolean complete() {
            return reply.filter(one -> one.positions().keySet().containsAll(round.drafts()))
                    .isPresent();
        }

        /** The version of the reply that is shown; 0 where there is none. */
        public int version() {
            return reply.map(Reply::version).orElse(0);
        }

        /** What goes out with the reply when the head of the unit sends it. */
        public List<AnsweringOpinions.Said> prepared() {
            return staged(AnsweringOpinions.Stage.PREPARED);
        }

        /** What nobody but the person has seen yet. */
        public List<AnsweringOpinions.Said> unsent() {
            return staged(AnsweringOpinions.Stage.UNSENT);
        }

        private List<AnsweringOpinions.Said> staged(AnsweringOpinions.Stage stage) {
            return opinions.stream().filter(one -> one.stage() == stage).toList();
        }
    }

    /** The invitations of the person and of the person's units: those of units first. */
    @Transactional(readOnly = true)
    public List<Sheet> of(Person asker, RoundId id) {
        Round round = rounds.get(asker, id);
        List<Invitee> own = repository.invitees(id).stream()
                .filter(invitee -> ReplyAccess.own(asker, invitee))
                .sorted((one, other) -> Boolean.compare(one.unit() == null, other.unit() == null))
                .toList();
        return own.stream().map(invitee -> sheet(asker, round, invitee, own)).toList();
    }

    /** The own invitation, or that of a unit of the person, under this key. */
    @Transactional(readOnly = true)
    public Invitee own(Person asker, RoundId id, String key) {
        rounds.get(asker, id);
        return repository.invitees(id).stream()
                .filter(invitee -> invitee.key().equals(key) && ReplyAccess.own(asker, invitee))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private Sheet sheet(Person asker, Round round, Invitee invitee, List<Invitee> own) {
        Optional<Reply> reply = repository.current(invitee.id());
        boolean entered = reply.filter(one -> one.isEntered() && !one.isSent()).isPresent();
        List<ReplyStep> done = steps.of(invitee.id());
        return new Sheet(
                round,
                invitee,
                entered ? Optional.empty() : reply,
                entered,
                rounds.ended(List.of(round.id())).isEmpty()
                        ? ReplyAct.of(asker, round, invitee, reply, clock.instant())
                        : Set.of(),
                Replies.approves(asker, invitee)
                        && own.stream()
                                .filter(one -> asker.id().equals(one.person()))
                                .anyMatch(one -> answersTheSame(one, reply)),
                repository.replacedOf(invitee.id()),
                invitee.unit() == null ? List.of() : done,
                Stream.concat(
                                opinions.of(asker, round, invitee).stream(),
                                enteredOpinions.of(asker, round, invitee).stream())
                        .toList());
    }

    /** Whether the own invitation has no answer, or this very one. */
    private boolean answersTheSame(Invitee own, Optional<Reply> reply) {
        return own.classifiedAt() == null
                && repository
                        .current(own.id())
                        .filter(one -> !reply.map(Reply::id).equals(Optional.of(one.id())))
                        .isEmpty();
    }
}
