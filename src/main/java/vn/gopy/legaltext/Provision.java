package vn.gopy.legaltext;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provision (điều khoản): a numbered or unnumbered piece of text with its own place in the tree.
 *
 * @param number as printed, normalised: {@code I}, {@code thứ nhất}, {@code 43a}, {@code đ1}; null where none is printed
 * @param label the marker as printed, such as {@code Điều 5} or {@code a)}; null where none is printed
 * @param heading the title on or under the marker; null where there is none
 * @param text the provision's own words, without label, heading and children; empty for a table
 * @param path unique inside its body, such as {@code dieu-5/khoan-2/diem-đ}
 * @param depth 1, 2, 3 … for {@link Level#OUTLINE}, else null
 * @param rows cell texts of a {@link Level#TABLE}, else null
 */
public record Provision(
        Level level,
        @Nullable String number,
        @Nullable String label,
        @Nullable String heading,
        String text,
        String path,
        @Nullable Integer depth,
        @Nullable List<List<String>> rows,
        List<Provision> children) {}
