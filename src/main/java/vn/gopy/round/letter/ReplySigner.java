package vn.gopy.round.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitKind;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.TextGate;

/**
 * Who signs the letter of a reply, and as what.
 *
 * @param version as it was read; 0 where nobody has said it yet
 * @param forPost post of the head for whom somebody signs; empty where the head does
 * @param post of the signer
 */
public record ReplySigner(int version, Authority authority, String forPost, String post, String name) {

    /** By which right somebody signs (Nghị định 30/2020/NĐ-CP Điều 13). */
    public enum Authority {
        /** Thủ trưởng. */
        HEAD("", ""),
        /** Ký thay. */
        DEPUTY("KT. ", "K/T "),
        /** Thừa lệnh. */
        ORDER("TL. ", "T/L "),
        /** Thừa ủy quyền, which bodies of the Party do not have. */
        WARRANT("TUQ. ", "");

        private final String state;
        private final String party;

        Authority(String state, String party) {
            this.state = state;
            this.party = party;
        }
    }

    /** The same as it may be kept for a letter of the unit. */
    ReplySigner passed(Unit unit) {
        boolean head = authority == Authority.HEAD;
        if (authority == Authority.WARRANT && unit.kind() == UnitKind.PARTY) {
            throw Refusal.unprocessable("AUTHORITY_NOT_OF_PARTY");
        }
        return new ReplySigner(
                version,
                authority,
                head ? "" : Refusal.at("forPost", () -> TextGate.NAME.require(forPost, "SIGNER_MISSING")),
                Refusal.at("post", () -> TextGate.NAME.require(post, "SIGNER_MISSING")),
                Refusal.at("name", () -> TextGate.NAME.require(name, "SIGNER_MISSING")));
    }

    /** The lines above the name. */
    List<String> posts(Unit unit) {
        List<String> posts = new ArrayList<>();
        if (unit.kind() == UnitKind.COMMUNE && authority != Authority.ORDER && authority != Authority.WARRANT) {
            posts.add(LetterParts.COMMITTEE);
        }
        if (authority != Authority.HEAD) {
            posts.add((unit.kind() == UnitKind.PARTY ? authority.party : authority.state)
                    + forPost.toUpperCase(Locale.ROOT));
        }
        posts.add(post.toUpperCase(Locale.ROOT));
        return posts;
    }
}
