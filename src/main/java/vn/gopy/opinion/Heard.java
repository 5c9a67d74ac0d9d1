package vn.gopy.opinion;

import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.account.UnitId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.RoundId;
import vn.gopy.round.Visibility;
import vn.gopy.shared.SqlParameters;

/** What decides who may read an opinion: of one that there is, or of one that is still being written. */
record Heard(
        @Nullable CommentId id,
        PersonId author,
        @Nullable UnitId unit,
        CommentState state,
        Visibility visibility,
        boolean restricted,
        @Nullable RoundId round,
        DossierId dossier,
        @Nullable VersionId version) {

    static Heard of(Comment root) {
        return new Heard(
                root.id(),
                root.author().id(),
                root.author().unit(),
                root.state(),
                root.visibility(),
                root.restricted(),
                root.round(),
                root.dossierId(),
                root.versionId());
    }

    SqlParameters into(SqlParameters parameters) {
        return parameters
                .and("id", id)
                .and("author", author)
                .and("unit", unit)
                .and("state", state)
                .and("visibility", visibility)
                .and("restricted", restricted)
                .and("round", round)
                .and("dossier", dossier)
                .and("version", version);
    }
}
