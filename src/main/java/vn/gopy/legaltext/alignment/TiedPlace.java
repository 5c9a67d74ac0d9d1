package vn.gopy.legaltext.alignment;

import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Level;

/**
 * One place at an end of a tie.
 *
 * @param body the code of its body; empty for an annex that belongs to none
 * @param path of the place in its body, as the outline has it
 * @param address the path, with the body's code before it where its side has several bodies; unique on its side
 * @param level null for places outside the tree: title, căn cứ, enacting line, annex and row of an annex
 * @param words its own words: heading and text, without label and without what stands below it
 */
public record TiedPlace(
        String body, String path, String address, @Nullable Level level, String words) {}
