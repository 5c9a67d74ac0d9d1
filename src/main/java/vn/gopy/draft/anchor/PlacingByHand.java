package vn.gopy.draft.anchor;

import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Id;
import vn.gopy.shared.Refusal;

/** Who may put what was said of earlier versions at a place of a version: whoever may finish its check, once that is done. */
@Service
public class PlacingByHand {

    private final Drafts drafts;
    private final Anchorings anchorings;
    private final HandRepository hands;
    private final Clock clock;

    PlacingByHand(Drafts drafts, Anchorings anchorings, HandRepository hands, Clock clock) {
        this.drafts = drafts;
        this.anchorings = anchorings;
        this.hands = hands;
        this.clock = clock;
    }

    /**
     * What is put somewhere.
     *
     * @param at where it stands now
     * @param touch whether it is as the asker has seen it, and is counted as changed now
     */
    public record Placeable<A>(Supplier<A> at, BooleanSupplier touch) {}

    /** Where it stood, and where it stands. */
    public record Put<A>(A before, A after) {}

    /**
     * Puts something there, whatever was said of it before, or says that it has no place on the version.
     *
     * @param thing found once the version is held; refuses what cannot be put
     * @param place null for none
     * @throws Refusal as {@link #require} does; STALE where it is not as the asker has seen it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <A> Put<A> put(
            Person asker,
            HandRepository.Subject subject,
            Id id,
            VersionId version,
            @Nullable ProvisionId place,
            Function<EarlierVersions, Placeable<A>> thing) {
        return change(
                thing.apply(hold(asker, version, place)),
                () -> hands.put(subject, id, version, place, asker.id(), clock.instant()));
    }

    /** Lets it stand where the ties of the versions put it; refuses as {@link #put} does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <A> Put<A> release(
            Person asker,
            HandRepository.Subject subject,
            Id id,
            VersionId version,
            Function<EarlierVersions, Placeable<A>> thing) {
        return change(thing.apply(hold(asker, version, null)), () -> hands.forget(subject, id, version));
    }

    private static <A> Put<A> change(Placeable<A> thing, Runnable change) {
        A before = thing.at().get();
        if (!thing.touch().getAsBoolean()) {
            throw Refusal.stale();
        }
        change.run();
        return new Put<>(before, thing.at().get());
    }

    /**
     * The versions before it, what is said of which may be put somewhere.
     *
     * @throws Refusal NOT_FOUND, FORBIDDEN; CONFLICT, NOT_PUBLISHED before its check is finished
     */
    @Transactional(readOnly = true)
    public EarlierVersions require(Person asker, VersionId version) {
        DraftVersion read = drafts.get(asker, version);
        if (!drafts.mayPublish(asker, read)) {
            throw Refusal.forbidden();
        }
        if (read.state() != VersionState.PUBLISHED) {
            throw Refusal.conflict("NOT_PUBLISHED");
        }
        return anchorings.before(read);
    }

    /**
     * Keeps the places of the version as they are until the running transaction ends; then the same as {@link #require},
     * and besides that the place is one of them.
     *
     * @param place null for none
     * @throws Refusal UNPROCESSABLE, PLACES_ELSEWHERE
     */
    private EarlierVersions hold(Person asker, VersionId version, @Nullable ProvisionId place) {
        drafts.hold(version);
        EarlierVersions earlier = require(asker, version);
        if (place != null && !drafts.provision(asker, place).versionId().equals(version)) {
            throw Refusal.unprocessable("PLACES_ELSEWHERE");
        }
        return earlier;
    }
}
