package vn.gopy.draft.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.notification.Notification;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
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
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftFixture;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.NewDossier;
import vn.gopy.draft.VersionId;
import vn.gopy.draft.VersionState;
import vn.gopy.shared.Actor;

/** "Hoàn tất kiểm tra" on the page of a dossier. */
@IntegrationTest
@WithMockUser("finish.member")
class FinishCheckTest extends SpringBrowserlessTest {

    @Autowired
    People people;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftFixture texts;

    private Person member;
    private Dossier dossier;
    private VersionId draft;

    @BeforeEach
    void begin() {
        member = people.byUsername("finish.member")
                .orElseGet(() -> people.register(
                        Actor.SYSTEM,
                        new NewPerson(
                                "finish.member", null, "Người kiểm tra", "Đ/c", "", Set.of(Role.MEMBER), List.of())));
        dossier = dossiers.create(
                member, new NewDossier("Quy chế", "QC", Audience.INVITED, Discussion.SEALED, List.of(), null));
        draft = texts.review(member, dossier, DraftFixture.REGULATION);
        navigate("ho-so/" + dossier.id(), DossierView.class);
    }

    @Test
    void theDraftIsFinishedOutsideTheLockOfThePage() {
        test(finish()).click();

        until(() -> drafts.get(member, draft).state() == VersionState.PUBLISHED);
        until(() -> finishButtons().isEmpty());
    }

    @Test
    void whatSomebodyElseHasFinishedMeanwhileIsSaid() {
        drafts.publish(member, draft);

        test(finish()).click();

        until(() -> $(Notification.class).exists());
        assertThat(test($(Notification.class).single()).getText())
                .isEqualTo("Dự thảo này không ở bước chờ kiểm tra cấu trúc.");
        assertThat(finishButtons()).isEmpty();
    }

    private NativeButton finish() {
        return finishButtons().getFirst();
    }

    private List<NativeButton> finishButtons() {
        return $(NativeButton.class).all().stream()
                .filter(button -> button.getElement().getTextRecursively().contains("Hoàn tất kiểm tra"))
                .toList();
    }

    private void until(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("too late").isLessThan(end);
            roundTrip();
        }
    }
}
