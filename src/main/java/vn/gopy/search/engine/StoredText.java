package vn.gopy.search.engine;

import java.util.List;

/** What is shown of a hit: its heading, its document's name, its words and the places inside them. */
public record StoredText(String id, String title, String context, String text, List<PlaceRange> places) {}
