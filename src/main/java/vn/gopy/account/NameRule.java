package vn.gopy.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.gopy.shared.Refusal;

/**
 * What user names and unit codes may look like, and when two of them are the same. Both stand in the address of a reply
 * and in lists of invitees, so they hold nothing that is invisible, that means something in an address, or that looks like
 * a letter it is not: the letters of the Latin and the Vietnamese alphabet, digits, and between them dot, hyphen and
 * underscore.
 */
public final class NameRule {

    private static final int LONGEST_USERNAME = 64;
    private static final int LONGEST_CODE = 32;
    private static final String ENDS = "[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹ0-9]";
    private static final Pattern SHAPE = Pattern.compile(ENDS + "(?:(?:" + ENDS + "|[._-])*+(?<![._-]))?");

    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}+");

    private NameRule() {}

    /**
     * The user name that somebody has typed, in the form in which names are compared: wide letters are those that they
     * stand for, and what cannot be seen is left out. No name that is kept would change by this.
     */
    public static String typed(String name) {
        return folded(Normalizer.normalize(UNSEEN.matcher(name).replaceAll(""), Normalizer.Form.NFKC));
    }

    /** The form in which names are compared and user names are kept: composed, in small letters, without blanks around. */
    static String folded(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /**
     * The user name as it is kept.
     *
     * @throws Refusal USERNAME_WRONG
     */
    static String username(String wanted) {
        return shaped(wanted, LONGEST_USERNAME, "USERNAME_WRONG").toLowerCase(Locale.ROOT);
    }

    /**
     * The code of a unit as it is kept, its capitals as written.
     *
     * @throws Refusal UNIT_CODE_WRONG
     */
    static String code(String wanted) {
        return shaped(wanted, LONGEST_CODE, "UNIT_CODE_WRONG");
    }

    private static String shaped(String wanted, int longest, String refusal) {
        String name = wanted.length() > 4 * longest ? "" : Normalizer.normalize(wanted.strip(), Normalizer.Form.NFC);
        if (name.length() > longest || !SHAPE.matcher(folded(name)).matches()) {
            throw Refusal.unprocessable(refusal, longest);
        }
        return name;
    }
}
