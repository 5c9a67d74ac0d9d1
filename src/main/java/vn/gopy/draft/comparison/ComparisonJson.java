package vn.gopy.draft.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.gopy.legaltext.alignment.Alignment;
import vn.gopy.legaltext.alignment.Evidence;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.legaltext.alignment.TiedPlace;
import vn.gopy.legaltext.diff.Change;
import vn.gopy.legaltext.diff.WordDiff;

/**
 * What became of every place, in the shape of the contract of comparisons.
 *
 * @param rows one for each tie, in the reading order of the new version
 * @param counts how many rows there are of each kind, a number for every kind
 */
public record ComparisonJson(List<Row> rows, Map<Tie.Kind, Integer> counts) {

    /**
     * @param old addresses of the old places
     * @param fresh addresses of the new places
     * @param similarity with four decimals
     * @param diff what changed in the places' own words
     */
    public record Row(
            Tie.Kind kind,
            List<String> old,
            @JsonProperty("new") List<String> fresh,
            double similarity,
            boolean editorialOnly,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Evidence> evidence,
            List<Step> diff) {}

    /** @param moved the number of a stretch that only changed its place, the same at both ends; 0 for others */
    public record Step(
            String op,
            String text,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) int moved) {

        /** What turns one wording into the other. */
        public static List<Step> between(String before, String after) {
            return WordDiff.of(before, after).stream().map(Step::of).toList();
        }

        private static Step of(Change change) {
            return new Step(change.op().name().toLowerCase(Locale.ROOT), change.text(), change.moved());
        }
    }

    /** The alignment in that shape. */
    public static ComparisonJson of(Alignment alignment) {
        return new ComparisonJson(
                alignment.ties().stream().map(ComparisonJson::row).toList(), new LinkedHashMap<>(alignment.counts()));
    }

    private static Row row(Tie tie) {
        return new Row(
                tie.kind(),
                addresses(tie.before()),
                addresses(tie.after()),
                Math.round(tie.similarity() * 10_000) / 10_000.0,
                tie.editorialOnly(),
                tie.evidence().stream().sorted().toList(),
                Step.between(words(tie.before()), words(tie.after())));
    }

    private static List<String> addresses(List<TiedPlace> places) {
        return places.stream().map(TiedPlace::address).toList();
    }

    private static String words(List<TiedPlace> places) {
        return String.join("\n", places.stream().map(TiedPlace::words).toList());
    }
}
