package vn.gopy.draft;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.ReadableTitle;
import vn.gopy.shared.Addresses;

/**
 * A document of the library as others cite it: the last published version of its series.
 *
 * @param inDossier what the version is in its dossier
 * @param number printed, canonical; null when blank
 * @param type symbol of the kind, such as {@code NĐ}
 * @param title as printed; null for none
 */
public record LibraryDocument(
        VersionId version,
        DossierId dossier,
        String dossierTitle,
        VersionName inDossier,
        @Nullable String number,
        @Nullable String type,
        @Nullable String title) {

    /** Where one reads it. */
    public String address() {
        return Addresses.draft(dossier, inDossier.number());
    }

    /** Its number and its title, or the dossier's where none is printed. */
    public String name() {
        String words = title == null || title.isBlank() ? dossierTitle : ReadableTitle.of(title);
        return number == null ? words : number + " · " + words;
    }
}
