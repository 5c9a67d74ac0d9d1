package vn.gopy.search.question;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.gopy.search.question.AbbreviationGuide.Meaning;

/** Whoever types an abbreviation is told how it was read, in English too. */
class AbbreviationGuideTest {

    private final AbbreviationGuide guide = new AbbreviationGuide(Abbreviations.official());

    @Test
    void anAbbreviationIsExplainedHoweverItIsTyped() {
        for (String typed : new String[] {"UBND", "ubnd"}) {
            Meaning meaning = guide.in("trách nhiệm của " + typed + " tỉnh").getFirst();
            assertThat(meaning.typed()).isEqualTo(typed);
            assertThat(meaning.vietnamese()).containsExactly("Ủy ban nhân dân");
            assertThat(meaning.english()).contains("People's Committee");
        }
    }

    @Test
    void ordinaryWordsAreNot() {
        assertThat(guide.in("tổ tư vấn của ban")).isEmpty();
        assertThat(guide.in("")).isEmpty();
    }

    @Test
    void everyEnglishWordBelongsToAnOfficialAbbreviation() {
        Abbreviations official = Abbreviations.official();
        assertThat(AbbreviationGuide.english().keySet())
                .hasSizeGreaterThan(50)
                .allSatisfy(one -> assertThat(official.official(one)).contains(one));
    }
}
