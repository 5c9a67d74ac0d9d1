package vn.gopy.round.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.springframework.web.util.UriUtils;
import vn.gopy.draft.UploadedFile;
import vn.gopy.round.Answering;
import vn.gopy.round.Reply;
import vn.gopy.round.RoundId;
import vn.gopy.round.letter.SignedCopies;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.WholeBytes;
import vn.gopy.shared.ui.Parts;
import vn.gopy.shared.ui.UploadWords;

/** The signed copy of the letter: its file once it is there, and the way to hand it in when the reply is sent. */
final class SignedCopyPart extends Div {

    private final transient ReplyPage page;
    private final transient SignedCopies copies;
    private final int largest;

    /** @param largest how many bytes a file may have */
    SignedCopyPart(ReplyPage page, SignedCopies copies, int largest) {
        this.page = page;
        this.copies = copies;
        this.largest = largest;
        addClassName("letter-file");
    }

    /** A link to the signed copy that was handed in for an invitee. */
    static Anchor link(RoundId round, String key, String words) {
        Anchor file = new Anchor(
                "/app-api/rounds/" + round + "/replies/" + UriUtils.encodePathSegment(key, StandardCharsets.UTF_8)
                        + "/letter",
                words);
        file.setRouterIgnore(true);
        return Parts.classed(file, "lnk");
    }

    void show() {
        removeAll();
        Answering.Sheet sheet = page.sheet();
        String name = sheet.reply().map(Reply::signedCopy).orElse("");
        if (!name.isEmpty()) {
            add(link(sheet.round().id(), sheet.invitee().key(), getTranslation("answering.signed.kept", name)));
        }
        if (sheet.reply().filter(Reply::isSent).isPresent()) {
            add(
                    upload(name.isEmpty() ? "answering.signed.add" : "answering.signed.replace"),
                    Parts.classed(new Paragraph(getTranslation("answering.signed.help")), "cap"));
        }
    }

    private Upload upload(String words) {
        Answering.Sheet sheet = page.sheet();
        return upload(
                this,
                largest,
                words,
                file -> copies.keep(
                        page.asker(),
                        sheet.round().id(),
                        sheet.invitee().key(),
                        file,
                        OptionalInt.of(page.sheet().version())),
                told -> page.attempt(told, getTranslation("answering.signed.done")));
    }

    /**
     * Where a signed copy is handed in.
     *
     * @param page in whose language it speaks
     * @param keep runs in the request of the upload, outside the page's lock, since reading a file may take a while
     * @param told hears on the page what came of it: work that does nothing, or throws the refusal
     */
    static Upload upload(
            Component page, int largest, String words, Consumer<UploadedFile> keep, Consumer<Runnable> told) {
        Upload upload = new Upload();
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(largest);
        upload.setDropAllowed(false);
        upload.setI18n(UploadWords.of(page, largest >> 20));
        upload.setUploadButton(Parts.button("upload", page.getTranslation(words), "sm"));
        upload.addFileRejectedListener(rejected -> told.accept(() -> {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "TOO_LARGE", largest >> 20);
        }));
        upload.setUploadHandler(event -> receive(event, largest, keep, told));
        return upload;
    }

    private static void receive(UploadEvent event, int largest, Consumer<UploadedFile> keep, Consumer<Runnable> told)
            throws IOException {
        byte[] content = WholeBytes.of(event.getInputStream(), event.getFileSize(), largest);
        Runnable outcome = () -> {};
        try {
            keep.accept(new UploadedFile(event.getFileName(), content, ""));
        } catch (Refusal refused) {
            outcome = () -> {
                throw refused;
            };
        }
        Runnable said = outcome;
        event.getUI().access(() -> told.accept(said));
    }
}
