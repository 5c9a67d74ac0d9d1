package vn.gopy.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.gopy.search.ranking.SecondLook.Article;
import vn.gopy.search.ranking.SecondLook.Hit;

class LearnedFilesTest {

    @Test
    void whatIsShippedBringsTheAnswerForward() throws IOException {
        List<Hit> hits = List.of(
                new Hit(new Article("Phạm vi điều chỉnh", "Luật Hộ tịch", "Luật này quy định về hộ tịch."), 9.1f),
                new Hit(
                        new Article(
                                "Trách nhiệm đăng ký khai sinh",
                                "Luật Hộ tịch",
                                "1. Trong thời hạn 60 ngày kể từ ngày sinh con, cha hoặc mẹ có trách nhiệm đăng ký khai sinh cho con."),
                        9.0f));
        assertThat(LearnedFiles.shipped()
                        .order("thời hạn đăng ký khai sinh cho con", false, hits, Duration.ofMinutes(1))
                        .orElseThrow())
                .extracting(SecondLook.Looked::before)
                .containsExactly(1, 0);
    }

    @Test
    void whatWasLearnedByOtherFeaturesIsRefused() throws IOException {
        TermTable terms = terms(3);
        assertThatThrownBy(() -> RankingModel.read(new StringReader("fingerprint\tother\n"), terms))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> RankingModel.read(new StringReader(""), terms)).isInstanceOf(IOException.class);
        RankingModel model = new RankingModel(
                new float[Feature.COUNT], new float[Feature.COUNT], new float[Feature.COUNT], List.of());
        assertThat(RankingModel.read(new StringReader(model.text(terms)), terms).trees())
                .isEmpty();
        assertThatThrownBy(() -> RankingModel.read(new StringReader(model.text(terms)), terms(4)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("other terms");
        assertThatThrownBy(() -> TermTable.read(new ByteArrayInputStream(new byte[] {0, 1, 'x'})))
                .isInstanceOf(IOException.class);
    }

    /** One term, that so many of ten articles hold. */
    private static TermTable terms(int articles) {
        long[] key = {TermTable.key(Words.number("thuế"))};
        TermTable.Counted terms = new TermTable.Counted(key, new int[] {articles});
        float[][] directions = {{0.6f, -0.8f}};
        return TermTable.of(10, new float[] {30, 20, 5}, terms, terms, directions, new float[] {1}, new float[] {2});
    }

    @Test
    void termsAreReadAsTheyWereWritten() throws IOException {
        long known = Words.number("thuế");
        TermTable table = terms(3);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        table.write(written);
        TermTable read = TermTable.read(new ByteArrayInputStream(written.toByteArray()));
        assertThat(read.idf(known, true)).isEqualTo((float) Math.log(1 + 7.5 / 3.5));
        assertThat(read.idf(Words.number("khác"), false)).isEqualTo((float) Math.log(1 + 9.5 / 1.5));
        assertThat(read.ofQuestion(Words.of("Thuế"))).containsExactly(table.ofQuestion(Words.of("thuế")));
        assertThat(read.bodyLength()).isEqualTo(20);
    }

    @Test
    void aTreeIsWalkedToItsLeafAndSurvivesItsLine() {
        Tree tree = new Tree(new int[] {0, -1, -1}, new float[] {0.5f, 1, 2}, new int[] {1, 0, 0});
        float[] row = new float[Feature.COUNT];
        assertThat(tree.value(row)).isEqualTo(1);
        row[0] = 0.6f;
        assertThat(Tree.of(tree.line()).value(row)).isEqualTo(2);
        assertThatThrownBy(() -> new Tree(new int[] {0}, new float[] {0}, new int[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
