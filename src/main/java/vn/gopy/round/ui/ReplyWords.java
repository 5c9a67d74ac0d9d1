package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.gopy.round.Answering;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAct;
import vn.gopy.round.ReplyStep;
import vn.gopy.round.Round;
import vn.gopy.round.RoundState;
import vn.gopy.round.board.StateWords;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** How it stands with a reply, in sentences. */
final class ReplyWords {

    private final ReplyPage page;
    private final Component component;
    private final Instant now;

    <P extends Component & ReplyPage> ReplyWords(P page, Instant now) {
        this.page = page;
        this.component = page;
        this.now = now;
    }

    /** Adds them to what is said. */
    void say(Div said) {
        Answering.Sheet sheet = page.sheet();
        returned(sheet)
                .or(() -> sentence(sheet)
                        .map(words -> Parts.classed(new Div(new Icon(icon(sheet)), new Span(words)), "note")))
                .ifPresent(said::add);
        if (locked(sheet.round())) {
            said.add(note("lock", text("answering.say.locked")));
        } else if (overdue(sheet)) {
            said.add(note(
                    "clock",
                    text("answering.say.overdue", Moments.clock(sheet.round().deadlineOf(sheet.invitee())))));
        }
    }

    private static Div note(String icon, String words) {
        return Parts.classed(new Div(new Icon(icon), new Span(words)), "note", "wait");
    }

    private static String icon(Answering.Sheet sheet) {
        return sheet.reply().filter(Reply::isSent).isPresent() ? "lock" : "info";
    }

    private boolean locked(Round round) {
        RoundState state = round.state(now);
        return state == RoundState.LOCKED || state == RoundState.ANNOUNCED;
    }

    private boolean overdue(Answering.Sheet sheet) {
        return sheet.invitee().classifiedAt() == null
                && sheet.reply().filter(Reply::isSent).isEmpty()
                && sheet.round().late(sheet.invitee(), now);
    }

    /** What the head has remarked, while it is not submitted again. */
    private Optional<Div> returned(Answering.Sheet sheet) {
        boolean prepared =
                sheet.reply().filter(Reply.Prepared.class::isInstance).isPresent();
        return sheet.steps().stream()
                .findFirst()
                .filter(step -> prepared && step.action() == ReplyStep.Action.RETURN)
                .map(step -> note(
                        "undo", text("answering.say.returned", step.by(), Moments.shortly(step.at()), step.remark())));
    }

    private Optional<String> sentence(Answering.Sheet sheet) {
        if (sheet.invitee().classifiedAt() != null) {
            return Optional.of(text("invitee.secret") + ".");
        }
        if (sheet.entered()) {
            return Optional.of(text("answering.say.entered", sheet.invitee().name()));
        }
        return sheet.reply()
                .map(reply -> switch (reply) {
                    case Reply.Prepared _ -> prepared(sheet);
                    case Reply.Submitted _ ->
                        sheet.may(ReplyAct.SEND)
                                ? text("answering.say.SUBMITTED.head")
                                : sheet.may(ReplyAct.PASS)
                                        ? text("answering.say.SUBMITTED.turn")
                                        : text(
                                                "answering.say.SUBMITTED",
                                                sheet.invitee().name());
                    case Reply.Frozen sent -> sent(sheet, sent);
                })
                .or(() -> Optional.of(none(sheet)).filter(words -> !words.isEmpty()));
    }

    private String none(Answering.Sheet sheet) {
        if (!sheet.may(ReplyAct.WRITE)) {
            return locked(sheet.round()) ? "" : text("answering.say.none.clerk");
        }
        if (sheet.invitee().unit() == null) {
            return text("answering.say.none.own");
        }
        boolean heads = Replies.approves(page.asker(), sheet.invitee());
        return text(heads ? "answering.say.none.head" : "answering.say.none");
    }

    private String prepared(Answering.Sheet sheet) {
        return sheet.invitee().unit() == null
                ? text("answering.say.PREPARING.own")
                : text("answering.say.PREPARING", sheet.invitee().name());
    }

    private String sent(Answering.Sheet sheet, Reply.Frozen sent) {
        List<String> words = new ArrayList<>();
        String at = Moments.shortly(Objects.requireNonNull(sent.sentAt()));
        if (sent.isEntered()) {
            words.add(text("answering.say.entered.sent", sheet.invitee().name()));
        }
        words.add(text(
                sheet.may(ReplyAct.AMEND)
                        ? "answering.say.SENT.sends"
                        : locked(sheet.round()) || sent.isEntered()
                                ? "answering.say.SENT.closed"
                                : "answering.say.SENT",
                at));
        if (sent.late()) {
            words.add(text("answering.say.late"));
        }
        if (sheet.replaced() > 0) {
            words.add(text("answering.say.replaced", Figures.two(sheet.replaced())));
        }
        if (!sent.letterNumber().isEmpty()) {
            words.add(
                    sent.letterDate() == null
                            ? text("answering.say.number", sent.letterNumber())
                            : text("answering.say.number.date", sent.letterNumber(), Moments.date(sent.letterDate())));
        } else if (StateWords.waitsForNumber(sheet.round(), sent)) {
            words.add(text("answering.say.number.waits"));
        }
        return String.join(" ", words);
    }

    private String text(String key, Object... values) {
        return component.getTranslation(key, values);
    }
}
