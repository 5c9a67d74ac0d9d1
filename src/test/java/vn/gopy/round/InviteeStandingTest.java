package vn.gopy.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.VersionId;

/** The states of a board, counted together, are the sums of the round, whatever was answered and whenever one looks. */
class InviteeStandingTest {

    private static final Instant OPENS = Instant.parse("2026-11-16T00:30:00Z");
    private static final Instant CLOSES = OPENS.plus(Duration.ofDays(10));

    @RepeatedTest(40)
    void theStatesAddUpToTheCountsOfTheRound(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<VersionId> drafts = List.of(new VersionId(UUID.randomUUID()), new VersionId(UUID.randomUUID()));
        Round round = round(random.nextBoolean() ? "Quá hạn là thống nhất." : null, drafts);
        Instant now = OPENS.plus(Duration.ofDays(random.nextInt(20)));
        List<Invitee> invitees = new ArrayList<>();
        List<Reply> replies = new ArrayList<>();
        Map<InviteeStanding, Integer> standings = new EnumMap<>(InviteeStanding.class);
        for (int n = 0; n < 30; n++) {
            Invitee invitee = invitee(random, round);
            Optional<Reply> reply = reply(random, invitee, drafts);
            invitees.add(invitee);
            reply.ifPresent(replies::add);
            standings.merge(
                    InviteeStanding.of(round, new Replies.Answer(invitee, reply, true), true, now), 1, Integer::sum);
        }

        AnswerCounts counts = AnswerCounting.of(round, invitees, replies, null, now);

        assertThat(standings.getOrDefault(InviteeStanding.AGREED, 0)).isEqualTo(counts.agreed());
        assertThat(standings.getOrDefault(InviteeStanding.AGREED_WITH, 0)).isEqualTo(counts.agreedWithOpinions());
        assertThat(standings.getOrDefault(InviteeStanding.OBJECTED, 0)).isEqualTo(counts.objected());
        assertThat(standings.getOrDefault(InviteeStanding.SECRET, 0)).isEqualTo(counts.classified());
        assertThat(standings.getOrDefault(InviteeStanding.DEEMED, 0)).isEqualTo(counts.deemedConsent());
        assertThat(standings.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(counts.asked());
    }

    @Test
    void beforeTheDeadlineItIsToldHowFarTheSilentHaveCome() {
        Round round = round(null, List.of(new VersionId(UUID.randomUUID())));
        Invitee quiet = invitee(round, false);
        Reply.Prepared prepared = Reply.begun(quiet, null).written(Map.of(), null);

        assertThat(at(round, quiet, null, OPENS)).isEqualTo(InviteeStanding.NOT_OPENED);
        assertThat(at(round, quiet, prepared, OPENS)).isEqualTo(InviteeStanding.PREPARING);
        assertThat(at(round, quiet, prepared.submitted(), OPENS)).isEqualTo(InviteeStanding.WAITING_HEAD);
        assertThat(at(round, invitee(round, true), prepared, OPENS)).isEqualTo(InviteeStanding.EXTENSION);
        assertThat(at(round, invitee(round, true), prepared.submitted(), CLOSES))
                .isEqualTo(InviteeStanding.NONE);
    }

    private static InviteeStanding at(Round round, Invitee invitee, @Nullable Reply reply, Instant now) {
        return InviteeStanding.of(round, new Replies.Answer(invitee, Optional.ofNullable(reply), true), true, now);
    }

    private static Invitee invitee(Round round, boolean asksTime) {
        return new Invitee(
                InviteeId.next(),
                round.id(),
                new UnitId(UUID.randomUUID()),
                null,
                "CQ",
                "Sở",
                "",
                Invitee.Group.UNIT,
                true,
                null,
                false,
                null,
                asksTime,
                null);
    }

    private static Round round(@Nullable String silence, List<VersionId> drafts) {
        return new Round(
                new RoundId(UUID.randomUUID()),
                1,
                "Lấy ý kiến",
                "",
                OPENS,
                CLOSES,
                null,
                null,
                null,
                Visibility.SEALED,
                silence,
                "",
                null,
                false,
                null,
                new Approver.Chair(),
                drafts);
    }

    private static Invitee invitee(Random random, Round round) {
        return new Invitee(
                InviteeId.next(),
                round.id(),
                new UnitId(UUID.randomUUID()),
                null,
                "CQ",
                "Sở",
                "",
                Invitee.Group.UNIT,
                true,
                random.nextInt(4) == 0 ? CLOSES.plus(Duration.ofDays(random.nextInt(1, 5))) : null,
                random.nextBoolean(),
                random.nextBoolean() ? OPENS : null,
                random.nextInt(5) == 0,
                random.nextInt(8) == 0 ? OPENS : null);
    }

    private static Optional<Reply> reply(Random random, Invitee invitee, List<VersionId> drafts) {
        Map<VersionId, Position> positions = new HashMap<>();
        drafts.forEach(draft -> positions.put(draft, Position.values()[random.nextInt(Position.values().length)]));
        Reply.Prepared prepared = Reply.begun(invitee, null).written(positions, null);
        return switch (random.nextInt(4)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(prepared);
            case 2 -> Optional.of(prepared.submitted());
            default ->
                Optional.of(prepared.sent(
                        drafts,
                        new Reply.Sending(new PersonId(UUID.randomUUID()), OPENS, random.nextBoolean()),
                        Capacity.UNIT));
        };
    }
}
