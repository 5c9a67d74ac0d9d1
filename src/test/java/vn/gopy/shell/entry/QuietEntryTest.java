package vn.gopy.shell.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.RememberedDevices;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.DraftFixture;

/** A remembered device lets its person in again, where the page was; nothing but the device does. */
@IntegrationTest
class QuietEntryTest {

    private static final String PASSWORD = "Một câu dài dễ nhớ";

    @Autowired
    MockMvc browser;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    @Autowired
    RememberedDevices devices;

    private Person person;

    @BeforeEach
    void somebody() {
        person = committee.withPassword(PASSWORD, Role.MEMBER);
    }

    private MvcResult perform(MockHttpServletRequestBuilder call) throws Exception {
        return browser.perform(call).andReturn();
    }

    private MockHttpServletRequestBuilder signIn() {
        return post("/dang-nhap")
                .with(csrf())
                .param("username", Objects.requireNonNull(person.username()))
                .param("password", PASSWORD);
    }

    private Cookie remembered() throws Exception {
        return Objects.requireNonNull(perform(signIn().param(DeviceRemembering.PARAMETER, "1"))
                .getResponse()
                .getCookie(DeviceCookie.NAME));
    }

    @Test
    void onlyWhoAsksForItIsRememberedAndScriptsNeverSeeWhatTheDeviceKeeps() throws Exception {
        assertThat(perform(signIn()).getResponse().getCookie(DeviceCookie.NAME)).isNull();

        MockHttpServletResponse answer = perform(signIn().secure(true)
                        .header("User-Agent", "<script> Chrome/126 Windows NT 10")
                        .param(DeviceRemembering.PARAMETER, "1"))
                .getResponse();

        assertThat(answer.getHeaders("Set-Cookie"))
                .filteredOn(header -> header.startsWith(DeviceCookie.NAME))
                .singleElement()
                .asString()
                .contains("HttpOnly", "Secure", "SameSite=Lax", "Path=/", "Max-Age=7776000");
        assertThat(devices.of(person, person.id()))
                .singleElement()
                .satisfies(device -> assertThat(device.label()).isEqualTo("Chrome, Windows"));
    }

    @Test
    void aWrongPasswordRemembersNothing() throws Exception {
        MvcResult wrong = perform(post("/dang-nhap")
                .with(csrf())
                .param("username", Objects.requireNonNull(person.username()))
                .param("password", "sai rồi")
                .param(DeviceRemembering.PARAMETER, "1"));

        assertThat(wrong.getResponse().getCookie(DeviceCookie.NAME)).isNull();
    }

    @Test
    void whatThePageWasAboutToSendGoesOnAfterTheSessionHasEnded() throws Exception {
        var dossier = committee.dossier(person, Audience.EVERYONE, Discussion.GROUP);
        var draft = texts.published(person, dossier);
        String call = "/app-api/provisions/" + texts.place(draft, "dieu-1").id() + "/comments";
        String words = "{\"kind\": \"EDIT\", \"text\": \"Vì chưa rõ.\", \"send\": false}";
        Cookie device = remembered();

        MvcResult forged = perform(post(call)
                .cookie(device)
                .contentType(MediaType.APPLICATION_JSON)
                .content(words));
        MvcResult sent = perform(post(call)
                .with(csrf())
                .cookie(device)
                .contentType(MediaType.APPLICATION_JSON)
                .header(PageOwnerFilter.HEADER, person.id().toString())
                .content(words));
        MvcResult other = perform(post(call)
                .with(csrf())
                .cookie(device)
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        PageOwnerFilter.HEADER,
                        committee.person(Role.MEMBER).id().toString())
                .content(words));

        assertThat(forged.getResponse().getStatus())
                .as("a form of another site")
                .isIn(401, 403);
        assertThat(sent.getResponse().getStatus()).isEqualTo(201);
        assertThat(sent.getResponse().getCookie(DeviceCookie.NAME)).isNotNull();
        assertThat(other.getResponse().getStatus())
                .as("a page of somebody else")
                .isEqualTo(401);
    }

    @Test
    void aSessionThatSomebodyElsePutIntoTheBrowserIsAnotherOneAfterwards() throws Exception {
        MockHttpSession planted = new MockHttpSession();
        String id = planted.getId();

        MvcResult entered = perform(get("/don-gian").session(planted).cookie(remembered()));

        assertThat(entered.getResponse().getStatus()).isEqualTo(200);
        assertThat(Objects.requireNonNull(entered.getRequest().getSession(false))
                        .getId())
                .isNotEqualTo(id);
    }

    @Test
    void otherSystemsAreNeverLetInByADevice() throws Exception {
        assertThat(perform(get("/api/v1/me").cookie(remembered())).getResponse().getStatus())
                .isEqualTo(401);
    }

    @Test
    void aSecretThatOpensNothingIsTakenOutOfTheBrowser() throws Exception {
        Cookie device = remembered();
        devices.forgetAll(person, person.id());

        MockHttpServletResponse answer =
                perform(get("/don-gian").cookie(device)).getResponse();

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(Objects.requireNonNull(answer.getCookie(DeviceCookie.NAME)).getMaxAge())
                .isZero();
    }

    @Test
    void whoeverSignsInOnItTakesItOver() throws Exception {
        Cookie device = remembered();

        perform(signIn().cookie(device));

        assertThat(devices.of(person, person.id())).isEmpty();
        assertThat(devices.enter(device.getValue())).isEmpty();
    }

    @Test
    void anAdministratorIsNotRemembered() throws Exception {
        person = committee.withPassword(PASSWORD, Role.ADMINISTRATOR);

        assertThat(perform(signIn().param(DeviceRemembering.PARAMETER, "1"))
                        .getResponse()
                        .getCookie(DeviceCookie.NAME))
                .isNull();
    }
}
