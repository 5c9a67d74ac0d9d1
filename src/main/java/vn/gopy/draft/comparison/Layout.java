package vn.gopy.draft.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.comparison.ComparedText.Block;
import vn.gopy.draft.comparison.ComparedText.Link;
import vn.gopy.draft.comparison.ComparedText.Row;
import vn.gopy.draft.comparison.ComparedText.Side;
import vn.gopy.draft.comparison.ComparisonJson.Step;
import vn.gopy.legaltext.Body;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Outline;
import vn.gopy.legaltext.alignment.Evidence;
import vn.gopy.legaltext.alignment.Tie;

/**
 * Lays a comparison out in blocks. A place that went to another block stands there, and where it was a row says where it has
 * gone. Every row of the comparison is in exactly one block.
 */
final class Layout {

    /** What stands in the address of a row about a place that only the old version has. */
    private static final String OLD = "cu/";

    private final KnownPlaces before;
    private final KnownPlaces after;
    private final VerdictWords words;
    private final Map<String, ComparisonJson.Row> byOld = new HashMap<>();
    private final Map<String, List<Row>> blocks = new LinkedHashMap<>();

    private Layout(KnownPlaces before, KnownPlaces after, VerdictWords words) {
        this.before = before;
        this.after = after;
        this.words = words;
    }

    static ComparedText of(ComparisonJson comparison, Outline before, Outline after, VerdictWords words) {
        List<String> bodies = after.bodies().stream().map(Body::code).toList();
        List<Block> blocks = new Layout(
                        KnownPlaces.of(before, words::place), KnownPlaces.of(after, words::place), words)
                .laidOut(comparison.rows());
        return new ComparedText(blocks.stream()
                .sorted(Comparator.comparingInt(block -> turn(bodies, block.id())))
                .toList());
    }

    /** The comparison has bodies by their codes, a reader in the order of the file. */
    private static int turn(List<String> bodies, String id) {
        String address = id.startsWith(OLD) ? id.substring(OLD.length()) : id;
        int stroke = address.indexOf('/');
        int turn = stroke < 0 ? -1 : bodies.indexOf(address.substring(0, stroke));
        return turn < 0 ? bodies.size() : turn;
    }

    private List<Block> laidOut(List<ComparisonJson.Row> rows) {
        rows.forEach(row -> row.old().forEach(address -> byOld.put(address, row)));
        rows.forEach(this::settle);
        for (ComparisonJson.Row row : rows) {
            for (String address : row.old()) {
                String home = newBlockOf(address);
                if (row.fresh().isEmpty() && !home.startsWith(OLD)) {
                    insert(home, row(row));
                } else if (hasLeft(row, address)) {
                    insert(home, away(row, address));
                }
            }
        }
        blocks.values().removeIf(List::isEmpty);
        return blocks.entrySet().stream()
                .map(block -> block(block.getKey(), block.getValue()))
                .toList();
    }

    /** Puts a row where the new version has it; what has gone for good out of a block that stays is put there afterwards. */
    private void settle(ComparisonJson.Row row) {
        if (row.fresh().isEmpty()) {
            String home = newBlockOf(row.old().getFirst());
            if (home.startsWith(OLD)) {
                members(home).add(row(row));
            }
            return;
        }
        Map<String, List<Side>> homes = new LinkedHashMap<>();
        row.fresh().forEach(address -> members(blockOf(after, address)));
        Row whole = row(row);
        whole.fresh()
                .forEach(side -> homes.computeIfAbsent(blockOf(after, side.address()), any -> new ArrayList<>())
                        .add(side));
        boolean first = true;
        for (Map.Entry<String, List<Side>> home : homes.entrySet()) {
            members(home.getKey()).add(first ? whole.showing(home.getValue()) : whole.furtherOn(home.getValue()));
            first = false;
        }
    }

    private List<Row> members(String block) {
        return blocks.computeIfAbsent(block, any -> new ArrayList<>());
    }

    private static String blockOf(KnownPlaces places, String address) {
        return places.at(address).map(KnownPlace::block).orElse(address);
    }

    /** The block of the new version in whose place an old place would stand; one of its own where its block has gone too. */
    private String newBlockOf(String oldAddress) {
        String old = blockOf(before, oldAddress);
        ComparisonJson.Row head = byOld.get(old);
        if (head == null) { // grounds stand together without a place above them
            return blocks.containsKey(old) ? old : OLD + old;
        }
        return head.fresh().isEmpty() ? OLD + old : blockOf(after, head.fresh().getFirst());
    }

    /** Whether the place stands in another block now than the one it stood in; heads of blocks do not. */
    private boolean hasLeft(ComparisonJson.Row row, String oldAddress) {
        boolean head = blockOf(before, oldAddress).equals(oldAddress);
        return !head
                && !row.fresh().isEmpty()
                && !blockOf(after, row.fresh().getFirst()).equals(newBlockOf(oldAddress));
    }

    /** Puts a row behind the last one of its block that stood before it in the old version. */
    private void insert(String block, Row row) {
        List<Row> members = members(block);
        int order = orderOf(row);
        int at = 0;
        for (int i = 0; i < members.size(); i++) {
            Row member = members.get(i);
            boolean stays = member.from() == null && !member.old().isEmpty();
            if (stays && orderOf(member) < order) {
                at = i + 1;
            }
        }
        members.add(at, row);
    }

    private int orderOf(Row row) {
        return before.at(row.old().getFirst().address()).map(KnownPlace::order).orElse(0);
    }

