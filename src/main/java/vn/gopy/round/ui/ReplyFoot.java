package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import vn.gopy.account.Person;
import vn.gopy.round.Answering;
import vn.gopy.round.Approval;
import vn.gopy.round.Capacity;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAct;
import vn.gopy.round.RoundId;
import vn.gopy.round.Visibility;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/**
 * The foot of the screen: who reads what is written, and what can be done with the reply now. What cannot be undone is
 * asked once more in its own place; what is missing is said beside the button that waits for it.
 */
final class ReplyFoot extends Div {

    private final transient ReplyPage page;
    private final transient Replies replies;
    private final transient Approval approval;
    private final transient Amending amending;
    private final ReplySide side;
    private final transient Clock clock;
    private final Span saved = Parts.caption("");

    /** Sends what is written in the place of the sent reply. */
    interface Amending {
        void send(Capacity said);
    }

    ReplyFoot(ReplyPage page, Replies replies, Approval approval, Amending amending, ReplySide side, Clock clock) {
        this.page = page;
        this.replies = replies;
        this.approval = approval;
        this.amending = amending;
        this.side = side;
        this.clock = clock;
        addClassName("foot-bar");
        saved.getElement().setAttribute("role", "status");
        show();
    }

    /** Says that what was written is kept. */
    void saved() {
        saved.setText(getTranslation("answering.saved", Moments.time(clock.instant())));
    }

    void show() {
        removeAll();
        Answering.Sheet sheet = page.sheet();
        if (sheet.invitee().unit() != null && !page.amending()) {
            add(hands(sheet));
        }
        add(Parts.classed(new Span(), "grow"));
        if (sheet.may(ReplyAct.WRITE) || page.amending()) {
            add(readers(sheet));
        }
        Div acts = Parts.classed(new Div(saved), "acts");
        if (page.amending()) {
            amend(acts);
        } else {
            acts(acts, sheet);
        }
        add(acts);
    }

    private void acts(Div acts, Answering.Sheet sheet) {
        if (sheet.may(ReplyAct.RETURN)) {
            acts.add(act("undo", "answering.act.return", () -> askForRemark()));
        }
        if (sheet.may(ReplyAct.PASS)) {
            acts.add(act("stamp", "answering.act.pass", this::passOn, "pri", true));
        }
        if (sheet.may(ReplyAct.SUBMIT)) {
            acts.add(act("stamp", "answering.act.submit", this::submit, "pri", sheet.complete()));
            missing(acts, sheet);
        }
        if (sheet.may(ReplyAct.SEND)) {
            send(acts, sheet);
            missing(acts, sheet);
        }
        boolean waits = sheet.reply().filter(Reply.Submitted.class::isInstance).isPresent();
        if (waits && !sheet.may(ReplyAct.SEND) && sheet.may(ReplyAct.WRITE)) {
            acts.add(act("undo", "answering.act.takeBack", this::takeBack));
        }
        if (sheet.may(ReplyAct.AMEND)) {
            acts.add(act("pen", "answering.act.amend", () -> page.amend(true)));
        }
    }

    /** A person sends; a head sends as it is, or for a letter, which is the only way where the round asks for one. */
    private void send(Div acts, Answering.Sheet sheet) {
        boolean own = sheet.invitee().unit() == null;
        boolean letter = sheet.round().letterRequired();
        boolean heads = Replies.approves(page.asker(), sheet.invitee());
        if (heads) {
            acts.add(
                    act("stamp", "answering.act.letter", () -> askToSend(true), letter ? "pri" : "", sheet.complete()));
        }
        if (!heads || !letter) {
            String words = own ? "answering.act.send" : "answering.act.approve";
            acts.add(act("send", words, () -> askToSend(false), "pri", sheet.complete()));
        }
    }

    private void missing(Div acts, Answering.Sheet sheet) {
        long without = sheet.round().drafts().stream()
                .filter(draft -> page.position(draft).isEmpty())
                .count();
        if (without > 0) {
            acts.addComponentAsFirst(Parts.classed(
                    new Span(getTranslation("answering.missing", Figures.two((int) without))), "cap", "why"));
        }
    }

    private NativeButton act(String icon, String key, Runnable deed) {
        return act(icon, key, deed, "", true);
    }

    private NativeButton act(String icon, String key, Runnable deed, String kind, boolean ready) {
        NativeButton button = Parts.button(icon, getTranslation(key));
        if (!kind.isEmpty()) {
            button.addClassName(kind);
        }
        button.setEnabled(ready);
        button.addClickListener(click -> deed.run());
        return button;
    }

    private OrderedList hands(Answering.Sheet sheet) {
        int at = sheet.reply()
                .map(reply -> switch (reply) {
                    case Reply.Prepared _ -> 1;
                    case Reply.Submitted _ -> 2;
                    case Reply.Frozen _ -> 3;
                })
                .orElse(1);
        OrderedList hands = Parts.classed(new OrderedList(), "hands");
        hands.getElement().setAttribute("aria-label", getTranslation("answering.hands"));
        for (int hand = 1; hand <= 3; hand++) {
            Element number = new Element("i").setText(Integer.toString(hand)).setAttribute("aria-hidden", "true");
            ListItem item = new ListItem(new Span(getTranslation("answering.hand." + hand)));
            item.getElement().insertChild(0, number);
            if (hand == at) {
                item.addClassName("now");
                item.getElement().setAttribute("aria-current", "step");
            } else if (hand < at) {
                item.addClassName("over");
            }
            hands.add(item);
        }
        return hands;
    }

