package vn.gopy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.Turns;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Limits;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Settings.Office;
import vn.gopy.shared.Settings.Practice;
import vn.gopy.shared.WorkingDays;

@IntegrationTest
class InstallationSettingsTest {

    private static final Settings OURS = new Settings(
            new Office("TỈNH ỦY A", "ỦY BAN NHÂN DÂN TỈNH A", "Nơi A", "Tiểu ban", "Văn phòng", "Trưởng phòng", "Sở"));

    @Autowired
    InstallationSettings settings;

    @Autowired
    CommitteeFixture committee;

    @Autowired
    JdbcClient sql;

    @Autowired
    Turns turns;

    private Person administrator;

    @BeforeEach
    @AfterEach
    void nothingIsSet() {
        sql.sql("DELETE FROM setting").update();
        administrator = committee.person(Role.ADMINISTRATOR);
    }

    @Test
    void anInstallationThatNobodyHasSetNamesNoProvinceAndUsesTheUsualWords() {
        assertThat(settings.get())
                .isEqualTo(new Settings(new Office(
                        "", "", "", "Ban Chỉ đạo", "Tổ giúp việc Ban Chỉ đạo", "Tổ trưởng", "Cơ quan Thường trực")));
    }

    @Test
    void whatAnAdministratorSetsIsKeptAndLeavesARowForEachTextThatChanged() {
        long before = rows();
        assertThat(settings.change(administrator, settings.get(), OURS)).isEqualTo(OURS);
        assertThat(settings.get()).isEqualTo(OURS);
        assertThat(rows() - before).isEqualTo(7);

        Settings moved = OURS.with(Map.of("office.place", "Nơi B"));
        settings.change(administrator, OURS, moved);
        assertThat(settings.get().office().place()).isEqualTo("Nơi B");
        assertThat(rows() - before).isEqualTo(8);
        assertThat(sql.sql(
                                "SELECT field FROM audit_entry WHERE action = 'SETTING_CHANGED' ORDER BY at DESC, id DESC LIMIT 1")
                        .query(String.class)
                        .single())
                .isEqualTo("office.place");

        settings.change(administrator, moved, moved);
        assertThat(rows() - before).as("nothing changed").isEqualTo(8);
    }

    @Test
    void nobodyElseSetsAnything() {
        for (Role role : List.of(Role.SECRETARIAT, Role.CHAIR, Role.MEMBER)) {
            assertThat(Refused.by(() -> settings.change(committee.person(role), settings.get(), OURS)))
                    .isEqualTo("403 FORBIDDEN");
        }
        assertThat(settings.get()).isNotEqualTo(OURS);
    }

    @Test
    void ofTwoWhoChangeAtOnceTheSecondLearnsThatSomebodyWasQuicker() {
        Settings seen = settings.get();
        Settings other = seen.with(Map.of("office.place", "Nơi B"));
        assertThat(turns.of(
                        () -> settings.change(administrator, seen, OURS),
                        () -> settings.change(administrator, seen, other)))
                .containsExactly("done", "412 STALE");
        assertThat(settings.get()).isEqualTo(OURS);
    }

    @Test
    void theFirstSettingsOfTheProductDoNotTouchWhatSomebodyHasSet() {
        settings.begin(Actor.SYSTEM, OURS);
        assertThat(settings.get()).isEqualTo(OURS);
        settings.begin(Actor.SYSTEM, new Settings(Office.USUAL));
        assertThat(settings.get()).isEqualTo(OURS);
    }

    @Test
    void aTextThatNoLineCanHoldIsRefusedAtItsField() {
        assertThatThrownBy(() -> new Office("", "", "x".repeat(Limits.NAME + 1), "", "", "", ""))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("NAME_TOO_LONG");
                    assertThat(refusal.field()).contains("place");
                });
        assertThat(Refused.by(() -> new Office("TỈNH\nỦY", "", "", "", "", "", "")))
                .isEqualTo("422 CHARACTERS_WRONG");
    }

    @Test
    void anOfficeTakesSmallerFilesThanTheProgramBearsAndNeverLargerOnes() {
        Settings small =
                new Settings(OURS.office(), new Practice(5, 10, List.of(2)), WorkingDays.of("16/04/2027 Giỗ Tổ", ""));
        settings.change(administrator, settings.get(), small);
        assertThat(settings.get().practice()).isEqualTo(new Practice(5, 10, List.of(2)));
        assertThat(settings.get().days()).isEqualTo(small.days());
        assertThat(settings.get().practice().isSoon(10)).isTrue();
        assertThat(settings.get().practice().isSoon(11)).isFalse();
        assertThatThrownBy(() -> new Practice(Practice.MOST_LARGEST_FILE + 1, 3, List.of()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("NUMBER_WRONG");
                    assertThat(refusal.field()).contains("largestFile");
                });
        assertThat(Refused.by(() -> new Practice(5, -1, List.of()))).isEqualTo("422 NUMBER_WRONG");
        assertThat(Refused.by(() -> new Practice(5, 3, List.of(0)))).isEqualTo("422 NUMBER_WRONG");
        assertThat(Refused.by(() -> Practice.days("ba"))).isEqualTo("422 NUMBER_WRONG");
        assertThat(new Practice(5, 3, Practice.days("1, 3 1;5")).writtenDays()).isEqualTo("5, 3, 1");
    }

    @Test
    void aNumberThatWasStoredWhenOtherBoundsHeldIsBroughtWithinThoseOfToday() {
        sql.sql("INSERT INTO setting (key, value) VALUES ('practice.largestFile', '900')")
                .update();
        assertThat(settings.get().practice().largestFile()).isEqualTo(Practice.MOST_LARGEST_FILE);
    }

    private long rows() {
        return sql.sql("SELECT count(*) FROM audit_entry WHERE action = 'SETTING_CHANGED'")
                .query(Long.class)
                .single();
    }
}
