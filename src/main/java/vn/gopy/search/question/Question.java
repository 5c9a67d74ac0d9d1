package vn.gopy.search.question;

import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.gopy.search.Facet;

/**
 * What a person typed, taken apart.
 *
 * @param words the free words in their order, in NFC
 * @param phrases quoted runs of words, to be found exactly
 * @param excluded words and runs marked with a minus
 * @param numbers keys of document numbers; a list for each number typed
 * @param places keys such as {@code dieu-5/khoan-2}; a list of readings for each place typed
 * @param lifted the words of the numbers and places, for when nothing carries them
 * @param cited keys of document numbers that a hit must cite, asked for by {@code vien-dan:}; a list for each
 * @param narrowed facet values asked for by {@code loai:}, {@code nam:}, {@code co-quan:}, {@code trang-thai:}
 * @param leftOut how many words stand behind the limit and were left out
 */
public record Question(
        String words,
        List<String> phrases,
        List<String> excluded,
        List<List<String>> numbers,
        List<List<String>> places,
        String lifted,
        List<List<String>> cited,
        Map<Facet, Set<String>> narrowed,
        int leftOut) {

    boolean isEmpty() {
        return words.isBlank() && phrases.isEmpty() && numbers.isEmpty() && places.isEmpty() && cited.isEmpty();
    }

    boolean hasLifted() {
        return !lifted.isBlank();
    }

    /** The same question with numbers and places read as plain words. */
    Question asWords() {
        String all = (words + " " + lifted).strip();
        return new Question(all, phrases, excluded, List.of(), List.of(), "", cited, narrowed, leftOut);
    }
}
