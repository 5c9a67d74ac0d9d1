package vn.gopy.draft.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.DossierAccess;
import vn.gopy.draft.VersionId;

/** Who may read a draft, asked for many people at once. */
@Repository
public class DraftReaderQuery {

    private final JdbcClient jdbc;
    private final ManyReaders readers;

    DraftReaderQuery(JdbcClient jdbc, ManyReaders readers) {
        this.jdbc = jdbc;
        this.readers = readers;
    }

    /** Those of the people who may read the version. */
    public Set<PersonId> reading(VersionId version, Collection<Person> people, Instant now) {
        return new HashSet<>(jdbc.sql("""
                SELECT a.asker FROM draft_version v JOIN dossier d ON d.id = v.dossier_id CROSS JOIN %s
                WHERE v.id = :version AND %s
                """.formatted(
                        ManyReaders.TABLE, ManyReaders.each(DossierAccess.READABLE + " AND " + DossierAccess.VISIBLE)))
                .paramSource(readers.parameters(people, now).and("version", version))
                .query((row, n) -> new PersonId(row.getObject("asker", UUID.class)))
                .list());
    }
}
