package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.StructureChecks;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Repair;
import vn.gopy.legaltext.Repair.Spot;

/** A structure repaired after its check: what was said stays where it was said. */
@IntegrationTest
class RevisedStructureTest {

    private static final int CLAUSE_1 = 5;
    private static final int CLAUSE_2 = 6;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Drafts drafts;

    @Autowired
    StructureChecks checks;

    @Autowired
    Comments comments;

    @Autowired
    HandPlacing hands;

    @Autowired
    Composing composing;

    @Autowired
    JdbcClient sql;

    private Person owner;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void published() {
        owner = committee.person(Role.MEMBER);
        dossier = committee.sealed(owner);
        draft = texts.published(owner, dossier);
    }

    private StructureChecks.Check revise(Repair... repairs) {
        return checks.apply(owner, draft, drafts.get(owner, draft).version(), List.of(repairs));
    }

    private Comment say(String path, String quote) {
        NewComment words = NewComment.of(CommentKind.OTHER, "Ý kiến");
        ProvisionId place = texts.place(draft, path).id();
        return composing.create(owner, place, quote == null ? words : words.about(quote));
    }

    private Map<ProvisionId, PlacedProvision> places() {
        return drafts.provisions(owner, draft).stream().collect(Collectors.toMap(PlacedProvision::id, place -> place));
    }

    @Test
    void aPlaceThatIsRaisedKeepsItsIdentityAndItsOpinions() {
        PlacedProvision before = texts.place(draft, "dieu-2/khoan-2");
        Comment comment = say("dieu-2/khoan-2", "bằng văn bản");
        StructureChecks.Check check = revise(new Repair.Promote(Spot.startOf(CLAUSE_2)));

        PlacedProvision after = texts.place(draft, "dieu-2~2");
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.lineage()).isEqualTo(before.lineage());
        assertThat(comments.get(owner, comment.id()).provisionId()).isEqualTo(after.id());
        assertThat(check.version().state()).isEqualTo(VersionState.PUBLISHED);
    }

    @Test
    void whatStandsAfterACutKeepsItsIdentityThoughItsNumberOrPathIsAnothers() {
        PlacedProvision clause2 = texts.place(draft, "dieu-2/khoan-2");
        PlacedProvision clause1 = texts.place(draft, "dieu-2/khoan-1");
        say("dieu-2/khoan-2", null);
        int cut = DraftFixture.REGULATION.get(CLAUSE_1).indexOf("trước phiên họp");
        revise(new Repair.Split(new Spot(CLAUSE_1, cut)), new Repair.Retype(new Spot(CLAUSE_1, cut), BlockRole.CLAUSE));

        assertThat(places().get(clause2.id()).text()).isEqualTo(clause2.text());
        assertThat(places().get(clause1.id()).text()).isEqualTo("Cơ quan Thường trực gửi tài liệu");
        assertThat(places().values()).as("new places have an identity too").noneMatch(place -> place.lineage() == null);
    }

    @Test
    void aRepairThatWouldLeaveAnOpinionWithoutItsPlaceIsRefusedAndChangesNothing() {
        say("dieu-2/khoan-2", null);
        Map<ProvisionId, PlacedProvision> before = places();

        assertThat(Refused.by(() -> revise(new Repair.Merge(Spot.startOf(CLAUSE_2)))))
                .isEqualTo("422 REPAIR_ORPHANS");
        assertThat(places()).isEqualTo(before);
    }

    @Test
    void withoutOpinionsAPlaceMayGo() {
        say("dieu-2/khoan-1", null);
        revise(new Repair.Merge(Spot.startOf(CLAUSE_2)));

        assertThat(drafts.provisions(owner, draft))
                .extracting(PlacedProvision::path)
                .contains("dieu-2/khoan-1")
                .doesNotContain("dieu-2/khoan-2");
    }

    @Test
    void aCutThatWouldTakeQuotedWordsAwayIsRefused() {
        say("dieu-2/khoan-1", "03 ngày làm việc");
        int cut = DraftFixture.REGULATION.get(CLAUSE_1).indexOf("trước phiên họp");

        assertThat(Refused.by(() -> revise(
                        new Repair.Split(new Spot(CLAUSE_1, cut)),
                        new Repair.Retype(new Spot(CLAUSE_1, cut), BlockRole.CLAUSE))))
                .isEqualTo("422 REPAIR_ORPHANS");
    }

    @Test
    void aPlaceWhereAPersonPutAnOpinionOfTheDraftBeforeIsKeptToo() {
        Comment before = say("dieu-1", null);
        draft = texts.published(owner, dossier);
        hands.put(
                owner,
                before.id(),
                before.version(),
                draft,
                texts.place(draft, "dieu-2/khoan-2").id());
        assertThat(Refused.by(() -> revise(new Repair.Merge(Spot.startOf(CLAUSE_2)))))
                .isEqualTo("422 REPAIR_ORPHANS");
        hands.release(owner, before.id(), before.version() + 1, draft);
        revise(new Repair.Merge(Spot.startOf(CLAUSE_2)));
    }

    @Test
    void aPointOfAConsolidationKeepsItsPlaceToo() {
        Person secretary = committee.person(Role.SECRETARIAT);
        committee.round(draft).asking(owner).open(secretary);
        say("dieu-3", null);

        assertThat(Refused.by(() ->
                        revise(new Repair.Merge(Spot.startOf(DraftFixture.REGULATION.indexOf("Điều 3. Hiệu lực"))))))
                .isEqualTo("422 REPAIR_ORPHANS");
    }

    @Test
    void aRevisionIsCountedAndLeavesItsTrace() {
        revise(new Repair.Promote(Spot.startOf(CLAUSE_2)));
        revise();

        assertThat(sql.sql("SELECT revision FROM draft_version WHERE id = :id")
                        .param("id", draft.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(sql.sql("SELECT count(*) FROM audit_entry WHERE action = 'STRUCTURE_REVISED' AND subject_id = :id")
                        .param("id", draft.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(texts.place(draft, "dieu-2/khoan-2").lineage()).isNotNull();
    }
}
