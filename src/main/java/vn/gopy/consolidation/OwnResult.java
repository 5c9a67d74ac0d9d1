package vn.gopy.consolidation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.DossierId;

/**
 * What became of something that a person, or a unit of the person, has said.
 *
 * @param round its heading; {@code announced} when its results were
 * @param code of the dossier, such as HS-01; {@code ordinal} of its draft
 * @param body with {@code path}: the place that decides its row; both null where it was about no place
 * @param applied the words that the draft has now; null where none are named
 * @param basis such as "Theo kết luận tại …"; empty without one
 */
public record OwnResult(
        String round,
        Instant announced,
        @Nullable Integer number,
        String who,
        String text,
        @Nullable String replacement,
        @Nullable Outcome outcome,
        String basis,
        String answer,
        @Nullable String applied,
        String code,
        DossierId dossier,
        int ordinal,
        @Nullable String body,
        @Nullable String path) {}
