package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.SpringComponent;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Answering;
import vn.gopy.round.Answering.Sheet;
import vn.gopy.round.AnsweringOpinions;
import vn.gopy.round.Approval;
import vn.gopy.round.Capacity;
import vn.gopy.round.Consents;
import vn.gopy.round.Keeping;
import vn.gopy.round.Position;
import vn.gopy.round.ReplacedReplies;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAct;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.round.inner.InnerAsks;
import vn.gopy.round.letter.ReplySigners;
import vn.gopy.round.letter.SignedCopies;
import vn.gopy.round.route.ReplyRoutes;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/**
 * The screen on which a unit or a person answers a round: a position on each draft, what is said on clauses beside it, and
 * the way from the staff to the head and out.
 */
@Route(Addresses.REPLY)
@PermitAll
class ReplyView extends Main implements BeforeEnterObserver, HasDynamicTitle, Breadcrumb, ReplyPage {

    /** Names in the address which of several invitations is shown. */
    private static final String FOR = "cho";

    private final Askers askers;
    private final Rounds rounds;
    private final Replies replies;
    private final Services services;
    private final InstallationSettings settings;
    private final Clock clock;
    private final Div said = new Div();
    private final Paragraph refused = Parts.classed(new Paragraph(), "err");
    private List<Sheet> sheets = List.of();
    private List<Draft> drafts = List.of();
    private Map<VersionId, Position> instead = new LinkedHashMap<>();
    private String noteInstead = "";
    private boolean amending;
    private Sheet sheet;
    private Div tools;
    private PositionRows positions;
    private EarlierSection earlier;
    private Div main;
    private ReplySide side;
    private ReplyFoot foot;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    ReplyView(
            Askers askers,
            Rounds rounds,
            Replies replies,
            Services services,
            InstallationSettings settings,
            Clock clock) {
        this.askers = askers;
        this.rounds = rounds;
        this.replies = replies;
        this.services = services;
        this.settings = settings;
        this.clock = clock;
        addClassNames("reader-page", "answering");
        refused.getElement().setAttribute("role", "alert");
    }

    /** What only this screen needs of the room. */
    @SpringComponent
    record Services(
            Answering answering,
            AnsweringOpinions opinions,
            Consents consents,
            Approval approval,
            TimeRequests requests,
            ReplySigners signers,
            SignedCopies copies,
            ReplyRoutes routes,
            InnerAsks inner,
            Keeping keeping,
            ReplacedReplies replaced) {}

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person asker = askers.require();
        String wanted =
                event.getLocation().getQueryParameters().getSingleParameter(FOR).orElse("");
        try {
            RoundId id = new RoundId(
                    UUID.fromString(event.getRouteParameters().get("round").orElse("")));
            sheets = services.answering().of(asker, id);
            sheet = sheets.stream()
                    .filter(one -> wanted.isEmpty() || one.invitee().key().equals(wanted))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        replies.opened(asker, sheet.round().id());
        Map<VersionId, Rounds.DraftPlace> places =
                rounds.places(asker, sheet.round().drafts());
        drafts = sheet.round().drafts().stream()
                .filter(places::containsKey)
                .map(draft -> new Draft(draft, Objects.requireNonNull(places.get(draft))))
                .toList();
        amending = false;
        build();
    }

    private void build() {
        removeAll();
        tools = Parts.classed(new Div(), "tools");
        said.removeAll();
        said.setClassName("said");
        said.getElement().setAttribute("role", "status");
        refused.setText("");
        positions = new PositionRows(this);
        side = new ReplySide(
                this,
                replies,
                services.opinions(),
                new TimeSection(this, services.requests(), settings.get().days(), clock),
                new RouteSection(this, services.routes()),
                new InnerSection(this, services.inner()),
                services.signers(),
                new SignedCopyPart(
                        this, services.copies(), settings.get().practice().largestFile() << 20),
                services.replaced());
        foot = new ReplyFoot(this, replies, services.approval(), this::sendInstead, side, clock);
        earlier = new EarlierSection(this, services.keeping());
        main = Parts.classed(new Div(refused, said), "col");
        order();
        add(tools, main, side, foot);
        tell("");
        tools();
    }

    private void tools() {
        tools.removeAll();
        Round round = sheet.round();
        boolean own = sheet.invitee().unit() == null;
        H1 title = new H1(
                own
                        ? getTranslation("answering.title.own")
                        : getTranslation("answering.title", sheet.invitee().name()));
        tools.add(Parts.classed(title, "s"), state(), Parts.classed(new Span(), "sep"), left(round));
        tools.add(Parts.classed(
                new Span(Moments.deadline(round.deadlineOf(sheet.invitee()), getLocale())), "mut", "deadline"));
        if (sheets.size() > 1) {
            Nav others = Parts.classed(new Nav(), "seg");
            others.getElement().setAttribute("aria-label", getTranslation("answering.whose"));
            sheets.forEach(one -> others.add(tab(one)));
            tools.add(Parts.classed(new Span(), "grow"), others);
        }
    }

