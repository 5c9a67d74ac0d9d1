package vn.gopy.draft.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.legaltext.alignment.Tie;

class LineagesTest {

    private static final VersionId OLD = new VersionId(new UUID(0, 1));
    private static final VersionId NEW = new VersionId(new UUID(0, 2));

    private final PlacedProvision one = place(OLD, "dieu-1", PlaceKind.ARTICLE, "", LineageId.next());
    private final PlacedProvision two = place(OLD, "dieu-2", PlaceKind.ARTICLE, "", LineageId.next());
    private final PlacedProvision first = place(NEW, "dieu-1", PlaceKind.ARTICLE, "", null);
    private final PlacedProvision second = place(NEW, "dieu-2", PlaceKind.ARTICLE, "", null);

    private static PlacedProvision place(
            VersionId version, String path, PlaceKind kind, String text, @Nullable LineageId lineage) {
        return new PlacedProvision(
                ProvisionId.next(), lineage, version, 0, kind, "QC", path, null, null, null, null, text, null, null);
    }

    private static StoredTie tie(Tie.Kind kind, List<PlacedProvision> before, List<PlacedProvision> after) {
        List<ProvisionId> old = before.stream().map(PlacedProvision::id).toList();
        List<ProvisionId> fresh = after.stream().map(PlacedProvision::id).toList();
        StoredTie.Pair main =
                old.isEmpty() || fresh.isEmpty() ? null : new StoredTie.Pair(old.getLast(), fresh.getLast());
        return new StoredTie(
                TieId.next(), kind, old, fresh, main, 0.5, false, Set.of(), StoredTie.State.PROPOSED, null);
    }

    @Test
    void whatGoesOnKeepsItsLineageWhateverItsNumber() {
        Lineages lineages = Lineages.of(
                List.of(one, two),
                List.of(first, second),
                List.of(
                        tie(Tie.Kind.RENUMBERED, List.of(one), List.of(second)),
                        tie(Tie.Kind.REMOVED, List.of(two), List.of()),
                        tie(Tie.Kind.NEW, List.of(), List.of(first))));
        assertThat(lineages.given()).containsEntry(second.id(), one.lineage()).hasSize(2);
        assertThat(lineages.given().get(first.id())).isNotIn(one.lineage(), two.lineage());
        assertThat(lineages.merged()).isEmpty();
    }

    @Test
    void theMostAlikeHeirOfAPlaceThatWasSplitKeepsItsLineage() {
        Lineages lineages = Lineages.of(
                List.of(one),
                List.of(first, second),
                List.of(tie(Tie.Kind.SPLIT, List.of(one), List.of(first, second))));
        assertThat(lineages.given()).containsEntry(second.id(), one.lineage());
        assertThat(lineages.given().get(first.id())).isNotEqualTo(one.lineage());
    }

    @Test
    void ofPlacesThatWereMergedOneGivesItsLineageAndTheOthersGoIntoIt() {
        Lineages lineages = Lineages.of(
                List.of(one, two), List.of(first), List.of(tie(Tie.Kind.MERGED, List.of(one, two), List.of(first))));
        assertThat(lineages.given()).containsEntry(first.id(), two.lineage());
        assertThat(lineages.merged()).containsOnly(Map.entry(one.lineage(), two.lineage()));
    }

    @Test
    void aPlaceThatIsNewAgainKeepsItsOwnLineageButNotOneItOnlyHadFromBefore() {
        PlacedProvision own = place(NEW, "dieu-3", PlaceKind.ARTICLE, "", LineageId.next());
        PlacedProvision lent = place(NEW, "dieu-1", PlaceKind.ARTICLE, "", one.lineage());
        Lineages lineages = Lineages.of(List.of(one), List.of(own, lent), List.of());
        assertThat(lineages.given()).containsEntry(own.id(), own.lineage());
        assertThat(lineages.given().get(lent.id())).isNotEqualTo(one.lineage());
    }

    @Test
    void placesBesideTheRulesGoOnByTheirWordsOrTheirPlace() {
        PlacedProvision unit = place(OLD, "noi-nhan/1", PlaceKind.RECIPIENT, "- Như Điều 3", LineageId.next());
        PlacedProvision gone = place(OLD, "noi-nhan/2", PlaceKind.RECIPIENT, "- Lưu: VT", LineageId.next());
        PlacedProvision whole = place(OLD, "toan-van", PlaceKind.WHOLE_BODY, "", LineageId.next());
        PlacedProvision same = place(NEW, "noi-nhan/2", PlaceKind.RECIPIENT, "- Như Điều 3", null);
        PlacedProvision wholeNow = place(NEW, "toan-van", PlaceKind.WHOLE_BODY, "", null);
        Lineages lineages = Lineages.of(List.of(unit, gone, whole), List.of(same, wholeNow), List.of());
        assertThat(lineages.given())
                .containsEntry(same.id(), unit.lineage())
                .containsEntry(wholeNow.id(), whole.lineage());
    }
}
