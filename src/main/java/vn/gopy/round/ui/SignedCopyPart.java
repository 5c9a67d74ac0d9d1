package vn.gopy.round.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
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
        Upload upload = new Upload();
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(largest);
        upload.setDropAllowed(false);
        upload.setI18n(UploadWords.of(this, largest >> 20));
        upload.setUploadButton(Parts.button("upload", getTranslation(words), "sm"));
        upload.addFileRejectedListener(rejected -> page.attempt(
                () -> {
                    throw new Refusal(Refusal.Kind.TOO_LARGE, "TOO_LARGE", largest >> 20);
                },
                ""));
        upload.setUploadHandler(this::receive);
        return upload;
    }

    /** Runs in the request of the upload, outside the page's lock, since reading a file may take a while. */
    private void receive(UploadEvent event) throws IOException {
        byte[] content = WholeBytes.of(event.getInputStream(), event.getFileSize(), largest);
        UploadedFile file = new UploadedFile(event.getFileName(), content, "");
        Answering.Sheet sheet = page.sheet();
        Runnable outcome = () -> {};
        try {
            copies.keep(page.asker(), sheet.round().id(), sheet.invitee().key(), file, OptionalInt.of(sheet.version()));
        } catch (Refusal refused) {
            outcome = () -> {
                throw refused;
            };
        }
        Runnable told = outcome;
        event.getUI().access(() -> page.attempt(told, getTranslation("answering.signed.done")));
    }
}
