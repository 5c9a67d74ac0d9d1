package vn.gopy.paper.tracked;

/**
 * Who made a change or a comment, and when.
 *
 * @param at ISO 8601; word processors show its clock whatever its zone
 */
public record Signed(String author, String at) {}
