package vn.gopy.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.CommentKind;
import vn.gopy.round.Round;

/** What the desk reads part by part is together the whole round, each point once, and costs the same for any round. */
@IntegrationTest
class DeskReadingTest {

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

    private List<PointId> entered(Round round, int many) {
        return points.enter(
                secretary,
                round.id(),
                IntStream.range(0, many)
                        .mapToObj(n -> new NewPoint(
                                draft,
                                null,
                                null,
                                CommentKind.EDIT,
                                "Ý kiến " + n,
                                null,
                                SourceKind.LETTER,
                                "",
                                n % 3 == 2 ? List.of() : List.of(places.get(n % 3)),
                                n % 3 == 2,
                                n % 7 == 0))
                        .toList());
    }

    @Test
    void thePartsAreTheWholeInTableOrderWithTheSameSums() {
        Round round = round();
        List<PointId> ids = entered(round, 60);
        Random random = new Random(7);
        for (int n = 0; n < 8; n++) {
            List<PointId> some = new ArrayList<>(new LinkedHashSet<>(
                    List.of(ids.get(random.nextInt(60)), ids.get(random.nextInt(60)), ids.get(random.nextInt(60)))));
            groups.group(secretary, round.id(), "", some, null);
        }
        for (int n = 0; n < 60; n += 4) {
            Point point = points.get(secretary, ids.get(n));
            points.answer(secretary, point.id(), point.version(), Outcome.ACCEPT, "Tiếp thu", null);
        }

        Map<GroupId, List<PointId>> whole = new LinkedHashMap<>();
        points.of(secretary, round.id())
                .forEach(point -> whole.computeIfAbsent(point.groupId(), none -> new ArrayList<>())
                        .add(point.id()));
        Map<GroupId, List<PointId>> parts = new LinkedHashMap<>();
        int open = 0;
        for (DeskPlace place : desk.places(secretary, round, DeskReading.Filter.ALL)) {
            List<DeskPlace.Group> here = desk.groups(secretary, round.id(), place.key(), DeskReading.Filter.ALL);
            List<Point> said = desk.points(
                    secretary,
                    round.id(),
                    here.stream().map(DeskPlace.Group::id).toList());
            said.forEach(point -> parts.computeIfAbsent(point.groupId(), none -> new ArrayList<>())
                    .add(point.id()));
            assertThat(place.groups()).isEqualTo(here.size());
            assertThat(place.points()).isEqualTo(said.size());
            assertThat(place.open()).isEqualTo((int)
                    said.stream().filter(one -> one.outcome() == null).count());
            here.forEach(group ->
                    assertThat(desk.placeOf(secretary, round.id(), group.id())).contains(place.key()));
            open += place.open();
        }
        assertThat(List.copyOf(parts.entrySet())).isEqualTo(List.copyOf(whole.entrySet()));
        assertThat(open).isEqualTo(points.counts(secretary, round.id(), null).pending());
    }

    private List<Integer> statements(Round round) {
        desk.places(secretary, round, DeskReading.Filter.ALL); // gives the numbers
        int listing = StatementCounter.count(() -> desk.places(secretary, round, DeskReading.Filter.ALL));
        DeskPlace.Key place =
                desk.places(secretary, round, DeskReading.Filter.ALL).getLast().key();
        Set<GroupId> here = desk.groups(secretary, round.id(), place, DeskReading.Filter.ALL).stream()
                .map(DeskPlace.Group::id)
                .collect(Collectors.toSet());
        return List.of(
                listing,
                StatementCounter.count(() -> desk.groups(secretary, round.id(), place, DeskReading.Filter.ALL)),
                StatementCounter.count(() -> desk.points(secretary, round.id(), here)));
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithThePoints() {
        Round small = round();
        entered(small, 4);
        Round large = round();
        entered(large, 400);
        assertThat(statements(large)).isEqualTo(statements(small));
    }

    @Test
    void onlyTheSecretariatReadsIt() {
        Round round = round();
        DeskPlace.Key general = new DeskPlace.Key(draft, null);
        assertThat(Refused.by(() -> desk.places(owner, round, DeskReading.Filter.ALL)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> desk.groups(owner, round.id(), general, DeskReading.Filter.ALL)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> desk.points(owner, round.id(), List.of()))).isEqualTo("403 FORBIDDEN");
    }
}
