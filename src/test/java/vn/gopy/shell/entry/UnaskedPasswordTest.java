package vn.gopy.shell.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import vn.gopy.IntegrationTest;
import vn.gopy.shell.ApiProblems;

/** Who cannot be let in because nobody could look at the password is not told that it was wrong. */
@IntegrationTest
class UnaskedPasswordTest {

    private static final AuthenticationException NO_CONNECTION =
            unasked(new SQLTransientConnectionException("none became free"));
    private static final AuthenticationException BROKEN = unasked(new SQLException("the line is cut"));

    @Autowired
    ApiProblems problems;

    private static AuthenticationException unasked(SQLException cause) {
        return new InternalAuthenticationServiceException("x", new CannotGetJdbcConnectionException("x", cause));
    }

    @Test
    void theFormSaysThatItIsBusyOrBroken() throws IOException {
        assertThat(form(NO_CONNECTION).getStatus()).isEqualTo(503);
        assertThat(form(BROKEN).getStatus()).isEqualTo(500);
        assertThat(form(BROKEN).getRedirectedUrl()).isNull();
        assertThat(form(new BadCredentialsException("no")).getRedirectedUrl()).isEqualTo("/dang-nhap?error");
    }

    @Test
    void theApiSaysSoToo() throws IOException {
        assertThat(api(NO_CONNECTION).getStatus()).isEqualTo(503);
        assertThat(api(NO_CONNECTION).getHeader("Retry-After")).isNotNull();
        assertThat(api(NO_CONNECTION).getContentAsString()).contains("HTTP_503");
        assertThat(api(BROKEN).getStatus()).isEqualTo(500);
        assertThat(api(BROKEN).getHeader("WWW-Authenticate")).isNull();
        assertThat(api(new BadCredentialsException("no")).getStatus()).isEqualTo(401);
    }

    private static MockHttpServletResponse form(AuthenticationException failure) throws IOException {
        var response = new MockHttpServletResponse();
        SecurityConfiguration.signInFailed(new MockHttpServletRequest("POST", "/dang-nhap"), response, failure);
        return response;
    }

    private MockHttpServletResponse api(AuthenticationException failure) throws IOException {
        var response = new MockHttpServletResponse();
        problems.commence(new MockHttpServletRequest("GET", "/api/v1/me"), response, failure);
        return response;
    }
}
