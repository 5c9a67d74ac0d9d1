package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.VersionId;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Invitee;
import vn.gopy.round.ReplacedReplies.Replaced;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.ReplyAccess;
import vn.gopy.round.Round;
import vn.gopy.round.RoundFigures;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.Visibility;
import vn.gopy.round.figures.OpinionFigures;
import vn.gopy.round.figures.OutcomeCounts;
import vn.gopy.round.figures.OutcomeFigures;
import vn.gopy.round.running.Reminder;
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
    static final String OF = "cua";

    private final Askers askers;
    private final Rounds rounds;
    private final Replies replies;
    private final OpinionFigures opinions;
    private final RoundRunning.Services services;
    private final InstallationSettings settings;
    private final Clock clock;
    private Round round;
    private @Nullable RoundRunning running;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    RoundView(
            Askers askers,
            Rounds rounds,
            Replies replies,
            OpinionFigures opinions,
            RoundRunning.Services services,
            InstallationSettings settings,
            Clock clock) {
        this.askers = askers;
        this.rounds = rounds;
        this.replies = replies;
        this.opinions = opinions;
        this.services = services;
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
        List<Replies.Answer> told = replies.list(asker, round.id());
        boolean ended = !rounds.ended(List.of(round.id())).isEmpty();
        boolean counts = mayCount(asker);
        add(head(asker, told, ended));
        if (!counts) {
            add(draftLinks(asker));
        }
        running = null;
        if (rounds.mayRun(asker, round) && round.announcedAt() == null) {
            running = new RoundRunning(
                    askers, rounds, replies, services, settings.get().days(), clock, round, told, this::again);
            add(running);
        }
        Div board = new Div();
        RoundSide side = new RoundSide();
        whose.flatMap(key -> opinionsOf(asker, key)).ifPresent(board::add);
        board.add(answersSection(asker, told));
        if (counts) {
            RoundFigures answers = Objects.requireNonNull(
                    rounds.figures(asker, List.of(round.id())).get(round.id()));
            OutcomeFigures said = opinions.figures(asker, round.id());
            side.add(new Section(Parts.section(getTranslation("round.drafts"), ""), draftLinks(asker)));
            side.byDraft(draftNames(asker), answers, said);
            board.add(sums(answers.overall(), said.overall()));
        }
        if (counts && !replies.withheld(asker, round)) {
            side.byDay(round, told, clock.instant());
        }
        services.spread().chapters(asker, round).forEach(side::byChapter);
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

    private boolean prepared() {
        return round.state(clock.instant()) == RoundState.PREPARING;
    }

    private boolean mayCount(Person asker) {
        return asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
    }

    private boolean mayExport(Person asker) {
        boolean afterClosing = !clock.instant().isBefore(round.closes());
        return asker.is(Role.SECRETARIAT)
                || ((asker.is(Role.CHAIR) || round.approver().is(asker)) && afterClosing);
    }

    private Component head(Person asker, List<Replies.Answer> told, boolean ended) {
        Div head = Parts.classed(new Div(), "page-head", "round-head");
        head.add(Parts.title(round.title()), state());
        if (prepared()) {
            head.add(Parts.caption(getTranslation("round.opens", Moments.shortly(round.opensAt()))));
        }
        head.add(Parts.caption(Moments.deadline(round.closes(), getLocale())));
        if (mayCount(asker) || round.approver().is(asker)) {
            head.add(
                    Parts.caption(getTranslation("approver.is", services.forms().approverOf(this, round))));
        }
        if (round.visibility() == Visibility.PUBLIC && !prepared()) {
            Anchor posted =
                    Parts.classed(new Anchor(Addresses.posted(round.id()), getTranslation("posted.address")), "lnk");
            posted.setRouterIgnore(true);
            head.add(posted);
        }
        if (ended) {
            head.add(Parts.caption(getTranslation("refusal.DOSSIER_ENDED")));
        }
        Div acts = Parts.classed(new Div(), "acts");
        told.stream()
                .filter(answer -> !ended || answer.reply().filter(Reply::isSent).isPresent())
                .filter(answer -> ReplyAccess.own(asker, answer.invitee()))
                .findFirst()
                .ifPresent(answer -> acts.add(toReply(answer)));
        if (rounds.mayRun(asker) && !prepared()) {
            acts.add(Parts.buttonLink(
                    Addresses.consolidation(round.id()), "table", getTranslation("consolidating.open")));
        }
        if (mayExport(asker) && !prepared()) {
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
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(asker, round.drafts());
        round.drafts().stream()
                .filter(places::containsKey)
                .forEach(draft -> links.add(link(asker, draft, Objects.requireNonNull(places.get(draft)))));
        return links;
    }

    private Component link(Person asker, VersionId draft, Rounds.DraftPlace place) {
        String name = getTranslation(place.name().key(), place.name().ordinal());
        Div line = Parts.classed(new Div(), "draft-link");
        Anchor reader = new Anchor(place.path(), place.dossier() + " · " + name);
        reader.addClassName("lnk");
        line.add(reader);
        if (mayExport(asker) && round.drafts().size() > 1) {
            Anchor one = Parts.buttonLink(
                    "/app-api/rounds/" + round.id() + "/consolidation.docx?draft=" + draft,
                    "download",
                    getTranslation("round.tableOfDraft"),
                    "sm");
            one.setRouterIgnore(true);
            line.add(one);
        }
        return line;
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
        String also = Stream.of(
                        also("late", answers.late()),
                        also("extended", answers.extended()),
                        also("deemed", answers.deemedConsent()),
                        also("uninvited", answers.uninvited()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (!also.isEmpty()) {
            sums.add(new Paragraph(getTranslation("round.also", also)));
        }
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

    private Optional<String> also(String what, int many) {
        return many == 0 ? Optional.empty() : Optional.of(getTranslation("round.also." + what, two(many)));
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
        return new Board(
                new Board.Seen(
                        round,
                        draftNames(asker),
                        opinions.counts(asker, round.id()),
                        mayCount(asker),
                        ReplyAccess.seesOpening(asker),
                        round.lockedAt() == null && !prepared() ? running : null,
                        services.reminders().of(asker, round.id()).stream()
                                .collect(Collectors.groupingBy(Reminder::invitee)),
                        services.contacts().of(asker, round.id()),
                        services.replaced().of(asker, round.id()),
                        services.standIns().of(asker, round.id()),
                        clock.instant()),
                answers);
    }

    /** How the columns of the drafts are headed, in the order of the round; empty for one that the asker may not read. */
    private Map<VersionId, String> draftNames(Person asker) {
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(asker, round.drafts());
        Map<VersionId, String> names = new LinkedHashMap<>();
        round.drafts().forEach(id -> {
            Rounds.DraftPlace place = places.get(id);
            names.put(id, place == null ? "" : place.heading(this::getTranslation));
        });
        return names;
    }

    /** What the one named in the address has said, each with the way to its place. */
    private Optional<Component> opinionsOf(Person asker, String key) {
        return replies.list(asker, round.id()).stream()
                .filter(answer -> answer.invitee().key().equals(key))
                .findFirst()
                .map(answer -> opinionsOf(
                        answer.invitee(),
                        services.replaced()
                                .of(asker, round.id())
                                .getOrDefault(answer.invitee().id(), List.of()),
                        draftNames(asker),
                        opinions.of(asker, answer.invitee()),
                        answer.reply()
                                .filter(reply -> answer.readable())
                                .map(Reply::note)
                                .orElse("")));
    }

    private Component opinionsOf(
            Invitee invitee,
            List<Replaced> replaced,
            Map<VersionId, String> codes,
            List<OpinionFigures.Said> said,
            String note) {
        Section section =
                new Section(Parts.section(getTranslation("round.opinionsOf", invitee.name()), two(said.size())));
        section.setId("y-kien");
        if (!note.isEmpty()) {
            section.add(Parts.classed(new Paragraph(note), "said-note"));
        }
        UnorderedList list = Parts.classed(new UnorderedList(), "rows");
        said.forEach(one -> list.add(new ListItem(
                one.path().isEmpty()
                        ? new Span(one.place())
                        : Parts.classed(new Anchor(one.path(), one.place()), "row-title"),
                new Paragraph(words(one)))));
        section.add(said.isEmpty() ? Parts.classed(new Paragraph(getTranslation("empty.opinions")), "empty") : list);
        if (!replaced.isEmpty()) {
            section.add(new ReplacedList(codes, replaced));
        }
        section.getElement().executeJs("this.scrollIntoView({ block: 'start' })");
        return section;
    }

    private String words(OpinionFigures.Said said) {
        return said.proposal() == null
                ? said.words()
                : (said.words() + " " + getTranslation("round.proposes", said.proposal())).strip();
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
