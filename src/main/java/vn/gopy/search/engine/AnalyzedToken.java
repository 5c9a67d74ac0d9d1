package vn.gopy.search.engine;

/** A term and where it stands in the text: {@code [start, end)}. */
public record AnalyzedToken(String term, int start, int end) {}
