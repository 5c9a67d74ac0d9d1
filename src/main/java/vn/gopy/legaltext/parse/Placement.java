package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Piece;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.Structure.Row;
import vn.gopy.legaltext.Structure.Standing;
import vn.gopy.legaltext.Structure.Zone;

/**
 * Finds the place of the outline that each paragraph's words stand in. It needs no help from the parser: nothing is lost
 * and the order is kept, so the letters of the paragraphs are the letters of the outline.
 */
public final class Placement {

    /** How far words may be from where they are expected. */
    private static final int NEAR = 20_000;

    /** Fewer letters than this are found only close to where they are expected. */
    private static final int FEW = 12;

    private static final int CLOSE = 300;

    private static final int PREFIX = 24;

    private final StringBuilder letters = new StringBuilder();
    private final List<Row> rows = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> titleEnds = new ArrayList<>();
    private final Set<String> dropped = new HashSet<>();
    private int expected;
    private int aside;

    /** @param outline whose places are looked for */
    public Placement(Outline outline) {
        outline.dropped().forEach(one -> dropped.add(letters(one.text())));
        outline.annexes().stream().filter(annex -> annex.body() == null).forEach(this::annex);
        for (Body body : outline.bodies()) {
            zone(Zone.HEAD, body, body.head());
            zone(Zone.TITLE, body, Objects.requireNonNullElse(body.title(), ""));
            zone(Zone.PREAMBLE, body, body.preamble());
            body.provisions().forEach(provision -> provision(body.code(), 0, provision));
            zone(Zone.CLOSING, body, body.closing());
            outline.annexes().stream()
                    .filter(annex -> body.code().equals(annex.body()))
                    .forEach(this::annex);
        }
    }

    /** The places of the outline in the order of the text. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** Where each of the paragraphs, given in the order of the file, stands. */
    public List<Standing> of(List<Piece> pieces) {
        return pieces.stream().map(this::standing).toList();
    }

    // ---- the outline's letters

    private void zone(Zone zone, Body body, String text) {
        if (!text.isEmpty()) {
            add(new Row(zone, body.code(), "", null, null, 0, null, null, text), List.of(), List.of(text));
        }
    }

    private void annex(Annex annex) {
        String body = Objects.requireNonNullElse(annex.body(), "");
        add(
                new Row(Zone.ANNEX, body, annex.path(), null, null, 0, annex.label(), annex.heading(), annex.text()),
                present(annex.label(), annex.heading()),
                List.of(annex.text()));
        annex.provisions().forEach(provision -> provision(body, 1, provision));
    }

    private void provision(String body, int indent, Provision provision) {
        var texts = new ArrayList<String>();
        texts.add(provision.text());
        if (provision.rows() != null) {
            provision.rows().forEach(texts::addAll);
        }
        var row = new Row(
                Zone.PROVISION,
                body,
                provision.path(),
                provision.level(),
                provision.depth(),
                indent,
                provision.label(),
                provision.heading(),
                provision.text());
        add(row, present(provision.label(), provision.heading()), texts);
        provision.children().forEach(child -> provision(body, indent + 1, child));
    }

    private static List<String> present(@Nullable String... texts) {
        var present = new ArrayList<String>();
        for (String text : texts) {
            if (text != null) {
                present.add(text);
            }
        }
        return present;
    }

    private void add(Row row, List<String> titles, List<String> texts) {
        rows.add(row);
        starts.add(letters.length());
        titles.forEach(title -> letters.append(letters(title)));
        titleEnds.add(letters.length());
        texts.forEach(text -> letters.append(letters(text)));
    }

    private static String letters(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    // ---- the paragraphs' letters among them

    private Standing standing(Piece piece) {
        String words = letters(piece.shown());
        int at = piece.dropped() != null || words.isEmpty() ? -1 : find(words);
        if (at < 0) {
            return new Standing(piece, -1, piece.role(), false);
        }
        int row = rowAt(at);
        BlockRole role = piece.role() == null ? role(row, at) : piece.role();
        return new Standing(piece, row, role, at == starts.get(row));
    }

    private int find(String words) {
        if (standsAt(expected, words)) {
            return passed(expected, words.length());
        }
        if (standsAt(aside, words)) {
            aside += words.length();
            return aside - words.length();
        }
        if (dropped.contains(words)) {
            return -1;
        }
        int ahead = search(words, expected, expected + (words.length() < FEW ? CLOSE : NEAR));
        if (ahead >= 0) {
            return passed(ahead, words.length());
        }
        return words.length() < FEW ? -1 : findAside(words);
    }

    /** Words out of order: the reading stays where it is, and what follows may follow there. */
    private int findAside(String words) {
        int later = search(words, expected, letters.length());
        int found = later >= 0 ? later : search(words, 0, letters.length());
        if (found >= 0) {
            aside = found + words.length();
            return found;
        }
        int beginning = words.length() <= PREFIX ? -1 : search(words.substring(0, PREFIX), expected, expected + NEAR);
        return beginning < 0 ? -1 : passed(beginning, PREFIX);
    }

    private boolean standsAt(int at, String words) {
        return at + words.length() <= letters.length()
                && CharSequence.compare(letters.subSequence(at, at + words.length()), words) == 0;
    }

    private int search(String words, int from, int to) {
        int end = Math.min(letters.length(), to + words.length());
        int found = from < end ? letters.substring(from, end).indexOf(words) : -1;
        return found < 0 ? -1 : from + found;
    }

    private int passed(int at, int length) {
        expected = at + length;
        return at;
    }

    /** The place that holds the letter; of several that begin there the last, for the others are empty. */
    private int rowAt(int letter) {
        int low = 0;
        int high = starts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts.get(middle) <= letter) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private @Nullable BlockRole role(int row, int letter) {
        Row place = rows.get(row);
        return switch (place.zone()) {
            case HEAD -> null;
            case TITLE -> BlockRole.TITLE;
            case PREAMBLE -> BlockRole.PREAMBLE;
            case CLOSING -> BlockRole.CLOSING;
            case ANNEX -> letter == starts.get(row) ? BlockRole.ANNEX : within(row, letter);
            case PROVISION ->
                letter == starts.get(row)
                        ? BlockRole.of(Objects.requireNonNull(place.level()), place.depth())
                        : within(row, letter);
        };
    }

    private BlockRole within(int row, int letter) {
        return letter < titleEnds.get(row) ? BlockRole.HEADING : BlockRole.TEXT;
    }
}
