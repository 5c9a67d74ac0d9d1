package vn.gopy.consolidation.merged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.legaltext.Piece;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structure.Row;
import vn.gopy.legaltext.Structure.Standing;
import vn.gopy.legaltext.Structure.Zone;

/** Where the words of the places of a version stand among the blocks of its file. */
public final class PlaceLines {

    private record Key(Zone zone, String body, String path) {}

    private final Map<Key, List<Piece.Segment>> segments = new HashMap<>();

    public PlaceLines(Structure structure) {
        for (Standing standing : structure.standings()) {
            if (standing.row() >= 0) {
                Row row = structure.rows().get(standing.row());
                segments.computeIfAbsent(new Key(row.zone(), row.body(), row.path()), none -> new ArrayList<>())
                        .addAll(standing.piece().segments().stream()
                                .filter(PlaceLines::isOfFile)
                                .toList());
            }
        }
    }

    /** Words that a person supplied stand in no file. */
    private static boolean isOfFile(Piece.Segment segment) {
        return segment.block().id() < Repair.FIRST_SUPPLIED;
    }

    /**
     * Some words of one block.
     *
     * @param to offset in the block's text, behind them
     */
    public record Stretch(int block, int from, int to, String text) {}

    /**
     * The words of a place as they stand in the file, without number and heading.
     *
     * @param whole number and heading too
     */
    public record Found(List<Stretch> own, List<Stretch> whole) {

        /** The own words, lines parted by line feeds. */
        public String text() {
            return own.stream().map(Stretch::text).collect(Collectors.joining("\n"));
        }
    }

    /** Where the words of the place stand; empty where they are not found. */
    public Optional<Found> of(PlacedProvision place) {
        List<Piece.Segment> around = segments.getOrDefault(key(place), List.of());
        if (around.isEmpty()) {
            return Optional.empty();
        }
        List<Stretch> own = own(around, letters(place.text()));
        if (place.kind().isOutsideTree()) {
            return own.isEmpty() ? Optional.empty() : Optional.of(new Found(own, own));
        }
        return Optional.of(new Found(
                own,
                around.stream()
                        .map(one -> new Stretch(one.block().id(), one.from(), one.to(), one.text()))
                        .toList()));
    }

    private static Key key(PlacedProvision place) {
        Zone zone = zone(place.kind());
        boolean tree = zone == Zone.PROVISION || zone == Zone.ANNEX;
        return new Key(zone, place.body(), tree ? place.path() : "");
    }

    private static Zone zone(PlaceKind kind) {
        return switch (kind) {
            case TITLE -> Zone.TITLE;
            case GROUND, ENACTING -> Zone.PREAMBLE;
            case RECIPIENT, SIGNATURE -> Zone.CLOSING;
            case ANNEX -> Zone.ANNEX;
            default -> Zone.PROVISION;
        };
    }

    private static String letters(String text) {
        return text.replaceAll("(?U)\\s+", "");
    }

    /** The last stretches that have exactly these letters, or the first where they stand before others. */
    private static List<Stretch> own(List<Piece.Segment> around, String wanted) {
        String all = around.stream().map(one -> letters(one.text())).collect(Collectors.joining());
        int start = all.endsWith(wanted) ? all.length() - wanted.length() : all.indexOf(wanted);
        if (wanted.isEmpty() || start < 0) {
            return List.of();
        }
        List<Stretch> own = new ArrayList<>();
        int at = 0;
        for (Piece.Segment one : around) {
            int count = letters(one.text()).length();
            int first = Math.max(start - at, 0);
            int last = Math.min(start + wanted.length() - at, count);
            if (first < last) {
                int from = one.from() + offset(one.text(), first);
                int to = one.from() + offset(one.text(), last - 1) + 1;
                own.add(new Stretch(
                        one.block().id(), from, to, one.block().text().substring(from, to)));
            }
            at += count;
        }
        return own;
    }

    /** Where the letter stands, white space not counted. */
    private static int offset(String text, int letter) {
        int seen = -1;
        for (int i = 0; i < text.length(); i++) {
            seen += Character.isWhitespace(text.charAt(i)) || Character.isSpaceChar(text.charAt(i)) ? 0 : 1;
            if (seen == letter) {
                return i;
            }
        }
        return text.length();
    }
}
