package vn.gopy.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.notice.NoticeChoices.Choice;
import vn.gopy.shared.Texts;

/** Everybody chooses how to be told, kind by kind; what a unit's work waits for cannot be turned off. */
@IntegrationTest
class NoticeChoicesTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    NoticeChoices choices;

    @Autowired
    List<NoticeSource> sources;

    @Autowired
    Texts texts;

    @Autowired
    Turns turns;

    @Autowired
    ApiFixture api;

    private NoticeWay way(Person person, String kind) {
        return choices.of(person).stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .way();
    }

    @Test
    void whoHasChosenNothingIsToldInTheProductAndByMail() {
        assertThat(choices.of(committee.person(Role.SECRETARIAT)))
                .hasSameSizeAs(sources)
                .extracting(Choice::way)
                .containsOnly(NoticeWay.MAIL);
    }

    @Test
    void aDeadlineOfTheOwnUnitIsAlwaysTold() {
        Person person = committee.person(Role.MEMBER);
        for (String kind : List.of("REMINDER", "TIME_DECIDED", "INQUIRY")) {
            assertThat(Refused.by(() -> choices.choose(person, kind, NoticeWay.NONE)))
                    .isEqualTo("422 NOTICE_MUST_BE_TOLD");
            choices.choose(person, kind, NoticeWay.PRODUCT);
            assertThat(way(person, kind)).isEqualTo(NoticeWay.PRODUCT);
        }
        choices.choose(person, "MENTION", NoticeWay.NONE);
        assertThat(way(person, "MENTION")).isEqualTo(NoticeWay.NONE);
        assertThat(choices.of(person))
                .filteredOn(Choice::must)
                .allMatch(one -> !one.ways().contains(NoticeWay.NONE));
    }

    @Test
    void onlyKindsThatConcernThePersonAreOffered() {
        Person member = committee.person(Role.MEMBER);
        assertThat(choices.of(member)).extracting(Choice::kind).doesNotContain("SUPPORT", "TIME_ASKED");
        assertThat(Refused.by(() -> choices.choose(member, "SUPPORT", NoticeWay.PRODUCT)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(Refused.by(() -> choices.choose(member, "X", NoticeWay.PRODUCT)))
                .isEqualTo("404 NOT_FOUND");
        assertThat(choices.of(committee.person(Role.ADMINISTRATOR))).isEmpty();
    }

    @Test
    void ofTwoChoicesAtOnceTheLastHolds() {
        Person person = committee.person(Role.MEMBER);
        assertThat(turns.of(
                        () -> choices.choose(person, "MENTION", NoticeWay.NONE),
                        () -> choices.choose(person, "MENTION", NoticeWay.DAILY)))
                .containsExactly("done", "done");
        assertThat(way(person, "MENTION")).isEqualTo(NoticeWay.DAILY);
    }

    @Test
    void everyKindAndWayHasItsWords() {
        for (var locale : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
            sources.forEach(one ->
                    assertThat(texts.get(locale, "notice.kind." + one.kind())).isNotBlank());
            for (NoticeWay way : NoticeWay.values()) {
                assertThat(texts.get(locale, "notice.way." + way)).isNotBlank();
            }
        }
    }

    @Test
    void otherSystemsChooseTheSameWay() {
        Person person = committee.person(Role.MEMBER);
        assertThat(api.as(person)
                        .send("PUT", "/api/v1/me/notices/MENTION", "{\"way\":\"DAILY\"}")
                        .status())
                .isEqualTo(200);
        assertThat(way(person, "MENTION")).isEqualTo(NoticeWay.DAILY);
        assertThat(api.as(person)
                        .send("PUT", "/api/v1/me/notices/MENTION", "{}")
                        .code())
                .isEqualTo("NOTICE_WAY_MISSING");
    }
}
