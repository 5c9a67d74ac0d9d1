package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.RoundId;

/** Opinions on the version before, on the screen and on paper, beside the next one. */
@IntegrationTest
class EarlierOpinionsTest {

    private static final List<String> SECOND = List.of(
            "QUY CHẾ",
            "Làm việc của Ban Chỉ đạo",
            "Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc phối hợp giữa các cơ quan.",
            "Điều 2. Trách nhiệm",
            "1. Cơ quan Thường trực gửi tài liệu trước phiên họp 05 ngày làm việc.",
            "Điều 3. Quản lý hồ sơ và bảo vệ bí mật nhà nước",
            "Tài liệu mật không được cập nhật lên nền tảng số.",
            "Điều 4. Hiệu lực",
            "Quy chế này có hiệu lực kể từ ngày ký.");

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Points points;

    @Autowired
    PointPlacing placing;

    @Autowired
    EarlierOpinions opinions;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person member;
    private Unit unit;
    private Dossier dossier;
    private VersionId first;
    private VersionId second;
    private RoundId round;
    private PointId onAnswers;
    private PointId onPapers;

    @BeforeEach
    void aDraftIsSpokenOf() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        unit = committee.unit();
        Person owner = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.SEALED, member);
        first = texts.published(owner, dossier);
        round = committee
                .round(first)
                .asking(unit)
                .asking(member)
                .open(secretary)
                .id();
        composing.create(member, place(first, "dieu-1"), NewComment.of(CommentKind.EDIT, "Nhất trí"));
        onAnswers = entered("dieu-2/khoan-2", "Đề nghị bổ sung quy định về quản lý hồ sơ và bảo vệ bí mật nhà nước.");
        onPapers = entered("dieu-2/khoan-1", "Thời hạn 03 ngày là ngắn.");
        entered(null, "Kiến nghị khác");
        second = texts.published(owner, dossier, SECOND);
    }

    private PointId entered(@Nullable String path, String text) {
        return entered(path, text, false);
    }

    private PointId entered(@Nullable String path, String text, boolean restricted) {
        List<ProvisionId> places = path == null ? List.of() : List.of(place(first, path));
        return points.enter(
                        secretary,
                        round,
                        List.of(new NewPoint(
                                first,
                                unit.code(),
                                null,
                                CommentKind.EDIT,
                                text,
                                null,
                                SourceKind.LETTER,
                                "12/CV",
                                places,
                                places.isEmpty(),
                                restricted)))
                .getFirst();
    }

    private ProvisionId place(VersionId version, String path) {
        return texts.place(version, path).id();
    }

    private EarlierOpinion onAnswers() {
        return opinions.of(secretary, second).stream()
                .filter(one -> onAnswers.equals(one.point()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyOpinionCountsOnceWhereverItWasSaid() {
        JsonNode earlier = api.as(secretary)
                .get("/api/v1/versions/" + second + "/earlier-opinions")
                .json();
        assertThat(earlier.path("total").asInt()).isEqualTo(4);
        assertThat(earlier.path("general").asInt()).isEqualTo(1);
        assertThat(earlier.path("counts").path("IN_PLACE").asInt()).isEqualTo(1);
        assertThat(earlier.path("counts").path("REMOVED").asInt()).isEqualTo(1);
        assertThat(earlier.path("items")).singleElement().satisfies(item -> {
            assertThat(item.path("point").asString()).isEqualTo(onAnswers.toString());
            assertThat(item.path("place").asString()).isEqualTo("Khoản 2 Điều 2");
            assertThat(item.path("provisionId").asString())
                    .isEqualTo(place(second, "dieu-2").toString());
            assertThat(item.path("likely").asString())
                    .isEqualTo(place(second, "dieu-3").toString());
        });
        assertThat(opinions.of(secretary, first)).isEmpty();
    }

    @Test
    void whoIsNotOfTheSecretariatCountsWhatIsTheirsToSee() {
        assertThat(opinions.of(member, second)).singleElement().satisfies(one -> {
            assertThat(one.comment()).isNotNull();
            assertThat(one.text()).isEqualTo("Nhất trí");
        });
    }

    @Test
    void aPointOnPaperIsPutSomewhereAndLetGo() {
        var put = placing.put(secretary, onAnswers, onAnswers().version(), second, place(second, "dieu-3"));
        assertThat(put.anchor().state()).isEqualTo(AnchorState.MOVED);
        assertThat(Objects.requireNonNull(onAnswers().anchor()).place()).isEqualTo(place(second, "dieu-3"));
        assertThat(Objects.requireNonNull(onAnswers().anchor()).byHand()).isTrue();
        var none = placing.put(secretary, onAnswers, put.version(), second, null);
        assertThat(none.anchor().state()).isEqualTo(AnchorState.UNPLACED);
        var back = placing.release(secretary, onAnswers, none.version(), second);
        assertThat(back.anchor().state()).isEqualTo(AnchorState.REMOVED);
    }

    @Test
    void ofTwoWhoPutTheSamePointAtOnceOneIsRefused() {
        int seen = onAnswers().version();
        assertThat(turns.of(
                        () -> placing.put(secretary, onAnswers, seen, second, place(second, "dieu-3")),
                        () -> placing.put(secretary, onAnswers, seen, second, null)))
                .containsExactly("done", "412 STALE");
    }

    @Test
    void onlyAPointOfAnEarlierVersionIsPut() {
        int seen = onAnswers().version();
        assertThat(Refused.by(() -> placing.put(secretary, onAnswers, seen, first, null)))
                .isEqualTo("422 ANCHOR_NOT_EARLIER");
        assertThat(Refused.by(() -> placing.put(secretary, onAnswers, seen, second, place(first, "dieu-1"))))
                .isEqualTo("422 PLACES_ELSEWHERE");
        assertThat(Refused.by(() -> placing.put(member, onAnswers, seen, second, null)))
                .isEqualTo("403 FORBIDDEN");
    }

    @Test
    void theLifeOfAPlaceHasItsWordsOldestFirstAndWhatWasSaidOfIt() {
        points.answer(
                secretary,
                points.get(secretary, onPapers).id(),
                points.get(secretary, onPapers).version(),
                Outcome.ACCEPT,
                "Tiếp thu, sửa thành 05 ngày làm việc.",
                null);
        String clause = "/api/v1/provisions/" + place(second, "dieu-2/khoan-1") + "/life";
        JsonNode life = api.as(secretary).get(clause).json();
        assertThat(life.path("stages")).hasSize(2);
        assertThat(life.path("stages").get(0).path("ordinal").asInt()).isEqualTo(1);
        assertThat(life.path("stages").get(0).path("place").asString()).isEqualTo("Khoản 1 Điều 2");
        assertThat(life.path("stages").get(1).path("steps").toString())
                .contains("{\"op\":\"delete\",\"text\":\"03\"", "{\"op\":\"insert\",\"text\":\"05\"");
        assertThat(life.path("said")).singleElement().satisfies(said -> {
            assertThat(said.path("outcome").asString()).isEqualTo("ACCEPT");
            assertThat(said.path("answer").asString()).startsWith("Tiếp thu");
        });
        assertThat(api.as(member).get(clause).json().path("said")).isEmpty();
        JsonNode fresh = api.as(member)
                .get("/api/v1/provisions/" + place(second, "dieu-3") + "/life")
                .json();
        assertThat(fresh.path("stages")).hasSize(1);
        JsonNode oldest = api.as(member)
                .get("/api/v1/provisions/" + place(first, "dieu-1") + "/life")
                .json();
        assertThat(oldest.path("stages")).isEmpty();
    }

    @Test
    void manyPointsTakeAsManyStatementsAsOne() {
        opinions.of(secretary, second);
        int few = StatementCounter.count(() -> opinions.of(secretary, second));
        for (int n = 0; n < 10; n++) {
            entered("dieu-2/khoan-1", "Ý kiến số " + n);
        }
        assertThat(StatementCounter.count(() -> opinions.of(secretary, second))).isEqualTo(few);
    }

    @Test
    void opinionsAreReasonsBesideWhatWasChangedAndInThePaper() throws IOException {
        points.answer(
                secretary,
                onPapers,
                points.get(secretary, onPapers).version(),
                Outcome.ACCEPT,
                "Đã sửa thành 05 ngày làm việc.",
                null);
        String path = "/api/v1/versions/" + second + "/comparison";

        JsonNode told = api.as(secretary).get(path + "/reasons?with=" + first).json();
        assertThat(told.path("all").asBoolean()).isTrue();
        assertThat(told.path("said"))
                .anySatisfy(one -> {
                    assertThat(one.path("address").asString()).isEqualTo("dieu-2/khoan-1");
                    assertThat(one.path("who").asString()).isEqualTo(unit.name());
                    assertThat(one.path("taken").asBoolean()).isTrue();
                    assertThat(one.path("verdict").asString()).isEqualTo("Tiếp thu");
                    assertThat(one.path("answer").asString()).isEqualTo("Đã sửa thành 05 ngày làm việc.", null);
                })
                .anySatisfy(one -> assertThat(one.path("outcome").isNull()).isTrue());
        assertThat(explanations(secretary, path))
                .contains("Tiếp thu ý kiến của " + unit.name() + ". Đã sửa thành 05 ngày làm việc.");

        JsonNode own = api.as(member).get(path + "/reasons?with=" + first).json();
        assertThat(own.path("all").asBoolean()).isFalse();
        assertThat(own.path("said"))
                .singleElement()
                .satisfies(one -> assertThat(one.path("text").asString()).isEqualTo("Nhất trí"));
        assertThat(explanations(member, path)).doesNotContain("Tiếp thu");
    }

    @Test
    void aRestrictedOpinionIsNoReasonInThePaper() throws IOException {
        PointId told = entered("dieu-2/khoan-1", "Chỉ báo cáo Trưởng ban.", true);
        points.answer(
                secretary,
                told,
                points.get(secretary, told).version(),
                Outcome.ACCEPT,
                "Đã sửa theo báo cáo riêng.",
                null);
        assertThat(explanations(secretary, "/api/v1/versions/" + second + "/comparison"))
                .contains("Sửa")
                .doesNotContain("báo cáo riêng");
    }

    private String explanations(Person asker, String path) throws IOException {
        byte[] paper =
                api.as(asker).get(path + ".docx?with=" + first).response().getContentAsByteArray();
        try (var word = new XWPFDocument(new ByteArrayInputStream(paper))) {
            return word.getTables().getLast().getRows().stream()
                    .map(row -> row.getCell(2).getText())
                    .collect(Collectors.joining("\n"));
        }
    }
}
