package vn.gopy.draft.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.comparison.ComparedDrafts.Said;
import vn.gopy.draft.comparison.ComparedText.Block;
import vn.gopy.draft.comparison.ComparedText.Row;
import vn.gopy.draft.comparison.ComparedText.Side;
import vn.gopy.draft.comparison.ComparisonJson.Step;
import vn.gopy.paper.Cells;
import vn.gopy.paper.Dateline;
import vn.gopy.paper.HeaderBlock;
import vn.gopy.paper.Look;
import vn.gopy.paper.PaperParagraph;
import vn.gopy.paper.Sheet;
import vn.gopy.paper.Table;
import vn.gopy.paper.WordFile;

/**
 * Writes "Bản so sánh, thuyết minh": A4 across, the old text, the new one, and what was done, one row for each article. What
 * came stands in bold letters, what went is struck through. Neighbours that are the same share a row without their words.
 */
final class ComparisonPaper {

    private static final int[] WIDTHS = {96, 96, 60};
    private static final Look CELL = Look.plain(13).justified();
    private static final Look NAME = Look.plain(13);
    private static final Look TITLE = Look.plain(14).inBold().centred();

    private final Heading heading;
    private final String subject;
    private final String older;
    private final String newer;
    private final VerdictWords words;
    private final LocalDate day;
    private List<Said> taken = List.of();

    /** How the office heads its papers. */
    record Heading(HeaderBlock.Family family, @Nullable String superior, String issuer, String place) {}

    /**
     * @param subject what the draft is about
     * @param older how the old version is called
     */
    ComparisonPaper(Heading heading, String subject, String older, String newer, VerdictWords words, LocalDate day) {
        this.heading = heading;
        this.subject = subject;
        this.older = older;
        this.newer = newer;
        this.words = words;
        this.day = day;
    }

