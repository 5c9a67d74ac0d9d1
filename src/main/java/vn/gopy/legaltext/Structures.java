package vn.gopy.legaltext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.legaltext.parse.Marker;
import vn.gopy.legaltext.parse.Placement;
import vn.gopy.legaltext.parse.RepairedBlocks;

/** Computes the {@link Structure} that people check, and settles shifts into levels. */
public final class Structures {

    private static final List<BlockRole> WITH_ARTICLES = List.of(BlockRole.ARTICLE, BlockRole.CLAUSE);
    private static final List<BlockRole> WITHOUT_ARTICLES =
            List.of(BlockRole.OUTLINE_1, BlockRole.OUTLINE_2, BlockRole.OUTLINE_3, BlockRole.OUTLINE_4);

    private Structures() {}

    /** The structure of a readable file with the repairs done to it. */
    public static Structure of(Reading reading, List<Repair> repairs, String fileName, @Nullable String sha256) {
        List<Repair> settled = settled(reading, repairs);
        RepairedBlocks repaired = RepairedBlocks.of(reading, settled);
        Outline outline = Outlines.of(repaired.in(reading), repaired.orders(), fileName, sha256);
        var placement = new Placement(outline);
        return new Structure(
                outline, placement.rows(), placement.of(repaired.pieces()), settled, List.copyOf(repaired.lost()));
    }

    /**
     * The same repairs with each promotion and demotion as the level that it came to, so that a newer parser does not
     * shift what it reads rightly by itself. A shift that has nowhere to go is left out.
     */
    public static List<Repair> settled(Reading reading, List<Repair> repairs) {
        var settled = new ArrayList<Repair>(repairs.size());
        for (Repair repair : repairs) {
            switch (repair) {
                case Repair.Promote it -> shifted(reading, settled, it.at(), -1).ifPresent(settled::add);
                case Repair.Demote it -> shifted(reading, settled, it.at(), 1).ifPresent(settled::add);
                default -> settled.add(repair);
            }
        }
        return List.copyOf(settled);
    }

    private static Optional<Repair> shifted(Reading reading, List<Repair> before, Repair.Spot at, int by) {
        Structure structure = of(reading, List.copyOf(before), "", null);
        return structure.standings().stream()
                .filter(standing -> standing.piece().start().equals(at))
                .findFirst()
                .flatMap(standing -> shifted(standing, structure.outline().counts(), by))
                .map(role -> new Repair.Retype(at, role));
    }

    private static Optional<BlockRole> shifted(Structure.Standing standing, Map<String, Integer> counts, int by) {
        List<BlockRole> ladder = ladder(counts);
        BlockRole role = standing.role() == BlockRole.HEADING ? BlockRole.TEXT : standing.role();
        if (role == BlockRole.TEXT && by < 0) {
            return Optional.of(raised(standing.piece(), ladder));
        }
        int to = ladder.indexOf(role) + by;
        return role == null || !ladder.contains(role) || to < 0 || to >= ladder.size()
                ? Optional.empty()
                : Optional.of(ladder.get(to));
    }

    /** Plain text rises to what its own numbering sign says, else to the narrowest numbered level. */
    private static BlockRole raised(Piece piece, List<BlockRole> ladder) {
        Marker marker = Marker.ofTyped(piece.shown());
        BlockRole printed = marker == null
                ? null
                : switch (marker.style()) {
                    case PART -> BlockRole.PART;
                    case CHAPTER -> BlockRole.CHAPTER;
                    case SECTION -> BlockRole.SECTION;
                    case SUBSECTION -> BlockRole.SUBSECTION;
                    case ARTICLE -> BlockRole.ARTICLE;
                    case ROMAN, UPPER -> BlockRole.OUTLINE_1;
                    case ARABIC -> BlockRole.CLAUSE;
                    case LETTER -> BlockRole.POINT;
                    case BULLET -> BlockRole.BULLET;
                    default -> null;
                };
        return printed != null && ladder.contains(printed) ? printed : ladder.get(ladder.size() - 3);
    }

    /** The levels of this document, from the widest to plain text. */
    private static List<BlockRole> ladder(Map<String, Integer> counts) {
        boolean articles = has(counts, Level.ARTICLE) || !has(counts, Level.OUTLINE);
        var ladder = new ArrayList<BlockRole>();
        Stream.of(BlockRole.PART, BlockRole.CHAPTER, BlockRole.SECTION, BlockRole.SUBSECTION)
                .filter(role -> has(counts, Objects.requireNonNull(role.level())))
                .forEach(ladder::add);
        ladder.addAll(articles ? WITH_ARTICLES : WITHOUT_ARTICLES);
        if (articles || has(counts, Level.POINT)) {
            ladder.add(BlockRole.POINT);
        }
        ladder.addAll(List.of(BlockRole.BULLET, BlockRole.TEXT));
        return ladder;
    }

    private static boolean has(Map<String, Integer> counts, Level level) {
        return counts.getOrDefault(level.name(), 0) > 0;
    }
}
