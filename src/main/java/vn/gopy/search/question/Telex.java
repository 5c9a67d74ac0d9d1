package vn.gopy.search.question;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the keys of the Telex way of typing where no keyboard program turned them into letters: {@code ddinhj} is "định". */
public final class Telex {

    private static final String TONE_KEYS = "frxsj";
    private static final Pattern TONED = Pattern.compile("(.*[aeiouyw].*)([frxsj])((?:c|ch|m|n|ng|nh|p|t)?)");
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private Telex() {}

    /** The syllable meant; empty when the word holds no key of Telex. */
    public static Optional<String> decode(String word) {
        String letters = word.toLowerCase(Locale.ROOT);
        Matcher toned = TONED.matcher(letters);
        String decoded = toned.matches()
                ? toned(shaped(toned.group(1) + toned.group(3)), TONES.charAt(TONE_KEYS.indexOf(toned.group(2))))
                : shaped(letters);
        return Optional.of(decoded).filter(shaped -> !shaped.equals(letters));
    }

    private static String shaped(String letters) {
        return letters.replace("uow", "ươ")
                .replace("dd", "đ")
                .replace("aa", "â")
                .replace("aw", "ă")
                .replace("ee", "ê")
                .replace("oo", "ô")
                .replace("ow", "ơ")
                .replace("uw", "ư")
                .replaceFirst("^w|(?<=[^aeiouy])w", "ư");
    }

    /** Before a final consonant the tone stands on the last vowel, else on the last but one where there are two. */
    private static String toned(String letters, char tone) {
        int last = lastVowel(letters, letters.length() - 1);
        if (last < 0) {
            return letters;
        }
        boolean open = last == letters.length() - 1;
        boolean pair = last > 0 && isVowel(letters.charAt(last - 1)) && !letters.startsWith("qu");
        int place = open && pair && "aiouy".indexOf(letters.charAt(last)) >= 0 ? last - 1 : last;
        return Normalizer.normalize(
                letters.substring(0, place + 1) + tone + letters.substring(place + 1), Normalizer.Form.NFC);
    }

    private static int lastVowel(String letters, int from) {
        int index = from;
        while (index >= 0 && !isVowel(letters.charAt(index))) {
            index--;
        }
        return index;
    }

    private static boolean isVowel(char letter) {
        return "aăâeêioôơuưy".indexOf(letter) >= 0;
    }
}
