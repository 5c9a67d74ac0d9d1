package vn.gopy.document.extract.pdf;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.gopy.legaltext.Block;
import vn.gopy.vietnamese.Syllables;

/** Tells a text layer that says something from one that is empty, a signature's only, or rubbish. */
final class TextLayer {

    private static final int SAMPLE = 60_000;
    private static final int FEWEST_WORDS = 12;
    private static final Set<String> ENGLISH =
            Set.of("the", "of", "and", "to", "in", "is", "for", "that", "this", "with", "are", "by", "as", "be", "on");

    private TextLayer() {}

    static boolean isReadable(List<Block> blocks) {
        var sample = new StringBuilder();
        for (Block block : blocks) {
            if (sample.length() < SAMPLE) {
                sample.append(block.text()).append('\n');
            }
        }
        Syllables.Count count = Syllables.count(sample);
        if (count.words() < FEWEST_WORDS) {
            return false;
        }
        boolean vietnamese = count.share() > 0.55 && count.markedShare() > 0.3;
        return vietnamese || isEnglish(sample.toString(), count.words());
    }

    private static boolean isEnglish(String text, int words) {
        int known = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            known += ENGLISH.contains(word) ? 1 : 0;
        }
        return known * 12 > words;
    }
}
