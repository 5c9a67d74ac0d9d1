package vn.gopy.consolidation.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proposes groups of opinions that say the same. Candidates are found by hashed minima of their syllable pairs (MinHash with
 * bands), so that not every one is compared with every other; they are taken where their weighted words are alike, they wish the
 * same way, and do not name different numbers. Who is to be put into a group must also be like the first of it: nobody comes in by
 * a chain of small steps.
 */
public final class Proposals {

    private static final int BANDS = 40;
    private static final int ROWS = 2;

    /** In a bucket each is compared with so many behind it: what is alike stands in many buckets. */
    private static final int NEIGHBOURS = 12;

    private static final double ALIKE = 0.5;
    private static final double LIKE_THE_FIRST = 0.4;

    private Proposals() {}

    /**
     * An opinion.
     *
     * @param place what it is about, such as an article: only what is said of one place is ever proposed to be one
     */
    public record Said(String place, String text) {}

    /**
     * A proposed group.
     *
     * @param members positions in the list that was given, ascending, at least two
     * @param likeness between 0 and 1 of the least alike to the first; 1 where all have the same words
     */
    public record Proposal(List<Integer> members, double likeness) {}

    /** The proposals, those with most likeness first; no opinion is in two of them. */
    public static List<Proposal> of(List<Said> said) {
        Map<String, List<Integer>> copies = new LinkedHashMap<>();
        for (int n = 0; n < said.size(); n++) {
            copies.computeIfAbsent(
                            said.get(n).place() + "\n"
                                    + Features.plain(said.get(n).text()),
                            none -> new ArrayList<>())
                    .add(n);
        }
        List<List<Integer>> piles = List.copyOf(copies.values());
        List<Said> firsts =
                piles.stream().map(pile -> said.get(pile.getFirst())).toList();
        var clusters =
                new Clusters(firsts, Features.of(firsts.stream().map(Said::text).toList()));
        clusters.join();
        Map<Integer, List<Integer>> joined = new HashMap<>();
        for (int n = 0; n < piles.size(); n++) {
            joined.computeIfAbsent(clusters.leader(n), none -> new ArrayList<>())
                    .addAll(piles.get(n));
        }
        List<Proposal> proposals = new ArrayList<>();
        joined.forEach((leader, members) -> {
            if (members.size() > 1) {
                proposals.add(new Proposal(members.stream().sorted().toList(), clusters.likeness(leader)));
            }
        });
        proposals.sort(Comparator.comparingDouble(Proposal::likeness)
                .reversed()
                .thenComparing(proposal -> proposal.members().getFirst()));
        return List.copyOf(proposals);
    }

    /** What has come together so far: each points to the first of its group. */
    private static final class Clusters {

        private final List<Said> said;
        private final List<Features> features;
        private final int[] leader;
        private final double[] least;

        Clusters(List<Said> said, List<Features> features) {
            this.said = said;
            this.features = features;
            this.leader = new int[said.size()];
            this.least = new double[said.size()];
            for (int n = 0; n < leader.length; n++) {
                leader[n] = n;
                least[n] = 1;
            }
        }

        int leader(int n) {
            int at = n;
            while (leader[at] != at) {
                leader[at] = leader[leader[at]];
                at = leader[at];
            }
            return at;
        }

        double likeness(int leader) {
            return least[leader];
        }

        void join() {
            long[] signed = new long[said.size()];
            for (int band = 0; band < BANDS; band++) {
                for (int n = 0; n < signed.length; n++) {
                    int words = features.get(n).minima(band * ROWS, ROWS) * 31
                            + said.get(n).place().hashCode();
                    signed[n] = (long) words << 32 | n;
                }
                Arrays.sort(signed);
                for (int i = 0; i < signed.length; i++) {
                    for (int k = i + 1; k <= i + NEIGHBOURS && k < signed.length; k++) {
                        if (signed[i] >> 32 != signed[k] >> 32) {
                            break;
                        }
                        consider((int) signed[i], (int) signed[k]);
                    }
                }
            }
        }

        private void consider(int one, int other) {
            int first = leader(one);
            int second = leader(other);
            if (first == second || !alike(one, other, ALIKE)) {
                return;
            }
            double leaders = features.get(first).likeness(features.get(second));
            boolean fits = one == first && other == second || alike(first, second, LIKE_THE_FIRST);
            if (fits) {
                int kept = Math.min(first, second);
                int gone = Math.max(first, second);
                leader[gone] = kept;
                least[kept] = Math.min(Math.min(least[kept], least[gone]), leaders);
            }
        }

        private boolean alike(int one, int other, double wanted) {
            Features first = features.get(one);
            Features second = features.get(other);
            return said.get(one).place().equals(said.get(other).place())
                    && first.mayAgree(second)
                    && first.likeness(second) >= wanted;
        }
    }
}
