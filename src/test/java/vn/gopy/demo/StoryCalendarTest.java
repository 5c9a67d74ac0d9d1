package vn.gopy.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.gopy.shared.Moments;

class StoryCalendarTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    static Stream<StoryCalendar> aWeek() {
        return IntStream.range(0, 7).mapToObj(day -> new StoryCalendar(TUESDAY.plusDays(day)));
    }

    @ParameterizedTest
    @CsvSource({"-41, 14/10/2026", "-28, 27/10/2026", "-8, 16/11/2026", "6, 30/11/2026"})
    void daysAreCountedFromTheDayOfFilling(int offset, String printed) {
        assertThat(new StoryCalendar(TUESDAY).printed(offset)).isEqualTo(printed);
    }

    @ParameterizedTest
    @MethodSource("aWeek")
    void officesWriteOnWorkingDaysOnly(StoryCalendar calendar) {
        assertThat(IntStream.range(-60, 10).mapToObj(calendar::day).map(LocalDate::getDayOfWeek))
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void aDayOfAWeekendMovesBackToFriday() {
        assertThat(new StoryCalendar(TUESDAY).day(-2)).isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @ParameterizedTest
    @MethodSource("aWeek")
    void openRoundsAreStillOpenAtTheEndOfTheDayOfFilling(StoryCalendar calendar) {
        var tonight = calendar.today().atTime(23, 59).atZone(Moments.ZONE).toInstant();
        assertThat(Story.read().rounds())
                .filteredOn(round -> round.locked() == null)
                .allSatisfy(
                        round -> assertThat(calendar.deadline(round.closes())).isAfter(tonight));
    }

    @ParameterizedTest
    @MethodSource("aWeek")
    void nobodyAnswersBeforeTheRoundOpens(StoryCalendar calendar) {
        for (var round : Story.read().rounds()) {
            var opened = calendar.at(round.letter().day(), LocalTime.of(8, 0));
            assertThat(round.invitees())
                    .allSatisfy(invitee -> assertThat(calendar.at(invitee.when(), LocalTime.of(8, 40)))
                            .isAfter(opened));
        }
    }
}