    /** Who will read it once it is sent, by the rule under which the round is held. */
    private Paragraph readers(Answering.Sheet sheet) {
        boolean group = sheet.round().visibility() == Visibility.GROUP
                && sheet.invitee().unit() == null;
        String rule = getTranslation(group ? "msg.visibility.group" : "msg.visibility.closed");
        return Parts.classed(
                new Paragraph(new Icon("eye"), new Span(getTranslation("answering.visible.sent", rule))), "vis");
    }

    private OptionalInt seen() {
        return OptionalInt.of(page.sheet().version());
    }

    private void submit() {
        Answering.Sheet sheet = page.sheet();
        page.attempt(
                () -> replies.submit(
                        page.asker(), sheet.round().id(), sheet.invitee().key(), seen()),
                "");
    }

    private void passOn() {
        Answering.Sheet sheet = page.sheet();
        page.attempt(
                () -> approval.passOn(
                        page.asker(), sheet.round().id(), sheet.invitee().key(), seen()),
                "");
    }

    private void takeBack() {
        Answering.Sheet sheet = page.sheet();
        page.attempt(
                () -> replies.put(
                        page.asker(), sheet.round().id(), sheet.invitee().key(), Map.of(), null, seen()),
                "");
    }

    private void askToSend(boolean letter) {
        if (side.capacity().isEmpty()) {
            side.askForCapacity();
            return;
        }
        Answering.Sheet sheet = page.sheet();
        long with = OpinionCards.outgoing(page);
        boolean own = sheet.invitee().unit() == null;
        String count = Figures.two((int) with);
        String question = own
                ? with == 0
                        ? getTranslation("answering.ask.send.own")
                        : getTranslation("answering.ask.send.own.with", count)
                : with == 0
                        ? getTranslation("answering.ask.send", sheet.invitee().name())
                        : getTranslation(
                                "answering.ask.send.with", sheet.invitee().name(), count);
        String yes = letter ? "answering.act.letter" : "answering.ask.send.yes";
        ask(
                new Span(letter ? question + " " + getTranslation("answering.ask.letter") : question),
                act("send", yes, () -> send(letter), "pri", true));
    }

    private void send(boolean letter) {
        Answering.Sheet sheet = page.sheet();
        Person asker = page.asker();
        RoundId round = sheet.round().id();
        String key = sheet.invitee().key();
        Capacity said = side.capacity().orElse(null);
        page.attempt(
                () -> {
                    if (letter) {
                        approval.approveForLetter(asker, round, key, seen(), said);
                    } else {
                        replies.send(asker, round, key, seen(), said);
                    }
                },
                "");
    }

    private void askForRemark() {
        TextField remark = new TextField(getTranslation("answering.ask.return"));
        remark.setMaxLength(TextGate.TEXT.most());
        remark.addClassName("remark");
        remark.setErrorMessage(getTranslation("refusal.REMARK_MISSING"));
        NativeButton yes = act("undo", "answering.ask.return.yes", () -> giveBack(remark), "pri", true);
        remark.addKeyPressListener(Key.ENTER, press -> giveBack(remark));
        ask(remark, yes);
        remark.focus();
    }

    private void giveBack(TextField remark) {
        if (remark.getValue().isBlank()) {
            remark.setInvalid(true);
            remark.focus();
            return;
        }
        Answering.Sheet sheet = page.sheet();
        page.attempt(
                () -> approval.giveBack(
                        page.asker(), sheet.round().id(), sheet.invitee().key(), remark.getValue(), seen()),
                "");
    }

    private void amend(Div acts) {
        acts.add(
                Parts.classed(new Span(getTranslation("answering.ask.amend.how")), "cap", "why"),
                act("", "answering.act.cancel", () -> page.amend(false)),
                act("send", "answering.ask.amend.yes", this::askToAmend, "pri", true));
    }

    private void askToAmend() {
        Optional<Capacity> said = side.capacity();
        if (said.isEmpty()) {
            side.askForCapacity();
            return;
        }
        NativeButton yes = act("send", "answering.ask.amend.yes", () -> amending.send(said.get()), "pri", true);
        ask(new Span(getTranslation("answering.ask.amend")), yes);
    }

    /** The question in the place of the foot. */
    private void ask(Component question, NativeButton yes) {
        removeAll();
        NativeButton back = act("", "answering.act.back", this::show);
        if (question instanceof Span) {
            question.getElement().setAttribute("role", "alert");
        }
        Div acts = Parts.classed(new Div(back, yes), "acts");
        add(Parts.classed(new Div(question), "question"), acts);
        back.focus();
    }
}
