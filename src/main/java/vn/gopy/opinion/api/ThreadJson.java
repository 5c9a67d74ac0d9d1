package vn.gopy.opinion.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.AnchorState;
import vn.gopy.opinion.CommentId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.round.Capacity;

/**
 * An opinion with what was answered to it, for other systems and for the reader alike. What is withdrawn keeps its place
 * and loses every word: its own, those it quotes and those said under it.
 *
 * @param provisionId null for an opinion on the whole dossier
 * @param author user name; {@code authorName} and {@code authorPost} as they were when it was written
 * @param unit code of the unit it speaks for
 * @param mine whether the asker wrote it
 */
public record ThreadJson(
        CommentId id,
        int version,
        @Nullable VersionId versionId,
        @Nullable ProvisionId provisionId,
        @Nullable LineageId lineage,
        CommentKind kind,
        String kindLabel,
        String text,
        @Nullable String quote,
        String prefix,
        String suffix,
        @Nullable Integer start,
        @Nullable String replacement,
        String author,
        String authorName,
        String authorPost,
        @Nullable String unit,
        @Nullable String unitName,
        Capacity capacity,
        CommentState state,
        String createdAt,
        @Nullable String sentAt,
        boolean late,
        AnchorState anchor,
        boolean exact,
        boolean mine,
        boolean canReply,
        boolean canEdit,
        List<ThreadJson> replies) {}
