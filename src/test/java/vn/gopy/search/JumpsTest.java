package vn.gopy.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import vn.gopy.IntegrationTest;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.draft.Audience;
import vn.gopy.draft.Discussion;
import vn.gopy.draft.Dossier;
import vn.gopy.search.Passage.Fragment;

/** While somebody types, names of documents and headings are offered, and only those that the person may see. */
@IntegrationTest
class JumpsTest {

    @Autowired
    SearchWorld world;

    @Autowired
    Jumps jumps;

    private Person owner;

    @BeforeEach
    void owner() {
        owner = world.person(Role.MEMBER);
    }

    private Dossier dossier(String title) {
        Dossier dossier = world.dossier(owner, title, Audience.INVITED, Discussion.SEALED);
        world.draft(owner, dossier, "Nội dung.");
        world.settle();
        return dossier;
    }

    private static String title(SearchHit hit) {
        return hit.title().stream().map(Fragment::text).collect(Collectors.joining());
    }

    private static List<String> marked(SearchHit hit) {
        return hit.title().stream().filter(Fragment::hit).map(Fragment::text).toList();
    }

    @ParameterizedTest
    @CsvSource({"jumpmột,jumpm", "jumpmot,jumpmot", "jumpmộ,jumpmo"})
    void theLastWordCountsByItsBeginningAndWithoutMarks(String word, String typed) {
        Dossier dossier = dossier("Quy chế " + word);

        List<SearchHit> offered = jumps.of(owner, "quy che " + typed);

        assertThat(offered)
                .filteredOn(hit -> hit.dossierId().equals(dossier.id()))
                .anySatisfy(hit -> assertThat(hit.type()).isEqualTo(HitType.DOCUMENT));
    }

    @Test
    void whatWasTypedIsMarkedInTheTitle() {
        dossier("Quy chế jumphai");

        SearchHit hit = jumps.of(owner, "che jumph").getFirst();

        assertThat(title(hit)).isEqualTo("Quy chế jumphai");
        assertThat(marked(hit)).containsExactly("chế", "jumph");
    }

    @Test
    void headingsLeadToTheirPlace() {
        dossier("Quy chế jumpbay");

        assertThat(jumps.of(owner, "điều 2 noi dung ch")).isNotEmpty().allSatisfy(hit -> {
            assertThat(hit.type()).isEqualTo(HitType.PROVISION);
            assertThat(hit.address()).matches("/ho-so/[0-9a-f-]+/du-thao/\\d+#dieu-2");
        });
    }

    @Test
    void aWholeWordWithMarksIsTakenAsTyped() {
        dossier("Tờ jumpbon");

        assertThat(jumps.of(owner, "tờ jumpb")).isNotEmpty();
        assertThat(jumps.of(owner, "tổ jumpb")).isEmpty();
    }

    @Test
    void aNumberIsFoundByItsBeginning() {
        dossier("Góp ý Nghị định 98765/2020/NĐ-CP");

        assertThat(jumps.of(owner, "98765/20"))
                .extracting(JumpsTest::title)
                .contains("Góp ý Nghị định 98765/2020/NĐ-CP");
        assertThat(jumps.of(owner, "98765/2020/nd")).isNotEmpty();
        assertThat(jumps.of(owner, "98765/2021")).isEmpty();
    }

    @Test
    void lessThanThreeLettersOfferNothingAndMuchTextNeither() {
        dossier("Quy chế jumpnam");

        assertThat(jumps.of(owner, "jumpn")).extracting(JumpsTest::title).contains("Quy chế jumpnam");
        assertThat(jumps.of(owner, "ju")).isEmpty();
        assertThat(jumps.of(owner, "  -- ")).isEmpty();
        assertThat(jumps.of(owner, "jumpnam ".repeat(2000))).isEmpty();
    }

    @Test
    void hiddenDossiersAreNotOffered() {
        dossier("Quy chế jumpsau");

        for (Person outsider : List.of(world.person(Role.MEMBER), world.person(Role.ADMINISTRATOR))) {
            assertThat(jumps.of(outsider, "jumpsau")).isEmpty();
        }
        assertThat(jumps.of(world.person(Role.CHAIR), "jumpsau")).isNotEmpty();
    }
}
