package vn.gopy.draft.comparison;

import java.util.ArrayList;
import java.util.List;
import vn.gopy.draft.comparison.ComparisonJson.Step;

/**
 * A difference cut at counted letters, as a heading is cut from the text under it. White space is not counted, for the words
 * that stayed are told with the white space of the new text.
 */
final class Steps {

    static final String EQUAL = "equal";
    static final String INSERT = "insert";
    static final String DELETE = "delete";

    private final List<Step> rest;
    private int at;

    Steps(List<Step> steps) {
        rest = new ArrayList<>(steps);
    }

    /** What the old text has of them. */
    static List<Step> old(List<Step> steps) {
        return steps.stream().filter(step -> !step.op().equals(INSERT)).toList();
    }

    /** What the new text has of them. */
    static List<Step> fresh(List<Step> steps) {
        return steps.stream().filter(step -> !step.op().equals(DELETE)).toList();
    }

    /** Whether any word came or went. */
    static boolean differ(List<Step> steps) {
        return steps.stream().anyMatch(step -> !step.op().equals(EQUAL));
    }

    /** The next steps, up to so many letters of the old text and of the new one. */
    List<Step> take(int oldLetters, int newLetters) {
        var taken = new ArrayList<Step>();
        int old = oldLetters;
        int fresh = newLetters;
        while (at < rest.size()) {
            Step step = rest.get(at);
            int room = switch (step.op()) {
                case DELETE -> old;
                case INSERT -> fresh;
                default -> newLetters > 0 ? fresh : old;
            };
            if (room <= 0) {
                break;
            }
            int end = end(step.text(), room);
            int letters = KnownPlaces.letters(step.text().substring(0, end));
            taken.add(new Step(step.op(), step.text().substring(0, end), step.moved()));
            old -= step.op().equals(INSERT) ? 0 : letters;
            fresh -= step.op().equals(DELETE) ? 0 : letters;
            leave(step, end);
        }
        return taken;
    }

    /** All that is left, without the white space before it. */
    List<Step> remaining() {
        var left = new ArrayList<Step>();
        for (Step step : rest.subList(at, rest.size())) {
            String text = left.isEmpty() ? step.text().stripLeading() : step.text();
            if (!text.isEmpty()) {
                left.add(new Step(step.op(), text, step.moved()));
            }
        }
        at = rest.size();
        return left;
    }

    /** The same without white space at the start, which parted them from what was taken before. */
    Steps begun() {
        while (at < rest.size()) {
            Step step = rest.get(at);
            String text = step.text().stripLeading();
            if (!text.isEmpty()) {
                rest.set(at, new Step(step.op(), text, step.moved()));
                break;
            }
            at++;
        }
        return this;
    }

    private void leave(Step step, int end) {
        if (end == step.text().length()) {
            at++;
        } else {
            rest.set(at, new Step(step.op(), step.text().substring(end), step.moved()));
        }
    }

    /** Where the text has had so many letters. */
    private static int end(String text, int letters) {
        int left = letters;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i)) && --left == 0) {
                return i + 1;
            }
        }
        return text.length();
    }
}
