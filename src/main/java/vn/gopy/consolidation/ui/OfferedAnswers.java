package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.precedent.AnswerTemplate;
import vn.gopy.consolidation.precedent.AnswerTemplates;
import vn.gopy.consolidation.precedent.AnswersBefore;
import vn.gopy.consolidation.precedent.AnswersBefore.Similar;
import vn.gopy.round.RoundId;
import vn.gopy.shared.ui.Parts;

/** What an answer can begin with: what was answered to something alike, and templates. */
final class OfferedAnswers extends Div {

    private final transient AnswersBefore before;
    private final transient AnswerTemplates templates;
    private final transient Supplier<Person> asker;
    private final transient RoundId round;
    private final Div similar = Parts.classed(new Div(), "similar");
    private final Div kept = Parts.classed(new Div(), "kept");
    private transient BiConsumer<@Nullable Outcome, String> taken = (outcome, words) -> {};

    OfferedAnswers(AnswersBefore before, AnswerTemplates templates, Supplier<Person> asker, RoundId round) {
        this.before = before;
        this.templates = templates;
        this.asker = asker;
        this.round = round;
        addClassName("offered");
        NativeDetails all = new NativeDetails(getTranslation("consolidating.templates"), kept);
        add(similar, all);
        drawTemplates();
    }

    /** @param use hears the outcome and the words that are taken over; an outcome of null stays as it is */
    void onTaken(BiConsumer<@Nullable Outcome, String> use) {
        taken = use;
    }

    /** Shows what was answered to something alike, where the point has no answer yet. */
    void show(Point point) {
        similar.removeAll();
        if (!point.answer().isEmpty()) {
            return;
        }
        List<Similar> found = before.to(asker.get(), point);
        if (!found.isEmpty()) {
            similar.add(new H3(getTranslation("consolidating.similar")));
        }
        found.forEach(one -> similar.add(card(one)));
    }

    private Div card(Similar one) {
        NativeButton use = Parts.button("plus", getTranslation("consolidating.similar.use"), "sm", "use");
        use.addClickListener(click -> taken.accept(one.outcome(), one.answer()));
        return Parts.classed(
                new Div(
                        Parts.caption(
                                getTranslation(OutcomeLook.of(one.outcome()).words()) + " · " + one.round()),
                        Parts.classed(new Paragraph("“" + one.said() + "”"), "cap", "said"),
                        new Paragraph(one.answer()),
                        use),
                "one");
    }

    private void drawTemplates() {
        kept.removeAll();
        List<AnswerTemplate> all = templates.of(asker.get(), round);
        if (all.isEmpty()) {
            kept.add(Parts.caption(getTranslation("consolidating.templates.none")));
        }
        all.forEach(one -> kept.add(line(one)));
    }

    private Div line(AnswerTemplate one) {
        NativeButton use = Parts.button("plus", getTranslation("consolidating.templates.use"), "sm");
        use.addClickListener(click -> taken.accept(one.outcome(), one.text()));
        NativeButton drop = Parts.button("trash", getTranslation("consolidating.templates.drop"), "ter", "sm");
        drop.addClickListener(click -> {
            templates.drop(asker.get(), round, one.id(), one.version());
            drawTemplates();
        });
        Div line = Parts.classed(new Div(new Paragraph(one.text())), "one");
        if (one.everywhere()) {
            line.addComponentAsFirst(Parts.caption(getTranslation("consolidating.templates.everywhere")));
        }
        line.add(Parts.classed(new Span(use, drop), "acts"));
        return line;
    }

    /** Keeps what is written as a template. */
    void keep(boolean everywhere, @Nullable Outcome outcome, String words) {
        templates.keep(asker.get(), round, everywhere, outcome, Objects.requireNonNull(words));
        drawTemplates();
    }
}
