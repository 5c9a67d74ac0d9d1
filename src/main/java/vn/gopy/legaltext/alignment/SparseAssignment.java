package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The assignment with the greatest sum of gains, in which each row and each column is used once at most and may stay unused:
 * shortest augmenting paths with prices (Jonker and Volgenant), over the given pairs only.
 */
final class SparseAssignment {

    /** What it is worth to assign the column to the row; more than 0. */
    record Pair(int row, int column, double gain) {}

    private static final int NONE = -1;

    /** A row for which so many would have to make room stays unused; it happens only where thousands are alike. */
    private static final int LONGEST_SEARCH = 200;

    private final int[][] columns;
    private final double[][] costs;
    private final double[] rowPrice;
    private final double[] columnPrice;
    private final int[] rowOf;
    private final double[] distance;
    private final int[] reachedFrom;
    private final List<Integer> touched = new ArrayList<>();
    private final int realColumns;

    private SparseAssignment(int rows, int realColumns, List<Pair> pairs) {
        this.realColumns = realColumns;
        this.columns = new int[rows][];
        this.costs = new double[rows][];
        this.rowPrice = new double[rows];
        this.columnPrice = new double[realColumns + rows];
        this.rowOf = new int[realColumns + rows];
        this.distance = new double[realColumns + rows];
        this.reachedFrom = new int[realColumns + rows];
        Arrays.fill(rowOf, NONE);
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        int[] degree = new int[rows];
        pairs.forEach(pair -> degree[pair.row()]++);
        for (int row = 0; row < rows; row++) {
            columns[row] = new int[degree[row] + 1];
            costs[row] = new double[degree[row] + 1];
            columns[row][0] = realColumns + row; // unused: costs nothing, gains nothing
            degree[row] = 1;
        }
        for (Pair pair : pairs) {
            int at = degree[pair.row()]++;
            columns[pair.row()][at] = pair.column();
            costs[pair.row()][at] = -pair.gain();
        }
    }

    /** The column of each row, -1 for none. */
    static int[] best(int rows, int columns, List<Pair> pairs) {
        SparseAssignment assignment = new SparseAssignment(rows, columns, pairs);
        for (int row = 0; row < rows; row++) {
            assignment.assign(row);
        }
        int[] best = new int[rows];
        Arrays.fill(best, NONE);
        for (int column = 0; column < columns; column++) {
            if (assignment.rowOf[column] != NONE) {
                best[assignment.rowOf[column]] = column;
            }
        }
        return best;
    }

    private record Reached(double distance, int column) {}

    private void assign(int newRow) {
        rowPrice[newRow] = cheapest(newRow);
        var queue = new PriorityQueue<Reached>(
                Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::column));
        var settled = new ArrayList<Integer>();
        relax(newRow, 0, queue);
        int end = NONE;
        double length = 0;
        while (end == NONE) {
            Reached next = queue.remove();
            if (next.distance() > distance[next.column()]) {
                continue;
            }
            length = next.distance();
            if (settled.size() == LONGEST_SEARCH) {
                end = realColumns + newRow;
            } else if (rowOf[next.column()] == NONE) {
                end = next.column();
            } else {
                settled.add(next.column());
                relax(rowOf[next.column()], next.distance(), queue);
            }
        }
        raisePrices(newRow, settled, length);
        turn(end, newRow);
        touched.forEach(column -> distance[column] = Double.POSITIVE_INFINITY);
        touched.clear();
    }

    private double cheapest(int row) {
        double cheapest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < columns[row].length; k++) {
            cheapest = Math.min(cheapest, costs[row][k] - columnPrice[columns[row][k]]);
        }
        return cheapest;
    }

    private void relax(int row, double base, PriorityQueue<Reached> queue) {
        for (int k = 0; k < columns[row].length; k++) {
            int column = columns[row][k];
            double far = base + Math.max(0, costs[row][k] - rowPrice[row] - columnPrice[column]);
            if (far < distance[column]) {
                touched.add(column);
                distance[column] = far;
                reachedFrom[column] = row;
                queue.add(new Reached(far, column));
            }
        }
    }

    private void raisePrices(int newRow, List<Integer> settled, double length) {
        rowPrice[newRow] += length;
        for (int column : settled) {
            rowPrice[rowOf[column]] += length - distance[column];
            columnPrice[column] -= length - distance[column];
        }
    }

    /** Along the path every row takes the column it reached. */
    private void turn(int end, int newRow) {
        int column = end;
        int row;
        do {
            row = reachedFrom[column];
            int left = columnOf(row, column);
            rowOf[column] = row;
            column = left;
        } while (row != newRow);
    }

    /** The column that the row holds so far. */
    private int columnOf(int row, int except) {
        for (int column : columns[row]) {
            if (column != except && rowOf[column] == row) {
                return column;
            }
        }
        return realColumns;
    }
}
