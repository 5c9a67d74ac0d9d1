package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import java.util.function.Function;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.UploadedFile;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/** Takes files by dropping or choosing, several at once, with their progress. */
final class UploadArea extends Div {

    private final Upload upload = new Upload();

    /**
     * @param taker stores one file; refuses with a {@link vn.gopy.shared.Refusal}
     * @param results where a line says what became of each
     * @param whenDone called in the page when all files have arrived
     */
    UploadArea(
            String hint,
            String buttonWords,
            Function<UploadedFile, DraftVersion> taker,
            UploadResults results,
            Runnable whenDone) {
        addClassName("upload-area");
        upload.setDropLabel(new Span(hint));
        upload.setDropLabelIcon(new Icon("upload"));
        NativeButton choose = Parts.button("upload", buttonWords);
        choose.getElement().setAttribute("data-choose", true);
        upload.setUploadButton(choose);
        new FileReception(this, taker, results).serve(upload, whenDone);
        add(upload, Parts.classed(new Paragraph(getTranslation("upload.secrets", results.largestFile())), "cap"));
    }

    /** Takes what is dropped anywhere on the page. */
    UploadArea forWholePage() {
        upload.getElement().setAttribute("data-page-drop", true);
        return this;
    }

    /** A press on the other button chooses files for the page's field too; the browser opens its window itself. */
    static void chosenBy(Component other) {
        other.getElement().setAttribute("data-chooses", true);
    }
}
