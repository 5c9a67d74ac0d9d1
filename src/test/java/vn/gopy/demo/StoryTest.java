package vn.gopy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.gopy.consolidation.Outcome;
import vn.gopy.demo.Story.Channel;
import vn.gopy.demo.Story.Invitee;
import vn.gopy.demo.Story.Opinion;
import vn.gopy.demo.Story.Progress;
import vn.gopy.round.Position;

class StoryTest {

    private final Story story = Story.read();

    @Test
    void seventeenUnitsSixMembersAndThreeExpertsAreAskedInBothFirstRounds() {
        for (var key : List.of("D1", "D2")) {
            var asked = invitees(key).stream().map(Invitee::who).toList();
            assertThat(asked).hasSize(26).doesNotHaveDuplicates();
            assertThat(asked.stream().filter(this::isUnit)).hasSize(17);
            assertThat(asked.stream().filter(who -> who.startsWith("TV"))).hasSize(6);
            assertThat(asked.stream().filter(who -> who.startsWith("CG"))).hasSize(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"HS-01, 5, 17, 1, 35", "HS-02, 17, 6, 0, 5"})
    void theRepliesOfTheFirstRoundAddUp(String dossier, long agreed, long agreedWith, long objected, int opinions) {
        assertThat(with(dossier, Position.AGREE)).isEqualTo(agreed);
        assertThat(with(dossier, Position.AGREE_WITH)).isEqualTo(agreedWith);
        assertThat(with(dossier, Position.OBJECT)).isEqualTo(objected);
        assertThat(in("D1", Progress.CLASSIFIED)).containsExactly("BCHQS");
        assertThat(in("D1", Progress.NOT_OPENED)).containsExactly("SNNMT", "TV6");
        assertThat(agreed + agreedWith + objected + 1 + 2).isEqualTo(26);
        assertThat(story.opinions("D1", dossier)).hasSize(opinions);
    }

    @Test
    void theOutcomesOfTheFirstRoundAreThoseOfTheStory() {
        assertThat(outcomes(story.opinions("D1", "HS-01")))
                .isEqualTo(Map.of(
                        Outcome.ACCEPT,
                        21L,
                        Outcome.ACCEPT_PART,
                        9L,
                        Outcome.KEEP,
                        3L,
                        Outcome.ALREADY,
                        1L,
                        Outcome.NOTED,
                        1L));
        assertThat(outcomes(story.opinions("D1", "HS-02")))
                .isEqualTo(Map.of(Outcome.ACCEPT, 3L, Outcome.ACCEPT_PART, 1L, Outcome.ESCALATE, 1L));
    }

    @Test
    void beforeTheSessionThirtyThreeOpinionsWereKnownAndTwoAwaitedTheChair() {
        var known = story.opinions("D1", "HS-01").stream()
                .filter(opinion -> opinion.channel() != Channel.MINUTES)
                .toList();
        assertThat(known).hasSize(33);
        var awaited = known.stream().filter(opinion -> opinion.basis() != null).toList();
        assertThat(awaited).extracting(Opinion::number).containsExactly("Q16", "Q17");
        var decided =
                known.stream().filter(opinion -> !awaited.contains(opinion)).toList();
        assertThat(outcomes(decided))
                .isEqualTo(Map.of(
                        Outcome.ACCEPT,
                        20L,
                        Outcome.ACCEPT_PART,
                        8L,
                        Outcome.KEEP,
                        1L,
                        Outcome.ALREADY,
                        1L,
                        Outcome.NOTED,
                        1L));
    }

    @Test
    void thirtyFiveOpinionsStandInThirtyOneRows() {
        var opinions = story.opinions("D1", "HS-01");
        assertThat(opinions.stream().filter(opinion -> opinion.sharesAnswerOf() == null))
                .hasSize(31);
        assertThat(opinions)
                .filteredOn(o -> Objects.equals(o.sharesAnswerOf(), "Q09"))
                .hasSize(3);
        assertThat(opinions)
                .filteredOn(o -> Objects.equals(o.sharesAnswerOf(), "Q30"))
                .hasSize(1);
    }

    @Test
    void fundingIsChosenByFifteenThreeAndOneWhileFourSayNothing() {
        var answered = invitees("D1").stream()
                .filter(invitee -> invitee.state() == Progress.SENT)
                .toList();
        assertThat(answered).hasSize(23);
        var choices = answered.stream()
                .collect(Collectors.groupingBy(i -> Objects.requireNonNullElse(i.choice(), 0), Collectors.counting()));
        assertThat(choices).isEqualTo(Map.of(1, 15L, 2, 3L, 3, 1L, 0, 4L));
    }

    @Test
    void theSecondRoundStandsWhereTheStoryOpens() {
        assertThat(in("D2", Progress.SENT)).hasSize(7);
        assertThat(in("D2", Progress.PREPARING)).containsExactly("STC", "SGDĐT");
        assertThat(in("D2", Progress.SUBMITTED)).containsExactly("SNV");
        assertThat(in("D2", Progress.OPENED)).containsExactlyInAnyOrder("VPTU", "CAT", "MTTQ", "TV1", "TV4", "CG1");
        assertThat(in("D2", Progress.EXTENSION_ASKED)).containsExactly("BS");
        assertThat(in("D2", Progress.NOT_OPENED)).hasSize(9);
    }

    @Test
    void theProgrammeIsAskedOfTenUnits() {
        assertThat(invitees("D3")).hasSize(10);
        assertThat(in("D3", Progress.SENT)).containsExactlyInAnyOrder("STC", "SGDĐT", "SYT", "SCT", "LHH", "BS");
        assertThat(in("D3", Progress.SUBMITTED)).containsExactly("SKHCN");
    }

    @Test
    void whoeverHasAnOpinionSaysSoInTheReply() {
        for (var opinion : story.opinions()) {
            var reply = invitees(opinion.round()).stream()
                    .filter(invitee -> invitee.who().equals(opinion.by()))
                    .findFirst()
                    .orElseThrow();
            assertThat(reply.positions().get(opinion.dossier()))
                    .as(opinion.number())
                    .isNotEqualTo(Position.AGREE);
        }
    }

    @Test
    void everyAnsweredOpinionHasItsOwnWordsOrSharesThoseOfAnother() {
        assertThat(story.opinions())
                .filteredOn(opinion -> opinion.outcome() != null)
                .allSatisfy(
                        opinion -> assertThat(opinion.answer() == null).isEqualTo(opinion.sharesAnswerOf() != null));
    }

    @Test
    void everyNameUsedIsKnown() {
        var people = story.people().stream().map(Story.Person::key).collect(Collectors.toSet());
        var used = Stream.of(
                        story.rounds().stream()
                                .flatMap(round -> round.invitees().stream())
                                .map(Invitee::who),
                        story.opinions().stream().map(Opinion::by),
                        story.opinions().stream().flatMap(opinion -> opinion.restrictedTo().stream()),
                        story.threads().stream()
                                .flatMap(talk -> talk.words().stream())
                                .map(Story.Talk.Words::by),
                        story.unsent().stream().map(Story.Unsent::by))
                .flatMap(names -> names);
        assertThat(used).allMatch(name -> isUnit(name) || people.contains(name));
    }

    @Test
    void theQuotedWordsStandInTheDraft() {
        for (var opinion : story.opinions()) {
            var text = story.draft(opinion.round(), opinion.dossier()).text();
            assertThat(opinion.quote() == null || text.contains(opinion.quote()))
                    .as(opinion.number())
                    .isTrue();
        }
        story.threads()
                .forEach(talk -> assertThat(
                                story.draft(talk.round(), talk.dossier()).text())
                        .contains(talk.quote()));
    }

    private boolean isUnit(String who) {
        return story.units().stream().anyMatch(unit -> unit.code().equals(who));
    }

    private long with(String dossier, Position position) {
        return invitees("D1").stream()
                .filter(invitee -> invitee.positions().get(dossier) == position)
                .count();
    }

    private List<String> in(String round, Progress progress) {
        return invitees(round).stream()
                .filter(invitee -> invitee.state() == progress)
                .map(Invitee::who)
                .toList();
    }

    private List<Invitee> invitees(String key) {
        return round(key).invitees();
    }

    private Story.Round round(String key) {
        return story.rounds().stream()
                .filter(round -> round.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static Map<Outcome, Long> outcomes(List<Opinion> opinions) {
        return opinions.stream()
                .collect(Collectors.groupingBy(
                        opinion -> Objects.requireNonNull(opinion.outcome()), Collectors.counting()));
    }
}
