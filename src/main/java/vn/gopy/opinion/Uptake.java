package vn.gopy.opinion;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.anchor.Anchor;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.legaltext.alignment.Spelling;

/** Whether what an opinion proposed stands in the text now. */
public enum Uptake {
    /** Đã thấy trong văn bản. */
    SEEN,
    /** Chưa thấy trong văn bản. */
    NOT_SEEN;

    /**
     * Words that were to go are gone where neither they nor others stand for them; words that were to come stand there in
     * any spelling.
     *
     * @param proposed blank where the words were to go
     * @param now the place where the opinion stands, null for none
     */
    static Uptake of(String proposed, Anchor anchor, @Nullable PlacedProvision now) {
        if (proposed.isBlank()) {
            boolean gone = anchor.state() == AnchorState.REMOVED
                    || (anchor.state() == AnchorState.TEXT_CHANGED && anchor.quote() == null);
            return gone ? SEEN : NOT_SEEN;
        }
        boolean stands = now != null
                && Stream.of(now.text(), Objects.requireNonNullElse(now.heading(), ""))
                        .anyMatch(text -> Spelling.holds(text, proposed));
        return stands ? SEEN : NOT_SEEN;
    }
}
