package vn.gopy.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.gopy.account.Person;
import vn.gopy.draft.VersionName;
import vn.gopy.round.Round;
import vn.gopy.round.RoundState;
import vn.gopy.round.Rounds;
import vn.gopy.round.figures.OpinionSpread;
import vn.gopy.round.figures.OpinionSpread.Bar;
import vn.gopy.round.figures.OpinionSpread.Chart;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Two small charts for those who lead: where the opinions are, and what became of them. Each bar has its number. */
@SpringComponent
class DeskCharts {

    private static final Map<String, String> ICONS = Map.of(
            "accepted", "check",
            "partlyAccepted", "half",
            "kept", "shield",
            "noted", "bookmark",
            "escalated", "flag",
            "pending", "clock");
    private static final Map<String, String> TONES = Map.of(
            "accepted",
            "ok",
            "partlyAccepted",
            "part",
            "kept",
            "keep",
            "noted",
            "idle",
            "escalated",
            "wait",
            "pending",
            "none");

    private final OpinionSpread spread;
    private final Rounds rounds;
    private final Clock clock;

    DeskCharts(OpinionSpread spread, Rounds rounds, Clock clock) {
        this.spread = spread;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Where the opinions of the most urgent round are. */
    Optional<Component> byChapter(Component page, Person asker) {
        return spread.byChapter(asker, known(asker)).map(chart -> chapters(page, chart));
    }

    /** What became of the opinions of the round that closed last. */
    Optional<Component> byOutcome(Component page, Person asker) {
        Instant now = clock.instant();
        List<Round> closed = known(asker).stream()
                .filter(round -> round.state(now) != RoundState.OPEN && round.state(now) != RoundState.PREPARING)
                .toList();
        return spread.byOutcome(asker, closed).map(chart -> outcomes(page, chart));
    }

    private List<Round> known(Person asker) {
        return rounds.list(asker).stream()
                .sorted(Round.byUrgency(clock.instant()))
                .toList();
    }

    private static Component chapters(Component page, Chart chart) {
        int most =
                Math.max(1, chart.bars().stream().mapToInt(Bar::opinions).max().orElse(1));
        UnorderedList list = Parts.classed(new UnorderedList(), "bars");
        chart.bars().stream().filter(bar -> bar.named() || bar.opinions() > 0).forEach(bar -> {
            Element line = new Element("i");
            line.getStyle().set("width", 100 * bar.opinions() / most + "%");
            Span track = new Span();
            track.getElement().appendChild(line);
            track.getElement().setAttribute("aria-hidden", "true");
            list.add(new ListItem(new Span(name(page, bar)), track, number(bar.opinions())));
        });
        return new Section(Parts.section(page.getTranslation("desk.byChapter"), aboutChapters(page, chart)), list);
    }

    private static String aboutChapters(Component page, Chart chart) {
        VersionName draft = Objects.requireNonNull(chart.draft());
        String name = VersionName.inSentence(page.getTranslation(draft.key(), draft.ordinal()));
        return page.getTranslation("desk.byChapter.about", chart.about(), name, Figures.two(chart.total()));
    }

    private static Component outcomes(Component page, Chart chart) {
        Div strip = Parts.classed(new Div(), "strip");
        strip.getElement().setAttribute("aria-hidden", "true");
        UnorderedList list = Parts.classed(new UnorderedList(), "outcomes");
        chart.bars().stream().filter(bar -> bar.opinions() > 0).forEach(bar -> {
            String tone = TONES.getOrDefault(bar.key(), "idle");
            Element part = new Element("i");
            part.getClassList().add(tone);
            part.getStyle().set("flex-grow", Integer.toString(bar.opinions()));
            strip.getElement().appendChild(part);
            Icon icon = new Icon(ICONS.getOrDefault(bar.key(), "info"));
            icon.addClassName("c-" + tone);
            list.add(new ListItem(icon, new Span(name(page, bar)), number(bar.opinions())));
        });
        list.add(Parts.classed(
                new ListItem(new Span(), new Span(page.getTranslation("desk.sum")), number(chart.total())), "sum"));
        Section section = new Section(Parts.section(page.getTranslation("desk.byOutcome"), ""), strip, list);
        section.addComponentAtIndex(1, Parts.classed(new Span(chart.about()), "cap", "clamp", "one"));
        return section;
    }

    private static String name(Component page, Bar bar) {
        return bar.named() ? bar.key() : page.getTranslation("desk.bar." + bar.key());
    }

    private static Component number(int number) {
        Span figure = new Span(Figures.two(number));
        figure.addClassName("strong");
        return figure;
    }
}
