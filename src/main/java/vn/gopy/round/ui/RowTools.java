package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.util.List;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.running.Reminder;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/**
 * What helps to get an answer from one who has sent none. A row of the board holds one button for all of it: a board has
 * more than a hundred rows, of which somebody needs the tools of one.
 */
final class RowTools extends Div {

    /** How many of the latest reminders are shown. */
    private static final int MOST_REMINDERS = 3;

    private final transient Board.Seen seen;
    private final transient Replies.Answer answer;
    private final transient Board.Running running;
    private final NativeButton opener = new NativeButton();
    private final Div tools = Parts.classed(new Div(), "row-acts");

    RowTools(Board.Seen seen, Replies.Answer answer, Board.Running running) {
        this.seen = seen;
        this.answer = answer;
        this.running = running;
        addClassName("row-tools");
        opener.setText(getTranslation("board.tools"));
        opener.addClassName("lnk");
        opener.setAriaLabel(getTranslation("board.tools.of", answer.invitee().name()));
        opener.getElement().setAttribute("aria-expanded", "false");
        opener.addClickListener(press -> turn());
        add(opener);
        reminders().stream().findFirst().ifPresent(latest -> add(Parts.caption(words(latest))));
    }

    private List<Reminder> reminders() {
        return seen.reminded().getOrDefault(answer.invitee().id(), List.of());
    }

    private void turn() {
        boolean opens = tools.getParent().isEmpty();
        if (opens && tools.getComponentCount() == 0) {
            fill();
        }
        if (opens) {
            add(tools);
        } else {
            remove(tools);
        }
        opener.getElement().setAttribute("aria-expanded", Boolean.toString(opens));
    }

    private void fill() {
        NativeButton copy = tool("copy", "board.copy", "board.copy.of", () -> {});
        copy.getElement()
                .setAttribute("data-copies", reminder())
                .setAttribute("data-link", Addresses.reply(seen.round().id()))
                .setAttribute("data-done", getTranslation("board.copied"));
        tools.add(
                tool(
                        "bell",
                        "board.remind",
                        "board.remind.of",
                        () -> running.remind(List.of(answer.invitee().key()))),
                copy,
                tool("check", "board.call", "board.call.of", () -> running.called(answer)),
                tool("calendar-plus", "running.extend", "running.one", () -> running.extend(answer)),
                tool("mail", "board.letter", "running.letter.ask", () -> running.letter(answer)),
                tool("lock", "board.classified", "running.classified.ask", () -> running.classified(answer)));
        reminders().stream()
                .skip(1)
                .limit(MOST_REMINDERS - 1L)
                .forEach(reminder -> tools.add(Parts.classed(new Paragraph(words(reminder)), "cap", "log")));
    }

    private NativeButton tool(String icon, String words, String spoken, Runnable deed) {
        NativeButton tool = Parts.button(icon, getTranslation(words), "sm", "ter");
        tool.setAriaLabel(getTranslation(spoken, answer.invitee().name()));
        tool.addClickListener(press -> deed.run());
        return tool;
    }

    private String words(Reminder reminder) {
        String at = Moments.shortly(reminder.at());
        String who = reminder.kind() == Reminder.Kind.SET ? Integer.toString(reminder.daysBefore()) : reminder.by();
        String words = getTranslation("board.log." + reminder.kind(), at, who);
        return reminder.note().isEmpty() ? words : getTranslation("board.log.note", words, reminder.note());
    }

    private String reminder() {
        Round round = seen.round();
        Instant deadline = round.deadlineOf(answer.invitee());
        long days = Moments.daysUntil(deadline, seen.now());
        String words = Moments.deadline(deadline, getLocale());
        String name = answer.invitee().name();
        if (!seen.now().isBefore(deadline)) {
            return getTranslation("board.reminder.over", name, round.title(), words, "{link}");
        }
        return days == 0
                ? getTranslation("board.reminder.today", name, round.title(), words, "{link}")
                : getTranslation("board.reminder", name, round.title(), Figures.two((int) days), words, "{link}");
    }
}
