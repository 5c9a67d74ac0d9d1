package vn.gopy.paper.tracked;

/**
 * Words of one line of a Word file that become others.
 *
 * @param line index among the lines of the file
 * @param from where they begin in the text of the line
 * @param to where they end; the same place where words only come
 * @param words that come, empty where some only go; a line feed begins another paragraph
 */
public record WordChange(int line, int from, int to, String words, Signed by) {

    public WordChange {
        if (line < 0 || from < 0 || to < from) {
            throw new IllegalArgumentException("No such words: " + line + ", " + from + " to " + to);
        }
    }
}
