package vn.gopy.shell.entry;

import com.vaadin.flow.server.auth.AnnotatedViewAccessChecker;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import vn.gopy.account.Askers;
import vn.gopy.account.TooManyTries;
import vn.gopy.plain.PlainAddresses;
import vn.gopy.shared.Addresses;
import vn.gopy.shell.ApiProblems;
import vn.gopy.shell.SafeHeaders;
import vn.gopy.shell.limit.CallLimitFilter;

/**
 * Four ways in, each denying what it does not name: the API for other systems, the calls of the page's own elements, the
 * pages without script, and the screens.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    static final String SIGN_IN = "/dang-nhap";

    /** Nobody reads how long each filter of each request took, and every request would pay for measuring it. */
    @Bean
    SecurityObservationSettings unwatched() {
        return SecurityObservationSettings.noObservations();
    }

    /** Other systems: a user name and password with every call, no session, problem details for every failure. */
    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, ApiProblems problems, CheckedCredentials credentials, CallLimitFilter limits) {
        return headers(http)
                .securityMatcher("/api/**")
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .authenticationManager(credentials)
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/api/v1/openapi/**", "/api/docs/**", "/api/swagger-ui/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(limits, AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Elements of the page: the session of the screens and a token that other sites cannot read. */
    @Bean
    @Order(2)
    SecurityFilterChain page(
            HttpSecurity http,
            ApiProblems problems,
            CallLimitFilter limits,
            PageOwnerFilter owner,
            EndedAccounts ended,
            QuietEntry quietly) {
        return headers(http)
                .securityMatcher("/app-api/**")
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests
                        // The end of a stream, which was let in when it began; nobody may be signed in any more.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(ended, AnonymousAuthenticationFilter.class)
                .addFilterBefore(quietly, AnonymousAuthenticationFilter.class)
                .addFilterAfter(limits, AnonymousAuthenticationFilter.class)
                .addFilterAfter(owner, AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Pages without script: the session of the screens; a form whose session has ended is kept for its person. */
    @Bean
    @Order(3)
    SecurityFilterChain plain(
            HttpSecurity http,
            CallLimitFilter limits,
            EndedAccounts ended,
            QuietEntry quietly,
            EndedForms forms,
            VaadinDefaultRequestCache wanted) {
        return headers(http)
                .securityMatcher(PlainAddresses.HOME, PlainAddresses.HOME + "/**", Addresses.POSTED + "/**")
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .requestCache(cache -> cache.requestCache(new WantedPages(wanted)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(forms).accessDeniedHandler(forms))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, Addresses.POSTED + "/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(ended, AnonymousAuthenticationFilter.class)
                .addFilterBefore(quietly, AnonymousAuthenticationFilter.class)
                .addFilterAfter(limits, AnonymousAuthenticationFilter.class)
                .build();
    }

    /** The screens: every view is denied unless its class says who may see it. */
    @Bean
    @Order(4)
    SecurityFilterChain screens(
            HttpSecurity http,
            EndedAccounts ended,
            QuietEntry quietly,
            DeviceRemembering devices,
            RequestUtil vaadinRequests,
            VaadinDefaultRequestCache wanted,
            @Qualifier("authenticationManager") AuthenticationManager passwords) {
        wanted.setDelegateRequestCache(withoutTrace());
        http.setSharedObject(RememberMeServices.class, devices);
        return headers(http)
                .authenticationManager(passwords)
                // Screens that are open for one person end when another signs in: they would go on under the other's
                // name.
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .addFilterBefore(ended, AnonymousAuthenticationFilter.class)
                .addFilterBefore(quietly, AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/app/**",
                                SIGN_IN,
                                "/bat-dau",
                                "/bat-dau/**",
                                "/" + Addresses.SET_PASSWORD + "/**",
                                "/manifest.webmanifest",
                                "/huong-dan/**",
                                "/error",
                                "/favicon.ico")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(SIGN_IN, SIGN_IN)
                                .enableCsrfConfiguration(false)
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
                .csrf(csrf -> csrf.csrfTokenRepository(tokens())
                        .ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest))
                .formLogin(form -> form.failureHandler(SecurityConfiguration::signInFailed))
                .logout(leaving -> leaving.addLogoutHandler(devices))
                .exceptionHandling(failures -> failures.accessDeniedHandler(SecurityConfiguration::signInAgain))
                .build();
    }

    @Bean
    NavigationAccessControlConfigurer navigationAccess(AnnotatedViewAccessChecker annotations, Askers askers) {
        return new NavigationAccessControlConfigurer()
                .withNavigationAccessChecker(new TodaysRights(annotations, askers));
    }

    /** Filters of a chain of ours, which the container would otherwise put before everything as well. */
    @Bean
    FilterRegistrationBean<EndedAccounts> endedAccountsInTheChainsOnly(EndedAccounts filter) {
        return inTheChainsOnly(filter);
    }

    @Bean
    FilterRegistrationBean<QuietEntry> quietEntryInTheChainsOnly(QuietEntry filter) {
        return inTheChainsOnly(filter);
    }

    @Bean
    FilterRegistrationBean<CallLimitFilter> callLimitsInTheChainsOnly(CallLimitFilter filter) {
        return inTheChainsOnly(filter);
    }

    @Bean
    FilterRegistrationBean<PageOwnerFilter> pageOwnerInTheChainsOnly(PageOwnerFilter filter) {
        return inTheChainsOnly(filter);
    }

    private static <T extends Filter> FilterRegistrationBean<T> inTheChainsOnly(T filter) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /** Headers are given to every answer before any chain is asked, see {@link SafeHeaders}. */
    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(AbstractHttpConfigurer::disable);
    }

    /** Kept in a cookie, so that a page of the way in may lie open for days and needs no session. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /** Remembers the wanted page and leads to its very address, with nothing added to it. */
    @SuppressWarnings("NullAway") // null is how it is told to add nothing
    private static HttpSessionRequestCache withoutTrace() {
        HttpSessionRequestCache wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        return wanted;
    }

    /** A sign-in whose token is missing begins anew. */
    private static void signInAgain(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (request.getRequestURI().equals(SIGN_IN) && !response.isCommitted()) {
            response.sendRedirect(SIGN_IN + "?moi");
        } else if (!response.isCommitted()) {
            response.sendError(403);
        }
    }

    static void signInFailed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyTries wait) {
            response.setHeader("Retry-After", Long.toString(wait.seconds()));
            response.sendError(429);
        } else if (failure instanceof AuthenticationServiceException) {
            response.sendError(ApiProblems.unasked(failure)); // nobody has looked at the password
        } else {
            TypedName.keep(request, response, SIGN_IN);
            response.sendRedirect(SIGN_IN + "?error");
        }
    }

    @Bean
    AuthenticationManager authenticationManager(
            UserDetailsService accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            AuthenticationEventPublisher events) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
        provider.setPasswordEncoder(passwords);
        ProviderManager manager = new ProviderManager(provider);
        manager.setAuthenticationEventPublisher(events);
        return given -> {
            throttle.check(given);
            return manager.authenticate(given);
        };
    }
}
