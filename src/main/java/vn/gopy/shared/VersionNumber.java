package vn.gopy.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of a dossier an address names: the second of its main draft is {@code 2}, the second of the paper that
 * came third into the dossier is {@code tai-lieu-3-2}.
 *
 * @param paper where the paper stands among all of the dossier; 0 for the main draft
 * @param ordinal counts from 1 within the main draft or the paper
 */
public record VersionNumber(int paper, int ordinal) {

    /** What {@link #toString} gives. */
    public static final String PATTERN = "(?:tai-lieu-\\d{1,6}-)?\\d{1,6}";

    private static final Pattern WRITTEN = Pattern.compile("(?:tai-lieu-(\\d{1,6})-)?(\\d{1,6})");

    /** A version of the main draft. */
    public static VersionNumber main(int ordinal) {
        return new VersionNumber(0, ordinal);
    }

    /**
     * The version that was written like this.
     *
     * @throws IllegalArgumentException when none is
     */
    public static VersionNumber of(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no version: " + written);
        }
        String paper = matcher.group(1);
        return new VersionNumber(paper == null ? 0 : Integer.parseInt(paper), Integer.parseInt(matcher.group(2)));
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return paper == 0 ? Integer.toString(ordinal) : "tai-lieu-" + paper + "-" + ordinal;
    }
}
