package vn.gopy.draft;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
        String words = title == null || title.isBlank() ? dossierTitle : readable(title);
        return number == null ? words : number + " · " + words;
    }

    /** Titles are set in capitals; beside other words they are read as a sentence. */
    private static String readable(String title) {
        Locale vietnamese = Locale.of("vi");
        return title.equals(title.toUpperCase(vietnamese))
                ? title.substring(0, 1) + title.substring(1).toLowerCase(vietnamese)
                : title;
    }
}
