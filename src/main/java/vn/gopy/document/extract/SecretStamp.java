package vn.gopy.document.extract;

import java.util.Set;
import java.util.function.Predicate;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Problem;
import vn.gopy.legaltext.Reading;
import vn.gopy.vietnamese.Folding;

/**
 * The stamp of a state secret (Luật 117/2025/QH15): MẬT, TỐI MẬT or TUYỆT MẬT as a line of its own where the first page
 * begins, in a text box, or in a header or footer. Words such as "bảo mật" or "mật khẩu" are no stamp.
 */
final class SecretStamp {

    private static final Set<String> STAMPS = Set.of("mat", "toimat", "tuyetmat");
    private static final int LONGEST = 24;
    private static final int HEADER_BLOCKS = 40;

    private SecretStamp() {}

    /** Of letters that were recognised the marks above and below are often wrong. */
    static boolean isOn(Reading reading) {
        boolean blurred = reading.origin().pages().stream().anyMatch(page -> page.page() <= 1);
        Predicate<String> stamp = blurred ? SecretStamp::isBlurredStamp : SecretStamp::isStamp;
        if (reading.problem() == Problem.STATE_SECRET_MARK) {
            return true;
        }
        int seen = 0;
        for (Block block : reading.blocks()) {
            // a box floats: in the file it may stand anywhere
            boolean near = block.kind() == Block.Kind.TEXT_BOX || ++seen <= HEADER_BLOCKS;
            if (near && block.page() <= 1 && stamp.test(block.text())) {
                return true;
            }
        }
        return reading.dropped().stream()
                .anyMatch(it -> it.why() == Dropped.Why.RUNNING_HEADER && stamp.test(it.text()));
    }

    /** Stamps are printed in capitals, perhaps framed or spaced ("M Ậ T"). */
    static boolean isStamp(String text) {
        String letters = capitals(text);
        String spaced = letters.replace(" ", "");
        return (spaced.contains("Ậ") || spaced.contains("MAT")) && isNamed(letters);
    }

    private static boolean isBlurredStamp(String text) {
        return isNamed(capitals(text));
    }

    private static boolean isNamed(String letters) {
        return STAMPS.contains(Folding.fold(letters).replace(" ", ""));
    }

    /** The letters of a line of capitals; empty for every other line. */
    private static String capitals(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        var letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                if (Character.isLowerCase(c)) {
                    return "";
                }
                letters.append(c);
            } else if ("|[](){}_-*.: ".indexOf(c) < 0) {
                return "";
            }
        }
        return letters.toString();
    }
}
