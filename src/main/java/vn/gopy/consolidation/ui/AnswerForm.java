package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointAssigning.Assignee;
import vn.gopy.consolidation.ui.Heaps.Heap;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** The answer to one group: its outcome, the words that the table will have, and the wording that goes into the next draft. */
final class AnswerForm extends Section {

    /** What is answered. */
    record Answer(Heap heap, @Nullable Outcome outcome, String words, String applied) {}

    /** Hears what is pressed. */
    interface Desk extends CheckBar.Desk {

        void save(Answer answer, boolean goOn);

        void step(int steps);

        void assign(Heap heap, @Nullable String to);
    }

    private final transient Desk desk;
    private final H2 title = Parts.classed(new H2(), "s");
    private final Paragraph about = Parts.classed(new Paragraph(), "cap");
    private final Map<Outcome, NativeButton> outcomes = new EnumMap<>(Outcome.class);
    private final TextArea words = new TextArea(getTranslation("consolidating.answer.words"));
    private final TextArea applied = new TextArea(getTranslation("consolidating.answer.applied"));
    private final ComboBox<Assignee> assignee = new ComboBox<>();
    private final OfferedAnswers offered;
    private final AskPanel asking;
    private final DeskTag tag;
    private final CheckBar checking;
    private final boolean changes;
    private final transient List<Assignee> candidates;
    private final Paragraph refused = Parts.classed(new Paragraph(), "err");

    private @Nullable Heap heap;
    private @Nullable Outcome chosen;

    /**
     * @param offered what an answer can begin with
     * @param asking how others are asked about it
     * @param candidates who can be asked to answer
     * @param changes whether anything is changed any more, or all is only read
     */
    AnswerForm(
            Desk desk,
            OfferedAnswers offered,
            AskPanel asking,
            DeskTag tag,
            List<Assignee> candidates,
            boolean changes) {
        this.desk = desk;
        this.offered = offered;
        this.asking = asking;
        this.tag = tag;
        this.candidates = candidates;
        checking = new CheckBar(desk);
        this.changes = changes;
        offered.onTaken(this::take);
        assignee.setAriaLabel(getTranslation("consolidating.assignee"));
        assignee.setPlaceholder(getTranslation("consolidating.assignee"));
        assignee.setItems(candidates);
        assignee.setItemLabelGenerator(Assignee::name);
        assignee.setClearButtonVisible(true);
        assignee.addValueChangeListener(event -> {
            if (event.isFromClient() && heap != null) {
                desk.assign(
                        heap, event.getValue() == null ? null : event.getValue().code());
            }
        });
        addClassName("answer");
        refused.getElement().setAttribute("role", "alert");
        for (TextArea field : List.of(words, applied)) {
            field.setWidthFull();
            field.getElement().setAttribute("lang", "vi");
        }
        words.addClassName("words");
        words.setMaxLength(TextGate.TEXT.most());
        applied.setMaxLength(TextGate.WORDING.most());
        Div buttons = buttons();
        Div foot = foot();
        Div keeping = keeping();
        add(head(), assignee, buttons, words, tag, applied, checking, offered, keeping, asking, foot);
        if (!changes) {
            buttons.setEnabled(false);
            words.setReadOnly(true);
            applied.setReadOnly(true);
            assignee.setReadOnly(true);
            List.of(checking, offered, keeping, asking, foot).forEach(part -> part.setVisible(false));
        }
    }

    private Div head() {
        NativeButton before = Parts.button("left", "", "ico");
        before.setAriaLabel(getTranslation("consolidating.previous"));
        before.addClassName("before");
        before.addClickListener(click -> desk.step(-1));
        NativeButton after = Parts.button("right", "", "ico");
        after.setAriaLabel(getTranslation("consolidating.next"));
        after.addClassName("after");
        after.addClickListener(click -> desk.step(1));
        return Parts.classed(new Div(new Div(title, about), new Div(before, after)), "head");
    }

