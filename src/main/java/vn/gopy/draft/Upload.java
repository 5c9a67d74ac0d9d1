package vn.gopy.draft;

import vn.gopy.legaltext.Changes;

/**
 * A file that somebody hands in.
 *
 * @param label how it shall be called; empty for "Dự thảo lần n"
 * @param changes which text is read where changes are tracked
 */
public record Upload(String fileName, byte[] content, String label, Changes changes) {

    /** With all tracked changes accepted. */
    public Upload(String fileName, byte[] content, String label) {
        this(fileName, content, label, Changes.FINAL);
    }
}
