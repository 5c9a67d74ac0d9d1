package vn.gopy.consolidation.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Askers;
import vn.gopy.consolidation.edition.Edition;
import vn.gopy.consolidation.edition.Edition.Likeness;
import vn.gopy.consolidation.edition.EditionState;
import vn.gopy.consolidation.edition.Editions;
import vn.gopy.consolidation.table.TableFormat;
import vn.gopy.draft.UploadedFile;
import vn.gopy.shared.Figures;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;
import vn.gopy.shared.WholeBytes;
import vn.gopy.shared.ui.DayField;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.State;
import vn.gopy.shared.ui.State.Tone;
import vn.gopy.shared.ui.UploadWords;

/** One edition: its state, what is other than in the one before, its files, and the next step. */
final class EditionCard extends Section {

    private final transient Edition edition;
    private final transient Askers askers;
    private final transient Editions editions;
    private final EditionsView page;

    /** @param about the drafts it is about */
    EditionCard(Edition edition, String about, boolean runs, Askers askers, Editions editions, EditionsView page) {
        this.edition = edition;
        this.askers = askers;
        this.editions = editions;
        this.page = page;
        addClassName("edition");
        Div head = Parts.classed(
                new Div(
                        Parts.classed(
                                new H2(getTranslation("editions.name", edition.ordinal()) + " · "
                                        + getTranslation("editions.about", about)),
                                "s"),
                        state()),
                "head");
        add(
                head,
                Parts.classed(
                        new Paragraph(
                                getTranslation("editions.made", edition.madeBy(), Moments.shortly(edition.madeAt()))),
                        "cap"),
                new Paragraph(changes()),
                files());
        compared();
        if (runs) {
            add(steps());
        }
        add(Parts.classed(new Paragraph(getTranslation("editions.hash", edition.sha256())), "cap", "hash"));
    }

    private State state() {
        String date = edition.date() == null ? "" : Moments.date(edition.date());
        String words = getTranslation("editions.state." + edition.state(), edition.number(), date);
        return switch (edition.state()) {
            case WORKING -> new State(Tone.ACCENT, "pen", words);
            case SUBMITTED -> new State(Tone.WAIT, "clock", words);
            case SIGNED -> new State(Tone.OK, "stamp", words);
            case ISSUED -> new State(Tone.OK, "send", words);
        };
    }

    private String changes() {
        Edition.Changes changes = edition.changes();
        return edition.ordinal() == 1
                ? getTranslation("editions.first")
                : getTranslation(
                        "editions.changes",
                        Figures.two(changes.added().size()),
                        Figures.two(changes.outcomes().size()),
                        Figures.two(changes.answers().size()),
                        Figures.two(changes.gone().size()));
    }

    private Div files() {
        Div files = Parts.classed(new Div(), "ways");
        for (TableFormat format : TableFormat.values()) {
            Anchor file = Parts.buttonLink(
                    "/app-api/editions/" + edition.id() + "." + format.ending(),
                    "download",
                    switch (format) {
                        case DOCX -> "Word";
                        case XLSX -> "Excel";
                        case PDF -> "PDF";
                    },
                    "sm");
            file.setRouterIgnore(true);
            files.add(file);
        }
        return files;
    }

    private void compared() {
        Edition.SignedFile signed = edition.signed();
        if (signed == null) {
            return;
        }
        Anchor file = new Anchor(
                "/app-api/editions/" + edition.id() + "/signed", getTranslation("editions.file.kept", signed.name()));
        file.setRouterIgnore(true);
        add(Parts.classed(file, "lnk"), new Paragraph(likeness(signed.likeness())));
    }

    private String likeness(@Nullable Likeness likeness) {
        if (likeness == null) {
            return getTranslation("editions.unread");
        }
        return likeness.same()
                ? getTranslation("editions.same", edition.ordinal())
                : getTranslation("editions.differs", words(likeness.missing()), words(likeness.added()));
    }

    private String words(List<String> words) {
        return words.isEmpty() ? getTranslation("editions.nothing") : "“" + String.join("”, “", words) + "”";
    }

    private Div steps() {
        Div steps = Parts.classed(new Div(), "ways");
        switch (edition.state()) {
            case WORKING -> steps.add(step("send", "editions.submit", EditionState.SUBMITTED));
            case SUBMITTED -> {
                steps.add(signing());
                steps.add(step("undo", "editions.return", EditionState.WORKING));
            }
            case SIGNED -> steps.add(step("send", "editions.issue", EditionState.ISSUED), upload());
            case ISSUED -> steps.add(upload());
        }
        return steps;
    }

    private NativeButton step(String icon, String key, EditionState next) {
        NativeButton button = Parts.button(icon, getTranslation(key), "sm");
        button.addClickListener(click -> move(next, null, null));
        return button;
    }

    private void move(EditionState next, @Nullable String number, @Nullable LocalDate date) {
        page.attempt(() -> editions.move(askers.require(), edition.id(), edition.version(), next, number, date));
    }

    private Div signing() {
        TextField number = new TextField(getTranslation("editions.number"));
        number.setMaxLength(TextGate.NUMBER.most());
        DayField date = new DayField(getTranslation("editions.date"));
        NativeButton sign = Parts.button("stamp", getTranslation("editions.sign"), "pri");
        sign.addClickListener(click -> move(EditionState.SIGNED, number.getValue(), date.getValue()));
        return Parts.classed(new Div(number, date, sign), "pair");
    }

    private Upload upload() {
        Upload upload = new Upload();
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(page.largestFile());
        upload.setDropAllowed(false);
        upload.setI18n(UploadWords.of(this, page.largestFile() >> 20));
        upload.setUploadButton(Parts.button("upload", getTranslation("editions.file"), "sm"));
        upload.setUploadHandler(this::receive);
        return upload;
    }

    /** Runs in the request of the upload, outside the page's lock, since reading a file may take a while. */
    private void receive(UploadEvent event) throws IOException {
        byte[] content = WholeBytes.of(event.getInputStream(), event.getFileSize(), page.largestFile());
        UploadedFile file = new UploadedFile(event.getFileName(), content, "");
        Runnable outcome = () -> {};
        try {
            editions.attach(askers.require(), edition.id(), edition.version(), file);
        } catch (Refusal refused) {
            outcome = () -> {
                throw refused;
            };
        }
        Runnable told = outcome;
        event.getUI().access(() -> page.attempt(told));
    }
}
