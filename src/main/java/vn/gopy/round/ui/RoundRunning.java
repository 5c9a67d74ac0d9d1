package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.Openings;
import vn.gopy.round.ReplacedReplies;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.StandIns;
import vn.gopy.round.figures.OpinionSpread;
import vn.gopy.round.running.Announcing;
import vn.gopy.round.running.Contact;
import vn.gopy.round.running.Contacts;
import vn.gopy.round.running.Reminders;
import vn.gopy.round.running.TimeRequest;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.WorkingDays;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;

/** What the secretariat does with a round that runs: more time for all or for one, closing and locking, each asked once more. */
final class RoundRunning extends Section implements Board.Running {

    private static final int MORE = 3;

    private final transient Askers askers;
    private final transient Rounds rounds;
    private final transient Replies replies;
    private final transient Services services;
    private final transient WorkingDays days;
    private final transient Clock clock;
    private final transient Round round;
    private final transient List<Replies.Answer> told;
    private final transient Consumer<String> done;
    private final Div asking = new Div();
    private final Paragraph refused = Parts.classed(new Paragraph(), "err");

    /** @param done hears what was done, in a sentence */
    RoundRunning(
            Askers askers,
            Rounds rounds,
            Replies replies,
            Services services,
            WorkingDays days,
            Clock clock,
            Round round,
            List<Replies.Answer> told,
            Consumer<String> done) {
        this.askers = askers;
        this.rounds = rounds;
        this.replies = replies;
        this.services = services;
        this.days = days;
        this.clock = clock;
        this.round = round;
        this.told = told;
        this.done = done;
        addClassName("running");
        refused.getElement().setAttribute("role", "alert");
        show();
    }

    private void show() {
        removeAll();
        asking.removeAll();
        refused.setText("");
        RoundState state = round.state(clock.instant());
        Div acts = Parts.classed(new Div(new H2(getTranslation("running.title"))), "ways");
        if (state == RoundState.PREPARING) {
            acts.add(Parts.buttonLink(
                    Addresses.changedRound(round.id()), "pen", getTranslation("running.change"), "sm"));
            acts.add(act("send", "running.open", () -> ask("running.open", this::open)));
            acts.add(act("trash", "running.callOff", () -> ask("running.callOff", this::callOff)));
        }
        if (state == RoundState.OPEN || state == RoundState.CLOSED) {
            acts.add(act("calendar-plus", "running.extend", this::extendAll));
        }
        if (state == RoundState.OPEN) {
            acts.add(act("clock", "running.close", () -> ask("running.close", this::close)));
        }
        if (state == RoundState.CLOSED) {
            acts.add(act("lock", "running.lock", () -> ask("running.lock", this::lock)));
        }
        if (state == RoundState.LOCKED) {
            acts.add(act("send", "running.announce", () -> ask("running.announce", this::announce)));
            acts.add(approver());
            add(acts, refused, asking);
            return;
        }
        if (state != RoundState.PREPARING) {
            acts.add(act("plus", "running.beside", () -> show(services.forms().beside(this, round))));
        }
        acts.add(approver());
        acts.add(letter("invitation", "running.letter.invitation"));
        Map<InviteeId, Replies.Answer> silent = silent();
        if (state != RoundState.PREPARING
                && silent.values().stream().anyMatch(answer -> answer.invitee().unit() != null)) {
            acts.add(letter("urging", "running.letter.urging"));
        }
        add(acts);
        requests(silent);
        add(refused, asking);
        if (state == RoundState.OPEN) {
            add(Parts.classed(new Paragraph(getTranslation("running.lock.why")), "cap"));
        }
    }

    private NativeButton approver() {
        return act("pen", "running.approver", () -> show(services.forms().approver(this, round)));
    }

    /** A letter as a Word file, as it stands now. */
    private Anchor letter(String name, String key) {
        Anchor file = Parts.buttonLink(
                "/app-api/rounds/" + round.id() + "/" + name + ".docx", "download", getTranslation(key), "sm");
        file.setRouterIgnore(true);
        return file;
    }

    /** Who has sent no answer. */
    private Map<InviteeId, Replies.Answer> silent() {
        return told.stream()
                .filter(answer -> !InviteeStanding.of(round, answer, false, clock.instant())
                        .isAnswered())
                .collect(Collectors.toMap(answer -> answer.invitee().id(), Function.identity()));
    }

