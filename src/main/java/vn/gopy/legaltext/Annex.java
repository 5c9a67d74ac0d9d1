package vn.gopy.legaltext;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An annex (phụ lục).
 *
 * @param body the code of the body it belongs to
 * @param path such as {@code phu-luc-1}; the paths of its provisions and places start with it
 */
public record Annex(
        @Nullable String label,
        @Nullable String heading,
        String text,
        @Nullable String body,
        String path,
        List<Provision> provisions,
        List<Place> places) {}
