package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Ids;
import vn.gopy.shared.Refusal;

/** Every state of a reply, and what each transition makes of it. */
class ReplyTest {

    private static final VersionId FIRST = new VersionId(Ids.next());
    private static final VersionId SECOND = new VersionId(Ids.next());
    private static final PersonId SECRETARY = new PersonId(Ids.next());
    private static final PersonId HEAD = new PersonId(Ids.next());
    private static final Reply.Sending SENDING = new Reply.Sending(HEAD, Instant.parse("2026-11-24T09:00:00Z"), true);

    private static final Invitee UNIT = new Invitee(
            InviteeId.next(),
            RoundId.next(),
            new UnitId(Ids.next()),
            null,
            "STC",
            "Sở Tài chính",
            "",
            Invitee.Group.UNIT,
            true,
            null,
            false,
            null,
            false,
            null);

    private static final Map<VersionId, Position> WHOLE = Map.of(FIRST, Position.AGREE, SECOND, Position.OBJECT);

    private enum Transition {
        CONTINUED_BY_ITS_OWN(reply -> reply.continued(false)),
        CONTINUED_FROM_A_LETTER(reply -> reply.continued(true)),
        WRITTEN(reply -> reply.written(Map.of(FIRST, Position.AGREE_WITH), null)),
        SUBMITTED(Reply::submitted),
        SENT(reply -> reply.sent(List.of(FIRST, SECOND), SENDING, Capacity.UNIT)),
        REPLACED(reply -> reply.replaced("Lần hai", Capacity.UNIT).next());

        private final Function<Reply, Reply> of;

        Transition(Function<Reply, Reply> of) {
            this.of = of;
        }

        String from(Reply reply) {
            try {
                return of.apply(reply).state().name();
            } catch (Refusal refusal) {
                return refusal.code();
            }
        }
    }

    private static Reply in(ReplyState state, boolean entered) {
        Reply.Prepared prepared = Reply.begun(UNIT, entered ? SECRETARY : null).written(WHOLE, "Lời");
        return switch (state) {
            case PREPARING -> prepared;
            case SUBMITTED -> prepared.submitted();
            case SENT -> prepared.sent(List.of(FIRST, SECOND), SENDING, Capacity.UNIT);
            case REPLACED ->
                prepared.sent(List.of(FIRST, SECOND), SENDING, Capacity.UNIT)
                        .replaced("", Capacity.UNIT)
                        .before();
        };
    }

    /** State, who writes it, and the next state or the refusal by each transition in their order. */
    static Stream<Arguments> everyStateByEveryTransition() {
        return Stream.of(
                arguments(
                        ReplyState.PREPARING,
                        false,
                        List.of("PREPARING", "REPLY_OF_UNIT", "PREPARING", "SUBMITTED", "SENT", "REPLY_NOT_SENT")),
                arguments(
                        ReplyState.PREPARING,
                        true,
                        List.of("PREPARING", "PREPARING", "PREPARING", "SUBMITTED", "SENT", "REPLY_NOT_SENT")),
                arguments(
                        ReplyState.SUBMITTED,
                        false,
                        List.of("SUBMITTED", "REPLY_OF_UNIT", "PREPARING", "SUBMITTED", "SENT", "REPLY_NOT_SENT")),
                arguments(
                        ReplyState.SUBMITTED,
                        true,
                        List.of("PREPARING", "SUBMITTED", "PREPARING", "SUBMITTED", "SENT", "REPLY_NOT_SENT")),
                arguments(ReplyState.SENT, false, frozen("PREPARING")),
                arguments(ReplyState.SENT, true, frozen("PREPARING")),
                arguments(ReplyState.REPLACED, false, frozen("REPLY_NOT_SENT")),
                arguments(ReplyState.REPLACED, true, frozen("REPLY_NOT_SENT")));
    }

    private static List<String> frozen(String replaced) {
        return List.of("REPLY_FROZEN", "REPLY_FROZEN", "REPLY_FROZEN", "REPLY_FROZEN", "REPLY_FROZEN", replaced);
    }

    @ParameterizedTest
    @MethodSource("everyStateByEveryTransition")
    void eachTransitionGivesTheNextStateOrSaysWhyNot(ReplyState state, boolean entered, List<String> outcomes) {
        Reply reply = in(state, entered);
        assertThat(reply.state()).isEqualTo(state);
        assertThat(Arrays.stream(Transition.values()).map(transition -> transition.from(reply)))
                .isEqualTo(outcomes);
    }

    /** State, who wrote it, who acts on it (the unit; the secretariat) and what they are told. */
    static Stream<Arguments> whoseWork() {
        return Stream.of(ReplyState.values())
                .flatMap(state -> Stream.of(
                        arguments(state, false, false, "done"),
                        arguments(state, false, true, "REPLY_OF_UNIT"),
                        arguments(state, true, false, "REPLY_ENTERED"),
                        arguments(state, true, true, "done")));
    }

