package vn.gopy.draft.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.comparison.ComparisonJson;
import vn.gopy.draft.comparison.Comparisons;
import vn.gopy.draft.ending.Promulgation;
import vn.gopy.draft.ending.Promulgations;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.VersionNumber;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;

/**
 * Ban hành: to those who keep a dossier, how it is ended; once it has, number and date, the text as issued, and where that
 * differs from the last draft.
 */
final class EndingSection extends Section {

    private final transient Dossier dossier;
    private final Askers askers;
    private final Drafts drafts;
    private final Promulgations promulgations;
    private final Comparisons comparisons;
    private final transient Runnable changed;
    private final Div asked = new Div();
    private final Paragraph said = Parts.classed(new Paragraph(), "said");

    /** @param changed called in the page after something was done here */
    EndingSection(
            Dossier dossier,
            Askers askers,
            Drafts drafts,
            Promulgations promulgations,
            Comparisons comparisons,
            Runnable changed) {
        this.dossier = dossier;
        this.askers = askers;
        this.drafts = drafts;
        this.promulgations = promulgations;
        this.comparisons = comparisons;
        this.changed = changed;
        addClassName("ending");
        said.getElement().setAttribute("role", "status");
        Person asker = askers.require();
        add(Parts.section(getTranslation("ending.title"), ""));
        promulgations.of(asker, dossier.id()).ifPresentOrElse(done -> ended(asker, done), () -> open(asker));
        add(asked, said);
    }

    private void ended(Person asker, Promulgation done) {
        Div ways = Parts.classed(new Div(), "ways");
        ways.add(Parts.buttonLink(
                Addresses.draft(dossier.id(), VersionNumber.main(done.ordinal())),
                "file",
                getTranslation("ending.read"),
                "sm"));
        Integer last = done.last();
        if (last != null) {
            ways.add(Parts.buttonLink(
                    Addresses.comparison(dossier.id(), VersionNumber.main(last), VersionNumber.main(done.ordinal())),
                    "",
                    getTranslation("ending.compare", last),
                    "sm",
                    "ter"));
        }
        add(
                new State(
                        State.Tone.OK,
                        "stamp",
                        getTranslation("ending.done", done.number(), Moments.date(done.date()))),
                new Paragraph(getTranslation("ending.readOnly")),
                new Paragraph(likeness(asker, done)),
                ways);
        if (dossier.isKeptBy(asker)) {
            NativeButton correct = Parts.button("pen", getTranslation("ending.correct"), "ter", "sm");
            correct.addClickListener(click -> ask(done, List.of()));
            ways.add(correct);
        }
        add(Parts.classed(
                new Paragraph(getTranslation("ending.recorded", done.recordedBy(), Moments.shortly(done.recordedAt()))),
                "cap"));
    }

    private String likeness(Person asker, Promulgation done) {
        Integer last = done.last();
        if (last == null) {
            return getTranslation("ending.alone");
        }
        DraftVersion before = drafts.numbered(asker, dossier.id(), VersionNumber.main(last));
        List<ComparisonJson.Row> other = comparisons.of(asker, done.text(), before.id()).rows().stream()
                .filter(row -> row.kind() != Tie.Kind.SAME)
                .toList();
        return other.isEmpty()
                ? getTranslation("ending.same", last)
                : getTranslation("ending.differs", last, Figures.two(other.size()));
    }

    private void open(Person asker) {
        List<DraftVersion> texts = drafts.of(asker, dossier.id()).stream()
                .filter(one -> one.role() == SeriesRole.MAIN && one.state() == VersionState.PUBLISHED)
                .toList();
        NativeButton begin = Parts.button("stamp", getTranslation("ending.begin"));
        begin.setEnabled(!texts.isEmpty());
        begin.addClickListener(click -> ask(null, texts.reversed()));
        add(new Paragraph(getTranslation("ending.how")), Parts.classed(new Div(begin), "ways"));
    }

    /**
     * @param done what is corrected; null where the dossier is to end
     * @param texts those one of which was issued, the latest first
     */
    private void ask(@Nullable Promulgation done, List<DraftVersion> texts) {
        TextField number = new TextField(getTranslation("editions.number"));
        number.setMaxLength(TextGate.NUMBER.most());
        DayField date = new DayField(getTranslation("ending.date"));
        Select<DraftVersion> text = new Select<>();
        text.setLabel(getTranslation("ending.text"));
        text.setItems(texts);
        text.setItemLabelGenerator(one -> one.label().isEmpty()
                ? getTranslation("ending.version", one.ordinal(), one.file().name())
                : one.label());
        texts.stream().findFirst().ifPresent(text::setValue);
        NativeButton save = Parts.button("stamp", getTranslation(done == null ? "ending.save" : "dossier.save"), "pri");
        Div fields = Parts.classed(new Div(number, date), "pair");
        if (done == null) {
            fields.add(text);
            save.addClickListener(click -> attempt(() -> promulgations.record(
                    askers.require(),
                    dossier.id(),
                    dossier.version(),
                    text.getValue().id(),
                    number.getValue(),
                    date.getValue())));
        } else {
            number.setValue(done.number());
            date.setValue(done.date());
            save.addClickListener(click -> correct(done, number.getValue(), date.getValue()));
        }
        NativeButton cancel = Parts.button("", getTranslation("dossier.cancel"), "ter");
        cancel.addClickListener(click -> asked.removeAll());
        asked.removeAll();
        asked.add(fields);
        if (done == null) {
            asked.add(new Paragraph(getTranslation("ending.sure")));
        }
        asked.add(Parts.classed(new Div(save, cancel), "ways"));
        number.focus();
    }

    private void correct(Promulgation done, String number, @Nullable LocalDate date) {
        attempt(() -> promulgations.correct(askers.require(), dossier.id(), done.version(), number, date));
    }

    private void attempt(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refused) {
            said.setText(getTranslation("refusal." + refused.code(), refused.arguments()));
            return;
        }
        changed.run();
    }
}
