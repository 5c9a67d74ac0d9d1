package vn.gopy.search.ranking;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A tree of questions about features. Node 0 is the root.
 *
 * @param features of each node; -1 in a leaf
 * @param limits a row goes left where its feature is at most this; in a leaf the value
 * @param left the number of the left node; the right one follows it
 */
public record Tree(int[] features, float[] limits, int[] left) {

    private static final int NODE_PARTS = 3;

    /** Refuses what a walk could not end in. */
    public Tree {
        for (int node = 0; node < features.length; node++) {
            boolean leaf = features[node] < 0;
            if (!leaf && (features[node] >= Feature.COUNT || left[node] <= node || left[node] + 1 >= features.length)) {
                throw new IllegalArgumentException("Not a tree");
            }
        }
    }

    /** What the row comes to. */
    public float value(float[] row) {
        int node = 0;
        while (features[node] >= 0) {
            node = row[features[node]] <= limits[node] ? left[node] : left[node] + 1;
        }
        return limits[node];
    }

    /** The same tree with every value times this. */
    public Tree scaled(float by) {
        float[] scaled = limits.clone();
        for (int node = 0; node < scaled.length; node++) {
            scaled[node] *= features[node] < 0 ? by : 1;
        }
        return new Tree(features, scaled, left);
    }

    String line() {
        return IntStream.range(0, features.length)
                .mapToObj(node -> features[node] + " " + limits[node] + " " + left[node])
                .collect(Collectors.joining(" "));
    }

    static Tree of(String line) {
        String[] parts = line.split(" ");
        int nodes = parts.length / NODE_PARTS;
        int[] features = new int[nodes];
        float[] limits = new float[nodes];
        int[] left = new int[nodes];
        Arrays.setAll(features, node -> Integer.parseInt(parts[NODE_PARTS * node]));
        Arrays.setAll(left, node -> Integer.parseInt(parts[NODE_PARTS * node + 2]));
        for (int node = 0; node < nodes; node++) {
            limits[node] = Float.parseFloat(parts[NODE_PARTS * node + 1]);
        }
        return new Tree(features, limits, left);
    }
}
