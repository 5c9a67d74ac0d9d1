package vn.gopy.draft.comparison;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.Annex;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.Place;
import vn.gopy.legaltext.Provision;
import vn.gopy.legaltext.citation.CitedUnit;

/**
 * The places of one version by the addresses that a comparison gives them. An article is shown as one block with all that
 * stands below it; so is a heading above articles, an item of a plan down to its second level, an annex's own words, each of
 * its tables, and the grounds of a body together.
 */
final class KnownPlaces {

    /** Items of a plan below that stand in the block of the one above. */
    private static final int DEEPEST_BLOCK = 2;

    private static final String ROW = "/dong-";

    private final Map<String, KnownPlace> places = new HashMap<>();
    private final UnaryOperator<String> words;

    /** @param words what a place outside the tree is called, by its kind */
    private KnownPlaces(UnaryOperator<String> words) {
        this.words = words;
    }

    static KnownPlaces of(Outline outline, UnaryOperator<String> words) {
        KnownPlaces known = new KnownPlaces(words);
        boolean several = outline.bodies().size() > 1;
        outline.bodies().stream().sorted(Comparator.comparing(Body::code)).forEach(body -> known.body(body, several));
        outline.annexes().forEach(known::annex);
        return known;
    }

    /** The place, unless the text has been repaired since it was compared. */
    Optional<KnownPlace> at(String address) {
        return Optional.ofNullable(places.get(address));
    }

    private void body(Body body, boolean several) {
        String prefix = several ? body.code() + "/" : "";
        String suffix = several && body.type() != null ? " " + body.type() : "";
        for (Place place : body.places()) {
            switch (place.kind()) {
                case TITLE, ENACTING -> outside(place, prefix + place.path(), prefix + place.path(), suffix);
                case GROUND -> outside(place, prefix + place.path(), prefix + Place.Kind.GROUND, suffix);
                default -> {}
            }
        }
        body.provisions().forEach(one -> provision(one, prefix, suffix, null, ""));
    }

    private void outside(Place place, String address, String block, String suffix) {
        String kind = place.kind().name();
        add(address, kind, "", words.apply(kind) + suffix, "", 0, place.text(), null, block);
    }

    private void annex(Annex annex) {
        String label = Objects.requireNonNullElse(annex.label(), "");
        String heading = Objects.requireNonNullElse(annex.heading(), "");
        String name = label.isEmpty() ? words.apply("ANNEX") : label;
        add(annex.path(), "ANNEX", label, name, heading, letters(heading), heading + annex.text(), null, annex.path());
        annex.provisions().forEach(one -> provision(one, "", "", annex.path(), ""));
        annex.places().stream()
                .filter(place ->
                        place.kind() == Place.Kind.ANNEX_ROW && place.path().contains(ROW))
                .forEach(this::row);
    }

    private void row(Place place) {
        String table = place.path().substring(0, place.path().lastIndexOf(ROW));
        KnownPlace above = places.get(table);
        String name = above == null ? "" : above.name();
        String block = above == null ? place.path() : above.block();
        add(place.path(), "ANNEX_ROW", "", name, "", 0, place.text(), table, block);
    }

    private void provision(Provision one, String prefix, String suffix, @Nullable String above, String block) {
        String address = prefix + one.path();
        boolean grouping = isGrouping(one.level());
        boolean begins = grouping
                || block.isEmpty()
                || one.level() == Level.OUTLINE
                        && Objects.requireNonNullElse(one.depth(), DEEPEST_BLOCK + 1) <= DEEPEST_BLOCK;
        String own = begins ? address : block;
        String heading = Objects.requireNonNullElse(one.heading(), "");
        String label = Objects.requireNonNullElse(one.label(), "");
        add(
                address,
                one.level().name(),
                label,
                name(one, label, suffix, above),
                heading,
                letters(heading),
                heading + one.text() + cells(one),
                above,
                own);
        one.children().forEach(child -> provision(child, prefix, suffix, address, grouping ? "" : own));
    }

    /** What has no number of its own is spoken of as the place above it. */
    private String name(Provision one, String label, String suffix, @Nullable String above) {
        return switch (one.level()) {
            case PART, CHAPTER, SECTION, SUBSECTION ->
                (label.isEmpty() ? CitedUnit.wordsOf(one.path()) : label) + suffix;
            case ARTICLE, CLAUSE, POINT, OUTLINE -> CitedUnit.wordsOf(one.path()) + suffix;
            case BULLET, TABLE, PARAGRAPH, ALTERNATIVE ->
                Optional.ofNullable(above)
                        .map(places::get)
                        .map(KnownPlace::name)
                        .orElseGet(() -> words.apply(one.level().name()) + suffix);
        };
    }

    private void add(
            String address,
            String level,
            String label,
            String name,
            String heading,
            int headingLetters,
            String text,
            @Nullable String above,
            String block) {
        String title = Stream.of(label, heading).filter(part -> !part.isEmpty()).collect(Collectors.joining(". "));
        places.put(
                address,
                new KnownPlace(
                        address,
                        level,
                        label,
                        name,
                        title,
                        headingLetters,
                        letters(text),
                        above,
                        block,
                        places.size()));
    }

    private static String cells(Provision one) {
        return one.rows() == null
                ? ""
                : one.rows().stream().map(row -> String.join("|", row)).collect(Collectors.joining());
    }

    static boolean isGrouping(Level level) {
        return List.of(Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION)
                .contains(level);
    }

    /** How many signs a text has besides white space. */
    static int letters(String text) {
        return (int) text.chars().filter(sign -> !Character.isWhitespace(sign)).count();
    }
}
