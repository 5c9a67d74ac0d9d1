package vn.gopy.consolidation.cut;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.cut.Cut.Topic;
import vn.gopy.legaltext.citation.Citation;

/** Rows of a table, their cells apart by tabs or upright strokes; which column says what its heading tells. */
final class TableRows {

    private static final Pattern APART = Pattern.compile("\\t|\\s\\|\\s|^\\||\\|$");

    private enum Column {
        NUMBER("stt|tt|so tt|so thu tu"),
        DOCUMENT("van ban|du thao|ten van ban|ho so"),
        PLACE("dieu.*|vi tri.*|dieu khoan.*|muc.*|noi dung du thao"),
        REASON("ly do.*|giai trinh.*|co so.*|can cu.*"),
        WORDS("noi dung.*|y kien.*|de xuat.*|kien nghi.*|gop y.*");

        private final Pattern heading;

        Column(String heading) {
            this.heading = Pattern.compile(heading);
        }
    }

    private final String text;
    private List<@Nullable Column> columns = List.of();

    TableRows(String text) {
        this.text = text;
    }

    private record Cell(int start, int end) {}

    boolean isRow(String line) {
        return cells(line, 0).size() > 1;
    }

    private static List<Cell> cells(String line, int at) {
        var cells = new ArrayList<Cell>();
        var apart = APART.matcher(line);
        int from = 0;
        while (apart.find()) {
            if (apart.start() > 0) {
                cells.add(new Cell(at + from, at + apart.start()));
            }
            from = apart.end();
        }
        if (from < line.length()) {
            cells.add(new Cell(at + from, at + line.length()));
        }
        return cells;
    }

    private String words(Cell cell) {
        return text.substring(cell.start(), cell.end()).strip();
    }

    /** The point of a row; empty for the row of headings and for one that says nothing. */
    Optional<Cut> cut(int start, int end, List<String> headings) {
        List<Cell> cells = cells(text.substring(start, end), start);
        List<@Nullable Column> named = cells.stream().map(this::column).toList();
        if (named.contains(Column.WORDS)
                && named.stream().filter(one -> one != null).count() > 1) {
            columns = named;
            return Optional.empty();
        }
        return columns.isEmpty() ? byLook(cells, headings) : byColumn(cells, headings);
    }

    private @Nullable Column column(Cell cell) {
        String heading = Words.fold(words(cell));
        for (Column column : Column.values()) {
            if (column.heading.matcher(heading).matches() && heading.length() < 60) {
                return column;
            }
        }
        return null;
    }

    private Optional<Cut> byColumn(List<Cell> cells, List<String> headings) {
        var context = new ArrayList<>(headings);
        List<Citation> cited = List.of();
        @Nullable Cell first = null;
        @Nullable Cell last = null;
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Cell cell = cells.get(i);
            Column column = columns.get(i);
            if (words(cell).isEmpty() || column == null) {
                continue;
            }
            switch (column) {
                case DOCUMENT -> context.add(words(cell));
                case PLACE -> {
                    context.add(words(cell));
                    cited = Places.inCell(words(cell));
                }
                case WORDS -> {
                    first = first == null ? cell : first;
                    last = cell;
                }
                case REASON -> last = first == null ? null : cell;
                default -> {
                    // its number says nothing
                }
            }
        }
        return made(first, last, context, cited);
    }

    /** Without headings the longest cell is what is said, and the place is in another. */
    private Optional<Cut> byLook(List<Cell> cells, List<String> headings) {
        Cell longest = cells.getFirst();
        for (Cell cell : cells) {
            longest = words(cell).length() > words(longest).length() ? cell : longest;
        }
        var context = new ArrayList<>(headings);
        List<Citation> cited = List.of();
        for (Cell cell : cells) {
            List<Citation> found = cell == longest ? List.<Citation>of() : Places.in(words(cell));
            if (!found.isEmpty()) {
                cited = found;
                context.add(words(cell));
            }
        }
        return made(longest, longest, context, cited);
    }

    private Optional<Cut> made(@Nullable Cell first, @Nullable Cell last, List<String> context, List<Citation> cited) {
        if (first == null || last == null || words(first).isEmpty() || Words.onlyAgrees(words(first))) {
            return Optional.empty();
        }
        int start = first.start();
        int end = last.end();
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        String words = text.substring(start, end);
        List<Citation> places = cited.isEmpty() ? Places.in(words) : cited;
        Topic topic = places.isEmpty()
                ? Words.topic(context.isEmpty() ? words : context.getLast() + " " + words)
                : Topic.NONE;
        return Optional.of(
                new Cut(start, end, List.copyOf(context), places, Words.row(String.join(" ", context)), topic));
    }
}
