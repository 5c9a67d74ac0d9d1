package vn.gopy.draft;

import vn.gopy.legaltext.Changes;
import vn.gopy.shared.TextGate;

/**
 * A file that somebody hands in.
 *
 * @param label how it shall be called; empty for "Dự thảo lần n"
 * @param changes which text is read where changes are tracked
 */
public record UploadedFile(String fileName, byte[] content, String label, Changes changes) {

    /** The name is kept and shown without folders, line breaks and what cannot be seen. */
    public UploadedFile {
        fileName = TextGate.FILE_NAME.pass(fileName);
    }

    /** With all tracked changes accepted. */
    public UploadedFile(String fileName, byte[] content, String label) {
        this(fileName, content, label, Changes.FINAL);
    }

    /** The same with its label as it may be kept. */
    UploadedFile passed() {
        return new UploadedFile(fileName, content, TextGate.NAME.pass(label), changes);
    }
}
