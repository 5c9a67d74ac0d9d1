package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.GROUP;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.alignment.Decisions;
import vn.gopy.draft.alignment.VersionAlignments;
import vn.gopy.draft.anchor.AnchorState;

/** What was said of a version, beside the next one. */
@IntegrationTest
class AnchoredThreadsTest {

    private static final List<String> SECOND = List.of(
            "QUY CHẾ",
            "Làm việc của Ban Chỉ đạo",
            "Điều 1. Phạm vi điều chỉnh",
            "Quy chế này quy định việc phối hợp giữa các cơ quan.",
            "Điều 2. Nguyên tắc",
            "Ban Chỉ đạo làm việc theo nguyên tắc tập trung dân chủ, quyết định theo đa số.",
            "Điều 3. Trách nhiệm",
            "1. Cơ quan Thường trực gửi tài liệu trước phiên họp 05 ngày làm việc.",
            "Điều 4. Hiệu lực",
            "Quy chế này có hiệu lực kể từ ngày ký.");

    private static final String PAPERS = "dieu-2/khoan-1";
    private static final String ANSWERS = "dieu-2/khoan-2";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    VersionAlignments alignments;

    @Autowired
    Composing composing;

    @Autowired
    ThreadFeeds feeds;

    @Autowired
    HandPlacing hands;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    private Person owner;
    private Person member;
    private Dossier dossier;
    private VersionId first;
    private VersionId second;

