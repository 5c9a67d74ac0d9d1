package vn.gopy.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.intake.ReturnedOpinion.Moved;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.diff.Change;
import vn.gopy.legaltext.diff.WordDiff;
import vn.gopy.opinion.CommentKind;

/**
 * Words that a returned file takes out at one place and puts in at another: each of the two opinions is told of the other.
 * The words say so, however they were moved: as a move of the word processor, or cut out and put in.
 */
final class ReturnedMoves {

    /** Part of what went, or of what came: with fewer words in common both may name the same office. */
    private static final int FEWEST = 12;

    /** Words that an opinion takes out, or puts in, without a break. */
    private record Stretch(int opinion, List<String> words) {}

    /** A stretch that went with one that came. */
    private record Pair(int gone, int come) {}

    private final List<ReturnedOpinion> opinions;
    private final Set<ProvisionId> removed;
    private final Map<ProvisionId, PlacedProvision> places = new HashMap<>();
    private final Map<ProvisionId, List<PlacedProvision>> below = new HashMap<>();
    private final List<Stretch> gone = new ArrayList<>();
    private final List<Stretch> come = new ArrayList<>();
    private final Map<Integer, Set<Moved>> moved = new HashMap<>();

    private ReturnedMoves(
            List<ReturnedOpinion> opinions, Collection<PlacedProvision> places, Set<ProvisionId> removed) {
        this.opinions = opinions;
        this.removed = removed;
        for (PlacedProvision place : places) {
            this.places.put(place.id(), place);
            if (place.parent() != null) {
                below.computeIfAbsent(place.parent(), parent -> new ArrayList<>())
                        .add(place);
            }
        }
    }

    /**
     * The same opinions, the two ends of each move naming each other.
     *
     * @param removed places that go as a whole
     * @param revisions the tracked changes; where one is marked as a move, few words are enough
     */
    static List<ReturnedOpinion> linked(
            List<ReturnedOpinion> opinions,
            Collection<PlacedProvision> places,
            Set<ProvisionId> removed,
            List<Reading.Revision> revisions) {
        var moves = new ReturnedMoves(opinions, places, removed);
        for (int i = 0; i < opinions.size(); i++) {
            moves.read(i, opinions.get(i));
        }
        moves.tie();
        moves.tieMarked(revisions);
        var linked = new ArrayList<ReturnedOpinion>();
        for (int i = 0; i < opinions.size(); i++) {
            Set<Moved> ends = moves.moved.getOrDefault(i, Set.of());
            linked.add(ends.isEmpty() ? opinions.get(i) : opinions.get(i).withMoved(List.copyOf(ends)));
        }
        return linked;
    }

    // ---- what each opinion takes out and puts in

    private void read(int number, ReturnedOpinion opinion) {
        PlacedProvision place = places.get(opinion.place());
        if (opinion.replacement() != null) {
            String own = place == null ? "" : place.text();
            for (Change change : WordDiff.of(Objects.requireNonNullElse(opinion.quote(), own), opinion.replacement())) {
                switch (change.op()) {
                    case DELETE -> add(gone, number, change.text());
                    case INSERT -> add(come, number, change.text());
                    case EQUAL -> {}
                }
            }
        } else if (opinion.kind() == CommentKind.REMOVE && place != null && removed.contains(place.id())) {
            addWhole(number, place);
        } else if (opinion.kind() == CommentKind.REMOVE) {
            add(gone, number, named(opinion.text()));
        } else if (opinion.kind() == CommentKind.ADD) {
            add(come, number, named(opinion.text()));
        }
    }

    /** With everything that stands below it. */
    private void addWhole(int number, PlacedProvision place) {
        Stream.ofNullable(place.heading()).forEach(heading -> add(gone, number, heading));
        add(gone, number, place.text());
        below.getOrDefault(place.id(), List.of()).forEach(child -> addWhole(number, child));
    }

    private static void add(List<Stretch> stretches, int opinion, String text) {
        for (String line : text.split("\n")) {
            List<String> words = words(line);
            if (!words.isEmpty()) {
                stretches.add(new Stretch(opinion, words));
            }
        }
    }

    private static List<String> words(String line) {
        return Word.of(Word.withoutMarker(line)).stream()
                .map(word -> word.letters().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** A sentence names the words of the file between quotation marks. */
    private static String named(String sentence) {
        int from = sentence.indexOf('“');
        int to = sentence.lastIndexOf('”');
        return from >= 0 && from < to ? sentence.substring(from + 1, to) : sentence;
    }

    // ---- which of them are the same

    private void tie() {
        List<Integer> ownersGone = new ArrayList<>();
        List<Integer> ownersCome = new ArrayList<>();
        List<String> before = units(gone, "<", ownersGone);
        List<String> after = units(come, ">", ownersCome);
        Map<Pair, Integer> common = new LinkedHashMap<>();
        int[] partners = WordDiff.moved(before, after);
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0) {
                common.merge(new Pair(ownersGone.get(i), ownersCome.get(partners[i])), 1, Integer::sum);
            }
        }
        common.forEach((pair, words) -> {
            if (isMove(gone.get(pair.gone()), come.get(pair.come()), words)) {
                link(gone.get(pair.gone()), come.get(pair.come()));
            }
        });
    }

    /** All words in one row; no run of the same words goes over the end of a stretch. */
    private static List<String> units(List<Stretch> stretches, String end, List<Integer> owners) {
        List<String> units = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            for (String word : stretches.get(i).words()) {
                units.add(word);
                owners.add(i);
            }
            units.add(end);
            owners.add(i);
        }
        return units;
    }

    private static boolean isMove(Stretch gone, Stretch come, int words) {
        int shorter = Math.min(gone.words().size(), come.words().size());
        boolean whole = gone.words().equals(come.words());
        return whole || words >= FEWEST && words * 2 >= shorter;
    }

    /** A short stretch that the word processor says was moved, where it is the only one of its words. */
    private void tieMarked(List<Reading.Revision> revisions) {
        Set<List<String>> marked = new HashSet<>();
        revisions.stream()
                .filter(revision -> !revision.move().isEmpty())
                .flatMap(revision -> revision.text().lines())
                .forEach(line -> marked.add(words(line)));
        for (Stretch one : gone) {
            List<Stretch> there = come.stream()
                    .filter(other -> other.words().equals(one.words()))
                    .limit(2)
                    .toList();
            if (marked.contains(one.words())
                    && there.size() == 1
                    && gone.stream()
                                    .filter(other -> other.words().equals(one.words()))
                                    .count()
                            == 1) {
                link(one, there.getFirst());
            }
        }
    }

    private void link(Stretch from, Stretch to) {
        if (from.opinion() != to.opinion()) {
            ends(from).add(end(to, true));
            ends(to).add(end(from, false));
        }
    }

    private Set<Moved> ends(Stretch stretch) {
        return moved.computeIfAbsent(stretch.opinion(), opinion -> new LinkedHashSet<>());
    }

    private Moved end(Stretch stretch, boolean goes) {
        ReturnedOpinion other = opinions.get(stretch.opinion());
        return new Moved(other.key(), other.place(), goes);
    }
}
