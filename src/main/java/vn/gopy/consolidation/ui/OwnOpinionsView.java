package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.OwnResult;
import vn.gopy.consolidation.OwnResults;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.loop.AnswerBack;
import vn.gopy.consolidation.loop.AnswerBacks;
import vn.gopy.consolidation.loop.OwnSights;
import vn.gopy.consolidation.loop.OwnSights.Sight;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.ui.Parts;

/**
 * Ý kiến của tôi: what the reader and the reader's units have said in a round, with outcome, answer and old and new words,
 * and whether the next draft shows it. Round and filters stand in the address.
 */
@Route(Addresses.OWN_OPINIONS)
@PermitAll
class OwnOpinionsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String ROUND = Addresses.ROUNDS;
    private static final String WHOSE = "cua";
    private static final String WHICH = "ket-qua";
    private static final String ALL = "all";

    private final Askers askers;
    private final OwnResults results;
    private final OwnSights sights;
    private final AnswerBacks backs;
    private final Rounds asked;
    private QueryParameters address = QueryParameters.empty();

    OwnOpinionsView(Askers askers, OwnResults results, OwnSights sights, AnswerBacks backs, Rounds asked) {
        this.askers = askers;
        this.results = results;
        this.sights = sights;
        this.backs = backs;
        this.asked = asked;
        addClassNames("page", "mine");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = event.getLocation().getQueryParameters();
        show();
    }

    private String asked(String name) {
        return address.getSingleParameter(name).orElse(ALL);
    }

    private void show() {
        Person asker = askers.require();
        List<OwnResult> all = results.all(asker);
        removeAll();
        add(Parts.title(getTranslation("mine.title")), Parts.caption(getTranslation("mine.about")));
        if (all.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("mine.none")), "empty"));
            return;
        }
        Map<String, String> rounds = new LinkedHashMap<>();
        all.forEach(one -> rounds.putIfAbsent(one.round().toString(), one.title()));
        String round = rounds.containsKey(asked(ROUND)) ? asked(ROUND) : shown(all);
        List<OwnResult> those =
                all.stream().filter(one -> one.round().toString().equals(round)).toList();
        Map<PointId, Sight> seen = sights.of(asker, those);
        Map<PointId, AnswerBack> given = backs.own(asker);
        add(filters(rounds, round, those), sums(those, seen));
        List<OwnResult> matching = those.stream()
                .filter(whose(asked(WHOSE)).and(which(asked(WHICH), seen)))
                .toList();
        if (matching.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("mine.nothing")), "empty"));
        }
        matching.stream()
                .collect(Collectors.groupingBy(OwnResult::draft, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(part -> add(dossier(asker, part, seen, given)));
        add(Parts.classed(new Paragraph(getTranslation("mine.readers")), "cap"));
    }

    /** The round that was announced last, else the latest. */
    private static String shown(List<OwnResult> all) {
        return all.stream()
                .filter(one -> one.announced() != null)
                .findFirst()
                .orElse(all.getFirst())
                .round()
                .toString();
    }

    private static Predicate<OwnResult> whose(String whose) {
        return switch (whose) {
            case "unit" -> OwnResult::ofUnit;
            case "own" -> one -> !one.ofUnit();
            default -> one -> true;
        };
    }

    private static Predicate<OwnResult> which(String which, Map<PointId, Sight> seen) {
        return switch (which) {
            case "pending" -> one -> one.outcome() == null;
            case "unseen" -> one -> isUnseen(seen.get(one.id()));
            case ALL -> one -> true;
            default -> one -> one.outcome() != null && one.outcome().name().equals(which);
        };
    }

    private static boolean isUnseen(@Nullable Sight sight) {
        return sight != null && !sight.seen().stands();
    }

    private Component filters(Map<String, String> rounds, String round, List<OwnResult> those) {
        Map<String, String> whose = new LinkedHashMap<>();
        List.of(ALL, "unit", "own").forEach(one -> whose.put(one, getTranslation("mine.whose." + one)));
        Map<String, String> which = new LinkedHashMap<>();
        List.of(ALL, "pending", "unseen").forEach(one -> which.put(one, getTranslation("mine.which." + one)));
        those.stream()
                .map(OwnResult::outcome)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(OutcomeLook::of)
                .forEach(look -> which.put(look.outcome().name(), getTranslation(look.words())));
        Div filters = Parts.classed(new Div(choice("mine.round", ROUND, rounds, round)), "filters");
        if (those.stream().map(OwnResult::ofUnit).distinct().count() > 1) {
            filters.add(choice("mine.whose", WHOSE, whose, asked(WHOSE)));
        }
        filters.add(choice("mine.which", WHICH, which, asked(WHICH)));
        return filters;
    }

    private Select<String> choice(String label, String name, Map<String, String> words, String chosen) {
        Select<String> choice = new Select<>();
        choice.setLabel(getTranslation(label));
        choice.setItems(words.keySet());
        choice.setItemLabelGenerator(one -> words.getOrDefault(one, one));
        choice.setValue(
                words.containsKey(chosen) ? chosen : words.keySet().iterator().next());
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate(OwnOpinionsView.class, address.merging(name, change.getValue()));
            }
        });
        return choice;
    }

    private Component sums(List<OwnResult> those, Map<PointId, Sight> seen) {
        Section sums = Parts.classed(new Section(), "sum");
        sum(sums, "all", those.size());
        Map<Outcome, Long> counts = those.stream()
                .map(OwnResult::outcome)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        Instant announced = those.getFirst().announced();
        if (announced == null) {
            sums.add(new Paragraph(getTranslation("mine.waiting")));
            return sums;
        }
        int accepted = counts.getOrDefault(Outcome.ACCEPT, 0L).intValue();
        int part = counts.getOrDefault(Outcome.ACCEPT_PART, 0L).intValue();
        int kept = counts.getOrDefault(Outcome.KEEP, 0L).intValue();
        sum(sums, "accepted", accepted);
        sum(sums, "part", part);
        sum(sums, "kept", kept);
        int others = those.size() - accepted - part - kept;
        if (others > 0) {
            sum(sums, "other", others);
        }
        Div end = Parts.classed(
                new Div(new Paragraph(getTranslation("mine.announced", Moments.shortly(announced)))), "end");
        if (!seen.isEmpty()) {
            long standing =
                    seen.values().stream().filter(one -> one.seen().stands()).count();
            end.add(new Paragraph(
                    getTranslation("mine.sum.seen", Figures.two((int) standing), Figures.two(seen.size()))));
        }
        String until = Moments.shortly(backs.until(announced));
        end.add(new Paragraph(getTranslation(backs.isOpen(announced) ? "mine.back.open" : "mine.back.closed", until)));
        sums.add(end);
        return sums;
    }

    private void sum(Section sums, String key, int number) {
        sums.add(new Div(
                Parts.classed(new Span(Figures.two(number)), "fig"),
                Parts.classed(new Span(getTranslation("mine.sum." + key)), "cap")));
    }

    private Section dossier(
            Person asker, List<OwnResult> part, Map<PointId, Sight> seen, Map<PointId, AnswerBack> given) {
        OwnResult first = part.getFirst();
        Set<RoundId> ended = asked.ended(part.stream().map(OwnResult::round).collect(Collectors.toSet()));
        H2 head = Parts.section(
                first.name().titled(first.dossierTitle(), this::getTranslation),
                getTranslation("mine.dossier", first.code(), Figures.two(part.size())));
        Section section = Parts.classed(new Section(head), "grp");
        for (OwnResult one : part) {
            section.add(new OwnOpinionRow(
                    one,
                    seen.get(one.id()),
                    given.get(one.id()),
                    ended.contains(one.round()) ? null : until(asker, one),
                    text -> {
                        backs.say(asker, one.id(), text);
                        show();
                    }));
        }
        return section;
    }

    /** Until when the result may be answered back; null where it may not be. */
    private @Nullable String until(Person asker, OwnResult one) {
        return backs.until(asker, one).map(Moments::shortly).orElse(null);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mine.title") + " · Góp Ý";
    }
}
