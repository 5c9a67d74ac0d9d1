package vn.gopy.document.extract;

/** How the parts of a formula are written in one line, as they would be typed: (A+B)/12, k^2, √(x+1). */
public final class LinearFormula {

    private LinearFormula() {}

    /** One over the other. */
    public static String fraction(String over, String under) {
        return bracketed(over) + '/' + bracketed(under);
    }

    /** One over the other without a line between them. */
    public static String pair(String over, String under) {
        return '(' + over + "; " + under + ')';
    }

    /** With what stands below and above it; either may be empty. */
    public static String scripted(String base, String below, String above) {
        return base + (below.isBlank() ? "" : '_' + bracketed(below)) + (above.isBlank() ? "" : '^' + bracketed(above));
    }

    /** A root; the degree of a square root is empty. */
    public static String root(String degree, String of) {
        return (degree.isBlank() ? "" : '^' + bracketed(degree) + ' ') + '√' + bracketed(of);
    }

    /** In brackets unless it is one number or one word. */
    public static String bracketed(String words) {
        String bare = words.strip();
        boolean one = bare.codePoints()
                .allMatch(c -> Character.isLetterOrDigit(c) || c == ',' || c == '.' || c == '\'' || c == '%');
        return one || isBracketed(bare) ? bare : '(' + bare + ')';
    }

    private static boolean isBracketed(String words) {
        if (!words.startsWith("(") || !words.endsWith(")")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i + 1 < words.length(); i++) {
            depth += words.charAt(i) == '(' ? 1 : words.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return false;
            }
        }
        return true;
    }
}
