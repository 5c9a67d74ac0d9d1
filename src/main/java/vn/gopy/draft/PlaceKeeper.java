package vn.gopy.draft;

import java.util.List;
import java.util.Set;

/** Knows what hangs on the places of a version, so that a repair of its structure leaves nothing without its place. */
public interface PlaceKeeper {

    /**
     * Those of the places that something hangs on which a repair would leave without its place or its words.
     *
     * @param gone places that would be no more
     * @param changed places as they would be
     */
    Set<ProvisionId> losing(List<PlacedProvision> gone, List<PlacedProvision> changed);
}
