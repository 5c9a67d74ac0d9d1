package vn.gopy.consolidation.edition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.gopy.consolidation.edition.Edition.Likeness;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.TableText;

/**
 * Compares the words of a signed file with those of the frozen edition. A reader may give the cells of a table in another
 * order, so words are counted, not followed; capitals and punctuation do not matter.
 */
final class SignedText {

    /** The heads of the columns, which come back on every page. */
    private static final String HEADING =
            "nhóm vấn đề điều khoản chủ thể góp ý nội dung góp ý nội dung tiếp thu giải trình";

    /** Of a word that a reader has parted. */
    private static final int MOST_PIECES = 4;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private SignedText() {}

    static Likeness compare(ConsolidatedTable frozen, String signed) {
        List<String> ours = words(TableText.of(frozen));
        List<String> theirs = words(signed);
        List<String> missing = tooMany(ours, theirs);
        List<String> added = tooMany(theirs, ours);
        mend(added, missing);
        mend(missing, added);
        return new Likeness(first(missing), first(added));
    }

    /** A reader may part a word, or take two for one: pieces that make up a word of the other side are no difference. */
    private static void mend(List<String> pieces, List<String> words) {
        for (int from = 0; from < pieces.size(); from++) {
            StringBuilder joined = new StringBuilder(pieces.get(from));
            for (int to = from + 1; to < Math.min(from + MOST_PIECES, pieces.size()); to++) {
                joined.append(pieces.get(to));
                if (words.remove(joined.toString())) {
                    pieces.subList(from, to + 1).clear();
                    from--;
                    break;
                }
            }
        }
    }

    private static List<String> first(List<String> words) {
        return words.subList(0, Math.min(Likeness.MOST, words.size()));
    }

    private static List<String> words(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String joined = WORD.matcher(folded).results().map(MatchResult::group).collect(Collectors.joining(" "));
        return List.of(joined.replace(HEADING, "").strip().split(" +"));
    }

    /** The words of the one that the other holds fewer times. */
    private static List<String> tooMany(List<String> of, List<String> than) {
        Map<String, Integer> left = new HashMap<>();
        than.forEach(word -> left.merge(word, 1, Integer::sum));
        List<String> more = new ArrayList<>();
        for (String word : of) {
            if (left.merge(word, -1, Integer::sum) < 0) {
                more.add(word);
            }
        }
        return more;
    }
}
