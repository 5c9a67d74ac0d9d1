package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.round.AnswerCounts;
import vn.gopy.round.Round;
import vn.gopy.round.RoundFigures;
import vn.gopy.round.RoundId;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.running.TimeRequests;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Settings.Practice;
import vn.gopy.shared.Texts;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;

/**
 * A round as a line of a list: days left, title, deadline; for the secretariat and the chair one small box per addressee,
 * whose shape says the state without colour, and the sums beside it.
 */
@SpringComponent
public class RoundRow {

    private final Rounds rounds;
    private final InstallationSettings settings;
    private final TimeRequests requests;
    private final Clock clock;

    RoundRow(Rounds rounds, InstallationSettings settings, TimeRequests requests, Clock clock) {
        this.rounds = rounds;
        this.settings = settings;
        this.requests = requests;
        this.clock = clock;
    }

    /** The lines of rounds below a heading of a section, in the order given. */
    public List<ListItem> of(Component page, Person asker, List<Round> shown) {
        return of(page, asker, shown, H3::new);
    }

    /** The same right below the title of the page. */
    List<ListItem> belowTitle(Component page, Person asker, List<Round> shown) {
        return of(page, asker, shown, H2::new);
    }

    private List<ListItem> of(
            Component page, Person asker, List<Round> shown, Function<Component, ? extends Component> heading) {
        boolean leads = asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR);
        Map<RoundId, RoundFigures> figures =
                leads ? rounds.figures(asker, shown.stream().map(Round::id).toList()) : Map.of();
        Map<RoundId, Integer> asked =
                requests.waiting(asker, shown.stream().map(Round::id).toList());
        Practice practice = settings.get().practice();
        return shown.stream()
                .map(round -> line(
                        page,
                        practice,
                        round,
                        heading.apply(new Anchor(Addresses.round(round.id()), round.title())),
                        Optional.ofNullable(figures.get(round.id())),
                        asked.getOrDefault(round.id(), 0),
                        !leads))
                .toList();
    }

    /**
     * @param wantTime how many wait for more time
     * @param asked whether the person knows of the round as one who is asked in it
     */
    private ListItem line(
            Component page,
            Practice practice,
            Round round,
            Component title,
            Optional<RoundFigures> figures,
            int wantTime,
            boolean asked) {
        Div words = new Div(title, Parts.caption(Moments.deadline(round.closes(), locale())));
        if (asked && round.state(clock.instant()) == RoundState.OPEN) {
            words.add(Parts.classed(
                    new Div(Parts.buttonLink(
                            Addresses.reply(round.id()), "reply", page.getTranslation("answering.open"), "sm")),
                    "row-acts"));
        }
        if (wantTime > 0) {
            words.add(new Div(new State(
                    State.Tone.WAIT, "calendar-plus", page.getTranslation("running.asked.some", two(wantTime)))));
        }
        figures.ifPresent(known -> words.add(new Boxes(known), sums(page, known.overall())));
        return new ListItem(left(page, practice, round), words);
    }

    private static Locale locale() {
        return UI.getCurrent() == null ? Texts.VIETNAMESE : UI.getCurrent().getLocale();
    }

    private Div left(Component page, Practice practice, Round round) {
        RoundState state = round.state(clock.instant());
        boolean open = state == RoundState.OPEN;
        long days = Moments.daysUntil(round.closes(), clock.instant());
        Div left = Parts.classed(new Div(), "left");
        left.getElement().appendChild(new Element("b").setText(open ? String.valueOf(days) : "–"));
        left.add(new Span(page.getTranslation(open ? "round.days" : "round.state." + state)));
        if (open && practice.isSoon(days)) {
            left.addClassName("hot");
        }
        return left;
    }

    private static Paragraph sums(Component page, AnswerCounts counts) {
        return Parts.classed(
                new Paragraph(page.getTranslation(
                        "round.sums",
                        two(counts.answered()),
                        two(counts.asked()),
                        two(counts.agreed()),
                        two(counts.agreedWithOpinions()),
                        two(counts.objected()),
                        two(counts.classified()),
                        two(counts.noAnswer()))),
                "small");
    }

    private static String two(int number) {
        return Figures.two(number);
    }
}
