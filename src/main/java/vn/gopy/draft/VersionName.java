package vn.gopy.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.UnaryOperator;
import vn.gopy.shared.Texts;
import vn.gopy.shared.VersionNumber;

/**
 * What a version is in its dossier, and so how it is called: "Dự thảo lần 2" of the main draft, "Tờ trình" or "Tờ trình,
 * bản 2" of a paper beside it. Pages, files and addresses take its name from here.
 *
 * @param role what its series is
 * @param place of its series among those of the dossier, from 1
 * @param ordinal within its series, from 1
 */
public record VersionName(SeriesRole role, int place, int ordinal) {

    /** The columns of {@link #of}, in a question with a version {@code v} and its series {@code s}. */
    public static final String COLUMNS = "s.role, s.ordinal AS place, v.ordinal";

    /** Of a row with {@link #COLUMNS}. */
    public static VersionName of(ResultSet row) throws SQLException {
        return new VersionName(SeriesRole.valueOf(row.getString("role")), row.getInt("place"), row.getInt("ordinal"));
    }

    /** Whether it is of the main draft, not of a paper beside it. */
    public boolean isMain() {
        return role == SeriesRole.MAIN;
    }

    /** How addresses name it. */
    public VersionNumber number() {
        return new VersionNumber(isMain() ? 0 : place, ordinal);
    }

    /** The key of its words, whose only argument is {@link #ordinal}. */
    public String key() {
        if (isMain()) {
            return "term.draft";
        }
        return (ordinal == 1 ? "series.role." : "series.version.") + role;
    }

    /**
     * The title of its dossier, of a paper behind what it is.
     *
     * @param words by their key
     */
    public String titled(String dossier, UnaryOperator<String> words) {
        return isMain() ? dossier : words.apply("series.role." + role) + ": " + dossier;
    }

    /** Its words. */
    public String in(Texts texts, Locale locale) {
        return texts.get(locale, key(), ordinal);
    }

    /** Those words in the middle of a sentence. */
    public static String inSentence(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** As official papers and the names of files call it: "dự thảo lần 2", "Tờ trình", "Tờ trình, bản 2". */
    public String official() {
        if (isMain()) {
            return "dự thảo lần " + ordinal;
        }
        return ordinal == 1 ? role.official() : role.official() + ", bản " + ordinal;
    }
}
