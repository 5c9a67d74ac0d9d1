package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Place;
import vn.gopy.legaltext.Provision;

/** All places of one version in reading order. Nơi nhận and signature take no part: they are no rules. */
final class Side {

    private final Vocabulary vocabulary;
    private final boolean severalBodies;
    private final List<Unit> bodies = new ArrayList<>();
    private final List<Unit> annexes = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();

    private Side(Vocabulary vocabulary, boolean severalBodies) {
        this.vocabulary = vocabulary;
        this.severalBodies = severalBodies;
    }

    static Side of(Outline outline, Vocabulary vocabulary) {
        Side side = new Side(vocabulary, outline.bodies().size() > 1);
        outline.bodies().stream().sorted(Comparator.comparing(Body::code)).forEach(side::body);
        outline.annexes().stream().sorted(Comparator.comparing(Side::rank)).forEach(side::annex);
        return side;
    }

    /** So that Phụ lục 10 follows Phụ lục 9. */
    private static String rank(Annex annex) {
        return "%05d%s".formatted(annex.path().length(), annex.path());
    }

    List<Unit> bodies() {
        return bodies;
    }

    List<Unit> annexes() {
        return annexes;
    }

    /** Every place but the bodies themselves. */
    List<Unit> units() {
        return units;
    }

    private void body(Body body) {
        String title = body.title() == null ? "" : body.title();
        Unit root = new Unit(Unit.Family.BODY, place(body.code(), "", null, title), "", title, null, -1, vocabulary);
        bodies.add(root);
        for (Place place : body.places()) {
            switch (place.kind()) {
                case TITLE -> add(Unit.Family.TITLE, body.code(), place, root);
                case GROUND -> add(Unit.Family.GROUND, body.code(), place, root);
                case ENACTING -> add(Unit.Family.ENACTING, body.code(), place, root);
                default -> {}
            }
        }
        body.provisions().forEach(provision -> provision(body.code(), provision, root, List.of()));
    }

    private void annex(Annex annex) {
        String body = annex.body() == null ? "" : annex.body();
        String heading = annex.heading() == null ? "" : annex.heading();
        String number = annex.path().replaceFirst("^\\D*", "").replaceFirst("~.*$", "");
        var place = new TiedPlace(body, annex.path(), annex.path(), null, words(heading, annex.text()));
        Unit root = add(new Unit(Unit.Family.ANNEX, place, number, heading, null, units.size(), vocabulary));
        annexes.add(root);
        annex.provisions().forEach(provision -> provision(body, provision, root, annex.places()));
        root.close();
    }

    private Unit add(Unit unit) {
        units.add(unit);
        return unit;
    }

    private void add(Unit.Family family, String body, Place place, Unit parent) {
        add(new Unit(family, place(body, place.path(), null, place.text()), "", "", parent, units.size(), vocabulary));
    }

    private TiedPlace place(String body, String path, @Nullable Level level, String words) {
        return new TiedPlace(body, path, severalBodies ? body + "/" + path : path, level, words);
    }

    /** @param places of the annex it stands in */
    private void provision(String body, Provision provision, Unit parent, List<Place> places) {
        String heading = provision.heading() == null ? "" : provision.heading();
        String number = provision.number() == null ? "" : number(provision.path());
        List<Place> rows = rows(provision, places);
        String text = rows.isEmpty() ? words(heading, provision.text(), cells(provision)) : heading;
        boolean inAnnex = parent.family() == Unit.Family.ANNEX || isInAnnex(parent);
        TiedPlace place = inAnnex
                ? new TiedPlace(body, provision.path(), provision.path(), provision.level(), text)
                : place(body, provision.path(), provision.level(), text);
        Unit unit = add(new Unit(family(provision.level()), place, number, heading, parent, units.size(), vocabulary));
        rows.forEach(row -> row(body, row, unit));
        provision.children().forEach(child -> provision(body, child, unit, places));
        unit.close();
    }

    /** As the path has it, in Arabic numerals: Chương I and Chương 1 are one number. */
    private static String number(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int repeat = last.indexOf('~');
        return repeat < 0 ? last : last.substring(0, repeat);
    }

    private static boolean isInAnnex(Unit unit) {
        Unit parent = unit.parent();
        return unit.family() == Unit.Family.ANNEX || (parent != null && isInAnnex(parent));
    }

    /** A running number in the first cell is the number of a row, not a word of it. */
    private void row(String body, Place row, Unit table) {
        int end = row.text().indexOf(" | ");
        String first = end < 0 ? "" : row.text().substring(0, end).strip();
        boolean numbered = first.matches("\\(?[\\dIVXLC]{1,5}([.)]|(\\.\\d+)+\\.?)?|\\p{L}[.)]?");
        String words = numbered ? row.text().substring(end + 3) : row.text();
        var place = new TiedPlace(body, row.path(), row.path(), null, words);
        String number = numbered ? first.replaceAll("[().]+$|^\\(", "") : "";
        add(new Unit(Unit.Family.ROW, place, number, "", table, units.size(), vocabulary));
    }

    private static List<Place> rows(Provision table, List<Place> places) {
        String start = table.path() + "/dong-";
        return table.rows() == null
                ? List.of()
                : places.stream()
                        .filter(place -> place.kind() == Place.Kind.ANNEX_ROW
                                && place.path().startsWith(start)
                                && place.path().indexOf('/', start.length()) < 0)
                        .toList();
    }

    private static String cells(Provision provision) {
        return provision.rows() == null
                ? ""
                : String.join(
                        "\n",
                        provision.rows().stream()
                                .map(row -> String.join(" | ", row))
                                .toList());
    }

    private static String words(String... parts) {
        var words = new StringBuilder();
        for (String part : parts) {
            if (!part.isEmpty()) {
                words.append(words.isEmpty() ? "" : "\n").append(part);
            }
        }
        return words.toString();
    }

    private static Unit.Family family(Level level) {
        return switch (level) {
            case PART, CHAPTER, SECTION, SUBSECTION -> Unit.Family.GROUPING;
            case ARTICLE -> Unit.Family.ARTICLE;
            case TABLE -> Unit.Family.TABLE;
            default -> Unit.Family.INNER;
        };
    }
}
