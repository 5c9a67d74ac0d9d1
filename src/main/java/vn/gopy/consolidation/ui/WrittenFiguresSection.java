package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.table.WrittenFiguresCheck;
import vn.gopy.consolidation.table.WrittenFiguresCheck.Checked;
import vn.gopy.consolidation.table.WrittenFiguresCheck.Other;
import vn.gopy.draft.UploadedFile;
import vn.gopy.round.RoundId;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.WholeBytes;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.UploadWords;

/** Soát số liệu trong tờ trình: a file is dropped here, and each figure that is another one now is shown where it stands. */
final class WrittenFiguresSection extends Section {

    private final Askers askers;
    private final WrittenFiguresCheck check;
    private final RoundId round;
    private final int largest;
    private final Div found = Parts.classed(new Div(), "found");

    /** @param largest how large a file may be, in bytes */
    WrittenFiguresSection(Askers askers, WrittenFiguresCheck check, RoundId round, int largest) {
        this.askers = askers;
        this.check = check;
        this.round = round;
        this.largest = largest;
        addClassName("written");
        found.getElement().setAttribute("role", "status");
        Upload upload = new Upload();
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFileSize(largest);
        upload.setI18n(UploadWords.of(this, largest >> 20));
        upload.setUploadButton(Parts.button("upload", getTranslation("written.file"), "sm"));
        upload.setDropLabel(new Span(getTranslation("upload.drop")));
        upload.setUploadHandler(this::receive);
        add(
                Parts.section(getTranslation("written.title"), ""),
                new Paragraph(getTranslation("written.how")),
                upload,
                found);
    }

    /** Runs in the request of the upload, outside the page's lock, since reading a file may take a while. */
    private void receive(UploadEvent event) throws IOException {
        String name = event.getFileName();
        byte[] content = WholeBytes.of(event.getInputStream(), event.getFileSize(), largest);
        Runnable outcome;
        try {
            Checked checked = check.check(askers.require(), round, null, new UploadedFile(name, content, ""));
            outcome = () -> show(name, checked);
        } catch (Refusal refused) {
            outcome = () -> say(getTranslation("refusal." + refused.code(), refused.arguments()));
        }
        Runnable told = outcome;
        event.getUI().access(told::run);
    }

    private void say(String sentence) {
        found.removeAll();
        found.add(new Paragraph(sentence));
    }

    private void show(String name, Checked checked) {
        int other = checked.other().size();
        String key = checked.known() == 0 ? "written.none" : other == 0 ? "written.same" : "written.other";
        say(getTranslation(key, name, Figures.two(checked.known()), Figures.two(other)));
        UnorderedList list = new UnorderedList();
        checked.other().forEach(one -> list.add(row(one)));
        if (other > 0) {
            found.add(list);
        }
    }

    private ListItem row(Other one) {
        return new ListItem(
                new Span(getTranslation(
                        "written.one",
                        getTranslation("written." + one.figure()),
                        Figures.two(one.written()),
                        Figures.two(one.now()))),
                Parts.classed(
                        new Paragraph(
                                new Span(getTranslation("written.where", one.paragraph()) + ": " + one.before()),
                                Parts.classed(new Span(Figures.two(one.written())), "mark"),
                                new Span(one.after())),
                        "say"));
    }
}
