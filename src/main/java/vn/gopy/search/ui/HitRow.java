package vn.gopy.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import vn.gopy.draft.VersionName;
import vn.gopy.search.HitType;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.SearchHit;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** One result: what it is, where it stands, and the words found. */
final class HitRow extends ListItem {

    /** @param named whether its dossier is named, where no heading above does */
    HitRow(SearchHit hit, boolean named) {
        addClassName("hit");
        add(kind(hit, named), way(hit), words(hit));
    }

    private Component kind(SearchHit hit, boolean named) {
        Paragraph line = Parts.classed(new Paragraph(), "hit-kind");
        line.add(new State(tone(hit.type()), icon(hit.type()), getTranslation("search.type." + hit.type())));
        if (named) {
            line.add(Parts.caption(hit.dossierTitle()));
        }
        return line;
    }

    private static Tone tone(HitType type) {
        return switch (type) {
            case PROVISION, DOCUMENT, LETTER -> Tone.IDLE;
            case COMMENT -> Tone.ACCENT;
            case ANSWER -> Tone.KEEP;
        };
    }

    private static String icon(HitType type) {
        return switch (type) {
            case PROVISION -> "lines";
            case DOCUMENT -> "file";
            case COMMENT -> "comment";
            case ANSWER -> "shield";
            case LETTER -> "mail";
        };
    }

    private Component way(SearchHit hit) {
        Anchor way = Parts.classed(new Anchor(hit.addressWithWords()), "pathline");
        List<String> steps = steps(hit);
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                way.add(new Icon("right"));
            }
            Span step = new Span(steps.get(i));
            step.setClassName("strong", steps.get(i).startsWith("Điều "));
            way.add(step);
        }
        return way;
    }

    private List<String> steps(SearchHit hit) {
        List<String> steps = new ArrayList<>();
        VersionName version = hit.version();
        steps.add(
                version == null
                        ? getTranslation("search.wholeDossier")
                        : getTranslation(version.key(), version.ordinal()));
        steps.addAll(hit.steps());
        String title = text(hit.title());
        boolean titled = hit.type() == HitType.COMMENT || hit.type() == HitType.LETTER;
        if (titled && !title.isBlank()) {
            steps.add(title);
        }
        return steps;
    }

    private static String text(List<Fragment> fragments) {
        StringBuilder text = new StringBuilder();
        fragments.forEach(fragment -> text.append(fragment.text()));
        return text.toString();
    }

    static Component words(SearchHit hit) {
        Paragraph words = Parts.classed(new Paragraph(), "law");
        for (Fragment fragment : hit.snippet()) {
            String shown = fragment.text().replace('\n', ' ');
            Element part = fragment.hit() ? new Element("mark").setText(shown) : Element.createText(shown);
            words.getElement().appendChild(part);
        }
        return words;
    }
}
