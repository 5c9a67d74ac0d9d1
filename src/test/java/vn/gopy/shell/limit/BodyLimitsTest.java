package vn.gopy.shell.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.gopy.ApiFixture;
import vn.gopy.ApiFixture.Answer;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;

/** No body is read that is larger than its address takes, and no file where none is taken. */
@IntegrationTest
class BodyLimitsTest {

    private static final String FORM = "multipart/form-data; boundary=x";

    @Autowired
    ApiFixture api;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dang-nhap",
                "/bat-dau/abc",
                "/khong-co",
                "/api/v1/comments/send",
                "/app-api/comments/send",
                "/VAADIN/dynamic/resource/1/x/y",
                "/?v-r=uidl",
                "/api/v1/dossiers/1/versions;x/",
            })
    void multipartIsRefusedWhereNoFileIsTakenWhoeverAsks(String path) {
        Answer nobody = api.perform(post(path).contentType(FORM).content(new byte[1000]));
        assertThat(nobody.status()).isEqualTo(415);
        assertThat(nobody.isProblem()).isEqualTo(path.contains("api/"));
    }

    @Test
    void theServersOwnParserTakesNoMultipart() {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/dang-nhap");
        assertThat(BodyLimits.takesMultipart(request)).isFalse();
        assertThat(routes.getApplicationContext().containsBean("multipartResolver"))
                .isFalse();
        assertThat(routes.getApplicationContext().containsBean("multipartConfigElement"))
                .as("without it Tomcat parses no parts, whoever asks for a parameter")
                .isFalse();
    }

    @Test
    void multipartIsTakenByThoseRoutesThatTakeAFileAndByNoOther() {
        Set<String> taking = routes.getHandlerMethods().entrySet().stream()
                .filter(route -> takesFile(route.getValue()))
                .flatMap(route -> paths(route.getKey()))
                .collect(Collectors.toSet());
        Set<String> let = routes.getHandlerMethods().keySet().stream()
                .flatMap(BodyLimitsTest::paths)
                .filter(path -> BodyLimits.takesMultipart(new MockHttpServletRequest("POST", path)))
                .collect(Collectors.toSet());
        assertThat(let).isEqualTo(taking).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/dossiers", "/app-api/versions/1/outline", "/api/v1/rounds"})
    void jsonEndsAtOneMegabyteBeforeAnybodyIsAsked(String path) {
        Answer answer = api.as(null).post(path, " ".repeat((1 << 20) + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(answer.json().path("detail").asString()).contains("1 MB");
    }

    @Test
    void listsOfThousandsMayBeLarger() {
        Person secretary = committee.person(Role.SECRETARIAT);
        String spaces = " ".repeat(2 << 20);
        assertThat(api.as(secretary).post("/api/v1/points/bulk", spaces).status())
                .isEqualTo(400);
        assertThat(api.as(secretary)
                        .post("/api/v1/points/bulk", " ".repeat((16 << 20) + 1))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aFormHasAFewKilobytes() {
        Answer answer = api.perform(post("/dang-nhap")
                .with(csrf())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("username=" + "a".repeat(16 << 10)));
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsCutOffAtTheLimit() {
        Person member = committee.person(Role.MEMBER);
        Answer answer = api.perform(endless(member, (1 << 20) + 1));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("BODY_TOO_LARGE");
        assertThat(api.perform(endless(member, 1 << 20)).status()).isEqualTo(400);
    }

    /** A chunked body: the length is told by nothing. */
    private static MockHttpServletRequestBuilder endless(Person person, int length) {
        return post("/api/v1/dossiers")
                .with(user(Objects.requireNonNull(person.username())))
                .contentType(MediaType.APPLICATION_JSON)
                .header("Transfer-Encoding", "chunked")
                .with(request -> {
                    MockHttpServletRequest spied = Mockito.spy(request);
                    spied.setContent(" ".repeat(length).getBytes(StandardCharsets.US_ASCII));
                    Mockito.doReturn(-1L).when(spied).getContentLengthLong();
                    return spied;
                });
    }

    private static boolean takesFile(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .map(ResolvableType::forMethodParameter)
                .anyMatch(type -> type.resolve() == MultipartFile.class
                        || type.getGeneric(0).resolve() == MultipartFile.class);
    }

    private static Stream<String> paths(RequestMappingInfo route) {
        return Objects.requireNonNull(route.getPathPatternsCondition()).getPatternValues().stream();
    }
}
