package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Piece;
import vn.gopy.legaltext.Piece.Segment;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.SecondReading;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;
import vn.gopy.vietnamese.VietnameseText;

/** The blocks of a reading with the repairs done to them, before any structure is seen in them. */
public final class RepairedBlocks {

    private final List<Piece> pieces;
    private final List<Repair> lost = new ArrayList<>();

    /** What the file says besides; a finding goes when its words are supplied. */
    private final List<Warning> findings;

    private int supplied;

    private RepairedBlocks(Reading reading) {
        pieces = new ArrayList<>(reading.blocks().stream().map(Piece::of).toList());
        findings = new ArrayList<>(reading.warnings());
    }

    /** Does the repairs in order; one whose place is not there any more is set aside. */
    public static RepairedBlocks of(Reading reading, List<Repair> repairs) {
        var repaired = new RepairedBlocks(reading);
        for (Repair repair : repairs) {
            if (!repaired.done(repair)) {
                repaired.lost.add(repair);
            }
        }
        return repaired;
    }

    /** In reading order, those left out included. */
    public List<Piece> pieces() {
        return pieces;
    }

    /** Repairs that found no place. */
    public List<Repair> lost() {
        return lost;
    }

    /** The reading as the parser shall see it: ids count anew, and {@link #orders} goes by them. */
    public Reading in(Reading reading) {
        var dropped = new ArrayList<>(reading.dropped());
        pieces.stream()
                .filter(piece -> piece.dropped() != null)
                .forEach(piece -> dropped.add(new Dropped(piece.shown(), Objects.requireNonNull(piece.dropped()))));
        var warnings = new ArrayList<>(findings);
        if (!lost.isEmpty()) {
            warnings.add(new Warning(
                    Warning.Code.REPAIR_LOST, null, Sentence.of(Sentence.Wording.REPAIRS_LOST, lost.size())));
        }
        return new Reading(
                reading.reader(),
                reading.mediaType(),
                blocks(),
                List.copyOf(dropped),
                reading.remarks(),
                reading.revisions(),
                List.copyOf(warnings),
                reading.problem(),
                reading.origin());
    }

    private List<Block> blocks() {
        Set<Integer> opened = openedTables();
        var blocks = new ArrayList<Block>(pieces.size());
        for (Piece piece : kept()) {
            blocks.add(block(blocks.size(), piece, opened));
        }
        return blocks;
    }

    /** By the ids of {@link #in}. */
    public Orders orders() {
        List<Piece> kept = kept();
        var reshaped = new boolean[kept.size()];
        for (int i = 0; i < reshaped.length; i++) {
            reshaped[i] = !kept.get(i).isWhole();
        }
        return new Orders(kept.stream().map(Piece::role).toArray(BlockRole[]::new), reshaped);
    }

    private List<Piece> kept() {
        return pieces.stream().filter(piece -> piece.dropped() == null).toList();
    }

    /** A table with a provision in one of its cells only lays out the page. */
    private Set<Integer> openedTables() {
        var opened = new HashSet<Integer>();
        for (Piece piece : pieces) {
            Block.Cell cell = piece.source().cell();
            if (cell != null && piece.role() != null) {
                opened.add(cell.table());
            }
        }
        return opened;
    }

    private static Block block(int id, Piece piece, Set<Integer> opened) {
        Block source = piece.source();
        boolean open = source.cell() != null && opened.contains(source.cell().table());
        Block.Kind kind = open ? Block.Kind.PARAGRAPH : source.kind();
        Block.Cell cell = open ? null : source.cell();
        if (piece.isWhole()) {
            return new Block(id, kind, source.label(), source.text(), source.raw(), source.look(), cell, source.page());
        }
        Segment first = piece.segments().getFirst();
        var text = new StringBuilder(first.text().strip());
        piece.segments().stream().skip(1).forEach(segment -> text.append(' ').append(segment.shown()));
        return new Block(id, kind, first.lead(), text.toString(), null, look(first), cell, source.page());
    }

    private static Block.Look look(Segment first) {
        Block.Look look = first.block().look();
        return first.from() == 0
                ? look
                : new Block.Look(0, look.bold(), false, look.italic(), look.centred(), look.style(), look.font());
    }

    private boolean done(Repair repair) {
        return switch (repair) {
            case Repair.Retype it -> replace(it.at(), piece -> piece.as(it.as()));
            case Repair.Drop it -> replace(it.at(), piece -> piece.without(it.why()));
            case Repair.Merge it -> merge(startingAt(it.at()));
            case Repair.Split it -> split(it.at());
            case Repair.Supply it -> supply(it);
            case Repair.Promote _, Repair.Demote _ ->
                throw new IllegalArgumentException("A shift is settled into a level first");
        };
    }

