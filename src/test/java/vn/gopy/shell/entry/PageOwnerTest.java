package vn.gopy.shell.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comments;

/** A page of one person does nothing under the name of another who signed in later in the same browser. */
@IntegrationTest
class PageOwnerTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Comments comments;

    private Person owner;
    private Person other;
    private VersionId draft;
    private String clause;

    @BeforeEach
    void twoWhoMayBothSpeak() {
        owner = committee.person(Role.MEMBER);
        other = committee.person(Role.MEMBER);
        Dossier dossier = committee.dossier(owner, Audience.EVERYONE, Discussion.GROUP);
        draft = texts.published(owner, dossier);
        clause = texts.place(draft, "dieu-2/khoan-1").id().toString();
    }

    @Test
    void anOpinionIsNotWrittenUnderAnothersName() {
        Answer refused = write(owner, other);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.code()).isEqualTo("PERSON_CHANGED");
        assertThat(refused.json().get("detail").asString()).contains(other.displayName());
        assertThat(comments.of(other, draft)).isEmpty();
    }

    @Test
    void thePersonOfThePageWritesAsBefore() {
        assertThat(write(owner, owner).status()).isEqualTo(201);
    }

    @Test
    void neitherThreadsNorNewsAreReadWithAnothersSession() {
        String threads = "/app-api/versions/" + draft + "/threads";
        String news = "/app-api/versions/" + draft + "/live?person=" + owner.id();

        assertThat(as(
                                other,
                                get(threads)
                                        .header(
                                                PageOwnerFilter.HEADER,
                                                owner.id().toString()))
                        .code())
                .isEqualTo("PERSON_CHANGED");
        assertThat(as(other, get(news)).code()).isEqualTo("PERSON_CHANGED");
        assertThat(as(owner, get(news)).status()).isEqualTo(200);
    }

    /** Each of the checks on the way asks who it is; the answer of the first is true for the whole call. */
    @Test
    void whoCallsIsReadOnceForACall() {
        var asked = StatementCounter.statements(
                        () -> assertThat(write(owner, owner).status()).isEqualTo(201))
                .stream()
                .filter(statement -> statement.contains("WHERE p.username = "))
                .toList();

        assertThat(asked).hasSize(1);
    }

    @Test
    void whoIsNotLetInAnyMoreIsAskedForAtTheNextCall() {
        assertThat(write(owner, owner).status()).isEqualTo(201);
        committee.disable(owner);

        assertThat(write(owner, owner).status()).isEqualTo(401);
    }

    private Answer write(Person page, Person session) {
        return as(
                session,
                post("/app-api/provisions/" + clause + "/comments")
                        .header(PageOwnerFilter.HEADER, page.id().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"kind\": \"EDIT\", \"text\": \"Vì chưa rõ.\", \"send\": false}"));
    }

    private Answer as(Person session, MockHttpServletRequestBuilder call) {
        return api.perform(
                call.with(user(Objects.requireNonNull(session.username()))).with(csrf()));
    }
}
