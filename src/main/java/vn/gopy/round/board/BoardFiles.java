package vn.gopy.round.board;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.VersionId;
import vn.gopy.paper.ExcelFile;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.Round;
import vn.gopy.round.RoundFigures;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.StandIns;
import vn.gopy.round.figures.OpinionFigures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/**
 * The board of a round as an Excel file: the rows that its screen shows the asker, and for those who lead the sums, over
 * all drafts and on each; who has opened the drafts is told on no paper. While the chair reads totals alone, totals alone stand in it. Its words are Vietnamese.
 */
@Service
public class BoardFiles {

    private final Rounds rounds;
    private final Replies replies;
    private final OpinionFigures opinions;
    private final StandIns standIns;
    private final Texts texts;
    private final Clock clock;

    BoardFiles(Rounds rounds, Replies replies, OpinionFigures opinions, StandIns standIns, Texts texts, Clock clock) {
        this.rounds = rounds;
        this.replies = replies;
        this.opinions = opinions;
        this.standIns = standIns;
        this.texts = texts;
        this.clock = clock;
    }

    /** @param shown the standing whose rows alone are shown; empty for all */
    @Transactional(readOnly = true)
    public byte[] xlsx(Person asker, RoundId id, Optional<InviteeStanding> shown) {
        Round round = rounds.get(asker, id);
        Instant now = clock.instant();
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(asker, round.drafts());
        Map<UUID, Integer> said = opinions.counts(asker, id);
        boolean counted = !said.isEmpty();
        ExcelFile file = new ExcelFile("Bảng theo dõi");
        file.title(round.title());
        file.line(List.of("Thời hạn: " + Moments.deadline(round.closes(), Texts.VIETNAMESE)));
        file.line(List.of("Lập lúc " + Moments.shortly(now)));
        file.line(List.of());
        file.heading(heading(round, places, counted));
        List<Replies.Answer> answers = replies.list(asker, id);
        boolean withheld = replies.withheld(asker, round);
        Map<InviteeId, StandIns.StandIn> others = standIns.of(asker, id);
        for (int n = 0; n < answers.size(); n++) {
            Replies.Answer answer = answers.get(n);
            InviteeStanding standing = InviteeStanding.of(round, answer, ReplyAccess.seesOpening(asker), now);
            if ((!withheld || answer.readable())
                    && shown.filter(one -> one != standing).isEmpty()) {
                InviteeStanding told = InviteeStanding.of(round, answer, false, now);
                file.row(row(n + 1, name(answer.invitee(), others), round, answer, told, counted, said));
            }
        }
        if (asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR)) {
            sums(file, asker, round, places);
        }
        return file.toBytes(round.title(), LocalDate.ofInstant(now, Moments.ZONE));
    }

    private List<String> heading(Round round, Map<VersionId, Rounds.DraftPlace> places, boolean counted) {
        List<String> names =
                new ArrayList<>(List.of(say("round.column.number"), say("term.invitee"), say("round.column.state")));
        names.addAll(codes(round, places));
        if (counted) {
            names.add(say("round.column.opinions"));
        }
        names.addAll(List.of(say("round.column.letter"), "Hạn"));
        return names;
    }

    private static List<String> codes(Round round, Map<VersionId, Rounds.DraftPlace> places) {
        return round.drafts().stream()
                .map(draft -> Optional.ofNullable(places.get(draft))
                        .map(Rounds.DraftPlace::heading)
                        .orElse(""))
                .toList();
    }

    /** The name, and for whom it answers or who has answered for it. */
    private String name(Invitee invitee, Map<InviteeId, StandIns.StandIn> others) {
        String beside = Optional.ofNullable(others.get(invitee.id()))
                .map(one -> texts.get(Texts.VIETNAMESE, "invitee.answeredBy", one.name()))
                .or(() -> others.values().stream()
                        .filter(one -> one.sender().equals(invitee.id()))
                        .findFirst()
                        .map(one -> texts.get(Texts.VIETNAMESE, "invitee.standsFor", one.askedName())))
                .orElse(invitee.invited() ? "" : say("invitee.uninvited"));
        return beside.isEmpty() ? invitee.name() : invitee.name() + " · " + beside;
    }

    private List<Object> row(
            int number,
            String name,
            Round round,
            Replies.Answer answer,
            InviteeStanding standing,
            boolean counted,
            Map<UUID, Integer> said) {
        Optional<Reply> reply = answer.reply().filter(one -> answer.readable());
        List<Object> cells = new ArrayList<>(List.of(number, name, say(StateWords.of(round, answer, standing))));
        round.drafts()
                .forEach(draft -> cells.add(reply.map(one -> one.positions().get(draft))
                        .map(position -> say(StateWords.of(position)))
                        .orElse("")));
        if (counted) {
            cells.add(said.getOrDefault(answer.invitee().who(), 0));
        }
        cells.add(answer.reply().map(BoardFiles::letter).orElse(""));
        cells.add(Moments.shortly(round.deadlineOf(answer.invitee())));
        return cells;
    }

    private static String letter(Reply reply) {
        String date = reply.letterDate() == null ? "" : ", " + Moments.date(reply.letterDate());
        return reply.letterNumber().isEmpty() ? "" : reply.letterNumber() + date;
    }

    private void sums(ExcelFile file, Person asker, Round round, Map<VersionId, Rounds.DraftPlace> places) {
        RoundFigures figures = Objects.requireNonNull(
                rounds.figures(asker, List.of(round.id())).get(round.id()));
        file.line(List.of());
        List<String> head = new ArrayList<>(List.of("", say("round.figures"), "Tất cả dự thảo"));
        head.addAll(codes(round, places));
        file.heading(head);
        sum(file, say("invitee.agreed"), round, figures, AnswerCounts::agreed);
        sum(file, say("invitee.agreedWith"), round, figures, AnswerCounts::agreedWithOpinions);
        sum(file, say("invitee.objected"), round, figures, AnswerCounts::objected);
        sum(file, say("invitee.secret.short"), round, figures, AnswerCounts::classified);
        sum(file, say("invitee.unanswered"), round, figures, AnswerCounts::noAnswer);
        sum(file, say("round.byDraft.sum"), round, figures, AnswerCounts::asked);
        some(file, "late", round, figures, AnswerCounts::late);
        some(file, "extended", round, figures, AnswerCounts::extended);
        some(file, "deemed", round, figures, AnswerCounts::deemedConsent);
        some(file, "uninvited", round, figures, AnswerCounts::uninvited);
    }

    /** What stands beside the sum, where there is any of it. */
    private void some(
            ExcelFile file, String what, Round round, RoundFigures figures, ToIntFunction<AnswerCounts> count) {
        if (count.applyAsInt(figures.overall()) > 0) {
            sum(file, say("board.also." + what), round, figures, count);
        }
    }

    private static void sum(
            ExcelFile file, String name, Round round, RoundFigures figures, ToIntFunction<AnswerCounts> count) {
        List<Object> cells = new ArrayList<>(List.of("", name, count.applyAsInt(figures.overall())));
        round.drafts().forEach(draft -> cells.add(count.applyAsInt(figures.on(draft))));
        file.row(cells);
    }

    private String say(String key) {
        return texts.get(Texts.VIETNAMESE, key);
    }
}
