package vn.gopy.document.extract;

import java.util.List;
import java.util.Set;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Reading;
import vn.gopy.vietnamese.Folding;

/**
 * The stamp of a state secret (Luật 117/2025/QH15): MẬT, TỐI MẬT or TUYỆT MẬT as a line of its own where the first page
 * begins. Words such as "bảo mật" or "mật khẩu" are no stamp.
 */
final class SecretStamp {

    private static final Set<String> STAMPS = Set.of("mat", "toi mat", "tuyet mat");
    private static final int HEADER_BLOCKS = 40;

    private SecretStamp() {}

    static boolean isOn(Reading reading) {
        int seen = 0;
        for (Block block : reading.blocks()) {
            boolean box = block.kind() == Block.Kind.TEXT_BOX;
            if (block.page() > 1 || (++seen > HEADER_BLOCKS && !box)) {
                break;
            }
            if (isStamp(block.text())) {
                return true;
            }
        }
        return inPageHeader(reading.dropped());
    }

    private static boolean inPageHeader(List<Dropped> dropped) {
        return dropped.stream().anyMatch(it -> it.why() == Dropped.Why.RUNNING_HEADER && isStamp(it.text()));
    }

    /** Stamps are printed in capitals, perhaps framed or spaced ("M Ậ T"). */
    static boolean isStamp(String text) {
        if (text.length() > 24) {
            return false;
        }
        var letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                if (Character.isLowerCase(c)) {
                    return false;
                }
                letters.append(c);
            } else if (c == ' ' && !letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                letters.append(' ');
            } else if ("|[](){}_-*.:Đ".indexOf(c) < 0 && c != ' ') {
                return false;
            }
        }
        String exact = letters.toString().strip();
        String spaced = exact.replace(" ", "");
        boolean marks = spaced.contains("Ậ") || spaced.contains("MAT");
        return marks
                && (STAMPS.contains(Folding.fold(exact))
                        || Set.of("mat", "toimat", "tuyetmat").contains(Folding.fold(spaced)));
    }
}
