package vn.gopy.draft.comparison;

import org.jspecify.annotations.Nullable;

/**
 * A place of one version as a comparison shows it.
 *
 * @param address as the comparison names it
 * @param level of the provision, or what the place outside the tree is
 * @param label as printed, such as {@code Điều 5} or {@code a)}; empty where none is printed
 * @param name as one speaks of it, small to large, such as {@code khoản 2 Điều 5}
 * @param title label and heading on one line
 * @param heading how many letters of its words are its heading, white space not counted
 * @param letters how many letters it has, white space not counted
 * @param above address of the place above it; null at the top
 * @param block address of the place with which it is shown
 * @param order in which the version is read
 */
record KnownPlace(
        String address,
        String level,
        String label,
        String name,
        String title,
        int heading,
        int letters,
        @Nullable String above,
        String block,
        int order) {}
