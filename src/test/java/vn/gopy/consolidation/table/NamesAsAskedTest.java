package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.Points;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.Composing;
import vn.gopy.opinion.NewComment;
import vn.gopy.round.Invitee;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;

/** Bodies merge and people move: a round keeps them under the names by which it asked them. */
@IntegrationTest
class NamesAsAskedTest {

    private static final String NEW_NAME = "Sở mới sau hợp nhất";
    private static final String NEW_PERSON = "Người Mang Tên Khác";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Replies replies;

    @Autowired
    Points points;

    @Autowired
    ConsolidatedTables tables;

    private Person secretary;
    private Person member;
    private Person adviser;
    private Person head;
    private Unit unit;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void aRoundIsOpenAndThenEverybodyIsCalledOtherwise() {
        secretary = committee.person(Role.SECRETARIAT);
        member = committee.person(Role.MEMBER);
        adviser = committee.person(Role.ADVISER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        committee.rename(member, "Nông Thế Vinh", "Phó Trưởng Ban");
        draft = texts.published(secretary, committee.sealed(secretary, member, adviser));
        round = committee.round(draft).asking(unit).asking(member).open(secretary);
        committee.rename(unit, NEW_NAME);
        committee.rename(member, NEW_PERSON, "Trưởng Ban");
    }

    private void says(Person person, NewComment words) {
        composing.create(person, texts.place(draft, "dieu-1").id(), words);
    }

    @Test
    void theBoardNamesThemAsTheyWereAsked() {
        assertThat(replies.list(secretary, round.id()).stream().map(Replies.Answer::invitee))
                .extracting(Invitee::name, Invitee::post)
                .containsExactly(tuple(unit.name(), ""), tuple("Nông Thế Vinh", "Phó Trưởng Ban"));
    }

    @Test
    void theTableAndItsWordFileNameThemAsTheyWereAskedThoughTheySpeakLater() throws IOException {
        says(
                committee.again(head),
                NewComment.of(CommentKind.OTHER, "Ý kiến của cơ quan").forUnit(unit.code()));
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, null);
        replies.send(head, round.id(), unit.code());
        says(committee.again(member), NewComment.of(CommentKind.OTHER, "Ý kiến của thành viên"));

        assertThat(who()).containsExactlyInAnyOrder(unit.name(), "Nông Thế Vinh, Phó Trưởng Ban");
        String table = text();
        assertThat(table).contains(unit.name(), "Nông Thế Vinh, Phó Trưởng Ban");
        assertThat(table).doesNotContain(NEW_NAME, NEW_PERSON);
    }

    @Test
    void whoWasNotAskedIsNamedAsWhenTheOpinionWasSent() {
        committee.rename(adviser, "Lục Văn An", "Chuyên gia");
        says(committee.again(adviser), NewComment.of(CommentKind.OTHER, "Ý kiến của chuyên gia"));
        committee.rename(adviser, NEW_PERSON, "");

        assertThat(who()).containsExactly("Lục Văn An, Chuyên gia");
    }

    private Stream<String> who() {
        return points.of(secretary, round.id()).stream().map(Point::who);
    }

    private String text() throws IOException {
        byte[] bytes =
                tables.file(secretary, round.id(), null, TableFormat.DOCX).bytes();
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }
}
