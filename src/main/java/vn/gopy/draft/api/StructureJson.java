package vn.gopy.draft.api;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.Person;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.finding.WarningJson;
import vn.gopy.draft.repair.WrittenRepair;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.FileHistory;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Origin;
import vn.gopy.legaltext.Piece;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.SecondReading;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Warning;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Excerpt;

/**
 * The original beside the outline.
 *
 * @param pages of a PDF that can be shown as pictures; 0 for other files
 * @param rows the outline as a flat list in reading order
 * @param pieces the paragraphs of the file; each names its row by index, -1 for none
 * @param missing words of findings that a repair may supply
 * @param recognised pages of a scan with the confidence of their letters in percent
 * @param doubts words of those pages that the recognition was not sure of
 * @param repairedBy who repaired last; null when nobody did
 * @param history what the file says about itself; null when nothing
 */
record StructureJson(
        VersionId id,
        int version,
        DossierId dossierId,
        int ordinal,
        String url,
        String file,
        VersionState state,
        boolean open,
        int pages,
        Map<String, Integer> counts,
        List<RowJson> rows,
        List<PieceJson> pieces,
        List<WarningJson> findings,
        List<MissingJson> missing,
        List<WrittenRepair> repairs,
        TrackedJson tracked,
        List<Origin.RecognisedPage> recognised,
        List<Origin.Doubt> doubts,
        @Nullable RepairerJson repairedBy,
        @Nullable FileHistory history) {

    private static final int BEGINNING = 200;

    /**
     * @param finding index of the finding that says so
     * @param before what stands before the words where they were found; empty when unknown
     */
    record MissingJson(int finding, String words, String before) {}

    /** @param self whether it was the one who asks */
    record RepairerJson(String name, boolean self) {}

    /** @param changes which text was read, of a file with so many tracked changes */
    record TrackedJson(int count, Changes changes) {}

    /** @param text the beginning of its own words */
    record RowJson(
            Structure.Zone zone,
            String body,
            String path,
            @Nullable Level level,
            @Nullable Integer depth,
            int indent,
            @Nullable String label,
            @Nullable String heading,
            String text) {}

    record LookJson(boolean bold, boolean boldLead, boolean italic, boolean centred) {}

    /**
     * @param begins whether the row begins with this paragraph
     * @param said whether a person gave it its role
     * @param supplied whether a person put it there from a second reading of the file
     */
    record PieceJson(
            List<SegmentJson> segments,
            LookJson look,
            Block.Kind kind,
            Block.@Nullable Cell cell,
            int page,
            int row,
            @Nullable BlockRole role,
            boolean begins,
            boolean said,
            boolean supplied,
            Dropped.@Nullable Why dropped) {}

    /** @param offset where the text begins in its block */
    record SegmentJson(int block, int offset, String lead, String text) {}

    static StructureJson of(StructureChecks.Check check, List<WarningJson> findings, Person asker) {
        Structure structure = check.structure();
        return new StructureJson(
                check.version().id(),
                check.version().version(),
                check.version().dossierId(),
                check.version().ordinal(),
                Addresses.draft(check.version().dossierId(), check.version().number()),
                check.version().file().name(),
                check.version().state(),
                check.open(),
                pages(check),
                structure.outline().counts(),
                structure.rows().stream().map(StructureJson::row).toList(),
                structure.standings().stream().map(StructureJson::piece).toList(),
                findings,
                missing(structure.outline().warnings()),
                structure.repairs().stream().map(WrittenRepair::of).toList(),
                new TrackedJson(check.tracked(), check.origin().changes()),
                check.origin().pages(),
                check.origin().doubts(),
                check.repairer()
                        .map(by -> new RepairerJson(by.name(), by.id().equals(asker.id())))
                        .orElse(null),
                check.history().saysSomething() ? check.history() : null);
    }

    private static List<MissingJson> missing(List<Warning> warnings) {
        return IntStream.range(0, warnings.size())
                .boxed()
                .flatMap(i -> SecondReading.missing(warnings.get(i))
                        .map(words -> new MissingJson(i, words, SecondReading.before(warnings.get(i))))
                        .stream())
                .toList();
    }

    private static int pages(StructureChecks.Check check) {
        boolean pdf = check.version().file().mediaType().equals("application/pdf");
        return pdf
                ? check.structure().standings().stream()
                        .mapToInt(standing -> standing.piece().source().page())
                        .max()
                        .orElse(0)
                : 0;
    }

    private static RowJson row(Structure.Row row) {
        String text = Excerpt.head(row.text(), BEGINNING);
        return new RowJson(
                row.zone(),
                row.body(),
                row.path(),
                row.level(),
                row.depth(),
                row.indent(),
                row.label(),
                row.heading(),
                text);
    }

    private static LookJson look(Block.Look look) {
        return new LookJson(look.bold(), look.boldLead(), look.italic(), look.centred());
    }

    private static PieceJson piece(Structure.Standing standing) {
        Piece piece = standing.piece();
        Block source = piece.source();
        return new PieceJson(
                piece.segments().stream().map(StructureJson::segment).toList(),
                look(source.look()),
                source.kind(),
                source.cell(),
                source.page(),
                standing.row(),
                standing.role(),
                standing.begins(),
                piece.role() != null,
                source.id() >= Repair.FIRST_SUPPLIED,
                piece.dropped());
    }

    private static SegmentJson segment(Piece.Segment segment) {
        return new SegmentJson(segment.block().id(), segment.from(), segment.lead(), segment.text());
    }
}
