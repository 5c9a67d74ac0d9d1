package vn.gopy.consolidation.review;

import java.util.ArrayList;
import java.util.List;
import vn.gopy.legaltext.Piece;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Structure.Row;
import vn.gopy.legaltext.Structure.Standing;

/** The words of a draft's file with the place that each stretch stands in. */
final class FileWords {

    /** Some words with the place that they stand in. */
    record Words(Row row, Piece.Segment segment) {

        String text() {
            return segment.text();
        }

        int block() {
            return segment.block().id();
        }

        /** The offset in the block for one in the stretch. */
        int at(int offset) {
            return segment.from() + offset;
        }
    }

    private FileWords() {}

    static List<Words> of(Structure structure) {
        List<Words> words = new ArrayList<>();
        for (Standing standing : structure.standings()) {
            if (standing.row() < 0) {
                continue;
            }
            Row row = structure.rows().get(standing.row());
            for (Piece.Segment segment : standing.piece().segments()) {
                if (segment.block().id() < Repair.FIRST_SUPPLIED) {
                    words.add(new Words(row, segment));
                }
            }
        }
        return words;
    }
}
