package vn.gopy.draft;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.ReadableTitle;
import vn.gopy.shared.Excerpt;
import vn.gopy.shared.Limits;
import vn.gopy.shared.TextGate;

/**
 * What is needed to open a dossier.
 *
 * @param people user names of those who may read it besides those whom the audience names
 * @param drafter code of the drafting unit
 */
public record NewDossier(
        String title,
        String kind,
        Audience audience,
        Discussion discussion,
        List<String> people,
        @Nullable String drafter) {

    /** Their names are names: "Luật Tổ chức chính quyền địa phương". */
    private static final Set<String> LAWS = Set.of("Luật", "Bộ luật", "Hiến pháp", "Pháp lệnh");

    /** A sealed dossier named by the header of its first draft, or by the file where the header says no title. */
    public static NewDossier headed(Outline outline, String fileName, Audience audience) {
        String kind = outline.type() == null ? "OTHER" : outline.type();
        String title = outline.title() == null ? "" : titled(outline, outline.title());
        String named = title.isBlank() ? fileTitle(fileName) : title;
        return new NewDossier(fitting(named), kind, audience, Discussion.SEALED, List.of(), null);
    }

    /** Whether this title only says what the file is called: nobody has given one, and nothing was read yet. */
    static boolean isOfFile(String title, String fileName) {
        return title.equals(TextGate.TITLE.require(fitting(fileTitle(fileName)), "TITLE_MISSING"));
    }

    private static String fitting(String title) {
        return title.length() <= Limits.TITLE ? title : Excerpt.head(title, Limits.TITLE - 1) + "…";
    }

    /** The same as it may be kept. */
    NewDossier passed() {
        return new NewDossier(
                TextGate.TITLE.require(title, "TITLE_MISSING"),
                TextGate.NUMBER.require(kind, "KIND_MISSING"),
                audience,
                discussion,
                Limits.list(people, Limits.LIST),
                drafter);
    }

    /** "Quyết định ban hành Quy chế …": the name of the kind, then the title, which files often set in capitals. */
    private static String titled(Outline outline, String printed) {
        String words = ReadableTitle.of(printed, outline);
        String kind =
                outline.bodies().isEmpty() ? null : outline.bodies().getFirst().type();
        if (words.isEmpty()
                || kind == null
                || words.toLowerCase(Locale.ROOT).startsWith(kind.toLowerCase(Locale.ROOT))) {
            return first(words);
        }
        String goesOn =
                LAWS.contains(kind) ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
        return first(kind.toLowerCase(Locale.ROOT)) + " " + goesOn;
    }

    private static String first(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String fileTitle(String fileName) {
        String name = fileName.replaceFirst("\\.[^.]+$", "").replace('_', ' ').strip();
        return name.isEmpty() ? "—" : name;
    }
}
