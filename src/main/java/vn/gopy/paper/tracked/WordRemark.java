package vn.gopy.paper.tracked;

/**
 * A comment in the margin of a Word file.
 *
 * @param line index among the lines of the file
 * @param from where the words that it is about begin in the text of the line
 * @param to where they end; the same place for the whole line
 * @param text its paragraphs, parted by line feeds
 */
public record WordRemark(int line, int from, int to, String text, Signed by) {

    public WordRemark {
        if (line < 0 || from < 0 || to < from) {
            throw new IllegalArgumentException("No such words: " + line + ", " + from + " to " + to);
        }
    }
}
