package vn.gopy.draft;

import java.time.Instant;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.shared.SqlParameters;

/**
 * Who may read a dossier and its versions, as one piece of SQL that every reading uses: screens, API, search, counts,
 * live push. Absent and hidden look the same.
 *
 * <p>An administrator reads no dossier but one that was entered to help, and only reads: a transaction that may change
 * something finds nothing there.
 */
public final class DossierAccess {

    /** True for a row {@code s} of support that lasts. */
    public static final String SUPPORT_LASTS = "s.ended_at IS NULL AND s.begins_at <= :now AND s.ends_at > :now";

    /** True for a row {@code d} of dossier that the asker may read. */
    public static final String READABLE = """
            ((:readsContent AND (d.owner_id = :asker OR :leads OR d.audience = 'EVERYONE'
             OR EXISTS (SELECT FROM dossier_grant g
                        WHERE g.dossier_id = d.id AND g.valid_from <= :now
                          AND (g.person_id = :asker OR g.unit_id = ANY (:units::uuid[])))))
             OR (:helps AND EXISTS (SELECT FROM support s
                        WHERE s.dossier_id = d.id AND s.person_id = :asker AND %s)))""".formatted(SUPPORT_LASTS);

    /** True for a row {@code v} of draft_version in a readable dossier {@code d} that the asker may see. */
    public static final String VISIBLE =
            "(v.state = 'PUBLISHED' OR v.uploaded_by = :asker OR d.owner_id = :asker OR :secretariat OR :helps)";

    private DossierAccess() {}

    /** The parameters that the two conditions need. */
    public static SqlParameters parameters(Person asker, Instant now) {
        return SqlParameters.of("asker", asker.id())
                .and("readsContent", asker.readsContent())
                .and("helps", !asker.readsContent() && !mayChange())
                .and("secretariat", asker.is(Role.SECRETARIAT))
                .and("leads", asker.is(Role.SECRETARIAT) || asker.is(Role.CHAIR))
                .and("units", asker.units())
                .and("now", now);
    }

    private static boolean mayChange() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }
}
