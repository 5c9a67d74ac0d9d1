package vn.gopy.document.extract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the child recognises letters in pictures, and how much of it.
 *
 * @param command Tesseract with whatever limits it, without its arguments
 * @param mostPages further pages are left out with a warning
 * @param within when this is over, further pages are left out with a warning
 */
public record Recognition(List<String> command, int mostPages, Duration within) {

    private static final String WORD = "recognise";

    /** The arguments that make {@link ExtractMain} recognise instead of read. */
    public List<String> arguments() {
        var arguments = new ArrayList<String>();
        arguments.add(WORD);
        arguments.add(String.valueOf(mostPages));
        arguments.add(String.valueOf(within.toSeconds()));
        arguments.addAll(command);
        return arguments;
    }

    static boolean isAskedFor(String[] arguments) {
        return arguments.length > 3 && arguments[0].equals(WORD);
    }

    static Recognition of(String[] arguments) {
        return new Recognition(
                Arrays.asList(arguments).subList(3, arguments.length),
                Integer.parseInt(arguments[1]),
                Duration.ofSeconds(Long.parseLong(arguments[2])));
    }
}
