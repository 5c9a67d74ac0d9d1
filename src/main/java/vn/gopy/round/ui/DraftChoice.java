package vn.gopy.round.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DossierFilter;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.ui.Parts;

/** The drafts that one letter asks about: those of the dossier, and the latest ones of others. */
final class DraftChoice extends Section {

    private final transient Map<VersionId, Checkbox> boxes = new LinkedHashMap<>();
    private final transient Runnable changed;
    private final Div rows = new Div();

    /** A draft of a dossier. */
    private record Draft(Dossier dossier, DraftVersion version) {}

    /** @param changed called when another number of drafts is chosen */
    DraftChoice(Dossiers dossiers, Drafts drafts, Person asker, Dossier dossier, Runnable changed) {
        this.changed = changed;
        add(Parts.section(getTranslation("opening.drafts"), ""), rows);
        List<DraftVersion> versions = drafts.of(asker, dossier.id());
        List<DraftVersion> mains = versions.stream()
                .filter(one -> one.role() == SeriesRole.MAIN && one.state() == VersionState.PUBLISHED)
                .toList();
        if (mains.isEmpty()) {
            rows.add(Parts.classed(new Paragraph(getTranslation("opening.drafts.none")), "note", "wait"));
        }
        mains.reversed().forEach(one -> row(new Draft(dossier, one), one.equals(mains.getLast())));
        String papers = versions.stream()
                .filter(one -> one.role() != SeriesRole.MAIN)
                .map(one -> getTranslation("series.role." + one.role()))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!papers.isEmpty()) {
            add(Parts.classed(new Paragraph(getTranslation("opening.papers", papers)), "cap"));
        }
        others(dossiers, drafts, asker, dossier);
    }

    private void others(Dossiers dossiers, Drafts drafts, Person asker, Dossier dossier) {
        Map<DossierId, Dossier> known = dossiers.list(asker, DossierFilter.ALL).stream()
                .filter(one -> !one.id().equals(dossier.id()))
                .collect(Collectors.toMap(Dossier::id, one -> one, (one, other) -> one, LinkedHashMap::new));
        Map<DossierId, DraftVersion> latest = drafts.latest(asker, known.keySet());
        List<Draft> found = known.values().stream()
                .filter(one -> latest.containsKey(one.id()))
                .map(one -> new Draft(one, Objects.requireNonNull(latest.get(one.id()))))
                .filter(one -> one.version().state() == VersionState.PUBLISHED)
                .toList();
        if (found.isEmpty()) {
            return;
        }
        ComboBox<Draft> more = new ComboBox<>(getTranslation("opening.draft.add"));
        more.setItemLabelGenerator(one -> getTranslation(
                        "opening.draft", one.dossier().code(), one.version().ordinal()) + ": "
                + one.dossier().title());
        more.setItems(found);
        more.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                row(change.getValue(), true);
                more.clear();
                changed.run();
            }
        });
        add(more);
    }

    private void row(Draft draft, boolean taken) {
        if (boxes.containsKey(draft.version().id())) {
            Objects.requireNonNull(boxes.get(draft.version().id())).setValue(true);
            return;
        }
        Checkbox box = new Checkbox(draft.dossier().title(), taken);
        box.addValueChangeListener(change -> changed.run());
        boxes.put(draft.version().id(), box);
        rows.add(Parts.classed(
                new Div(
                        box,
                        Parts.caption(getTranslation(
                                "opening.draft",
                                draft.dossier().code(),
                                draft.version().ordinal()))),
                "draft-row"));
    }

    /** The chosen ones, in the order shown. */
    List<VersionId> chosen() {
        List<VersionId> chosen = new ArrayList<>();
        boxes.forEach((draft, box) -> {
            if (box.getValue()) {
                chosen.add(draft);
            }
        });
        return chosen;
    }
}
