package vn.gopy.legaltext.alignment;

import java.util.List;

/**
 * What a person has said became of some places, whatever the words say: these are those. Nothing behind means that they
 * were removed, nothing before that they are new; several on one side are what was merged or split.
 *
 * @param before old places, by body and path
 * @param after new places, by body and path
 */
public record Choice(List<At> before, List<At> after) {

    /** A place by the code of its body, empty for an annex that belongs to none, and its path in it. */
    public record At(String body, String path) {}

    /** @throws IllegalArgumentException unless one side has one place, and the other several, one or none */
    public Choice {
        before = List.copyOf(before);
        after = List.copyOf(after);
        if (before.size() != 1 && after.size() != 1) {
            throw new IllegalArgumentException("No choice: " + before + " > " + after);
        }
    }
}
