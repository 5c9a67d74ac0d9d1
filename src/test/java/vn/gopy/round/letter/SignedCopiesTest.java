package vn.gopy.round.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.ApiFixture;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.round.Consents;
import vn.gopy.round.Position;
import vn.gopy.round.Replies;
import vn.gopy.round.Reply;
import vn.gopy.round.Round;
import vn.gopy.round.Rounds;

/** The signed copy of a reply's letter: handed in after sending, kept as it is, read by those who read the reply. */
@IntegrationTest
class SignedCopiesTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Rounds rounds;

    @Autowired
    Replies replies;

    @Autowired
    Consents consents;

    @Autowired
    SignedCopies copies;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person head;
    private Person clerk;
    private Unit unit;
    private Round round;

    @BeforeEach
    void asked() {
        secretary = committee.person(Role.SECRETARIAT);
        unit = committee.unit();
        head = committee.in(unit, UnitRole.HEAD);
        clerk = committee.in(unit, UnitRole.CLERK);
        VersionId draft = texts.published(secretary, committee.sealed(secretary));
        round = committee.round(draft).asking(unit).asking(committee.unit()).open(secretary);
        replies.putAll(head, round.id(), unit.code(), Position.AGREE, "");
    }

    private static UploadedFile file(String words) {
        return new UploadedFile("Công văn 1342.txt", words.getBytes(StandardCharsets.UTF_8), "");
    }

    private Reply keep(Person asker, String words, OptionalInt seen) {
        return copies.keep(asker, round.id(), unit.code(), file(words), seen)
                .reply()
                .orElseThrow();
    }

    private Reply keep(Person asker, String words) {
        return keep(asker, words, OptionalInt.empty());
    }

    private String read(Person asker) throws IOException {
        return copies.open(asker, round.id(), unit.code()).content().getContentAsString(StandardCharsets.UTF_8);
    }

    private String refused(Person asker) {
        return Refused.by(() -> copies.open(asker, round.id(), unit.code()));
    }

    @Test
    void theClerkHandsItInAfterSendingAndNumberAndDateStayWhateverComesFirst() throws IOException {
        assertThat(Refused.by(() -> keep(clerk, "Bản ký"))).isEqualTo("409 REPLY_NOT_SENT");
        replies.send(head, round.id(), unit.code());

        Reply before = keep(clerk, "Bản ký");
        assertThat(before.signedCopy()).isEqualTo("Công văn 1342.txt");
        assertThat(before.letterNumber()).isEmpty();
        replies.letter(clerk, round.id(), unit.code(), "1342/STC", LocalDate.of(2026, 11, 30));
        Reply after = keep(head, "Bản ký lại");

        assertThat(after.letterNumber()).isEqualTo("1342/STC");
        assertThat(after.letterDate()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(after.version()).isEqualTo(before.version() + 2);
        assertThat(read(clerk)).isEqualTo("Bản ký lại");
    }

    @Test
    void whoReadsTheReplyReadsItAndNobodyElse() throws IOException {
        replies.send(head, round.id(), unit.code());
        keep(secretary, "Bản ký");
        Person chair = committee.person(Role.CHAIR);
        List<Person> others = List.of(
                committee.person(Role.ADMINISTRATOR),
                committee.person(Role.MEMBER),
                committee.in(committee.unit(), UnitRole.HEAD));

        assertThat(read(secretary)).isEqualTo(read(head)).isEqualTo("Bản ký");
        assertThat(refused(chair)).as("while answers come in").isEqualTo("404 NOT_FOUND");
        others.forEach(other -> assertThat(refused(other)).isEqualTo("404 NOT_FOUND"));
        rounds.close(secretary, round.id());
        assertThat(read(chair)).isEqualTo("Bản ký");
        assertThat(Refused.by(() -> keep(chair, "Khác"))).isEqualTo("404 NOT_FOUND");
        others.forEach(other -> assertThat(refused(other)).isEqualTo("404 NOT_FOUND"));
    }

    @Test
    void theReplyThatTakesThePlaceOfASentOneHasItsOwn() throws IOException {
        replies.send(head, round.id(), unit.code());
        keep(clerk, "Bản ký");
        assertThat(read(head)).isEqualTo("Bản ký");

        consents.amendAll(head, round.id(), unit.code(), Position.OBJECT, "", OptionalInt.empty(), null);

        assertThat(refused(head)).isEqualTo("404 NOT_FOUND");
        assertThat(keep(clerk, "Bản ký thay thế").signedCopy()).isNotEmpty();
    }

    @Test
    void whatIsNoDocumentIsRefused() {
        replies.send(head, round.id(), unit.code());
        var program = new UploadedFile("a.exe", new byte[] {'M', 'Z', 0}, "");
        assertThat(Refused.by(() -> copies.keep(clerk, round.id(), unit.code(), program, OptionalInt.empty())))
                .isEqualTo("415 LETTER_TYPE_NOT_ALLOWED");
    }

    @Test
    void itIsHandedInByTheApiAndNeverShown() {
        replies.send(head, round.id(), unit.code());
        String path = "/api/v1/rounds/" + round.id() + "/replies/" + unit.code() + "/letter";
        byte[] content = "Bản ký".getBytes(StandardCharsets.UTF_8);

        var kept = api.as(clerk).upload("PUT", path, "cong-van.txt", content);
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.json().path("signedCopy").asString()).isEqualTo("cong-van.txt");
        assertThat(api.as(clerk)
                        .ifMatch("\"1\"")
                        .upload("PUT", path, "cong-van.txt", content)
                        .status())
                .isEqualTo(412);
        assertThat(api.as(clerk)
                        .send("PUT", path, "{\"letterNumber\":\"12/STC\"}")
                        .status())
                .isEqualTo(200);
        var read = api.as(secretary).get(path);
        assertThat(read.response().getHeader("Content-Disposition")).startsWith("attachment;");
        assertThat(read.response().getContentAsByteArray()).isEqualTo(content);
    }

    @Test
    void whoHandsItInWhileItsNumberIsWrittenIsToldAndNothingIsLost() {
        replies.send(head, round.id(), unit.code());
        OptionalInt seen = OptionalInt.of(
                replies.list(head, round.id()).getFirst().reply().orElseThrow().version());

        assertThat(turns.of(
                        () -> replies.letter(clerk, round.id(), unit.code(), "7/STC", null, seen),
                        () -> keep(secretary, "Bản ký", seen)))
                .containsExactly("done", "412 STALE");
        Reply numbered = keep(secretary, "Bản ký");
        OptionalInt again = OptionalInt.of(numbered.version());
        assertThat(turns.of(
                        () -> keep(clerk, "Bản ký lại", again),
                        () -> replies.letter(head, round.id(), unit.code(), "8/STC", null, again)))
                .containsExactly("done", "412 STALE");
        Reply now = replies.list(head, round.id()).getFirst().reply().orElseThrow();
        assertThat(now.letterNumber()).isEqualTo("7/STC");
        assertThat(now.signedCopy()).isNotEmpty();
    }
}
