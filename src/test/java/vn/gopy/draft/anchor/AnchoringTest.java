package vn.gopy.draft.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.StoredTie;
import vn.gopy.draft.alignment.TieId;
import vn.gopy.legaltext.alignment.Tie;

class AnchoringTest {

    /** Places of one version, by path. */
    private static final class Text {

        private final VersionId id = new VersionId(UUID.randomUUID());
        private final Map<String, PlacedProvision> places = new HashMap<>();
        private final List<PlacedProvision> inOrder = new ArrayList<>();

        Text with(PlaceKind kind, String path, @Nullable String above, String text) {
            return with(kind, path, above, text, LineageId.next());
        }

        Text with(PlaceKind kind, String path, @Nullable String above, String text, LineageId lineage) {
            String number = path.substring(path.lastIndexOf('-') + 1);
            PlacedProvision place = new PlacedProvision(
                    ProvisionId.next(),
                    lineage,
                    id,
                    inOrder.size(),
                    kind,
                    "QC",
                    path,
                    above == null ? null : at(above).id(),
                    number,
                    kind == PlaceKind.ARTICLE ? "Điều " + number : null,
                    kind.isDivision() ? text : null,
                    kind.isDivision() ? "" : text,
                    null,
                    null);
            places.put(path, place);
            inOrder.add(place);
            return this;
        }

        PlacedProvision at(String path) {
            return Objects.requireNonNull(places.get(path), path);
        }

        Edition edition() {
            return new Edition(id, inOrder);
        }
    }

    private final Text old = new Text()
            .with(PlaceKind.WHOLE_BODY, "toan-van", null, "")
            .with(PlaceKind.CHAPTER, "chuong-1", null, "Quy định chung")
            .with(PlaceKind.ARTICLE, "dieu-7", "chuong-1", "")
            .with(
                    PlaceKind.CLAUSE,
                    "dieu-7/khoan-2",
                    "dieu-7",
                    "Cho ý kiến trong thời hạn 03 ngày kể từ ngày nhận được; quá hạn coi như đồng ý.")
            .with(PlaceKind.CLAUSE, "dieu-7/khoan-3", "dieu-7", "Chỉ đạo cơ quan được phân công.")
            .with(PlaceKind.CLAUSE, "dieu-7/khoan-4", "dieu-7", "Báo cáo kết quả hằng tháng.");
    private final Text now = new Text();
    private final List<StoredTie> ties = new ArrayList<>();

    private void tie(Tie.Kind kind, List<String> before, List<String> after) {
        tie(kind, before, after, false);
    }

    private void tie(Tie.Kind kind, List<String> before, List<String> after, boolean editorial) {
        List<ProvisionId> from = before.stream().map(path -> old.at(path).id()).toList();
        List<ProvisionId> to = after.stream().map(path -> now.at(path).id()).toList();
        StoredTie.Pair main =
                from.isEmpty() || to.isEmpty() ? null : new StoredTie.Pair(from.getFirst(), to.getFirst());
        ties.add(new StoredTie(
                new TieId(UUID.randomUUID()),
                kind,
                from,
                to,
                main,
                0.9,
                editorial,
                Set.of(),
                StoredTie.State.PROPOSED,
                null));
    }

    private Anchoring anchoring() {
        Edition first = old.edition();
        return new Anchoring(first, List.of(new Step(first, now.edition(), ties)));
    }

    private Anchor anchor(String path, @Nullable String words) {
        PlacedProvision place = old.at(path);
        String text = place.text().isEmpty() ? Objects.requireNonNullElse(place.heading(), "") : place.text();
        Quotation quote = words == null ? null : new Quotation(words, "", "", text.indexOf(words));
        return anchoring().of(new Spot(place.id(), quote), version -> null);
    }

    private static @Nullable String words(Anchor anchor) {
        return anchor.quote() == null ? null : anchor.quote().words();
    }

    @Test
    void whatIsTheSameIsInPlaceAndWhatHasAnotherNumberIsMoved() {
        now.with(PlaceKind.ARTICLE, "dieu-8", null, "")
                .with(PlaceKind.CLAUSE, "dieu-7/khoan-3", "dieu-8", "Chỉ đạo cơ quan được phân công.")
                .with(PlaceKind.CLAUSE, "dieu-8/khoan-4", "dieu-8", "Báo cáo kết quả hằng tháng.");
        tie(Tie.Kind.SAME, List.of("dieu-7/khoan-3"), List.of("dieu-7/khoan-3"));
        tie(Tie.Kind.MOVED, List.of("dieu-7/khoan-4"), List.of("dieu-8/khoan-4"));
        assertThat(anchor("dieu-7/khoan-3", null).state()).isEqualTo(AnchorState.IN_PLACE);
        assertThat(anchor("dieu-7/khoan-3", "phân công").exact()).isTrue();
        Anchor moved = anchor("dieu-7/khoan-4", "hằng tháng");
        assertThat(moved.state()).isEqualTo(AnchorState.MOVED);
        assertThat(moved.place()).isEqualTo(now.at("dieu-8/khoan-4").id());
        assertThat(moved.exact()).isTrue();
    }

