package vn.gopy.search.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What else says the same as words of a question: the long form of an abbreviation, and the abbreviation of a long form. */
public final class Synonyms {

    /**
     * Words of equal meaning.
     *
     * @param instead the words as typed
     * @param words what can stand in their place
     * @param weight 1 when there is one reading, less when there are several
     */
    public record Meaning(String instead, String words, float weight) {}

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(?:[&/-][\\p{L}\\p{M}\\p{N}]+)*");
    private static final int SHOUTED_WORDS = 4;

    private final Abbreviations abbreviations;

    /** @param abbreviations by which words are read */
    public Synonyms(Abbreviations abbreviations) {
        this.abbreviations = abbreviations;
    }

    /** What words of the text can stand for. */
    public List<Meaning> in(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        boolean shouted = words.size() >= SHOUTED_WORDS && text.equals(text.toUpperCase(Locale.ROOT));
        List<Meaning> meanings = new ArrayList<>();
        for (String word : words) {
            List<String> readings = abbreviations.readings(shouted ? word.toLowerCase(Locale.ROOT) : word);
            readings.forEach(reading -> meanings.add(new Meaning(word, reading, 1f / readings.size())));
        }
        meanings.addAll(shortForms(words));
        return meanings;
    }

    private List<Meaning> shortForms(List<String> words) {
        List<Meaning> meanings = new ArrayList<>();
        for (int start = 0; start < words.size(); start++) {
            if (abbreviations.beginsLongForm(words.get(start))) {
                shortForms(words, start, meanings);
            }
        }
        return meanings;
    }

    private void shortForms(List<String> words, int start, List<Meaning> meanings) {
        for (int end = start + 2; end <= Math.min(words.size(), start + Abbreviations.LONGEST); end++) {
            String run = String.join(" ", words.subList(start, end));
            abbreviations.shortFormOf(run).ifPresent(shortForm -> meanings.add(new Meaning(run, shortForm, 1f)));
        }
    }
}
