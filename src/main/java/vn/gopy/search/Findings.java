package vn.gopy.search;

/**
 * What was found and how the question was understood.
 *
 * @param question as finally taken
 * @param folded whether marks were disregarded
 */
public record Findings(EngineAnswer answer, Question question, boolean folded) {}
