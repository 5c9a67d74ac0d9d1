package vn.gopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;

/** The words of a draft in reading order, each with the place that it stands in. */
final class DraftWords {

    /** Which of a place's texts. */
    enum Part {
        /** The number, or the cells of a table: words that no quote can name. */
        OTHER,
        HEADING,
        TEXT
    }

    /** One text of a place. */
    record Field(PlacedProvision place, Part part, String text) {}

    private final List<Field> fields = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Integer> fieldOf = new ArrayList<>();

    DraftWords(List<PlacedProvision> places) {
        Set<String> tables = places.stream()
                .filter(place -> place.kind() == PlaceKind.ANNEX_ROW)
                .map(row ->
                        row.body() + "/" + row.path().substring(0, row.path().lastIndexOf('/')))
                .collect(Collectors.toSet());
        for (PlacedProvision place : places) {
            add(place, Part.OTHER, place.label());
            add(place, Part.HEADING, place.heading());
            add(place, Part.TEXT, place.text());
            // the rows of an annex's table are places of their own
            if (place.rows() != null && !tables.contains(place.body() + "/" + place.path())) {
                place.rows().forEach(row -> row.forEach(cell -> add(place, Part.OTHER, cell)));
            }
        }
    }

    private void add(PlacedProvision place, Part part, @Nullable String text) {
        if (text == null || text.isEmpty() || place.kind() == PlaceKind.WHOLE_BODY) {
            return;
        }
        fields.add(new Field(place, part, text));
        Word.of(text).forEach(word -> {
            words.add(word);
            fieldOf.add(fields.size() - 1);
        });
    }

    List<String> letters() {
        return words.stream().map(Word::letters).toList();
    }

    Word word(int index) {
        return words.get(index);
    }

    Field field(int index) {
        return fields.get(fieldOf.get(index));
    }
}
