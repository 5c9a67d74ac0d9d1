package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.table.ConsolidatedTable;
import vn.gopy.consolidation.table.ConsolidatedTables;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.SeriesRole;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comment;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Comments;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Capacity;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;
import vn.gopy.shared.VersionNumber;

/** A paper beside the draft is asked about, commented on, counted and printed as the draft is, by the same rules. */
@IntegrationTest
class PaperOpinionsTest {

    private static final List<String> SUBMISSION = List.of(
            "TỜ TRÌNH",
            "về việc ban hành Quy chế làm việc",
            "I. SỰ CẦN THIẾT",
            "1. Cần có quy chế để phân định trách nhiệm.",
            "II. ĐỀ XUẤT",
            "1. Kính trình xem xét, ban hành.");

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
    Points points;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    ConsolidatedTables tables;

    private Person secretary;
    private Person owner;
    private Person head;
    private Person staff;
    private Unit unit;
    private Dossier dossier;
    private VersionId draft;
    private VersionId paper;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        staff = committee.in(unit, UnitRole.STAFF);
        dossier = committee.sealed(owner);
        draft = texts.published(owner, dossier);
        paper = texts.paper(owner, dossier, SeriesRole.SUBMISSION, SUBMISSION);
    }

    private PlacedProvision proposal(VersionId version) {
        return drafts.provisions(secretary, version).stream()
                .filter(place -> place.text().contains("Kính trình"))
                .findFirst()
                .orElseThrow();
    }

    private Comment says(Person person, VersionId version) {
        NewComment wanted = new NewComment(
                CommentKind.CLARIFY,
                "Đề nghị nêu rõ cấp xem xét.",
                "Kính trình",
                null,
                null,
                null,
                null,
                List.of(),
                Capacity.UNIT,
                unit.code(),
                true,
                List.of());
        return composing.create(person, proposal(version).id(), wanted);
    }

    @Test
    void aRoundAsksAboutDraftAndPaperAndBothHaveTheirPositionsFiguresAndHeadings() {
        Round round = committee.round(draft, paper).asking(unit).open(secretary);
        says(head, paper);
        replies.put(head, round.id(), unit.code(), Map.of(draft, Position.AGREE, paper, Position.AGREE), "");
        replies.send(head, round.id(), unit.code());

        assertThat(points.of(secretary, round.id()))
                .extracting(Point::versionId)
                .containsExactly(paper);
        assertThat(rounds.counts(secretary, round.id(), draft).agreed()).isEqualTo(1);
        assertThat(rounds.counts(secretary, round.id(), paper).agreedWithOpinions())
                .as("who says something on the paper agrees with opinions on it")
                .isEqualTo(1);
        ConsolidatedTable table = tables.table(secretary, round.id(), null);
        assertThat(table.sections())
                .extracting(ConsolidatedTable.Section::title)
                .contains("II. Đối với dự thảo Tờ trình về việc ban hành Quy chế làm việc");
        assertThat(table.sections().stream().flatMap(section -> section.rows().stream()))
                .extracting(row -> row.opinions().getFirst().words())
                .containsExactly("Đề nghị nêu rõ cấp xem xét.");
        assertThat(tables.about(secretary, round.id(), null))
                .isEqualTo(dossier.code() + ", lần 1, " + dossier.code() + " Tờ trình");
        assertThat(rounds.places(head, round.drafts()).get(paper))
                .extracting(Rounds.DraftPlace::path, Rounds.DraftPlace::heading)
                .containsExactly("/ho-so/" + dossier.id() + "/du-thao/tai-lieu-2-1", dossier.code() + " · Tờ trình");
    }

    @Test
    void whatStaffSayOnAPaperStaysInTheUnitAndStrangersFindNoPaper() {
        committee.round(draft, paper).asking(unit).open(secretary);
        Comment said = says(staff, paper);

        assertThat(said.state()).isEqualTo(CommentState.UNIT_DRAFT);
        assertThat(comments.seen(head, said.id())).isPresent();
        assertThat(comments.seen(secretary, said.id())).isEmpty();
        Person stranger = committee.in(committee.unit(), UnitRole.HEAD);
        VersionNumber number = drafts.get(secretary, paper).number();
        assertThat(Refused.by(() -> drafts.numbered(stranger, dossier.id(), number)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> says(stranger, paper))).isEqualTo("404 NOT_FOUND");
    }

    @Test
    void aNewVersionOfAPaperFollowsTheOldOneAndTakesItsOpinionsAlong() {
        committee.round(draft, paper).asking(unit).open(secretary);
        says(head, paper);
        VersionId next = texts.paperAfter(
                owner,
                paper,
                SUBMISSION.stream().map(line -> line.replace("xem xét, ", "")).toList());

        assertThat(drafts.get(secretary, next).number()).isEqualTo(new VersionNumber(2, 2));
        assertThat(proposal(next).lineage()).isEqualTo(proposal(paper).lineage());
        assertThat(drafts.get(secretary, draft).number()).isEqualTo(VersionNumber.main(1));
        assertThat(Optional.of(drafts.numbered(secretary, dossier.id(), VersionNumber.of("tai-lieu-2-2"))
                        .id()))
                .contains(next);
    }
}
