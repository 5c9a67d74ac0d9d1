package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes repairs over to another reading of the same file, whose blocks are counted otherwise: a repair follows its block
 * where the other reading has the same text at the same turn, and is given up where that text is another.
 */
public final class RepairsMoved {

    /** How far ahead the same text is looked for; changes rarely add more paragraphs in a row. */
    private static final int AHEAD = 200;

    private RepairsMoved() {}

    /** The repairs that have a place in the new blocks, in their order. */
    public static List<Repair> to(List<Block> before, List<Block> after, List<Repair> repairs) {
        Map<Integer, Integer> same = same(before, after);
        var moved = new ArrayList<Repair>();
        int supplied = Repair.FIRST_SUPPLIED;
        int kept = Repair.FIRST_SUPPLIED;
        for (Repair repair : repairs) {
            Integer block = same.get(repair.at().block());
            if (repair instanceof Repair.Supply) {
                if (block != null) {
                    same.put(supplied, kept);
                    kept++;
                }
                supplied++;
            }
            if (block != null) {
                moved.add(at(repair, new Repair.Spot(block, repair.at().offset())));
            }
        }
        return List.copyOf(moved);
    }

    private static Map<Integer, Integer> same(List<Block> before, List<Block> after) {
        Map<Integer, Integer> same = new HashMap<>();
        int next = 0;
        for (Block block : before) {
            int found = find(block, after, next);
            if (found >= 0) {
                same.put(block.id(), after.get(found).id());
                next = found + 1;
            }
        }
        return same;
    }

    private static int find(Block block, List<Block> after, int from) {
        for (int i = from; i < Math.min(after.size(), from + AHEAD); i++) {
            if (after.get(i).shown().equals(block.shown()) && after.get(i).kind() == block.kind()) {
                return i;
            }
        }
        return -1;
    }

    private static Repair at(Repair repair, Repair.Spot spot) {
        return switch (repair) {
            case Repair.Retype it -> new Repair.Retype(spot, it.as());
            case Repair.Promote _ -> new Repair.Promote(spot);
            case Repair.Demote _ -> new Repair.Demote(spot);
            case Repair.Merge _ -> new Repair.Merge(spot);
            case Repair.Split _ -> new Repair.Split(spot);
            case Repair.Drop it -> new Repair.Drop(spot, it.why());
            case Repair.Supply it -> new Repair.Supply(spot, it.words());
        };
    }
}
