package vn.gopy.draft;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.ReadableTitle;

/**
 * A document of the library as others cite it: the last published version of its series.
 *
 * @param ordinal of the version in its series
 * @param number printed, canonical; null when blank
 * @param type symbol of the kind, such as {@code NĐ}
 * @param title as printed; null for none
 */
public record LibraryDocument(
        VersionId version,
        DossierId dossier,
        String dossierTitle,
        SeriesRole role,
        int ordinal,
        @Nullable String number,
        @Nullable String type,
        @Nullable String title) {

    /** Its number and its title, or the dossier's where none is printed. */
    public String name() {
        String words = title == null || title.isBlank() ? dossierTitle : ReadableTitle.of(title);
        return number == null ? words : number + " · " + words;
    }
}
