package vn.gopy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.UploadedFile;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Texts;

/** Files of opinions: who adds them, who reads them, how many there are. */
@IntegrationTest
class AttachmentsTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    Composing composing;

    @Autowired
    Comments comments;

    @Autowired
    Attachments attachments;

    @Autowired
    ApiFixture api;

    @Autowired
    Turns turns;

    private Person secretary;
    private Person author;
    private Person adviser;
    private VersionId draft;
    private ProvisionId clause;

    @BeforeEach
    void aDraft() {
        secretary = committee.person(Role.SECRETARIAT);
        author = committee.person(Role.MEMBER);
        adviser = committee.person(Role.ADVISER);
        draft = texts.published(author, committee.dossier(author, Audience.INVITED, Discussion.SEALED, adviser));
        clause = texts.place(draft, "dieu-2/khoan-1").id();
    }

    private Comment unsent() {
        return composing.create(
                author, clause, NewComment.of(CommentKind.OTHER, "Xem tệp").unsent());
    }

    private static UploadedFile file(String name) {
        return new UploadedFile(name, ("Phụ lục " + name).getBytes(StandardCharsets.UTF_8), "");
    }

    private Comment with(Comment opinion, int files) {
        Comment now = opinion;
        for (int n = 0; n < files; n++) {
            now = attachments.attach(author, opinion.id(), file(n + ".txt"));
        }
        return now;
    }

    @Test
    void whoReadsTheOpinionReadsItsFilesAndNobodyElse() throws IOException {
        Comment opinion = with(unsent(), 1);
        UUID file = opinion.files().getFirst().id();

        assertThat(attachments.open(author, opinion.id(), file).content().getContentAsByteArray())
                .isEqualTo(file("0.txt").content());
        assertThat(Refused.by(() -> attachments.open(secretary, opinion.id(), file)))
                .as("while it is not sent")
                .isEqualTo("404 NOT_FOUND");
        Comment other = unsent();
        assertThat(Refused.by(() -> attachments.open(author, other.id(), file)))
                .as("under another opinion")
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void itIsSavedUnderItsNameAndNeverShown() {
        Comment opinion = composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Xem tệp"));
        UUID file = attachments
                .attach(author, opinion.id(), file("phụ lục.txt"))
                .files()
                .getFirst()
                .id();
        String path = "/api/v1/comments/" + opinion.id() + "/files/" + file;

        var answer = api.as(secretary).get(path);
        assertThat(answer.response().getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("ph%E1%BB%A5");
        assertThat(answer.response().getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.response().getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(api.as(adviser).get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoDocumentIsRefusedAndASixthFileToo() {
        Comment opinion = unsent();
        assertThat(Refused.by(() -> attachments.attach(
                        author, opinion.id(), new UploadedFile("a.exe", new byte[] {'M', 'Z', 0}, ""))))
                .isEqualTo("415 ATTACHMENT_TYPE_NOT_ALLOWED");
        with(opinion, 5);
        assertThat(Refused.by(() -> attachments.attach(author, opinion.id(), file("6.txt"))))
                .isEqualTo("422 TOO_MANY");
    }

    @Test
    void theRefusalOfATypeSpeaksOfAttachedFiles() {
        Texts words = new Texts();
        String code = "refusal.ATTACHMENT_TYPE_NOT_ALLOWED";

        assertThat(words.get(Locale.of("vi"), code))
                .contains("Tệp kèm theo ý kiến")
                .doesNotContainIgnoringCase("dự thảo");
        assertThat(words.get(Locale.ENGLISH, code))
                .contains("attached to an opinion")
                .doesNotContainIgnoringCase("draft");
    }

    @Test
    void onlyTheAuthorAddsAndTakesAwayAndOnlyBeforeItCounts() {
        Comment opinion = composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Xem tệp"));
        Comment filed = with(opinion, 1);
        UUID file = filed.files().getFirst().id();
        assertThat(Refused.by(() -> attachments.attach(secretary, opinion.id(), file("b.txt"))))
                .isEqualTo("403 FORBIDDEN");
        assertThat(Refused.by(() -> attachments.detach(secretary, opinion.id(), file)))
                .isEqualTo("403 FORBIDDEN");
        assertThat(attachments.detach(author, opinion.id(), file).files()).isEmpty();

        committee.round(draft).asking(author).open(secretary);
        Comment counted = composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Trong đợt"));
        assertThat(Refused.by(() -> attachments.attach(author, counted.id(), file("c.txt"))))
                .isEqualTo("409 COMMENT_FROZEN");
    }

    @Test
    void whatWasTakenBackGivesNoFileAnyMore() {
        Comment opinion = with(composing.create(author, clause, NewComment.of(CommentKind.OTHER, "Xem tệp")), 1);
        composing.delete(author, opinion.id(), opinion.version());
        assertThat(Refused.by(() -> attachments.open(
                        author, opinion.id(), opinion.files().getFirst().id())))
                .isEqualTo("404 NOT_FOUND");
    }

    @Test
    void ofTwoFifthFilesAtOnceOneIsRefused() {
        Comment opinion = with(unsent(), 4);
        List<String> became = turns.of(
                () -> attachments.attach(author, opinion.id(), file("a.txt")),
                () -> attachments.attach(author, opinion.id(), file("b.txt")));
        assertThat(became).containsExactly("done", "422 TOO_MANY");
        assertThat(comments.get(author, opinion.id()).files()).hasSize(5);
    }
}
