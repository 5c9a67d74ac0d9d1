package vn.gopy.consolidation.precedent;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.gopy.consolidation.Outcome;

/**
 * Mẫu câu: words that an answer begins with.
 *
 * @param everywhere for every round; else for the one it was kept in
 * @param outcome that it goes with; null for any
 */
public record AnswerTemplate(
        UUID id, int version, boolean everywhere, @Nullable Outcome outcome, String text) {}
