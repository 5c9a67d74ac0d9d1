package vn.gopy.shell;

import com.vaadin.flow.server.auth.AnnotatedViewAccessChecker;
import com.vaadin.flow.spring.security.NavigationAccessControlConfigurer;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import vn.gopy.account.Askers;

/**
 * Three ways in, each denying what it does not name: the API for other systems, the calls of the page's own elements, and
 * the screens.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityConfiguration {

    /** Other systems: a user name and password with every call, no session, problem details for every failure. */
    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, ApiProblems problems, CheckedCredentials credentials) {
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
                .build();
    }

    /** Elements of the page: the session of the screens and a token that other sites cannot read. */
    @Bean
    @Order(2)
    SecurityFilterChain page(HttpSecurity http, ApiProblems problems, PageOwnerFilter owner, EndedAccounts ended) {
        return headers(http)
                .securityMatcher("/app-api/**")
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .requestCache(cache -> cache.disable())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .addFilterBefore(ended, AnonymousAuthenticationFilter.class)
                .addFilterAfter(owner, BasicAuthenticationFilter.class)
                .build();
    }

    /** The screens: every view is denied unless its class says who may see it. */
    @Bean
    @Order(3)
    SecurityFilterChain screens(HttpSecurity http, EndedAccounts ended) {
        return headers(http)
                // Screens that are open for one person end when another signs in: they would go on under the other's
                // name.
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.newSession()))
                .addFilterBefore(ended, AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**",
                                "/app/**",
                                "/bat-dau/**",
                                "/trinh-duyet-cu",
                                "/error",
                                "/favicon.ico")
                        .permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView("/dang-nhap", "/dang-nhap")
                                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated))
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
    FilterRegistrationBean<PageOwnerFilter> pageOwnerInTheChainsOnly(PageOwnerFilter filter) {
        return inTheChainsOnly(filter);
    }

    private static <T extends Filter> FilterRegistrationBean<T> inTheChainsOnly(T filter) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.contentTypeOptions(Customizer.withDefaults())
                .frameOptions(frame -> frame.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.DIRECTIVES)));
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
