package vn.gopy.draft.ending;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.VersionId;

/**
 * Đã ban hành: how a dossier ended.
 *
 * @param text the version of the main draft that holds the text as it was issued, with its {@code ordinal}
 * @param last the ordinal of the last draft before it; null where the issued text is the only one
 * @param number số, ký hiệu
 * @param recordedBy salutation and name
 */
public record Promulgation(
        DossierId dossier,
        int version,
        VersionId text,
        int ordinal,
        @Nullable Integer last,
        String number,
        LocalDate date,
        String recordedBy,
        Instant recordedAt) {}
