package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.AnsweringOpinions;
import vn.gopy.round.AnsweringOpinions.Stage;
import vn.gopy.round.Position;
import vn.gopy.shared.Figures;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;

/** One row for each draft with the three positions, one press for all, and the general words below. */
final class PositionRows extends Section {

    private final transient ReplyPage page;
    private final NativeButton all;
    private final transient Map<VersionId, Segments<Position>> choices = new LinkedHashMap<>();
    private final transient Map<VersionId, Span> remarks = new LinkedHashMap<>();
    private final TextArea note = new TextArea(getTranslation("answering.note"));

    PositionRows(ReplyPage page) {
        this.page = page;
        var head = Parts.section(getTranslation("answering.section.positions"), "");
        all = Parts.button("check", getTranslation("answering.agreeAll"), "sm", "all");
        all.addClickListener(click -> agreeToAll());
        head.add(all);
        add(head);
        page.drafts().forEach(draft -> add(row(draft)));
        note.setHelperText(getTranslation("answering.note.help"));
        note.setMaxLength(TextGate.TEXT.most());
        note.setValue(page.note());
        note.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                page.write(change.getValue());
            }
        });
        add(note);
        show();
    }

    private Div row(ReplyPage.Draft draft) {
        String title = draft.place().name().titled(draft.place().dossier(), this::getTranslation);
        Segments<Position> choice = new Segments<>(
                getTranslation("answering.positionOn", title),
                (Position position) -> page.choose(Map.of(draft.id(), position)));
        choice.with(Position.AGREE, "check", getTranslation("answering.AGREE"), "ok")
                .with(Position.AGREE_WITH, "opinion", getTranslation("answering.AGREE_WITH"), "part")
                .with(Position.OBJECT, "close", getTranslation("answering.OBJECT"), "no");
        choices.put(draft.id(), choice);
        Span remark = new Span();
        remarks.put(draft.id(), remark);
        Anchor read = Parts.classed(new Anchor(draft.place().path(), getTranslation("answering.draft.read")), "lnk");
        read.getElement().setAttribute("aria-label", getTranslation("answering.draft.read.of", title));
        Paragraph about = Parts.classed(
                new Paragraph(
                        new Span(getTranslation(
                                "answering.draft",
                                draft.place().code(),
                                VersionName.inSentence(getTranslation(
                                        draft.place().name().key(),
                                        draft.place().name().ordinal())))),
                        read,
                        remark),
                "cap",
                "about");
        return Parts.classed(new Div(new H3(title), choice, about), "pos");
    }

    private void agreeToAll() {
        Map<VersionId, Position> agreed = new LinkedHashMap<>();
        page.sheet().round().drafts().forEach(draft -> agreed.put(draft, Position.AGREE));
        page.choose(agreed);
    }

    /** Shows how it stands; what has the focus keeps it. */
    void show() {
        boolean open = page.writable();
        choices.forEach((draft, choice) -> {
            choice.show(page.position(draft), open);
            Objects.requireNonNull(remarks.get(draft)).setText(remark(draft));
        });
        boolean agreed = page.sheet().round().drafts().stream()
                .allMatch(draft -> page.position(draft).equals(Optional.of(Position.AGREE)));
        all.setVisible(open);
        all.setEnabled(!agreed);
        note.setReadOnly(!open);
        note.setVisible(open || !page.note().isEmpty());
        if (!note.getValue().equals(page.note())) {
            note.setValue(page.note());
        }
    }

    /** With how many opinions it goes, and what the position counts as with them. */
    private String remark(VersionId draft) {
        List<AnsweringOpinions.Said> said = page.sheet().opinions().stream()
                .filter(one -> draft.equals(one.draft()) && one.stage() != Stage.UNSENT)
                .toList();
        if (said.isEmpty()) {
            return "";
        }
        boolean raised = page.position(draft).equals(Optional.of(Position.AGREE))
                && said.stream().anyMatch(one -> one.stage() != Stage.ENTERED);
        return getTranslation(raised ? "answering.counts" : "answering.with", Figures.two(said.size()));
    }
}