    private Block block(String id, List<Row> rows) {
        Row head = rows.getFirst();
        Row named = rows.stream().filter(row -> row.id().equals(id)).findFirst().orElse(head);
        boolean changed = rows.stream().anyMatch(Row::changed);
        boolean whole = named.id().equals(id);
        String kind = whole ? named.kind() : changed ? small(Tie.Kind.EDITED) : small(Tie.Kind.SAME);
        Side side =
                named.fresh().isEmpty() ? named.old().getFirst() : named.fresh().getFirst();
        return new Block(
                id,
                VerdictWords.capital(side.name()),
                kind,
                whole ? named.verdict() : sum(rows),
                changed,
                rows.stream().anyMatch(Row::content),
                List.copyOf(rows));
    }

    /** What became of rows that no place stands above. */
    private String sum(List<Row> rows) {
        String told = rows.stream()
                .filter(Row::changed)
                .map(row -> row.verdict().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
        return VerdictWords.capital(told.isEmpty() ? words.of("was." + Tie.Kind.SAME) : told);
    }

    private static String small(Tie.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private Row row(ComparisonJson.Row row) {
        boolean several = row.old().size() > 1 || row.fresh().size() > 1;
        Optional<KnownPlace> old = first(before, row.old());
        Optional<KnownPlace> fresh = first(after, row.fresh());
        boolean both = old.isPresent() && fresh.isPresent() && !several;
        boolean renumbered = both && !old.get().label().equals(fresh.get().label());
        boolean moved = both && hasMoved(row, old.get(), fresh.get());
        boolean changed =
                row.kind() != Tie.Kind.SAME && (row.kind() != Tie.Kind.EDITED || Steps.differ(row.diff()) || moved);
        Steps steps = new Steps(row.diff());
        List<Step> heading = several
                ? null
                : steps.take(
                        old.map(KnownPlace::heading).orElse(0),
                        fresh.map(KnownPlace::heading).orElse(0));
        List<Step> text = several ? null : steps.remaining();
        Link from = moved && !isHead(old.get()) ? whence(row, old.get()) : null;
        return new Row(
                id(row),
                small(row.kind()),
                words.verdict(row.kind(), moved, renumbered, row.editorialOnly()),
                changed,
                changed && !row.editorialOnly(),
                false,
                sides(before, row.old(), several ? Steps.old(row.diff()) : null, moved, true),
                sides(after, row.fresh(), several ? Steps.fresh(row.diff()) : null, moved, false),
                heading,
                text,
                from,
                null);
    }

    private Link whence(ComparisonJson.Row row, KnownPlace old) {
        return new Link(hasLeft(row, old.address()) ? OLD + old.address() : null, old.name());
    }

    private static String id(ComparisonJson.Row row) {
        return row.fresh().isEmpty() ? OLD + row.old().getFirst() : row.fresh().getFirst();
    }

    private static boolean isHead(KnownPlace place) {
        return place.block().equals(place.address());
    }

    private static Optional<KnownPlace> first(KnownPlaces places, List<String> addresses) {
        return addresses.stream().findFirst().flatMap(places::at);
    }

    /** Chapters that came or went above an article do not move it, as long as the order stayed. */
    private boolean hasMoved(ComparisonJson.Row row, KnownPlace old, KnownPlace fresh) {
        if (row.kind() == Tie.Kind.MOVED) {
            return true;
        }
        if (isHead(old) || isHead(fresh)) {
            return row.kind() == Tie.Kind.EDITED
                    && old.above() != null
                    && fresh.above() != null
                    && !row.evidence().contains(Evidence.SAME_PARENT)
                    && !Optional.ofNullable(byOld.get(old.above()))
                            .map(head -> head.fresh().contains(fresh.above()))
                            .orElse(false);
        }
        return !newBlockOf(old.address()).equals(fresh.block());
    }

    private Row away(ComparisonJson.Row row, String address) {
        KnownPlace place = before.at(address).orElseThrow();
        String now = row.fresh().getFirst();
        Link to = new Link(now, after.at(now).map(KnownPlace::name).orElse(now));
        Side side = new Side(address, place.level(), place.label(), place.name(), null, null, null);
        return new Row(
                OLD + address,
                small(Tie.Kind.MOVED),
                VerdictWords.capital(words.of("was." + Tie.Kind.MOVED)),
                true,
                true,
                true,
                List.of(side),
                List.of(),
                null,
                null,
                null,
                to);
    }

    /** @param steps the words of them all, where they are several */
    private static List<Side> sides(
            KnownPlaces places, List<String> addresses, @Nullable List<Step> steps, boolean moved, boolean old) {
        var sides = new ArrayList<Side>();
        Steps all = new Steps(steps == null ? List.of() : steps);
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            Optional<KnownPlace> known = places.at(address);
            int heading = known.map(KnownPlace::heading).orElse(0);
            int letters = known.map(KnownPlace::letters).orElse(0) - heading;
            boolean last = i == addresses.size() - 1;
            List<Step> head = steps == null ? null : taken(all, heading, old);
            List<Step> text = steps == null ? null : last ? all.remaining() : taken(all, letters, old);
            sides.add(new Side(
                    address,
                    known.map(KnownPlace::level).orElse(""),
                    known.map(KnownPlace::label).orElse(""),
                    known.map(KnownPlace::name).orElse(address),
                    moved ? known.flatMap(place -> above(places, place)).orElse(null) : null,
                    head,
                    text));
        }
        return List.copyOf(sides);
    }

    private static List<Step> taken(Steps steps, int letters, boolean old) {
        return old ? steps.begun().take(letters, 0) : steps.begun().take(0, letters);
    }

    private static Optional<String> above(KnownPlaces places, KnownPlace place) {
        return Optional.ofNullable(place.above())
                .filter(any -> place.level().equals(Level.ARTICLE.name()))
                .flatMap(places::at)
                .map(KnownPlace::title);
    }
}
