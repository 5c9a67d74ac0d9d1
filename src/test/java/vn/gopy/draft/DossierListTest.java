package vn.gopy.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.gopy.CommitteeFixture;
import vn.gopy.IntegrationTest;
import vn.gopy.Refused;
import vn.gopy.StatementCounter;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.account.Unit;
import vn.gopy.account.UnitRole;
import vn.gopy.shared.Page;
import vn.gopy.vietnamese.Folding;

/** The list of dossiers is read in parts and found by title, number and unit, with or without marks. */
@IntegrationTest
class DossierListTest {

    @Autowired
    CommitteeFixture committee;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftFixture texts;

    @Autowired
    JdbcClient jdbc;

    private Dossier dossier(Person owner, String title, @Nullable Unit drafter) {
        return dossiers.create(
                owner,
                new NewDossier(
                        title,
                        "QC",
                        Audience.INVITED,
                        Discussion.SEALED,
                        List.of(),
                        drafter == null ? null : drafter.code()));
    }

    private List<Dossier> found(Person owner, String words) {
        return dossiers.page(owner, new DossierFilter(null, null, words), null, 10)
                .items();
    }

    @Test
    void theNextPartBeginsWhereTheOneBeforeEnded() {
        Person owner = committee.person(Role.MEMBER);
        List<Dossier> all = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            all.addFirst(dossier(owner, "Từng phần " + n, null));
        }
        DossierFilter those = new DossierFilter(null, null, "từng phần");
        List<Dossier> read = new ArrayList<>();
        String next = null;
        int parts = 0;
        do {
            Page<Dossier> part = dossiers.page(owner, those, next, 2);
            assertThat(part.total()).isEqualTo(5);
            read.addAll(part.items());
            next = part.next();
            parts++;
        } while (next != null);

        assertThat(read).isEqualTo(all);
        assertThat(parts).isEqualTo(3);
    }

    @Test
    void aPartThatBeginsNowhereIsMalformed() {
        Person owner = committee.person(Role.MEMBER);

        assertThat(Refused.by(() -> dossiers.page(owner, DossierFilter.ALL, "x", 2)))
                .isEqualTo("400 MALFORMED");
    }

    @Test
    void wordsAreFoundWithAndWithoutMarksTheNumberAndTheUnitToo() {
        Unit unit = committee.unit();
        Person owner = committee.in(unit, UnitRole.HEAD, Role.MEMBER);
        Dossier wanted = dossier(owner, "Lề lối làm việc của Tổ Đề án Vĩnh Phước", unit);
        dossier(owner, "Kế hoạch chuyển đổi số", null);

        for (String words :
                List.of("de an vinh", "ĐỀ ÁN VĨNH", "tổ đề án vĩnh", "an vinh phuoc", wanted.code(), unit.name())) {
            assertThat(found(owner, words)).as(words).contains(wanted).hasSizeLessThan(3);
        }
        assertThat(found(owner, "vinh phuoc")).containsExactly(wanted);
        assertThat(found(owner, "100%")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quy dinh quy sang kien",
                "Quy  định   quỹ",
                " quỹ\u00A0sáng ",
                "quỹ\u200B sáng",
                "SÁNG KIẾN TỈNH",
                "quỹ sáng kiến tỉnh"
            })
    void blanksAndTheWayMarksAreTypedDoNotMatterInTitleAndQuestion(String words) {
        Person owner = committee.person(Role.MEMBER);
        Dossier wanted = dossier(
                owner, Normalizer.normalize("Dự thảo Quy định  quỹ sáng\u00A0 kiến\ttỉnh", Normalizer.Form.NFD), null);

        for (Normalizer.Form form : Normalizer.Form.values()) {
            assertThat(found(owner, Normalizer.normalize(words, form)))
                    .as("%s", form)
                    .containsExactly(wanted);
        }
    }

    @Test
    void aQuestionPassesTheGateOfTexts() {
        Person owner = committee.person(Role.MEMBER);
        Dossier wanted = dossier(owner, "Cổng vào", null);

        assertThat(found(owner, " \u200B\u3164")).contains(wanted);
        assertThat(Refused.by(() -> found(owner, "a\u0001"))).isEqualTo("422 CHARACTERS_WRONG");
        assertThat(Refused.by(() -> found(owner, "a\u0000"))).isEqualTo("400 MALFORMED");
        assertThat(Refused.by(() -> found(owner, "x".repeat(501)))).isEqualTo("422 NAME_TOO_LONG");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Quy chế LÀM VIỆC", "Đường Ở Ưu tiên", "nghị định số 57-NQ/TW", "Ủy ban ÂÊÔ ăê", "日本 é", ""})
    void theDatabaseFoldsWordsAsTheProgramDoes(String words) {
        for (Normalizer.Form form : Normalizer.Form.values()) {
            String written = Normalizer.normalize(words, form);

            assertThat(jdbc.sql("SELECT folded(:words)")
                            .param("words", written)
                            .query(String.class)
                            .single())
                    .isEqualTo(Folding.fold(written));
        }
    }

    @Test
    void theLatestDraftsOfManyDossiersAreReadAtOnceAndOnlyWhereOneMaySeeThem() {
        Person owner = committee.person(Role.MEMBER);
        Person reader = committee.person(Role.MEMBER);
        Dossier two = committee.dossier(owner, Audience.EVERYONE, Discussion.SEALED);
        Dossier one = committee.dossier(owner, Audience.EVERYONE, Discussion.SEALED);
        texts.published(owner, two);
        texts.review(owner, two, DraftFixture.REGULATION);
        texts.published(owner, one);
        List<DossierId> ids = List.of(one.id(), two.id());

        assertThat(drafts.latest(owner, ids).get(two.id()).ordinal()).isEqualTo(2);
        assertThat(drafts.latest(reader, ids).get(two.id()).ordinal()).isEqualTo(1);
        assertThat(StatementCounter.count(() -> drafts.latest(owner, ids))).isEqualTo(1);
    }
}
