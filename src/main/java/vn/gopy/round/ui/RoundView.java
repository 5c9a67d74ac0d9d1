package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Invitee;
import vn.gopy.round.OpinionFigures;
import vn.gopy.round.OutcomeCounts;
import vn.gopy.round.OutcomeFigures;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.Round;
import vn.gopy.round.RoundFigures;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** One round: its drafts, who has answered and how, the sums, and the official table to download. */
@Route(Addresses.ROUNDS)
@PermitAll
class RoundView extends Main implements HasUrlParameter<String>, HasDynamicTitle, Breadcrumb {

    /** Names in the address whose opinions are shown. */
    private static final String OF = "cua";

    private final Askers askers;
    private final Rounds rounds;
    private final Replies replies;
    private final OpinionFigures opinions;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final InstallationSettings settings;
    private final Clock clock;
    private Round round;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    RoundView(
            Askers askers,
            Rounds rounds,
            Replies replies,
            OpinionFigures opinions,
            Drafts drafts,
            Dossiers dossiers,
            InstallationSettings settings,
            Clock clock) {
        this.askers = askers;
        this.rounds = rounds;
        this.replies = replies;
        this.opinions = opinions;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.settings = settings;
        this.clock = clock;
        addClassName("page");
    }

    @Override
    public void setParameter(BeforeEvent event, String id) {
        Person asker = askers.require();
        try {
            round = rounds.get(asker, new RoundId(UUID.fromString(id)));
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        removeAll();
        show(asker, event.getLocation().getQueryParameters().getSingleParameter(OF));
    }

    private void show(Person asker, Optional<String> whose) {
        add(head(asker), draftLinks(asker));
        if (rounds.mayRun(asker) && round.lockedAt() == null && round.announcedAt() == null) {
            add(new RoundRunning(askers, rounds, replies, clock, round, this::again));
        }
        Div board = new Div();
        RoundSide side = new RoundSide();
        if (mayCount(asker)) {
            RoundFigures answers = Objects.requireNonNull(
                    rounds.figures(asker, List.of(round.id())).get(round.id()));
            OutcomeFigures said = opinions.figures(asker, round.id());
            add(sums(answers.overall(), said.overall()));
            if (round.drafts().size() > 1) {
                side.byDraft(draftNames(asker), answers, said);
            }
        }
        whose.flatMap(key -> opinionsOf(asker, key)).ifPresent(board::add);
        List<Replies.Answer> told = replies.list(asker, round.id());
        board.add(answersSection(asker, told));
        if (mayCount(asker) && !replies.withheld(asker, round)) {
            side.byDay(told);
        }
        add(side.getComponentCount() == 0 ? board : Parts.classed(new Div(board, side), "cols", "with-side"));
    }

    /** Shows the round as it is after something was done, which is said above it. */
    private void again(String done) {
        Person asker = askers.require();
        round = rounds.get(asker, round.id());
        removeAll();
        Div said = Parts.classed(new Div(new Icon("check"), new Span(done)), "note", "ok");
        said.getElement().setAttribute("role", "status");
        add(said);
        show(asker, Optional.empty());
    }

    private boolean mayCount(Person asker) {
        return asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
    }

    private boolean mayExport(Person asker) {
        boolean afterClosing = round.state(clock.instant()) != RoundState.OPEN;
        return asker.is(Role.SECRETARIAT) || (asker.is(Role.CHAIR) && afterClosing);
    }

    private Component head(Person asker) {
        Div head = Parts.classed(new Div(), "page-head");
        head.add(Parts.title(round.title()), state());
        head.add(Parts.caption(Moments.deadline(round.closes(), getLocale())));
        Div acts = Parts.classed(new Div(), "acts");
        replies.list(asker, round.id()).stream()
                .filter(answer -> ReplyAccess.own(asker, answer.invitee()))
                .findFirst()
                .ifPresent(answer -> acts.add(toReply(answer)));
        if (mayExport(asker)) {
            Anchor export = Parts.buttonLink(
                    "/app-api/rounds/" + round.id() + "/consolidation.docx",
                    "download",
                    getTranslation("action.exportTable"),
                    "pri");
            export.setRouterIgnore(true);
            acts.add(export);
        }
        if (acts.getComponentCount() > 0) {
            head.add(acts);
        }
        return head;
    }

    private Anchor toReply(Replies.Answer answer) {
        boolean sent = answer.reply().filter(Reply::isSent).isPresent();
        String words =
                sent ? getTranslation("answering.open.see", answer.invitee().name()) : getTranslation("answering.open");
        return Parts.buttonLink(Addresses.reply(round.id()), "reply", words, sent ? "sm" : "pri");
    }

    private State state() {
        RoundState state = round.state(clock.instant());
        if (state == RoundState.OPEN) {
            long days = Moments.daysUntil(round.closes(), clock.instant());
            String words =
                    days == 0 ? getTranslation("round.state.today") : getTranslation("round.state.closing", days);
            return new State(settings.get().practice().isSoon(days) ? Tone.WAIT : Tone.ACCENT, "clock", words);
        }
        return new State(
                Tone.IDLE, state == RoundState.PREPARING ? "calendar" : "lock", getTranslation("round.state." + state));
    }

    private Component draftLinks(Person asker) {
        Div links = Parts.classed(new Div(), "draft-links");
        drafts(asker).forEach(version -> link(asker, version).ifPresent(links::add));
        return links;
    }

    private Optional<Component> link(Person asker, DraftVersion version) {
        try {
            Dossier dossier = dossiers.get(asker, version.dossierId());
            String words = dossier.title() + " · " + getTranslation("term.draft", version.ordinal());
            Div line = Parts.classed(new Div(), "draft-link");
            Anchor reader = new Anchor(Addresses.draft(dossier.id(), version.ordinal()), words);
            reader.addClassName("lnk");
            line.add(reader);
            if (mayExport(asker) && round.drafts().size() > 1) {
                Anchor one = Parts.buttonLink(
                        "/app-api/rounds/" + round.id() + "/consolidation.docx?draft=" + version.id(),
                        "download",
                        getTranslation("round.tableOfDraft"),
                        "sm");
                one.setRouterIgnore(true);
                line.add(one);
            }
            return Optional.of(line);
        } catch (Refusal hidden) {
            return Optional.empty();
        }
    }

    private Component sums(AnswerCounts answers, OutcomeCounts became) {
        Div sums = Parts.classed(new Div(), "sums");
        sums.add(new Paragraph(getTranslation(
                "round.sums",
                two(answers.answered()),
                two(answers.asked()),
                two(answers.agreed()),
                two(answers.agreedWithOpinions()),
                two(answers.objected()),
                two(answers.classified()),
                two(answers.noAnswer()))));
        sums.add(new Paragraph(getTranslation(
                "round.opinionSums",
                two(became.opinions()),
                two(became.accepted()),
                two(became.partlyAccepted()),
                two(became.kept()),
                two(became.noted()),
                two(became.escalated()),
                two(became.pending()))));
        return new Section(Parts.section(getTranslation("round.figures"), ""), sums);
    }

    private Component answersSection(Person asker, List<Replies.Answer> told) {
        Section section = new Section(Parts.section(getTranslation("round.answers"), two(told.size())));
        if (!replies.withheld(asker, round)) {
            section.add(table(asker, told));
            return section;
        }
        List<Replies.Answer> own =
                told.stream().filter(Replies.Answer::readable).toList();
        if (!own.isEmpty()) {
            section.add(table(asker, own));
        }
        Div request = Parts.classed(new Div(), "ask-full");
        NativeButton button = Parts.button("eye", getTranslation("round.readAll"), "sm");
        button.addClickListener(pressed -> {
            Person presser = askers.require();
            section.remove(request);
            section.add(table(presser, replies.full(presser, round.id())));
        });
        request.add(Parts.caption(getTranslation("round.totalsOnly")), button);
        section.add(request);
        return section;
    }

    private Component table(Person asker, List<Replies.Answer> answers) {
        Map<UUID, Integer> said = opinions.counts(asker, round.id());
        NativeTable table = Parts.classed(new NativeTable(), "g", "stack", "board");
        NativeTableRow head = new NativeTableRow(
                heading("round.column.number", "n"),
                heading("term.invitee", "who"),
                heading("round.column.state", "state"));
        draftNames(asker).values().forEach(code -> head.add(Parts.classed(new NativeTableHeaderCell(code), "state")));
        if (!said.isEmpty()) {
            head.add(heading("round.column.opinions", "n"));
        }
        head.add(heading("round.column.letter", "letter"));
        NativeTableBody body = new NativeTableBody();
        answers.forEach(answer -> body.add(row(asker, answer, body.getComponentCount() + 1, said)));
        table.add(new NativeTableHeader(head), body);
        return Parts.classed(new Div(table), "scroll-x");
    }

    private NativeTableHeaderCell heading(String key, String column) {
        return Parts.classed(new NativeTableHeaderCell(getTranslation(key)), column);
    }

    /** The codes of the dossiers of the drafts, in the order of the round. */
    private Map<VersionId, String> draftNames(Person asker) {
        Map<VersionId, String> names = new LinkedHashMap<>();
        round.drafts().forEach(id -> names.put(id, ""));
        drafts(asker).forEach(version -> names.put(version.id(), draftName(asker, version)));
        return names;
    }

    private String draftName(Person asker, DraftVersion version) {
        try {
            return dossiers.get(asker, version.dossierId()).code();
        } catch (Refusal hidden) {
            return "";
        }
    }

    /** Those that the asker may see, in the order of the round. */
    private List<DraftVersion> drafts(Person asker) {
        return drafts.among(asker, round.drafts()).stream()
                .sorted(Comparator.comparingInt(version -> round.drafts().indexOf(version.id())))
                .toList();
    }

    private NativeTableRow row(Person asker, Replies.Answer answer, int number, Map<UUID, Integer> said) {
        int opinions = said.getOrDefault(answer.invitee().who(), 0);
        NativeTableRow row = new NativeTableRow(
                Parts.classed(new NativeTableCell(Integer.toString(number)), "n"),
                new NativeTableCell(new Span(answer.invitee().name())),
                new NativeTableCell(stateOf(asker, answer)));
        for (VersionId draft : round.drafts()) {
            Component position = answer.reply()
                    .filter(reply -> answer.readable())
                    .map(reply -> reply.positions().get(draft))
                    .<Component>map(known -> opinions == 0
                            ? ReplyStates.of(this, known)
                            : toOpinions(answer.invitee(), ReplyStates.of(this, known)))
                    .orElseGet(Span::new);
            row.add(new NativeTableCell(position));
        }
        if (!said.isEmpty()) {
            Component count = opinions == 0 ? new Span() : toOpinions(answer.invitee(), new Span(two(opinions)));
            row.add(Parts.classed(new NativeTableCell(count), "n"));
        }
        row.add(new NativeTableCell(new Span(answer.reply().map(this::letter).orElse(""))));
        return row;
    }

    /** The way from a cell to what this one said. */
    private Component toOpinions(Invitee invitee, Component shown) {
        Anchor way = Parts.classed(new Anchor(Addresses.with(Addresses.round(round.id()), OF, invitee.key())), "lnk");
        way.add(shown, Parts.classed(new Span(getTranslation("round.opinionsOf", invitee.name())), "vh"));
        return way;
    }

    /** What the one named in the address has said, each with the way to its place. */
    private Optional<Component> opinionsOf(Person asker, String key) {
        return replies.list(asker, round.id()).stream()
                .map(Replies.Answer::invitee)
                .filter(invitee -> invitee.key().equals(key))
                .findFirst()
                .map(invitee -> opinionsOf(invitee, opinions.of(asker, invitee)));
    }

    private Component opinionsOf(Invitee invitee, List<OpinionFigures.Said> said) {
        Section section =
                new Section(Parts.section(getTranslation("round.opinionsOf", invitee.name()), two(said.size())));
        section.setId("y-kien");
        UnorderedList list = Parts.classed(new UnorderedList(), "rows");
        said.forEach(one -> list.add(new ListItem(
                one.path().isEmpty()
                        ? new Span(one.place())
                        : Parts.classed(new Anchor(one.path(), one.place()), "row-title"),
                new Paragraph(words(one)))));
        section.add(said.isEmpty() ? Parts.classed(new Paragraph(getTranslation("empty.opinions")), "empty") : list);
        section.getElement().executeJs("this.scrollIntoView({ block: 'start' })");
        return section;
    }

    private String words(OpinionFigures.Said said) {
        return said.proposal() == null
                ? said.words()
                : (said.words() + " " + getTranslation("round.proposes", said.proposal())).strip();
    }

    private String letter(Reply reply) {
        String date = reply.letterDate() == null ? "" : ", " + Moments.date(reply.letterDate());
        return reply.letterNumber().isEmpty() ? "" : reply.letterNumber() + date;
    }

    private State stateOf(Person asker, Replies.Answer answer) {
        if (answer.invitee().classifiedAt() != null) {
            return ReplyStates.secret(this);
        }
        Reply reply = answer.reply().orElse(null);
        if (reply == null) {
            return silent(asker, answer);
        }
        return ReplyStates.of(this, round, reply);
    }

    /** Who has opened the drafts is told to the secretariat alone. */
    private State silent(Person asker, Replies.Answer answer) {
        if (round.state(clock.instant()) != RoundState.OPEN) {
            return new State(Tone.IDLE, "unopened", getTranslation("invitee.none"));
        }
        if (!asker.is(Role.SECRETARIAT)) {
            return new State(Tone.IDLE, "unopened", getTranslation("invitee.unanswered"));
        }
        boolean opened = answer.invitee().openedAt() != null;
        return new State(
                Tone.IDLE,
                opened ? "eye" : "unopened",
                getTranslation(opened ? "invitee.opened" : "invitee.notOpened"));
    }

    private static String two(int number) {
        return Figures.two(number);
    }

    @Override
    public String getPageTitle() {
        return round.title() + " · Góp Ý";
    }

    @Override
    public String place() {
        return round.title();
    }

    @Override
    public String sectionName() {
        return getTranslation("nav.rounds");
    }

    @Override
    public String sectionPath() {
        return Addresses.page(Addresses.ROUNDS);
    }
}
