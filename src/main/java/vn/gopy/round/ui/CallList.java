package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Replies;
import vn.gopy.round.RoundState;
import vn.gopy.round.running.Contact;
import vn.gopy.round.running.Reminder;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/** Gọi những nơi này: on the last day, and after it, who has not answered and was not called today, with telephone numbers. */
final class CallList extends Section {

    private static final int MOST = 10;

    /** @param answers in the order of the board */
    CallList(Board.Seen seen, List<Replies.Answer> answers, Board.Running running) {
        boolean last = Moments.daysUntil(seen.round().closes(), seen.now()) <= 0;
        List<Replies.Answer> silent = answers.stream()
                .filter(answer -> answer.invitee().invited())
                .filter(answer -> !InviteeStanding.of(seen.round(), answer, true, seen.now())
                        .isAnswered())
                .filter(answer -> !calledToday(seen, answer))
                .toList();
        setVisible(last && seen.round().state(seen.now()) != RoundState.PREPARING && !silent.isEmpty());
        if (!isVisible()) {
            return;
        }
        addClassName("calls");
        add(Parts.section(getTranslation("board.calls", Figures.two(silent.size())), ""));
        UnorderedList list = Parts.classed(new UnorderedList(), "rows");
        silent.stream().limit(MOST).forEach(answer -> list.add(line(seen, answer, running)));
        add(list);
        if (silent.size() > MOST) {
            add(Parts.caption(getTranslation("board.calls.more", Figures.two(silent.size() - MOST))));
        }
    }

    private static boolean calledToday(Board.Seen seen, Replies.Answer answer) {
        LocalDate today = seen.now().atZone(Moments.ZONE).toLocalDate();
        return seen.reminded().getOrDefault(answer.invitee().id(), List.of()).stream()
                .anyMatch(one -> one.kind() == Reminder.Kind.CALL
                        && one.at().atZone(Moments.ZONE).toLocalDate().equals(today));
    }

    private ListItem line(Board.Seen seen, Replies.Answer answer, Board.Running running) {
        String name = answer.invitee().name();
        Contact contact = seen.contacts().get(answer.invitee().who());
        Div ways = Parts.classed(new Div(), "ways");
        NativeButton write = Parts.button(
                "pen", getTranslation(contact == null ? "board.contact.add" : "board.contact"), "sm", "ter");
        write.setAriaLabel(getTranslation("running.contact.ask", name));
        write.addClickListener(click -> running.contact(answer, contact));
        NativeButton called = Parts.button("check", getTranslation("board.call"), "sm");
        called.setAriaLabel(getTranslation("board.call.of", name));
        called.addClickListener(click -> running.called(answer));
        ways.add(called, write);
        ListItem item = new ListItem(Parts.classed(new Span(name), "row-title"));
        if (contact != null) {
            Anchor phone = Parts.classed(
                    new Anchor("tel:" + contact.phone().replaceAll("[^+0-9]", ""), contact.phone()), "lnk");
            item.add(Parts.classed(new Div(new Span(contact.name()), phone), "cap", "phone"));
        }
        item.add(ways);
        return item;
    }
}
