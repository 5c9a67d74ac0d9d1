package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;

/** Whoever is signed in changes the own password with the old one; sessions elsewhere end, this one goes on. */
@IntegrationTest
class OwnPasswordTest {

    private static final String OLD = "Một câu dài dễ nhớ";
    private static final String NEW = "Một câu dài khác hẳn";

    @Autowired
    OwnPassword password;

    @Autowired
    Askers askers;

    @Autowired
    SignIn signIn;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    Accounts accounts;

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    private Person signedIn() {
        Person person = committee.withPassword(OLD, Role.MEMBER);
        var account = signIn.loadUserByUsername(person.username());
        SecurityContextHolder.setContext(new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities())));
        assertThat(askers.current()).contains(person);
        return person;
    }

    @Test
    void theSessionOfTheChangeGoesOnAndOthersEnd() {
        Person person = signedIn();

        password.change(person, OLD, NEW);

        assertThat(askers.current()).as("a session that began with the old one").isEmpty();
        password.stay(person);
        assertThat(askers.require().id()).isEqualTo(person.id());
        assertThat(Refused.by(() -> password.change(askers.require(), OLD, "Câu thứ ba thật dài")))
                .isEqualTo("422 PASSWORD_OLD_WRONG");
    }

    @Test
    void theNewOneIsAnotherAndHoldsTheRule() {
        Person person = signedIn();

        assertThat(Refused.by(() -> password.change(person, OLD, OLD))).isEqualTo("422 PASSWORD_SAME");
        assertThat(Refused.by(() -> password.change(person, OLD, "123"))).isEqualTo("422 PASSWORD_SHORT");
        assertThat(askers.current()).contains(person);
    }

    @Test
    void guessingTheOldOneHasToWait() {
        Person person = signedIn();
        for (int n = 0; n < 6; n++) {
            assertThat(Refused.by(() -> password.change(person, "falsch falsch", NEW)))
                    .isEqualTo("422 PASSWORD_OLD_WRONG");
        }

        assertThat(Refused.by(() -> password.change(person, OLD, NEW))).isEqualTo("429 PASSWORD_WAIT");
    }

    @Test
    void aPasswordThatAnAdministratorGaveIsKnownAsGivenUntilItsOwnerChangesIt() {
        Person admin = committee.person(Role.ADMINISTRATOR);
        Person person = signedIn();
        assertThat(password.isGiven(person)).isFalse();

        Person given = accounts.givePassword(admin, person, NEW);
        assertThat(password.isGiven(given)).isTrue();

        password.change(given, NEW, OLD);
        assertThat(password.isGiven(given)).isFalse();
    }
}
