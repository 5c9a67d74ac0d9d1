package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.gopy.draft.PlaceKind;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;

class LikelyPlacesTest {

    private static PlacedProvision article(@Nullable String heading, String text) {
        return new PlacedProvision(
                ProvisionId.next(),
                null,
                new VersionId(UUID.randomUUID()),
                0,
                PlaceKind.ARTICLE,
                "QC",
                "dieu-1",
                null,
                "1",
                "Điều 1",
                heading,
                text,
                null,
                null);
    }

    @Test
    void theHeadingThatAnOpinionAsksForIsFound() {
        PlacedProvision papers = article("Quản lý hồ sơ, tài liệu và bảo vệ bí mật nhà nước", "");
        PlacedProvision meetings = article("Kết luận phiên họp và theo dõi thực hiện kết luận", "");
        var places = new LikelyPlaces(List.of(meetings, papers));
        assertThat(places.of("Đề nghị bổ sung 01 điều quy định về quản lý hồ sơ, tài liệu và bảo vệ bí mật nhà nước."))
                .contains(papers);
        assertThat(places.of("Đề nghị rà soát lại dẫn chiếu.")).isEmpty();
    }

    @Test
    void aPlaceWithoutHeadingIsKnownByItsWordsAndOneOfAWordOrTwoByNothing() {
        PlacedProvision clause = article(null, "Tài liệu mật không cập nhật lên nền tảng số.");
        assertThat(new LikelyPlaces(List.of(clause)).of("quy định rõ không cập nhật tài liệu mật lên nền tảng số"))
                .contains(clause);
        assertThat(new LikelyPlaces(List.of(article("Hiệu lực", ""))).of("Hiệu lực thi hành"))
                .isEmpty();
    }
}
