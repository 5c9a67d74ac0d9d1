package vn.gopy.legaltext;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The structure of one document, as given to the world by {@code bin/gopy outline} and the API. Every letter and digit of
 * the source's main text stands in exactly one of head, title, preamble, closing, label, heading, text, a table cell, or
 * {@link #dropped}.
 *
 * @param format the version of this contract, now 1
 * @param sha256 of the bytes read, hexadecimal
 * @param number the printed number in canonical form; null when blank
 * @param issuedOn the date line, or the day of adoption of a law; null when blank
 * @param counts of the provisions of the bodies, a key for PART … POINT, OUTLINE and ANNEX
 * @param problem why there is no text; then there are no bodies
 */
public record Outline(
        int format,
        String file,
        @Nullable String sha256,
        @Nullable String mediaType,
        @Nullable Regime regime,
        @Nullable String type,
        @Nullable String number,
        @Nullable String issuer,
        @Nullable LocalDate issuedOn,
        @Nullable String title,
        @Nullable String draftLabel,
        @Nullable String urgency,
        List<Body> bodies,
        List<Annex> annexes,
        Map<String, Integer> counts,
        List<Dropped> dropped,
        List<Warning> warnings,
        @Nullable Problem problem) {

    /** The version of the outline contract. */
    public static final int FORMAT = 1;

    /** The outline of a text with these parts, of which nothing else is known; its counts are left out. */
    public static Outline of(List<Body> bodies, List<Annex> annexes) {
        return new Outline(
                FORMAT, "", null, null, null, null, null, null, null, null, null, null, bodies, annexes, Map.of(),
                List.of(), List.of(), null);
    }

    /** The same with one more list of warnings behind its own. */
    Outline warnedOf(List<Warning> more) {
        return new Outline(
                format,
                file,
                sha256,
                mediaType,
                regime,
                type,
                number,
                issuer,
                issuedOn,
                title,
                draftLabel,
                urgency,
                bodies,
                annexes,
                counts,
                dropped,
                Stream.concat(warnings.stream(), more.stream()).toList(),
                problem);
    }
}
