package vn.gopy.round.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.Collection;
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
import vn.gopy.draft.SeriesId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
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
                .filter(one -> one.name().isMain() && one.state() == VersionState.PUBLISHED)
                .toList();
        if (mains.isEmpty()) {
            rows.add(Parts.classed(new Paragraph(getTranslation("opening.drafts.none")), "note", "wait"));
        }
        mains.reversed().forEach(one -> row(new Draft(dossier, one), one.equals(mains.getLast())));
        latestPapers(versions).forEach(one -> row(new Draft(dossier, one), false));
        others(dossiers, drafts, asker, dossier);
    }

    /** Of each paper the version that stands. */
    private static Collection<DraftVersion> latestPapers(List<DraftVersion> versions) {
        Map<SeriesId, DraftVersion> latest = new LinkedHashMap<>();
        versions.stream()
                .filter(one -> !one.name().isMain() && one.state() == VersionState.PUBLISHED)
                .forEach(one -> latest.put(one.seriesId(), one));
        return latest.values();
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
        more.setItemLabelGenerator(one -> about(one) + ": " + one.dossier().title());
        more.setItems(found);
        more.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                Draft chosen = change.getValue();
                row(chosen, true);
                latestPapers(drafts.of(asker, chosen.dossier().id()))
                        .forEach(one -> row(new Draft(chosen.dossier(), one), false));
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
        VersionName name = draft.version().name();
        String title = name.isMain()
                ? draft.dossier().title()
                : getTranslation(name.key(), name.ordinal()) + ": "
                        + draft.version().file().name();
        Checkbox box = new Checkbox(title, taken);
        box.addValueChangeListener(change -> changed.run());
        boxes.put(draft.version().id(), box);
        rows.add(Parts.classed(new Div(box, Parts.caption(about(draft))), "draft-row"));
    }

    private String about(Draft draft) {
        VersionName name = draft.version().name();
        return getTranslation(
                "opening.draft",
                draft.dossier().code(),
                VersionName.inSentence(getTranslation(name.key(), name.ordinal())));
    }

    /** Chooses these alone, of whatever dossier and version they are. */
    void take(Dossiers dossiers, Drafts drafts, Person asker, Collection<VersionId> wanted) {
        boxes.values().forEach(box -> box.setValue(false));
        wanted.forEach(id -> {
            DraftVersion version = drafts.get(asker, id);
            row(new Draft(dossiers.get(asker, version.dossierId()), version), true);
        });
        changed.run();
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
