package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Piece;
import vn.gopy.legaltext.Piece.Segment;
import vn.gopy.legaltext.Reading;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Sentence;
import vn.gopy.legaltext.Warning;

/** The blocks of a reading with the repairs done to them, before any structure is seen in them. */
public final class RepairedBlocks {

    private final List<Piece> pieces;
    private final List<Repair> lost = new ArrayList<>();

    private RepairedBlocks(List<Block> blocks) {
        pieces = new ArrayList<>(blocks.stream().map(Piece::of).toList());
    }

    /** Does the repairs in order; one whose place is not there any more is set aside. */
    public static RepairedBlocks of(List<Block> blocks, List<Repair> repairs) {
        var repaired = new RepairedBlocks(blocks);
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
        var warnings = new ArrayList<>(reading.warnings());
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
        if (offset < segment.to()
                && Character.isLowSurrogate(segment.block().text().charAt(offset))) {
            return false;
        }
        var first = new ArrayList<>(piece.segments().subList(0, k));
        var second = new ArrayList<Segment>();
        if (offset > segment.from()) {
            first.add(new Segment(segment.block(), segment.from(), offset));
        }
        second.add(new Segment(segment.block(), offset, segment.to()));
        second.addAll(piece.segments().subList(k + 1, piece.segments().size()));
        pieces.set(i, new Piece(List.copyOf(first), piece.role(), piece.dropped()));
        pieces.add(i + 1, new Piece(List.copyOf(second), null, piece.dropped()));
        return true;
    }
}
