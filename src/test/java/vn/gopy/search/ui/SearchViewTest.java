package vn.gopy.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.IntegrationTest;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.search.Facet;
import vn.gopy.search.SearchResults;
import vn.gopy.search.SearchResults.FacetValue;
import vn.gopy.search.SearchWorld;
import vn.gopy.shared.Actor;

/** The screen of the search shows what the person may find, where it stands, and what else could be tried. */
@IntegrationTest
@WithMockUser("search.member")
class SearchViewTest extends SpringBrowserlessTest {

    private static Dossier own;

    @BeforeAll
    static void example(@Autowired People people, @Autowired SearchWorld world) {
        Person member = people.register(
                Actor.SYSTEM,
                new NewPerson("search.member", null, "Người tìm", "", "", Set.of(Role.MEMBER), List.of()));
        own = world.dossier(member, "Quy chế Sigma", Audience.INVITED, Discussion.SEALED);
        world.draft(member, own, "Tổ tư vấn sigmamot phản biện độc lập.");
        Person other = world.person(Role.MEMBER);
        world.draft(
                other, world.dossier(other, "Quy chế kín", Audience.INVITED, Discussion.SEALED), "Bí mật sigmamot.");
        world.settle();
    }

    @Test
    void anAddressWithWordsShowsTheHitsAndLinksToTheirPlace() {
        ask("sigmamot phan bien");

        assertThat($(HitRow.class).all()).hasSize(1);
        Anchor way = $(Anchor.class).withClassName("pathline").single();
        assertThat(way.getHref())
                .isEqualTo("/ho-so/" + own.id() + "/du-thao/1?tim=sigmamot+ph%E1%BA%A3n+bi%E1%BB%87n#dieu-2/khoan-2");
        assertThat(way.getElement().getTextRecursively())
                .contains("Dự thảo lần 1", "Điều 2. Nội dung chính", "khoản 2");
    }

    @Test
    void whatIsTypedIsSearchedAndHiddenDossiersAppearNowhere() {
        navigate(SearchView.class);
        assertThat($(HitRow.class).exists()).isFalse();

        test($(Input.class).withClassName("search-words").single()).setValue("sigmamot");

        assertThat($(HitRow.class).all()).hasSize(1);
        assertThat($(FieldSet.class).all())
                .noneMatch(group -> group.getElement().getTextRecursively().contains("Quy chế kín"));
    }

    @Test
    void anEmptyResultSaysSoAndOffersNearWords() {
        ask("sigmamto");

        assertThat($(HitRow.class).exists()).isFalse();
        NativeButton near =
                $(NativeButton.class).withClassName("hits-suggestion").single();
        assertThat(near.getText()).isEqualTo("Tìm gần đúng: sigmamot");
        test(near).click();
        assertThat($(HitRow.class).all()).hasSize(1);
    }

    @Test
    void aWordFoundNowhereIsNamedAndTheRestStandsApart() {
        ask("xyzzy phan bien doc lap");

        assertThat($(Understanding.class).single().getElement().getTextRecursively())
                .contains("Không tìm thấy từ “xyzzy”.");
        assertThat($(NearSection.class).single().getElement().getTextRecursively())
                .contains("Gần đúng: thiếu “xyzzy”", "01 kết quả", "phản biện độc lập");
    }

    @Test
    void kindsOfDocumentsHaveNamesAndTheNewestDraftStandsFirst() {
        FacetPanel panel = new FacetPanel((facet, value, wanted) -> {});
        Map<Facet, List<FacetValue>> facets = Map.of(
                Facet.KIND, List.of(new FacetValue("L", "L", 9), new FacetValue("QĐ", "QĐ", 3)),
                Facet.DRAFT, List.of(new FacetValue("EARLIER", "EARLIER", 9), new FacetValue("LATEST", "LATEST", 3)));
        panel.show(
                new SearchResults(
                        12, 12, List.of(), List.of(), 0, List.of(), 1, facets, Optional.empty(), 0, false, true),
                Inquiry.of(QueryParameters.empty()));

        assertThat(panel.getElement().getTextRecursively())
                .contains("Luật9", "Quyết định3")
                .containsSubsequence("Lần mới nhất", "Các lần trước");
    }

    private static void ask(String words) {
        UI.getCurrent().navigate("tra-cuu", QueryParameters.of("q", words));
    }
}
