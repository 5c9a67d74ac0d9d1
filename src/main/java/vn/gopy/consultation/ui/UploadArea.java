package vn.gopy.consultation.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.draft.DraftVersion;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.WholeBytes;
import vn.gopy.shared.ui.Icon;
import vn.gopy.shared.ui.Parts;

/**
 * Takes files by dropping or choosing, several at once, with their progress; under it stands what became of each. The
 * bytes stay in memory until the child process has looked at them: a file with a state-secret mark never touches the disk.
 */
final class UploadArea extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(UploadArea.class);
    private static final int MOST_BYTES = 50 * 1024 * 1024;

    private final Function<vn.gopy.draft.Upload, DraftVersion> taker;
    private final Div results = Parts.classed(new Div(), "upload-results");
    private final Upload upload = new Upload();

    /**
     * @param taker stores one file; refuses with a {@link Refusal}
     * @param whenDone called in the page when all files have arrived
     */
    UploadArea(String hint, String buttonWords, Function<vn.gopy.draft.Upload, DraftVersion> taker, Runnable whenDone) {
        this.taker = taker;
        addClassName("upload-area");
        upload.setMaxFileSize(MOST_BYTES);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setDropLabel(new Span(hint));
        upload.setDropLabelIcon(new Icon("upload"));
        NativeButton choose = Parts.button("upload", buttonWords, "pri");
        upload.setUploadButton(choose);
        upload.setUploadHandler(this::receive);
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            whenDone.run();
        });
        results.getElement().setAttribute("aria-live", "polite");
        add(upload, results);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        upload.setI18n(words());
        if (getComponentCount() == 2) {
            add(Parts.classed(new Paragraph(getTranslation("upload.secrets")), "cap"));
        }
    }

    private UploadI18N words() {
        UploadI18N words = new UploadI18N();
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(getTranslation("upload.connecting"))
                        .setStalled(getTranslation("upload.stalled"))
                        .setProcessing(getTranslation("upload.reading"))
                        .setHeld(getTranslation("upload.held")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(getTranslation("upload.failed"))
                        .setUnexpectedServerError(getTranslation("upload.failed"))
                        .setForbidden(getTranslation("upload.failed"))));
        words.setError(new UploadI18N.Error().setFileIsTooBig(getTranslation("refusal.TOO_LARGE", 50)));
        words.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB")));
        return words;
    }

    /** Runs in the request of the upload, outside the page's lock, since reading a file may take a while. */
    private void receive(UploadEvent event) throws IOException {
        byte[] content = WholeBytes.of(event.getInputStream(), event.getFileSize(), MOST_BYTES);
        Component result = result(event.getFileName(), content);
        event.getUI().access(() -> results.add(result));
    }

    private Component result(String name, byte[] content) {
        vn.gopy.draft.Upload file = new vn.gopy.draft.Upload(name, content, "");
        String shown = file.fileName();
        try {
            DraftVersion version = taker.apply(file);
            Anchor link = new Anchor("/ho-so/" + version.dossierId(), shown);
            link.addClassName("lnk");
            return line("ok", "check", link, getTranslation("upload.taken"));
        } catch (Refusal refusal) {
            String sentence = getTranslation("refusal." + refusal.code(), refusal.arguments());
            return line("no", "warning", new Span(shown), sentence);
        } catch (RuntimeException failed) {
            LOG.error("A file that was handed in on a page could not be taken", failed);
            return line("no", "warning", new Span(shown), getTranslation("refusal.HTTP_500"));
        }
    }

    private static Component line(String tone, String icon, Component name, String sentence) {
        Div line = Parts.classed(new Div(), "note", tone);
        line.add(new Icon(icon), new Div(name, new Paragraph(sentence)));
        return line;
    }
}
