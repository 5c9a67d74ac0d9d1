package vn.gopy.document.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Block;

class DoubtsTest {

    /** Words ending in a question mark are doubtful. */
    private static List<Doubts.Recognised> words(String page) {
        var words = new ArrayList<Doubts.Recognised>();
        for (String word : page.split(" ")) {
            boolean doubtful = word.endsWith("?");
            words.add(
                    new Doubts.Recognised(doubtful ? word.substring(0, word.length() - 1) : word, doubtful ? 50 : 95));
        }
        return words;
    }

    private static List<String> found(String page, String... paragraphs) {
        var blocks = new ArrayList<Block>();
        for (String text : paragraphs) {
            blocks.add(Block.paragraph(blocks.size(), text));
        }
        return Doubts.in(blocks, words(page)).stream()
                .map(it -> it.block() + ":" + it.from() + " "
                        + blocks.get(it.block()).text().substring(it.from(), it.to()))
                .toList();
    }

    @Test
    void aDoubtfulWordIsTheOneOfItsPlaceAmongEqualOnes() {
        assertThat(found("của Bộ của? Sở của Ban", "của Bộ", "của Sở của Ban")).containsExactly("1:0 của");
    }

    @Test
    void columnsThatChangePlacesAndLinesThatGoDoNotShiftIt() {
        assertThat(found(
                        "CHÍNH PHỦ Số: 3344/QĐ? CỘNG HÒA XÃ HỘI 2 Trang hai Điều l? Phạm vi",
                        "CỘNG HÒA XÃ HỘI",
                        "CHÍNH PHỦ",
                        "Số: 3344/QĐ",
                        "Điều l Phạm vi"))
                .containsExactly("2:4 3344/QĐ", "3:5 l");
    }

    @Test
    void strokesAndWordsThatAreNowhereAnyMoreAreLeftOut() {
        assertThat(found("Điều —? mất? một", "Điều một")).isEmpty();
    }
}
