package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import vn.gopy.round.Answering;
import vn.gopy.round.Invitee;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.running.TimeRequest;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.WorkingDays;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** On the screen where a round is answered: asking for more time, and what became of it. */
final class TimeSection extends Section {

    private static final int MORE = 3;

    private final transient ReplyPage page;
    private final transient TimeRequests requests;
    private final transient WorkingDays days;
    private final transient Clock clock;

    TimeSection(ReplyPage page, TimeRequests requests, WorkingDays days, Clock clock) {
        this.page = page;
        this.requests = requests;
        this.days = days;
        this.clock = clock;
    }

    void show() {
        removeAll();
        Answering.Sheet sheet = page.sheet();
        Round round = sheet.round();
        Optional<TimeRequest> latest = requests.of(page.asker(), round.id()).stream()
                .filter(request -> request.invitee().equals(sheet.invitee().id()))
                .findFirst();
        boolean waits = latest.filter(TimeRequest::waits).isPresent();
        boolean asks = !waits
                && Replies.speaks(page.asker(), sheet.invitee())
                && TimeRequests.canAsk(
                        round, new Replies.Answer(sheet.invitee(), sheet.reply(), true), clock.instant());
        setVisible((asks || latest.isPresent()) && !page.amending());
        if (isVisible()) {
            add(Parts.section(getTranslation("answering.time"), ""));
            latest.ifPresent(request -> add(told(request)));
            if (asks) {
                add(Parts.classed(new Div(act("calendar-plus", "answering.time.ask", this::form)), "ways"));
            }
        }
    }

    private Paragraph told(TimeRequest request) {
        String words = request.decision()
                .map(decision -> decision.granted()
                        .map(until -> getTranslation("answering.time.granted", Moments.deadline(until, getLocale())))
                        .orElseGet(() -> getTranslation("answering.time.declined", decision.answer())))
                .orElseGet(
                        () -> getTranslation("answering.time.waits", Moments.date(request.until()), request.reason()));
        return Parts.classed(new Paragraph(new Icon("clock"), new Span(words)), "vis");
    }

    private NativeButton act(String icon, String key, Runnable deed) {
        NativeButton button = Parts.button(icon, getTranslation(key), "sm");
        button.addClickListener(click -> deed.run());
        return button;
    }

    private void form() {
        removeAll();
        Invitee invitee = page.sheet().invitee();
        LocalDate deadline =
                page.sheet().round().deadlineOf(invitee).atZone(Moments.ZONE).toLocalDate();
        DayField day = new DayField(getTranslation("answering.time.until"));
        day.setMin(deadline);
        day.setValue(days.after(deadline, MORE));
        TextField reason = new TextField(getTranslation("answering.time.reason"));
        reason.setMaxLength(TextGate.TITLE.most());
        NativeButton send = act("send", "answering.time.send", () -> send(day.getValue(), reason.getValue()));
        send.addClassName("pri");
        add(
                Parts.section(getTranslation("answering.time"), ""),
                Parts.classed(new Div(day, reason), "pair"),
                Parts.classed(new Div(send, act("", "answering.act.cancel", this::show)), "ways"));
        reason.focus();
    }

    private void send(LocalDate day, String reason) {
        Answering.Sheet sheet = page.sheet();
        page.attempt(
                () -> {
                    if (day == null) {
                        throw Refusal.unprocessable("DEADLINE_MISSING");
                    }
                    Instant until = DeadlineChoice.endOf(day);
                    requests.ask(
                            page.asker(), sheet.round().id(), sheet.invitee().key(), until, reason);
                },
                getTranslation("answering.time.sent"));
    }
}