    /** @param said of the places of the new version: what the draft followed explains what was changed */
    byte[] bytes(ComparedText text, List<Said> said) {
        taken = said.stream().filter(Said::taken).toList();
        try (var file = new WordFile(Sheet.ACROSS, 13)) {
            file.footWithPageOfPages(Optional.empty());
            new HeaderBlock(
                            heading.family(),
                            heading.superior(),
                            heading.issuer(),
                            null,
                            Dateline.open(heading.place(), day.getYear()),
                            List.of())
                    .writeTo(file, 42);
            String title = words.of("docx.title");
            file.paragraph(TITLE.spaced(18, 0), title);
            file.paragraph(TITLE, words.of("docx.of", subject).toUpperCase(Locale.ROOT));
            file.paragraph(Look.plain(14).inItalic().centred().spaced(0, 6), words.of("docx.with"));
            file.paragraph(Look.plain(13).inItalic().spaced(0, 6), words.of("docx.marks"));
            write(file.table(true, WIDTHS), text.blocks());
            return file.toBytes(title + " " + subject, day);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(Table table, List<Block> blocks) {
        Cells head = table.firstRow(true);
        List<String> columns = List.of(older, newer, words.of("docx.explanation"));
        for (int i = 0; i < columns.size(); i++) {
            head.write(i, TITLE.spaced(0, 0), columns.get(i).toUpperCase(Locale.ROOT));
            head.centre(i);
        }
        List<Block> same = new ArrayList<>();
        for (Block block : blocks) {
            if (block.changed()) {
                writeSame(table, same);
                write(table, block);
            } else {
                same.add(block);
            }
        }
        writeSame(table, same);
    }

    /** "Điều 3 đến Điều 9": the names alone, and that nothing was changed. */
    private void writeSame(Table table, List<Block> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        Cells cells = table.addRow();
        cells.write(0, NAME, span(blocks, row -> row.old().getFirst().name()));
        cells.write(1, NAME, span(blocks, row -> row.fresh().getFirst().name()));
        cells.write(2, NAME.inItalic(), words.of("docx.same"));
        blocks.clear();
    }

    private String span(List<Block> blocks, Function<Row, String> name) {
        String first = VerdictWords.capital(name.apply(blocks.getFirst().rows().getFirst()));
        String last = VerdictWords.capital(name.apply(blocks.getLast().rows().getFirst()));
        return first.equals(last) ? first : words.of("docx.span", first, last);
    }

    private void write(Table table, Block block) {
        Cells cells = table.addRow();
        table.letPart();
        List<Row> old = block.rows().stream()
                .filter(row -> !row.old().isEmpty() && (row.away() || row.from() == null))
                .toList();
        List<Row> fresh =
                block.rows().stream().filter(row -> !row.fresh().isEmpty()).toList();
        if (old.isEmpty()) {
            cells.write(0, NAME.inItalic(), absent(fresh));
        }
        if (fresh.isEmpty()) {
            cells.write(1, NAME.inItalic(), words.of("docx.dropped"));
        }
        old.forEach(row -> row.old().forEach(side -> writeOld(cells, row, side)));
        fresh.forEach(
                row -> row.fresh().forEach(side -> writeSide(cells, 1, row, side, Row::headingAfter, Row::textAfter)));
        explain(cells, block);
    }

    /** A block that was cut off another one has its old words there. */
    private String absent(List<Row> fresh) {
        return Optional.ofNullable(fresh.getFirst().from())
                .map(from -> VerdictWords.capital(words.of("docx.from", from.name())))
                .orElseGet(() -> words.of("docx.absent"));
    }

    private void writeOld(Cells cells, Row row, Side side) {
        if (row.to() == null) {
            writeSide(cells, 0, row, side, Row::headingBefore, Row::textBefore);
        } else {
            cells.write(
                    0,
                    CELL.inItalic(),
                    (side.label() + " " + words.of("docx.gone", row.to().name())).strip());
        }
    }

    private static void writeSide(
            Cells cells,
            int column,
            Row row,
            Side side,
            BiFunction<Row, Side, List<Step>> heading,
            BiFunction<Row, Side, List<Step>> text) {
        List<Step> head = heading.apply(row, side);
        List<Step> own = text.apply(row, side);
        if (side.above() != null) {
            cells.write(column, CELL.inItalic(), side.above());
        }
        PaperParagraph line = cells.paragraph(column, CELL);
        boolean named = !side.label().isEmpty();
        if (named) {
            boolean dotted = side.label().matches(".*[.)]");
            line.add(head.isEmpty() ? CELL : CELL.inBold(), side.label() + (dotted || head.isEmpty() ? " " : ". "));
        }
        write(line, CELL.inBold(), head);
        if (!head.isEmpty() && !own.isEmpty()) {
            line = cells.paragraph(column, CELL);
        }
        write(line, CELL, own);
    }

    private static void write(PaperParagraph line, Look look, List<Step> steps) {
        for (Step step : steps) {
            Look shown = switch (step.op()) {
                case Steps.INSERT -> look.inBold();
                case Steps.DELETE -> look.crossedOut();
                default -> look;
            };
            line.add(shown, step.text());
        }
    }

    /** What was done, as a whole and below, and whose opinion it follows; further reasons are for the drafter to add. */
    private void explain(Cells cells, Block block) {
        cells.write(2, NAME.inBold(), block.verdict() + ".");
        block.rows().stream()
                .filter(row -> row.changed() && !row.id().equals(block.id()))
                .sorted(Comparator.comparingInt(row -> row.away() ? 1 : 0))
                .map(this::said)
                .distinct()
                .forEach(line -> cells.write(2, NAME, line));
        reasons(block).forEach(line -> cells.write(2, NAME, line));
    }

    /** Opinions with one answer stand in one line. */
    private List<String> reasons(Block block) {
        Set<String> addresses = block.rows().stream()
                .flatMap(row -> row.fresh().stream())
                .map(Side::address)
                .collect(Collectors.toSet());
        Map<String, Set<String>> byAnswer = new LinkedHashMap<>();
        taken.stream()
                .filter(one -> addresses.contains(one.address()))
                .forEach(one -> byAnswer.computeIfAbsent(one.answer(), answer -> new LinkedHashSet<>())
                        .add(one.who()));
        return byAnswer.entrySet().stream()
                .map(one -> words.of("docx.taken", String.join(", ", one.getValue()), one.getKey())
                        .strip())
                .toList();
    }

    private String said(Row row) {
        Side side = row.fresh().isEmpty() ? row.old().getFirst() : row.fresh().getFirst();
        String name = VerdictWords.capital(side.name());
        if (row.to() != null) {
            return name + ": " + words.of("docx.gone", row.to().name()) + ".";
        }
        String verdict = row.verdict().toLowerCase(Locale.ROOT);
        return row.from() == null
                ? name + ": " + verdict + "."
                : name + ": " + verdict + " ("
                        + words.of("docx.from", row.from().name()) + ").";
    }
}
