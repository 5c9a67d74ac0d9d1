package vn.gopy.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.intake.DraftWords.Field;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Reading;

/**
 * A returned file laid against the draft that it was made from: word for word, so that its paragraphs may be cut otherwise
 * than the draft's, and numbers may have been typed or drawn.
 */
final class ReturnedText {

    /** A stretch of one text of the draft. */
    record Stretch(Field field, int from, int to) {

        String words() {
            return field.text().substring(from, to);
        }
    }

    private static final int ENOUGH_IN_A_ROW = 3;
    private static final int MOST_MISSING = 5;
    private static final double LIKELY = 0.5;

    private final DraftWords draft;
    private final List<SentText> paragraphs = new ArrayList<>();
    private final Map<Integer, Integer> numberOfBlock = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Integer> firstWord = new ArrayList<>();
    private final int[] tied;
    private final Set<String> sent = new HashSet<>();
    private final double likeness;
    private final Set<Integer> displaced;

    /** @param original the file that was sent out */
    ReturnedText(Reading reading, Reading original, List<PlacedProvision> places) {
        original.blocks().forEach(block -> sent.add(letters(block.text())));
        this.draft = new DraftWords(places);
        Map<Integer, List<Reading.Revision>> revisions = new HashMap<>();
        reading.revisions()
                .forEach(revision -> revisions
                        .computeIfAbsent(revision.block(), block -> new ArrayList<>())
                        .add(revision));
        for (Block block : reading.blocks()) {
            List<Reading.Revision> own = revisions.getOrDefault(block.id(), List.of());
            own.stream().filter(ReturnedText::isRow).forEach(row -> add(SentText.gone(block, row)));
            add(SentText.of(block, own.stream().filter(one -> !isRow(one)).toList()));
        }
        firstWord.add(words.size());
        tied = WordTies.of(draft.letters(), words.stream().map(Word::letters).toList());
        for (int i = 0; i < paragraphs.size(); i++) {
            dropChance(firstWord.get(i), firstWord.get(i + 1));
        }
        likeness = measured();
        displaced = likeness > LIKELY ? Displaced.of(original.blocks(), paragraphs) : Set.of();
    }

    /** A deleted row of a table, which stands for itself: its cells are lines. */
    private static boolean isRow(Reading.Revision revision) {
        int line = revision.text().indexOf('\n');
        return !revision.insertion()
                && revision.offset() == 0
                && line >= 0
                && revision.text().endsWith("\n")
                && !revision.text().isBlank();
    }

    private static String letters(String text) {
        return Word.of(text).stream().map(Word::letters).collect(Collectors.joining(" "));
    }

    /** Whether the paragraph stood in the file that was sent out, word for word. */
    boolean isSent(int paragraph) {
        return sent.contains(letters(paragraphs.get(paragraph).text()));
    }

    /** Whether the paragraph was sent as it stands, at another place, and nobody tracked that it moved. */
    boolean isDisplaced(int paragraph) {
        return displaced.contains(paragraph)
                && paragraphs.get(paragraph).edits().isEmpty();
    }

    /** What differs from the draft in a paragraph although nobody tracked it, as stretches of the draft with other words. */
    List<Untracked> untracked(int paragraph) {
        List<Untracked> found = new ArrayList<>();
        int before = WordTies.NONE;
        for (int i = firstWord.get(paragraph); i < firstWord.get(paragraph + 1); i++) {
            if (tied[i] != WordTies.NONE) {
                between(paragraph, before, i).ifPresent(found::add);
                before = i;
            }
        }
        if (before != WordTies.NONE) {
            between(paragraph, before, WordTies.NONE).ifPresent(found::add);
        }
        return found;
    }

    /** Whether no word of the paragraph stands in the draft, although the file was made from it. */
    boolean isForeign(int paragraph) {
        boolean words = firstWord.get(paragraph) < firstWord.get(paragraph + 1);
        boolean tiedWord = Arrays.stream(tied, firstWord.get(paragraph), firstWord.get(paragraph + 1))
                .anyMatch(word -> word != WordTies.NONE);
        return words && !tiedWord && !isSent(paragraph) && likeness > LIKELY;
    }

