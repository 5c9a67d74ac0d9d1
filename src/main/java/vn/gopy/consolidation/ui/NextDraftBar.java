package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import vn.gopy.account.Person;
import vn.gopy.consolidation.UptakeFigures;
import vn.gopy.consolidation.UptakeFigures.Figure;
import vn.gopy.consolidation.UptakeFigures.Unseen;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Figures;
import vn.gopy.shared.ui.Parts;

/**
 * Under the answers of a round, closed until it is asked for: the file of the next draft for each draft, and what of the answers
 * stands in the draft after.
 */
final class NextDraftBar extends NativeDetails {

    /** More are not named one by one. */
    private static final int MOST_NAMED = 12;

    NextDraftBar(Person asker, Round round, Rounds rounds, UptakeFigures uptake) {
        addClassNames("foot-bar", "next-draft");
        boolean several = round.drafts().size() > 1;
        Map<VersionId, Rounds.DraftPlace> places = rounds.places(asker, round.drafts());
        Map<VersionId, Figure> figures =
                uptake.of(asker, round.id()).stream().collect(Collectors.toMap(Figure::draft, figure -> figure));
        setSummaryText(summary(figures.values()));
        Div rows = new Div();
        for (VersionId draft : round.drafts()) {
            Rounds.DraftPlace place = places.get(draft);
            String code = several && place != null ? " " + place.heading(this::getTranslation) : "";
            Anchor file = Parts.buttonLink(
                    "/app-api/versions/" + draft + "/merged.docx",
                    "download",
                    getTranslation("nextDraft.file") + code,
                    "sm");
            file.setRouterIgnore(true);
            Div row = Parts.classed(new Div(file), "next");
            Figure figure = figures.get(draft);
            if (figure != null && figure.points() > 0) {
                row.add(sentence(figure));
            }
            rows.add(row);
        }
        setContent(rows);
    }

    private String summary(Collection<Figure> figures) {
        int points = figures.stream().mapToInt(Figure::points).sum();
        if (points == 0) {
            return getTranslation("nextDraft.title");
        }
        return getTranslation(
                "nextDraft.all",
                Figures.two(points),
                Figures.two(figures.stream().mapToInt(Figure::seen).sum()),
                Figures.two(figures.stream()
                        .mapToInt(figure -> figure.notSeen().size())
                        .sum()));
    }

    private Paragraph sentence(Figure figure) {
        var words = Parts.classed(
                new Paragraph(getTranslation(
                        "nextDraft.uptake",
                        Figures.two(figure.points()),
                        VersionName.inSentence(getTranslation(
                                figure.name().key(), figure.name().ordinal())),
                        Figures.two(figure.seen()),
                        Figures.two(figure.notSeen().size()))),
                "cap");
        if (!figure.notSeen().isEmpty()) {
            String which =
                    figure.notSeen().stream().limit(MOST_NAMED).map(this::name).collect(Collectors.joining("; "));
            String more = figure.notSeen().size() > MOST_NAMED ? "; …" : "";
            words.add(" " + getTranslation("nextDraft.unseen", which + more));
        }
        return words;
    }

    private String name(Unseen one) {
        return getTranslation("nextDraft.one", String.valueOf(one.number()), one.place());
    }
}
