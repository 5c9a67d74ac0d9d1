package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.VersionId;

/** The search as other systems see it. */
@IntegrationTest
class SearchControllerTest {

    @Autowired
    SearchWorld world;

    @Autowired
    WebApplicationContext context;

    private MockMvc http;
    private Person owner;

    @BeforeEach
    void start() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        owner = world.person(Role.MEMBER);
    }

    @Test
    void anAnswerHasTotalHitsAndFacets() throws Exception {
        Dossier dossier = world.dossier(owner, "Quy chế Rho", Audience.INVITED, Discussion.SEALED);
        VersionId version = world.draft(owner, dossier, "Nội dung rhomot phản biện.");
        world.settle();

        http.perform(get("/api/v1/search")
                        .param("q", "rhomot phan bien")
                        .param("in", "provision,Document")
                        .with(as(owner)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.complete").value(true))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.whole").value(1))
                .andExpect(jsonPath("$.notFound").isEmpty())
                .andExpect(jsonPath("$.tookMs").isNumber())
                .andExpect(jsonPath("$.hits[0].type").value("PROVISION"))
                .andExpect(jsonPath("$.hits[0].dossierId").value(dossier.id().toString()))
                .andExpect(jsonPath("$.hits[0].versionId").value(version.toString()))
                .andExpect(jsonPath("$.hits[0].path").value("dieu-2/khoan-2"))
                .andExpect(jsonPath("$.hits[0].label").value("khoản 2 Điều 2"))
                .andExpect(jsonPath("$.hits[0].title").value("Điều 2. Nội dung chính"))
                .andExpect(jsonPath("$.hits[0].snippet[1].text").value("rhomot phản biện"))
                .andExpect(jsonPath("$.hits[0].snippet[1].hit").value(true))
                .andExpect(jsonPath("$.facets.kind[0].value").value("QC"))
                .andExpect(jsonPath("$.facets.kind[0].count").value(1));
    }

    @Test
    void whatLacksAWordIsApartWithTheQuestionThatFindsIt() throws Exception {
        Dossier dossier = world.dossier(owner, "Quy chế Rho", Audience.INVITED, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung rhohai phản biện.");
        world.settle();

        http.perform(get("/api/v1/search").param("q", "rhohai phan bien xyzzy").with(as(owner)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(0))
                .andExpect(jsonPath("$.hits").isEmpty())
                .andExpect(jsonPath("$.notFound[0]").value("xyzzy"))
                .andExpect(jsonPath("$.near[0].missing[0]").value("xyzzy"))
                .andExpect(jsonPath("$.near[0].q").value("rhohai phan bien"))
                .andExpect(jsonPath("$.near[0].total").value(1))
                .andExpect(jsonPath("$.near[0].hits[0].label").value("khoản 2 Điều 2"));
    }

    @Test
    void withoutSignInThereIsNoAnswer() throws Exception {
        http.perform(get("/api/v1/search").param("q", "a"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void anUnknownTypeIsMalformed() throws Exception {
        http.perform(get("/api/v1/search").param("in", "SECRETS").with(as(owner)))
                .andExpect(status().isBadRequest());
        http.perform(get("/api/v1/search").param("page", "x").with(as(owner))).andExpect(status().isBadRequest());
    }

    @Test
    void hostileNumbersAndWordsAreBounded() throws Exception {
        http.perform(get("/api/v1/search")
                        .param("q", "từ ".repeat(5000))
                        .param("page", "2147483647")
                        .param("size", "2147483647")
                        .with(as(owner)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.wordsLeftOut").isNumber());
        http.perform(get("/api/v1/search")
                        .param("page", "-1")
                        .param("size", "-1")
                        .with(as(owner)))
                .andExpect(status().isOk());
    }

    @Test
    void theIndexIsForAdministratorsAlone() throws Exception {
        http.perform(get("/api/v1/index").with(as(owner))).andExpect(status().isForbidden());
        http.perform(post("/api/v1/index/rebuild").with(as(owner))).andExpect(status().isForbidden());
        http.perform(get("/api/v1/index").with(as(world.person(Role.ADMINISTRATOR))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.documents").isNumber())
                .andExpect(jsonPath("$.dead").isArray())
                .andExpect(jsonPath("$.ranking.learned").isString())
                .andExpect(jsonPath("$.ranking.libraryIsEnough").value(false));
    }

    /** What everybody with an account may read is explained, without a word of it; what only some may read is not. */
    @Test
    void administratorsAreToldWhyHitsStandWhereTheyStand() throws Exception {
        Dossier open = world.dossier(owner, "Quy chế Rhoba", Audience.EVERYONE, Discussion.SEALED);
        world.draft(owner, open, "Thời hạn rhoba là ba mươi ngày làm việc.");
        Dossier closed = world.dossier(owner, "Quy chế Rhoba kín", Audience.INVITED, Discussion.SEALED);
        world.draft(owner, closed, "Thời hạn rhoba là sáu mươi ngày làm việc.");
        world.settle();

        String answer = http.perform(get("/api/v1/search")
                        .param("q", "thời hạn rhoba làm việc")
                        .param("in", "PROVISION")
                        .param("explain", "true")
                        .with(as(world.person(Role.ADMINISTRATOR))))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(0))
                .andExpect(jsonPath("$.hits").isEmpty())
                .andExpect(jsonPath("$.explained.length()").value(1))
                .andExpect(jsonPath("$.explained[0].before").value(0))
                .andExpect(jsonPath("$.explained[0].judgement.whole").isNumber())
                .andExpect(jsonPath("$.explained[0].judgement.byTrees").isNumber())
                .andExpect(jsonPath("$.explained[0].features.covered_syllables").isNumber())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(answer).doesNotContain("ba mươi").doesNotContain("Rhoba");

        http.perform(get("/api/v1/search")
                        .param("q", "rhoba")
                        .param("explain", "true")
                        .with(as(owner)))
                .andExpect(status().isForbidden());
        http.perform(get("/api/v1/search").param("q", "rhoba").with(as(owner)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.explained").doesNotExist());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor as(Person person) {
        return user(person.username());
    }
}
