package vn.gopy.consolidation.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import vn.gopy.consolidation.DeskUndo;
import vn.gopy.consolidation.NewPoint;
import vn.gopy.consolidation.Point;
import vn.gopy.consolidation.PointId;
import vn.gopy.consolidation.Points;
import vn.gopy.consolidation.SourceKind;
import vn.gopy.consolidation.letter.Cutting.Piece;
import vn.gopy.consolidation.letter.Cutting.Proposed;
import vn.gopy.consolidation.letter.Cutting.ReplyWords;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Round;

/** A text that was pasted, what a unit wrote into its reply, and an opinion of several parts fall into points word for word. */
@IntegrationTest
class CuttingTest {

    private static final String TWO = """
            1. Tại khoản 1 Điều 2: đề nghị sửa “03 ngày” thành “05 ngày”.
            2. Tại Điều 3: đề nghị ghi rõ ngày có hiệu lực.""";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    Cutting cutting;

    @Autowired
    Replies replies;

    @Autowired
    DeskUndo undo;

    private Person secretary;
    private Person head;
    private Unit unit;
    private VersionId draft;
    private Round round;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        draft = texts.published(owner, committee.sealed(owner));
        round = committee.round(draft).asking(unit).open(secretary);
    }

    private PointId entered(String text, ProvisionId... places) {
        return points.enter(secretary, round.id(), List.of(point(text, List.of(places))))
                .getFirst();
    }

    private NewPoint point(String text, List<ProvisionId> places) {
        return new NewPoint(
                draft,
                unit.code(),
                null,
                CommentKind.OTHER,
                text,
                null,
                SourceKind.LETTER,
                "12/CV",
                places,
                places.isEmpty(),
                false);
    }

    @Test
    void whatIsProposedStandsInTheTextLetterByLetterInBothFormsOfVietnamese() {
        var random = new Random(4);
        List<String> words = List.of(
                "1. ",
                "a) ",
                "- ",
                "Tại khoản 1 Điều 2 ",
                "đề nghị ",
                "bổ sung ",
                "bỏ ",
                "“cụm từ”",
                "; ",
                ".\n",
                "\r\n",
                "\t",
                "đồng thời ",
                "\u00A0",
                "\u200B",
                "🙂 ",
                "Điểm đ ",
                "ủy ban ");
        for (int n = 0; n < 300; n++) {
            var given = new StringBuilder("Đề nghị ");
            for (int i = random.nextInt(40); i > 0; i--) {
                String word = words.get(random.nextInt(words.size()));
                boolean apart = random.nextBoolean();
                given.append(Normalizer.normalize(word, apart ? Normalizer.Form.NFD : Normalizer.Form.NFC));
            }
            Proposed proposed = cutting.propose(secretary, round, given.toString());
            int behind = 0;
            List<NewPoint> wanted = new ArrayList<>();
            for (Piece piece : proposed.pieces()) {
                assertThat(piece.start()).isGreaterThanOrEqualTo(behind);
                assertThat(proposed.text().substring(piece.start(), piece.end()))
                        .isEqualTo(piece.quote());
                behind = piece.end();
                wanted.add(point(piece.quote(), piece.places()));
            }
            if (n % 20 == 0 && !wanted.isEmpty()) {
                assertThat(points.enter(secretary, round.id(), wanted))
                        .extracting(id -> points.get(secretary, id).text())
                        .containsExactlyElementsOf(
                                proposed.pieces().stream().map(Piece::quote).toList());
            }
        }
    }

    @Test
    void whatAUnitHasWrittenIntoItsReplyIsOfferedOnceItIsSent() {
        replies.putAll(head, round.id(), unit.code(), Position.AGREE_WITH, TWO);
        assertThat(cutting.reply(secretary, round, unit.id())).isEmpty();
        replies.send(head, round.id(), unit.code());
        assertThat(cutting.reply(secretary, round, unit.id()).map(ReplyWords::note))
                .contains(TWO);
        assertThat(cutting.reply(secretary, round, committee.unit().id())).isEmpty();
    }

    @Test
    void anOpinionIsCutWhereItIsProposedEachPartAtThePlaceThatItNames() {
        ProvisionId first = texts.place(draft, "dieu-1").id();
        PointId whole = entered("Cơ bản nhất trí.\n" + TWO + "\n3. Đề nghị rà soát lỗi chính tả.", first);
        Point point = points.get(secretary, whole);
        Proposed proposed = cutting.propose(secretary, round, point);
        assertThat(proposed.pieces()).hasSize(3);

        List<PointId> parts = points.split(
                secretary,
                whole,
                point.version(),
                proposed.pieces().stream()
                        .map(piece -> new Points.Part(piece.start(), piece.places()))
                        .toList());
        assertThat(parts).extracting(id -> points.get(secretary, id).text()).satisfies(all -> {
            assertThat(all.getFirst()).startsWith("Cơ bản nhất trí.").contains("05 ngày");
            assertThat(all.getLast()).startsWith("Đề nghị rà soát");
            assertThat(all).allSatisfy(text -> assertThat(point.text()).contains(text));
        });
        assertThat(parts)
                .extracting(id ->
                        points.get(secretary, id).mainPlace().orElseThrow().path())
                .containsExactly("dieu-2/khoan-1", "dieu-3", "dieu-1");

        undo.undo(
                secretary,
                round.id(),
                undo.last(secretary, round.id()).orElseThrow().n());
        assertThat(points.get(secretary, whole).text()).isEqualTo(point.text());
    }

    @Test
    void whatIsNoPartIsRefused() {
        PointId whole = entered(TWO);
        int version = points.get(secretary, whole).version();
        for (List<Integer> starts : List.of(List.of(0), List.of(0, 9_999), List.of(0, 60, 20), List.of(0, -1))) {
            List<Points.Part> wanted = starts.stream()
                    .map(start -> new Points.Part(start, List.of()))
                    .toList();
            assertThat(Refused.by(() -> points.split(secretary, whole, version, wanted)))
                    .isEqualTo("422 SPLIT_NOTHING");
        }
    }
}
