package vn.gopy.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import vn.gopy.IntegrationTest;
import vn.gopy.account.NewPerson;
import vn.gopy.account.People;
import vn.gopy.account.Role;
import vn.gopy.search.IndexRebuild;
import vn.gopy.search.IndexStatus.Ranking;
import vn.gopy.search.ranking.LearnedLook;
import vn.gopy.shared.Actor;

/** The administrator sees how searching stands, and an order of one's own is offered where it can be learned. */
@IntegrationTest
@WithMockUser(username = "index.admin", roles = "ADMINISTRATOR")
class IndexViewTest extends SpringBrowserlessTest {

    @BeforeAll
    static void administrator(@Autowired People people) {
        people.register(
                Actor.SYSTEM,
                new NewPerson("index.admin", null, "Quản trị tra cứu", "", "", Set.of(Role.ADMINISTRATOR), List.of()));
    }

    @Test
    void theIndexIsShownAndMadeAnewOnce() {
        UI.getCurrent().navigate("quan-tri/tra-cuu");
        NativeButton anew = button("Lập lại chỉ mục");

        test(anew).click();

        assertThat(words()).contains("Chỉ mục tra cứu", "Thay đổi chờ đưa vào chỉ mục");
        boolean underWay = words().contains("Đã yêu cầu") || words().contains("Đang lập lại");
        assertThat(button("Lập lại chỉ mục").isEnabled()).isEqualTo(!underWay);
        assertThat(IndexRebuild.State.values())
                .allSatisfy(state ->
                        assertThat(translated("index.rebuild." + state)).doesNotContain("index.rebuild"));
    }

    @Test
    void aLargeLibraryIsOfferedAnOrderOfItsOwnAndASmallOneIsNot() {
        OrderCard large = new OrderCard(new Ranking("SHIPPED", true));
        OrderCard small = new OrderCard(new Ranking("SHIPPED", false));

        assertThat(large.getElement().getTextRecursively())
                .contains("theo cách có sẵn", "Chương trình không tự học", "bin/gopy train-ranking --data");
        assertThat(small.getElement().getTextRecursively())
                .contains("theo cách có sẵn", "chưa đủ lớn")
                .doesNotContain("train-ranking");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateIsSaid(LearnedLook.State state) {
        assertThat(translated("index.order." + state)).doesNotContain("index.order");
    }

    private static String translated(String key) {
        return UI.getCurrent().getTranslation(key, Locale.forLanguageTag("vi-VN"));
    }

    private NativeButton button(String words) {
        return $(NativeButton.class).all().stream()
                .filter(button -> button.getElement().getTextRecursively().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private String words() {
        return $(IndexView.class).single().getElement().getTextRecursively();
    }
}