    /** Those who want more time and have not answered meanwhile. */
    private void requests(Map<InviteeId, Replies.Answer> silent) {
        List<TimeRequest> waiting = services.requests().of(askers.require(), round.id()).stream()
                .filter(TimeRequest::waits)
                .filter(request -> silent.containsKey(request.invitee()))
                .toList();
        if (!waiting.isEmpty()) {
            UnorderedList list = Parts.classed(new UnorderedList(), "rows", "asked-time");
            waiting.forEach(request -> list.add(
                    line(Objects.requireNonNull(silent.get(request.invitee())).invitee(), request)));
            add(list);
        }
    }

    private ListItem line(Invitee invitee, TimeRequest request) {
        String until = Moments.date(request.until());
        Span words = new Span(
                getTranslation("running.asked.by", invitee.name(), Moments.deadline(request.until(), getLocale())));
        Paragraph why = Parts.classed(
                new Paragraph(getTranslation("running.asked.reason", request.askedBy(), request.reason())), "cap");
        NativeButton grant = Parts.button("check", getTranslation("running.asked.grant", until), "sm");
        grant.setAriaLabel(getTranslation("running.asked.grant.of", until, invitee.name()));
        grant.addClickListener(click -> attempt(() -> grant(invitee, request)));
        NativeButton decline = act("close", "running.asked.decline", () -> askWhyNot(invitee, request));
        decline.setAriaLabel(getTranslation("running.asked.decline.ask", invitee.name()));
        return new ListItem(words, why, Parts.classed(new Div(grant, decline), "ways"));
    }

    private void grant(Invitee invitee, TimeRequest request) {
        services.requests().grant(askers.require(), round.id(), invitee.key(), null, OptionalInt.of(request.version()));
        done.accept(getTranslation("running.extended", Moments.deadline(request.until(), getLocale())));
    }

    private void askWhyNot(Invitee invitee, TimeRequest request) {
        TextField reason = new TextField(getTranslation("running.extend.reason"));
        reason.setMaxLength(TextGate.TITLE.most());
        NativeButton yes = act(
                "close",
                "running.asked.decline",
                () -> attempt(() -> {
                    services.requests()
                            .decline(
                                    askers.require(),
                                    round.id(),
                                    invitee.key(),
                                    reason.getValue(),
                                    OptionalInt.of(request.version()));
                    done.accept(getTranslation("running.asked.declined", invitee.name()));
                }));
        show(
                new Span(getTranslation("running.asked.decline.ask", invitee.name())),
                Parts.classed(new Div(reason), "pair"),
                yes);
    }

    private NativeButton act(String icon, String key, Runnable deed) {
        NativeButton button = Parts.button(icon, getTranslation(key), "sm");
        button.addClickListener(click -> deed.run());
        return button;
    }

    private void open() {
        services.openings().openNow(askers.require(), round.id(), OptionalInt.of(round.version()));
        done.accept(getTranslation("running.opened"));
    }

    private void callOff() {
        services.openings().callOff(askers.require(), round.id(), OptionalInt.of(round.version()));
        UI.getCurrent().navigate(Addresses.ROUNDS);
    }

    private void close() {
        rounds.close(askers.require(), round.id());
        done.accept(getTranslation("running.closed"));
    }

    private void lock() {
        rounds.lock(askers.require(), round.id());
        done.accept(getTranslation("running.locked"));
    }

    private void announce() {
        int told = services.announcing().announce(askers.require(), round.id());
        done.accept(getTranslation("running.announced", Figures.two(told)));
    }

    private void extendAll() {
        askForTime(
                getTranslation("running.extend.ask"),
                round.closes(),
                "running.extend.yes",
                (until, reason) -> rounds.extend(askers.require(), round.id(), until, reason));
    }

    /** What only the running of a round needs of the room. */
    @SpringComponent
    record Services(
            Openings openings,
            TimeRequests requests,
            Reminders reminders,
            Announcing announcing,
            Contacts contacts,
            RunningForms forms,
            OpinionSpread spread,
            ReplacedReplies replaced,
            StandIns standIns) {}

    @Override
    public void remind(List<String> keys) {
        attempt(() -> {
            Reminders.Outcome outcome = services.reminders().remind(askers.require(), round.id(), keys);
            String number = Figures.two(outcome.reminded().size());
            String said = outcome.earlier() == 0
                    ? getTranslation("board.reminded", number)
                    : getTranslation("board.reminded.earlier", number, Figures.two(outcome.earlier()));
            done.accept(
                    outcome.unreachable().isEmpty()
                            ? said
                            : getTranslation(
                                    "board.reminded.unreachable", said, String.join("; ", outcome.unreachable())));
        });
    }

