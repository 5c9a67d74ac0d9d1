package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Place;

class PlaceKindTest {

    @Test
    void thereIsOneForEveryLevelTheAnnexAndEveryPlaceOutsideTheTree() {
        List<PlaceKind> levels =
                Arrays.stream(Level.values()).map(PlaceKind::of).toList();
        List<PlaceKind> others =
                Arrays.stream(Place.Kind.values()).map(PlaceKind::of).toList();
        assertThat(Stream.of(levels, List.of(PlaceKind.ANNEX), others).flatMap(List::stream))
                .containsExactlyInAnyOrder(PlaceKind.values());
        assertThat(levels).noneMatch(PlaceKind::isOutsideTree);
        assertThat(others).allMatch(PlaceKind::isOutsideTree);
        assertThat(PlaceKind.ANNEX.isOutsideTree()).isFalse();
        assertThat(Arrays.stream(PlaceKind.values()).filter(PlaceKind::isDivision))
                .containsExactly(PlaceKind.PART, PlaceKind.CHAPTER, PlaceKind.SECTION, PlaceKind.SUBSECTION);
    }
}
