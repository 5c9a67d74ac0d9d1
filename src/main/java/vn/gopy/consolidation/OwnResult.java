package vn.gopy.consolidation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.UnitId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionName;
import vn.gopy.round.RoundId;

/**
 * Something that a person, or a unit of the person, has said, and what became of it once that was announced.
 *
 * @param title of the round; {@code announced} when its results were, null while they are not
 * @param unit that said it; null where the person did
 * @param code of the dossier, such as HS-01; {@code dossierTitle} its title; {@code name} what its draft is there
 * @param body with {@code path} and {@code place}: the place that decides its row; all null where it was about no place
 * @param applied the words that the draft is to have; null where none are named
 * @param basis such as "Theo kết luận tại …"; empty without one
 */
public record OwnResult(
        PointId id,
        RoundId round,
        String title,
        @Nullable Instant announced,
        @Nullable Integer number,
        String who,
        @Nullable UnitId unit,
        String text,
        @Nullable String replacement,
        @Nullable Outcome outcome,
        String basis,
        String answer,
        @Nullable String applied,
        String code,
        DossierId dossier,
        String dossierTitle,
        VersionId draft,
        VersionName name,
        @Nullable String body,
        @Nullable String path,
        @Nullable ProvisionId place) {

    /** Whether the unit said it and not the person. */
    public boolean ofUnit() {
        return unit != null;
    }
}
