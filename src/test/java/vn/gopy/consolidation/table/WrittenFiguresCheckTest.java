package vn.gopy.consolidation.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.consolidation.review.WrittenFigures.Figure;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Round;

/** A submission that was written last night is held against the figures of now. */
@IntegrationTest
class WrittenFiguresCheckTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ConsolidatedTables tables;

    @Autowired
    WrittenFiguresCheck check;

    @Autowired
    ApiFixture api;

    private Person secretary;
    private Round round;

    @BeforeEach
    void threeAreAsked() {
        secretary = committee.person(Role.SECRETARIAT);
        Person owner = committee.person(Role.MEMBER);
        VersionId draft = texts.published(owner, committee.sealed(owner));
        round = committee
                .round(draft)
                .asking(committee.unit(), committee.unit(), committee.unit())
                .open(secretary);
    }

    private static UploadedFile file(String... lines) {
        return new UploadedFile("to-trinh.txt", String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void theParagraphThatTheProductWritesIsRight() {
        String paragraph = tables.figures(secretary, round.id(), null);
        WrittenFiguresCheck.Checked checked = check.check(secretary, round.id(), null, file("TỜ TRÌNH", paragraph));
        assertThat(checked.known()).isGreaterThanOrEqualTo(3);
        assertThat(checked.other()).isEmpty();
    }

    @Test
    void whatIsOtherIsShownWhereItStands() {
        WrittenFiguresCheck.Checked checked = check.check(
                secretary,
                round.id(),
                null,
                file("TỜ TRÌNH", "Quá trình xây dựng.", "Đã lấy ý kiến 03 cơ quan; có 23 cơ quan trả lời."));
        assertThat(checked.known()).isEqualTo(2);
        assertThat(checked.other()).singleElement().satisfies(one -> {
            assertThat(one.figure()).isEqualTo(Figure.ANSWERED);
            assertThat(List.of(one.written(), one.now(), one.paragraph())).containsExactly(23, 0, 3);
            assertThat(one.before()).endsWith("có ");
            assertThat(one.after()).startsWith(" cơ quan trả lời");
        });
    }

    @Test
    void onlyWhoReadsTheTableChecks() {
        Person member = committee.person(Role.MEMBER);
        assertThat(Refused.by(() -> check.check(member, round.id(), null, file("Đã trả lời: 3"))))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void theApiTellsTheSame() {
        String path = "/api/v1/rounds/" + round.id() + "/consolidation/figures";
        byte[] content = "TỜ TRÌNH\nQuá trình xây dựng.\nĐã lấy ý kiến 05 cơ quan.".getBytes(StandardCharsets.UTF_8);
        ApiFixture.Answer answer = api.as(secretary).upload(path, "to-trinh.txt", content);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("other").get(0).path("now").asInt()).isEqualTo(3);
    }
}
