package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Invitee;
import vn.gopy.round.InviteeId;
import vn.gopy.round.InviteeStanding;
import vn.gopy.round.ReplacedReplies.Replaced;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.StandIns.StandIn;
import vn.gopy.round.board.StateWords;
import vn.gopy.round.running.Contact;
import vn.gopy.round.running.Reminder;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.BrowserFiles;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/**
 * One row for each who is asked: how far it has come, what it says of each draft, its letter. For those who lead the
 * states stand above it, each with how many, which together are all; a press shows those alone.
 */
final class Board extends Div {

    private final transient Seen seen;
    private final transient List<Replies.Answer> answers;
    private final Div strip = Parts.classed(new Div(), "standings");
    private final Div tools = Parts.classed(new Div(), "row-acts", "board-tools");
    private final Div place = Parts.classed(new Div(), "scroll-x");
    private @Nullable InviteeStanding chosen;

    /**
     * What the board shows beside the answers.
     *
     * @param codes of the drafts by which the columns are named, in the order of the round
     * @param said how many opinions each has; empty where that is not told
     * @param leads whether the states are counted for who looks
     * @param opening whether who looks is told who has opened the drafts
     * @param running what can be done for those who have not answered; null for whoever does not run the round
     * @param contacts whom to call, by the id of the unit or person
     * @param standIns by whom it was answered for those who were asked, where another body did
     * @param replaced what of theirs was sent and has another in its place
     * @param reminded how they were reminded until now, the latest first
     */
    record Seen(
            Round round,
            Map<VersionId, String> codes,
            Map<UUID, Integer> said,
            boolean leads,
            boolean opening,
            @Nullable Running running,
            Map<InviteeId, List<Reminder>> reminded,
            Map<UUID, Contact> contacts,
            Map<InviteeId, List<Replaced>> replaced,
            Map<InviteeId, StandIn> standIns,
            Instant now) {}

    /** What whoever runs the round does for those who have not answered. */
    interface Running {
        void extend(Replies.Answer answer);

        void called(Replies.Answer answer);

        void remind(List<String> keys);

        void letter(Replies.Answer answer);

        void classified(Replies.Answer answer);

        /** Says for whom a body has answered that was not asked. */
        void standsFor(Replies.Answer answer);

        /** Takes in the signed copy of a sent letter. */
        void signed(Replies.Answer answer);

        /** @param known null where nobody has written it yet */
        void contact(Replies.Answer answer, @Nullable Contact known);
    }

