package vn.gopy.draft.print;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Place;
import vn.gopy.legaltext.Provision;
import vn.gopy.paper.Face;

/** The words of a draft in reading order, each paragraph with the address of its place: what paper is set from. */
final class PrintText {

    /** How a paragraph stands between the margins. */
    enum Setting {
        CENTRED,
        JUSTIFIED
    }

    /**
     * @param place the address of its place, "QC/dieu-7/khoan-2"; empty for words outside of any
     * @param indent of its first line, in steps
     * @param heads whether it stays with the paragraph after it
     * @param cells the columns of a row of a table; null for plain words
     */
    record Paragraph(
            String place,
            String words,
            Face face,
            Setting setting,
            int indent,
            boolean heads,
            @Nullable List<String> cells) {}

    private final List<Paragraph> paragraphs = new ArrayList<>();

    private PrintText() {}

    static List<Paragraph> of(Outline outline) {
        PrintText text = new PrintText();
        outline.bodies().forEach(text::body);
        outline.annexes().forEach(text::annex);
        return List.copyOf(text.paragraphs);
    }

    private void body(Body body) {
        lines("", body.head(), Face.PLAIN, Setting.CENTRED);
        List<Place> titles = of(body, Place.Kind.TITLE);
        String title = titles.isEmpty()
                ? Objects.requireNonNullElse(body.title(), "")
                : titles.getFirst().text();
        String address =
                titles.isEmpty() ? "" : body.code() + "/" + titles.getFirst().path();
        lines(address, title, Face.BOLD, Setting.CENTRED);
        known(body, body.preamble(), Set.of(Place.Kind.GROUND, Place.Kind.ENACTING), Face.ITALIC);
        body.provisions().forEach(one -> provision(body.code(), one));
        known(body, body.closing(), Set.of(Place.Kind.RECIPIENT, Place.Kind.SIGNATURE), Face.PLAIN);
    }

    private static List<Place> of(Body body, Place.Kind kind) {
        return body.places().stream().filter(place -> place.kind() == kind).toList();
    }

    /** Lines before and after the provisions; those that are places of their own are told by their words. */
    private void known(Body body, String words, Set<Place.Kind> kinds, Face face) {
        Set<Place> left = new HashSet<>(body.places());
        left.removeIf(place -> !kinds.contains(place.kind()));
        for (String line : words.split("\n")) {
            Place place = left.stream()
                    .filter(it -> it.text().strip().equals(line.strip()))
                    .findFirst()
                    .orElse(null);
            String address = place == null ? "" : body.code() + "/" + place.path();
            boolean enacting = place != null && place.kind() == Place.Kind.ENACTING;
            lines(address, line, enacting ? Face.BOLD : face, enacting ? Setting.CENTRED : Setting.JUSTIFIED);
        }
    }

    private void annex(Annex annex) {
        lines(annex.path(), Objects.requireNonNullElse(annex.label(), ""), Face.BOLD, Setting.CENTRED);
        lines(annex.path(), Objects.requireNonNullElse(annex.heading(), ""), Face.BOLD, Setting.CENTRED);
        lines(annex.path(), annex.text(), Face.PLAIN, Setting.JUSTIFIED);
        annex.provisions().forEach(one -> provision("", one));
    }

    private void provision(String body, Provision one) {
        String address = body.isEmpty() ? one.path() : body + "/" + one.path();
        boolean division = one.level().compareTo(Level.SUBSECTION) <= 0;
        String heading = Objects.requireNonNullElse(one.heading(), "");
        String label = Objects.requireNonNullElse(one.label(), "");
        if (division) {
            lines(address, label, Face.BOLD, Setting.CENTRED);
            lines(address, heading, Face.BOLD, Setting.CENTRED);
            lines(address, one.text(), Face.PLAIN, Setting.JUSTIFIED);
        } else if (!heading.isEmpty()) {
            add(address, dotted(label) + heading, Face.BOLD, Setting.JUSTIFIED, true, null);
            lines(address, one.text(), Face.PLAIN, Setting.JUSTIFIED);
        } else if (one.rows() == null) {
            lines(address, (dotted(label) + one.text()).strip(), Face.PLAIN, Setting.JUSTIFIED);
        }
        List<List<String>> rows = one.rows();
        if (rows != null) {
            rows.forEach(cells -> add(address, "", Face.PLAIN, Setting.JUSTIFIED, false, List.copyOf(cells)));
        }
        one.children().forEach(child -> provision(body, child));
    }

    /** "Điều 7. " of "Điều 7"; a label that ends in a sign of its own stays as it is. */
    private static String dotted(String label) {
        return label.isEmpty() ? "" : label.matches(".*\\p{Punct}") ? label + " " : label + ". ";
    }

    private void lines(String address, String words, Face face, Setting setting) {
        for (String line : words.split("\n")) {
            if (!line.isBlank()) {
                add(address, line.strip(), face, setting, setting == Setting.CENTRED, null);
            }
        }
    }

    private void add(
            String address, String words, Face face, Setting setting, boolean heads, @Nullable List<String> cells) {
        paragraphs.add(
                new Paragraph(address, words, face, setting, setting == Setting.JUSTIFIED ? 1 : 0, heads, cells));
    }
}
