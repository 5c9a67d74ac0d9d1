package vn.gopy.draft.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.VersionNumber;

/** The page of two versions, and the way to it from their dossier. */
@IntegrationTest
class CompareViewTest extends SpringBrowserlessTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    DraftFixture texts;

    private Person owner;
    private Person member;
    private Dossier dossier;
    private VersionId first;

    @BeforeEach
    void begin() {
        owner = committee.person(Role.MEMBER);
        member = committee.person(Role.MEMBER);
        dossier = committee.dossier(owner, Audience.INVITED, Discussion.GROUP, member);
        first = texts.published(owner, dossier);
    }

    private static void as(Person person) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(person.username(), "", "ROLE_MEMBER"));
    }

    private static List<String> changed() {
        List<String> lines = new ArrayList<>(DraftFixture.REGULATION);
        lines.set(5, lines.get(5).replace("03 ngày", "05 ngày"));
        return lines;
    }

    private HasElement shownAt(int older, int newer) {
        UI.getCurrent()
                .navigate(Addresses.comparison(dossier.id(), VersionNumber.main(older), VersionNumber.main(newer))
                        .substring(1));
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().getFirst();
    }

    private List<String> ways() {
        navigate("ho-so/" + dossier.id(), DossierView.class);
        return $(Anchor.class).all().stream()
                .map(Anchor::getHref)
                .filter(href -> href.contains("so-sanh"))
                .toList();
    }

    @Test
    void bothVersionsAreNamedToTheBrowserAndInTheTitle() {
        VersionId second = texts.published(owner, dossier, changed());
        as(member);

        HasElement page = shownAt(1, 2);

        assertThat(page).isInstanceOf(CompareView.class);
        assertThat(((CompareView) page).getPageTitle()).startsWith("So sánh lần 1 với lần 2 · ");
        var element = page.getElement().getChild(0);
        assertThat(element.getAttribute("version-id")).isEqualTo(second.toString());
        assertThat(element.getAttribute("older-id")).isEqualTo(first.toString());
    }

    @Test
    void aVersionThatMayNotBeReadLooksAbsentOnEitherSide() {
        texts.review(owner, dossier, changed());
        as(member);
        assertThat(shownAt(1, 2)).isNotInstanceOf(CompareView.class);
        assertThat(shownAt(2, 1)).isNotInstanceOf(CompareView.class);
        assertThat(shownAt(1, 9)).isNotInstanceOf(CompareView.class);

        as(owner);
        assertThat(shownAt(1, 2)).isInstanceOf(CompareView.class);
    }

    @Test
    void theDossierLeadsToTheComparisonWithTheDraftBefore() {
        as(owner);
        assertThat(ways()).isEmpty();

        texts.published(owner, dossier, changed());
        texts.review(owner, dossier, DraftFixture.REGULATION);

        assertThat(ways())
                .containsExactlyInAnyOrder(
                        Addresses.comparison(dossier.id(), VersionNumber.main(1), VersionNumber.main(2)),
                        Addresses.comparison(dossier.id(), VersionNumber.main(2), VersionNumber.main(3)));
        as(member);
        assertThat(ways())
                .containsExactly(Addresses.comparison(dossier.id(), VersionNumber.main(1), VersionNumber.main(2)));
    }
}
