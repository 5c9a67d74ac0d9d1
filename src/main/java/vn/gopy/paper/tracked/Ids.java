package vn.gopy.paper.tracked;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that mark changes and comments in a part. */
final class Ids {

    /** Word reads no larger one. */
    private static final long LARGEST = 1L << 30;

    private static final Pattern ID = Pattern.compile("\\s[\\w.-]+:id\\s*=\\s*[\"'](\\d{1,10})[\"']");

    private Ids() {}

    /** One that is larger than all; 1 where there is no room for that. */
    static int behind(String xml) {
        long largest = 0;
        Matcher id = ID.matcher(xml);
        while (id.find()) {
            largest = Math.max(largest, Long.parseLong(id.group(1)));
        }
        return largest < LARGEST ? (int) largest + 1 : 1;
    }
}
