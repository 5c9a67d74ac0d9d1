package vn.gopy.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.opinion.Comments;

/** What was typed into a form outlasts the session: for its writer, in that browser, and nothing is done by itself. */
@IntegrationTest
class KeptFormsTest {

    private static final String WORDS = "Đề nghị ghi rõ thời hạn";

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    ApiFixture api;

    @Autowired
    Comments comments;

    private Person member;
    private Person other;
    private VersionId draft;
    private String address;
    private String page;

    @BeforeEach
    void aDraft() {
        member = committee.person(Role.MEMBER);
        other = committee.person(Role.MEMBER);
        Dossier dossier = committee.sealed(member, other);
        draft = texts.published(member, dossier);
        address = "/don-gian/ho-so/" + dossier.id() + "/du-thao/1";
        page = PlainAddresses.page(address, Part.anchor(texts.place(draft, "dieu-1")));
    }

    private MockHttpServletRequestBuilder form() {
        return post(address + "/y-kien")
                .param("phan", Part.anchor(texts.place(draft, "dieu-1")))
                .param("cho", texts.place(draft, "dieu-1").id().toString())
                .param("loai", "OTHER")
                .param("noiDung", WORDS)
                .param("cua", "OWN")
                .param(KeptForms.OWNER, member.id().toString())
                .param(KeptForms.PAGE, page);
    }

    private static Cookie cookie(Answer answer) {
        return Objects.requireNonNull(answer.response().getCookie("gopy-giu"));
    }

    private String shown(Person asker, String path, @Nullable Cookie kept) {
        MockHttpServletRequestBuilder call = get(URI.create(path)).with(user(Objects.requireNonNull(asker.username())));
        Answer answer = api.perform(kept == null ? call : call.cookie(kept));
        return new String(answer.response().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aFormWhoseSessionHasEndedIsThereAgainAfterSigningIn() {
        Answer ended = api.perform(form().with(csrf()));
        assertThat(ended.status()).isEqualTo(303);
        assertThat(ended.response().getHeader("Location")).isEqualTo("/dang-nhap?giu");
        assertThat(cookie(ended).isHttpOnly()).isTrue();
        assertThat(cookie(ended).getPath()).isEqualTo("/don-gian");

        assertThat(shown(member, page, cookie(ended))).contains(WORDS, "vẫn còn");
        assertThat(shown(member, "/don-gian", cookie(ended))).contains("Mở lại").doesNotContain(WORDS);
        assertThat(comments.of(member, draft)).isEmpty();
        assertThat(shown(other, page, cookie(ended))).doesNotContain(WORDS, "vẫn còn");
        assertThat(shown(member, page, null)).doesNotContain(WORDS);
    }

    @Test
    void aTokenOfAnEarlierSignInLeadsBackToTheForm() {
        Answer refused = api.perform(
                form().with(csrf().useInvalidToken()).with(user(Objects.requireNonNull(member.username()))));

        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.response().getHeader("Location")).isEqualTo(page);
        assertThat(shown(member, page, cookie(refused))).contains(WORDS);
        assertThat(comments.of(member, draft)).isEmpty();
    }

    @Test
    void whatIsTakenIsForgotten() {
        Cookie kept = cookie(api.perform(form().with(csrf())));

        Answer taken =
                api.perform(form().cookie(kept).with(csrf()).with(user(Objects.requireNonNull(member.username()))));
        assertThat(taken.status()).isEqualTo(303);
        assertThat(cookie(taken).getMaxAge()).isZero();
        assertThat(shown(member, page, kept)).doesNotContain("vẫn còn");
        assertThat(comments.of(member, draft)).hasSize(1);
    }

    @Test
    void anotherSiteKeepsNothingInAPersonsBrowser() {
        Answer foreign = api.perform(form().header("Origin", "https://evil.example")
                .header("Host", "localhost")
                .with(csrf()));

        assertThat(foreign.response().getCookie("gopy-giu")).isNull();
        assertThat(foreign.response().getHeader("Location")).isEqualTo("/dang-nhap");
    }
}
