package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.edition.Edition;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.consolidation.loop.AnswerBack;
import vn.gopy.consolidation.loop.AnswerBacks;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.consolidation.table.WrittenFiguresCheck;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.ui.Breadcrumb;
import vn.gopy.shared.ui.Parts;

/**
 * Bản tổng hợp đã chốt: the table is frozen here, about the whole round or about one draft, and each edition goes on to be
 * signed and issued. For those who read the opinions of the round; only who runs it changes something.
 */
@Route(Addresses.EDITIONS)
@PermitAll
class EditionsView extends Main implements BeforeEnterObserver, HasDynamicTitle, Breadcrumb {

    private final Askers askers;
    private final Rounds rounds;
    private final Editions editions;
    private final ConsolidatedTables tables;
    private final Drafts drafts;
    private final AnswerBacks backs;
    private final WrittenFiguresCheck check;
    private final Paragraph said = Parts.classed(new Paragraph(), "said");
    private final Div asking = Parts.classed(new Div(), "asking");
    private final Div list = new Div();
    private Round round;

    @SuppressWarnings("NullAway.Init") // given before it is shown
    EditionsView(
            Askers askers,
            Rounds rounds,
            Editions editions,
            ConsolidatedTables tables,
            Drafts drafts,
            AnswerBacks backs,
            WrittenFiguresCheck check) {
        this.askers = askers;
        this.rounds = rounds;
        this.editions = editions;
        this.tables = tables;
        this.drafts = drafts;
        this.backs = backs;
        this.check = check;
        addClassNames("page", "editions");
        said.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Person asker = askers.require();
        try {
            round = rounds.get(
                    asker,
                    new RoundId(UUID.fromString(
                            event.getRouteParameters().get("round").orElse(""))));
            editions.of(asker, round.id());
        } catch (Refusal | IllegalArgumentException absentOrHidden) {
            throw new NotFoundException();
        }
        removeAll();
        add(
                Parts.title(getTranslation("editions.title")),
                Parts.classed(new Anchor(Addresses.round(round.id()), round.title()), "lnk"));
        if (rounds.mayRun(asker)) {
            add(ways());
        }
        add(said, asking, list);
        show();
        answeredBack();
        add(new WrittenFiguresSection(askers, check, round.id(), largestFile()));
    }

    /** What those who said something say to its result. */
    private void answeredBack() {
        List<AnswerBack> given = backs.of(askers.require(), round.id());
        if (given.isEmpty()) {
            return;
        }
        Section section = new Section(Parts.section(getTranslation("editions.backs"), Figures.two(given.size())));
        for (AnswerBack one : given) {
            String who = one.number() == null
                    ? one.who()
                    : getTranslation("editions.back", Figures.two(one.number()), one.who());
            section.add(Parts.classed(
                    new Div(
                            new Paragraph(who),
                            Parts.classed(new Paragraph(one.text()), "say"),
                            Parts.caption(one.by() + " · " + Moments.shortly(one.at()))),
                    "edition"));
        }
        add(section);
    }

    private Div ways() {
        Div ways = Parts.classed(new Div(), "ways");
        ways.add(Parts.buttonLink(
                Addresses.consolidation(round.id()), "left", getTranslation("consolidating.title"), "ter"));
        if (!rounds.mayRun(askers.require(), round)) {
            ways.add(Parts.caption(getTranslation("refusal.DOSSIER_ENDED")));
            return ways;
        }
        ways.add(freezing(null, getTranslation("editions.freeze")));
        if (round.drafts().size() > 1) {
            Map<VersionId, Rounds.DraftPlace> places = rounds.places(askers.require(), round.drafts());
            for (VersionId draft : round.drafts()) {
                Rounds.DraftPlace place = Objects.requireNonNull(places.get(draft));
                ways.add(
                        freezing(draft, getTranslation("editions.freeze") + " " + place.heading(this::getTranslation)));
            }
        }
        return ways;
    }

    private NativeButton freezing(@Nullable VersionId draft, String words) {
        NativeButton button = Parts.button("lock", words);
        button.addClickListener(click -> ask(draft));
        return button;
    }

    /** It cannot be undone, so it is asked once more. */
    private void ask(@Nullable VersionId draft) {
        int last = last(draft);
        NativeButton yes = Parts.button("lock", getTranslation("editions.ask.yes"), "pri");
        yes.addClickListener(click -> attempt(() -> {
            Edition made = editions.freeze(askers.require(), round.id(), draft, last);
            said.setText(getTranslation("editions.frozen", made.ordinal(), made.ordinal() + 1));
        }));
        NativeButton no = Parts.button("", getTranslation("editions.ask.no"), "ter");
        no.addClickListener(click -> asking.removeAll());
        asking.removeAll();
        asking.add(
                new Span(getTranslation("editions.freeze.ask", last + 1, last + 2)),
                Parts.classed(new Div(yes, no), "ways"));
    }

    private int last(@Nullable VersionId draft) {
        return editions.of(askers.require(), round.id()).stream()
                .filter(edition -> draft == null ? edition.draft() == null : draft.equals(edition.draft()))
                .mapToInt(Edition::ordinal)
                .max()
                .orElse(0);
    }

    /** Does something with an edition and shows what stands now; a refusal is said. */
    void attempt(Runnable deed) {
        asking.removeAll();
        said.setText("");
        try {
            deed.run();
        } catch (Refusal refused) {
            said.setText(getTranslation("refusal." + refused.code(), refused.arguments()));
        }
        show();
    }

    /** In bytes. */
    int largestFile() {
        return drafts.largestFile() << 20;
    }

    private void show() {
        Person asker = askers.require();
        List<Edition> all = editions.of(asker, round.id());
        list.removeAll();
        if (all.isEmpty()) {
            list.add(Parts.classed(new Paragraph(getTranslation("editions.none")), "empty"));
        }
        boolean runs = rounds.mayRun(asker, round);
        for (Edition edition : all) {
            String about = edition.draft() == null
                    ? getTranslation("editions.all")
                    : tables.about(asker, round.id(), edition.draft());
            Section card = new EditionCard(edition, about, runs, askers, editions, this);
            list.add(card);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("editions.title") + ": " + round.title() + " · Góp Ý";
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
        return Addresses.round(round.id());
    }
}
