package vn.gopy.legaltext.diff;

import java.util.Optional;

/**
 * Some words of a text, from one character to another.
 *
 * @param from the first character
 * @param to the one behind the last
 */
public record Stretch(int from, int to) {

    /** The words. */
    public String of(String text) {
        return text.substring(from, to);
    }

    /**
     * Where these words of an old wording stand in the new one, with what was put in their place; empty where nothing of
     * them is left and nothing came for them.
     */
    public Optional<Stretch> followed(String before, String after) {
        if (before.equals(after)) {
            return Optional.of(this);
        }
        var following = new Following(letters(before.substring(0, from)), letters(before.substring(0, to)));
        WordDiff.of(before, after).forEach(following::take);
        return following.stretch().flatMap(found -> found.trimmed(after));
    }

    /** The same without white space at its ends; empty where that is all. */
    private Optional<Stretch> trimmed(String text) {
        int first = from;
        int end = to;
        while (first < end && isBlank(text.charAt(first))) {
            first++;
        }
        while (end > first && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return first == end ? Optional.empty() : Optional.of(new Stretch(first, end));
    }

    private static int letters(String text) {
        return (int) text.chars().filter(c -> !isBlank((char) c)).count();
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /**
     * Goes along a difference. White space between words may be that of either wording, so the old one is counted in what
     * is none.
     */
    private static final class Following {

        private final int first;
        private final int end;
        private int old;
        private int fresh;
        private int from = -1;
        private int to = -1;
        private boolean gone;

        Following(int first, int end) {
            this.first = first;
            this.end = end;
        }

        void take(Change change) {
            switch (change.op()) {
                case EQUAL -> stayed(change.text());
                case DELETE -> {
                    int behind = old + letters(change.text());
                    gone = old < end && behind > first;
                    old = behind;
                }
                case INSERT -> came(change.text());
            }
        }

        private void stayed(String text) {
            gone = false;
            for (int i = 0; i < text.length(); i++, fresh++) {
                if (!isBlank(text.charAt(i))) {
                    if (old >= first && old < end) {
                        reach(fresh, fresh + 1);
                    }
                    old++;
                }
            }
        }

        /** What comes between the words, or for some of them that went. */
        private void came(String text) {
            if (gone || (old > first && old < end)) {
                reach(fresh, fresh + text.length());
            }
            fresh += text.length();
        }

        private void reach(int begins, int ends) {
            from = from < 0 ? begins : from;
            to = ends;
        }

        Optional<Stretch> stretch() {
            return from < 0 ? Optional.empty() : Optional.of(new Stretch(from, to));
        }
    }
}
