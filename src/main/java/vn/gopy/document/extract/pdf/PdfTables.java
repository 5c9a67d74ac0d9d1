package vn.gopy.document.extract.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds ruled tables on a page: lines that touch make a grid, letters inside belong to its cells. */
final class PdfTables {

    private static final float TOUCH = 3f;
    private static final float SHORTEST = 8f;

    /** A grid; columns and rows are the places of its lines, in order. */
    static final class Grid {
        final List<Float> columns = new ArrayList<>();
        final List<Float> rows = new ArrayList<>();
        final List<PdfPage.Glyph> glyphs = new ArrayList<>();
        float left = Float.MAX_VALUE;
        float top = Float.MAX_VALUE;
        float right;
        float bottom;

        boolean holds(PdfPage.Glyph glyph) {
            float middle = glyph.x() + glyph.width() / 2;
            float height = glyph.y() - glyph.size() / 4;
            return middle > left - 1 && middle < right + 1 && height > top - 1 && height < bottom + 1;
        }

        int column(PdfPage.Glyph glyph) {
            return band(columns, glyph.x() + glyph.width() / 2);
        }

        int row(PdfPage.Glyph glyph) {
            return band(rows, glyph.y() - glyph.size() / 4);
        }

        private static int band(List<Float> edges, float at) {
            int band = 0;
            while (band + 1 < edges.size() && at > edges.get(band + 1)) {
                band++;
            }
            return Math.min(band, edges.size() - 2);
        }

        private void take(PdfPage.Rule rule) {
            left = Math.min(left, rule.x1());
            right = Math.max(right, rule.x2());
            top = Math.min(top, rule.y1());
            bottom = Math.max(bottom, rule.y2());
        }

        private boolean touches(PdfPage.Rule rule) {
            return rule.x1() <= right + TOUCH
                    && rule.x2() >= left - TOUCH
                    && rule.y1() <= bottom + TOUCH
                    && rule.y2() >= top - TOUCH;
        }

        private boolean touches(Grid other) {
            return touches(new PdfPage.Rule(other.left, other.top, other.right, other.bottom));
        }
    }

    private PdfTables() {}

    static List<Grid> of(List<PdfPage.Rule> rules) {
        var grids = new ArrayList<Grid>();
        var members = new ArrayList<List<PdfPage.Rule>>();
        for (PdfPage.Rule rule : rules) {
            if (rule.x2() - rule.x1() < SHORTEST && rule.y2() - rule.y1() < SHORTEST) {
                continue;
            }
            Grid home = null;
            for (int i = grids.size() - 1; i >= 0; i--) {
                Grid grid = grids.get(i);
                if (!grid.touches(rule)) {
                    continue;
                }
                if (home == null) {
                    home = grid;
                    home.take(rule);
                    members.get(i).add(rule);
                }
            }
            if (home == null && grids.size() < 500) {
                Grid grid = new Grid();
                grid.take(rule);
                grids.add(grid);
                members.add(new ArrayList<>(List.of(rule)));
            }
        }
        merge(grids, members);
        for (int i = 0; i < grids.size(); i++) {
            edges(grids.get(i), members.get(i));
        }
        grids.removeIf(grid -> grid.columns.size() < 3 || grid.rows.size() < 2);
        grids.sort(Comparator.comparingDouble(grid -> grid.top));
        return grids;
    }

    private static void merge(List<Grid> grids, List<List<PdfPage.Rule>> members) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < grids.size(); i++) {
                for (int k = grids.size() - 1; k > i; k--) {
                    if (grids.get(i).touches(grids.get(k))) {
                        Grid other = grids.remove(k);
                        List<PdfPage.Rule> rules = members.remove(k);
                        members.get(i).addAll(rules);
                        grids.get(i).take(new PdfPage.Rule(other.left, other.top, other.right, other.bottom));
                        changed = true;
                    }
                }
            }
        }
    }

    private static void edges(Grid grid, List<PdfPage.Rule> rules) {
        var columns = new ArrayList<Float>();
        var rows = new ArrayList<Float>();
        for (PdfPage.Rule rule : rules) {
            if (rule.isHorizontal()) {
                rows.add(rule.y1());
            } else {
                columns.add(rule.x1());
            }
        }
        distinct(columns, grid.columns);
        distinct(rows, grid.rows);
    }

    private static void distinct(List<Float> places, List<Float> into) {
        places.sort(Comparator.naturalOrder());
        for (float place : places) {
            if (into.isEmpty() || place - into.getLast() > 4) {
                into.add(place);
            }
        }
    }
}
