package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.gopy.legaltext.Block;
import vn.gopy.vietnamese.Folding;

/** From blocks to lines: tables that only lay out a page become paragraphs, real tables stay whole. */
public final class Lines {

    /** Where the header of the first page can stand. */
    private static final int HEADER_LINES = 40;

    /** Tables that lay out the head or the signatures have few rows. */
    private static final int MOST_LAYOUT_ROWS = 8;

    private final List<Line> lines = new ArrayList<>();
    private final List<Line> footnotes = new ArrayList<>();

    private final Orders orders;

    private Lines(Orders orders) {
        this.orders = orders;
    }

    static Lines of(List<Block> blocks) {
        return of(blocks, Orders.NONE);
    }

    /** @param orders what people said about the blocks */
    public static Lines of(List<Block> blocks, Orders orders) {
        var result = new Lines(orders);
        int i = 0;
        while (i < blocks.size()) {
            Block block = blocks.get(i);
            if (block.cell() != null && block.kind() == Block.Kind.CELL) {
                int end = i;
                int table = block.cell().table();
                while (end < blocks.size() && isOf(blocks.get(end), table)) {
                    end++;
                }
                result.table(blocks.subList(i, end));
                i = end;
            } else {
                (block.kind() == Block.Kind.FOOTNOTE ? result.footnotes : result.lines).add(result.line(block));
                i++;
            }
        }
        return result;
    }

    private Line line(Block block) {
        return Line.of(block, orders.role(block), orders.isReshaped(block));
    }

    private static boolean isOf(Block block, int table) {
        return block.cell() != null && block.cell().table() == table;
    }

    /** The lines of the text. */
    public List<Line> body() {
        return lines;
    }

    /** The lines of footnotes. */
    public List<Line> footnotes() {
        return footnotes;
    }

    private void table(List<Block> cells) {
        var rows = new TreeMap<Integer, TreeMap<Integer, StringBuilder>>();
        int columns = 0;
        for (Block block : cells) {
            Block.Cell cell = java.util.Objects.requireNonNull(block.cell());
            columns = Math.max(columns, cell.column() + 1);
            var text = rows.computeIfAbsent(cell.row(), any -> new TreeMap<>())
                    .computeIfAbsent(cell.column(), any -> new StringBuilder());
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(block.shown());
        }
        if (isLayout(cells, columns)) {
            cells.stream().map(Line::of).forEach(lines::add);
            return;
        }
        var whole = new ArrayList<List<String>>();
        for (var row : rows.values()) {
            var texts = new ArrayList<String>();
            for (int column = 0; column < columns; column++) {
                var text = row.get(column);
                texts.add(text == null ? "" : text.toString());
            }
            whole.add(List.copyOf(texts));
        }
        lines.add(Line.table(List.copyOf(whole), cells.getFirst().page()));
    }

    private boolean isLayout(List<Block> cells, int columns) {
        if (columns == 1) {
            return true;
        }
        boolean early = lines.size() < HEADER_LINES;
        int structure = 0;
        int rows = 1
                + cells.stream()
                        .mapToInt(block ->
                                java.util.Objects.requireNonNull(block.cell()).row())
                        .max()
                        .orElse(0);
        boolean small = columns <= 3 && rows <= MOST_LAYOUT_ROWS;
        for (Block block : cells) {
            String folded = Folding.fold(head(block.text()));
            if (small
                    && (folded.startsWith("noi nhan")
                            || folded.startsWith("cong hoa xa hoi")
                            || folded.startsWith("dang cong san viet nam"))) {
                return true;
            }
            if (early
                    && lines.size() < 12
                    && folded.startsWith("so")
                    && block.text().length() < 60
                    && columns == 2) {
                return true;
            }
            if (small
                    && (Cues.isSignature(block.text()) || Cues.isPost(block.text()) || folded.startsWith("(da ky)"))) {
                return true;
            }
            Marker marker = Marker.of(Line.of(block));
            structure +=
                    marker != null && (marker.style() == Marker.Style.ARTICLE || marker.style() == Marker.Style.CHAPTER)
                            ? 1
                            : 0;
        }
        return structure >= 2 && structure * 40 > cells.size();
    }

    private static String head(String text) {
        return text.length() > 30 ? text.substring(0, 30) : text;
    }
}