    Board(Seen seen, List<Replies.Answer> answers) {
        this.seen = seen;
        this.answers = answers;
        if (seen.running() != null) {
            BrowserFiles.module(this, "answering/copies.js");
        }
        if (seen.leads()) {
            add(strip);
            strip.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("board.states"));
        }
        // A narrow window rolls it to the side, also by the keys.
        place.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("term.invitee"));
        if (seen.running() != null) {
            add(new CallList(seen, answers, seen.running()));
        }
        add(tools, place);
        show();
    }

    private InviteeStanding standing(Replies.Answer answer) {
        return InviteeStanding.of(seen.round(), answer, seen.opening(), seen.now());
    }

    private void show() {
        strip();
        tools.removeAll();
        remindShown();
        tools.add(file());
        place.removeAll();
        place.add(table());
    }

    /** Of those on the list; who answers without being on it stands beside the sum. */
    private void strip() {
        strip.removeAll();
        Map<InviteeStanding, Integer> counts = new EnumMap<>(InviteeStanding.class);
        answers.stream()
                .filter(answer -> answer.invitee().invited())
                .forEach(answer -> counts.merge(standing(answer), 1, Integer::sum));
        counts.forEach((standing, number) -> strip.add(filter(standing, number)));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        long beside = answers.stream()
                .filter(answer ->
                        !answer.invitee().invited() && standsFor(answer).isEmpty())
                .count();
        NativeButton sum = box(Figures.two(all), getTranslation("board.asked"), chosen == null);
        sum.addClassName("sum");
        sum.addClickListener(click -> choose(null));
        strip.add(sum);
        if (beside > 0) {
            strip.add(Parts.caption(getTranslation("board.uninvited", Figures.two((int) beside))));
        }
    }

    private NativeButton filter(InviteeStanding standing, int number) {
        NativeButton button = box(Figures.two(number), word(standing), standing == chosen);
        Look look = look(standing);
        button.addComponentAsFirst(new Icon(look.icon()));
        button.addClassName(look.colour());
        button.addClickListener(click -> choose(standing == chosen ? null : standing));
        return button;
    }

    private static NativeButton box(String number, String word, boolean on) {
        NativeButton button = new NativeButton();
        button.getElement()
                .appendChild(new Element("b").setText(number))
                .setAttribute("aria-pressed", Boolean.toString(on));
        button.add(new Span(word));
        return button;
    }

    private void choose(@Nullable InviteeStanding standing) {
        chosen = standing;
        show();
    }

    private NativeTable table() {
        NativeTable table = Parts.classed(new NativeTable(), "g", "stack", "board");
        NativeTableRow head = new NativeTableRow(
                heading("round.column.number", "n"),
                heading("term.invitee", "who"),
                heading("round.column.state", "state"));
        seen.codes().values().forEach(code -> head.add(Parts.classed(new NativeTableHeaderCell(code), "state")));
        if (!seen.said().isEmpty()) {
            head.add(heading("round.column.opinions", "n"));
        }
        head.add(lastHeading());
        NativeTableBody body = new NativeTableBody();
        int number = 0;
        for (Replies.Answer answer : answers) {
            number++;
            if (chosen == null || chosen == standing(answer)) {
                body.add(row(answer, number));
            }
        }
        table.add(new NativeTableHeader(head), body);
        return table;
    }

    /** On paper nothing is done, so that the column has letters alone. */
    private NativeTableHeaderCell lastHeading() {
        String letter = getTranslation("round.column.letter");
        NativeTableHeaderCell cell = Parts.classed(new NativeTableHeaderCell(), "letter");
        if (seen.running() == null) {
            cell.setText(letter);
        } else {
            cell.add(
                    Parts.classed(new Span(getTranslation("round.column.letterOrDeed")), "screen-only"),
                    Parts.classed(new Span(letter), "print-only"));
        }
        return cell;
    }

    private NativeTableHeaderCell heading(String key, String column) {
        return Parts.classed(new NativeTableHeaderCell(getTranslation(key)), column);
    }

    private NativeTableRow row(Replies.Answer answer, int number) {
        int opinions = seen.said().getOrDefault(answer.invitee().who(), 0);
        NativeTableRow row = new NativeTableRow(
                Parts.classed(new NativeTableCell(Integer.toString(number)), "n"), who(answer), stateCell(answer));
        for (VersionId draft : seen.codes().keySet()) {
            NativeTableCell position = new NativeTableCell();
            answer.reply()
                    .filter(reply -> answer.readable())
                    .map(reply -> reply.positions().get(draft))
                    .ifPresent(known -> position.add(
                            opinions == 0
                                    ? ReplyStates.of(this, known)
                                    : toOpinions(
                                            answer.invitee(),
                                            ReplyStates.of(this, known),
                                            getTranslation(StateWords.of(known)))));
            row.add(position);
        }
        if (!seen.said().isEmpty()) {
            NativeTableCell count = Parts.classed(new NativeTableCell(), "n");
            if (opinions > 0) {
                String sum = Figures.two(opinions);
                count.add(toOpinions(answer.invitee(), new Text(sum), sum));
            }
            row.add(count);
        }
        boolean waitedFor = seen.running() != null && !standing(answer).isAnswered();
        row.add(
                waitedFor
                        ? new NativeTableCell(new RowTools(seen, answer, Objects.requireNonNull(seen.running())))
                        : letterCell(answer));
        return row;
    }

    private NativeTableCell who(Replies.Answer answer) {
        Invitee invitee = answer.invitee();
        NativeTableCell who = new NativeTableCell(invitee.name());
        if (!invitee.invited()) {
            String standing = standsFor(answer)
                    .map(one -> getTranslation("invitee.standsFor", one.askedName()))
                    .orElse(getTranslation("invitee.uninvited"));
            who.add(Parts.caption(" · " + standing));
            if (seen.running() != null && sentByUnit(answer)) {
                who.add(
                        new Text(" "),
                        way(answer, "running.standsFor", "running.standsFor.ask", seen.running()::standsFor));
            }
        }
        Optional.ofNullable(seen.standIns().get(invitee.id()))
                .ifPresent(one -> who.add(Parts.caption(" · " + getTranslation("invitee.answeredBy", one.name()))));
        List<Replaced> before = seen.replaced().getOrDefault(invitee.id(), List.of());
        if (!before.isEmpty()) {
            String words = getTranslation("replaced.some", Figures.two(before.size()));
            who.add(new Text(" · "), toOpinions(invitee, new Text(words), words));
        }
        return who;
    }

    /** The way from a cell to what this one said; heard, it says where it leads. */
    private Component toOpinions(Invitee invitee, Component shown, String words) {
        Anchor way = Parts.classed(
                new Anchor(Addresses.with(Addresses.round(seen.round().id()), RoundView.OF, invitee.key())), "lnk");
        way.add(shown);
        way.setAriaLabel(words + " · " + getTranslation("round.opinionsOf", invitee.name()));
        return way;
    }

    private NativeTableCell letterCell(Replies.Answer answer) {
        NativeTableCell cell =
                new NativeTableCell(answer.reply().map(Board::letter).orElse(""));
        answer.reply()
                .filter(reply -> answer.readable() && !reply.signedCopy().isEmpty())
                .ifPresent(reply -> {
                    Anchor file = SignedCopyPart.link(
                            seen.round().id(), answer.invitee().key(), getTranslation("board.signed"));
                    file.setAriaLabel(
                            getTranslation("board.signed.of", answer.invitee().name()));
                    cell.add(new Text(" "), file);
                });
        if (seen.running() != null
                && sentByUnit(answer)
                && !seen.standIns().containsKey(answer.invitee().id())) {
            boolean kept = answer.reply()
                    .filter(reply -> !reply.signedCopy().isEmpty())
                    .isPresent();
            cell.add(
                    new Text(" "),
                    way(answer, kept ? "board.sign.replace" : "board.sign", "board.sign.of", seen.running()::signed));
        }
        return cell;
    }

    private static boolean sentByUnit(Replies.Answer answer) {
        return answer.invitee().unit() != null
                && answer.reply().filter(Reply::isSent).isPresent();
    }

    private Optional<StandIn> standsFor(Replies.Answer sender) {
        return seen.standIns().values().stream()
                .filter(one -> one.sender().equals(sender.invitee().id()))
                .findFirst();
    }

    /** A small press in a cell; heard, it says of whom. */
    private NativeButton way(Replies.Answer answer, String words, String spoken, Consumer<Replies.Answer> deed) {
        NativeButton way = Parts.classed(new NativeButton(getTranslation(words)), "lnk");
        way.setAriaLabel(getTranslation(spoken, answer.invitee().name()));
        way.addClickListener(press -> deed.accept(answer));
        return way;
    }

    private static String letter(Reply reply) {
        String date = reply.letterDate() == null ? "" : ", " + Moments.date(reply.letterDate());
        return reply.letterNumber().isEmpty() ? "" : reply.letterNumber() + date;
    }

    /** On paper nobody reads who has opened the drafts. */
    private NativeTableCell stateCell(Replies.Answer answer) {
        InviteeStanding standing = standing(answer);
        State state = state(answer);
        if (standing != InviteeStanding.OPENED && standing != InviteeStanding.NOT_OPENED) {
            return new NativeTableCell(state);
        }
        state.addClassName("screen-only");
        Span onPaper = Parts.classed(new Span(word(InviteeStanding.UNANSWERED)), "print-only");
        return new NativeTableCell(state, onPaper);
    }

    /** A reply as far as it has gone; who has none, by what is known of the silent. */
    private State state(Replies.Answer answer) {
        InviteeStanding standing = standing(answer);
        if (standing == InviteeStanding.SECRET) {
            return ReplyStates.secret(this);
        }
        return answer.reply()
                .filter(reply -> StateWords.tells(reply, standing))
                .map(reply -> ReplyStates.of(this, seen.round(), reply))
                .orElseGet(() -> {
                    Look look = look(standing);
                    return new State(look.tone(), look.icon(), word(standing));
                });
    }

    private String word(InviteeStanding standing) {
        return getTranslation("board.state." + standing);
    }

    /** How a standing looks: without colour too it is told by its icon. */
    private record Look(Tone tone, String icon, String colour) {}

    private static Look look(InviteeStanding standing) {
        return switch (standing) {
            case AGREED -> new Look(Tone.OK, "check", "c-ok");
            case AGREED_WITH -> new Look(Tone.PART, "opinion", "c-part");
            case OBJECTED -> new Look(Tone.NO, "close", "c-no");
            case SECRET -> new Look(Tone.KEEP, "lock", "c-keep");
            case WAITING_HEAD -> new Look(Tone.ACCENT, "stamp", "c-acc");
            case PREPARING -> new Look(Tone.ACCENT, "pen", "c-acc");
            case EXTENSION -> new Look(Tone.WAIT, "calendar-plus", "c-wait");
            case OPENED -> new Look(Tone.IDLE, "eye", "c-idle");
            case NOT_OPENED, UNANSWERED, NONE -> new Look(Tone.IDLE, "unopened", "c-idle");
            case DEEMED -> new Look(Tone.IDLE, "half", "c-idle");
        };
    }

    /** What is shown, as an Excel file. */
    private Anchor file() {
        String path = "/app-api/rounds/" + seen.round().id() + "/board.xlsx";
        Anchor file = Parts.buttonLink(
                chosen == null ? path : Addresses.with(path, "standing", chosen.name()),
                "download",
                getTranslation("board.file"),
                "sm");
        file.setRouterIgnore(true);
        return file;
    }

    /** Reminds all who have not answered among those shown. */
    private void remindShown() {
        if (seen.running() == null) {
            return;
        }
        Running running = seen.running();
        List<String> silent = shown().stream()
                .filter(answer -> !standing(answer).isAnswered())
                .map(answer -> answer.invitee().key())
                .toList();
        if (!silent.isEmpty()) {
            NativeButton remind =
                    Parts.button("bell", getTranslation("board.remind.shown", Figures.two(silent.size())), "sm");
            remind.addClickListener(click -> running.remind(silent));
            tools.add(remind);
        }
    }

    private List<Replies.Answer> shown() {
        return answers.stream()
                .filter(answer -> chosen == null || chosen == standing(answer))
                .toList();
    }
}
