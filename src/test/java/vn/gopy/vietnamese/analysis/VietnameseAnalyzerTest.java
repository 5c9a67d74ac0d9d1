package vn.gopy.vietnamese.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharFilterFactory;
import org.apache.lucene.analysis.TokenFilterFactory;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseAnalyzerTest {

    private final Analyzer syllables = new SyllableAnalyzer();
    private final Analyzer folded = new FoldedSyllableAnalyzer();

    @Test
    void syllablesKeepTheirMarks() {
        assertThat(terms(syllables, "Quy chế làm việc của Ban Chỉ đạo"))
                .containsExactly("quy", "chế", "làm", "việc", "của", "ban", "chỉ", "đạo");
    }

    @Test
    void foldedSyllablesHaveNone() {
        assertThat(terms(folded, "Quy chế làm việc, Điều 5")).containsExactly("quy", "che", "lam", "viec", "dieu", "5");
    }

    @Test
    void pairsAreNeighboursWithoutSingles() {
        assertThat(terms(new SyllablePairAnalyzer(), "Quy chế này")).containsExactly("quy chế", "chế này");
        assertThat(terms(new FoldedSyllablePairAnalyzer(), "Quy chế này")).containsExactly("quy che", "che nay");
        assertThat(terms(new SyllablePairAnalyzer(), "chế")).isEmpty();
    }

    @Test
    void aPlaceWrittenWithKOrCIsOnePlace() {
        for (String written : List.of("Đắk Lắk", "Đắc Lắc", "Đăk Lăk", "ĐẮK LẮC")) {
            assertThat(terms(syllables, written)).as(written).containsExactly("đắc", "lắc");
            assertThat(terms(folded, written)).as(written).containsExactly("dac", "lac");
        }
        assertThat(terms(syllables, "Bắc Kạn")).isEqualTo(terms(syllables, "Bắc Cạn"));
        assertThat(terms(folded, "bac kan dak nong")).containsExactly("bac", "can", "dac", "nong");
        assertThat(terms(syllables, "kỹ đặc kiện Lak Kon")).containsExactly("kỹ", "đặc", "kiện", "lac", "kon");
    }

    @Test
    void upperCaseIsTheSameWordInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr"));
            assertThat(terms(syllables, "ĐIỀU CHỈNH HÀNH CHÍNH")).containsExactly("điều", "chỉnh", "hành", "chính");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "đie\u0302\u0300u",
                "đi\u00EA\u0300u",
                "đi\u00E8\u0302u",
                "đie\u0300\u0302u",
                "đie\u0302\u0340u",
                "đie\u0340\u0302u",
                "ĐIE\u0302\u0300U",
                "\u00F0iều",
                "\u0256iều",
                "\u0110IỀU",
                "\u00D0IỀU",
                "\u0189IỀU"
            })
    void everyWayOfWritingTheMarksIsOneWord(String written) {
        assertThat(terms(syllables, written)).containsExactly("điều");
        assertThat(terms(folded, written)).containsExactly("dieu");
    }

    @Test
    void decomposedTextGivesTheSameTermsAsComposed() {
        String text =
                "Nghị quyết số 57 về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo; ưu đãi, ngoặc, nguyễn";
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        assertThat(terms(syllables, decomposed)).isEqualTo(terms(syllables, text));
        assertThat(terms(folded, decomposed)).isEqualTo(terms(folded, text));
    }

    @ParameterizedTest
    @CsvSource({
        "hoà, hòa, hoa",
        "khoẻ, khỏe, khoe",
        "thuỷ, thủy, thuy",
        "uỷ, ủy, uy",
        "UỶ, ủy, uy",
        "hòan, hoàn, hoan",
        "hoàn, hoàn, hoan",
        "khoét, khoét, khoet",
        "thuyết, thuyết, thuyet",
        "qúy, quý, quy",
        "quý, quý, quy",
        "quả, quả, qua",
        "qủa, quả, qua",
        "xoá, xóa, xoa"
    })
    void theToneStandsWhereOfficialTextsPutIt(String written, String term, String plain) {
        assertThat(terms(syllables, written)).containsExactly(term);
        assertThat(terms(folded, written)).containsExactly(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "òa oà", "óa oá", "ỏa oả", "õa oã", "ọa oạ", "òe oè", "óe oé", "ỏe oẻ", "õe oẽ", "ọe oẹ", "ùy uỳ",
                "úy uý", "ủy uỷ", "ũy uỹ", "ụy uỵ"
            })
    void bothPlacesOfTheToneAreOneWordInAnOpenSyllable(String twoWays) {
        String[] ways = twoWays.split(" ");
        for (String initial : List.of("", "h", "th", "KH")) {
            assertThat(terms(syllables, initial + ways[1]))
                    .isEqualTo(terms(syllables, initial + ways[0]))
                    .isEqualTo(terms(syllables, (initial + ways[0]).toUpperCase(Locale.ROOT)));
        }
    }

    @ParameterizedTest
    @CsvSource({"hóa, hoa", "quỳ, quy", "thủy, thúy", "ban, bản", "đương, dương", "ưu, uu"})
    void differentWordsStayDifferent(String one, String other) {
        assertThat(terms(syllables, one)).isNotEqualTo(terms(syllables, other));
    }

    @Test
    void aHyphenBetweenSpacesPartsNamesAsOneWithoutDoes() {
        assertThat(terms(syllables, "Bà Rịa-Vũng Tàu"))
                .isEqualTo(terms(syllables, "Bà Rịa - Vũng Tàu"))
                .isEqualTo(terms(syllables, "Bà Rịa – Vũng Tàu"))
                .isEqualTo(terms(syllables, "Bà Rịa\u2011Vũng Tàu"));
    }

    @Test
    void quotesBelongToNoWord() {
        assertThat(terms(syllables, "“Tổ” ‘tư’ «vấn» \"độc\" 'lập'")).containsExactly("tổ", "tư", "vấn", "độc", "lập");
    }

    @ParameterizedTest
    @CsvSource({
        "kĩ, kỹ",
        "lí, lý",
        "sĩ, sỹ",
        "kí, ký",
        "mĩ, mỹ",
        "tỉ, tỷ",
        "quí, quý",
        "hi, hy",
        "thi, thi",
        "chi, chi",
        "nghỉ, nghỉ",
        "tin, tin",
        "tôi, tôi",
        "vi, vi"
    })
    void iAndYAreAlikeOnlyAfterASingleInitial(String written, String term) {
        assertThat(terms(syllables, written)).containsExactly(term);
    }

    @Test
    void lettersOfOldPdfFontsAreRead() {
        assertThat(terms(syllables, "CHƢƠNG I")).containsExactly("chương", "i");
        assertThat(terms(folded, "CHƢƠNG")).containsExactly("chuong");
    }

    @Test
    void hardSpacesPartWords() {
        assertThat(terms(syllables, "Điều\u00A05\u202Fkhoản\u20072")).containsExactly("điều", "5", "khoản", "2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD"})
    void invisibleCharactersDoNotCutAWord(String invisible) {
        assertThat(terms(syllables, "qu" + invisible + "yết định" + invisible)).containsExactly("quyết", "định");
    }

    @Test
    void offsetsPointIntoTheTextAsGiven() {
        String text = "\u200BQu\u200By chế\u00A0la\u0300m vi\u1EC7c";
        assertThat(slices(text)).containsExactly("Qu\u200By", "chế", "la\u0300m", "vi\u1EC7c");
    }

    @Test
    void compatibilityFormsAreOneWordInTheIndex() {
        assertThat(terms(syllables, "ﬁle Ｈà")).containsExactly("file", "hà");
        assertThat(terms(folded, "Señor Škoda")).containsExactly("senor", "skoda");
    }

    @Test
    void numbersPassUntouched() {
        assertThat(terms(folded, "30/2020/NĐ-CP")).containsExactly("30", "2020", "nd", "cp");
    }

    @Test
    void strangeInputIsNoError() {
        assertThat(terms(folded, "\u0301\u0302 \uD83D\uDE00 \uD800 x\u0301")).contains("x");
        assertThat(terms(folded, "")).isEmpty();
    }

    @Test
    void serversFindThePartsByName() throws IOException {
        assertThat(TokenFilterFactory.availableTokenFilters()).contains("vietnameseNormalization");
        assertThat(CharFilterFactory.availableCharFilters()).contains("vietnameseInvisible");
        Analyzer built = CustomAnalyzer.builder()
                .addCharFilter("vietnameseInvisible")
                .withTokenizer("standard")
                .addTokenFilter("lowercase")
                .addTokenFilter("vietnameseNormalization", "fold", "true")
                .build();
        assertThat(terms(built, "Uỷ ban")).containsExactly("uy", "ban");
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream tokens = analyzer.tokenStream("text", text)) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(term.toString());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private List<String> slices(String text) {
        List<String> slices = new ArrayList<>();
        try (TokenStream tokens = syllables.tokenStream("text", text)) {
            OffsetAttribute offset = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                slices.add(text.substring(offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return slices;
    }
}
