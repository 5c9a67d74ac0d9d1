package vn.gopy.draft.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import vn.gopy.account.Askers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.brief.Briefs;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.ui.Parts;

/** Writes the lines that stand before a draft, one on each line of a box. */
final class BriefForm extends Div {

    private final Askers askers;
    private final Drafts drafts;
    private final Briefs briefs;
    private final Runnable done;
    private final TextArea words;
    private DraftVersion version;

    /**
     * @param name what the draft is called
     * @param done called once the lines are written or left as they were
     */
    BriefForm(Askers askers, Drafts drafts, Briefs briefs, DraftVersion version, String name, Runnable done) {
        this.askers = askers;
        this.drafts = drafts;
        this.briefs = briefs;
        this.version = version;
        this.done = done;
        addClassName("edit-form");
        words = new TextArea(getTranslation("dossier.brief.field", name));
        words.setHelperText(getTranslation("dossier.brief.hint", Figures.two(Briefs.MOST), TextGate.LINE.most()));
        words.setMaxLength(Briefs.MOST * (TextGate.LINE.most() + 1));
        words.setMinRows(Briefs.MOST);
        words.setValue(standing());
        NativeButton save = Parts.button("check", getTranslation("dossier.save"), "pri");
        save.addClickListener(click -> save());
        NativeButton cancel = Parts.button("", getTranslation("dossier.cancel"), "ter");
        cancel.addClickListener(click -> done.run());
        add(words, Parts.classed(new Div(save, cancel), "acts"));
    }

    void focus() {
        words.focus();
    }

    private String standing() {
        return String.join("\n", briefs.of(askers.require(), version.id()));
    }

    private void save() {
        try {
            briefs.write(
                    askers.require(),
                    version.id(),
                    version.version(),
                    List.of(words.getValue().split("\\R")));
            Confirmation.that(getTranslation("dossier.brief.saved"));
            done.run();
        } catch (Refusal refused) {
            words.setInvalid(true);
            words.setErrorMessage(
                    refused.kind() == Refusal.Kind.STALE
                            ? others()
                            : getTranslation("refusal." + refused.code(), refused.arguments()));
        }
    }

    /** What somebody else wrote meanwhile is told; what is typed stays, and stands instead of it when it is saved again. */
    private String others() {
        version = drafts.get(askers.require(), version.id());
        return getTranslation("dossier.brief.stale", standing());
    }
}