    private boolean replace(Repair.Spot at, java.util.function.UnaryOperator<Piece> change) {
        int i = startingAt(at);
        if (i < 0) {
            return false;
        }
        pieces.set(i, change.apply(pieces.get(i)));
        return true;
    }

    private int startingAt(Repair.Spot spot) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).start().equals(spot)) {
                return i;
            }
        }
        return -1;
    }

    private boolean merge(int i) {
        if (i < 1 || pieces.get(i).dropped() != null) {
            return false;
        }
        int before = i - 1;
        while (before >= 0 && pieces.get(before).dropped() != null) {
            before--;
        }
        if (before < 0 || !isSameFlow(pieces.get(before).source(), pieces.get(i).source())) {
            return false;
        }
        var segments = new ArrayList<>(pieces.get(before).segments());
        segments.addAll(pieces.get(i).segments());
        pieces.set(before, new Piece(List.copyOf(segments), pieces.get(before).role(), null));
        pieces.remove(i);
        return true;
    }

    /** Nothing flows from one table cell to another, or from the page into a footnote. */
    private static boolean isSameFlow(Block a, Block b) {
        return a.kind() == b.kind() && Objects.equals(a.cell(), b.cell());
    }

    private boolean split(Repair.Spot at) {
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            for (int k = 0; k < piece.segments().size(); k++) {
                if (piece.segments().get(k).holds(at)) {
                    return !piece.start().equals(at) && cut(i, k, at.offset());
                }
            }
        }
        return false;
    }

    private boolean cut(int i, int k, int offset) {
        Piece piece = pieces.get(i);
        Segment segment = piece.segments().get(k);
        if (isWithinCharacter(segment, offset)) {
            return false;
        }
        var first = new ArrayList<>(piece.segments().subList(0, k));
        var second = new ArrayList<Segment>();
        if (offset > segment.from()) {
            first.add(new Segment(segment.block(), segment.from(), offset));
        }
        second.add(new Segment(segment.block(), offset, segment.to()));
        second.addAll(piece.segments().subList(k + 1, piece.segments().size()));
        cut(i, first, second);
        return true;
    }

    private static boolean isWithinCharacter(Segment segment, int offset) {
        return offset < segment.to()
                && Character.isLowSurrogate(segment.block().text().charAt(offset));
    }

    private void cut(int i, List<Segment> first, List<Segment> second) {
        Piece piece = pieces.get(i);
        pieces.set(i, new Piece(List.copyOf(first), piece.role(), piece.dropped()));
        pieces.add(i + 1, new Piece(List.copyOf(second), null, piece.dropped()));
    }

    /** Nobody writes words into a text that no finding names; each finding is good for once. */
    private boolean supply(Repair.Supply supply) {
        int next = Repair.FIRST_SUPPLIED + supplied;
        supplied++; // counted also when lost, for later repairs name the blocks by their order
        Optional<Warning> finding = findings.stream()
                .filter(one -> SecondReading.missing(one).equals(Optional.of(supply.words())))
                .findFirst();
        if (finding.isEmpty() || !put(next, supply)) {
            return false;
        }
        findings.remove(finding.get());
        return true;
    }

    private boolean put(int id, Repair.Supply supply) {
        Repair.Spot at = supply.at();
        for (int i = 0; i < pieces.size(); i++) {
            List<Segment> segments = pieces.get(i).segments();
            for (int k = 0; k < segments.size(); k++) {
                Segment segment = segments.get(k);
                if (segment.block().id() == at.block()
                        && at.offset() >= segment.from()
                        && at.offset() <= segment.to()) {
                    return !isWithinCharacter(segment, at.offset())
                            && put(supplied(id, supply, segment.block()), i, k, at);
                }
            }
        }
        return false;
    }

    /** It flows where its neighbour flows, so that the two may be joined. */
    private static Piece supplied(int id, Repair.Supply supply, Block neighbour) {
        String text = VietnameseText.normalise(supply.words());
        return Piece.of(
                new Block(id, neighbour.kind(), "", text, null, Block.Look.PLAIN, neighbour.cell(), neighbour.page()));
    }

    private boolean put(Piece supplied, int i, int k, Repair.Spot at) {
        List<Segment> segments = pieces.get(i).segments();
        Segment segment = segments.get(k);
        boolean behind = at.offset() == segment.to();
        if (behind && k == segments.size() - 1) {
            pieces.add(i + 1, supplied);
            return true;
        }
        if (behind) {
            cut(i, segments.subList(0, k + 1), segments.subList(k + 1, segments.size()));
        } else if (at.offset() > segment.from() || k > 0) {
            cut(i, k, at.offset());
        } else {
            pieces.add(i, supplied);
            return true;
        }
        pieces.add(i + 1, supplied);
        return true;
    }
}