    @Test
    void theWordsThemselvesDecideWhetherTheTextHasChanged() {
        now.with(
                PlaceKind.CLAUSE,
                "dieu-7/khoan-2",
                null,
                "Cho ý kiến trong thời hạn 05 ngày làm việc kể từ ngày nhận được; quá hạn coi như đồng ý.");
        tie(Tie.Kind.EDITED, List.of("dieu-7/khoan-2"), List.of("dieu-7/khoan-2"));
        Anchor changed = anchor("dieu-7/khoan-2", "03 ngày");
        assertThat(changed.state()).isEqualTo(AnchorState.TEXT_CHANGED);
        assertThat(changed.exact()).isFalse();
        assertThat(words(changed)).isEqualTo("05 ngày");
        Anchor untouched = anchor("dieu-7/khoan-2", "quá hạn coi như đồng ý");
        assertThat(untouched.state()).isEqualTo(AnchorState.IN_PLACE);
        assertThat(untouched.exact()).isTrue();
        assertThat(anchor("dieu-7/khoan-2", null).state()).isEqualTo(AnchorState.TEXT_CHANGED);
    }

    @Test
    void anotherSpellingIsNoOtherText() {
        now.with(
                PlaceKind.CLAUSE,
                "dieu-7/khoan-2",
                null,
                "Cho ý kiến trong thời hạn 03 ngày kể từ ngày nhận được; quá hạn coi như đồng ý. ".replace("ý", "Ý"));
        tie(Tie.Kind.EDITED, List.of("dieu-7/khoan-2"), List.of("dieu-7/khoan-2"), true);
        Anchor anchor = anchor("dieu-7/khoan-2", "coi như đồng ý");
        assertThat(anchor.state()).isEqualTo(AnchorState.IN_PLACE);
        assertThat(anchor.exact()).isFalse();
        assertThat(words(anchor)).isEqualTo("coi như đồng Ý");
        assertThat(anchor("dieu-7/khoan-2", null).state()).isEqualTo(AnchorState.IN_PLACE);
    }

    @Test
    void whatWentStandsAtTheNextThatIsLeftAboveIt() {
        now.with(PlaceKind.ARTICLE, "dieu-8", null, "");
        tie(Tie.Kind.RENUMBERED, List.of("dieu-7"), List.of("dieu-8"));
        tie(Tie.Kind.REMOVED, List.of("dieu-7/khoan-4"), List.of());
        Anchor removed = anchor("dieu-7/khoan-4", "hằng tháng");
        assertThat(removed.state()).isEqualTo(AnchorState.REMOVED);
        assertThat(removed.place()).isEqualTo(now.at("dieu-8").id());
        assertThat(removed.quote()).isNull();
    }

    @Test
    void aboveTheHighestStandsTheBodyAsAWholeAndWithoutItNothingIsLeft() {
        tie(Tie.Kind.REMOVED, List.of("chuong-1"), List.of());
        tie(Tie.Kind.REMOVED, List.of("dieu-7"), List.of());
        assertThat(anchor("dieu-7", null).state()).isEqualTo(AnchorState.UNPLACED);
        assertThat(anchor("dieu-7", null).place()).isNull();
        now.with(
                PlaceKind.WHOLE_BODY,
                "toan-van",
                null,
                "",
                Objects.requireNonNull(old.at("toan-van").lineage()));
        assertThat(anchor("dieu-7", null).state()).isEqualTo(AnchorState.REMOVED);
        assertThat(anchor("dieu-7", null).place()).isEqualTo(now.at("toan-van").id());
    }

    @Test
    void whatWasMergedIsMovedWhereItsWordsAreWholeAndWhatWasSplitIsWhereItsWordsAre() {
        now.with(
                        PlaceKind.CLAUSE,
                        "dieu-7/khoan-3",
                        null,
                        "Chỉ đạo cơ quan được phân công. Báo cáo kết quả hằng tháng.")
                .with(
                        PlaceKind.CLAUSE,
                        "dieu-7/khoan-5",
                        null,
                        "Cho ý kiến trong thời hạn 03 ngày kể từ ngày nhận được.")
                .with(PlaceKind.CLAUSE, "dieu-7/khoan-6", null, "Ai không gửi thì quá hạn coi như đồng ý.");
        tie(Tie.Kind.MERGED, List.of("dieu-7/khoan-3", "dieu-7/khoan-4"), List.of("dieu-7/khoan-3"));
        tie(Tie.Kind.SPLIT, List.of("dieu-7/khoan-2"), List.of("dieu-7/khoan-5", "dieu-7/khoan-6"));
        assertThat(anchor("dieu-7/khoan-4", null).state()).isEqualTo(AnchorState.MOVED);
        assertThat(anchor("dieu-7/khoan-3", null).state()).isEqualTo(AnchorState.IN_PLACE);
        assertThat(anchor("dieu-7/khoan-2", "quá hạn coi như đồng ý").place())
                .isEqualTo(now.at("dieu-7/khoan-6").id());
        assertThat(anchor("dieu-7/khoan-2", "03 ngày").place())
                .isEqualTo(now.at("dieu-7/khoan-5").id());
        assertThat(anchor("dieu-7/khoan-2", null).state()).isEqualTo(AnchorState.TEXT_CHANGED);
    }

