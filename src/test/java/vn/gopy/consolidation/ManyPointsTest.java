package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;
import vn.gopy.shared.Page;

/** What is done to points costs the same number of statements however many there are. */
@IntegrationTest
class ManyPointsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Points points;

    @Autowired
    PointGroups groups;

    @Autowired
    DeskReading desk;

    private Person secretary;
    private Person owner;
    private VersionId draft;
    private List<ProvisionId> places;

    @BeforeEach
    void world() {
        secretary = committee.person(Role.SECRETARIAT);
        owner = committee.person(Role.MEMBER);
        draft = texts.published(owner, committee.sealed(owner));
        places = List.of(
                texts.place(draft, "dieu-1").id(),
                texts.place(draft, "dieu-2/khoan-1").id());
    }

    private Round round() {
        return committee.round(draft).asking(owner).open(secretary);
    }

    private List<NewPoint> wanted(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> new NewPoint(
                        draft,
                        null,
                        null,
                        CommentKind.EDIT,
                        "Đề nghị sửa " + n,
                        null,
                        SourceKind.LETTER,
                        n + "/STC",
                        List.of(places.get(n % 2)),
                        false,
                        false))
                .toList();
    }

    /** Statements of entering, listing, reading, answering, grouping, counting and opening the desk. */
    private List<Integer> statements(int many, int grouped) {
        Round round = round();
        List<PointId> ids = new ArrayList<>();
        int entering = StatementCounter.count(() -> ids.addAll(points.enter(secretary, round.id(), wanted(many))));
        points.of(secretary, round.id());
        int page = StatementCounter.count(() -> points.page(secretary, round.id(), null, 50));
        int whole = StatementCounter.count(() -> points.of(secretary, round.id()));
        int one = StatementCounter.count(() -> points.get(secretary, ids.getFirst()));
        int answering =
                StatementCounter.count(() -> points.answer(secretary, ids.getFirst(), 1, Outcome.KEEP, "Vì sao", null));
        int grouping = StatementCounter.count(
                () -> groups.group(secretary, round.id(), "Vấn đề", ids.subList(0, grouped), null));
        int counting = StatementCounter.count(() -> points.counts(secretary, round.id(), null));
        int opening = StatementCounter.count(() -> {
            DeskPlace.Key first = desk.places(secretary, round, DeskReading.Filter.ALL)
                    .getFirst()
                    .key();
            desk.groups(secretary, round.id(), first, DeskReading.Filter.ALL);
        });
        return List.of(entering, page, whole, one, answering, grouping, counting, opening);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithThePoints() {
        assertThat(statements(400, 200)).isEqualTo(statements(4, 2));
    }

    @Test
    void pagesFollowEachOtherInTableOrderWithoutGapAndTwice() {
        Round round = round();
        List<PointId> ids = points.enter(secretary, round.id(), wanted(23));
        groups.group(secretary, round.id(), "", List.of(ids.getFirst(), ids.getLast()), null);
        List<PointId> paged = new ArrayList<>();
        String next = null;
        do {
            Page<Point> page =
                    points.page(secretary, round.id(), next == null ? null : new PointId(UUID.fromString(next)), 5);
            assertThat(page.total()).isEqualTo(23);
            page.items().forEach(point -> paged.add(point.id()));
            next = page.next();
        } while (next != null);
        assertThat(paged)
                .isEqualTo(
                        points.of(secretary, round.id()).stream().map(Point::id).toList());
    }

    @Test
    void enteredPointsAreNumberedInTheOrderOfTheirList() {
        Round round = round();
        List<PointId> ids = points.enter(secretary, round.id(), wanted(40));
        assertThat(ids)
                .extracting(id -> points.get(secretary, id).text())
                .first()
                .isEqualTo("Đề nghị sửa 1");
        points.of(secretary, round.id());
        assertThat(ids.stream().map(id -> points.get(secretary, id).number()).toList())
                .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    }
}
