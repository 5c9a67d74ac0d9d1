package vn.gopy.document.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Origin;
import vn.gopy.vietnamese.VietnameseText;

/**
 * Finds the words that the recognition was not sure of again in the finished blocks. Between the two lies all that makes
 * paragraphs of lines: columns change places and running headers go, so a word is looked for near the one before it, with
 * a neighbour that agrees.
 */
public final class Doubts {

    /** Below this a word is worth a second look; whole pages in fair print lie above 90. */
    private static final int SURE = 80;

    private static final int MOST = 5_000;
    private static final int REACH = 120;
    /** So near it needs no neighbour. */
    private static final int NEXT = 2;

    private static final Pattern WORD = Pattern.compile("\\S+");

    private record Token(int block, int from, int to, String text) {}

    /** A recognised word as it went into a line. */
    public record Recognised(String text, int confidence) {

        private boolean isDoubtful() {
            return confidence < SURE && text.codePoints().anyMatch(Character::isLetterOrDigit);
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private final List<String> words;
    private final boolean[] used;

    private Doubts(List<Block> blocks, List<Recognised> recognised) {
        for (Block block : blocks) {
            Matcher word = WORD.matcher(block.text());
            while (word.find()) {
                tokens.add(new Token(block.id(), word.start(), word.end(), word.group()));
            }
        }
        words = recognised.stream()
                .map(word -> VietnameseText.normalise(word.text()))
                .toList();
        used = new boolean[tokens.size()];
    }

    /** The doubtful words with their places; one that is nowhere any more is left out. */
    static List<Origin.Doubt> in(List<Block> blocks, List<Recognised> recognised) {
        var search = new Doubts(blocks, recognised);
        var doubts = new ArrayList<Origin.Doubt>();
        int expected = 0;
        for (int i = 0; i < recognised.size() && doubts.size() < MOST; i++) {
            int at = search.near(expected, i);
            if (at < 0) {
                continue;
            }
            search.used[at] = true;
            expected = at + 1;
            if (recognised.get(i).isDoubtful()) {
                Token token = search.tokens.get(at);
                doubts.add(new Origin.Doubt(token.block(), token.from(), token.to()));
            }
        }
        return List.copyOf(doubts);
    }

    private int near(int expected, int word) {
        for (int distance = 0; distance <= REACH; distance++) {
            for (int at : distance == 0 ? new int[] {expected} : new int[] {expected + distance, expected - distance}) {
                if (isWord(at, word)
                        && !used[at]
                        && (distance <= NEXT || isWord(at + 1, word + 1) || isWord(at - 1, word - 1))) {
                    return at;
                }
            }
        }
        return -1;
    }

    private boolean isWord(int at, int word) {
        return at >= 0
                && at < tokens.size()
                && word >= 0
                && word < words.size()
                && tokens.get(at).text().equals(words.get(word));
    }
}
