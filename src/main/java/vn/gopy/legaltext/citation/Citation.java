package vn.gopy.legaltext.citation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words of a text that name another place or document (viện dẫn). A list such as "điểm a, b và c khoản 2 Điều 5" gives
 * one citation for each of its targets, a range such as "từ khoản 2 đến khoản 5" one with a last unit.
 *
 * @param start of the words, an offset in UTF-16 units
 * @param end behind the words
 * @param units from the greatest to the smallest; empty for a whole document
 * @param last the end of a range that begins with the smallest unit; null for a single target
 */
public record Citation(
        int start, int end, List<CitedUnit> units, @Nullable CitedUnit last, CitedText text) {

    /** Says where it points only by saying "này": "Điều này", "Luật này". */
    public boolean isOnlyThis() {
        return units.stream().allMatch(CitedUnit::isThis)
                && (text instanceof CitedText.Itself || text instanceof CitedText.Here);
    }

    /**
     * The target in the syntax of outline paths, such as {@code dieu-5/khoan-2}; an article's chapter is left out, because
     * articles are numbered through their body. A unit cited with "này" stands without a number. Empty for a document.
     */
    public String path() {
        return path(smallest());
    }

    /** The end of the range in the syntax of outline paths; null for a single target. */
    public @Nullable String lastPath() {
        return last == null ? null : path(last);
    }

    private String path(@Nullable CitedUnit end) {
        boolean withHeadings = !has(CitedUnit.Kind.ARTICLE) || has(CitedUnit.Kind.ANNEX);
        var path = new StringBuilder();
        for (CitedUnit unit : units) {
            CitedUnit step = unit == smallest() && end != null ? end : unit;
            if (withHeadings || step.kind().compareTo(CitedUnit.Kind.ARTICLE) <= 0) {
                path.append(path.isEmpty() ? "" : "/").append(step.segment());
            }
        }
        return path.toString();
    }

    private boolean has(CitedUnit.Kind kind) {
        for (CitedUnit unit : units) {
            if (unit.kind() == kind) {
                return true;
            }
        }
        return false;
    }

    /** The unit the citation is about, null for a whole document. */
    public @Nullable CitedUnit smallest() {
        return units.isEmpty() ? null : units.getLast();
    }

    Citation in(CitedText other) {
        return new Citation(start, end, units, last, other);
    }
}
