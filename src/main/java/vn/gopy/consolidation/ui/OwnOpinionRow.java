package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.OwnResult;
import vn.gopy.consolidation.loop.AnswerBack;
import vn.gopy.consolidation.loop.OwnSights.Sight;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.VersionName;
import vn.gopy.draft.comparison.ComparisonJson;
import vn.gopy.legaltext.citation.CitedUnit;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;

/** One own opinion: its words, what became of it, and the words of the draft before and now. */
final class OwnOpinionRow extends Article {

    /** Letters of what stayed that are shown before and behind what changed. */
    private static final int AROUND = 60;

    private final transient OwnResult result;
    private final transient @Nullable Sight sight;
    private final Div asked = Parts.classed(new Div(), "back");

    /**
     * @param until when it may be answered back, in words; null where it may not be
     * @param answering takes what is said to the result; may refuse it
     */
    OwnOpinionRow(
            OwnResult result,
            @Nullable Sight sight,
            @Nullable AnswerBack given,
            @Nullable String until,
            Consumer<String> answering) {
        this.result = result;
        this.sight = sight;
        addClassName("op");
        add(said(), became(given, until, answering), draft());
    }

    private Div said() {
        String path = result.path();
        String where = path == null ? getTranslation("mine.general") : capitalised(CitedUnit.wordsOf(path));
        Integer number = result.number();
        Div said = new Div(
                Parts.caption(result.who() + (number == null ? "" : " · " + number)),
                new H3(where),
                Parts.classed(new Paragraph(result.text()), "say"));
        String replacement = result.replacement();
        if (replacement != null && !replacement.isBlank()) {
            said.add(Parts.classed(new Paragraph(getTranslation("mine.proposal", replacement)), "say"));
        }
        return said;
    }

    private Div became(@Nullable AnswerBack given, @Nullable String until, Consumer<String> answering) {
        Outcome outcome = result.outcome();
        Div became = new Div();
        if (outcome == null) {
            became.add(new State(Tone.IDLE, "clock", getTranslation("mine.pending")));
            return became;
        }
        OutcomeLook look = OutcomeLook.of(outcome);
        became.add(new State(look.tone(), look.icon(), getTranslation(look.words())));
        String why = Stream.of(result.basis(), result.answer())
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining(". "));
        became.add(Parts.classed(new Paragraph(why), "why"));
        if (given != null) {
            became.add(Parts.classed(
                    new Paragraph(
                            getTranslation("mine.back.given", given.by(), Moments.shortly(given.at()), given.text())),
                    "given"));
        } else if (until != null) {
            NativeButton back = Parts.button("reply", getTranslation("mine.back"), "ter", "sm");
            back.addClickListener(click -> ask(until, answering));
            became.add(back, asked);
        }
        return became;
    }

    private void ask(String until, Consumer<String> answering) {
        TextArea words = new TextArea(getTranslation("mine.back.label"));
        words.setMaxLength(TextGate.TEXT.most());
        words.setHelperText(getTranslation("mine.back.once", until));
        Paragraph problem = Parts.classed(new Paragraph(), "err");
        problem.getElement().setAttribute("role", "alert");
        NativeButton send = Parts.button("send", getTranslation("mine.back.send"), "pri", "sm");
        send.addClickListener(click -> {
            try {
                answering.accept(words.getValue());
            } catch (Refusal refused) {
                problem.setText(getTranslation("refusal." + refused.code(), refused.arguments()));
            }
        });
        NativeButton cancel = Parts.button("", getTranslation("mine.back.cancel"), "ter", "sm");
        cancel.addClickListener(click -> asked.removeAll());
        asked.removeAll();
        asked.add(words, problem, Parts.classed(new Div(send, cancel), "ways"));
        words.focus();
    }

    private Div draft() {
        Div draft = new Div();
        Sight seen = sight;
        if (seen == null) {
            String applied = result.applied();
            if (applied != null && !applied.isBlank()) {
                draft.add(Parts.classed(new Paragraph(getTranslation("mine.promised", applied)), "law"));
            }
            return draft;
        }
        VersionName newest = seen.newest();
        String name = VersionName.inSentence(getTranslation(newest.key(), newest.ordinal()));
        boolean stands = seen.seen().stands();
        draft.add(new State(
                stands ? Tone.OK : Tone.WAIT,
                stands ? "check" : "warning",
                getTranslation(stands ? "mine.seen" : "mine.unseen", name)));
        PlacedProvision before = seen.seen().before();
        PlacedProvision now = seen.seen().now();
        if (now != null) {
            draft.add(
                    Parts.classed(
                            new Anchor(
                                    Addresses.place(
                                            result.dossier(),
                                            newest.number(),
                                            Addresses.anchor(now.body(), now.path())),
                                    getTranslation("mine.place", capitalised(CitedUnit.wordsOf(now.path())), name)),
                            "lnk"),
                    words(before == null ? "" : before.text(), now.text()));
        } else if (before != null) {
            draft.add(new Paragraph(getTranslation("mine.gone", name)), words(before.text(), ""));
        }
        return draft;
    }

    private static Component words(String before, String after) {
        Div law = Parts.classed(new Div(), "law");
        List<ComparisonJson.Step> steps = ComparisonJson.Step.between(before, after);
        for (int n = 0; n < steps.size(); n++) {
            ComparisonJson.Step step = steps.get(n);
            law.add(
                    switch (step.op()) {
                        case "insert" -> new Marked("ins", step.text());
                        case "delete" -> new Marked("del", step.text());
                        default -> new Span(around(step.text(), n > 0, n < steps.size() - 1));
                    });
        }
        return law;
    }

    /** The ends of a long stretch that stayed, next to what changed. */
    private static String around(String text, boolean behind, boolean before) {
        int kept = (behind ? AROUND : 0) + (before ? AROUND : 0);
        if (kept == 0 || text.length() <= kept + AROUND) {
            return text;
        }
        String head = behind ? text.substring(0, text.lastIndexOf(' ', AROUND) + 1) : "";
        int from = text.indexOf(' ', text.length() - AROUND);
        String tail = before && from >= 0 ? text.substring(from) : "";
        return head + "…" + tail;
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** Words that came or went. */
    private static final class Marked extends HtmlContainer {

        Marked(String tag, String words) {
            super(tag);
            setText(words);
        }
    }
}
