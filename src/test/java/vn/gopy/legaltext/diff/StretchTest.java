package vn.gopy.legaltext.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StretchTest {

    private static Optional<String> followed(String before, String words, String after) {
        int from = before.indexOf(words);
        return new Stretch(from, from + words.length()).followed(before, after).map(it -> it.of(after));
    }

    @Test
    void wordsThatStayedAreFoundWhereverOthersCameOrWent() {
        String before = "Thành viên cho ý kiến bằng văn bản trong thời hạn 03 ngày.";
        assertThat(followed(before, "ý kiến bằng văn bản", "Trong 05 ngày, thành viên cho ý kiến bằng văn bản."))
                .contains("ý kiến bằng văn bản");
        assertThat(followed(before, "ý kiến", "Mỗi thành viên cho  ý kiến bằng văn bản trong thời hạn 03 ngày."))
                .contains("ý kiến");
    }

    @Test
    void wordsPutInTheirPlaceStandForThem() {
        String before = "gửi trong thời hạn 03 ngày kể từ ngày nhận được; việc gấp";
        String after = "gửi trong thời hạn 05 ngày làm việc kể từ ngày nhận được; việc gấp trong 03 ngày";
        assertThat(followed(before, "03 ngày", after)).contains("05 ngày");
        assertThat(followed(before, "03", after)).contains("05");
    }

    @Test
    void wordsThatCameBetweenBelongToThem() {
        assertThat(followed("họp định kỳ mỗi năm", "định kỳ mỗi", "họp định kỳ hoặc đột xuất mỗi năm"))
                .contains("định kỳ hoặc đột xuất mỗi");
    }

    @Test
    void ofWordsThatWentNothingIsLeft() {
        assertThat(followed("họp định kỳ, bất thường khi cần", ", bất thường", "họp định kỳ khi cần"))
                .isEmpty();
    }

    /** Whatever comes or goes elsewhere, words that nobody touched are found letter for letter. */
    @Test
    void untouchedWordsAreFoundInRandomEdits() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var before = new StringBuilder();
            var after = new StringBuilder();
            String quote = "từ%d thứ%d nhất%d".formatted(seed, seed, seed);
            for (int i = 0; i < 12; i++) {
                if (i == 6) {
                    before.append(quote).append(' ');
                    after.append(quote).append(' ');
                }
                String word = "w" + random.nextInt(6);
                if (random.nextInt(4) > 0) {
                    before.append(word).append(' ');
                }
                if (random.nextInt(4) > 0) {
                    after.append(word).append(' ');
                }
            }
            assertThat(followed(before.toString(), quote, after.toString()))
                    .as("seed %d", seed)
                    .contains(quote);
        }
    }
}