    private Anchor tab(Sheet one) {
        String name = one.invitee().unit() == null
                ? getTranslation("answering.own")
                : one.invitee().name();
        Anchor tab = new Anchor(
                Addresses.with(
                        Addresses.reply(sheet.round().id()), FOR, one.invitee().key()),
                name);
        if (one.invitee().id().equals(sheet.invitee().id())) {
            tab.getElement().setAttribute("aria-current", "page");
        }
        return tab;
    }

    private State state() {
        if (sheet.invitee().classifiedAt() != null) {
            return ReplyStates.secret(this);
        }
        return sheet.reply()
                .map(reply -> ReplyStates.of(this, sheet.round(), reply))
                .orElseGet(() -> new State(Tone.IDLE, "unopened", getTranslation("answering.state.none")));
    }

    private Span left(Round round) {
        Instant now = clock.instant();
        Instant deadline = round.deadlineOf(sheet.invitee());
        long days = Moments.daysUntil(deadline, now);
        boolean over = !now.isBefore(deadline);
        String words = over
                ? getTranslation("answering.over")
                : days == 0 ? getTranslation("answering.today") : getTranslation("answering.day", days);
        Span left = Parts.classed(new Span(new Icon("clock"), new Span(words)), "tag");
        if (over || settings.get().practice().isSoon(days)) {
            left.addClassName("c-wait");
        }
        return left;
    }

    /** Says how it stands in a sentence, after what was just done. */
    private void tell(String done) {
        said.removeAll();
        if (!done.isEmpty()) {
            said.add(Parts.classed(new Div(new Icon("check"), new Span(done)), "note", "ok"));
        }
        new ReplyWords(this, clock.instant()).say(said);
    }

    @Override
    public Person asker() {
        return askers.require();
    }

    @Override
    public Sheet sheet() {
        return sheet;
    }

    @Override
    public List<Draft> drafts() {
        return drafts;
    }

    @Override
    public Optional<Position> position(VersionId draft) {
        return amending
                ? Optional.ofNullable(instead.get(draft))
                : sheet.reply().map(reply -> reply.positions().get(draft));
    }

    @Override
    public String note() {
        return amending ? noteInstead : sheet.reply().map(Reply::note).orElse("");
    }

    /** What has been put before the head is changed by the head alone, until it is taken back. */
    @Override
    public boolean writable() {
        boolean waits = sheet.reply().filter(Reply.Submitted.class::isInstance).isPresent();
        return amending || (sheet.may(ReplyAct.WRITE) && (!waits || sheet.may(ReplyAct.SEND)));
    }

    @Override
    public boolean amending() {
        return amending;
    }

    @Override
    public void choose(Map<VersionId, Position> chosen) {
        if (amending) {
            instead.putAll(chosen);
            positions.show();
            return;
        }
        if (attempt(() -> put(chosen, null), "")) {
            foot.saved();
        }
    }

    @Override
    public void write(String note) {
        if (amending) {
            noteInstead = note;
            return;
        }
        if (attempt(() -> put(Map.of(), note), "")) {
            foot.saved();
        }
    }

    private void put(Map<VersionId, Position> chosen, @Nullable String note) {
        replies.put(
                asker(),
                sheet.round().id(),
                sheet.invitee().key(),
                chosen,
                note,
                sheet.entered() ? OptionalInt.empty() : OptionalInt.of(sheet.version()));
    }

    private void sendInstead(Capacity capacity) {
        attempt(
                () -> {
                    services.consents()
                            .amend(
                                    asker(),
                                    sheet.round().id(),
                                    sheet.invitee().key(),
                                    instead,
                                    noteInstead,
                                    OptionalInt.of(sheet.version()),
                                    capacity);
                    amending = false;
                },
                "");
    }

    @Override
    public void amend(boolean begun) {
        instead = new LinkedHashMap<>(sheet.reply().map(Reply::positions).orElse(Map.of()));
        noteInstead = sheet.reply().map(Reply::note).orElse("");
        amending = begun;
        show("");
    }

    @Override
    public boolean attempt(Runnable work, String done) {
        refused.setText("");
        try {
            work.run();
            read();
            show(done);
            return true;
        } catch (Refusal refusal) {
            read();
            show("");
            refused.setText(getTranslation("refusal." + refusal.code(), refusal.arguments()));
            return false;
        }
    }

    /** How it stands now; what somebody else has done meanwhile is seen with it. */
    private void read() {
        sheets = services.answering().of(asker(), sheet.round().id());
        sheet = sheets.stream()
                .filter(one -> one.invitee().id().equals(sheet.invitee().id()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Who writes sees first what was said before; who approves, or reads what was sent, what this reply says. */
    private void order() {
        boolean written = sheet.reply()
                .filter(reply -> !(reply instanceof Reply.Prepared))
                .isPresent();
        main.add(written ? positions : earlier, written ? earlier : positions);
    }

    private void show(String done) {
        order();
        tools();
        tell(done);
        positions.show();
        earlier.show();
        side.show();
        foot.show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("answering.page") + " · " + sheet.round().title() + " · Góp Ý";
    }

    @Override
    public String place() {
        return sheet.round().title();
    }

    @Override
    public String sectionName() {
        return getTranslation("nav.rounds");
    }

    @Override
    public String sectionPath() {
        return Addresses.round(sheet.round().id());
    }

    @Override
    public boolean wide() {
        return true;
    }
}