    /** Texts of the draft that the file has lost between others that it has; not so many that it is only a part of it. */
    List<Field> missing() {
        boolean[] found = new boolean[draft.letters().size()];
        Arrays.stream(tied).filter(word -> word != WordTies.NONE).forEach(word -> found[word] = true);
        List<Field> fields = new ArrayList<>();
        List<Boolean> there = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            Field field = draft.field(i);
            if (field.part() == DraftWords.Part.OTHER) {
                continue;
            }
            if (fields.isEmpty() || fields.getLast() != field) {
                fields.add(field);
                there.add(false);
            }
            there.set(there.size() - 1, there.getLast() || found[i]);
        }
        return likeness > LIKELY ? between(fields, there) : List.of();
    }

    private static List<Field> between(List<Field> fields, List<Boolean> there) {
        List<Field> missing = new ArrayList<>();
        List<Field> run = new ArrayList<>();
        boolean begun = false;
        for (int i = 0; i < fields.size(); i++) {
            if (!there.get(i)) {
                run.add(fields.get(i));
                continue;
            }
            if (begun && run.size() <= MOST_MISSING) {
                missing.addAll(run);
            }
            run.clear();
            begun = true;
        }
        return missing;
    }

    /** Words of the draft, and what the file has instead of them. */
    record Untracked(Stretch stretch, String instead) {

        /** What both have in common at their ends stays out; without a word on either side nothing differs. */
        private static Optional<Untracked> of(Field field, int from, int to, String now) {
            String before = field.text().substring(from, to);
            if (letters(before).equals(letters(now))) {
                return Optional.empty();
            }
            int start = 0;
            int shortest = Math.min(before.length(), now.length());
            while (start < shortest && before.charAt(start) == now.charAt(start)) {
                start++;
            }
            int end = 0;
            while (end < shortest - start
                    && before.charAt(before.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
                end++;
            }
            return Optional.of(new Untracked(
                    new Stretch(field, from + start, to - end), now.substring(start, now.length() - end)));
        }
    }

    /** Between two tied words, or a tied one and the end of its line; either may be none. */
    private Optional<Untracked> between(int paragraph, int left, int right) {
        Field field = draft.field(tied[left == WordTies.NONE ? right : left]);
        if (right != WordTies.NONE && draft.field(tied[right]) != field
                || right != WordTies.NONE && left != WordTies.NONE && tied[right] <= tied[left]) {
            return Optional.empty();
        }
        String text = paragraphs.get(paragraph).text();
        int from = left == WordTies.NONE
                ? field.text().lastIndexOf('\n', draft.word(tied[right]).from()) + 1
                : draft.word(tied[left]).to();
        int line = field.text().indexOf('\n', from);
        int to = right == WordTies.NONE
                ? line < 0 ? field.text().length() : line
                : draft.word(tied[right]).from();
        String now = text.substring(
                left == WordTies.NONE ? 0 : words.get(left).to(),
                right == WordTies.NONE ? text.length() : words.get(right).from());
        return from > to || left == WordTies.NONE && field.part() != DraftWords.Part.TEXT
                ? Optional.empty()
                : Untracked.of(field, from, to, left == WordTies.NONE ? Word.withoutMarker(now) : now);
    }

    /** Single words that are the same here and there say nothing about a paragraph. */
    private void dropChance(int from, int to) {
        int found = 0;
        int run = 0;
        int longest = 0;
        for (int i = from; i < to; i++) {
            found += tied[i] == WordTies.NONE ? 0 : 1;
            boolean goesOn = i > from && tied[i] != WordTies.NONE && tied[i] == tied[i - 1] + 1;
            run = goesOn ? run + 1 : 1;
            longest = tied[i] == WordTies.NONE ? longest : Math.max(longest, run);
        }
        if (longest < ENOUGH_IN_A_ROW && found * 2 < to - from) {
            Arrays.fill(tied, from, to, WordTies.NONE);
        }
    }

    private void add(SentText paragraph) {
        // of a row that went only the block behind it is there
        numberOfBlock.put(paragraph.block().id(), paragraphs.size());
        paragraphs.add(paragraph);
        firstWord.add(words.size());
        words.addAll(Word.of(paragraph.text()));
    }

    List<SentText> paragraphs() {
        return paragraphs;
    }

    /** The number of the paragraph; the last one for a block after all others. */
    int paragraphOf(int block) {
        return numberOfBlock.getOrDefault(block, paragraphs.size() - 1);
    }

    /** How much of the file's text stands in the draft, from 0 to 1. */
    double likeness() {
        return likeness;
    }

    private double measured() {
        int found = 0;
        for (int i = 0; i < paragraphs.size(); i++) {
            boolean whole = isSent(i);
            for (int j = firstWord.get(i); j < firstWord.get(i + 1); j++) {
                found += whole || tied[j] != WordTies.NONE ? 1 : 0;
            }
        }
        return words.isEmpty() ? 0 : (double) found / words.size();
    }

    /** The end of the draft's paragraph that the words before this paragraph stand in. */
    Optional<Stretch> before(int paragraph) {
        for (int i = firstWord.get(paragraph) - 1; i >= 0; i--) {
            if (tied[i] != WordTies.NONE) {
                Field field = draft.field(tied[i]);
                int line = field.text().indexOf('\n', draft.word(tied[i]).to());
                int end = line < 0 ? field.text().length() : line;
                return Optional.of(new Stretch(field, end, end));
            }
        }
        return Optional.empty();
    }

    /** The first text of the draft that words of this paragraph or of a later one stand in. */
    Optional<Field> after(int paragraph) {
        for (int i = firstWord.get(paragraph); i < tied.length; i++) {
            if (tied[i] != WordTies.NONE) {
                return Optional.of(draft.field(tied[i]));
            }
        }
        return Optional.empty();
    }

    /** Where a stretch of a paragraph stands in the draft: one stretch for each text it touches, none when in no text. */
    List<Stretch> find(int paragraph, int from, int to) {
        Map<Field, Stretch> found = new LinkedHashMap<>();
        Field before = null;
        for (int i = firstWord.get(paragraph); i < firstWord.get(paragraph + 1); i++) {
            Word word = words.get(i);
            if (tied[i] == WordTies.NONE || word.to() <= from || word.from() >= to) {
                continue;
            }
            Field field = draft.field(tied[i]);
            Word there = draft.word(tied[i]);
            Stretch stretch = new Stretch(
                    field, there.from() + Math.max(0, from - word.from()), there.to() - Math.max(0, word.to() - to));
            if (before != null && before != field) {
                found.computeIfPresent(
                        before,
                        (same, it) -> new Stretch(same, it.from(), same.text().length()));
                stretch = new Stretch(field, found.containsKey(field) ? stretch.from() : 0, stretch.to());
            }
            found.merge(
                    field,
                    stretch,
                    (one, next) ->
                            new Stretch(field, Math.min(one.from(), next.from()), Math.max(one.to(), next.to())));
            before = field;
        }
        return edged(found, paragraph, from, to);
    }

    /** Reaches out to marks and spaces at both ends; a stretch without words is found by its neighbours. */
    private List<Stretch> edged(Map<Field, Stretch> found, int paragraph, int from, int to) {
        Stretch start = point(paragraph, from);
        Stretch end = point(paragraph, to);
        List<Stretch> stretches = new ArrayList<>(found.values());
        if (stretches.isEmpty()) {
            return start != null && end != null && start.field() == end.field() && start.from() <= end.from()
                    ? List.of(new Stretch(start.field(), start.from(), end.from()))
                    : List.of();
        }
        Stretch first = stretches.getFirst();
        if (start != null && start.field() == first.field() && start.from() < first.from()) {
            stretches.set(0, new Stretch(first.field(), start.from(), first.to()));
        }
        Stretch last = stretches.getLast();
        if (end != null && end.field() == last.field() && end.from() > last.to()) {
            stretches.set(stretches.size() - 1, new Stretch(last.field(), last.from(), end.from()));
        }
        return stretches;
    }

    /** The point of the draft at this offset of a paragraph, by the tied word before it, else by the one after it. */
    private @Nullable Stretch point(int paragraph, int offset) {
        int before = WordTies.NONE;
        for (int i = firstWord.get(paragraph); i < firstWord.get(paragraph + 1); i++) {
            if (tied[i] == WordTies.NONE) {
                continue;
            }
            if (words.get(i).from() < offset) {
                before = i;
            } else {
                return before == WordTies.NONE ? backwards(i, offset) : forwards(before, offset);
            }
        }
        return before == WordTies.NONE ? null : forwards(before, offset);
    }

    private Stretch forwards(int word, int offset) {
        Field field = draft.field(tied[word]);
        Word there = draft.word(tied[word]);
        int gap = offset - words.get(word).to();
        int reach = gap <= 0 ? there.to() + gap : there.to() + Math.min(gap, marksAfter(field.text(), there.to()));
        return new Stretch(field, reach, reach);
    }

    private Stretch backwards(int word, int offset) {
        Field field = draft.field(tied[word]);
        Word there = draft.word(tied[word]);
        int reach = there.from() - Math.min(words.get(word).from() - offset, marksBefore(field.text(), there.from()));
        return new Stretch(field, reach, reach);
    }

    private static int marksAfter(String text, int from) {
        int end = from;
        while (end < text.length() && !Word.isPart(text.charAt(end))) {
            end++;
        }
        return end - from;
    }

    private static int marksBefore(String text, int to) {
        int start = to;
        while (start > 0 && !Word.isPart(text.charAt(start - 1))) {
            start--;
        }
        return to - start;
    }

    /** Whether nothing of the text is left beside the stretch. */
    static boolean covers(Stretch stretch) {
        String text = stretch.field().text();
        return text.substring(0, stretch.from()).isBlank()
                && text.substring(stretch.to()).isBlank();
    }
}
