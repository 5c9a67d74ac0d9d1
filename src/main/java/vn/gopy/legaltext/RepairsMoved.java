package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.gopy.legaltext.diff.WordDiff;

/**
 * Takes repairs over to another reading of the same file, whose blocks are counted otherwise: a repair follows its block
 * where the other reading has the same text at the same turn, and is given up where that text is another.
 */
public final class RepairsMoved {

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
        int[] partners = WordDiff.partners(texts(before), texts(after));
        Map<Integer, Integer> same = new HashMap<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] >= 0) {
                same.put(before.get(i).id(), after.get(partners[i]).id());
            }
        }
        return same;
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream().map(block -> block.kind() + " " + block.shown()).toList();
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