    @ParameterizedTest
    @MethodSource("whoseWork")
    void nobodyActsOnTheWorkOfTheOther(ReplyState state, boolean entered, boolean entering, String told) {
        assertThat(told(() -> in(state, entered).requireWork(entering))).isEqualTo(told);
    }

    @Test
    void theSecretariatNumbersTheLetterOfWhatIsSentOrEntered() {
        assertThat(Arrays.stream(ReplyState.values())
                        .map(state -> told(() -> in(state, false).requireLetter(false, Capacity.UNIT))))
                .containsExactly("REPLY_OF_UNIT", "REPLY_OF_UNIT", "done", "done");
        for (ReplyState state : ReplyState.values()) {
            assertThat(told(() -> in(state, true).requireLetter(false, Capacity.UNIT)))
                    .isEqualTo("done");
            assertThat(told(() -> in(state, false).requireLetter(true, Capacity.UNIT)))
                    .isEqualTo("done");
        }
    }

    @Test
    void whatIsSaidForTwoIsSentForTwoAndGoesOnForOne() {
        Reply both = in(ReplyState.SUBMITTED, false).sent(List.of(FIRST, SECOND), SENDING, Capacity.BOTH);
        assertThat(both.capacity()).isEqualTo(Capacity.BOTH);
        assertThat(both.replaced("", Capacity.OWN).next().capacity()).isEqualTo(Capacity.OWN);
        assertThat(both.replaced("", Capacity.OWN).before().capacity()).isEqualTo(Capacity.BOTH);
        assertThat(told(() -> both.requireLetter(true, Capacity.OWN))).isEqualTo("REPLY_OF_UNIT");
        assertThat(told(() -> both.requireLetter(true, Capacity.UNIT))).isEqualTo("done");
    }

    @Test
    void whatIsWrittenStaysButForWhatIsNamed() {
        Reply written = in(ReplyState.SUBMITTED, false).written(Map.of(FIRST, Position.AGREE_WITH), null);
        assertThat(written.positions()).isEqualTo(Map.of(FIRST, Position.AGREE_WITH, SECOND, Position.OBJECT));
        assertThat(written.note()).isEqualTo("Lời");
        assertThat(written.written(Map.of(), "Khác").note()).isEqualTo("Khác");
    }

    @Test
    void theUnitTakesOverNothingThatTheSecretariatEntered() {
        Reply own = in(ReplyState.SUBMITTED, true).continued(false);
        assertThat(own.isEntered()).isFalse();
        assertThat(own.note()).isEmpty();
        assertThat(own.positions()).isEmpty();
    }

    @Test
    void aReplySpeaksOnEveryDraftBeforeItIsSent() {
        Reply half = Reply.begun(UNIT, null).written(Map.of(FIRST, Position.AGREE), null);
        assertThat(told(() -> half.sent(List.of(FIRST, SECOND), SENDING, Capacity.UNIT)))
                .isEqualTo("POSITION_MISSING");
    }

    @Test
    void onlyWhatIsSentHasAMomentOfReceipt() {
        for (ReplyState state : ReplyState.values()) {
            Reply reply = in(state, false);
            boolean sent = state == ReplyState.SENT || state == ReplyState.REPLACED;
            assertThat(reply.isSent()).isEqualTo(sent);
            assertThat(reply.sentAt()).isEqualTo(sent ? SENDING.at() : null);
            assertThat(reply.late()).isEqualTo(sent);
        }
    }

    @Test
    void whatReplacesASentReplySaysTheSameUntilItIsChangedAndWasSeenByNobody() {
        Reply sent = in(ReplyState.SENT, true);
        Reply.Succession succession = sent.replaced("Lần hai", Capacity.UNIT);
        assertThat(succession.before().content()).isEqualTo(sent.content());
        assertThat(succession.before().sending()).isEqualTo(SENDING);
        assertThat(succession.next().id()).isNotEqualTo(sent.id());
        assertThat(succession.next().version()).isGreaterThan(sent.version());
        assertThat(succession.next().positions()).isEqualTo(sent.positions());
        assertThat(succession.next().note()).isEqualTo("Lần hai");
        assertThat(succession.next().isEntered()).isTrue();
    }

    @Test
    void ofWhatOthersPrepareOneLearnsHowFarItIsAlone() {
        assertThat(in(ReplyState.PREPARING, true).veiled(true).state()).isEqualTo(ReplyState.PREPARING);
        assertThat(in(ReplyState.SUBMITTED, true).veiled(false).state()).isEqualTo(ReplyState.PREPARING);
        Reply veiled = in(ReplyState.SUBMITTED, true).veiled(true);
        assertThat(veiled.state()).isEqualTo(ReplyState.SUBMITTED);
        assertThat(veiled.isEntered()).isFalse();
        assertThat(veiled.note()).isEmpty();
        assertThat(veiled.positions()).isEmpty();
        assertThat(veiled.version()).isZero();
    }

    private static String told(Runnable act) {
        try {
            act.run();
            return "done";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }
}