    @Override
    public void called(Replies.Answer answer) {
        String name = answer.invitee().name();
        TextField note = new TextField(getTranslation("board.call.note"));
        note.setMaxLength(TextGate.TITLE.most());
        NativeButton yes = act(
                "check",
                "board.call",
                () -> attempt(() -> {
                    services.reminders()
                            .called(
                                    askers.require(),
                                    round.id(),
                                    answer.invitee().key(),
                                    note.getValue());
                    done.accept(getTranslation("board.call.done", name));
                }));
        show(new Span(getTranslation("board.call.of", name)), Parts.classed(new Div(note), "pair"), yes);
        scrollIntoView();
    }

    @Override
    public void letter(Replies.Answer answer) {
        show(services.forms().letter(this, round, answer));
    }

    @Override
    public void standsFor(Replies.Answer answer) {
        show(services.forms().standsFor(this, round, answer));
    }

    @Override
    public void signed(Replies.Answer answer) {
        NativeButton not = Parts.button("", getTranslation("running.not"));
        not.addClickListener(click -> show());
        Component upload = services.forms()
                .signed(
                        this,
                        round,
                        answer,
                        told -> attempt(() -> {
                            told.run();
                            done.accept(getTranslation("answering.signed.done"));
                        }));
        asking.removeAll();
        asking.add(Parts.classed(
                new Div(
                        new Span(
                                getTranslation("board.sign.of", answer.invitee().name())),
                        upload,
                        Parts.classed(new Paragraph(getTranslation("answering.signed.help")), "cap"),
                        Parts.classed(new Div(not), "ways")),
                "card",
                "asked-once"));
        not.focus();
        scrollIntoView();
    }

    @Override
    public void classified(Replies.Answer answer) {
        show(services.forms().classified(this, round, answer));
    }

    @Override
    public void contact(Replies.Answer answer, @Nullable Contact known) {
        show(services.forms().contact(this, round, answer, known));
    }

    private void show(RunningForms.Form form) {
        NativeButton yes = act(
                "check",
                form.yes(),
                () -> attempt(() -> {
                    form.deed().run();
                    done.accept(getTranslation(form.yes() + ".done"));
                }));
        show(new Span(form.question()), form.fields(), yes);
        scrollIntoView();
    }

    /** Asks how long one of the invitees gets. */
    @Override
    public void extend(Replies.Answer answer) {
        askForTime(
                getTranslation("running.one", answer.invitee().name()),
                round.deadlineOf(answer.invitee()),
                "running.one.yes",
                (until, reason) -> replies.extend(
                        askers.require(), round.id(), answer.invitee().key(), until, reason));
        scrollIntoView();
    }

    private void askForTime(String words, Instant before, String yes, BiConsumer<Instant, String> extend) {
        DayField day = new DayField(getTranslation("running.extend.new"));
        Instant now = clock.instant();
        LocalDate from =
                (before.isAfter(now) ? before : now).atZone(Moments.ZONE).toLocalDate();
        day.setMin(from);
        day.setValue(days.after(from, MORE));
        TextField reason = new TextField(getTranslation("running.extend.reason"));
        reason.setMaxLength(TextGate.TEXT.most());
        NativeButton go = act(
                "calendar-plus",
                yes,
                () -> attempt(() -> {
                    if (day.getValue() == null) {
                        throw Refusal.unprocessable("DEADLINE_MISSING");
                    }
                    Instant until = DeadlineChoice.endOf(day.getValue());
                    extend.accept(until, reason.getValue());
                    done.accept(getTranslation("running.extended", Moments.deadline(until, getLocale())));
                }));
        show(new Span(words), Parts.classed(new Div(day, reason), "pair"), go);
    }

    private void ask(String key, Runnable deed) {
        Span question = new Span(getTranslation(key + ".ask"));
        question.getElement().setAttribute("role", "alert");
        show(question, new Span(), act("", key, () -> attempt(deed)));
    }

    private void show(Component question, Component fields, NativeButton yes) {
        yes.removeClassName("sm");
        yes.addClassName("pri");
        NativeButton not = Parts.button("", getTranslation("running.not"));
        not.addClickListener(click -> show());
        asking.removeAll();
        asking.add(Parts.classed(
                new Div(question, fields, Parts.classed(new Div(yes, not), "ways")), "card", "asked-once"));
        not.focus();
    }

    private void attempt(Runnable deed) {
        refused.setText("");
        try {
            deed.run();
        } catch (Refusal refusal) {
            refused.setText(getTranslation("refusal." + refusal.code(), refusal.arguments()));
        }
    }
}
