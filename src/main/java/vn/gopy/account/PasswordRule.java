package vn.gopy.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.gopy.shared.Refusal;

/**
 * What may be a password: ten characters or more, not among those that are tried first, and of a length that can be hashed
 * without harm. Nothing is asked about kinds of characters: length is what counts.
 */
@Component
class PasswordRule {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;
    private static final String DEMO = "demo";

    /** Beginnings and rows of keys that guessers begin with, without marks, blanks and signs. */
    private static final Set<String> TRIED_FIRST = Set.of(
            "password",
            "passw0rd",
            "matkhau",
            "qwerty",
            "asdfgh",
            "zxcvbn",
            "1q2w3e",
            "admin",
            "quantri",
            "abc123",
            "vietnam",
            "iloveyou",
            "welcome",
            "letmein",
            "gopy",
            "anhyeuem",
            "123456",
            "1234567890",
            "0987654321");

    private final boolean demo;

    PasswordRule(@Value("${gopy.demo:false}") boolean demo) {
        this.demo = demo;
    }

    /**
     * Lets a password pass.
     *
     * @throws Refusal PASSWORD_SHORT, PASSWORD_LONG or PASSWORD_WEAK
     */
    void check(String password, String username) {
        Refusal.at("password", () -> {
            judge(password, username);
            return password;
        });
    }

    private void judge(String password, String username) {
        if (demo && password.equals(DEMO)) {
            return;
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw Refusal.unprocessable("PASSWORD_SHORT", SHORTEST);
        }
        if (length > LONGEST) {
            throw Refusal.unprocessable("PASSWORD_LONG", LONGEST);
        }
        if (isWeak(password, username)) {
            throw Refusal.unprocessable("PASSWORD_WEAK");
        }
    }

    private static boolean isWeak(String password, String username) {
        String letters = plain(password);
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || letters.chars().allMatch(Character::isDigit) && isRow(letters)
                || withoutDigits(letters).equals(withoutDigits(plain(username)))
                || TRIED_FIRST.stream().anyMatch(first -> isHardlyMoreThan(letters, first));
    }

    /** A word that is tried first with a few digits about it is tried soon after. */
    private static boolean isHardlyMoreThan(String letters, String first) {
        return letters.contains(first)
                && withoutDigits(letters.replace(first, "")).isEmpty();
    }

    /** 2345678901, 9876543210. */
    private static boolean isRow(String digits) {
        int step = digits.isEmpty() ? 0 : Math.floorMod(digits.charAt(1) - digits.charAt(0), 10);
        for (int at = 1; at < digits.length(); at++) {
            if (Math.floorMod(digits.charAt(at) - digits.charAt(at - 1), 10) != step) {
                return false;
            }
        }
        return step == 1 || step == 9;
    }

    private static String withoutDigits(String letters) {
        return letters.replaceAll("\\d", "");
    }

    private static String plain(String words) {
        return Normalizer.normalize(words.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replace('đ', 'd')
                .replaceAll("[^a-z0-9]", "");
    }
}
