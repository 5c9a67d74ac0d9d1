package vn.gopy.consolidation.precedent;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer that was given at one place, worded for another: where it names its own place it names the other one. */
final class AdaptedWords {

    private static final Pattern ARTICLE = Pattern.compile("(?iu)điều \\d+[a-zđ]?$");

    /** What names another document is no place of the draft. */
    private static final String NOT_ELSEWHERE =
            "(?![\\p{L}\\d])(?!\\s+(?:của\\s+)?(?:Luật|Bộ luật|Hiến pháp|Nghị định|Thông tư|Nghị quyết|Pháp lệnh))";

    private AdaptedWords() {}

    /**
     * The answer for the other place. Both are named as in "Khoản 2 Điều 7"; also its article alone is adapted. Where one of them
     * is no numbered place nothing is changed.
     */
    static String of(String answer, String before, String now) {
        if (before.equals(now)
                || !ARTICLE.matcher(before).find()
                || !ARTICLE.matcher(now).find()) {
            return answer;
        }
        String whole = replaced(answer, before, now);
        return replaced(whole, article(before), article(now));
    }

    private static String article(String place) {
        Matcher article = ARTICLE.matcher(place);
        return article.find() ? article.group() : place;
    }

    private static String replaced(String answer, String before, String now) {
        if (before.equalsIgnoreCase(now)) {
            return answer;
        }
        Matcher found = Pattern.compile("(?iu)(?<![\\p{L}\\d])" + Pattern.quote(before) + "(?-i)" + NOT_ELSEWHERE)
                .matcher(answer);
        return found.replaceAll(match -> Matcher.quoteReplacement(
                Character.isUpperCase(match.group().charAt(0)) || now.startsWith("Điều")
                        ? now
                        : now.substring(0, 1).toLowerCase(Locale.ROOT) + now.substring(1)));
    }
}
