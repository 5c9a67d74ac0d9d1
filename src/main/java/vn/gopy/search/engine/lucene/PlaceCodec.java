package vn.gopy.search.engine.lucene;

import java.util.List;
import vn.gopy.search.engine.PlaceRange;

/** Writes the places of a document as lines of tab-separated values; paths and ids hold neither. */
final class PlaceCodec {

    private PlaceCodec() {}

    static String encode(List<PlaceRange> places) {
        StringBuilder lines = new StringBuilder();
        for (PlaceRange place : places) {
            lines.append(place.path()).append('\t');
            lines.append(place.ref() == null ? "" : place.ref()).append('\t');
            lines.append(place.start()).append('\t').append(place.end()).append('\n');
        }
        return lines.toString();
    }

    static List<PlaceRange> decode(String lines) {
        return lines.lines().map(PlaceCodec::place).toList();
    }

    private static PlaceRange place(String line) {
        String[] parts = line.split("\t", -1);
        String ref = parts[1].isEmpty() ? null : parts[1];
        return new PlaceRange(parts[0], ref, Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
    }
}
