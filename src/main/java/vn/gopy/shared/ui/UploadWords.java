package vn.gopy.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** What an upload element says about a file on its way, in the language of the page. */
public final class UploadWords {

    private UploadWords() {}

    /** @param largest how many MB a file may have */
    public static UploadI18N of(Component page, int largest) {
        UploadI18N words = new UploadI18N();
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(page.getTranslation("upload.connecting"))
                        .setStalled(page.getTranslation("upload.stalled"))
                        .setProcessing(page.getTranslation("upload.reading"))
                        .setHeld(page.getTranslation("upload.held")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(page.getTranslation("upload.failed"))
                        .setUnexpectedServerError(page.getTranslation("upload.failed"))
                        .setForbidden(page.getTranslation("upload.failed"))));
        words.setError(new UploadI18N.Error().setFileIsTooBig(page.getTranslation("refusal.TOO_LARGE", largest)));
        words.setUnits(new UploadI18N.Units(List.of("B", "kB", "MB")));
        return words;
    }
}
