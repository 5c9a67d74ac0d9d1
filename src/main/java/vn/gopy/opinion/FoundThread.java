package vn.gopy.opinion;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.inside.AccessTokens;
import vn.gopy.draft.inside.Filing;
import vn.gopy.draft.inside.FoundText;

/**
 * A thread as one text, with what decides who may find it: the rule of {@link CommentAccess} in tokens.
 *
 * @param readers who else is told of it by name
 */
record FoundThread(
        UUID id,
        Filing filing,
        String text,
        @Nullable String replacement,
        String replies,
        String author,
        UUID authorId,
        @Nullable UUID unitId,
        CommentState state,
        boolean group,
        boolean restricted,
        boolean roundClosed,
        Set<UUID> readers) {

    FoundText found() {
        return new FoundText(
                id,
                id,
                FoundText.lines(author),
                filing.dossierTitle(),
                FoundText.lines(text, replacement, replies),
                List.of(),
                state.name(),
                filing,
                tokens());
    }

    private Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        if (state != CommentState.UNIT_DRAFT || restricted) {
            tokens.add(AccessTokens.person(authorId));
        }
        if (unitId != null && state != CommentState.UNSENT) {
            tokens.add(restricted ? AccessTokens.head(unitId) : AccessTokens.unit(unitId));
        }
        if (state == CommentState.SENT) {
            tokens.addAll(tokensOfSent());
        }
        return tokens;
    }

    private Set<String> tokensOfSent() {
        Set<String> tokens = new LinkedHashSet<>();
        readers.forEach(reader -> tokens.add(AccessTokens.person(reader)));
        if (roundClosed) {
            tokens.add(AccessTokens.CHAIR);
        }
        if (!restricted) {
            tokens.add(AccessTokens.SECRETARIAT);
        }
        if (!restricted && group) {
            tokens.add(AccessTokens.GROUP);
        }
        return tokens;
    }
}
