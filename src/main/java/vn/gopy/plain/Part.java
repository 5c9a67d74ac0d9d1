package vn.gopy.plain;

import java.util.List;
import java.util.stream.Stream;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.shared.Addresses;

/**
 * What one plain page shows of a draft: an Điều with all below it, or what stands around the Điều.
 *
 * @param key by which its page is found: how the reader knows its first place, or {@link Addresses#WHOLE_DOSSIER}
 * @param title "Điều 7. Trách nhiệm của thành viên"
 * @param body name of the text that it belongs to; empty where there is one only, and for the general part
 * @param divisions the chapters and sections that begin right before it
 * @param places in the order of the text; empty for the general part of a draft without places of its own
 */
record Part(String key, String title, String body, List<PlacedProvision> divisions, List<PlacedProvision> places) {

    public boolean isGeneral() {
        return key.equals(Addresses.WHOLE_DOSSIER);
    }

    /** Whether the place stands on this page. */
    boolean has(String anchor) {
        return key.equals(anchor) || all().anyMatch(place -> anchor(place).equals(anchor));
    }

    /** The divisions and then the places. */
    Stream<PlacedProvision> all() {
        return Stream.concat(divisions.stream(), places.stream());
    }

    static String anchor(PlacedProvision place) {
        return Addresses.anchor(place.body(), place.path());
    }
}
