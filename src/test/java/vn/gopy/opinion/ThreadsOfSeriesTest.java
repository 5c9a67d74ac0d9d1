package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.draft.Audience.INVITED;
import static vn.gopy.draft.Discussion.GROUP;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.LineageId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.AdjustableClock;
import vn.gopy.shared.SqlParameters;

/** Threads are read by dossier, series and version; what place they are on, the place itself says. */
@IntegrationTest
class ThreadsOfSeriesTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    Composing composing;

    @Autowired
    Comments comments;

    @Autowired
    ThreadFeeds feeds;

    @Autowired
    CommentRepository repository;

    @Autowired
    AdjustableClock clock;

    @Autowired
    JdbcClient jdbc;

    private Person owner;
    private Dossier dossier;
    private VersionId first;
    private VersionId second;
    private Comment onFirst;
    private Comment onSecond;
    private Comment onDossier;

    @BeforeEach
    void twoVersionsAreSpokenOf() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, INVITED, GROUP);
        first = texts.published(owner, dossier);
        onFirst = said(first);
        second = texts.published(owner, dossier);
        onSecond = said(second);
        onDossier = composing.create(owner, dossier.id(), NewComment.of(CommentKind.OTHER, "Ý kiến chung"));
    }

    private Comment said(VersionId version) {
        return composing.create(owner, texts.place(version, "dieu-1").id(), NewComment.of(CommentKind.OTHER, "Ý kiến"));
    }

    private List<CommentId> read(Beside beside) {
        return repository.visible(beside, owner, clock.instant()).stream()
                .map(Comment::id)
                .toList();
    }

    @Test
    void besideAVersionStandItsThreadsThoseSentOnEarlierOnesAndThoseOfTheWholeDossier() {
        composing.create(
                owner,
                texts.place(first, "dieu-1").id(),
                NewComment.of(CommentKind.OTHER, "Chưa gửi").unsent());
        assertThat(comments.of(owner, first))
                .extracting(Comment::id)
                .contains(onFirst.id(), onDossier.id())
                .doesNotContain(onSecond.id());
        assertThat(comments.of(owner, second))
                .extracting(Comment::id)
                .containsExactly(onFirst.id(), onSecond.id(), onDossier.id());
    }

    @Test
    void aBareAgreementStaysWithTheWordsThatItWasGivenTo() {
        Comment bare = agreed("");
        Comment worded = agreed("Nhất trí, vì đúng thẩm quyền.");
        assertThat(comments.of(owner, first)).extracting(Comment::id).contains(bare.id(), worded.id());
        assertThat(comments.of(owner, second))
                .extracting(Comment::id)
                .contains(worded.id())
                .doesNotContain(bare.id());
    }

    private Comment agreed(String words) {
        return composing.create(owner, texts.place(first, "dieu-1").id(), NewComment.of(CommentKind.AGREE, words));
    }

    @Test
    void aVersionIsReadWithinItsOwnSeriesAndDossierAlone() {
        DraftVersion version = drafts.get(owner, first);
        Dossier other = committee.dossier(owner, INVITED, GROUP);
        DraftVersion elsewhere = drafts.get(owner, texts.published(owner, other));
        assertThat(read(Beside.of(version, List.of()))).containsExactly(onFirst.id(), onDossier.id());
        assertThat(read(new Beside(dossier.id(), elsewhere.seriesId(), first, List.of(second))))
                .containsExactly(onDossier.id());
        assertThat(read(new Beside(other.id(), version.seriesId(), first, List.of())))
                .isEmpty();
    }

    @Test
    void whatChangedAndWhatIsGoneComesBesideItsVersionToo() {
        String mark = feeds.of(owner, first, null).mark();
        String later = feeds.of(owner, second, null).mark();
        Comment answered = said(first);
        composing.delete(owner, onFirst.id(), onFirst.version());
        assertThat(feeds.of(owner, first, mark).comments())
                .extracting(Comment::id)
                .contains(answered.id());
        ThreadFeed beside = feeds.of(owner, second, later);
        assertThat(beside.whole()).isFalse();
        assertThat(beside.comments()).extracting(Comment::id).contains(answered.id(), onFirst.id());
        assertThat(beside.vanished()).isEmpty();
    }

    @Test
    void aThreadHasTheLineageThatItsPlaceHasNow() {
        LineageId before = Objects.requireNonNull(lineage());
        UUID corrected = jdbc.sql("INSERT INTO lineage (id, series_id)"
                        + " SELECT gen_random_uuid(), series_id FROM draft_version WHERE id = :version RETURNING id")
                .paramSource(SqlParameters.of("version", first))
                .query(UUID.class)
                .single();
        jdbc.sql("UPDATE provision SET lineage_id = :lineage WHERE id = :place")
                .paramSource(SqlParameters.of("lineage", corrected)
                        .and("place", Objects.requireNonNull(onFirst.provisionId())))
                .update();
        assertThat(lineage()).isEqualTo(new LineageId(corrected)).isNotEqualTo(before);
        assertThat(feeds.of(owner, first, null).comments().getFirst().lineage()).isEqualTo(new LineageId(corrected));
    }

    private LineageId lineage() {
        return comments.of(owner, first).getFirst().lineage();
    }
}
