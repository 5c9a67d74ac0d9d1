package vn.gopy.demo;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The light markup of the story's texts: one paragraph a line, {@code tag: words}. Lines that are empty or begin with
 * {@code #} say nothing. Inside the words {@code **bold**} and {@code *italic*}; {@code |} parts what a tag takes apart.
 */
final class Markup {

    /**
     * One line.
     *
     * @param tag what the line is, such as {@code heading}
     * @param words what is printed
     */
    record MarkupLine(String tag, String words) {

        /** The words between the bars. */
        List<String> parts() {
            return Pattern.compile(" \\| ")
                    .splitAsStream(words)
                    .map(String::strip)
                    .toList();
        }
    }

    /**
     * A stretch of words in one kind of letters.
     *
     * @param words without the marks
     */
    record Stretch(String words, boolean bold, boolean italic) {}

    private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|\\*(.+?)\\*|([^*]+)");

    private Markup() {}

    /** The lines of {@code text}, with the year of the day of filling put in. */
    static List<MarkupLine> lines(String text, StoryCalendar calendar) {
        var year = Integer.toString(calendar.today().getYear());
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replace("{year}", year))
                .map(Markup::line)
                .toList();
    }

    /** The words of a line as stretches. */
    static List<Stretch> stretches(String words) {
        return MARKED.matcher(words)
                .results()
                .map(m -> m.group(1) != null
                        ? new Stretch(m.group(1), true, false)
                        : m.group(2) != null
                                ? new Stretch(m.group(2), false, true)
                                : new Stretch(m.group(3), false, false))
                .toList();
    }

    private static MarkupLine line(String line) {
        var colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("No tag in the line: " + line);
        }
        return new MarkupLine(
                line.substring(0, colon), line.substring(colon + 1).strip());
    }
}
