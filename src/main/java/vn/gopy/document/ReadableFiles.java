package vn.gopy.document;

import vn.gopy.document.extract.FileKind;

/** Which files are taken in, by the endings of their names; what they really are shows when they are read. */
public final class ReadableFiles {

    private ReadableFiles() {}

    /** Whether a file of that name can be a draft; tables, slides, letters and books only accompany one. */
    public static boolean canBeDraft(String fileName) {
        return FileKind.isForDrafts(fileName);
    }
}
