package vn.gopy.legaltext.alignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.gopy.legaltext.Level;

/** Ties Phần, Chương, Mục and Tiểu mục: mostly by the articles that stand in both, then by heading and number. */
final class GroupingMatching {

    private static final double ENOUGH = 0.35;
    private static final double BY_ARTICLES = 0.6;
    private static final double BY_HEADING = 0.3;
    private static final double BY_NUMBER = 0.1;

    /** The share of a chapter's articles that must have come from another one for that to have been split. */
    private static final double MOSTLY = 0.6;

    /** The share of the one that was split that must have gone; a few articles that went are moves. */
    private static final double SHARE = 0.25;

    private final Weights weights;

    GroupingMatching(Weights weights) {
        this.weights = weights;
    }

    /** Ties the free groupings of two lists, level by level. */
    void match(List<Unit> old, List<Unit> fresh) {
        for (Level level : List.of(Level.PART, Level.CHAPTER, Level.SECTION, Level.SUBSECTION)) {
            List<Unit> here = of(old, level);
            List<Unit> there = of(fresh, level);
            if (!here.isEmpty() && !there.isEmpty()) {
                assign(here, there);
                shareOut(here, there);
                shareOut(there, here);
            }
        }
    }

    private static List<Unit> of(List<Unit> units, Level level) {
        return units.stream()
                .filter(unit -> unit.level() == level && unit.isOpen())
                .toList();
    }

    private void assign(List<Unit> old, List<Unit> fresh) {
        Map<Unit, Integer> turns = new HashMap<>();
        fresh.forEach(unit -> turns.put(unit, turns.size()));
        Map<Long, Double> worths = new TreeMap<>();
        Candidates candidates = new Candidates(old.toArray(Unit[]::new), fresh.toArray(Unit[]::new), weights);
        for (Candidates.Candidate it : candidates.of(new boolean[old.size()], new boolean[fresh.size()])) {
            double worth = worth(old.get(it.old()), fresh.get(it.fresh()), 0, it.likeness());
            worths.put(key(it.old(), it.fresh()), worth);
        }
        for (int i = 0; i < old.size(); i++) {
            for (Map.Entry<Unit, Integer> vote :
                    votes(old.get(i), turns.keySet()).entrySet()) {
                Unit one = old.get(i);
                Unit other = vote.getKey();
                double worth = worth(one, other, vote.getValue(), weights.likeness(one, other));
                worths.put(key(i, turns.getOrDefault(other, 0)), worth);
            }
        }
        tie(old, fresh, worths);
    }

    private static long key(int old, int fresh) {
        return ((long) old << 32) | fresh;
    }

    private static void tie(List<Unit> old, List<Unit> fresh, Map<Long, Double> worths) {
        var pairs = new ArrayList<SparseAssignment.Pair>();
        worths.forEach((key, worth) -> {
            if (worth >= ENOUGH) {
                int row = (int) (key >> 32);
                pairs.add(new SparseAssignment.Pair(row, key.intValue(), worth - ENOUGH + 0.01));
            }
        });
        int[] best = SparseAssignment.best(old.size(), fresh.size(), pairs);
        for (int i = 0; i < best.length; i++) {
            if (best[i] >= 0) {
                Unit.tie(old.get(i), fresh.get(best[i]));
            }
        }
    }

    /** @param common articles that stand in both */
    private static double worth(Unit one, Unit other, int common, double likeness) {
        int all = articles(one).size() + articles(other).size();
        double heading = one.even() == other.even() ? 1 : likeness;
        double byWords = BY_HEADING * heading + (one.number().equals(other.number()) ? BY_NUMBER : 0);
        // without articles the words alone decide
        return all == 0 ? byWords / (BY_HEADING + BY_NUMBER) : BY_ARTICLES * 2 * common / all + byWords;
    }

    static List<Unit> articles(Unit grouping) {
        var articles = new ArrayList<Unit>();
        for (Unit child : grouping.children()) {
            if (child.family() == Unit.Family.GROUPING) {
                articles.addAll(articles(child));
            } else if (child.family() == Unit.Family.ARTICLE) {
                articles.add(child);
            }
        }
        return articles;
    }

    /** How many articles of this one stand now in each of the others. */
    private static Map<Unit, Integer> votes(Unit grouping, Collection<Unit> others) {
        Map<Unit, Integer> votes = new LinkedHashMap<>();
        for (Unit article : articles(grouping)) {
            Unit above = article.partner() == null ? null : article.partner().parent();
            for (; above != null; above = above.parent()) {
                if (others.contains(above)) {
                    votes.merge(above, 1, Integer::sum);
                }
            }
        }
        return votes;
    }

    /** A free one whose articles come mostly from one that is tied already has a share in that. */
    private static void shareOut(List<Unit> wholes, List<Unit> parts) {
        Set<Unit> known = new HashSet<>(wholes);
        for (Unit part : parts) {
            int articles = articles(part).size();
            if (!part.isOpen() || articles < 2) {
                continue;
            }
            for (Map.Entry<Unit, Integer> vote : votes(part, known).entrySet()) {
                Unit whole = vote.getKey();
                Unit partner = whole.partner();
                boolean plain = partner != null && partner.shares().isEmpty();
                boolean much = vote.getValue() >= SHARE * articles(whole).size();
                if (plain && much && vote.getValue() >= MOSTLY * articles && part.isOpen()) {
                    Unit.share(whole, part);
                }
            }
        }
    }
}
