package vn.gopy.search.hit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.gopy.account.Person;
import vn.gopy.account.PersonId;
import vn.gopy.draft.DossierId;
import vn.gopy.draft.Dossiers;
import vn.gopy.shared.Sha256;

/**
 * The dossiers of askers: thousands of ids that seldom change. Who may read what is asked in the database for every search; what
 * is kept is only the set that a mark of it stands for, so that it need not be carried over again.
 */
final class KnownSets {

    private static final int MOST_IDS = 500_000;
    private static final int MOST_ASKERS = 10_000;

    private final Dossiers dossiers;
    private final Cache<String, Set<String>> byMark = Caffeine.newBuilder()
            .maximumWeight(MOST_IDS)
            .weigher((String mark, Set<String> ids) -> 1 + ids.size())
            .build();
    private final Cache<PersonId, String> latest =
            Caffeine.newBuilder().maximumSize(MOST_ASKERS).build();

    KnownSets(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    /** The dossiers that the asker may read now. */
    Set<String> of(Person asker) {
        String mark = dossiers.readableMark(asker);
        latest.put(asker.id(), mark);
        Set<String> known = byMark.getIfPresent(mark);
        return known == null ? read(asker) : known;
    }

    /** Those that the asker could read when last asked: mostly the very set that {@link #of} gives; else it holds for nothing. */
    Optional<Set<String>> latest(Person asker) {
        return Optional.ofNullable(latest.getIfPresent(asker.id())).map(byMark::getIfPresent);
    }

    /** It is kept under its own mark: between two statements somebody may have been given a right or lost one. */
    private Set<String> read(Person asker) {
        Set<DossierId> readable = dossiers.readable(asker);
        Set<String> ids = readable.stream().map(DossierId::toString).collect(Collectors.toUnmodifiableSet());
        byMark.put(mark(readable), ids);
        return ids;
    }

    /** As {@link Dossiers#readableMark} tells it. */
    static String mark(Collection<DossierId> ids) {
        MessageDigest digest = Sha256.digest();
        ids.stream()
                .map(id -> ByteBuffer.allocate(Long.BYTES * 2)
                        .putLong(id.value().getMostSignificantBits())
                        .putLong(id.value().getLeastSignificantBits())
                        .array())
                .sorted(Arrays::compareUnsigned)
                .forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }
}