    private Div buttons() {
        Div all = Parts.classed(new Div(), "outcomes");
        all.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("consolidating.outcome"));
        for (OutcomeLook look : OutcomeLook.all()) {
            NativeButton button = new NativeButton();
            button.add(
                    new Icon(look.icon()),
                    new Span(getTranslation(look.words())),
                    Parts.classed(new Span(String.valueOf(look.key())), "cap"));
            button.addClassNames("btn", look.tone().name().toLowerCase(Locale.ROOT));
            button.getElement().setAttribute("data-key", String.valueOf(look.key()));
            button.addClickListener(click -> choose(look.outcome() == chosen ? null : look.outcome()));
            outcomes.put(look.outcome(), button);
            all.add(button);
        }
        return all;
    }

    private Div keeping() {
        NativeButton here = Parts.button("bookmark", getTranslation("consolidating.templates.keep"), "ter", "sm");
        here.addClickListener(click -> keepTemplate(false));
        NativeButton everywhere =
                Parts.button("bookmark", getTranslation("consolidating.templates.keepEverywhere"), "ter", "sm");
        everywhere.addClickListener(click -> keepTemplate(true));
        return Parts.classed(new Div(here, everywhere), "acts");
    }

    private void keepTemplate(boolean everywhere) {
        try {
            offered.keep(everywhere, chosen, words.getValue());
        } catch (Refusal why) {
            refuse(getTranslation("refusal." + why.code(), why.arguments()));
        }
    }

    private void take(@Nullable Outcome outcome, String taken) {
        if (outcome != null) {
            choose(outcome);
        }
        words.setValue(taken);
        words.focus();
    }

    private Div foot() {
        NativeButton later = Parts.button("", getTranslation("consolidating.save"));
        later.addClassName("save");
        later.addClickListener(click -> save(false));
        NativeButton next = Parts.button("check", getTranslation("consolidating.saveNext"), "pri");
        next.addClassName("save-next");
        next.addClickListener(click -> save(true));
        return Parts.classed(new Div(refused, later, next), "foot");
    }

    private void save(boolean goOn) {
        desk.save(new Answer(Objects.requireNonNull(heap), chosen, words.getValue(), applied.getValue()), goOn);
    }

    private void choose(@Nullable Outcome outcome) {
        chosen = outcome;
        outcomes.forEach(
                (one, button) -> button.getElement().setAttribute("aria-pressed", Boolean.toString(one == outcome)));
    }

    /** Shows the answer of a group as it stands. */
    void show(Heap shown) {
        Heap before = heap;
        boolean typed = before != null && before.isOf(shown) && isTypedOver(before.first());
        boolean other = before != null
                && typed
                && !shown.first().answer().equals(before.first().answer());
        heap = shown;
        Point first = shown.first();
        int count = shown.points().size();
        title.setText(
                count == 1
                        ? getTranslation("consolidating.answer.one", String.valueOf(first.number()))
                        : getTranslation("consolidating.answer.all", Figures.two(count)));
        about.setText(first.who());
        refused.setText(other ? getTranslation("consolidating.savedByOther", first.answer()) : "");
        assignee.setValue(candidates.stream()
                .filter(one -> one.code().equals(first.assignee()))
                .findFirst()
                .orElse(null));
        if (changes) {
            checking.show(shown);
            offered.show(first);
            asking.show(shown.points());
        }
        tag.show(shown.group());
        if (!typed) {
            choose(first.outcome());
            words.setValue(first.answer());
            applied.setValue(Objects.requireNonNullElse(first.appliedText(), ""));
        }
    }

    private boolean isTypedOver(Point point) {
        return !words.getValue().equals(point.answer())
                || !applied.getValue().equals(Objects.requireNonNullElse(point.appliedText(), ""));
    }

    /** Says why it was not taken; what is typed stays. */
    void refuse(String why) {
        refused.setText(why);
    }
}
