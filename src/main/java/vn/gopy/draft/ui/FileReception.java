package vn.gopy.draft.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.UploadedFile;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.WholeBytes;
import vn.gopy.shared.ui.UploadWords;

/**
 * Takes the files of an upload field, each in the request that brings it. The bytes stay in memory until the child process
 * has looked at them: a file with a state-secret mark never touches the disk.
 */
final class FileReception {

    private static final Logger LOG = LoggerFactory.getLogger(FileReception.class);

    private final Component page;
    private final Function<UploadedFile, DraftVersion> taker;
    private final UploadResults results;

    /**
     * @param taker stores one file; refuses with a {@link Refusal}
     * @param results where a line says what became of each
     */
    FileReception(Component page, Function<UploadedFile, DraftVersion> taker, UploadResults results) {
        this.page = page;
        this.taker = taker;
        this.results = results;
    }

    /** @param whenDone called in the page when all files have arrived */
    void serve(Upload upload, Runnable whenDone) {
        upload.setMaxFileSize(results.largestFile() << 20);
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setUploadHandler(this::receive);
        upload.setI18n(UploadWords.of(page, results.largestFile()));
        upload.addAllFinishedListener(finished -> {
            upload.clearFileList();
            whenDone.run();
        });
    }

    /** Runs in the request of the upload, outside the page's lock, since reading a file may take a while. */
    private void receive(UploadEvent event) throws IOException {
        byte[] content = WholeBytes.of(event.getInputStream(), event.getFileSize(), results.largestFile() << 20);
        Runnable line = take(event.getFileName(), content);
        event.getUI().access(line::run);
    }

    private Runnable take(String name, byte[] content) {
        vn.gopy.draft.UploadedFile file = new UploadedFile(name, content, "");
        String shown = file.fileName();
        try {
            DraftVersion version = taker.apply(file);
            return () -> results.taken(version);
        } catch (Refusal refusal) {
            String sentence = page.getTranslation("refusal." + refusal.code(), refusal.arguments());
            return () -> results.refused(shown, sentence);
        } catch (RuntimeException failed) {
            LOG.error("A file that was handed in on a page could not be taken", failed);
            String sentence = page.getTranslation("refusal.HTTP_500");
            return () -> results.refused(shown, sentence);
        }
    }
}
