package vn.gopy.vietnamese;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyEncodingTest {

    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    /** Each row: a vowel, then its TCVN3 forms for huyền, hỏi, ngã, sắc, nặng (TCVN 5712:1993). */
    private static final String[] TCVN3 = {
        "aµ¶·¸¹", "ă»¼½¾Æ", "âÇÈÉÊË", "eÌÎÏÐÑ", "êÒÓÔÕÖ", "i×ØÜÝÞ", "oßáâãä", "ôåæçèé", "ơêëìíî", "uïñòóô", "ưõö÷øù",
        "yúûüýþ"
    };

    @Test
    void everyTonedLetterOfTcvn3() {
        for (String row : TCVN3) {
            for (int tone = 0; tone < TONES.length(); tone++) {
                String letter = Normalizer.normalize(row.substring(0, 1) + TONES.charAt(tone), Normalizer.Form.NFC);
                assertThat(LegacyEncoding.TCVN3.toUnicode(row.substring(tone + 1, tone + 2)))
                        .isEqualTo(letter);
            }
        }
        assertThat(LegacyEncoding.TCVN3.toUnicode("¨©ª«¬\u00AD®¡¢£¤¥¦§")).isEqualTo("ăâêôơưđĂÂÊÔƠƯĐ");
    }

    @Test
    void everyLetterOfVni() {
        String[] bases = {"a", "e", "i", "o", "u", "y"};
        String marks = "øûõùï";
        for (String base : bases) {
            for (int tone = 0; tone < TONES.length(); tone++) {
                String letter = Normalizer.normalize(base + TONES.charAt(tone), Normalizer.Form.NFC);
                String written = base + marks.charAt(tone);
                assertThat(LegacyEncoding.VNI.toUnicode(written)).isEqualTo(letter);
                assertThat(LegacyEncoding.VNI.toUnicode(written.toUpperCase(Locale.ROOT)))
                        .isEqualTo(letter.toUpperCase(Locale.ROOT));
            }
        }
        assertThat(LegacyEncoding.VNI.toUnicode("aâ aà aå aã aá aä eâ oâ aê aè aú aü aé aë ô ôø ö öï ñ æ ó ò ì í î"))
                .isEqualTo("â ầ ẩ ẫ ấ ậ ê ô ă ằ ẳ ẵ ắ ặ ơ ờ ư ự đ ỉ ĩ ị ì í ỵ");
    }

    @ParameterizedTest
    @CsvSource({
        "§iÒu 1. Ph¹m vi ®iÒu chØnh, Điều 1. Phạm vi điều chỉnh",
        "Céng hßa x· héi chñ nghÜa ViÖt Nam, Cộng hòa xã hội chủ nghĩa Việt Nam",
        "t\u00AD vÊn, tư vấn",
        "t\u200B vÊn, tư vấn",
        "AµO, ÀO"
    })
    void readsTcvn3(String written, String shown) {
        assertThat(LegacyEncoding.TCVN3.toUnicode(written)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "Ñieàu 1. Phaïm vi ñieàu chænh, Điều 1. Phạm vi điều chỉnh",
        "UÛY BAN NHAÂN DAÂN, ỦY BAN NHÂN DÂN",
        "nghò ñònh cuûa Chính phuû, nghị định của Chính phủ"
    })
    void readsVni(String written, String shown) {
        assertThat(LegacyEncoding.VNI.toUnicode(written)).isEqualTo(shown);
    }

    @Test
    void viscii() {
        assertThat(LegacyEncoding.VISCII.toUnicode("\u00D0i\u00ABu \u00B8 \u00F1"))
                .isEqualTo("Điều ị ự");
    }

    @ParameterizedTest
    @ValueSource(strings = {".VnTime", ".VnTimeH", "ABCDEF+.VnArial", ".vntime"})
    void fontsOfTcvn3(String font) {
        assertThat(LegacyEncoding.ofFont(font)).contains(LegacyEncoding.TCVN3);
    }

    @Test
    void capitalsFontsAndUnicodeFonts() {
        assertThat(LegacyEncoding.ofFont("VNI-Times")).contains(LegacyEncoding.VNI);
        assertThat(LegacyEncoding.ofFont("Times New Roman")).isEmpty();
        assertThat(LegacyEncoding.isCapitals("ABCDEF+.VnTimeH")).isTrue();
        assertThat(LegacyEncoding.isCapitals(".VnTime")).isFalse();
    }

    @Test
    void contentTellsTheEncodingWhereNoFontDoes() {
        assertThat(LegacyText.detect("NghÞ ®Þnh cña ChÝnh phñ vÒ c«ng t¸c v¨n th\u00AD"))
                .contains(LegacyEncoding.TCVN3);
        assertThat(LegacyText.detect("Nghò ñònh cuûa Chính phuû veà coâng taùc vaên thö"))
                .contains(LegacyEncoding.VNI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nghị định của Chính phủ về công tác văn thư",
                "El niño de España come una piña",
                "Die Straße nach Münster",
                "Điều 5. Tài sản ¶ ® ©",
                "Plain English text"
            })
    void otherTextIsLeftAlone(String text) {
        assertThat(LegacyText.detect(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nghiêng", "thuyết", "quý", "gì", "đường", "khuya", "xoong", "yêu"})
    void syllables(String word) {
        assertThat(Syllables.isSyllable(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"đợc", "xđt", "strasse", "cat", "ñình", "chiùnh"})
    void noSyllables(String word) {
        assertThat(Syllables.isSyllable(word)).isFalse();
    }
}
