package vn.gopy.legaltext;

/**
 * What a file says about how it came about, each part empty where it says nothing. Anybody can write anything there: a help
 * for whoever checks a file, never a proof, and no part of what leaves the house.
 *
 * @param author who began it
 * @param savedBy who saved it last
 * @param begun when, ISO 8601
 * @param saved when it was saved last, ISO 8601
 * @param program with what
 */
public record FileHistory(String author, String savedBy, String begun, String saved, String program) {

    /** The file says nothing. */
    public static final FileHistory UNKNOWN = new FileHistory("", "", "", "", "");

    private static final int LONGEST = 200;

    /** Cuts what is longer than a name. */
    public FileHistory {
        author = cut(author);
        savedBy = cut(savedBy);
        begun = cut(begun);
        saved = cut(saved);
        program = cut(program);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** Whether there is anything to tell. */
    public boolean saysSomething() {
        return !equals(UNKNOWN);
    }
}
