package vn.gopy.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.diff.Rising;

/**
 * Paragraphs of a returned file that were sent as they stand, but behind others or before them: somebody moved them without
 * tracking. They are the fewest that account for the new order.
 */
final class Displaced {

    private static final int REPEATED = -1;

    /** When more than every fourth paragraph stands elsewhere, the file was put in order by a program, not by a person. */
    private static final int SHARE = 4;

    private Displaced() {}

    /** The numbers of such paragraphs, in order. Of cells and of what was sent twice no order is known. */
    static Set<Integer> of(List<Block> sent, List<SentText> returned) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < sent.size(); i++) {
            Block block = sent.get(i);
            places.merge(letters(block.text()), block.cell() == null ? i : REPEATED, (one, other) -> REPEATED);
        }
        Map<String, Integer> there = new HashMap<>();
        for (int i = 0; i < returned.size(); i++) {
            there.merge(letters(returned.get(i).text()), i, (one, other) -> REPEATED);
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < returned.size(); i++) {
            String letters = letters(returned.get(i).text());
            if (!letters.isEmpty()
                    && places.getOrDefault(letters, REPEATED) >= 0
                    && there.getOrDefault(letters, REPEATED) >= 0) {
                numbers.add(i);
            }
        }
        return unlike(
                numbers,
                numbers.stream()
                        .mapToInt(number ->
                                places.get(letters(returned.get(number).text())))
                        .toArray());
    }

    private static Set<Integer> unlike(List<Integer> numbers, int[] places) {
        Set<Integer> displaced = new TreeSet<>(numbers);
        for (int kept : Rising.longest(places)) {
            displaced.remove(numbers.get(kept));
        }
        return displaced.size() * SHARE > numbers.size() ? Set.of() : displaced;
    }

    private static String letters(String text) {
        return Word.of(Word.withoutMarker(text)).stream().map(Word::letters).collect(Collectors.joining(" "));
    }
}