    @BeforeEach
    void aDraftIsSpokenOf() {
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, INVITED, GROUP, member);
        first = texts.published(owner, dossier);
    }

    private Comment said(String path, @Nullable String quote, @Nullable String replacement) {
        return composing.create(
                member,
                texts.place(first, path).id(),
                new NewComment(
                        CommentKind.EDIT,
                        "Đề nghị xem lại",
                        quote,
                        null,
                        null,
                        null,
                        replacement,
                        List.of(),
                        null,
                        null,
                        true,
                        List.of()));
    }

    private void next() {
        second = texts.published(owner, dossier, SECOND);
    }

    private PlacedOpinion placed(Comment comment) {
        return Objects.requireNonNull(feeds.of(owner, second, null).placed().get(comment.id()));
    }

    private ProvisionId place(VersionId version, String path) {
        return texts.place(version, path).id();
    }

    @Test
    void everyOpinionStandsBesideTheNextVersionInOneOfFourStates() {
        Comment kept = said("dieu-1", null, null);
        Comment moved = said("dieu-3", null, null);
        Comment edited = said(PAPERS, "03 ngày", "05 ngày làm việc");
        Comment untouched = said(PAPERS, "trước phiên họp", "trước cuộc họp");
        Comment removed = said(ANSWERS, "bằng văn bản", null);
        next();
        assertThat(placed(kept).anchor().state()).isEqualTo(AnchorState.IN_PLACE);
        assertThat(placed(moved).anchor().state()).isEqualTo(AnchorState.MOVED);
        assertThat(placed(moved).anchor().place()).isEqualTo(place(second, "dieu-4"));
        assertThat(placed(moved).place()).isEqualTo("Điều 3");
        assertThat(placed(moved).ordinal()).isEqualTo(1);
        assertThat(placed(edited).anchor().state()).isEqualTo(AnchorState.TEXT_CHANGED);
        assertThat(placed(edited).uptake()).isEqualTo(Uptake.SEEN);
        assertThat(placed(untouched).anchor().state()).isEqualTo(AnchorState.MOVED);
        assertThat(placed(untouched).anchor().exact()).isTrue();
        assertThat(placed(untouched).uptake()).isEqualTo(Uptake.NOT_SEEN);
        assertThat(placed(removed).anchor().state()).isEqualTo(AnchorState.REMOVED);
        assertThat(placed(removed).anchor().place()).isEqualTo(place(second, "dieu-3"));
    }

    @Test
    void theApiTellsWhereAnOpinionStandsAndWhereItWasSaid() {
        said(PAPERS, "03 ngày", "05 ngày làm việc");
        next();
        JsonNode thread = api.as(owner)
                .get("/api/v1/versions/" + second + "/comments")
                .json()
                .path("items")
                .get(0);
        assertThat(thread.path("provisionId").asString())
                .isEqualTo(place(second, "dieu-3/khoan-1").toString());
        assertThat(thread.path("anchor").asString()).isEqualTo("TEXT_CHANGED");
        assertThat(thread.path("exact").asBoolean()).isFalse();
        assertThat(thread.path("quote").asString()).isEqualTo("05 ngày");
        assertThat(thread.path("from").path("ordinal").asInt()).isEqualTo(1);
        assertThat(thread.path("from").path("place").asString()).isEqualTo("Khoản 1 Điều 2");
        assertThat(thread.path("from").path("quote").asString()).isEqualTo("03 ngày");
        assertThat(thread.path("from").path("uptake").asString()).isEqualTo("SEEN");
        JsonNode own = api.as(owner)
                .get("/api/v1/versions/" + first + "/comments")
                .json()
                .path("items")
                .get(0);
        assertThat(own.path("from").isNull()).isTrue();
        assertThat(own.path("anchor").asString()).isEqualTo("IN_PLACE");
    }

    @Test
    void whatWasTakenBackKeepsItsTraceThereWithoutWords() {
        Comment comment = said(PAPERS, "03 ngày", "05 ngày làm việc");
        composing.delete(member, comment.id(), comment.version());
        next();
        JsonNode thread = api.as(owner)
                .get("/api/v1/versions/" + second + "/comments")
                .json()
                .path("items")
                .get(0);
        assertThat(thread.toString()).doesNotContain("ngày làm việc", "03 ngày", "05 ngày");
    }

    @Test
    void correctingATieMovesTheOpinionsAndOpenPagesAreToldEverythingAnew() {
        Comment comment = said(ANSWERS, null, null);
        next();
        String mark = feeds.of(owner, second, null).mark();
        assertThat(feeds.of(owner, second, mark).whole()).isFalse();
        alignments.decide(
                owner,
                second,
                drafts.get(owner, second).version(),
                new Decisions(
                        List.of(),
                        List.of(new Decisions.Corrected(
                                List.of(place(first, ANSWERS)), List.of(place(second, "dieu-2")))),
                        List.of()));
        assertThat(placed(comment).anchor().place()).isEqualTo(place(second, "dieu-2"));
        assertThat(feeds.of(owner, second, mark).whole()).isTrue();
    }

    @Test
    void aPersonPutsAnOpinionSomewhereAndTakesThatBack() {
        Comment comment = said(ANSWERS, null, null);
        next();
        var there = hands.put(owner, comment.id(), comment.version(), second, place(second, "dieu-2"));
        assertThat(there.at().anchor().state()).isEqualTo(AnchorState.MOVED);
        assertThat(there.at().anchor().byHand()).isTrue();
        assertThat(placed(comment).anchor().place()).isEqualTo(place(second, "dieu-2"));
        var nowhere = hands.put(owner, comment.id(), there.comment().version(), second, null);
        assertThat(nowhere.at().anchor().state()).isEqualTo(AnchorState.UNPLACED);
        var released = hands.release(owner, comment.id(), nowhere.comment().version(), second);
        assertThat(released.at().anchor().state()).isEqualTo(AnchorState.REMOVED);
        assertThat(released.at().anchor().byHand()).isFalse();
    }

    @Test
    void onlyAnOpinionOfAnEarlierVersionIsPutAndOnlyByWhoMayDecide() {
        Comment comment = said(ANSWERS, null, null);
        next();
        assertThat(Refused.by(() -> hands.put(member, comment.id(), comment.version(), second, null)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> hands.put(owner, comment.id(), comment.version(), first, null)))
                .isEqualTo("422 ANCHOR_NOT_EARLIER");
        assertThat(Refused.by(() -> hands.put(owner, comment.id(), comment.version(), second, place(first, "dieu-1"))))
                .isEqualTo("422 PLACES_ELSEWHERE");
        assertThat(Refused.by(() -> hands.put(owner, comment.id(), comment.version() + 1, second, null)))
                .isEqualTo("412 STALE");
        Person stranger = committee.person(Role.MEMBER);
        assertThat(Refused.by(() -> hands.put(stranger, comment.id(), comment.version(), second, null)))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void ofTwoWhoPutTheSameOpinionAtOnceOneIsRefused() {
        Comment comment = said(ANSWERS, null, null);
        next();
        assertThat(turns.of(
                        () -> hands.put(owner, comment.id(), comment.version(), second, place(second, "dieu-1")),
                        () -> hands.put(owner, comment.id(), comment.version(), second, place(second, "dieu-2"))))
                .containsExactly("done", "412 STALE");
        assertThat(placed(comment).anchor().place()).isEqualTo(place(second, "dieu-1"));
    }

    @Test
    void whatIsPutByHandComesToOpenPagesWithoutAskingForEverything() {
        Comment comment = said(ANSWERS, null, null);
        next();
        String mark = feeds.of(member, second, null).mark();
        hands.put(owner, comment.id(), comment.version(), second, place(second, "dieu-2"));
        ThreadFeed feed = feeds.of(member, second, mark);
        assertThat(feed.whole()).isFalse();
        assertThat(feed.placed()).containsOnlyKeys(comment.id());
    }

    @Test
    void manyOpinionsOfEarlierVersionsTakeAsManyStatementsAsOne() {
        said(PAPERS, "03 ngày", null);
        next();
        feeds.of(owner, second, null);
        int one = StatementCounter.count(() -> feeds.of(owner, second, null));
        IntStream.range(0, 20).forEach(n -> said(PAPERS, "03 ngày", null));
        assertThat(StatementCounter.count(() -> feeds.of(owner, second, null))).isEqualTo(one);
    }
}