    @Test
    void aChapterHasChangedWhereAnythingBelowItHas() {
        now.with(PlaceKind.CHAPTER, "chuong-1", null, "Quy định chung")
                .with(PlaceKind.ARTICLE, "dieu-7", "chuong-1", "");
        tie(Tie.Kind.SAME, List.of("chuong-1"), List.of("chuong-1"));
        tie(Tie.Kind.SAME, List.of("dieu-7"), List.of("dieu-7"));
        for (String clause : List.of("dieu-7/khoan-2", "dieu-7/khoan-3")) {
            now.with(PlaceKind.CLAUSE, clause, "dieu-7", old.at(clause).text());
            tie(Tie.Kind.SAME, List.of(clause), List.of(clause));
        }
        now.with(PlaceKind.CLAUSE, "dieu-7/khoan-4", "dieu-7", "Báo cáo hằng quý.");
        tie(Tie.Kind.SAME, List.of("dieu-7/khoan-4"), List.of("dieu-7/khoan-4"));
        assertThat(anchor("chuong-1", null).state()).isEqualTo(AnchorState.IN_PLACE);
        ties.removeLast();
        tie(Tie.Kind.EDITED, List.of("dieu-7/khoan-4"), List.of("dieu-7/khoan-4"));
        assertThat(anchor("chuong-1", null).state()).isEqualTo(AnchorState.TEXT_CHANGED);
        ties.removeLast();
        tie(Tie.Kind.REMOVED, List.of("dieu-7/khoan-4"), List.of());
        assertThat(anchor("chuong-1", null).state()).isEqualTo(AnchorState.TEXT_CHANGED);
    }

    @Test
    void shortWordsThatWentAreNotTakenForTheSameWordsElsewhere() {
        now.with(PlaceKind.CLAUSE, "dieu-7/khoan-2", null, "Quá hạn coi như đồng ý; việc gấp: 03 ngày.");
        tie(Tie.Kind.EDITED, List.of("dieu-7/khoan-2"), List.of("dieu-7/khoan-2"));
        Anchor anchor = anchor("dieu-7/khoan-2", "ý kiến");
        assertThat(anchor.state()).isEqualTo(AnchorState.TEXT_CHANGED);
        assertThat(anchor.exact()).isFalse();
    }

    @Test
    void whatAPersonHasPutSomewhereIsFollowedFromThere() {
        now.with(PlaceKind.CLAUSE, "dieu-7/khoan-3", null, "Chỉ đạo cơ quan được phân công.");
        Text third = new Text().with(PlaceKind.CLAUSE, "dieu-9/khoan-1", null, "Chỉ đạo cơ quan được phân công.");
        tie(Tie.Kind.REMOVED, List.of("dieu-7/khoan-4"), List.of());
        Edition first = old.edition();
        Edition second = now.edition();
        PlacedProvision from = now.at("dieu-7/khoan-3");
        PlacedProvision to = third.at("dieu-9/khoan-1");
        StoredTie renumbered = new StoredTie(
                new TieId(UUID.randomUUID()),
                Tie.Kind.MOVED,
                List.of(from.id()),
                List.of(to.id()),
                new StoredTie.Pair(from.id(), to.id()),
                1,
                false,
                Set.of(),
                StoredTie.State.PROPOSED,
                null);
        Anchoring way = new Anchoring(
                first, List.of(new Step(first, second, ties), new Step(second, third.edition(), List.of(renumbered))));
        Spot spot = new Spot(old.at("dieu-7/khoan-4").id(), null);
        Anchor placed = way.of(spot, version -> version.equals(now.id) ? new Anchoring.Hand(from.id()) : null);
        assertThat(placed).isEqualTo(new Anchor(AnchorState.MOVED, to.id(), true, null, true));
        Anchor taken = way.of(spot, version -> version.equals(now.id) ? new Anchoring.Hand(null) : null);
        assertThat(taken).isEqualTo(new Anchor(AnchorState.UNPLACED, null, false, null, true));
    }

    @Test
    void withoutTiesPlacesGoOnByTheirIdentity() {
        LineageId same = Objects.requireNonNull(old.at("dieu-7/khoan-3").lineage());
        now.with(PlaceKind.CLAUSE, "dieu-9/khoan-1", null, "Chỉ đạo cơ quan được phân công.", same);
        assertThat(anchor("dieu-7/khoan-3", null).state()).isEqualTo(AnchorState.MOVED);
        assertThat(anchor("dieu-7/khoan-3", "phân công").exact()).isTrue();
    }

    @Test
    void aPlaceIsNamedAsLettersNameIt() {
        assertThat(anchoring().name(old.at("dieu-7/khoan-4").id())).contains("Khoản 4 Điều 7");
        assertThat(anchoring().name(ProvisionId.next())).isEmpty();
    }
}
