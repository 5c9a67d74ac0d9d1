package vn.gopy.shared.ui;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tokens for browsers that do not know {@code light-dark()}: each with the value of the light look, then the dark one's. */
final class PlainTokens {

    private static final Pattern ROOT = Pattern.compile(":root \\{.*?\n}", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("--gy-[\\w-]+:[^;]*light-dark\\([^;]*;");
    private static final String BOTH = "light-dark(";

    private PlainTokens() {}

    /** The rules for the root of a page, from the sheet of tokens. */
    static String of(String sheet) {
        Matcher root = ROOT.matcher(sheet);
        if (!root.find()) {
            throw new IllegalStateException("The sheet of tokens has no rule for the root");
        }
        StringBuilder dark = new StringBuilder();
        Matcher token = TOKEN.matcher(root.group());
        while (token.find()) {
            dark.append(each(
                            token.group(),
                            both -> both.substring(comma(both) + 1).strip()))
                    .append('\n');
        }
        return each(root.group(), both -> both.substring(0, comma(both)).strip())
                + "\n@media (prefers-color-scheme: dark) { :root {\n" + dark + "} }\n";
    }

    /** The rules with one value in the place of each pair of two. */
    private static String each(String rules, UnaryOperator<String> chosen) {
        StringBuilder said = new StringBuilder();
        int done = 0;
        for (int at = rules.indexOf(BOTH); at >= 0; at = rules.indexOf(BOTH, done)) {
            int end = end(rules, at + BOTH.length());
            said.append(rules, done, at).append(chosen.apply(rules.substring(at + BOTH.length(), end)));
            done = end + 1;
        }
        return said.append(rules.substring(done)).toString();
    }

    /** Where the bracket closes that was open at the beginning. */
    private static int end(String rules, int from) {
        int open = 1;
        int at = from;
        while (true) {
            char sign = rules.charAt(at);
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (open == 0) {
                return at;
            }
            at++;
        }
    }

    /** The comma between both values, outside of brackets. */
    private static int comma(String both) {
        int open = 0;
        for (int at = 0; at < both.length(); at++) {
            char sign = both.charAt(at);
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign == ',' && open == 0) {
                return at;
            }
        }
        throw new IllegalStateException("One value only: " + both);
    }
}
