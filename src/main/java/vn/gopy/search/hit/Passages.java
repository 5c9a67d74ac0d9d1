package vn.gopy.search.hit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.search.Passage;
import vn.gopy.search.Passage.Fragment;
import vn.gopy.search.engine.PlaceRange;
import vn.gopy.search.engine.SearchEngine;
import vn.gopy.search.engine.StoredText;
import vn.gopy.search.hit.Marks.Mark;
import vn.gopy.search.question.Abbreviations;
import vn.gopy.search.question.AnsweredQuestion;
import vn.gopy.search.question.Synonyms;

/** Cuts the best part out of each hit, marks the words found, and names the smallest place that holds it. */
public final class Passages {

    private static final int LENGTH = 280;
    private static final String CUT = "…";
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.;:!?])\\s+(?=\\P{Ll})|\\n+");

    private final SearchEngine engine;
    private final Marks marks;
    private final List<List<String>> places;

    public Passages(SearchEngine engine, AnsweredQuestion findings, Abbreviations abbreviations) {
        this.engine = engine;
        this.marks = new Marks(engine, findings, new Synonyms(abbreviations));
        this.places = findings.question().places();
    }

    /** @param marks what is shown as found, wherever it stands */
    public Passages(SearchEngine engine, Marks marks) {
        this.engine = engine;
        this.marks = marks;
        this.places = List.of();
    }

    private record Span(int start, int end) {

        boolean holds(Mark mark) {
            return start <= mark.start() && mark.end() <= end;
        }
    }

    /**
     * In the order of the ids; what has left the index is missing. Each is read and marked by itself, on all processors:
     * somebody waits for the slowest page.
     */
    public List<Passage> of(Collection<String> ids) {
        return ids.parallelStream()
                .flatMap(id -> engine.read(List.of(id)).stream())
                .map(this::of)
                .toList();
    }

    private Passage of(StoredText stored) {
        String text = stored.text();
        List<Mark> found = marks.in(text);
        Optional<PlaceRange> asked = askedFor(stored);
        Span area = asked.map(place -> new Span(place.start(), place.end())).orElse(new Span(0, text.length()));
        Span best = best(text, found, area);
        Optional<PlaceRange> place = asked.isPresent() ? asked : smallest(stored.places(), best, found);
        int end =
                place.map(PlaceRange::end).filter(limit -> limit > best.start()).orElse(area.end());
        return new Passage(
                stored.id(),
                place.map(PlaceRange::path).orElse(null),
                place.map(PlaceRange::ref).orElse(null),
                fragments(
                        stored.title(),
                        marks.in(stored.title()),
                        new Span(0, stored.title().length())),
                snippet(text, found, best, end));
    }

    private Optional<PlaceRange> askedFor(StoredText stored) {
        return places.stream()
                .flatMap(List::stream)
                .flatMap(key ->
                        stored.places().stream().filter(place -> place.path().equals(key)))
                .findFirst();
    }

    /** The sentence with the most of what was looked for; the first when several have as much. */
    private static Span best(String text, List<Mark> found, Span area) {
        Span best = new Span(area.start(), area.start());
        float most = -1;
        for (Span sentence : sentences(text, area)) {
            float worth = worth(sentence, found);
            if (worth > most) {
                best = sentence;
                most = worth;
            }
        }
        return best;
    }

    private static List<Span> sentences(String text, Span area) {
        List<Span> sentences = new ArrayList<>();
        Matcher ends = SENTENCE_END.matcher(text).region(area.start(), area.end());
        int start = area.start();
        while (ends.find()) {
            sentences.add(new Span(start, ends.start()));
            start = ends.end();
        }
        sentences.add(new Span(start, area.end()));
        return sentences;
    }

    /** Each different word counts once, so that a sentence that repeats one does not win. */
    private static float worth(Span span, List<Mark> found) {
        Set<String> seen = new HashSet<>();
        float worth = 0;
        for (Mark mark : found) {
            if (span.holds(mark) && seen.add(mark.term())) {
                worth += mark.weight();
            }
        }
        return worth;
    }

    private static Optional<PlaceRange> smallest(List<PlaceRange> places, Span best, List<Mark> found) {
        List<Mark> inside = found.stream().filter(best::holds).toList();
        int start = inside.isEmpty() ? 0 : inside.getFirst().start();
        int end = inside.isEmpty() ? 0 : inside.getLast().end();
        return places.stream()
                .filter(place -> inside.isEmpty() ? place == places.getFirst() : place.covers(start, end))
                .min(Comparator.comparingInt(PlaceRange::length));
    }

    private static List<Fragment> snippet(String text, List<Mark> found, Span best, int limit) {
        Span window = window(text, found, best, limit);
        List<Fragment> fragments = new ArrayList<>();
        if (window.start() > best.start()) {
            fragments.add(new Fragment(CUT, false));
        }
        fragments.addAll(fragments(text, found, window));
        if (window.end() < text.length() && !endsSentence(text, window.end())) {
            fragments.add(new Fragment(CUT, false));
        }
        return fragments;
    }

    private static boolean endsSentence(String text, int end) {
        return text.charAt(end) == '\n' || end > 0 && ".;:!?".indexOf(text.charAt(end - 1)) >= 0;
    }

    /** The sentence and what follows while there is room; of a sentence that is too long, the part with the words found. */
    private static Span window(String text, List<Mark> found, Span best, int limit) {
        int start = best.start();
        if (best.end() - start > LENGTH) {
            int first = found.stream()
                    .filter(best::holds)
                    .mapToInt(Mark::start)
                    .findFirst()
                    .orElse(start);
            if (first - start > LENGTH / 2) {
                start = wordStart(text, first - LENGTH / 4);
            }
        }
        int end = Math.min(limit, start + LENGTH);
        return new Span(start, end == limit ? end : wordEnd(text, start, end));
    }

    private static int wordStart(String text, int near) {
        int space = text.indexOf(' ', near);
        return space < 0 ? near : space + 1;
    }

    private static int wordEnd(String text, int start, int near) {
        int space = text.lastIndexOf(' ', near);
        if (space > start) {
            return space;
        }
        return Character.isHighSurrogate(text.charAt(near - 1)) ? near - 1 : near;
    }

    private static List<Fragment> fragments(String text, List<Mark> found, Span window) {
        List<Fragment> fragments = new ArrayList<>();
        int done = window.start();
        for (Span run : runs(text, found, window)) {
            addPlain(fragments, text, done, run.start());
            fragments.add(new Fragment(text.substring(run.start(), run.end()), true));
            done = run.end();
        }
        addPlain(fragments, text, done, window.end());
        return fragments;
    }

    private static void addPlain(List<Fragment> fragments, String text, int start, int end) {
        if (start < end) {
            fragments.add(new Fragment(text.substring(start, end), false));
        }
    }

    /** Found words with nothing but a space between them are one run. */
    private static List<Span> runs(String text, List<Mark> found, Span window) {
        List<Span> runs = new ArrayList<>();
        for (Mark mark : found) {
            if (!window.holds(mark)) {
                continue;
            }
            Span last = runs.isEmpty() ? null : runs.getLast();
            if (last != null && text.substring(last.end(), mark.start()).isBlank()) {
                runs.set(runs.size() - 1, new Span(last.start(), mark.end()));
            } else {
                runs.add(new Span(mark.start(), mark.end()));
            }
        }
        return runs;
    }
}
